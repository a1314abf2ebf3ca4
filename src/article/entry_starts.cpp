// SPDX-License-Identifier: MIT
#include "article/entries.hpp"
#include "article/reference_score.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace whereof::article {
namespace {

using Lines = std::vector<std::string_view>;
using Indents = std::vector<std::uint32_t>;

/// Lines on each side that tell at which columns entries and their further lines stand.
constexpr std::size_t kWindow = 14;
/// Columns further apart belong to different columns of the page.
constexpr std::uint32_t kColumnApart = 14;
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

/// Lines that carry on a count of labels; nothing where the list has none.
std::optional<std::vector<bool>> starts_by_label(const Lines& lines) {
    std::vector<bool> starts(lines.size(), false);
    std::vector<bool> bullets(lines.size(), false);
    std::uint32_t expected = 0;
    std::size_t numbered = 0;
    std::size_t bulleted = 0;
    LabelKind style = LabelKind::none;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const EntryLabel label = read_entry_label(lines[i]);
        const bool counts = label.number != 0 && (style == LabelKind::none || label.kind == style);
        if (counts && (expected == 0 || (label.number >= expected && label.number <= expected + 2) ||
                       (label.number == 1 && expected > 3))) {
            starts[i] = true;
            style = label.kind;
            expected = label.number + 1;
            ++numbered;
        }
        bullets[i] = label.kind == LabelKind::bullet;
        bulleted += bullets[i] ? 1U : 0U;
    }
    if (numbered >= 3 && numbered * 8 >= lines.size() && read_entry_label(lines.front()).number != 0) {
        return starts;
    }
    if (bulleted >= 3 && bulleted * 8 >= lines.size()) {
        bullets[0] = true;
        return bullets;
    }
    return std::nullopt;
}

/// Whether the line before cannot be the last of an entry.
bool goes_on(std::string_view line) {
    if (line.empty()) {
        return false;
    }
    const char last = line.back();
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

bool ends_entry(std::string_view line) {
    const char last = line.empty() ? ' ' : line.back();
    return last == '.' || last == '>' || last == ')' || last == ']' || text::is_ascii_digit(last);
}

bool cannot_begin(std::string_view line) {
    std::size_t at = 0;
    const char32_t c = line.empty() ? U'\0' : text::next_code_point(line, at);
    if (text::is_digit(c) || c == U'(' || c == U',' || c == U':' || c == U'&' || c == U')' ||
        text::is_dash(c)) {
        return !line.starts_with("---") && !line.starts_with("--");
    }
    if (text::is_lower(c)) {
        // "von Hayek, F." may begin an entry, "vergleichende Studie" not.
        return !reference_features(line.substr(0, 60)).author_head;
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
    double score = head.author_head ? 1.0 : -0.5;
    score += head.year_places > 0 ? 0.4 : 0.0;
    score += head.initials > 0 ? 0.3 : 0.0;
    score += goes_on(before) ? -2.0 : (ends_entry(before) ? 0.6 : -0.6);
    score += before.size() * 100 < width * 78 ? 1.1 : -0.2;
    return score;
}

/// For each line whether it stands at the left edge of its neighbours (-1), further right (1), or whether
/// there is one edge only (0).
std::vector<int> levels(const Indents& indents) {
    std::vector<int> out(indents.size(), 0);
    for (std::size_t i = 0; i < indents.size(); ++i) {
        std::map<std::uint32_t, int> counts;
        const std::size_t first = i > kWindow ? i - kWindow : 0;
        const std::size_t last = std::min(indents.size(), i + kWindow + 1);
        for (std::size_t n = first; n < last; ++n) {
            const std::uint32_t apart =
                indents[n] > indents[i] ? indents[n] - indents[i] : indents[i] - indents[n];
            if (apart <= kColumnApart) {
                ++counts[indents[n]];
            }
        }
        // The two columns where most lines stand.
        std::uint32_t a = indents[i];
        std::uint32_t b = indents[i];
        int most = 0;
        int second = 0;
        for (const auto& [column, count] : counts) {
            if (count > most) {
                b = a;
                second = most;
                a = column;
                most = count;
            } else if (count > second) {
                b = column;
                second = count;
            }
        }
        if (second >= 2 && a != b) {
            const std::uint32_t left = std::min(a, b);
            const std::uint32_t right = std::max(a, b);
            out[i] = 2 * indents[i] < left + right ? -1 : 1;
        }
    }
    return out;
}

/// Whether lines at the left edge look more like beginnings than those further right: 1, or less: -1; 0 when
/// indentation tells nothing.
int hanging(const Lines& lines, const std::vector<int>& level, std::size_t width) {
    double left = 0.0;
    double right = 0.0;
    std::size_t lefts = 0;
    std::size_t rights = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (level[i] < 0) {
            left += begins(lines, i, width);
            ++lefts;
        } else if (level[i] > 0) {
            right += begins(lines, i, width);
            ++rights;
        }
    }
    if (lefts < 2 || rights < 2 || (lefts + rights) * 2 < lines.size()) {
        return 0;
    }
    const double difference = left / static_cast<double>(lefts) - right / static_cast<double>(rights);
    return difference > 0.6 ? 1 : (difference < -0.6 ? -1 : 0);
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
    const std::vector<int> level = levels(indents);
    const int hangs = hanging(lines, level, width);
    std::vector<double> scores(lines.size(), 3.0);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        scores[i] = begins(lines, i, width);
    }
    const bool alphabetical = is_alphabetical(lines, scores);
    bool year_seen = false;
    char32_t last = first_letter(lines[0]);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        double score = scores[i];
        const int side = hangs * level[i];
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
