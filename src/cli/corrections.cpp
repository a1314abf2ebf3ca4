// SPDX-License-Identifier: MIT
#include "cli/corrections.hpp"

#include "bib/names.hpp"
#include "formats/style_text.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

using bib::Field;
using bib::Item;
using text::is_ascii_alnum;
using text::is_ascii_digit;

/// The only place of `wanted` in `text`, as a word of its own and whatever its case.
std::optional<Span> only_place(std::string_view text, std::string_view wanted) {
    if (wanted.empty()) {
        return std::nullopt;
    }
    const std::string lower = text::ascii_lower(text);
    const std::string key = text::ascii_lower(wanted);
    std::optional<Span> found;
    for (std::size_t at = lower.find(key); at != std::string::npos; at = lower.find(key, at + 1)) {
        const std::size_t end = at + key.size();
        if ((at > 0 && is_ascii_alnum(lower[at - 1])) || (end < lower.size() && is_ascii_alnum(lower[end]))) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = Span{at, end};
    }
    return found;
}

/// "pp. 1021-9" → "1021-9": from the first number or e-locator to the last.
Span page_part(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size() && !is_ascii_digit(text[begin])) {
        ++begin;
    }
    while (begin > 0 && is_ascii_alnum(text[begin - 1])) {
        --begin;  // "e5001", "S34"
    }
    std::size_t end = text.size();
    while (end > begin && !is_ascii_alnum(text[end - 1])) {
        --end;
    }
    return {begin, end};
}

/// The record's pages as the string has its own: its dash, shortened or one page alone where it is so.
std::string pages_like(std::string_view cited, const std::string& right) {
    std::size_t dash = 0;
    while (dash < cited.size() && is_ascii_alnum(cited[dash])) {
        ++dash;
    }
    if (dash == cited.size()) {
        return right.substr(0, right.find('-'));
    }
    std::size_t past = dash;
    while (past < cited.size() && !is_ascii_alnum(cited[past])) {
        ++past;
    }
    const bool shortened = cited.size() - past < dash;
    std::string out = formats::pages(right, shortened);
    if (const std::size_t at = out.find('-'); at != std::string::npos) {
        out.replace(at, 1, cited.substr(dash, past - dash));
    }
    return out;
}

/// "Smith JA, Doe B", "Smith, J. A., & Doe, B.": the two ways in which most lists have authors.
std::string authors_with_initials(const std::vector<bib::Name>& names) {
    std::string out;
    for (const bib::Name& name : names) {
        out += (out.empty() ? "" : ", ") + formats::name_with_initials(name);
    }
    return out;
}

std::string authors_inverted(const std::vector<bib::Name>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bib::Name& name = names[i];
        out += i == 0 ? "" : i + 1 < names.size() ? ", " : ", & ";
        out += name.literal.empty() ? bib::surname(name) : name.literal;
        const auto initials = formats::initials(name.given);
        for (std::size_t n = 0; n < initials.size(); ++n) {
            out += n == 0 ? ", " : initials[n].starts_with('-') ? "" : " ";
            out += initials[n] + ".";
        }
    }
    return out;
}

constexpr std::array<std::string_view, 6> kElisions{"", ", et al", ", et al.", " et al", " et al.", ", …"};

/// The record's authors in the string's way of writing; absent where that is none of those known.
std::optional<std::string> authors_like(std::string_view cited, const Item& item, const Item& right) {
    for (const auto write : {authors_with_initials, authors_inverted}) {
        for (const std::string_view elision : kElisions) {
            const std::string known = write(item.author) + std::string(elision);
            if (known != cited && known != std::string(cited) + ".") {
                continue;
            }
            auto names = right.author;
            if (!elision.empty()) {
                names.resize(std::min(names.size(), item.author.size()));
            }
            std::string out = write(names) + std::string(elision);
            if (known.size() > cited.size() && out.ends_with('.')) {
                out.pop_back();
            }
            return out;
        }
    }
    return std::nullopt;
}

bool is_abbreviated(std::string_view journal) {
    std::size_t longest = 0;
    std::size_t word = 0;
    for (const char c : journal) {
        word = c == ' ' || c == '.' ? 0 : word + 1;
        longest = std::max(longest, word);
    }
    constexpr std::size_t kLongestShortWord = 6;
    return journal.find(". ") != std::string_view::npos || longest <= kLongestShortWord;
}

std::string without_stop(std::string text) {
    if (text.ends_with('.') && !text.ends_with("..")) {
        text.pop_back();
    }
    return text;
}

/// Part of a field's piece of the string, and what is to stand there instead.
struct Replacement {
    Span part;
    std::string text;
};

std::optional<Replacement> replacement(Field field, std::string_view piece, const Item& cited,
                                       const Item& right) {
    const Span whole{0, piece.size()};
    switch (field) {
        case Field::author:
            if (auto text = authors_like(piece, cited, right); text && !right.author.empty()) {
                return Replacement{whole, std::move(*text)};
            }
            return std::nullopt;
        case Field::issued:
            if (const auto at = only_place(piece, std::to_string(cited.issued.year));
                at && right.issued.year != 0) {
                return Replacement{*at, std::to_string(right.issued.year)};
            }
            return std::nullopt;
        case Field::page: {
            const Span part = page_part(piece);
            if (part.empty() || right.page.empty()) {
                return std::nullopt;
            }
            return Replacement{part, pages_like(part.of(piece), right.page)};
        }
        case Field::title:
            return Replacement{whole, without_stop(formats::plain_text(right.title))};
        case Field::container_title: {
            const bool abbreviated = is_abbreviated(piece) && !right.container_title_short.empty();
            return Replacement{whole, formats::plain_text(abbreviated ? right.container_title_short
                                                                      : right.container_title)};
        }
        default: {
            const auto at = only_place(piece, cited.text(field));
            return at ? std::optional(Replacement{*at, right.text(field)}) : std::nullopt;
        }
    }
}

/// The field's piece of the string: the one that was read as it. Where several were, none is sure.
std::optional<Span> piece_of(const bib::Reference& reference, Field field) {
    std::optional<Span> found;
    for (const bib::FieldSpan& span : reference.spans) {
        if (span.field == field && span.span.end <= reference.raw.size()) {
            if (found) {
                return std::nullopt;
            }
            found = span.span;
        }
    }
    return found;
}

/// Does an authority say what is right, or only a rule that something is wrong?
bool is_shown(const finding::Verdict& verdict, Field field) {
    return std::ranges::any_of(verdict.evidence, [&](const finding::Evidence& evidence) {
        return evidence.field == field && evidence.agreement == finding::Agreement::different &&
               !evidence.source.starts_with("rule:");
    });
}

bool is_wrong(const finding::Verdict& verdict, Field field) {
    return std::ranges::find(verdict.wrong_fields, field) != verdict.wrong_fields.end();
}

bool is_another_work(const finding::Verdict& verdict) {
    constexpr std::size_t kMostWrong = 4;
    return (is_wrong(verdict, Field::title) && is_wrong(verdict, Field::author)) ||
           verdict.wrong_fields.size() > kMostWrong;
}

}  // namespace

Corrections corrections_of(const bib::Reference& reference, const finding::Verdict& verdict) {
    Corrections out;
    if (verdict.existence != finding::Existence::found || !verdict.corrected ||
        verdict.wrong_fields.empty()) {
        return out;
    }
    if (is_another_work(verdict)) {
        out.left.emplace_back("so much of it differs that another work may be meant: a person has to decide");
        return out;
    }
    for (const Field field : verdict.wrong_fields) {
        const std::string_view word = verify::word_for(field);
        const auto piece = piece_of(reference, field);
        if (!is_shown(verdict, field)) {
            out.left.push_back(fmt::format("no authority says what the {} is", word));
            continue;
        }
        const auto changed =
            piece ? replacement(field, piece->of(reference.raw), reference.item, *verdict.corrected)
                  : std::nullopt;
        if (!changed || changed->text.empty()) {
            out.left.push_back(changed ? fmt::format("the record has no {}", word)
                                       : fmt::format("how it writes its {} is not known", word));
            continue;
        }
        out.fields.push_back(field);
        out.made.push_back(
            {{piece->begin + changed->part.begin, piece->begin + changed->part.end}, changed->text});
    }
    std::ranges::sort(out.made, {}, [](const Edit& one) { return one.span.begin; });
    return out;
}

}  // namespace whereof::cli
