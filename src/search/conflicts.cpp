// SPDX-License-Identifier: MIT
#include "search/conflicts.hpp"

#include "search/opposite_claims.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whereof::search {
namespace {

using store::ComparedClaim;

class ConflictFinder {
  public:
    ConflictFinder(store::Store& store, std::optional<std::int64_t> article)
        : store_(store), article_(article) {}

    Conflicts run() {
        add_opposites();
        add_flagged();
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool concerns(std::int64_t article) const { return !article_ || *article_ == article; }

    ConflictClaim place(std::int64_t article, std::uint32_t claim) {
        ConflictClaim out;
        out.article = article;
        const auto facts = store_.index().facts(article);
        out.path = facts ? facts->path : "";
        out.id = fmt::format("{}#c{}", facts ? facts->key : "", claim + 1);
        if (const auto text = store_.index().claim(article, claim)) {
            out.text = text->text;
            if (const auto sentence = store_.index().sentence(article, text->sentence)) {
                out.line = sentence->position.line;
                out.column = sentence->position.column;
            }
        }
        return out;
    }

    std::set<std::int64_t> works_of(const ComparedClaim& claim) {
        std::set<std::int64_t> out;
        for (const std::uint32_t reference : claim.references) {
            if (const auto stored = store_.reference(store::reference_id(claim.article, reference))) {
                out.insert(stored->work);
            }
        }
        return out;
    }

    void add_opposites() {
        const std::vector<ComparedClaim> claims = store_.index().compared_claims();
        const Opposites opposites = opposite_claims(store_, claims);
        add_not_listed(claims, opposites);
        for (const auto& [a, b, denial] : opposites.pairs) {
            if (!concerns(claims[a].article) && !concerns(claims[b].article)) {
                continue;
            }
            const auto first = works_of(claims[a]);
            const auto second = works_of(claims[b]);
            const bool one_source =
                std::ranges::any_of(first, [&](std::int64_t work) { return second.contains(work); });
            Conflict conflict;
            conflict.kind =
                one_source ? ConflictKind::opposite_of_one_source : ConflictKind::opposite_directions;
            conflict.says = one_source ? "The same source is cited for opposite claims."
                            : denial   ? "One denies what the other says of the same pair."
                                       : "The two say opposite things of the same pair.";
            conflict.claims = {place(claims[a].article, claims[a].claim),
                               place(claims[b].article, claims[b].claim)};
            out_.listed.push_back(std::move(conflict));
        }
    }

    void add_not_listed(const std::vector<ComparedClaim>& claims, const Opposites& opposites) {
        const auto& [pairs, unlisted, unread] = opposites;
        out_.not_listed = article_ ? NotListed{unlisted.of_article(*article_), unread.of_article(*article_)}
                                   : NotListed{unlisted.all(), unread.all()};
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const NotListed of_claim{unlisted.of_claim(i), unread.of_claim(i)};
            if (!of_claim.empty() && concerns(claims[i].article)) {
                out_.not_listed_of[{claims[i].article, claims[i].claim}] = of_claim;
            }
        }
    }

    void add_flagged() {
        const auto retracted = store_.index().references_with_headline("retracted");
        std::vector<std::int64_t> unverifiable;
        for (const std::string_view headline : {"not_found", "wrong_identifier", "mismatch"}) {
            const auto some = store_.index().references_with_headline(headline);
            unverifiable.insert(unverifiable.end(), some.begin(), some.end());
        }
        std::ranges::sort(unverifiable);
        add_resting_on(retracted, ConflictKind::rests_on_retracted);
        add_resting_on(unverifiable, ConflictKind::rests_on_unverifiable);
    }

    void add_resting_on(const std::vector<std::int64_t>& references, ConflictKind kind) {
        std::map<std::pair<std::int64_t, std::uint32_t>, std::size_t>
            flagged;  // claims, and how many they cite
        for (const std::int64_t reference : references) {
            for (const auto& claim : store_.index().claims_citing(reference)) {
                ++flagged[claim];
            }
        }
        for (const auto& [where, count] : flagged) {
            if (!concerns(where.first)) {
                continue;
            }
            const auto claim = store_.index().claim(where.first, where.second);
            const bool all = claim && count >= claim->references.size();
            if (kind == ConflictKind::rests_on_unverifiable && !all) {
                continue;
            }
            Conflict conflict;
            conflict.kind = kind;
            conflict.says =
                kind == ConflictKind::rests_on_retracted
                    ? (all ? "All that it cites was retracted." : "One of its sources was retracted.")
                    : "None of its sources could be verified.";
            conflict.claims = {place(where.first, where.second)};
            out_.listed.push_back(std::move(conflict));
        }
    }

    store::Store& store_;
    std::optional<std::int64_t> article_;
    Conflicts out_;
};

}  // namespace

std::string_view name(ConflictKind kind) noexcept {
    switch (kind) {
        case ConflictKind::opposite_directions:
            return "opposite-directions";
        case ConflictKind::opposite_of_one_source:
            return "opposite-of-one-source";
        case ConflictKind::rests_on_retracted:
            return "rests-on-retracted";
        case ConflictKind::rests_on_unverifiable:
            return "rests-on-unverifiable";
    }
    return "";
}

Conflicts survey_conflicts(store::Store& store, std::optional<std::int64_t> article) {
    const store::Reading reading(store);
    return ConflictFinder(store, article).run();
}

}  // namespace whereof::search
