// SPDX-License-Identifier: MIT
#include "training_data.hpp"

#include "bib/cues.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace whereof::bench {
namespace {

using bib::Cue;
using bib::Label;
using bib::Look;
using bib::Token;

std::string_view take(std::string_view& rest, char separator) {
    const auto end = std::min(rest.find(separator), rest.size());
    const auto taken = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return taken;
}

std::size_t number(std::string_view text) {
    std::size_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// The label of a field's later tokens.
Label label_named(std::string_view name) {
    if (name == "date") {
        return Label::date_late;
    }
    for (std::size_t i = 0; i < bib::kLabelCount; ++i) {
        if (bib::kLabels[i].name == name) {
            return static_cast<Label>(i);
        }
    }
    throw std::runtime_error("no such label: " + std::string(name));
}

/// Does a word with that cue belong to a neighbouring field of that label?
bool announces(Cue cue, Label label) noexcept {
    switch (label) {
        case Label::page:
            return cue == Cue::page || cue == Cue::article_number;
        case Label::volume:
            return cue == Cue::volume || cue == Cue::supplement;
        case Label::issue:
            return cue == Cue::issue || cue == Cue::supplement;
        case Label::edition:
            return cue == Cue::edition;
        case Label::editor:
            return cue == Cue::editor || cue == Cue::edition;
        case Label::author:
            return cue == Cue::editor || cue == Cue::also;
        case Label::accessed:
            return cue == Cue::accessed || cue == Cue::month;
        case Label::epub:
            return cue == Cue::epub;
        case Label::date_late:
            return cue == Cue::month || cue == Cue::epub;
        default:
            return false;
    }
}

bool is_mark(Look look) noexcept { return look < Look::initial; }
bool opens(Look look) noexcept {
    return look == Look::open_round || look == Look::open_square || look == Look::open_quote;
}

constexpr auto kUnknown = static_cast<Label>(255);

void label_announcing(const std::vector<Token>& tokens, std::vector<Label>& out) {
    for (std::size_t i = tokens.size();
         i-- > 0;) {  // from the right, so that "p. e" in a row all find the field
        if (out[i] != kUnknown || is_mark(tokens[i].look)) {
            continue;
        }
        const auto cue = static_cast<Cue>(tokens[i].cue);
        std::size_t next = i + 1;
        while (next < tokens.size() && out[next] == kUnknown && is_mark(tokens[next].look)) {
            ++next;
        }
        if (next < tokens.size() && next - i <= 3 && out[next] != kUnknown && announces(cue, out[next])) {
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(i),
                      out.begin() + static_cast<std::ptrdiff_t>(next), out[next]);
            continue;
        }
        std::size_t before = i;
        while (before > 0 && out[before - 1] == kUnknown && is_mark(tokens[before - 1].look)) {
            --before;
        }
        if (before > 0 && i - before <= 2 && out[before - 1] != kUnknown && cue != Cue::page &&
            cue != Cue::volume && announces(cue, out[before - 1])) {
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(before),
                      out.begin() + static_cast<std::ptrdiff_t>(i + 1), out[before - 1]);
        }
    }
}

void label_rest(const std::vector<Token>& tokens, std::vector<Label>& out) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (out[i] == kUnknown && !is_mark(tokens[i].look)) {
            out[i] = only_announces(static_cast<Cue>(tokens[i].cue)) ? Label::cue : Label::note;
        }
    }
    Label right = Label::note;
    for (std::size_t i = tokens.size(); i-- > 0;) {
        if (out[i] == kUnknown && opens(tokens[i].look)) {
            out[i] = right == Label::identifier ? Label::note : right;
        }
        if (out[i] != kUnknown) {
            right = out[i];
        }
    }
    Label left = kUnknown;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (out[i] == kUnknown && left != kUnknown) {
            out[i] = left == Label::identifier ? Label::note : left;
        }
        left = out[i];
    }
    for (std::size_t i = tokens.size(); i-- > 0;) {
        if (out[i] == kUnknown) {
            out[i] = i + 1 < tokens.size() ? out[i + 1] : Label::note;
        }
    }
}

/// Dates before the title are early; runs begin with their first label.
void tell_apart(std::vector<Label>& out) {
    const bool has_title = std::ranges::find(out, Label::title) != out.end();
    bool titled = !has_title;
    for (Label& label : out) {
        titled = titled || label == Label::title;
        if (label == Label::date_late && !titled) {
            label = Label::date_early;
        }
    }
    for (std::size_t i = out.size(); i-- > 0;) {
        const Label first = bib::facts(out[i]).first;
        if (i == 0 || bib::facts(out[i - 1]).first != first) {
            out[i] = first;
        }
    }
}

}  // namespace

std::vector<Labelled> read_labelled(const std::string& path) {
    std::ifstream in(path);
    if (!in) {
        throw std::runtime_error("cannot read " + path);
    }
    std::vector<Labelled> out;
    for (std::string line; std::getline(in, line);) {
        std::string_view rest = line;
        Labelled one;
        one.set = take(rest, '\t');
        one.document = take(rest, '\t');
        take(rest, '\t');
        one.raw = take(rest, '\t');
        while (!rest.empty()) {
            std::string_view field = take(rest, ',');
            Labelled::Field row;
            row.label = take(field, ':');
            row.begin = number(take(field, '-'));
            row.end = number(field);
            one.fields.push_back(std::move(row));
        }
        out.push_back(std::move(one));
    }
    return out;
}

unsigned fold_of(std::string_view document, unsigned folds) {
    std::uint32_t hash = 17;
    for (const char c : document) {
        hash = bib::mix(hash, static_cast<unsigned char>(c));
    }
    return hash % folds;
}

std::vector<Label> label_tokens(std::string_view raw, const std::vector<Token>& tokens,
                                const std::vector<Labelled::Field>& fields) {
    std::vector<Label> out(tokens.size(), kUnknown);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.look == Look::doi || token.look == Look::url || token.look == Look::identifier) {
            out[i] = Label::identifier;
            continue;
        }
        for (const auto& field : fields) {
            if (token.span.begin < field.end && token.span.end > field.begin && field.end <= raw.size()) {
                out[i] = label_named(field.label);
            }
        }
    }
    label_announcing(tokens, out);
    label_rest(tokens, out);
    tell_apart(out);
    return out;
}

}  // namespace whereof::bench
