// SPDX-License-Identifier: MIT
#include "bib/numbers.hpp"

#include "bib/name_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace whereof::bib {
namespace {

using text::is_ascii_digit;
using text::is_ascii_letter;
using text::is_ascii_space;

using Labels = std::span<const std::string_view>;

constexpr std::string_view kPageLabels[] = {"art",     "article", "articles", "artikel", "e-pub", "id",
                                            "no",      "number",  "p",        "page",    "pages", "pag",
                                            "pags",    "pp",      "ppp",      "pág",     "págs",  "página",
                                            "páginas", "s",       "seite",    "seiten",  "ss"};
constexpr std::string_view kVolumeLabels[] = {"band", "bd", "bde", "jahrgang", "jg",     "t",      "tome",
                                              "tomo", "v",  "vol", "vols",     "volume", "volumen"};
constexpr std::string_view kIssueLabels[] = {
    "ausgabe", "fasc", "h",      "heft",    "hft",    "iss",    "issue",  "issues", "n",  "no", "nos", "nr",
    "nrs",     "num",  "number", "numbers", "numero", "numéro", "número", "núm",    "nº", "nᵒ", "n°",  "№"};

constexpr std::string_view kFrontEdges = " \t\r\n,;:.([{<|";

/// Without the punctuation and unmatched closing brackets at the end that no number needs.
std::string_view bare_end(std::string_view text) {
    constexpr std::string_view kEdges = " \t\r\n,;:.-([{<|";
    constexpr std::string_view kOpen = "([{";
    constexpr std::string_view kClose = ")]}";
    std::array<std::size_t, kOpen.size()> first_open{};
    for (std::size_t i = 0; i < kOpen.size(); ++i) {
        first_open[i] = text.find(kOpen[i]);
    }
    while (!text.empty()) {
        const std::size_t pair = kClose.find(text.back());
        const bool unmatched = pair != std::string_view::npos && first_open[pair] >= text.size();
        if (!unmatched && kEdges.find(text.back()) == std::string_view::npos) {
            break;
        }
        text.remove_suffix(1);
    }
    return text;
}

/// Without edge punctuation at either end. No-break blanks and dashes are plain by then.
std::string_view bare(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(kFrontEdges), text.size()));
    return bare_end(text);
}

/// ASCII hyphens and single blanks; no soft hyphens or zero-width characters.
std::string plain(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next_code_point(text, at);
        if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF) {
            continue;
        }
        if (text::is_dash(c)) {
            if (!out.ends_with('-')) {
                out += '-';
            }
        } else if (text::is_space(c) || c < 0x20) {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
        } else {
            text::append_code_point(out, c);
        }
    }
    return out;
}

/// The text behind a label at its front, with its dot, colon or number sign: "pp. 12", "No.: 5", "vol 3",
/// "n.3". A label glued to what follows needs a full stop, or "S34" would lose its S.
std::string_view without_label(std::string_view text, Labels labels) {
    for (;;) {
        std::size_t end = 0;
        while (end < text.size() &&
               (is_ascii_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) {
            ++end;
        }
        if (end == 0 || end == text.size() || end > 12) {
            return text;
        }
        const char mark = text[end];
        const bool sign = static_cast<unsigned char>(text[end - 1]) >= 0x80;  // "nº", "№"
        const bool word = mark == '.' || mark == ' ' || mark == ':' || (sign && is_ascii_digit(mark));
        if (!word || std::ranges::find(labels, lower_key(text.substr(0, end))) == labels.end()) {
            return text;
        }
        text.remove_prefix(end);
        while (!text.empty() && std::string_view(". :,").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        }
    }
}

/// Without labels and edge punctuation, however they alternate: "(No. [n. 3])" is "3".
std::string_view without_labels(std::string_view text, Labels labels) {
    for (std::size_t before = text.size() + 1; text.size() < before;) {
        before = text.size();
        text.remove_prefix(std::min(text.find_first_not_of(kFrontEdges), text.size()));
        text = without_label(text, labels);
    }
    return bare_end(text);
}

/// "S34" is "S", "34", ""; "1747S" is "", "1747", "S".
struct Page {
    std::string_view before;
    std::string_view number;
    std::string_view behind;
};

bool read_page(std::string_view text, Page& page) {
    std::size_t at = 0;
    while (at < text.size() && is_ascii_letter(text[at])) {
        ++at;
    }
    page.before = text.substr(0, at);
    const std::size_t digits = at;
    while (at < text.size() && is_ascii_digit(text[at])) {
        ++at;
    }
    page.number = text.substr(digits, at - digits);
    page.behind = text.substr(at);
    return !page.number.empty() && std::ranges::all_of(page.behind, is_ascii_letter);
}

std::string expand(const Page& first, const Page& last) {
    std::string number(last.number);
    if (number.size() < first.number.size() && last.before.empty()) {
        const std::string whole =
            std::string(first.number.substr(0, first.number.size() - number.size())) + number;
        if (whole >= first.number) {
            number = whole;
        }
    }
    const bool grown = number.size() >= first.number.size();
    const std::string_view before = last.before.empty() && grown ? first.before : last.before;
    const std::string_view behind =
        last.behind.empty() && grown && first.before.empty() ? first.behind : last.behind;
    return std::string(before) + number + std::string(behind);
}

/// One range or number; anything else as it is.
std::string normalise_range(std::string_view text) {
    text = text::trim(text);
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos || text.find('-', dash + 1) != std::string_view::npos) {
        return std::string(text);
    }
    const std::string_view left = text::trim(text.substr(0, dash));
    const std::string_view right = text::trim(text.substr(dash + 1));
    Page first;
    Page last;
    if (!read_page(left, first) || !read_page(right, last)) {
        return left.empty() || right.empty() || left.find(' ') != std::string_view::npos
                   ? std::string(text)
                   : std::string(left) + "-" + std::string(right);
    }
    const std::string end = expand(first, last);
    return end == left ? end : std::string(left) + "-" + end;
}

}  // namespace

std::string normalise_pages(std::string_view text) {
    const std::string cleaned = plain(text);
    std::string_view rest = without_labels(cleaned, kPageLabels);
    std::string out;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(",;&"), rest.size());
        out += normalise_range(rest.substr(0, end));
        if (end < rest.size()) {
            out += rest[end] == '&' ? " & " : std::string(1, rest[end]) + " ";
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

PageRange page_range(std::string_view normalised) {
    constexpr std::size_t kMostDigits = 9;
    const auto value = [](std::string_view digits) {
        long number = 0;
        for (const char c : digits.substr(0, kMostDigits)) {
            number = number * 10 + (c - '0');
        }
        return number;
    };
    const std::size_t dash = normalised.find('-');
    const std::size_t end = std::min(normalised.find_first_of(",;&"), normalised.size());
    Page first;
    Page last;
    if (!read_page(normalised.substr(0, std::min(dash, end)), first)) {
        return {};
    }
    PageRange range{value(first.number), value(first.number)};
    if (dash < end && read_page(normalised.substr(dash + 1, end - dash - 1), last)) {
        range.last = value(last.number);
    }
    return range;
}

std::string normalise_volume(std::string_view text) {
    const std::string cleaned = plain(text);
    return std::string(without_labels(cleaned, kVolumeLabels));
}

std::string normalise_issue(std::string_view text) {
    const std::string cleaned = plain(text);
    return std::string(without_labels(cleaned, kIssueLabels));
}

namespace {

/// Where the issue begins in a bare volume-and-issue text; npos when there is none.
struct Division {
    std::size_t volume_end = std::string_view::npos;
    std::size_t issue_begin = std::string_view::npos;
};

Division divide_at_label(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!is_ascii_space(text[at - 1]) && text[at - 1] != ',' && text[at - 1] != ';') {
            continue;
        }
        const std::string_view rest = text.substr(at);
        if (without_label(rest, kIssueLabels).size() < rest.size()) {
            return {at, at};
        }
        const std::string key = lower_key(rest.substr(0, std::min<std::size_t>(rest.size(), 4)));
        if (key.starts_with("sup") || key.starts_with("spec")) {
            return {at, at};
        }
    }
    return {};
}

Division divide(std::string_view text) {
    const std::size_t bracket = text.find_first_of("([");
    if (bracket != std::string_view::npos && bracket > 0) {
        return {bracket, bracket + 1};
    }
    if (const Division label = divide_at_label(text); label.issue_begin != std::string_view::npos) {
        return label;
    }
    const std::size_t mark = text.find_first_of("./:,");
    const bool numbers =
        mark != std::string_view::npos && mark > 0 && mark + 1 < text.size() &&
        is_ascii_digit(text[mark - 1]) &&
        (is_ascii_digit(text[mark + 1]) ||
         (text[mark + 1] == ' ' && mark + 2 < text.size() && is_ascii_digit(text[mark + 2])));
    return numbers ? Division{mark, mark + 1} : Division{};
}

}  // namespace

VolumeIssue split_volume_issue(std::string_view text) {
    const std::string cleaned = plain(text);
    const std::string_view rest = without_labels(cleaned, kVolumeLabels);
    const Division division = divide(rest);
    if (division.issue_begin == std::string_view::npos) {
        return {std::string(rest), {}};
    }
    std::string_view issue = rest.substr(division.issue_begin);
    if (const std::size_t close = issue.find_first_of(")]");
        close != std::string_view::npos && bare(issue.substr(close + 1)).empty()) {
        issue = issue.substr(0, close);
    }
    return {std::string(bare(rest.substr(0, division.volume_end))), normalise_issue(issue)};
}

std::string normalise_edition(std::string_view text) {
    constexpr std::array<std::string_view, 10> kOrdinals = {"first", "second",  "third",  "fourth", "fifth",
                                                            "sixth", "seventh", "eighth", "ninth",  "tenth"};
    constexpr std::string_view kEditionWords[] = {"aufl",    "auflage",  "ausg", "ed", "edición", "edição",
                                                  "edition", "edizione", "edn",  "éd", "édition"};
    const std::string cleaned = plain(text);
    const std::string_view rest = bare(cleaned);
    if (!rest.empty() && is_ascii_digit(rest.front())) {
        const std::size_t end = rest.find_first_not_of("0123456789");
        return std::string(rest.substr(0, end));
    }
    std::string out;
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t end = std::min(rest.find(' ', at), rest.size());
        const std::string_view word = rest.substr(at, end - at);
        const std::string key = lower_key(word);
        if (const auto* found = std::ranges::find(kOrdinals, key); found != kOrdinals.end()) {
            return std::to_string(found - kOrdinals.begin() + 1);
        }
        if (std::ranges::find(kEditionWords, key) == std::end(kEditionWords)) {
            out += (out.empty() ? "" : " ") + std::string(word);
        }
        at = end + 1;
    }
    return out;
}

}  // namespace whereof::bib
