// SPDX-License-Identifier: MIT
#include "text/fold.hpp"
#include "verify/checks.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

/// Beginnings of the headings under which a paper speaks of itself: what it did, found, owes and keeps apart.
constexpr std::array<std::string_view, 30> kOwnWork{
    "abbreviations", "abstract",     "acknowledg",      "additional file", "analysis",   "appendix",
    "author",        "availability", "competing",       "conflict",        "data",       "disclosure",
    "ethic",         "figure",       "funding",         "material",        "method",     "outcome measure",
    "participants",  "patients and", "pre-publication", "procedure",       "protocol",   "registration",
    "result",        "sample",       "statistic",       "study design",    "supplement", "table"};

bool is_own_work(std::string_view heading) {
    auto folded = text::fold(heading);
    const auto letter = folded.find_first_not_of("0123456789. ()-");  // "2.1 Methods"
    folded.erase(0, std::min(letter, folded.size()));
    return std::ranges::any_of(kOwnWork, [&](std::string_view start) { return folded.starts_with(start); });
}

/// Which sections speak of the article's own work, by their heading or that of a section they belong to.
std::vector<bool> own_sections(const article::Article& article) {
    std::vector<bool> out;
    std::vector<std::pair<std::uint32_t, bool>> above;  // level, own
    for (const auto& section : article.sections) {
        while (!above.empty() && above.back().first >= section.level) {
            above.pop_back();
        }
        const bool own = (!above.empty() && above.back().second) || is_own_work(section.heading);
        above.emplace_back(section.level, own);
        out.push_back(own);
    }
    return out;
}

}  // namespace

void check_uncited_claim(const ArticleView& view, std::vector<finding::Finding>& out) {
    const auto& article = view.article;
    const auto own = own_sections(article);
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        const auto& claim = article.claims[i];
        if (claim.cited || claim.evidence.empty() || !claim.references.empty()) {
            continue;
        }
        if (claim.sentence < article.sentences.size()) {
            const auto section = article.sentences[claim.sentence].section;
            if (section < own.size() && own[section]) {
                continue;
            }
        }
        finding::Finding finding;
        finding.rule = "uncited-claim";
        finding.level = finding::Level::note;
        finding.message = fmt::format("The sentence names “{}” and cites nothing.", claim.evidence);
        if (claim.sentence < article.sentences.size()) {
            const auto position = article.position_of(article.sentences[claim.sentence].span.begin);
            finding.line = position.line;
            finding.column = position.column;
        }
        finding.claim = static_cast<std::uint32_t>(i);
        finding.hint = "Cite the evidence that the sentence speaks of.";
        out.push_back(std::move(finding));
    }
}

}  // namespace whereof::verify
