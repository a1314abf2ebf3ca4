// SPDX-License-Identifier: MIT
#include "search/compared_sides.hpp"

#include "claim/quantities.hpp"
#include "search/claim_scope.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace whereof::search {
namespace {

using Words = std::vector<std::string_view>;

template <std::size_t kSize>
bool folds_to_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
    const std::string folded = text::ascii_lower(word);
    return std::ranges::find(words, folded) != words.end();
}

constexpr std::array<std::string_view, 3> kArticles{"the", "a", "an"};
/// What people do with what they are given; of several, the last stands before its name.
constexpr std::array<std::string_view, 17> kTaking{
    "taking", "took",    "take",     "takes",      "receiving",  "received",  "on",         "using",  "used",
    "given",  "treated", "assigned", "randomised", "randomized", "allocated", "prescribed", "getting"};
constexpr std::array<std::string_view, 6> kGiving{"use",    "treatment",      "therapy",
                                                  "intake", "administration", "consumption"};
constexpr std::array<std::string_view, 5> kJoints{"of", "with", "by", "using", "to"};
constexpr std::array<std::string_view, 9> kTakers{"users",  "user", "takers", "recipients", "group",
                                                  "groups", "arm",  "arms",   "daily"};
constexpr std::array<std::string_view, 4> kForms{"therapy", "treatment", "use", "tablets"};
/// Before "therapy" and "treatment" these are no name of what is given.
constexpr std::array<std::string_view, 26> kKindsOfTherapy{
    "combination", "drug",   "standard", "usual", "new",  "early", "late",    "later", "earlier",
    "immediate",   "single", "triple",   "high",  "low",  "first", "second",  "short", "long",
    "dose",        "term",   "target",   "gene",  "talk", "no",    "control", "other"};
constexpr std::array<std::string_view, 5> kKindsOfGroup{"control", "comparison", "study", "treatment",
                                                        "intervention"};

Words words_of(std::string_view text) {
    Words out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            out.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return out;
}

std::string joined(const Words& words) { return fmt::format("{}", fmt::join(words, " ")); }

/// "physical" of "physical therapy" is no therapy by itself; "heat" is.
bool is_adjective(std::string_view word) {
    static constexpr std::array<std::string_view, 9> kEnds{"al", "ive", "ic",  "ed", "ing",
                                                           "ar", "ory", "ous", "ent"};
    return std::ranges::any_of(kEnds, [&](std::string_view end) { return word.ends_with(end); });
}

void drop_front(Words& words) {
    const auto drop = [&](std::size_t count) {
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
    };
    constexpr int kRounds = 3;  // "use of treatment with statins"
    for (int round = 0; round < kRounds; ++round) {
        while (words.size() > 1 && folds_to_one_of(words[0], kArticles)) {
            drop(1);
        }
        std::size_t taken = 0;
        if (words.size() > 1 && is_people_word(text::ascii_lower(words[0]))) {
            for (std::size_t i = 1; i + 1 < words.size(); ++i) {
                taken = folds_to_one_of(words[i], kTaking) ? i + 1 : taken;
            }
            if (taken > 0 && taken + 1 < words.size() && folds_to_one_of(words[taken], kJoints)) {
                ++taken;
            }
        } else if (words.size() > 2 && folds_to_one_of(words[0], kGiving) &&
                   folds_to_one_of(words[1], kJoints)) {
            taken = 2;
        }
        if (taken == 0) {
            return;
        }
        drop(taken);
    }
}

void drop_back(Words& words) {
    while (words.size() > 1) {
        const std::string_view before = words[words.size() - 2];
        const bool taker = folds_to_one_of(words.back(), kTakers) && !folds_to_one_of(before, kKindsOfGroup);
        const bool form = folds_to_one_of(words.back(), kForms) && !is_adjective(before) &&
                          !folds_to_one_of(before, kKindsOfTherapy);
        if (!taker && !form) {
            return;
        }
        words.pop_back();
    }
}

/// Words that alone name nothing that another article's side could be: "the study group", "some trials".
bool names_nothing(const ScopeTerms& terms) {
    static const ScopeTerms general = scope_terms(
        "study trial review analysis research evidence author result finding data experiment report "
        "literature group arm patient treatment treated intervention control cohort subject "
        "participant case former latter first second other regimen method approach use user");
    return std::ranges::all_of(terms, [](const std::string& term) { return general.contains(term); });
}

/// Words that many sides have, so that they make no two one: "early injection", "heat therapy".
bool is_common(const std::string& term) {
    static const ScopeTerms common = [] {
        constexpr std::string_view kWords =
            "therapy use user taker recipient people person adult individual dose dosage daily weekly day mg "
            "care program programme medication drug tablet supplement supplementation taking receiving given "
            "early earlier late later delayed immediate high higher low lower new old short long standard "
            "usual oral topical intravenous injection infusion session class course training plus alone "
            "combined";
        ScopeTerms out;
        for (const std::string_view word : words_of(kWords)) {
            out.merge(scope_terms(word));
            out.merge(concept_terms(word, Synonyms::shipped()));
        }
        return out;
    }();
    return text::is_ascii_digit(term.front()) || common.contains(term) || names_nothing({term});
}

/// Does it hold a short form that an article may define: "early CBT"?
bool has_short_form(const Words& words, const ScopeTerms& terms) {
    return std::ranges::any_of(words, [&](std::string_view word) {
        return std::ranges::count_if(word, text::is_ascii_upper) >= 2 &&
               std::ranges::any_of(text::terms_of(word),
                                   [&](const std::string& term) { return terms.contains(term); });
    });
}

/// See ComparedSide::keys.
ScopeTerms keys_of(const Words& words, const ScopeTerms& terms) {
    ScopeTerms out;
    if (!has_short_form(words, terms)) {
        std::ranges::remove_copy_if(terms, std::inserter(out, out.end()), is_common);
    }
    return out;
}

/// "treatment" of "than treatment with statins" goes on behind "with".
std::string read_on(std::string_view side, std::string_view claim) {
    static constexpr std::array<std::string_view, 5> kGoesOn{" with ", " on ", " of ", " taking ",
                                                             " receiving "};
    static constexpr std::array<std::string_view, 22> kEnds{
        "than", "in",   "for",    "at",     "after", "was",  "were",     "had",  "has", "and",  "or",
        "but",  "when", "during", "versus", "vs",    "from", "compared", "with", "on",  "over", "did"};
    constexpr std::size_t kMostWords = 4;
    const std::size_t at = claim.rfind(side);
    if (side.empty() || at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = claim.substr(at + side.size());
    const auto* const joint =
        std::ranges::find_if(kGoesOn, [&](std::string_view word) { return rest.starts_with(word); });
    if (joint == kGoesOn.end()) {
        return {};
    }
    std::string out;
    std::size_t count = 0;
    for (std::string_view word : words_of(rest.substr(joint->size()))) {
        const std::size_t sign = word.find_first_of(".,;:()[]");
        word = word.substr(0, sign);
        if (word.empty() || folds_to_one_of(word, kEnds) || count++ == kMostWords) {
            break;
        }
        out += (out.empty() ? "" : " ") + std::string(word);
        if (sign != std::string_view::npos) {
            break;
        }
    }
    return out;
}

/// Takes the doses out of a side.
std::string without_doses(std::string_view side, std::set<std::string>& doses) {
    static constexpr std::array<std::pair<std::string_view, double>, 6> kUnits{
        {{"g", 1e6}, {"mg", 1e3}, {"µg", 1}, {"ng", 1e-3}, {"IU", 1}, {"mL", 1}}};
    std::string out;
    std::size_t done = 0;
    for (const claim::Quantity& one : claim::find_quantities(side)) {
        const std::string_view unit = std::string_view(one.unit).substr(0, one.unit.find('/'));
        const auto* const known =
            std::ranges::find(kUnits, unit, &std::pair<std::string_view, double>::first);
        if (one.kind != claim::QuantityKind::amount || known == kUnits.end() || one.span.begin < done) {
            continue;
        }
        std::string dose = known->second == 1 ? std::string(unit) : "µg";
        for (const double value : one.values) {
            dose += fmt::format(" {:g}", value * known->second);
        }
        doses.insert(std::move(dose));
        out += side.substr(done, one.span.begin - done);
        done = one.span.end;
    }
    return out + std::string(side.substr(done));
}

/// "twice daily", "once a day"
void drop_frequency(Words& words) {
    static constexpr std::array<std::string_view, 4> kTimes{"once", "twice", "thrice", "per"};
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (folds_to_one_of(words[i], kTimes)) {
            words.resize(i);
        }
    }
}

bool may_be_one_side(const ComparedSide& a, const ComparedSide& b) {
    if (!a.doses.empty() && !b.doses.empty() && count_shared(a.doses, b.doses) == 0) {
        return false;
    }
    if (a.keys.empty() || b.keys.empty()) {
        return true;
    }
    const std::size_t shared = count_shared(a.keys, b.keys);
    const std::size_t own = std::min(a.keys.size(), b.keys.size()) - shared;
    return own == 0 ? shared > 0 : shared > own;
}

}  // namespace

ComparedSide read_side(std::string_view side, std::string_view claim, const Synonyms& synonyms) {
    ComparedSide out;
    std::string whole(side);
    if (names_nothing(concept_terms(side, synonyms))) {
        if (std::string rest = read_on(side, claim); !rest.empty()) {
            whole = std::move(rest);
        }
    }
    const std::string bare = without_doses(whole, out.doses);
    Words words = words_of(bare);
    drop_frequency(words);
    drop_front(words);
    drop_back(words);
    out.name = joined(words);
    out.terms = concept_terms(out.name, synonyms);
    if (names_nothing(out.terms)) {
        out.name = whole;
        out.terms = concept_terms(whole, synonyms);
        words = words_of(out.name);
    }
    out.keys = keys_of(words, out.terms);
    return out;
}

bool names_something(const ComparedSide& side) { return !names_nothing(side.terms); }

bool may_be_one_pair(const ComparedSide& first, const ComparedSide& second, const ComparedSide& other_first,
                     const ComparedSide& other_second) {
    const std::size_t forth =
        count_shared(first.terms, other_first.terms) + count_shared(second.terms, other_second.terms);
    const std::size_t back =
        count_shared(first.terms, other_second.terms) + count_shared(second.terms, other_first.terms);
    return (forth >= back && may_be_one_side(first, other_first) && may_be_one_side(second, other_second)) ||
           (back >= forth && may_be_one_side(first, other_second) && may_be_one_side(second, other_first));
}

}  // namespace whereof::search
