// SPDX-License-Identifier: MIT
#include "verify/checks.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whereof::verify {

namespace {

/// Numbers far beyond the list were not meant to name its entries: "[1618, 1927]" is an interval, "[2007]" a
/// year.
bool may_name_entry(std::string_view name, std::size_t listed) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool whole = error == std::errc{} && end == name.data() + name.size();
    return !whole || listed == 0 || number <= 2 * listed + 20;
}

}  // namespace

void check_dangling_marker(const ArticleView& view, std::vector<finding::Finding>& out) {
    const auto& article = view.article;
    for (const auto& marker : article.markers) {
        std::vector<std::string> names;
        std::ranges::copy_if(marker.dangling, std::back_inserter(names), [&](const std::string& name) {
            return may_name_entry(name, article.references.size());
        });
        if (names.empty()) {
            continue;
        }
        finding::Finding finding;
        finding.rule = "dangling-marker";
        finding.level = finding::Level::warning;
        finding.message =
            fmt::format("The marker “{}” names {}, {}.", marker.span.of(article.text), fmt::join(names, ", "),
                        article.references.empty() ? "but the article has no reference list"
                                                   : "which the reference list does not hold");
        const auto position = article.position_of(marker.span.begin);
        finding.line = position.line;
        finding.column = position.column;
        finding.hint = "Add the missing reference, or correct the marker.";
        out.push_back(std::move(finding));
    }
}

}  // namespace whereof::verify
