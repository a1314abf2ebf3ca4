// SPDX-License-Identifier: MIT
#include "article/entries.hpp"
#include "article/entry_heads.hpp"
#include "article/entry_indents.hpp"
#include "article/reference_score.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace whereof::article {
namespace {

using Lines = std::vector<std::string_view>;
using Indents = std::vector<std::uint32_t>;

/// The first label of a list may stand behind so many lines: the rest of an entry, an introduction.
constexpr std::size_t kMostBeforeFirst = 4;
/// So many labels may be missing where entries were picked out of a list, or a page was lost.
constexpr std::uint32_t kWidestGap = 60;
/// What a line must score to begin an entry where indentation does not tell.
constexpr double kStarts = 1.0;

std::size_t width_of(const Lines& lines) {
    std::vector<std::size_t> sizes;
    sizes.reserve(lines.size());
    for (const std::string_view line : lines) {
        sizes.push_back(line.size());
    }
    // The 80th percentile is a full line, whatever the odd long one says.
    const std::size_t at = sizes.size() * 4 / 5;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(at), sizes.end());
    return sizes[at];
}

bool ends_entry(std::string_view line) {
    const char last = line.empty() ? ' ' : line.back();
    return last == '.' || last == '>' || last == ')' || last == ']' || text::is_ascii_digit(last);
}

/// Lines that carry on a count of labels; nothing where the list has none. A count that jumps ahead (entries
/// picked out of a longer list, a lost page) goes on where a reference follows the label.
std::optional<std::vector<bool>> starts_by_label(const Lines& lines) {
    std::vector<bool> starts(lines.size(), false);
    std::vector<bool> bullets(lines.size(), false);
    std::uint32_t expected = 0;
    std::size_t numbered = 0;
    std::size_t headed = 0;
    std::size_t bulleted = 0;
    LabelKind style = LabelKind::none;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const EntryLabel label = read_entry_label(lines[i], expected);
        bullets[i] = label.kind == LabelKind::bullet;
        bulleted += bullets[i] ? 1U : 0U;
        if (label.number == 0 || (style != LabelKind::none && label.kind != style)) {
            continue;
        }
        const bool head = has_head(lines[i], label);
        const bool next = label.number >= expected && label.number <= expected + 2;
        const bool anew = label.number == 1 && expected > 3;
        const bool jumps = label.number > expected && label.number <= expected + kWidestGap && head;
        if (expected == 0 || next || anew || jumps) {
            starts[i] = true;
            style = label.kind;
            expected = label.number + 1;
            ++numbered;
            headed += head ? 1U : 0U;
        }
    }
    const auto first = static_cast<std::size_t>(std::ranges::find(starts, true) - starts.begin());
    const bool sure = numbered >= 2 && headed * 4 >= numbered * 3;
    const bool enough = numbered >= 3 || (sure && headed == numbered);
    if (enough && numbered * 8 >= lines.size() && first <= (numbered < 6 && !sure ? 0 : kMostBeforeFirst)) {
        return starts;
    }
    if (bulleted >= 3 && bulleted * 8 >= lines.size()) {
        bullets[0] = true;
        return bullets;
    }
    return std::nullopt;
}

bool cannot_begin(std::string_view line) {
    if (const EntryLabel label = read_entry_label(line); label.number != 0 && has_head(line, label)) {
        return false;
    }
    std::size_t at = 0;
    const char32_t c = line.empty() ? U'\0' : text::next_code_point(line, at);
    if (text::is_digit(c) || c == U'(' || c == U',' || c == U':' || c == U'&' || c == U')' ||
        text::is_dash(c)) {
        return !line.starts_with("---") && !line.starts_with("--");
    }
    if (text::is_lower(c)) {
        // "von Hayek, F." may begin an entry, "comScore, 2013" too, "vergleichende Studie" not.
        return !has_author_head(line.substr(0, 60)) && !has_particles(line) && !has_inner_capital(line);
    }
    return line.starts_with("In:") || line.starts_with("In ") || line.starts_with("http") ||
           line.starts_with("Verfügbar") || line.starts_with("Available") || line.starts_with("URL") ||
           line.starts_with("S. ") || line.starts_with("pp. ") || line.starts_with("Bd. ") ||
           line.starts_with("Vol. ") || line.starts_with("DOI");
}

char32_t first_letter(std::string_view line) {
    for (std::size_t at = 0; at < std::min<std::size_t>(line.size(), 16);) {
        const std::size_t begin = at;
        const char32_t c = text::next_code_point(line, at);
        if (text::is_letter(c)) {
            const std::string folded = text::fold(line.substr(begin, at - begin));
            return folded.empty() ? c : static_cast<unsigned char>(folded[0]);
        }
    }
    return U'\0';
}

/// How much a line looks like the first of an entry, by itself and the line before.
double begins(const Lines& lines, std::size_t i, std::size_t width) {
    if (cannot_begin(lines[i])) {
        return -3.0;
    }
    const std::string_view before = lines[i - 1];
    const ReferenceFeatures head = reference_features(lines[i].substr(0, 80));
    const bool name = head.author_head || has_particles(lines[i]);
    double score = name ? 1.0 : -0.5;
    score += !name && has_body_and_date(lines[i]) ? 1.0 : 0.0;
    score += head.year_places > 0 ? 0.4 : 0.0;
    score += head.initials > 0 ? 0.3 : 0.0;
    score += goes_on(before) ? -2.0 : (ends_entry(before) ? 0.6 : -0.6);
    score += before.size() * 100 < width * 78 ? 1.1 : -0.2;
    return score;
}

/// Whether the sure beginnings follow the alphabet.
bool is_alphabetical(const Lines& lines, const std::vector<double>& scores) {
    std::size_t ordered = 0;
    std::size_t pairs = 0;
    char32_t last = first_letter(lines[0]);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (scores[i] < 1.8) {
            continue;
        }
        const char32_t c = first_letter(lines[i]);
        ++pairs;
        ordered += c >= last ? 1U : 0U;
        last = c;
    }
    return pairs >= 5 && ordered * 10 >= pairs * 8;
}

}  // namespace

std::vector<bool> entry_starts(const Lines& lines, const Indents& indents) {
    std::vector<bool> starts(lines.size(), false);
    if (lines.empty()) {
        return starts;
    }
    if (auto labelled = starts_by_label(lines)) {
        (*labelled)[0] = true;
        return *labelled;
    }
    const std::size_t width = width_of(lines);
    std::vector<double> scores(lines.size(), 3.0);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        scores[i] = begins(lines, i, width);
    }
    const bool alphabetical = is_alphabetical(lines, scores);
    const std::vector<int> sides = read_indents(scores, indents);
    bool year_seen = false;
    char32_t last = first_letter(lines[0]);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        double score = scores[i];
        const int side = sides[i];
        const char32_t letter = first_letter(lines[i]);
        if (i > 0) {
            score += year_seen ? 0.3 : -0.5;
            score += side < 0 ? 3.5 : (side > 0 ? -3.5 : 0.0);
            if (alphabetical) {
                score += letter == last ? 0.4 : (letter > last && letter <= last + 3 ? 0.2 : -0.9);
            }
        }
        starts[i] = score > kStarts;
        last = starts[i] ? letter : last;
        year_seen = (year_seen && !starts[i]) || reference_features(lines[i]).years > 0;
    }
    return starts;
}

}  // namespace whereof::article
