// SPDX-License-Identifier: MIT
#include "text/similarity.hpp"

#include <algorithm>
#include <vector>

namespace whereof::text {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > limit) {
        return limit + 1;
    }
    if (a.empty()) {
        return b.size();
    }
    // Two rows of the usual table, only the band of cells that can still be within the limit.
    const std::size_t over = limit + 1;
    std::vector<std::size_t> row(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) {
        row[i] = std::min(i, over);
    }
    for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t from = j > limit ? j - limit : 1;
        const std::size_t to = std::min(a.size(), j + limit);
        std::size_t diagonal = row[from - 1];
        row[from - 1] = from == 1 ? std::min(j, over) : over;
        std::size_t best = over;
        for (std::size_t i = from; i <= to; ++i) {
            const std::size_t above = i == j + limit ? over : row[i];
            const std::size_t cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[i];
            row[i] = std::min({cost, above + 1, row[i - 1] + 1, over});
            best = std::min(best, row[i]);
        }
        if (best > limit && row[from - 1] > limit) {
            return over;
        }
    }
    return row[a.size()];
}

double similarity(std::string_view a, std::string_view b) {
    const std::size_t longer = std::max(a.size(), b.size());
    if (longer == 0) {
        return 1.0;
    }
    return 1.0 - static_cast<double>(edit_distance(a, b, longer)) / static_cast<double>(longer);
}

}  // namespace whereof::text
