// SPDX-License-Identifier: MIT
#include "search/conflicts.hpp"

#include "search/comparative.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whereof::search {
namespace {

using article::Comparison;
using article::Direction;
using store::ComparedClaim;

/// A word that stands in the sides of more claims than this pairs none: a rarer one of the same side does.
constexpr std::size_t kCommonWord = 500;
/// Of two outcomes, how much must be the same words.
constexpr double kSameWords = 0.5;

using Terms = std::set<std::string>;

Terms terms_of(std::string_view text) {
    const auto terms = text::telling_terms(text);
    return {terms.begin(), terms.end()};
}

double shared(const Terms& a, const Terms& b) {
    std::size_t both = 0;
    for (const std::string& term : a) {
        both += b.contains(term) ? 1U : 0U;
    }
    const std::size_t all = a.size() + b.size() - both;
    return all == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(all);
}

bool has_direction(const Comparison& one) noexcept {
    return one.direction == Direction::favours_first || one.direction == Direction::favours_second;
}

/// One comparison of one claim.
struct Entry {
    std::size_t claim = 0;  ///< of the claims given
    const Comparison* comparison = nullptr;
    Terms first;
    Terms second;
    Terms outcome;
};

/// Does the side name anything that another article's side could be: not "the study group" nor "some trials"?
bool is_specific(const Terms& side) {
    static const Terms general = terms_of(
        "study trial review analysis research evidence author result finding data experiment report "
        "literature group arm patient treatment treated intervention control cohort subject "
        "participant case former latter first second other regimen method approach");
    return std::ranges::any_of(side, [](const std::string& term) { return !general.contains(term); });
}

/// Claims that name both sides, paired where they say opposite things.
class Pairing {
  public:
    Pairing(store::Store& store, const std::vector<ComparedClaim>& claims) : store_(store), claims_(claims) {
        for (std::size_t i = 0; i < claims.size(); ++i) {
            for (const Comparison& one : claims[i].comparisons) {
                Terms first = terms_of(one.first);
                Terms second = terms_of(one.second);
                if (has_direction(one) && one.confidence >= kSureDirection && !one.hedged &&
                    is_specific(first) && is_specific(second)) {
                    entries_.push_back({i, &one, std::move(first), std::move(second), terms_of(one.outcome)});
                }
            }
        }
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            for (const Terms* side : {&entries_[i].first, &entries_[i].second}) {
                for (const std::string& term : *side) {
                    by_term_[term].push_back(i);
                }
            }
        }
    }

    /// Pairs of claims, each once, the earlier first.
    std::set<std::pair<std::size_t, std::size_t>> run() {
        std::set<std::pair<std::size_t, std::size_t>> out;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const Entry& entry = entries_[i];
            std::optional<ComparativeReader> reader;  // made once for all that it is held against
            for (const std::size_t neighbour : neighbours(i)) {
                const Entry& other = entries_[neighbour];
                const auto pair = std::minmax(entry.claim, other.claim);
                if (pair.first == pair.second || out.contains(pair) || !same_outcome(entry, other)) {
                    continue;
                }
                if (!reader) {
                    reader.emplace(reader_of(entry));
                }
                if (disagrees(*reader, other) && disagrees(reader_of(other), entry)) {
                    out.insert(pair);
                }
            }
        }
        return out;
    }

  private:
    /// Later entries that share a word of a side.
    [[nodiscard]] std::set<std::size_t> neighbours(std::size_t i) const {
        std::set<std::size_t> out;
        for (const Terms* side : {&entries_[i].first, &entries_[i].second}) {
            for (const std::string& term : *side) {
                const auto& all = by_term_.at(term);
                if (all.size() <= kCommonWord) {
                    out.insert(std::upper_bound(all.begin(), all.end(), i), all.end());
                }
            }
        }
        return out;
    }

    static bool same_outcome(const Entry& a, const Entry& b) {
        return a.outcome.empty() || b.outcome.empty() || shared(a.outcome, b.outcome) >= kSameWords;
    }

    /// What stands around a claim: its heading, its article's title, its sources' titles.
    const std::string& context_of(std::size_t place) {
        const auto [at, is_new] = contexts_.try_emplace(place);
        return is_new ? at->second = read_context(claims_[place]) : at->second;
    }
    std::string read_context(const ComparedClaim& claim) {
        std::string out;
        if (const auto facts = store_.index().facts(claim.article)) {
            out = facts->title;
        }
        if (const auto text = store_.index().claim(claim.article, claim.claim)) {
            if (const auto sentence = store_.index().sentence(claim.article, text->sentence)) {
                out += "\n" + sentence->heading;
            }
        }
        for (const std::uint32_t reference : claim.references) {
            if (const auto stored = store_.reference(store::reference_id(claim.article, reference))) {
                out += "\n" + stored->listed.reference.item.title;
            }
        }
        return out;
    }

    /// The index terms of a claim.
    const std::vector<std::string>& words_of(std::size_t place) {
        const auto [at, is_new] = words_.try_emplace(place);
        return is_new ? at->second = text::terms_of(claims_[place].text) : at->second;
    }

    /// Asks what the comparison says.
    ComparativeReader reader_of(const Entry& entry) {
        const Comparison& said = *entry.comparison;
        return {{said.first, said.second, {}, said.direction}, store_.index(), Synonyms::shipped()};
    }

    /// Does the other's claim say the opposite of what is asked?
    bool disagrees(const ComparativeReader& asked, const Entry& other) {
        const auto& words = words_of(other.claim);
        return asked.may_compare(std::vector<std::string_view>(words.begin(), words.end())) &&
               asked.read(claims_[other.claim].text, context_of(other.claim)).stance == Stance::disagrees;
    }

    store::Store& store_;
    const std::vector<ComparedClaim>& claims_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_term_;
    std::unordered_map<std::size_t, std::vector<std::string>> words_;  ///< of claims, by their places
    std::unordered_map<std::size_t, std::string> contexts_;            ///< the same
};

class ConflictFinder {
  public:
    ConflictFinder(store::Store& store, std::optional<std::int64_t> article)
        : store_(store), article_(article) {}

    std::vector<Conflict> run() {
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
        for (const auto& [a, b] : Pairing(store_, claims).run()) {
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
                                       : "The two say opposite things of the same pair.";
            conflict.claims = {place(claims[a].article, claims[a].claim),
                               place(claims[b].article, claims[b].claim)};
            out_.push_back(std::move(conflict));
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
            out_.push_back(std::move(conflict));
        }
    }

    store::Store& store_;
    std::optional<std::int64_t> article_;
    std::vector<Conflict> out_;
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

std::vector<Conflict> find_conflicts(store::Store& store, std::optional<std::int64_t> article) {
    const store::Reading reading(store);
    return ConflictFinder(store, article).run();
}

}  // namespace whereof::search
