// SPDX-License-Identifier: MIT
#include "article/entries.hpp"

#include "article/furniture.hpp"
#include "article/reference_score.hpp"
#include "article/reference_section.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace whereof::article {
namespace {

/// How far on the next label may stand for lines between to belong to the entry before it.
constexpr std::size_t kLookAhead = 6;
/// A label may be missing (lost in conversion), but not more than this many in a row.
constexpr std::uint32_t kMissingLabels = 2;
/// An entry of a list is longer only when it is no entry.
constexpr std::size_t kMostWrappedLines = 12;
/// Lines below a heading that look like no part of a reference, before the first that does.
constexpr std::size_t kMostBeforeFirst = 4;
constexpr double kDoubtful = 0.4;
constexpr double kSure = 0.6;

bool ends_entry(std::string_view line) {
    const char last = line.empty() ? ' ' : line.back();
    const std::size_t blank = line.rfind(' ');
    const std::string_view word = line.substr(blank == std::string_view::npos ? 0 : blank + 1);
    return last == '.' || last == '?' || last == '!' || word.find("http") != std::string_view::npos ||
           word.find("10.") == 0;
}

bool starts_lower_or_number(std::string_view line) {
    std::size_t at = 0;
    const char32_t c = line.empty() ? U'\0' : text::next_code_point(line, at);
    return text::is_lower(c) || text::is_digit(c) || c == U'(' || c == U'&';
}

bool continues_entry(std::string_view before, std::string_view line) {
    const std::string lower = text::ascii_lower(line.substr(0, 12));
    if (lower.starts_with("doi") || lower.starts_with("http") || lower.starts_with("pmid") ||
        lower.starts_with("available") || lower.starts_with("www.") || lower.starts_with("accessed")) {
        return true;
    }
    return !ends_entry(before) && starts_lower_or_number(line);
}

class EntryReader {
  public:
    EntryReader(const Draft& draft, const std::vector<DraftLine>& lines, std::size_t first)
        : draft_(draft), lines_(lines), at_(first) {}

    EntryRun run() {
        skip_introduction();
        begin_ = at_;
        if (at_ < lines_.size()) {
            const EntryLabel label = label_of(draft_, lines_[at_]);
            numbered_ = label.number != 0;
            if (numbered_ || label.kind == LabelKind::bullet || label.kind == LabelKind::name) {
                read_labelled(label);
            } else {
                read_unlabelled();
            }
        }
        cut_tail();
        return finish();
    }

  private:
    [[nodiscard]] std::string_view text_of(std::size_t line) const {
        return lines_[line].span.of(draft_.text);
    }

    /// One or two lines such as "The following works were used:" before the first label. What stands before
    /// another heading of a list introduces none.
    void skip_introduction() {
        if (at_ >= lines_.size() || label_of(draft_, lines_[at_]).kind != LabelKind::none ||
            reference_likeness(text_of(at_)) >= kDoubtful) {
            return;
        }
        for (std::size_t i = at_ + 1; i < std::min(at_ + 3, lines_.size()); ++i) {
            if (surely_heads_reference_list(text_of(i))) {
                return;
            }
            const bool labelled = label_of(draft_, lines_[i]).kind != LabelKind::none;
            if (labelled || reference_likeness(text_of(i)) >= kSure) {
                at_ = i;
                return;
            }
        }
    }

    /// A heading inside a list ("Books", "Web sites", "A") is passed over when references follow it.
    [[nodiscard]] bool is_end(std::size_t line) const {
        const std::string_view content = text_of(line);
        const bool heading = draft_.blocks[lines_[line].block].kind == BlockKind::heading;
        if (ends_reference_list(content)) {
            return true;
        }
        if (!heading) {
            return false;
        }
        const bool short_one = content.size() <= 40 && line + 1 < lines_.size();
        return !short_one || reference_likeness(text_of(line + 1)) < kSure ||
               draft_.blocks[lines_[line + 1].block].kind == BlockKind::heading;
    }

    [[nodiscard]] bool same_block_as_entry(std::size_t line) const {
        return line > 0 && !lines_[line].starts_block && lines_[line].block == lines_[line - 1].block;
    }

    /// Whether `label` is the one that comes next in the list.
    [[nodiscard]] bool is_next(const EntryLabel& label) const {
        if (!numbered_) {
            return label.kind == style_ || (label.number == 0 && label.kind == LabelKind::bullet);
        }
        return label.number >= expected_ && label.number <= expected_ + kMissingLabels &&
               (label.kind == style_ || label.number == expected_);
    }

    [[nodiscard]] bool next_label_follows(std::size_t line) const {
        for (std::size_t i = line + 1; i < std::min(line + 1 + kLookAhead, lines_.size()); ++i) {
            if (draft_.blocks[lines_[i].block].kind == BlockKind::heading) {
                return false;
            }
            if (is_next(label_of(draft_, lines_[i], expected_))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a line without the next label goes on with the entry before it.
    [[nodiscard]] bool belongs(std::size_t line) const {
        if (pieces_in_entry_ >= kMostWrappedLines) {
            return false;
        }
        const std::string_view content = text_of(line);
        const std::string_view before = text_of(line - 1);
        const EntryLabel label = label_of(draft_, lines_[line]);
        if (label.number == 1 && label.kind == style_ && reference_likeness(content) >= kSure) {
            return false;  // another list
        }
        if (continues_entry(before, content)) {
            return true;
        }
        if (same_block_as_entry(line)) {
            if (draft_.blocks[lines_[line].block].kind == BlockKind::list_item || next_label_follows(line)) {
                return true;
            }
            const ReferenceFeatures f = reference_features(content);
            return !ends_entry(before) || (f.identifiers + f.locators + f.year_places > 0 && f.running == 0);
        }
        const bool item = draft_.blocks[lines_[line - 1].block].kind == BlockKind::list_item;
        return !item && numbered_ && next_label_follows(line);
    }

    void read_labelled(const EntryLabel& first) {
        style_ = first.kind;
        expected_ = first.number;
        for (; at_ < lines_.size(); ++at_) {
            if (is_end(at_)) {
                break;
            }
            const bool heading = draft_.blocks[lines_[at_].block].kind == BlockKind::heading;
            const EntryLabel label = label_of(draft_, lines_[at_], expected_);
            if (is_next(label)) {
                begin_entry(at_, label);
                expected_ = label.number + 1;
            } else if (!entries_.empty() && !heading && belongs(at_)) {
                append_wrapped(entries_.back().raw, text_of(at_));
                entries_.back().end = lines_[at_].span.end;
                ++pieces_in_entry_;
            } else if (!heading) {
                break;
            }
        }
    }

    void read_unlabelled() {
        const std::size_t begin = at_;
        std::vector<std::string_view> texts;
        std::vector<std::uint32_t> indents;
        std::size_t doubtful = 0;
        bool found = false;
        std::size_t end = begin;
        for (; end < lines_.size() && !is_end(end); ++end) {
            if (!found && surely_heads_reference_list(text_of(end))) {
                break;
            }
            // A long way without anything like a reference ends the list before more is looked at.
            const bool like = reference_likeness(text_of(end)) >= kDoubtful;
            doubtful = like ? 0 : doubtful + 1;
            found = found || like;
            if (doubtful > (found ? kMostWrappedLines : kMostBeforeFirst)) {
                ++end;
                break;
            }
            texts.push_back(text_of(end));
            indents.push_back(lines_[end].indent);
        }
        const std::vector<bool> starts = entry_starts(texts, indents);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t line = begin + i;
            if (draft_.blocks[lines_[line].block].kind == BlockKind::heading) {
                continue;
            }
            const bool divided =
                lines_[line].after_blank && i > 0 && !continues_entry(texts[i - 1], texts[i]);
            if (entries_.empty() || divided || starts[i]) {
                begin_entry(line, {});
            } else {
                append_wrapped(entries_.back().raw, texts[i]);
                entries_.back().end = lines_[line].span.end;
            }
        }
        at_ = std::min(end, begin + texts.size());
    }

    void begin_entry(std::size_t line, const EntryLabel& label) {
        Entry entry;
        const std::string_view content = text_of(line);
        entry.raw = content.substr(std::min(label.length, content.size()));
        entry.label = label.text;
        entry.number = label.number;
        entry.first = lines_[line].span;
        entry.end = entry.first.end;
        entry.block = lines_[line].block;
        entries_.push_back(std::move(entry));
        first_lines_.push_back(line);
        pieces_in_entry_ = 1;
    }

    /// Takes away entries at the end that are none: the first of a run without anything like a reference.
    void cut_tail() {
        if (numbered_) {
            return;
        }
        std::vector<double> likeness;
        likeness.reserve(entries_.size());
        for (const Entry& entry : entries_) {
            likeness.push_back(reference_likeness(entry.raw));
        }
        std::size_t keep = 0;
        for (std::size_t i = 0; i < likeness.size(); ++i) {
            if (likeness[i] >= kDoubtful) {
                keep = i + 1;
            } else if (i - keep >= 2) {
                break;
            }
        }
        if (keep < entries_.size()) {
            at_ = first_lines_[keep];
            entries_.resize(keep);
        }
    }

    EntryRun finish() {
        EntryRun run;
        run.begin = begin_;
        run.end = at_;
        run.numbered = numbered_;
        for (const Entry& entry : entries_) {
            run.likeness += reference_likeness(entry.raw) / static_cast<double>(entries_.size());
        }
        run.entries = std::move(entries_);
        return run;
    }

    const Draft& draft_;
    const std::vector<DraftLine>& lines_;
    std::size_t at_;
    std::size_t begin_ = 0;
    bool numbered_ = false;
    LabelKind style_ = LabelKind::none;
    std::uint32_t expected_ = 0;
    std::size_t pieces_in_entry_ = 0;
    std::vector<Entry> entries_;
    std::vector<std::size_t> first_lines_;
};

}  // namespace

void append_wrapped(std::string& raw, std::string_view line) {
    const bool divided = raw.size() >= 2 && raw.back() == '-' && text::is_ascii_letter(raw[raw.size() - 2]) &&
                         !line.empty() && text::is_ascii_lower(line.front());
    if (divided) {
        raw.pop_back();
    } else if (!raw.empty()) {
        raw += ' ';
    }
    raw += line;
}

EntryRun read_entries(const Draft& draft, const std::vector<DraftLine>& lines, std::size_t first) {
    return EntryReader(draft, lines, first).run();
}

}  // namespace whereof::article
