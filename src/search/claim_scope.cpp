// SPDX-License-Identifier: MIT
#include "search/claim_scope.hpp"

#include "claim/comparison_outcome.hpp"
#include "claim/outcome_poles.hpp"
#include "claim/quantities.hpp"
#include "search/claim_circumstances.hpp"
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

bool holds_all(const ScopeTerms& all, const ScopeTerms& some) { return std::ranges::includes(all, some); }

/// Costs and harms: an outcome that is not named is none of these.
bool is_aside(const ScopeTerms& outcome) {
    static const ScopeTerms aside = scope_terms(
        "cost costs price expense expenses expensive cheaper safety safer adverse harm harms toxicity "
        "side-effects complication "
        "tolerability time duration speed");
    return count_shared(outcome, aside) > 0;
}

/// The kinds of "when".
constexpr unsigned kSoon = 1;
constexpr unsigned kLate = 2;

/// Words for kinds that exclude each other on one axis. Folded. With `+`, only of the word that follows.
struct Kind {
    std::string_view axis;
    unsigned kind;
    std::string_view words;
};
constexpr std::array kKinds{
    Kind{"age", 1,
         " child children infant infants newborns neonates toddlers adolescent adolescents teenagers boys "
         "girls pediatric paediatric youth youths "},
    Kind{"age", 2,
         " adult adults elderly older aged geriatric seniors women men pregnant veterans workers smokers "},
    Kind{"sex", 1, " women woman female females girls mothers pregnant postmenopausal "},
    Kind{"sex", 2, " men man male males boys fathers "},
    Kind{"course", 1, " acute subacute "},
    Kind{"course", 2, " chronic persistent "},
    Kind{"degree", 1, " mild "},
    Kind{"degree", 2, " severe "},
    Kind{"route", 1, " oral orally peroral "},
    Kind{"route", 2,
         " intravenous intravenously iv intramuscular intramuscularly subcutaneous subcutaneously injected "
         "injectable "},
    Kind{"route", 4, " topical topically transdermal "},
    Kind{"route", 8, " inhaled nebulised nebulized intranasal intranasally "},
    Kind{"level+", 1, " high higher "},
    Kind{"level+", 2, " low lower "},
    Kind{"length+", 1, " short "},
    Kind{"length+", 2, " long "},
    Kind{"start+", 1, " early earlier "},
    Kind{"start+", 2, " late later delayed "},
    Kind{"side+", 1, " pre "},
    Kind{"side+", 2, " post "},
    Kind{"order+", 1, " before "},
    Kind{"order+", 2, " after following "},
    Kind{"species", 1,
         " rat rats mouse mice rabbit rabbits dog dogs pig pigs sheep monkey monkeys animal animals "},
    Kind{"species", 2,
         " human humans patient patients people person persons adult adults child children women men "},
    Kind{"when", kSoon, " immediately initially discharge "},
    Kind{"when", kLate, " eventually thereafter followup "},
    Kind{"setting", 1, " inpatient inpatients hospitalised hospitalized "},
    Kind{"setting", 2, " outpatient outpatients "},
};

/// "preoperative" and "postoperative" are kinds of one thing.
void add_prefixed(const std::string& word, std::map<std::string, unsigned>& out) {
    constexpr std::size_t kLeastRest = 4;  // letters
    for (const auto& [prefix, kind] : {std::pair(std::string_view("pre"), 1U), {"post", 2U}}) {
        if (word.starts_with(prefix) && word.size() >= prefix.size() + kLeastRest) {
            out["side+" + word.substr(prefix.size())] |= kind;
        }
    }
}

/// "type 1" and "type 2", "stage II" and "stage IV", "hepatitis B" and "hepatitis C" are kinds of one thing.
void add_numbered(const std::string& word, const std::string& number, std::map<std::string, unsigned>& out) {
    static constexpr std::array<std::string_view, 8> kNumbered{"type",  "stage", "grade",     "phase",
                                                               "class", "group", "hepatitis", "influenza"};
    static constexpr std::array<std::string_view, 5> kRoman{"i", "ii", "iii", "iv", "v"};
    const auto* const roman = std::ranges::find(kRoman, std::string_view(number));
    if (number.empty() || std::ranges::find(kNumbered, std::string_view(word)) == kNumbered.end()) {
        return;
    }
    const char first = number.front();
    if (roman != kRoman.end()) {
        out[word] |= 2U << static_cast<unsigned>(roman - kRoman.begin());
    } else if (number.size() == 1 && text::is_ascii_alnum(first)) {
        out[word] |= 1U << (text::is_ascii_digit(first) ? static_cast<unsigned>(first - '0')
                                                        : static_cast<unsigned>(first - 'a') % 16 + 16);
    }
}

std::map<std::string, unsigned> kinds_of(std::string_view text) {
    const std::vector<std::string> words = text::fold_words(text);
    std::map<std::string, unsigned> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        add_prefixed(words[i], out);
        add_numbered(words[i], i + 1 < words.size() ? words[i + 1] : "", out);
        const std::string padded = " " + words[i] + " ";
        for (const auto& [axis, kind, members] : kKinds) {
            if (members.find(padded) == std::string_view::npos) {
                continue;
            }
            if (!axis.ends_with('+')) {
                out[std::string(axis)] |= kind;
            } else if (i + 1 < words.size()) {
                out[std::string(axis) + words[i + 1]] |= kind;
            }
        }
    }
    return out;
}

bool contrast(const std::map<std::string, unsigned>& a, const std::map<std::string, unsigned>& b) {
    return std::ranges::any_of(a, [&](const auto& one) {
        const auto other = b.find(one.first);
        return other != b.end() && (one.second & other->second) == 0;
    });
}

/// The days after which something was seen: "at 4 weeks", "after 1 year", "12-month follow-up".
std::set<unsigned> times_of(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, double>, 5> kDays{
        {{"hour", 1.0 / 24},
         {"day", 1},
         {"week", 7},
         {"month", 30},
         {"year", 360}}};  // 12 months are a year, 4 weeks no month
    std::set<unsigned> out;
    for (const claim::Quantity& one : claim::find_quantities(text)) {
        const auto* const unit =
            std::ranges::find(kDays, std::string_view(one.unit), &std::pair<std::string_view, double>::first);
        const std::string before = " " + text::ascii_lower(text::trim(text.substr(0, one.span.begin)));
        const bool named =
            std::ranges::any_of(std::array<std::string_view, 5>{" at", " after", " by", " within", " for"},
                                [&](std::string_view word) { return before.ends_with(word); });
        const bool followed = text::trim(text.substr(one.span.end)).starts_with("follow");
        constexpr double kMost = 1e6;
        if (unit != kDays.end() && one.values.size() == 1 && (named || followed) && one.values.front() >= 0 &&
            one.values.front() < kMost) {
            out.insert(static_cast<unsigned>(one.values.front() * unit->second));
        }
    }
    return out;
}

/// "immediately" is not "at 12 months", nor "at follow-up".
void add_when(const std::vector<std::string>& words, const std::set<unsigned>& times,
              std::map<std::string, unsigned>& kinds) {
    constexpr unsigned kMostSoon = 30;    // days
    constexpr unsigned kLeastLate = 180;  // days
    unsigned when = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const bool late = (words[i - 1] == "follow" && words[i] == "up") ||
                          (words[i - 1].starts_with("long") && words[i] == "term");
        const bool soon = words[i] == "first" && words[i - 1] == "at";
        when |= late ? kLate : (soon || (words[i - 1] == "short" && words[i] == "term")) ? kSoon : 0U;
    }
    for (const unsigned days : times) {
        when |= days <= kMostSoon ? kSoon : days >= kLeastLate ? kLate : 0U;
    }
    if (when != 0) {
        kinds["when"] |= when;
    }
}

/// "non-smokers" are other people than "smokers".
constexpr std::string_view kDenied = "!";

bool denies(std::string_view population) {
    static constexpr std::array<std::string_view, 5> kDenying{"non", "not", "never", "without", "no"};
    return std::ranges::any_of(text::fold_words(population), [](const std::string& word) {
        return std::ranges::find(kDenying, word) != kDenying.end();
    });
}

/// What tells a population from others: without "people" and numbers.
ScopeTerms telling_terms_of(std::string_view population, const Synonyms& synonyms) {
    static const ScopeTerms general = scope_terms(
        "people patient participant adult individual subject person case volunteer population sufferer "
        "outpatient inpatient aged age year "
        "suffering diagnosed living having history group community elderly older seniors");
    ScopeTerms out = concept_terms(population, synonyms);
    std::erase_if(out, [](const std::string& term) {
        return text::is_ascii_digit(term.front()) || general.contains(term);
    });
    if (!out.empty() && denies(population)) {
        out.insert(std::string(kDenied));
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

/// Who dies less survives more: one outcome, by its one name. "Disease-free survival" is another.
void fold_poles(ScopeTerms& outcome) {
    const std::vector<std::string> terms(outcome.begin(), outcome.end());
    for (const std::string& term : terms) {
        const claim::OutcomePole pole = claim::pole_of(term, terms);
        if (!pole.name.empty() && (pole.sign == 0 || claim::tells_of(pole, pole))) {
            outcome.erase(term);
            outcome.insert(pole.sign != 0 ? text::term_of_word(pole.name) : "other " + term);
        }
    }
}

/// What tells where and of whom a comparison holds, without its sides and outcome, times and studies.
ScopeTerms circumstance_terms(const claim::Comparison& comparison, std::string_view text,
                              const Synonyms& synonyms) {
    static const ScopeTerms general = scope_terms(
        "trial study review analysis evidence cohort meta-analysis experiment survey registry hour day week "
        "month year time follow-up term short long contrast addition conclusion summary total overall score "
        "scale measure level rate baseline treatment therapy intervention group arm discharge whole general");
    ScopeTerms out = telling_terms_of(circumstances(comparison, text), synonyms);
    // "in gout" is read as an outcome, too.
    const bool valued = claim::outcome_value(text::terms_of(comparison.outcome)) != 0;
    const ScopeTerms said = concept_terms(
        comparison.first + "\n" + comparison.second + "\n" + (valued ? comparison.outcome : ""), synonyms);
    std::erase_if(out,
                  [&](const std::string& term) { return general.contains(term) || said.contains(term); });
    return out;
}

bool may_be_one_population(const ScopeTerms& a, const ScopeTerms& b) {
    if (a.empty() || b.empty()) {
        return true;
    }
    const std::string denied(kDenied);
    return a.contains(denied) == b.contains(denied) && (holds_all(a, b) || holds_all(b, a));
}

}  // namespace

ScopeTerms scope_terms(std::string_view text) {
    const auto terms = text::telling_terms(text);
    return {terms.begin(), terms.end()};
}

std::size_t count_shared(const ScopeTerms& a, const ScopeTerms& b) {
    return static_cast<std::size_t>(
        std::ranges::count_if(a, [&](const std::string& term) { return b.contains(term); }));
}

bool is_people_word(std::string_view folded) {
    static constexpr std::array<std::string_view, 20> kPeople{
        "people", "patients", "participants", "persons",    "adults",  "subjects", "individuals",
        "those",  "children", "women",        "men",        "smokers", "workers",  "veterans",
        "nurses", "students", "athletes",     "volunteers", "users",   "survivors"};
    return std::ranges::find(kPeople, folded) != kPeople.end();
}

ScopeTerms outcome_terms(const claim::Comparison& comparison) {
    static const ScopeTerms measuring = scope_terms(
        "relief intensity score level severity reduction improvement rate rating control management outcome "
        "scale measure benefit "
        "effect change amount degree");
    ScopeTerms out = scope_terms(comparison.outcome);
    const ScopeTerms whole = out;
    std::erase_if(out, [](const std::string& term) { return measuring.contains(term); });
    if (out.empty()) {
        out = whole;
    }
    if (out.empty()) {
        static const std::array<std::pair<ScopeTerms, std::string>, 3> meant{
            {{scope_terms("cheaper costlier expensive cost"), "cost"},
             {scope_terms("safer"), text::term_of_word("safety")},
             {scope_terms("lived live lives living outlived"), text::term_of_word("survival")}}};
        for (const std::string& words : comparison.words) {
            for (const auto& [said, outcome] : meant) {
                if (count_shared(scope_terms(words), said) > 0) {
                    out.insert(outcome);
                }
            }
        }
    }
    fold_poles(out);
    return out;
}

ScopeTerms concept_terms(std::string_view text, const Synonyms& synonyms) {
    const std::vector<std::string> terms = text::terms_of(text);
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
        if (taken > 0) {
            out.insert(same);
        } else if (!text::is_stop_term(terms[i])) {
            out.insert(terms[i]);
        }
        i += std::max<std::size_t>(taken, 1);
    }
    return out;
}

ClaimScope read_scope(const claim::Comparison& comparison, std::string_view text, const Synonyms& synonyms) {
    ClaimScope out;
    out.outcome = outcome_terms(comparison);
    out.population = telling_terms_of(comparison.population, synonyms);
    if (comparison.population.empty()) {
        out.population = circumstance_terms(comparison, text, synonyms);
    }
    out.kinds = kinds_of(text);
    out.times = times_of(text);
    add_when(text::fold_words(text), out.times, out.kinds);
    return out;
}

bool may_be_one_scope(const ClaimScope& a, const ClaimScope& b) {
    const bool other_time =
        !a.times.empty() && !b.times.empty() &&
        std::ranges::none_of(a.times, [&](unsigned days) { return b.times.contains(days); });
    return !other_time && !contrast(a.kinds, b.kinds) && may_be_one_outcome(a.outcome, b.outcome) &&
           may_be_one_population(a.population, b.population);
}

}  // namespace whereof::search
