// SPDX-License-Identifier: MIT
#include "article/document_lines.hpp"

#include "article/furniture.hpp"
#include "article/layout.hpp"
#include "article/reference_score.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

namespace whereof::article {
namespace {

/// A line that stands in the document this often, its page number apart, is a running head or foot.
constexpr int kRunningHead = 4;
constexpr std::size_t kLongestHead = 120;
constexpr std::size_t kShortestHead = 10;
constexpr std::size_t kLookedAt = 2000;
constexpr std::size_t kLongestInSeries = 14;
/// How many lines around one speak for it.
constexpr std::size_t kContext = 3;

/// Costs of changing between the states, in the unit of LineFacts::evidence.
constexpr double kEnter = 7.0;
/// The same where another list stands under a heading: lists without one are then unlikely.
constexpr double kEnterBesideHeaded = 15.0;
constexpr double kSureList = 12.0;
constexpr double kEnterAfterHeading = -4.0;
constexpr double kLeave = 5.0;
constexpr double kLeaveAtHeading = -3.0;
constexpr double kInterrupt = 1.5;
constexpr double kStayInterrupted = 0.7;
/// A list with less evidence in all is none.
constexpr double kLeastEvidence = 4.0;

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
std::string head_key(std::string_view line) {
    if (line.size() > kLongestHead || line.empty() || line.back() == '.') {
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

/// "12", "- 12 -", "xiv", "S. 12"
bool is_page_number(std::string_view line) {
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
        fact.text = text::trim(line);
        if (const std::string key = head_key(fact.text); !key.empty()) {
            ++heads[key];
        }
        if (const std::string key = series_key(fact.text); !key.empty()) {
            ++heads[key];
        }
    }
    for (LineFacts& fact : facts) {
        if (fact.text.empty()) {
            continue;
        }
        const std::string head = head_key(fact.text);
        const std::string series = series_key(fact.text);
        const bool repeated = (!head.empty() && heads[head] >= kRunningHead) ||
                              (!series.empty() && heads[series] >= kRunningHead);
        fact.page_mark = repeated || is_page_number(fact.text);
        fact.evidence = evidence_of(fact.text);
        if (fact.text.size() <= 60) {
            const std::string key = heading_key(fact.text);
            fact.opens_list = !key.empty() && headings().class_of(key) == "strong";
            fact.opens_list = fact.opens_list || key == "literature" || key == "sources";
            fact.ends_list = !fact.opens_list && ends_reference_list(fact.text);
        }
    }
    return facts;
}

namespace {

enum State : std::size_t { kOutside, kInside, kInterrupted, kStates };

/// Evidence of each line with its neighbours', blank lines and page marks left out of the count.
std::vector<double> smoothed(const std::vector<LineFacts>& facts, const std::vector<std::size_t>& rows) {
    std::vector<double> out(rows.size(), 0.0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::size_t first = r > kContext ? r - kContext : 0;
        const std::size_t last = std::min(rows.size(), r + kContext + 1);
        double sum = 0.0;
        double count = 0.0;
        for (std::size_t n = first; n < last; ++n) {
            if (!facts[rows[n]].page_mark) {
                sum += facts[rows[n]].evidence;
                count += 1.0;
            }
        }
        const double around = count > 0 ? sum / count : 0.0;
        out[r] = 0.35 * facts[rows[r]].evidence + 0.65 * around;
    }
    return out;
}

double cost(State from, State to, const LineFacts& before, const LineFacts& line, double enter) {
    if (from == to) {
        return to == kInterrupted ? kStayInterrupted : 0.0;
    }
    if (to == kInside) {
        return from == kInterrupted ? 0.0 : (before.opens_list ? kEnterAfterHeading : enter);
    }
    if (to == kInterrupted) {
        return from == kInside ? kInterrupt : std::numeric_limits<double>::infinity();
    }
    return line.ends_list ? kLeaveAtHeading : kLeave;
}

double gain(State state, const LineFacts& line, double evidence) {
    if (state == kInside) {
        return line.page_mark || line.opens_list ? -1.5 : (line.ends_list ? -3.0 : evidence);
    }
    if (state == kInterrupted) {
        return line.page_mark || line.opens_list ? 0.5 : std::min(0.0, -evidence) - 0.3;
    }
    return 0.0;
}

}  // namespace

namespace {

/// The best path; `headed` becomes true when it has a sure list under a heading.
std::vector<char> best_path(const std::vector<LineFacts>& facts, const std::vector<std::size_t>& rows,
                            const std::vector<double>& evidence, double enter, bool& headed) {
    std::vector<char> labels(facts.size(), 0);
    std::vector<std::array<State, kStates>> came_from(rows.size());
    std::array<double, kStates> best{0.0, gain(kInside, facts[rows[0]], evidence[0]) - enter,
                                     -std::numeric_limits<double>::infinity()};
    for (std::size_t r = 1; r < rows.size(); ++r) {
        std::array<double, kStates> next{};
        for (const State to : {kOutside, kInside, kInterrupted}) {
            next[to] = -std::numeric_limits<double>::infinity();
            for (const State from : {kOutside, kInside, kInterrupted}) {
                const double value = best[from] - cost(from, to, facts[rows[r - 1]], facts[rows[r]], enter);
                if (value > next[to]) {
                    next[to] = value;
                    came_from[r][to] = from;
                }
            }
            next[to] += gain(to, facts[rows[r]], evidence[r]);
        }
        best = next;
    }
    State state = best[kInside] > best[kOutside] ? kInside : kOutside;
    state = best[kInterrupted] > best[state] ? kInterrupted : state;
    double sum = 0.0;
    std::size_t end = rows.size();
    for (std::size_t r = rows.size(); r-- > 0;) {
        labels[rows[r]] = state == kInside ? 1 : 0;
        sum += state == kInside ? evidence[r] : 0.0;
        const State before = r > 0 ? came_from[r][state] : kOutside;
        if (state != kOutside && before == kOutside) {
            headed = headed || (r > 0 && facts[rows[r - 1]].opens_list && sum >= kSureList);
            for (std::size_t n = r; sum < kLeastEvidence && n < end; ++n) {
                labels[rows[n]] = 0;
            }
            sum = 0.0;
        }
        if (state == kOutside) {
            end = r;
        }
        state = before;
    }
    return labels;
}

}  // namespace

std::vector<char> label_lines(const std::vector<LineFacts>& facts) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!facts[i].text.empty()) {
            rows.push_back(i);
        }
    }
    if (rows.empty()) {
        return std::vector<char>(facts.size(), 0);
    }
    const std::vector<double> evidence = smoothed(facts, rows);
    bool headed = false;
    std::vector<char> labels = best_path(facts, rows, evidence, kEnter, headed);
    if (headed) {
        labels = best_path(facts, rows, evidence, kEnterBesideHeaded, headed);
    }
    return labels;
}

}  // namespace whereof::article
