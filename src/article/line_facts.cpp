// SPDX-License-Identifier: MIT
#include "article/document_lines.hpp"
#include "article/furniture.hpp"
#include "article/layout.hpp"
#include "article/reference_score.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <unordered_map>

namespace whereof::article {
namespace {

/// A line that stands in the document this often, its page number apart, is a running head or foot.
constexpr int kRunningHead = 4;
/// The same for one that stands beside a page number.
constexpr int kBesidePageNumber = 2;
constexpr std::size_t kLongestHead = 120;
constexpr std::size_t kShortestHead = 10;
constexpr std::size_t kLookedAt = 2000;
constexpr std::size_t kLongestInSeries = 14;
const text::WordList& headings() {
    static const text::WordList list("corpus/words/reference_headings.tsv");
    return list;
}

/// Citations as running text has them: "(vgl. Grob 1991", "et al. 2000". At most 3.
int citations_in(std::string_view line) {
    line = line.substr(0, kLookedAt);
    int count = 0;
    for (std::size_t at = line.find('('); at != std::string_view::npos && count < 3;
         at = line.find('(', at + 1)) {
        const std::string_view inner = line.substr(at + 1, 40);
        const std::size_t year = inner.find_first_of("12");
        const bool words = year != std::string_view::npos && year >= 4 && year + 4 <= inner.size() &&
                           text::is_ascii_digit(inner[year + 1]) && text::is_ascii_digit(inner[year + 2]) &&
                           text::is_ascii_digit(inner[year + 3]) &&
                           inner.substr(0, year).find(')') == std::string_view::npos &&
                           text::is_ascii_upper(inner[0]);
        count +=
            words || inner.starts_with("vgl") || inner.starts_with("z.B") || inner.starts_with("see") ? 1 : 0;
    }
    for (std::size_t at = line.find("al. "); at != std::string_view::npos && count < 3;
         at = line.find("al. ", at + 1)) {
        count += at + 4 < line.size() && (line[at + 4] == '1' || line[at + 4] == '2') ? 1 : 0;
    }
    return count;
}

/// No-break and other wide spaces count as white space here.
bool is_blank(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        if (!text::is_space(text::next_code_point(line, at))) {
            return false;
        }
    }
    return true;
}

double evidence_of(std::string_view line) {
    const ReferenceFeatures f = reference_features(line);
    // Short lines of narrow columns have room for less.
    double sum = -0.7 * std::clamp(static_cast<double>(line.size()) / 80.0, 0.45, 1.2);
    sum += 0.9 * std::min(f.years, 2) + 0.7 * std::min(f.year_places, 2) + 1.2 * f.identifiers;
    sum += 0.5 * f.initials + 0.9 * f.locators + 0.45 * f.cues + (f.author_head ? 0.6 : 0.0);
    sum += f.quoted ? 0.2 : 0.0;
    sum -= 0.75 * f.running + 0.6 * citations_in(line);
    sum -= line.find('@') != std::string_view::npos || line.find("Tel") != std::string_view::npos ? 1.5 : 0.0;
    // A row of a table is mostly numbers.
    const auto letters = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return text::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    }));
    if (letters * 3 < line.size() && f.identifiers == 0) {
        sum = std::min(sum, -0.2);
    }
    return std::clamp(sum, -3.0, 4.0);
}

/// What the same running head has on every page: the line without the page number at either end, blanks and
/// case. Empty for lines too short to tell, and for those that end like an entry.
std::string head_key(std::string_view line, bool any_end = false) {
    if (line.size() > kLongestHead || line.empty() || (line.back() == '.' && !any_end)) {
        return {};
    }
    const auto is_edge = [](char c) { return text::is_ascii_digit(c) || text::is_ascii_space(c); };
    while (!line.empty() && is_edge(line.front())) {
        line.remove_prefix(1);
    }
    while (!line.empty() && is_edge(line.back())) {
        line.remove_suffix(1);
    }
    std::string key;
    for (const char c : line) {
        if (!text::is_ascii_space(c)) {
            key += text::ascii_lower(c);
        }
    }
    return key.size() >= kShortestHead ? key : std::string();
}

/// What short lines have in common that differ in their numbers only: "No. 3/1991", "(-0.42)".
std::string series_key(std::string_view line) {
    std::string key;
    for (const char c : line.substr(0, line.size() <= kLongestInSeries ? line.size() : 0)) {
        if (!text::is_ascii_digit(c) && !text::is_ascii_space(c)) {
            key += c;
        }
    }
    const bool telling =
        std::any_of(key.begin(), key.end(), [](char c) { return text::is_ascii_letter(c) || c == '('; });
    return telling && line.back() != '.' ? "#" + key : std::string();
}

/// "12", "- 12 -", "– 12 –", "xiv", "S. 12"
bool is_page_number(std::string_view line) {
    for (const std::string_view dash : {"–", "—"}) {
        if (line.starts_with(dash) && line.ends_with(dash) && line.size() > 2 * dash.size()) {
            line = text::trim(line.substr(dash.size(), line.size() - 2 * dash.size()));
        }
    }
    if (line.empty()) {
        return true;
    }
    std::size_t digits = 0;
    std::size_t groups = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool digit = text::is_ascii_digit(c);
        // "1 9 0" is one number whose digits stand apart.
        const bool goes_on = i > 1 && line[i - 1] == ' ' && text::is_ascii_digit(line[i - 2]);
        groups += digit && !goes_on && (i == 0 || !text::is_ascii_digit(line[i - 1])) ? 1U : 0U;
        digits += digit ? 1U : 0U;
        if (text::is_ascii_letter(c) && c != 'i' && c != 'v' && c != 'x' && c != 'S' && c != 'p') {
            return false;
        }
    }
    const char last = line.back();
    return line.size() <= 9 && last != '.' && last != ',' && last != ')' && groups <= 1 && digits <= 4 &&
           (digits > 0 || line.size() <= 5);
}

/// How what follows a list in a journal or a series of papers begins, in small letters: addresses, dates of
/// receipt, how to cite, the other papers of the series.
constexpr std::string_view kClosing[] = {"author:",
                                         "authors:",
                                         "autor:",
                                         "autorin:",
                                         "autoren:",
                                         "about the author",
                                         "zum autor",
                                         "zur autorin",
                                         "zu den autor",
                                         "über die autor",
                                         "über den autor",
                                         "kontakt",
                                         "contact",
                                         "correspond",
                                         "korrespondenz",
                                         "anschrift",
                                         "adresse",
                                         "address",
                                         "received",
                                         "accepted",
                                         "eingereicht",
                                         "eingegangen",
                                         "akzeptiert",
                                         "angenommen am",
                                         "manuskript",
                                         "please cite",
                                         "how to cite",
                                         "citation:",
                                         "bitte diesen artikel",
                                         "zitiervorschlag",
                                         "zitierhinweis",
                                         "zitation",
                                         "issn",
                                         "isbn",

                                         "©",
                                         "copyright",
                                         "impressum",
                                         "herausgeber:",
                                         "editor:",
                                         "editors:",
                                         "tel.",
                                         "telefon",
                                         "phone",
                                         "fax",
                                         "e-mail",
                                         "email",
                                         "prof. dr.",
                                         "dr. ",
                                         "title:",
                                         "titel:",
                                         "bücher des",
                                         "books of",
                                         "discussion papers",
                                         "working papers",
                                         "veröffentlichungen de",
                                         "publikationen de",
                                         "publications of",
                                         "bisher erschienen",
                                         "bereits erschienen",
                                         "zuletzt erschienen",
                                         "in dieser reihe",
                                         "in this series",
                                         "titles in th",
                                         "previously published",
                                         "recent publications",
                                         "recent issues",
                                         "neuere publikationen",
                                         "neuerscheinungen",
                                         "fecha de rec",
                                         "recibido",
                                         "recebido",
                                         "correspondência",
                                         "endereço"};

bool closes_list(std::string_view line) {
    const std::string head = text::ascii_lower(line.substr(0, 24));
    return std::ranges::any_of(kClosing, [&](std::string_view phrase) { return head.starts_with(phrase); });
}

/// "6.1. Primary sources": a heading inside a list.
bool is_numbered_heading(std::string_view line) {
    std::size_t at = 0;
    int numbers = 0;
    while (at < line.size() && text::is_ascii_digit(line[at])) {
        const std::size_t begin = at;
        while (at < line.size() && text::is_ascii_digit(line[at])) {
            ++at;
        }
        if (at - begin > 2) {
            return false;
        }
        ++numbers;
        at += at < line.size() && line[at] == '.' ? 1U : 0U;
    }
    const bool words = at + 1 < line.size() && line[at] == ' ' && !text::is_ascii_lower(line[at + 1]);
    return numbers >= 2 && words && line.size() <= 60 &&
           line.find_first_of("0123456789,;:()", at) == std::string_view::npos;
}

/// Lines beside a page number: those that do so twice or more are running heads and feet too.
std::unordered_map<std::string, int> count_beside_page_numbers(const std::vector<LineFacts>& facts) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!facts[i].text.empty()) {
            rows.push_back(i);
        }
    }
    std::unordered_map<std::string, int> counts;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const bool beside = (r > 0 && is_page_number(facts[rows[r - 1]].text)) ||
                            (r + 1 < rows.size() && is_page_number(facts[rows[r + 1]].text));
        if (beside) {
            if (std::string key = head_key(facts[rows[r]].text, true); !key.empty()) {
                ++counts[std::move(key)];
            }
        }
    }
    return counts;
}

}  // namespace

std::vector<LineFacts> read_line_facts(std::span<const std::string> lines) {
    std::vector<LineFacts> facts(lines.size());
    std::unordered_map<std::string, int> heads;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        LineFacts& fact = facts[i];
        const std::string_view line = lines[i];
        for (const char c : line) {
            if (!text::is_ascii_space(c)) {
                break;
            }
            fact.indent += c == '\t' ? 4U : 1U;
        }
        fact.text = is_blank(line) ? std::string_view() : text::trim(line);
        if (const std::string key = head_key(fact.text); !key.empty()) {
            ++heads[key];
        }
        if (const std::string key = series_key(fact.text); !key.empty()) {
            ++heads[key];
        }
    }
    const auto beside_page_numbers = count_beside_page_numbers(facts);
    for (LineFacts& fact : facts) {
        if (fact.text.empty()) {
            continue;
        }
        const std::string head = head_key(fact.text);
        const auto beside = beside_page_numbers.find(head_key(fact.text, true));
        const std::string series = series_key(fact.text);
        const bool repeated = (beside != beside_page_numbers.end() && beside->second >= kBesidePageNumber) ||
                              (!head.empty() && heads[head] >= kRunningHead) ||
                              (!series.empty() && heads[series] >= kRunningHead);
        fact.page_mark = repeated || is_page_number(fact.text) || is_numbered_heading(fact.text);
        fact.evidence = evidence_of(fact.text);
        if (fact.text.size() <= 60) {
            const std::string key = heading_key(fact.text);
            fact.opens_list = !key.empty() && headings().class_of(key) == "strong";
            fact.opens_list = fact.opens_list || key == "literature" || key == "sources";
            fact.ends_list = !fact.opens_list && ends_reference_list(fact.text);
        }
        fact.ends_list = !fact.page_mark && (fact.ends_list || closes_list(fact.text));
    }
    return facts;
}

}  // namespace whereof::article
