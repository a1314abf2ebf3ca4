// SPDX-License-Identifier: MIT
#include "search/ordering.hpp"

#include "bib/study_design.hpp"
#include "search/source_designs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace whereof::search {
namespace {

/// The best level of evidence among a row's sources, 1 to 5; 6 where none has one.
int best_level(const FoundRow& row, store::Index& index) {
    constexpr int kNone = 6;
    int best = kNone;
    for (const std::uint32_t source : row.row.sources) {
        const int level = bib::evidence_level(design_of_source(index, *row.words, source));
        best = level > 0 ? std::min(best, level) : best;
    }
    return best;
}

/// The year of the newest source; 0 where none has one.
int newest_year(const FoundRow& row) {
    int out = 0;
    for (const std::uint32_t source : row.row.sources) {
        out = std::max(out, row.words->sources[source].year);
    }
    return out;
}

double printed(double score) { return std::round(score * 1e3); }

template <typename Key>
void sort_by(std::span<FoundRow> rows, Key key) {
    std::vector<std::pair<int, FoundRow>> keyed;
    keyed.reserve(rows.size());
    for (const FoundRow& row : rows) {
        keyed.emplace_back(key(row), row);
    }
    std::ranges::stable_sort(keyed, {}, [](const auto& pair) { return pair.first; });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = keyed[i].second;
    }
}

}  // namespace

void order_rows(std::span<FoundRow> rows, const Options& options, store::Index& index) {
    rows = rows.first(std::min(rows.size(), std::max(kMostOrdered, options.offset + options.limit)));
    if (options.order == Order::year) {
        sort_by(rows, [](const FoundRow& row) { return -newest_year(row); });
        return;
    }
    const auto level = [&](const FoundRow& row) { return best_level(row, index); };
    if (options.order == Order::evidence) {
        sort_by(rows, level);
        return;
    }
    if (!options.evidence_breaks_ties) {
        return;
    }
    // Of works only one row each is kept afterwards: rows from further down may move up.
    const std::size_t shown = options.scope == Scope::works ? rows.size() : options.offset + options.limit;
    const auto equal = [](const FoundRow& a, const FoundRow& b) {
        return printed(a.score) == printed(b.score);
    };
    for (std::size_t begin = 0; begin < std::min(rows.size(), shown);) {
        std::size_t end = begin + 1;
        while (end < rows.size() && equal(rows[begin], rows[end])) {
            ++end;
        }
        if (end - begin > 1) {
            sort_by(rows.subspan(begin, end - begin), level);
        }
        begin = end;
    }
}

}  // namespace whereof::search
