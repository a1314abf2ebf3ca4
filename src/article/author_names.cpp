// SPDX-License-Identifier: MIT
#include "article/author_names.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {

using text::is_ascii_digit;
using text::is_ascii_lower;
using text::next_code_point;

using text::is_ascii_digit;
using text::is_ascii_lower;
using text::next_code_point;

std::size_t find_year(std::string_view text, std::size_t at) {
    for (; at + 4 <= text.size(); ++at) {
        const bool century = (text[at] == '1' && (text[at + 1] >= '5' && text[at + 1] <= '9')) ||
                             (text[at] == '2' && text[at + 1] == '0');
        if (!century || !is_ascii_digit(text[at + 2]) || !is_ascii_digit(text[at + 3])) {
            continue;
        }
        const bool head = at == 0 || !text::is_ascii_alnum(text[at - 1]) ||
                          (at >= 3 && is_ascii_lower(text[at - 1]) && is_ascii_lower(text[at - 2]));
        const std::size_t end = at + 4;
        const bool tail =
            end == text.size() || !text::is_ascii_alnum(text[end]) ||
            (is_ascii_lower(text[end]) && (end + 1 == text.size() || !text::is_ascii_alnum(text[end + 1])));
        if (head && tail) {
            return at;
        }
    }
    return std::string_view::npos;
}

std::size_t year_end(std::string_view text, std::size_t at) {
    const std::size_t end = at + 4;
    return end < text.size() && is_ascii_lower(text[end]) ? end + 1 : end;
}

bool is_name_filler(std::string_view word) {
    return word == "et" || word == "al" || word == "and" || word == "und" || word == "e" || word == "y" ||
           word == "the" || word == "see" || word == "also" || word == "eg" || word == "cf" || word == "in" ||
           word == "g" || word == "von" || word == "van" || word == "de" || word == "der" || word == "den" ||
           word == "la" || word == "le" || word == "di" || word == "da" || word == "dos" || word == "del" ||
           word == "colleagues" || word == "others" || word == "coworkers" || word == "mitarbeiter" ||
           word == "e.g" || word == "i" || word == "reviewed" || word == "as" || word == "by" ||
           word == "of" || word == "for" || word == "p" || word == "pp" || word == "review" ||
           word == "cited" || word == "apud" || word == "vgl" || word == "siehe" || word == "ver" ||
           word == "from" || word == "after" || word == "data" || word == "study" || word == "dies";
}

bool read_names(std::string_view stretch, std::vector<std::string>& names, bool strict) {
    names.clear();
    for (std::size_t at = 0; at < stretch.size();) {
        std::size_t next = at;
        const char32_t c = next_code_point(stretch, next);
        if (!text::is_letter(c)) {
            if (strict && (text::is_digit(c) || c == U'=' || c == U'<' || c == U'>' || c == U'%')) {
                return false;
            }
            at = next;
            continue;
        }
        std::size_t end = next;
        while (end < stretch.size()) {
            std::size_t after = end;
            const char32_t d = next_code_point(stretch, after);
            const bool joins = (d == U'\'' || d == U'’') && after < stretch.size();
            if (!text::is_letter(d) && !joins) {
                break;
            }
            end = after;
        }
        std::string folded = text::fold_key(stretch.substr(at, end - at));
        const bool possessive =
            end > at + 2 && folded.size() > 2 && folded.back() == 's' &&
            (stretch.substr(at, end - at).ends_with("'s") || stretch.substr(at, end - at).ends_with("’s"));
        if (possessive) {
            folded.pop_back();
        }
        if (text::is_upper(c)) {
            if (folded.size() >= 2 || end - at > 2) {
                names.push_back(std::move(folded));
            }
        } else if (!is_name_filler(folded) && strict) {
            return false;
        }
        at = end;
    }
    return !names.empty();
}

bool ends_elided(std::string_view stretch) {
    stretch = text::trim(stretch);
    while (!stretch.empty() && (stretch.back() == ',' || stretch.back() == '.' || stretch.back() == '(')) {
        stretch = text::trim(stretch.substr(0, stretch.size() - 1));
    }
    const std::string tail = text::ascii_lower(stretch.substr(stretch.size() < 12 ? 0 : stretch.size() - 12));
    return tail.ends_with(" al") || tail.ends_with("colleagues") || tail.ends_with("others") ||
           tail.ends_with("coworkers") || tail.ends_with("co-workers");
}

}  // namespace whereof::article
