// SPDX-License-Identifier: MIT
#include "article/entry_heads.hpp"

#include "article/list_date.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

/// A body's name and the date have so many bytes of a line; names in other scripts take two or three a
/// letter.
constexpr std::size_t kBodyAndDate = 160;
/// What is looked at to see whether people's names stand there.
constexpr std::size_t kHead = 60;

/// "Body (1974)", "Body. (n.d.)." with a stop, a colon, a comma or a capital behind it; a small letter goes
/// on with a sentence.
bool has_bracketed_date(std::string_view line) {
    const std::string_view head = line.substr(0, kBodyAndDate);
    for (std::size_t open = head.find('('); open != std::string_view::npos; open = head.find('(', open + 1)) {
        const std::size_t close = line.substr(open, kLongestListDate + 2).find(')');
        if (close == std::string_view::npos || !is_list_date(line.substr(open + 1, close - 1))) {
            continue;
        }
        std::string_view body = text::trim(head.substr(0, open));
        body.remove_suffix(body.ends_with('.') ? 1 : 0);
        if (body.size() < 2 || body.find_first_of(".:;") != std::string_view::npos) {
            return false;
        }
        const std::string_view behind = text::trim(line.substr(open + close + 1));
        std::size_t at = 0;
        return behind.empty() || !text::is_lower(text::next_code_point(behind, at));
    }
    return false;
}

/// "WHO 2003. …", "WHO 2003: …"
bool has_bare_year(std::string_view line) {
    const std::string_view head = line.substr(0, kBodyAndDate);
    const std::size_t digit = head.find_first_of("0123456789");
    if (digit == std::string_view::npos || digit < 4 || digit + 5 > line.size() || head[digit - 1] != ' ' ||
        (head[digit] != '1' && head[digit] != '2')) {
        return false;
    }
    std::size_t end = digit;
    while (end < line.size() && text::is_ascii_digit(line[end])) {
        ++end;
    }
    const bool year = end - digit == 4;
    end += end < line.size() && text::is_ascii_lower(line[end]) ? 1U : 0U;
    return year && end < line.size() && (line[end] == ':' || line[end] == '.') &&
           head.substr(0, digit).find_first_of(".:;") == std::string_view::npos;
}

/// "山田太郎, 鈴木一郎. …", "김철수 (2019).": two to five letters of a script without case, no kana among
/// them, and what divides names.
bool has_uncased_name(std::string_view line) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = text::next_code_point(line, at);
        const bool kana = c >= U'\u3040' && c <= U'\u30FF';
        if (text::is_letter(c) && !text::is_upper(c) && !text::is_lower(c) && !kana && letters < 5) {
            ++letters;
            continue;
        }
        const std::string_view rest = line.substr(at);
        const bool divides = c == U',' || c == U'.' || c == U';' || c == U'，' || c == U'、' || c == U'；' ||
                             c == U'．' || c == U'（' || (c == U' ' && rest.starts_with('('));
        return letters >= 2 && divides;
    }
    return false;
}

/// "De Jonghe, J.", "Khorshidi Roozbahani, R.", "Mendes da Costa, E.": a family of two to four words, and an
/// initial.
bool has_long_family(std::string_view line) {
    constexpr std::size_t kLongest = 60;
    const std::size_t comma = line.substr(0, kLongest).find(',');
    if (comma == std::string_view::npos || !line.substr(comma).starts_with(", ")) {
        return false;
    }
    std::size_t words = 0;
    for (std::size_t at = 0; at < comma;) {
        const std::size_t end = std::min(line.find(' ', at), comma);
        const std::string_view word = line.substr(at, end - at);
        std::size_t begin = 0;
        const bool capital = !word.empty() && text::is_upper(text::next_code_point(word, begin));
        if ((!capital && (word.empty() || words == 0 || word.size() > 3)) ||
            word.find_first_of(".:;()\"0123456789") != std::string_view::npos) {
            return false;
        }
        ++words;
        at = end + 1;
    }
    std::size_t initial = comma + 2;
    return words >= 2 && words <= 4 && initial < line.size() &&
           text::is_upper(text::next_code_point(line, initial)) && initial < line.size() &&
           line[initial] == '.';
}

}  // namespace

bool has_author_head(std::string_view line) {
    if (line.starts_with("___") || line.starts_with("———") || line.starts_with("---")) {
        return true;
    }
    // A particle or two may stand before the family name.
    std::size_t begin = 0;
    for (int i = 0; i < 2 && begin < line.size() && text::is_ascii_lower(line[begin]); ++i) {
        const std::size_t blank = line.substr(begin, 6).find(' ');
        if (blank == std::string_view::npos) {
            return false;
        }
        begin += blank + 1;
    }
    std::size_t at = begin;
    const char32_t first = at < line.size() ? text::next_code_point(line, at) : U'\0';
    if (!text::is_upper(first)) {
        return has_uncased_name(line);
    }
    if (at < line.size() && line[at] == '.') {
        return true;  // "J. Smith", "J.-P. Smith"
    }
    const std::size_t end = line.substr(0, begin + 40).find_first_of(" ,.;:(", at);
    if (end == std::string_view::npos || end + 2 >= line.size()) {
        return false;
    }
    const bool comma = line[end] == ',';
    std::size_t next = end + (comma ? 2 : 1);
    const std::size_t given = next;
    if (line[end] != ' ' && !comma) {
        return false;
    }
    if (!text::is_upper(text::next_code_point(line, next))) {
        return !comma && has_long_family(line);
    }
    if (comma) {
        return true;
    }
    std::size_t upper = given;
    std::size_t initials = 0;
    for (std::size_t end_of = given;
         end_of < line.size() && text::is_upper(text::next_code_point(line, end_of)); upper = end_of) {
        ++initials;
    }
    const bool closed = upper == line.size() || line[upper] == ' ' || line[upper] == ',' ||
                        line[upper] == '.' || line[upper] == ';' || line[upper] == ':';
    return (closed && initials >= 1 && initials <= 4) || has_long_family(line);
}

bool has_body_and_date(std::string_view line) { return has_bracketed_date(line) || has_bare_year(line); }

bool has_particles(std::string_view line) {
    constexpr std::string_view kParticles[] = {
        "de",  "da",  "do",  "dos", "das", "di",  "del", "della", "du", "des", "la", "le", "el",  "al",
        "van", "von", "vom", "den", "der", "ter", "ten", "te",    "zu", "zur", "af", "av", "bin", "ibn"};
    std::size_t at = 0;
    for (int words = 0; words < 3; ++words) {
        const std::size_t blank = line.find(' ', at);
        if (blank == std::string_view::npos ||
            std::ranges::find(kParticles, line.substr(at, blank - at)) == std::end(kParticles)) {
            break;
        }
        at = blank + 1;
    }
    if (at == 0 || at >= line.size()) {
        return false;
    }
    std::size_t next = at;
    return text::is_upper(text::next_code_point(line, next)) &&
           line.substr(at, 30).find(',') != std::string_view::npos;
}

bool has_inner_capital(std::string_view line) {
    const std::string_view word = line.substr(0, line.find_first_of(" ,.:;"));
    return std::any_of(word.begin(), word.end(), text::is_ascii_upper) &&
           word.find('/') == std::string_view::npos;
}

bool has_head(std::string_view line, const EntryLabel& label) {
    const std::string_view rest = line.substr(std::min(label.length, line.size()));
    return has_author_head(text::trim(rest.substr(0, kHead))) || has_body_and_date(rest);
}

bool goes_on(std::string_view line) {
    if (line.empty()) {
        return false;
    }
    const char last = line.back();
    const std::size_t blank = line.rfind(' ');
    const std::string_view last_word = line.substr(blank == std::string_view::npos ? 0 : blank + 1);
    if (last == '/' && last_word.find("://") != std::string_view::npos && !line.ends_with("doi.org/")) {
        return false;
    }
    if (last == ',' || last == '-' || last == ':' || last == ';' || last == '&' || last == '/' ||
        last == '(' || line.ends_with("–") || line.ends_with("„") || line.ends_with("“„")) {
        return true;
    }
    for (const std::string_view word :
         {" in",  " In",    " und",     " and",      " et",    " der",   " die",  " of",   " the",
          " von", " y",     " e",       " de",       " S.",    " pp.",   " p.",   " Vol.", " Nr.",
          " no.", " (Hg.)", " (Hrsg.)", " (Hrsg.):", " hrsg.", " Hrsg.", " eds.", " ed."}) {
        if (line.ends_with(word)) {
            return true;
        }
    }
    return false;
}

}  // namespace whereof::article
