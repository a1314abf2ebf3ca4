// SPDX-License-Identifier: MIT
#include "search/opposite_claims.hpp"

#include "search/comparative.hpp"
#include "search/opposite_claims_wordings.hpp"
#include "search/synonyms.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace whereof::search {
namespace {

using store::ComparedClaim;

/// What only shares a word with this many pairs of sides is not near: a word of the other side must be there.
constexpr std::size_t kCommonWord = 500;
/// Of how many other pairs of sides each is asked, the nearest first.
constexpr std::size_t kMostAsked = 32;

bool share_any(const ScopeTerms& a, const ScopeTerms& b) {
    return std::ranges::any_of(a, [&](const std::string& term) { return b.contains(term); });
}

/// Claims that say the same of the same people, and stand so to what is asked.
struct Voice {
    const ComparedWording* wording = nullptr;  ///< one of theirs
    std::vector<std::size_t> claims;
};

/// Claims that name both sides, paired where they contradict each other.
class Pairing {
  public:
    Pairing(store::Store& store, const std::vector<ComparedClaim>& claims)
        : store_(store),
          claims_(claims),
          said_(read_wordings(claims)),
          readers_(said_.pairs.size()),
          out_{{}, PairTally(claims), PairTally(claims)} {
        for (std::size_t i = 0; i < said_.pairs.size(); ++i) {
            for (const ComparedSide* side : {&said_.pairs[i].first, &said_.pairs[i].second}) {
                for (const std::string& term : side->terms) {
                    add(i, by_term_[term]);
                    if (side->keys.empty()) {
                        add(i, keyless_by_term_[term]);
                    }
                }
            }
        }
    }

    Opposites run() {
        for (std::size_t i = 0; i < said_.pairs.size(); ++i) {
            std::size_t asked = 0;
            for (const std::size_t neighbour : neighbours(i)) {
                if (plainly_agree(i, neighbour) || !may_hear(i, neighbour) || !may_hear(neighbour, i)) {
                    continue;
                }
                if (asked++ < kMostAsked) {
                    hold_against(i, neighbour);
                } else {
                    out_.unread.add(claims_on(i), claims_on(neighbour));
                }
            }
        }
        for (const auto& [pair, denial] : found_) {
            out_.pairs.push_back({pair.first, pair.second, denial});
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::vector<std::size_t> claims_on(std::size_t pair) const {
        std::vector<std::size_t> out;
        for (const std::size_t wording : said_.pairs[pair].wordings) {
            const auto& some = said_.wordings[wording].claims;
            out.insert(out.end(), some.begin(), some.end());
        }
        return out;
    }

    using Places = std::vector<std::size_t>;
    static void add(std::size_t pair, Places& all) {
        if (all.empty() || all.back() != pair) {
            all.push_back(pair);
        }
    }

    [[nodiscard]] bool is_common(const std::string& term) const {
        return by_term_.at(term).size() > kCommonWord;
    }

    /// This pair, and later ones that share a key of a side, or a word of a side without keys, and of a
    /// common one a word of the other side too; the nearest first.
    [[nodiscard]] Places neighbours(std::size_t i) const {
        const ComparedPair& pair = said_.pairs[i];
        std::set<std::size_t> near{i};
        for (const auto& [side, opposed] :
             {std::pair(&pair.first, &pair.second), std::pair(&pair.second, &pair.first)}) {
            // What shares a common word, and a key of the other side that is none, is found by that key.
            const bool by_opposed =
                !opposed->keys.empty() &&
                std::ranges::none_of(opposed->keys, [&](const auto& term) { return is_common(term); });
            for (const std::string& term : side->keys.empty() ? side->terms : side->keys) {
                if (!is_common(term) || !by_opposed) {
                    add_later(i, by_term_.at(term), *opposed, near);
                }
            }
            for (const std::string& term : side->terms) {
                if (const auto keyless = keyless_by_term_.find(term);
                    keyless != keyless_by_term_.end() && (!is_common(term) || !by_opposed)) {
                    add_later(i, keyless->second, *opposed, near);
                }
            }
        }
        Places out;
        std::ranges::copy_if(near, std::back_inserter(out), [&](std::size_t other) {
            const ComparedPair& there = said_.pairs[other];
            return may_be_one_pair(pair.first, pair.second, there.first, there.second);
        });
        if (out.size() > kMostAsked) {
            std::ranges::stable_partition(
                out, [&](std::size_t other) { return other == i || is_same_pair(pair, said_.pairs[other]); });
        }
        return out;
    }

    /// The later ones of `all` than pair `i`; of a long list those that share a word of the other side.
    void add_later(std::size_t i, const Places& all, const ComparedSide& opposed,
                   std::set<std::size_t>& near) const {
        for (auto at = std::ranges::upper_bound(all, i); at != all.end(); ++at) {
            const ComparedPair& other = said_.pairs[*at];
            if (all.size() <= kCommonWord || share_any(opposed.terms, other.first.terms) ||
                share_any(opposed.terms, other.second.terms)) {
                near.insert(*at);
            }
        }
    }

    static bool is_same_pair(const ComparedPair& a, const ComparedPair& b) {
        return (a.first.terms == b.first.terms && a.second.terms == b.second.terms) ||
               (a.first.terms == b.second.terms && a.second.terms == b.first.terms);
    }

    /// Do both name what shares words in the same order, and say the same of it, with no denial?
    [[nodiscard]] bool plainly_agree(std::size_t one, std::size_t other) const {
        const ComparedPair& a = said_.pairs[one];
        const ComparedPair& b = said_.pairs[other];
        const auto denies = [&](std::size_t place) { return said_.wordings[place].denied; };
        return a.direction == b.direction && share_any(a.first.terms, b.first.terms) &&
               share_any(a.second.terms, b.second.terms) && !share_any(a.first.terms, b.second.terms) &&
               !share_any(a.second.terms, b.first.terms) && std::ranges::none_of(a.wordings, denies) &&
               std::ranges::none_of(b.wordings, denies);
    }

    void hold_against(std::size_t asking, std::size_t other) {
        const bool itself = asking == other;
        const auto there = voices(asking, other);
        const auto here = there.empty() ? decltype(there)() : voices(other, asking);
        for (const auto& [how, voice] : here) {
            for (const auto& [how_other, voice_other] : there) {
                const bool denial = voice.wording->denied || voice_other.wording->denied;
                const Stance wanted = denial ? Stance::agrees : Stance::disagrees;
                const bool both = voice.wording->denied && voice_other.wording->denied;
                // On one pair only a denial says otherwise, and each two are met in both orders.
                const bool met = itself && (!denial || how_other < how);
                if (!both && !met && std::get<0>(how) == wanted && std::get<0>(how_other) == wanted &&
                    may_be_one_scope(voice.wording->scope, voice_other.wording->scope) &&
                    may_be_one_pair(voice.wording->first, voice.wording->second, voice_other.wording->first,
                                    voice_other.wording->second)) {
                    list(voice.claims, voice_other.claims, denial);
                }
            }
        }
    }

    /// Can any claim on the other pair say anything of this one?
    bool may_hear(std::size_t asking, std::size_t other) {
        return std::ranges::any_of(said_.pairs[other].wordings, [&](std::size_t place) {
            const auto& words = said_.wordings[place].words;
            return reader(asking).may_compare(std::vector<std::string_view>(words.begin(), words.end()));
        });
    }

    /// How the claims on another pair stand to this one, and what they speak of: scopes and doses are keys by
    /// content.
    using Doses = std::set<std::string>;
    using Voices = std::map<std::tuple<Stance, bool, ClaimScope, Doses, Doses>, Voice>;
    Voices voices(std::size_t asking, std::size_t other) {
        Voices out;
        for (const std::size_t place : said_.pairs[other].wordings) {
            const ComparedWording& wording = said_.wordings[place];
            const auto [stance, claims] = hear(asking, wording);
            if (stance == Stance::agrees || stance == Stance::disagrees) {
                Voice& voice =
                    out[{stance, wording.denied, wording.scope, wording.first.doses, wording.second.doses}];
                voice.wording = &wording;
                voice.claims.insert(voice.claims.end(), claims.begin(), claims.end());
            }
        }
        return out;
    }

    /// How a wording stands to a pair, and for which of its claims.
    std::pair<Stance, std::vector<std::size_t>> hear(std::size_t asking, const ComparedWording& wording) {
        const ComparedPair& pair = said_.pairs[asking];
        // With all that the sides have in common around it, a claim says the most that it can say.
        const Stance stance =
            reader(asking).read(wording.text, pair.first.name + "\n" + pair.second.name).stance;
        if (stance == Stance::unrelated || !pair.shares_words ||
            reader(asking).read(wording.text, "").stance == stance) {
            return {stance, wording.claims};
        }
        std::vector<std::size_t> claims;
        for (const std::size_t claim : wording.claims) {
            if (reader(asking).read(wording.text, context_of(claim)).stance == stance) {
                claims.push_back(claim);
            }
        }
        return {claims.empty() ? Stance::unrelated : stance, std::move(claims)};
    }

    /// Each claim of the one with each of the other; of many, each some times.
    void list(const std::vector<std::size_t>& some, const std::vector<std::size_t>& others, bool denial) {
        out_.unlisted.add(some, others);
        const auto& more = some.size() < others.size() ? others : some;
        const auto& fewer = some.size() < others.size() ? some : others;
        for (std::size_t round = 0; round < std::min(fewer.size(), kMostListed); ++round) {
            for (std::size_t i = 0; i < more.size(); ++i) {
                const auto pair = std::minmax(more[i], fewer[(i + round) % fewer.size()]);
                const auto key = std::pair<std::size_t, std::size_t>(pair.first, pair.second);
                // No text contradicts itself, nor its copy.
                if (claims_[key.first].text == claims_[key.second].text || found_.contains(key)) {
                    out_.unlisted.take(pair.first, pair.second);
                } else if (std::min(times_[key.first], times_[key.second]) < kMostListed) {
                    found_.emplace(key, denial);
                    ++times_[key.first];
                    ++times_[key.second];
                    out_.unlisted.take(pair.first, pair.second);
                }
            }
        }
    }

    const ComparativeReader& reader(std::size_t place) {
        auto& out = readers_[place];
        if (!out) {
            const ComparedPair& pair = said_.pairs[place];
            out.emplace(ComparativeQuery{pair.first.name, pair.second.name, {}, pair.direction},
                        store_.index(), Synonyms::shipped());
        }
        return *out;
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

    store::Store& store_;
    const std::vector<ComparedClaim>& claims_;
    ComparedWordings said_;
    std::vector<std::optional<ComparativeReader>> readers_;    ///< of the pairs, made when first asked
    std::unordered_map<std::string, Places> by_term_;          ///< pairs, by words of their sides
    std::unordered_map<std::string, Places> keyless_by_term_;  ///< by those of sides without keys
    std::unordered_map<std::size_t, std::string> contexts_;
    std::unordered_map<std::size_t, std::size_t> times_;         ///< listed, of claims
    std::map<std::pair<std::size_t, std::size_t>, bool> found_;  ///< and whether it is a denial
    Opposites out_;
};

}  // namespace

Opposites opposite_claims(store::Store& store, const std::vector<ComparedClaim>& claims) {
    return Pairing(store, claims).run();
}

}  // namespace whereof::search
