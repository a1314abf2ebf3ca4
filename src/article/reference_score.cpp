// SPDX-License-Identifier: MIT
#include "article/reference_score.hpp"

#include "article/entry_heads.hpp"
#include "article/list_date.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace whereof::article {
namespace {

using text::ascii_lower;
using text::is_ascii_alnum;
using text::is_ascii_digit;
using text::is_ascii_letter;
using text::is_ascii_lower;
using text::is_ascii_upper;

constexpr std::size_t kLookedAt = 2000;
constexpr int kCap = 3;

/// Lower-case phrases that references hold. A blank at an end means the end of a word.
constexpr std::string_view kCues[] = {
    "et al",
    "u. a.",
    "available at",
    "available from",
    "retrieved",
    "accessed",
    "in: ",
    "(ed.",
    "(eds",
    "(hrsg",
    "(hg.",
    "(org",
    "(dir.",
    " press",
    "university",
    "universität",
    "verlag",
    "journal",
    " j. ",
    "zeitschrift",
    "vol.",
    "no. ",
    "pp.",
    " bd. ",
    "jg.",
    "heft ",
    "isbn",
    "issn",
    "epub",
    "[internet]",
    "arxiv",
    "proceedings",
    "conference",
    "thesis",
    "dissertation",
    "unpublished",
    "unveröff",
    "working paper",
    "technical report",
    "published online",
    "ahead of print",
    "disponível",
    "disponible",
    "acesso em",
    "abgerufen",
    "cochrane",
    "lancet",
    "ann intern",
    " med.",
    " res.",
    " rev.",
    " med ",
    "doi",
    "pmid",
    "forthcoming",
    "in press",
    "erschein",
    "springer",
    "elsevier",
    "wiley",
    "routledge",
    "oxford",
    "cambridge",
    "frankfurt",
    "berlin",
    "new york",
    "london",
    "sage",
    "s. l.",
    " ed. ",
    " aufl",
    "stuttgart",
    "münchen",
    "wiesbaden",
    "opladen",
    "suhrkamp",
    "campus",
    "reinbek",
    "köln",
    "hamburg",
    "paris",
    "eds.",
    "transl",
};

/// Words of running text, with blanks around them.
constexpr std::string_view kRunning[] = {
    " you ",   " your ",   " we ",    " our ",  " us ",     " should ", " can ",      " will ",  " is ",
    " are ",   " were ",   " was ",   " has ",  " have ",   " they ",   " if you ",   " i ",     " my ",
    " may ",   " would ",  " could ", " such ", " please ", " wir ",    " werden ",   " wird ",  " sind ",
    " wurde ", " wurden ", " ist ",   " dass ", " nicht ",  " sich ",   " however, ", " which ", " this ",
    " these ", " that ",   " war ",   " kann ", " sein ",   " es ",     " foram ",    " são ",   " not ",
};

int count_any(std::string_view lower, const std::string_view* begin, const std::string_view* end) {
    int count = 0;
    for (const auto* it = begin; it != end && count < kCap; ++it) {
        count += lower.find(*it) != std::string_view::npos ? 1 : 0;
    }
    return count;
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.substr(0, 2) == "18" || digits.substr(0, 2) == "19" ||
                                  (digits[0] == '2' && digits[1] == '0' && digits[2] <= '3'));
}

/// The byte that a dash of any kind at `at` ends before; `at` when there is none.
std::size_t skip_dash(std::string_view line, std::size_t at) {
    if (at >= line.size()) {
        return at;
    }
    std::size_t next = at;
    return text::is_dash(text::next_code_point(line, next)) ? next : at;
}

std::size_t digits_end(std::string_view line, std::size_t at) {
    while (at < line.size() && is_ascii_digit(line[at])) {
        ++at;
    }
    return at;
}

/// "391(10137):2356", "15, 123-130", "25:102", "pp. 12-15" around the number that ends at `end`.
bool is_locator(std::string_view line, std::size_t begin, std::size_t end) {
    std::size_t at = end;
    if (at < line.size() && line[at] == '(') {
        const std::size_t close = line.substr(at, 24).find(')');
        at = close == std::string_view::npos ? at : at + close + 1;
    }
    const bool colon = at < line.size() && line[at] == ':';
    const std::size_t pages = colon ? at + 1 + (at + 1 < line.size() && line[at + 1] == ' ' ? 1U : 0U) : at;
    if (colon && pages < line.size() && is_ascii_digit(line[pages]) && end - begin <= 4) {
        return true;
    }
    const std::size_t after_dash = skip_dash(line, end);
    const bool range = after_dash != end && after_dash < line.size() && is_ascii_digit(line[after_dash]);
    const std::string_view before = line.substr(begin < 5 ? 0 : begin - 5, begin < 5 ? begin : 5);
    const bool page_word = before.ends_with("p. ") || before.ends_with("p.") || before.ends_with("S. ") ||
                           before.ends_with("p ") || before.ends_with(", ") || before.ends_with(": ");
    return range && page_word;
}

void read_number(std::string_view line, std::size_t begin, std::size_t end, ReferenceFeatures& features) {
    if (begin > 0 && (is_ascii_letter(line[begin - 1]) || line[begin - 1] == '.')) {
        return;
    }
    if (is_year(line.substr(begin, end - begin))) {
        features.years = std::min(kCap, features.years + 1);
        const char before = begin > 0 ? line[begin - 1] : ' ';
        std::size_t at = end;
        at += at < line.size() && is_ascii_lower(line[at]) ? 1U : 0U;
        const char after = at < line.size() ? line[at] : '.';
        const bool place = before == '(' || after == ';' || after == ')' || after == ':' || after == '.' ||
                           (after == ',' && begin >= 2);
        features.year_places = std::min(kCap, features.year_places + (place ? 1 : 0));
    }
    features.locators = std::min(kCap, features.locators + (is_locator(line, begin, end) ? 1 : 0));
}

/// "AB," or "A." as people's initials; `begin` is the first capital.
bool is_initials(std::string_view line, std::size_t begin, std::size_t end) {
    const std::size_t size = end - begin;
    if (size == 0 || size > 3 || end >= line.size()) {
        return false;
    }
    const char after = line[end];
    if (size == 1 && after == '.') {
        return true;
    }
    const bool capital_before = [&] {
        std::size_t word = begin >= 1 ? begin - 1 : 0;
        while (word > 0 && line[word - 1] != ' ') {
            --word;
        }
        return begin >= 3 && is_ascii_upper(line[word]);
    }();
    const bool name_before = begin >= 3 && line[begin - 1] == ' ' &&
                             (is_ascii_lower(line[begin - 2]) || line[begin - 2] == ',' ||
                              static_cast<unsigned char>(line[begin - 2]) >= 0x80);
    return name_before && (after == ',' || after == '.' || after == ';' || (after == ' ' && capital_before));
}

/// "(n.d.)", "[in press]": what stands for a year counts as one.
bool brackets_yearless(std::string_view line, std::size_t open) {
    const std::string_view rest = line.substr(open + 1, kLongestListDate + 1);
    const std::size_t close = rest.find(line[open] == '(' ? ')' : ']');
    return close != std::string_view::npos && stands_for_year(rest.substr(0, close));
}

void read_marks(std::string_view line, ReferenceFeatures& features) {
    int initials = 0;
    for (std::size_t i = 0; i < line.size();) {
        const bool word_start = i == 0 || !is_ascii_alnum(line[i - 1]);
        if (is_ascii_digit(line[i])) {
            const std::size_t end = digits_end(line, i);
            read_number(line, i, end, features);
            i = end;
        } else if (is_ascii_upper(line[i]) && word_start) {
            std::size_t end = i;
            while (end < line.size() && is_ascii_upper(line[end])) {
                ++end;
            }
            initials += is_initials(line, i, end) ? 1 : 0;
            i = std::max(end, i + 1);
        } else if (line[i] == '(' || line[i] == '[') {
            const bool yearless = brackets_yearless(line, i);
            features.years = std::min(kCap, features.years + (yearless ? 1 : 0));
            features.year_places = std::min(kCap, features.year_places + (yearless ? 1 : 0));
            ++i;
        } else {
            ++i;
        }
    }
    features.initials = std::min(kCap, initials);
}

bool is_quoted(std::string_view line) {
    const std::size_t ascii = line.find('"');
    return line.find("“") != std::string_view::npos || line.find("„") != std::string_view::npos ||
           line.find("«") != std::string_view::npos ||
           (ascii != std::string_view::npos && line.find('"', ascii + 1) != std::string_view::npos);
}

int count_identifiers(std::string_view lower) {
    int count = 0;
    for (const std::string_view mark : {"10.", "http", "www.", "pmid", "pmc", "arxiv", "isbn", "doi.org"}) {
        const std::size_t at = lower.find(mark);
        const bool found = at != std::string_view::npos &&
                           (mark != "10." || (lower.size() > at + 4 && is_ascii_digit(lower[at + 3]) &&
                                              lower.find('/', at) != std::string_view::npos));
        count += found ? 1 : 0;
    }
    return std::min(count, kCap);
}

}  // namespace

ReferenceFeatures reference_features(std::string_view line) {
    line = text::trim(line.substr(0, kLookedAt));
    ReferenceFeatures features;
    if (line.empty()) {
        return features;
    }
    read_marks(line, features);
    const std::string lower = " " + ascii_lower(line) + " ";
    features.identifiers = count_identifiers(lower);
    features.cues = count_any(lower, std::begin(kCues), std::end(kCues));
    features.running = count_any(lower, std::begin(kRunning), std::end(kRunning));
    features.quoted = is_quoted(line);
    features.author_head = has_author_head(line);
    features.body_head = !features.author_head && has_body_and_date(line);
    std::size_t at = 0;
    const char32_t first = text::next_code_point(line, at);
    const bool uncased = text::is_letter(first) && !text::is_lower(first);
    features.starts_upper = uncased || first == U'"' || first == U'“' || first == U'„';
    const char last = line.back();
    features.ends_like_entry = last == '.' || is_ascii_digit(last) || last == ')' || last == '/' ||
                               (features.identifiers > 0 && is_ascii_alnum(last));
    features.asks = last == '?' || last == '!';
    return features;
}

double reference_likeness(std::string_view entry) {
    const ReferenceFeatures f = reference_features(entry);
    const std::size_t size = text::trim(entry).size();
    double score = -2.6;
    score += 0.9 * std::min(f.years, 2) + 0.8 * std::min(f.year_places, 1);
    score += 1.6 * std::min(f.identifiers, 2);
    score += 0.7 * f.initials + 1.1 * std::min(f.locators, 2) + 0.5 * f.cues;
    score += (f.quoted ? 0.4 : 0.0) + (f.starts_upper ? 0.3 : -0.4) + (f.ends_like_entry ? 0.3 : -0.3);
    score += f.author_head ? 1.4 : (f.body_head ? 1.1 : 0.0);
    score -= (f.author_head ? 0.5 : 0.9) * f.running + (f.asks ? 1.5 : 0.0);
    if (size < 25) {
        score -= f.identifiers > 0 ? 0.0 : 1.5;
    } else if (size > 1200) {
        score -= 1.5;
    }
    return 1.0 / (1.0 + std::exp(-score));
}

}  // namespace whereof::article
