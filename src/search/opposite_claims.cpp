// SPDX-License-Identifier: MIT
#include "search/opposite_claims.hpp"

#include "article/comparison.hpp"
#include "article/comparison_words.hpp"
#include "search/claim_scope.hpp"
#include "search/comparative.hpp"
#include "search/synonyms.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace whereof::search {
namespace {

using article::Comparison;
using article::Direction;
using store::ComparedClaim;

/// A word that stands in the sides of more claims than this pairs none: a rarer one of the same side does.
constexpr std::size_t kCommonWord = 500;

ScopeTerms terms_of(std::string_view text) {
    const auto terms = text::telling_terms(text);
    return {terms.begin(), terms.end()};
}

bool is_sure(const Comparison& one) noexcept {
    return (one.direction == Direction::favours_first || one.direction == Direction::favours_second) &&
           one.confidence >= kSureDirection && !one.hedged;
}

/// Does the side name anything that another article's side could be: not "the study group" nor "some trials"?
bool is_specific(const ScopeTerms& side) {
    static const ScopeTerms general = terms_of(
        "study trial review analysis research evidence author result finding data experiment report "
        "literature group arm patient treatment treated intervention control cohort subject "
        "participant case former latter first second other regimen method approach");
    return std::ranges::any_of(side, [](const std::string& term) { return !general.contains(term); });
}

/// What a claim plainly denies: "A was not better than B" without its "not". Empty where nothing is denied
/// right before a word of change, and where a test is spoken of: "not significantly better" found no
/// difference.
std::string without_denial(std::string_view claim) {
    constexpr std::size_t kReach = 2;  // words between the denial and what is denied
    if (claim.find(" not ") == std::string_view::npos && claim.find(" no ") == std::string_view::npos) {
        return {};  // most claims, quickly
    }
    const auto tokens = article::read_compare_tokens(claim);
    for (const article::CompareToken& token : tokens) {
        if (token.has(article::kSignificant | article::kInsignificant)) {
            return {};
        }
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string word = text::ascii_lower(tokens[i].span.of(claim));
        const std::string_view denial = word.substr(0, word.find(' ')) == "not"  ? "not"
                                        : word.substr(0, word.find(' ')) == "no" ? "no"
                                                                                 : "";
        if (denial.empty()) {
            continue;
        }
        bool changes = word.size() > denial.size();  // "no better" is one token
        for (std::size_t n = i + 1; n < std::min(tokens.size(), i + 1 + kReach); ++n) {
            changes = changes || tokens[n].has(article::kChange);
        }
        if (changes) {
            std::string out(claim.substr(0, tokens[i].span.begin));
            out += text::trim(claim.substr(tokens[i].span.begin + denial.size()));
            return out;
        }
    }
    return {};
}

/// One comparison of one claim, or what the claim denies.
struct Entry {
    std::size_t claim = 0;  ///< of the claims given
    Comparison comparison;
    std::string_view text;  ///< of the claim, or that without its denial
    bool denied = false;
    ScopeTerms first;
    ScopeTerms second;
    ScopeTerms outcome;
};

/// Claims that name both sides, paired where they contradict each other.
class Pairing {
  public:
    Pairing(store::Store& store, const std::vector<ComparedClaim>& claims) : store_(store), claims_(claims) {
        for (std::size_t i = 0; i < claims.size(); ++i) {
            bool any_direction = false;
            for (const Comparison& one : claims[i].comparisons) {
                any_direction = any_direction || is_sure(one);
                add(i, one, claims[i].text, false);
            }
            if (!any_direction) {
                add_denial(i);
            }
        }
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            for (const ScopeTerms* side : {&entries_[i].first, &entries_[i].second}) {
                for (const std::string& term : *side) {
                    by_term_[term].push_back(i);
                }
            }
        }
    }

    std::vector<OppositeClaims> run() {
        std::map<std::pair<std::size_t, std::size_t>, bool> found;  // and whether it is a denial
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const Entry& entry = entries_[i];
            std::optional<ComparativeReader> reader;  // made once for all that it is held against
            for (const std::size_t neighbour : neighbours(i)) {
                const Entry& other = entries_[neighbour];
                const auto pair = std::minmax(entry.claim, other.claim);
                if (pair.first == pair.second || (entry.denied && other.denied) || found.contains(pair) ||
                    !may_be_one_outcome(entry.outcome, other.outcome)) {
                    continue;
                }
                if (!reader) {
                    reader.emplace(reader_of(entry));
                }
                const Stance wanted = entry.denied || other.denied ? Stance::agrees : Stance::disagrees;
                if (says(*reader, other, wanted) && says(reader_of(other), entry, wanted) &&
                    may_be_one_population(population_of(entry), population_of(other), Synonyms::shipped())) {
                    found.emplace(pair, wanted == Stance::agrees);
                }
            }
        }
        std::vector<OppositeClaims> out;
        for (const auto& [pair, denial] : found) {
            out.push_back({pair.first, pair.second, denial});
        }
        return out;
    }

  private:
    void add(std::size_t claim, const Comparison& one, std::string_view text, bool denied) {
        if (!is_sure(one)) {
            return;
        }
        Entry entry{claim, one, text, denied, terms_of(one.first), terms_of(one.second), outcome_terms(one)};
        if (is_specific(entry.first) && is_specific(entry.second)) {
            entries_.push_back(std::move(entry));
        }
    }

    void add_denial(std::size_t claim) {
        std::string said = without_denial(claims_[claim].text);
        if (said.empty()) {
            return;
        }
        denied_.push_back(std::move(said));
        for (const Comparison& one : article::find_comparisons(denied_.back())) {
            add(claim, one, denied_.back(), true);
        }
    }

    /// Later entries that share a word of a side.
    [[nodiscard]] std::set<std::size_t> neighbours(std::size_t i) const {
        std::set<std::size_t> out;
        for (const ScopeTerms* side : {&entries_[i].first, &entries_[i].second}) {
            for (const std::string& term : *side) {
                const auto& all = by_term_.at(term);
                if (all.size() <= kCommonWord) {
                    out.insert(std::upper_bound(all.begin(), all.end(), i), all.end());
                }
            }
        }
        return out;
    }

    /// Of whom the comparison speaks: read anew, for an earlier version did not store it.
    static std::string population_of(const Entry& entry) {
        for (const Comparison& one : article::find_comparisons(entry.text)) {
            if (one.first == entry.comparison.first && one.second == entry.comparison.second) {
                return one.population;
            }
        }
        return entry.comparison.population;
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
        const Comparison& said = entry.comparison;
        return {{said.first, said.second, {}, said.direction}, store_.index(), Synonyms::shipped()};
    }

    /// Does the other's claim, or what it denies, stand so to what is asked?
    bool says(const ComparativeReader& asked, const Entry& other, Stance wanted) {
        const auto& words = words_of(other.claim);
        return asked.may_compare(std::vector<std::string_view>(words.begin(), words.end())) &&
               asked.read(other.text, context_of(other.claim)).stance == wanted;
    }

    store::Store& store_;
    const std::vector<ComparedClaim>& claims_;
    std::vector<Entry> entries_;
    std::deque<std::string> denied_;  ///< texts of entries
    std::unordered_map<std::string, std::vector<std::size_t>> by_term_;
    std::unordered_map<std::size_t, std::vector<std::string>> words_;  ///< of claims, by their places
    std::unordered_map<std::size_t, std::string> contexts_;            ///< the same
};

}  // namespace

std::vector<OppositeClaims> opposite_claims(store::Store& store, const std::vector<ComparedClaim>& claims) {
    return Pairing(store, claims).run();
}

}  // namespace whereof::search
