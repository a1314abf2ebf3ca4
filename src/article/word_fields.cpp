// SPDX-License-Identifier: MIT
#include "article/word_fields.hpp"

#include <utility>

namespace whereof::article {

void WordFields::begin(std::string_view data) {
    if (open_.size() >= kMostOpen) {
        ++skipped_;
        return;
    }
    Field field;
    field.data = decode_base64(data);
    open_.push_back(std::move(field));
    ++hidden_;
}

void WordFields::add_code(std::string_view text) {
    if (!open_.empty() && !open_.back().in_result && open_.back().code.size() + text.size() < kLongestCode) {
        open_.back().code += text;
    }
}

void WordFields::separate() {
    if (open_.empty() || open_.back().in_result || skipped_ > 0) {
        return;
    }
    Field& field = open_.back();
    --hidden_;
    open(field, read_field_code(field.code, field.data));
    field.code.clear();
}

void WordFields::begin_result(const FieldCode& code) {
    if (open_.size() >= kMostOpen) {
        ++skipped_;
        return;
    }
    open_.emplace_back();
    open(open_.back(), code);
}

void WordFields::open(Field& field, const FieldCode& code) {
    field.in_result = true;
    field.kind = code.kind;
    if (code.kind == FieldKind::contents) {
        ++hidden_;
    } else if (code.kind == FieldKind::bibliography) {
        ++bibliographies_;
    } else if (auto target = targets(code); !target.empty()) {
        builder_.begin_inline(code.kind == FieldKind::hyperlink ? InlineKind::link : InlineKind::xref,
                              std::move(target));
        field.has_inline = true;
    }
}

void WordFields::end() {
    if (skipped_ > 0) {
        --skipped_;
        return;
    }
    if (open_.empty()) {
        return;
    }
    Field& field = open_.back();
    if (!field.in_result || field.kind == FieldKind::contents) {
        --hidden_;
    } else if (field.kind == FieldKind::bibliography) {
        --bibliographies_;
    } else {
        end_inline(field);
    }
    open_.pop_back();
}

void WordFields::end_paragraph() {
    while (!open_.empty() && !open_.back().in_result) {
        end();
    }
    for (Field& field : open_) {
        end_inline(field);
    }
}

void WordFields::end_inline(Field& field) {
    if (std::exchange(field.has_inline, false)) {
        builder_.end_inline(field.kind == FieldKind::hyperlink ? InlineKind::link : InlineKind::xref);
    }
}

void WordFields::end_contents() {
    while (!open_.empty() && open_.back().kind == FieldKind::contents) {
        end();
    }
}

std::string WordFields::targets(const FieldCode& code) {
    if (code.kind == FieldKind::hyperlink) {
        return code.target;
    }
    std::string ids;
    const auto add = [&](const FieldItem& item) {
        ids += (ids.empty() ? "" : " ") + cited_.add(item, builder_.draft.text.size());
    };
    for (const FieldItem& item : code.items) {
        add(item);
    }
    for (const auto& tag : code.keys) {
        if (const auto source = sources_.find(tag); source != sources_.end()) {
            add({"word source " + tag, source->second});
        }
    }
    return ids;
}

}  // namespace whereof::article
