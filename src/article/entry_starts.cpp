// SPDX-License-Identifier: MIT
#include "article/entries.hpp"
#include "article/reference_score.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

std::size_t width_of(const std::vector<std::string_view>& lines) {
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

/// "Smith, J." "Smith J," "Smith AB" "J. Smith" "WHO (2018)" at the head of a line.
bool starts_like_author(std::string_view line) {
    std::size_t at = 0;
    const char32_t first = line.empty() ? U'\0' : text::next_code_point(line, at);
    if (!text::is_upper(first)) {
        return false;
    }
    const std::string_view head = line.substr(0, 60);
    const std::size_t comma = head.find_first_of(",:;(");
    const ReferenceFeatures f = reference_features(head);
    return f.initials > 0 || (comma != std::string_view::npos && comma < 40) || f.year_places > 0;
}

bool ends_with_stop(std::string_view line) {
    return !line.empty() && (line.back() == '.' || line.back() == '>' || line.back() == ')');
}

}  // namespace

std::vector<bool> entry_starts(const std::vector<std::string_view>& lines,
                               const std::vector<std::uint32_t>& indents) {
    std::vector<bool> starts(lines.size(), false);
    if (lines.empty()) {
        return starts;
    }
    const std::uint32_t least = *std::min_element(indents.begin(), indents.end());
    const auto deeper = static_cast<std::size_t>(
        std::count_if(indents.begin(), indents.end(), [&](std::uint32_t i) { return i > least + 1; }));
    const bool hanging = deeper * 4 > lines.size() && deeper < lines.size();
    const std::size_t width = width_of(lines);
    bool year_seen = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view before = i > 0 ? lines[i - 1] : std::string_view{};
        bool start = i == 0;
        if (i > 0 && hanging) {
            start = indents[i] <= least + 1;
        } else if (i > 0) {
            double score = ends_with_stop(before) ? 1.0 : -0.5;
            score += before.size() * 10 < width * 8 ? 0.8 : -0.2;
            score += starts_like_author(lines[i]) ? 1.0 : -0.8;
            score += year_seen ? 0.5 : -0.6;
            start = score > 0.6;
        }
        year_seen = (year_seen && !start) || reference_features(lines[i]).years > 0;
        starts[i] = start;
    }
    return starts;
}

}  // namespace whereof::article
