// SPDX-License-Identifier: MIT
#include "search/comparative.hpp"

#include "claim/comparison_chain.hpp"
#include "claim/comparison_outcome.hpp"
#include "claim/outcome_poles.hpp"
#include "search/synonyms.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace whereof::search {
namespace {

using claim::Direction;
using claim::Form;
using claim::Forms;

constexpr std::size_t kLongestForm = 5;
constexpr std::size_t kShortForms = 3;

/// Adds to the word that ends a phrase of `side` all other ways to say the phrase.
class SideExpander {
  public:
    /// `every`: such a way stands for each word of the phrase, so that one can ask for all of them.
    SideExpander(std::string_view side, std::vector<Forms>& words, bool every, store::Index& index,
                 const Synonyms& synonyms)
        : side_(side),
          terms_(text::read_terms(side)),
          words_(words),
          every_(every),
          index_(index),
          synonyms_(synonyms) {}

    void run() {
        std::vector<std::string> terms;
        for (const auto& [term, span] : terms_) {
            terms.push_back(term);
        }
        for (std::size_t i = 0; i < terms.size(); ++i) {
            for (const FoundForm& found : synonyms_.forms_at(std::span(terms).subspan(i))) {
                const Concept& same = synonyms_.concepts()[found.concept_number];
                const std::size_t size = same.forms[found.form].terms.size();
                for (const search::Form& form : same.forms) {
                    add(i, size, form.terms);
                }
            }
            add_short_forms(i);
        }
    }

  private:
    void add_short_forms(std::size_t first) {
        const std::string_view word = terms_[first].second.of(side_);
        if (std::ranges::count_if(word, text::is_ascii_upper) >= 2) {
            for (const auto& [form, articles] : index_.long_forms(word, kShortForms)) {
                add(first, 1, text::terms_of(form));
            }
        }
        std::string phrase = text::fold(word);
        for (std::size_t size = 2; size <= kLongestForm && first + size <= terms_.size(); ++size) {
            phrase += " " + text::fold(terms_[first + size - 1].second.of(side_));
            for (const auto& [form, articles] : index_.short_forms(phrase, kShortForms)) {
                add(first, size, text::terms_of(form));
            }
        }
    }

    /// Another form of the phrase of `size` terms at `first`, when the phrase has a word that tells the sides
    /// apart.
    void add(std::size_t first, std::size_t size, const Form& form) {
        for (std::size_t i = first; i < first + size; ++i) {
            const auto word = std::ranges::find_if(
                words_, [&](const Forms& forms) { return forms.front() == Form{terms_[i].first}; });
            if (word != words_.end()) {
                if (std::ranges::find(*word, form) == word->end()) {
                    word->push_back(form);
                }
                if (!every_) {
                    return;
                }
            }
        }
    }

    std::string_view side_;
    std::vector<std::pair<std::string, Span>> terms_;
    std::vector<Forms>& words_;
    bool every_;
    store::Index& index_;
    const Synonyms& synonyms_;
};

/// A form that may stand for either side tells them not apart.
void drop_shared(std::vector<Forms>& first, std::vector<Forms>& second) {
    const auto holds = [](const std::vector<Forms>& words, const Form& form) {
        return std::ranges::any_of(
            words, [&](const Forms& forms) { return std::ranges::find(forms, form) != forms.end(); });
    };
    std::vector<Form> shared;
    for (const Forms& forms : first) {
        for (const Form& form : forms) {
            if (holds(second, form)) {
                shared.push_back(form);
            }
        }
    }
    for (auto* words : {&first, &second}) {
        for (Forms& forms : *words) {
            // The word as typed stays.
            forms.erase(std::remove_if(forms.begin() + 1, forms.end(),
                                       [&](const Form& form) {
                                           return std::ranges::find(shared, form) != shared.end();
                                       }),
                        forms.end());
        }
    }
}

}  // namespace

std::string_view name(Stance stance) noexcept {
    switch (stance) {
        case Stance::agrees:
            return "agrees";
        case Stance::disagrees:
            return "disagrees";
        case Stance::no_direction:
            return "no_direction";
        case Stance::unrelated:
            break;
    }
    return "unrelated";
}

ComparativeReader::ComparativeReader(const ComparativeQuery& query, store::Index& index,
                                     const Synonyms& synonyms)
    : question_(claim::make_question(query.first, query.second, query.outcome)),
      asked_(query.asked),
      nested_(NestedSides::read(query.first, query.second)) {
    if (nested_) {
        const bool larger = nested_->first_is_larger();
        question_ = claim::make_question(larger ? "" : nested_->smaller(), larger ? nested_->smaller() : "",
                                         query.outcome);
        SideExpander(nested_->smaller(), larger ? question_.second : question_.first, false, index, synonyms)
            .run();
    } else {
        expand_sides(query, index, synonyms);
    }
    // An outcome that is neither good nor bad is what all is about.
    if (claim::outcome_value(text::terms_of(query.outcome)) != 0) {
        claim::Comparison asked;
        asked.outcome = query.outcome;
        outcome_ = outcome_terms(asked);
    }
}

void ComparativeReader::expand_sides(const ComparativeQuery& query, store::Index& index,
                                     const Synonyms& synonyms) {
    SideExpander(query.first, question_.first, false, index, synonyms).run();
    SideExpander(query.second, question_.second, false, index, synonyms).run();
    SideExpander(query.first, question_.shared, true, index, synonyms).run();
    drop_shared(question_.first, question_.second);
}

bool ComparativeReader::names_shared(std::string_view claim, std::string_view context) const {
    if (question_.shared.empty()) {
        return true;
    }
    auto terms = text::terms_of(claim);
    for (std::string& term : text::terms_of(context)) {
        terms.push_back(std::move(term));
    }
    return std::ranges::all_of(question_.shared, [&](const Forms& forms) {
        return std::ranges::any_of(forms, [&](const claim::Form& form) {
            return std::search(terms.begin(), terms.end(), form.begin(), form.end()) != terms.end();
        });
    });
}

/// What the reader that asks no question finds of the same two sides, the question's first side first.
std::vector<claim::Comparison> ComparativeReader::of_the_two(std::string_view claim) const {
    std::vector<claim::Comparison> out;
    for (claim::Comparison& one : claim::find_comparisons(claim)) {
        const auto first = claim::answer_question(one.first, question_);
        const auto second = claim::answer_question(one.second, question_);
        const bool forth = first.first_share > first.second_share && second.second_share > second.first_share;
        const bool back = first.second_share > first.first_share && second.first_share > second.second_share;
        if (forth || back) {
            one.direction = back ? claim::mirrored(one.direction) : one.direction;
            out.push_back(std::move(one));
        }
    }
    return out;
}

/// Of safety the nausea, too.
bool ComparativeReader::is_asked(const std::string& term) const {
    return outcome_.contains(term) || std::ranges::any_of(outcome_, [&](const std::string& asked) {
               return claim::tells_of(claim::pole_of(term, {}), claim::pole_of(asked, {}));
           });
}

/// Is each outcome that the two are compared by another one?
bool ComparativeReader::is_on_other_outcome(const std::vector<claim::Comparison>& found) const {
    bool other = false;
    for (const claim::Comparison& one : found) {
        const ScopeTerms outcome = outcome_terms(one);
        if (std::ranges::any_of(outcome, [&](const std::string& term) { return is_asked(term); })) {
            return false;
        }
        other = other || !outcome.empty();
    }
    return other && !outcome_.empty();
}

bool ComparativeReader::may_compare(std::span<const std::string_view> terms) const {
    const auto names = [&](const std::vector<Forms>& side) {
        return std::ranges::any_of(side, [&](const Forms& forms) {
            return std::ranges::any_of(forms, [&](const claim::Form& form) {
                return std::ranges::find(terms, std::string_view(form.front())) != terms.end();
            });
        });
    };
    if (nested_) {
        return names(nested_->first_is_larger() ? question_.second : question_.first);
    }
    // "the control group" names a side that is one without a word of it.
    return (question_.first_is_control || names(question_.first)) &&
           (question_.second_is_control || names(question_.second));
}

/// What the claim says; of comparisons joined by "and", the first that names both sides.
claim::ComparisonAnswer ComparativeReader::answer_in(std::string_view claim) const {
    claim::ComparisonAnswer whole = claim::answer_question(claim, question_);
    const auto statements = claim::chained_statements(claim);
    if (statements.empty() || !whole.names_both) {
        return whole;
    }
    for (const claim::ChainedStatement& one : statements) {
        claim::ComparisonAnswer part = claim::answer_question(one.text, question_);
        if (!part.names_both) {
            continue;
        }
        for (Span& span : part.words) {
            span = one.in_sentence(span);
        }
        std::erase_if(part.words, [](Span span) { return span.begin == span.end; });
        part.first_share = whole.first_share;
        part.second_share = whole.second_share;
        return part;
    }
    whole.change = claim::Change::none;
    whole.direction = Direction::none;
    whole.confidence = 0.0;
    return whole;
}

HitComparison ComparativeReader::read(std::string_view claim, std::string_view context) const {
    if (!nested_) {
        return read_plain(claim, context);
    }
    claim::Forms forms;
    const std::string joined = nested_->joined(claim, forms);
    if (forms.empty()) {
        return {};
    }
    ComparativeReader of_claim(*this);
    of_claim.nested_.reset();
    (nested_->first_is_larger() ? of_claim.question_.first : of_claim.question_.second) = {forms};
    return of_claim.read_plain(joined, context);
}

HitComparison ComparativeReader::read_plain(std::string_view claim, std::string_view context) const {
    HitComparison out;
    out.answer = answer_in(claim);
    // A side is meant when at least half of its words, or of what may stand for them, are there.
    constexpr double kNamed = 0.5;
    const bool first = out.answer.first_share >= kNamed;
    const bool second = out.answer.second_share >= kNamed;
    const bool against_control = (first && question_.second_is_control && !question_.first_is_control) ||
                                 (second && question_.first_is_control && !question_.second_is_control);
    // "the control group" names a placebo, usual care and waiting.
    if (!out.answer.names_both || !((first && second) || against_control) || !names_shared(claim, context)) {
        return out;
    }
    out.stance = Stance::no_direction;
    const auto found = of_the_two(claim);
    out.other_outcome = is_on_other_outcome(found);
    const bool contradicted = std::ranges::any_of(found, [&](const claim::Comparison& one) {
        return one.direction != Direction::none && one.direction != out.answer.direction;
    });
    if (out.answer.confidence < kSureDirection || contradicted || out.other_outcome) {
        out.answer.change = claim::Change::none;
        out.answer.direction = Direction::none;
        out.answer.confidence = 0.0;
        return out;
    }
    const bool second_asked = asked_ == Direction::favours_second;
    if (out.answer.direction == Direction::favours_first) {
        out.stance = second_asked ? Stance::disagrees : Stance::agrees;
    } else if (out.answer.direction == Direction::favours_second) {
        out.stance = second_asked ? Stance::agrees : Stance::disagrees;
    }
    return out;
}

}  // namespace whereof::search
