// SPDX-License-Identifier: MIT
#include "report/claim_map.hpp"

#include "report/terminal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::report {
namespace {

/// A page of claims is read; a book of them is asked for.
constexpr std::size_t kMostUnasked = 40;

/// "✗[3] ≠[2]", or "–" for a claim that cites nothing.
std::string sources_of(const CheckedArticle& checked, const article::Claim& claim, std::size_t most) {
    std::string out;
    std::size_t shown = 0;
    for (const std::uint32_t index : claim.references) {
        if (index >= checked.article.references.size() || index >= checked.verdicts.size()) {
            continue;
        }
        if (++shown > most) {
            return out + " …";
        }
        const std::string& label = checked.article.references[index].reference.label;
        out += fmt::format("{}{}[{}]", out.empty() ? "" : " ", symbol(checked.verdicts[index].headline),
                           label.empty() ? std::to_string(index + 1) : clipped(label, 12));
    }
    return out.empty() ? "–" : out;
}

std::string place_of(const CheckedArticle& checked, const article::Claim& claim) {
    if (claim.sentence >= checked.article.sentences.size()) {
        return "";
    }
    const auto at = checked.article.position_of(checked.article.sentences[claim.sentence].span.begin);
    return fmt::format("{}:{}", at.line, at.column);
}

}  // namespace

void append_claim_map(std::string& out, const CheckedArticle& checked, const TextStyle& style) {
    const auto& claims = checked.article.claims;
    if (claims.empty() || (claims.size() > kMostUnasked && !style.verbose)) {
        return;
    }
    struct Row {
        std::string place;
        std::string sources;
        std::string text;
    };
    std::vector<Row> rows;
    std::size_t place_width = 0;
    std::size_t source_width = 0;
    for (const article::Claim& claim : claims) {
        Row row{place_of(checked, claim), sources_of(checked, claim, 6),
                fmt::format("“{}”", clipped(claim.text, 300))};
        if (!claim.cited && !claim.evidence.empty()) {
            row.text += fmt::format(" (names “{}”, cites nothing)", clipped(claim.evidence, 60));
        }
        place_width = std::max(place_width, columns(row.place) + 2);
        source_width = std::max(source_width, std::min<std::size_t>(columns(row.sources), 24) + 2);
        rows.push_back(std::move(row));
    }
    for (const Row& row : rows) {
        std::string label = row.place;
        label.append(place_width - columns(row.place), ' ');
        append_labelled(out, 2, place_width + source_width, label + row.sources, row.text, style.width);
    }
}

}  // namespace whereof::report
