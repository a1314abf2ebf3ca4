// SPDX-License-Identifier: MIT
#include "search/claim_scope.hpp"

#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace whereof::search {
namespace {

/// Of two outcomes, how much must be the same words.
constexpr double kSameWords = 0.5;

ScopeTerms terms_of(std::string_view text) {
    const auto terms = text::telling_terms(text);
    return {terms.begin(), terms.end()};
}

bool holds_all(const ScopeTerms& all, const ScopeTerms& some) { return std::ranges::includes(all, some); }

std::size_t count_shared(const ScopeTerms& a, const ScopeTerms& b) {
    return static_cast<std::size_t>(
        std::ranges::count_if(a, [&](const std::string& term) { return b.contains(term); }));
}

/// Costs and harms: an outcome that is not named is none of these.
bool is_aside(const ScopeTerms& outcome) {
    static const ScopeTerms aside = terms_of(
        "cost costs price expense expenses expensive cheaper safety safer adverse harm harms toxicity "
        "side-effects complication "
        "tolerability time duration speed");
    return count_shared(outcome, aside) > 0;
}

/// Words of which a population has one kind: other kinds are other people. Folded.
struct Kind {
    int axis;  ///< age, sex, course, degree
    int kind;
    std::string_view words;
};
constexpr std::array kKinds{
    Kind{0, 0,
         " child children infant infants newborns neonates toddlers adolescent adolescents teenagers boys "
         "girls pediatric "
         "paediatric youth youths "},
    Kind{0, 1, " adult adults elderly older aged geriatric seniors women men "},
    Kind{1, 0, " women woman female females girls mothers "},
    Kind{1, 1, " men man male males boys fathers "},
    Kind{2, 0, " acute subacute "},
    Kind{2, 1, " chronic persistent "},
    Kind{3, 0, " mild "},
    Kind{3, 1, " severe "},
};

/// Which kinds a population names, one bit each.
unsigned kinds_of(const std::vector<std::string>& words) {
    unsigned out = 0;
    for (const std::string& word : words) {
        for (std::size_t i = 0; i < kKinds.size(); ++i) {
            if (kKinds[i].words.find(" " + word + " ") != std::string_view::npos) {
                out |= 1U << i;
            }
        }
    }
    return out;
}

bool contrast(unsigned a, unsigned b) {
    for (const Kind& axis : kKinds) {
        unsigned mask = 0;
        for (std::size_t i = 0; i < kKinds.size(); ++i) {
            mask |= kKinds[i].axis == axis.axis ? 1U << i : 0U;
        }
        if ((a & mask) != 0 && (b & mask) != 0 && (a & b & mask) == 0) {
            return true;
        }
    }
    return false;
}

/// What tells a population from others: its terms, each way to say one thing the same ("LBP" and "low back
/// pain"), without "people" and numbers.
ScopeTerms telling_terms_of(std::string_view population, const Synonyms& synonyms) {
    static const ScopeTerms general = terms_of(
        "people patient participant adult individual subject person case volunteer population sufferer "
        "outpatient inpatient aged age year "
        "suffering diagnosed living having history group community elderly older seniors");
    const std::vector<std::string> terms = text::terms_of(population);
    ScopeTerms out;
    for (std::size_t i = 0; i < terms.size();) {
        std::size_t taken = 0;
        std::string same;
        for (const FoundForm& found : synonyms.forms_at(std::span(terms).subspan(i))) {
            const std::size_t size = synonyms.concepts()[found.concept_number].forms[found.form].terms.size();
            if (size > taken) {
                taken = size;
                same = "=" + std::to_string(found.concept_number);
            }
        }
        const bool number = text::is_ascii_digit(terms[i].front());
        if (taken == 0 && !number && !text::is_stop_term(terms[i]) && !general.contains(terms[i])) {
            out.insert(terms[i]);
        } else if (taken > 0 && !general.contains(terms[i])) {
            out.insert(same);
        }
        i += std::max<std::size_t>(taken, 1);
    }
    return out;
}

}  // namespace

ScopeTerms outcome_terms(const article::Comparison& comparison) {
    static const ScopeTerms measuring = terms_of(
        "relief intensity score level severity reduction improvement rate rating control management outcome "
        "scale measure benefit "
        "effect change amount degree");
    ScopeTerms out = terms_of(comparison.outcome);
    const ScopeTerms whole = out;
    std::erase_if(out, [](const std::string& term) { return measuring.contains(term); });
    if (out.empty()) {
        out = whole;
    }
    if (out.empty()) {
        static const std::array<std::pair<ScopeTerms, std::string>, 2> meant{
            {{terms_of("cheaper costlier expensive cost"), "cost"},
             {terms_of("safer"), text::term_of_word("safety")}}};
        for (const std::string& words : comparison.words) {
            for (const auto& [said, outcome] : meant) {
                if (count_shared(terms_of(words), said) > 0) {
                    out.insert(outcome);
                }
            }
        }
    }
    return out;
}

bool may_be_one_outcome(const ScopeTerms& a, const ScopeTerms& b) {
    if (a.empty() || b.empty()) {
        return !is_aside(a) && !is_aside(b);
    }
    const std::size_t both = count_shared(a, b);
    const double share = static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
    return share >= kSameWords || holds_all(a, b) || holds_all(b, a);
}

bool may_be_one_population(std::string_view a, std::string_view b, const Synonyms& synonyms) {
    if (contrast(kinds_of(text::fold_words(a)), kinds_of(text::fold_words(b)))) {
        return false;
    }
    const ScopeTerms first = telling_terms_of(a, synonyms);
    const ScopeTerms second = telling_terms_of(b, synonyms);
    return holds_all(first, second) || holds_all(second, first);
}

}  // namespace whereof::search
