// SPDX-License-Identifier: MIT
#include "search/opposite_claims_wordings.hpp"

#include "claim/comparison_words.hpp"
#include "claim/evidence.hpp"
#include "search/comparative.hpp"
#include "search/synonyms.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace whereof::search {
namespace {

using claim::Comparison;
using claim::Direction;
using store::ComparedClaim;

bool is_sure(const Comparison& one) noexcept {
    return (one.direction == Direction::favours_first || one.direction == Direction::favours_second) &&
           one.confidence >= kSureDirection && !one.hedged;
}

/// What a claim plainly denies: "A was not better than B" without its "not". Empty where nothing is denied
/// right before a word of change, and where a test is spoken of: "not significantly better" found no
/// difference.
std::string without_denial(std::string_view claim) {
    constexpr std::size_t kReach = 2;  // words between the denial and what is denied
    if (claim.find(" not ") == std::string_view::npos && claim.find(" no ") == std::string_view::npos) {
        return {};  // most claims, quickly
    }
    const auto tokens = claim::read_compare_tokens(claim);
    for (const claim::CompareToken& token : tokens) {
        if (token.has(claim::kSignificant | claim::kInsignificant)) {
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
            changes = changes || tokens[n].has(claim::kChange);
        }
        if (changes) {
            std::string out(claim.substr(0, tokens[i].span.begin));
            out += text::trim(claim.substr(tokens[i].span.begin + denial.size()));
            return out;
        }
    }
    return {};
}

class WordingReader {
  public:
    explicit WordingReader(const std::vector<ComparedClaim>& claims) : claims_(claims) {}

    ComparedWordings run() {
        std::unordered_map<std::string_view, std::vector<std::size_t>> places;
        std::vector<std::string_view> texts;  // in order
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            auto& all = places[claims_[i].text];
            if (all.empty()) {
                texts.push_back(claims_[i].text);
            }
            all.push_back(i);
        }
        for (const std::string_view text : texts) {
            add_text(places.at(text));
        }
        return std::move(out_);
    }

  private:
    void add_text(const std::vector<std::size_t>& places) {
        const ComparedClaim& claim = claims_[places.front()];
        if (std::ranges::any_of(claim.comparisons, is_sure)) {
            const auto anew = claim::find_comparisons(claim.text);
            for (const Comparison& one : claim.comparisons) {
                add(places, with_population(one, anew), claim.text, false);
            }
        } else if (const std::string said = without_denial(claim.text); !said.empty()) {
            for (const Comparison& one : claim::find_comparisons(said)) {
                add(places, one, said, true);
            }
        }
    }

    /// An earlier version did not store of whom the comparison speaks: read anew.
    static Comparison with_population(Comparison one, const std::vector<Comparison>& anew) {
        for (const Comparison& other : anew) {
            if (other.first == one.first && other.second == one.second) {
                one.population = other.population;
                break;
            }
        }
        return one;
    }

    void add(const std::vector<std::size_t>& places, const Comparison& one, std::string_view text,
             bool denied) {
        if (!is_sure(one)) {
            return;
        }
        const Synonyms& synonyms = Synonyms::shipped();
        ComparedWording wording{std::string(text),
                                one,
                                read_side(one.first, text, synonyms),
                                read_side(one.second, text, synonyms),
                                denied,
                                0,
                                {},
                                text::terms_of(claims_[places.front()].text),
                                places};
        if (!names_something(wording.first) || !names_something(wording.second)) {
            return;
        }
        // What was read as the outcome may be the rest of a side ("than patients on statins"), or the
        // evidence ("…, a 2023 meta-analysis found").
        Comparison said = one;
        const ScopeTerms outcome = concept_terms(said.outcome, synonyms);
        if (outcome == wording.first.terms || outcome == wording.second.terms ||
            claim::find_evidence(text).of(text).find(said.outcome) != std::string_view::npos) {
            said.outcome.clear();
        }
        wording.scope = read_scope(said, text, synonyms);
        wording.question = question_of(wording);
        out_.pairs[wording.question].wordings.push_back(out_.wordings.size());
        out_.wordings.push_back(std::move(wording));
    }

    std::size_t question_of(const ComparedWording& wording) {
        ComparedSide first = wording.first;
        ComparedSide second = wording.second;
        if (first.terms == second.terms) {
            // Of two doses of one drug nothing but the dose tells which is which.
            first.name = wording.comparison.first;
            second.name = wording.comparison.second;
            first.terms = concept_terms(first.name, Synonyms::shipped());
            second.terms = concept_terms(second.name, Synonyms::shipped());
        }
        first.doses.clear();
        second.doses.clear();
        const claim::Direction direction = wording.comparison.direction;
        const auto [at, is_new] =
            questions_.try_emplace(std::tuple(first.name, second.name, direction), out_.pairs.size());
        if (is_new) {
            const bool shares = !claim::make_question(first.name, second.name, "").shared.empty();
            out_.pairs.push_back({std::move(first), std::move(second), direction, shares, {}});
        }
        return at->second;
    }

    const std::vector<ComparedClaim>& claims_;
    std::map<std::tuple<std::string, std::string, Direction>, std::size_t> questions_;
    ComparedWordings out_;
};

}  // namespace

ComparedWordings read_wordings(const std::vector<ComparedClaim>& claims) {
    return WordingReader(claims).run();
}

}  // namespace whereof::search
