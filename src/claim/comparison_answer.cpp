// SPDX-License-Identifier: MIT
#include "claim/comparison_answer.hpp"

#include "claim/comparison_events.hpp"
#include "claim/comparison_marks.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_numbers.hpp"
#include "claim/comparison_outcome.hpp"
#include "claim/comparison_plans.hpp"
#include "claim/comparison_sides.hpp"
#include "claim/comparison_statement.hpp"
#include "claim/comparison_tests.hpp"
#include "claim/comparison_words.hpp"

#include <algorithm>
#include <optional>

namespace whereof::claim {
namespace {

constexpr std::size_t kNowhere = AskedStatement::kNowhere;
/// A side that is compared with stands at most this far behind "than".
constexpr std::size_t kThanReach = 14;

using Terms = std::vector<std::string>;

class Answerer {
  public:
    Answerer(std::string_view sentence, const ComparisonQuestion& question)
        : sentence_(sentence),
          question_(question),
          tokens_(read_compare_tokens(sentence)),
          names_(sentence_, tokens_),
          marks_(mark_question(tokens_, question)),
          asked_(find_statement(tokens_, question, marks_)),
          tests_(sentence_, tokens_),
          sides_(tokens_, marks_.side, asked_.begin, asked_.end) {}

    ComparisonAnswer run() {
        if (is_plan(tokens_, asked_.begin, asked_.end)) {
            return std::move(answer_);
        }
        auto events = find_events(tokens_, asked_.begin, asked_.end, marks_.ignored);
        const bool withheld = is_withheld(sentence_, tokens_, asked_.begin, asked_.end);
        if (withheld) {
            events.clear();
        }
        const CompareEvent* event = choose_event(events);
        if (event != nullptr) {
            const auto goes_along = happened_along(*event);
            answer_by_event(goes_along ? *goes_along : *event);
        } else if (!withheld) {
            answer_by_numbers();
        }
        finish();
        return std::move(answer_);
    }

  private:
    /// Is there a verb between the two, so that what follows is said of what stands before?
    [[nodiscard]] bool verb_between(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (tokens_[i].has(kVerb) && !tokens_[i].has(kHedge)) {
                return true;
            }
        }
        return false;
    }

    /// Of "reduced HbA1c along with weight loss" the loss of weight is told of, not reduced.
    [[nodiscard]] std::optional<CompareEvent> happened_along(const CompareEvent& event) const {
        if (asked_.outcome == kNowhere || event.at > asked_.outcome || event.sign == 0) {
            return std::nullopt;
        }
        for (std::size_t i = event.at; i < asked_.outcome; ++i) {
            if (tokens_[i].has(kAlong)) {
                return CompareEvent{event.at, event.first, 1, false, 0};
            }
        }
        return std::nullopt;
    }

    const CompareEvent* choose_event(const std::vector<CompareEvent>& events) const {
        if (events.empty()) {
            return nullptr;
        }
        if (asked_.outcome == kNowhere) {
            return events.size() == 1 || !question_.outcome.empty() ? &events.front()
                                                                    : best_without_outcome(events);
        }
        const CompareEvent* before = nullptr;
        const CompareEvent* after = nullptr;
        for (const CompareEvent& event : events) {
            if (event.at <= asked_.outcome) {
                before = &event;
            } else if (after == nullptr) {
                after = &event;
            }
        }
        if (after == nullptr || before == nullptr) {
            return after == nullptr ? before : after;
        }
        // "X was lower, and pain was less": a statement of its own behind the outcome.
        const bool said = verb_between(asked_.outcome, after->first + 1) || tokens_[after->first].has(kSame);
        return said && !list_between(before->at, asked_.outcome) ? after : before;
    }

    /// Does the outcome follow the event in one breath: "reduced A and B", "improvement in A, B and C"?
    [[nodiscard]] bool list_between(std::size_t from, std::size_t to) const {
        for (std::size_t i = from + 1; i < to; ++i) {
            if (tokens_[i].has(kVerb | kThan) || tokens_[i].has(kPValue)) {
                return false;
            }
        }
        return true;
    }

    /// The event that stands with "than".
    [[nodiscard]] const CompareEvent* best_without_outcome(const std::vector<CompareEvent>& events) const {
        for (const CompareEvent& event : events) {
            for (std::size_t i = event.at; i < asked_.end; ++i) {
                if (tokens_[i].has(kThan)) {
                    return &event;
                }
            }
        }
        return &events.front();
    }

    /// The "than B", "compared with B" or "versus B" that belongs to the event: the first behind it, else the
    /// last before it.
    [[nodiscard]] std::size_t than_of(const CompareEvent& event) const {
        std::size_t out = kNowhere;
        for (std::size_t i = asked_.begin; i < asked_.end; ++i) {
            if (tokens_[i].has(kThan)) {
                out = i;
                if (i >= event.at) {
                    break;
                }
            }
        }
        return out;
    }

    /// Which side is not what the event is compared with; 0 unknown.
    std::uint8_t side_not_behind(std::size_t than, const CompareEvent& event) {
        const std::size_t reach = std::min(asked_.end, than + kThanReach);
        std::size_t stop = than + 1;
        while (stop < reach && !(tokens_[stop].sign == ',' && stop > than + 1) && stop != event.first) {
            ++stop;
        }
        const std::uint8_t reference = sides_.only_in(than + 1, stop);
        for (std::size_t i = than + 1; i < stop && reference == 0; ++i) {
            before_ = before_ || tokens_[i].has(kBefore);
        }
        return NamedSides::other(reference);
    }

    /// Which side the event is said of; 0 unknown.
    std::uint8_t subject_of(const CompareEvent& event) {
        const std::size_t than = than_of(event);
        if (than != kNowhere) {
            if (const std::uint8_t side = side_not_behind(than, event)) {
                basis_ = 0.92;
                note(than);
                return side;
            }
        }
        // "lower in A", "A reduced", "A had a lower"
        const std::size_t end = than != kNowhere && than > event.at ? than : asked_.end;
        const NamedSides::Place behind = sides_.first_in(event.at + 1, end);
        const NamedSides::Place before = sides_.last_before(event.first);
        // "patients preferred A to B"
        if (before.side == 0 && behind.side != 0 && tokens_[event.at].has(kPrefer)) {
            basis_ = 0.92;
            return behind.side;
        }
        const NamedSides::Place nearest = before.side != 0 ? before : behind;
        if (nearest.side == 0) {
            return subject_elsewhere();
        }
        if (sides_.are_named_together(nearest.at)) {
            return 0;  // said of both
        }
        if (before.side != 0 && behind.side != 0 && before.side != behind.side) {
            const bool beats = tokens_[event.at].has(kBeats);
            basis_ = beats ? 0.92 : 0.6;
            const bool near = behind.at <= event.at + 8 && place_between(event.at, behind.at);
            return near && !beats ? behind.side : before.side;
        }
        basis_ = than != kNowhere && !before_ ? 0.85 : 0.8;
        return nearest.side;
    }

    /// Is there an "in", "with" or the like between the two?
    [[nodiscard]] bool place_between(std::size_t from, std::size_t to) const {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                           tokens_.begin() + static_cast<std::ptrdiff_t>(to),
                           [](const CompareToken& token) { return token.has(kPlace); });
    }

    /// Another part of the sentence may name the side; else it is what was tried.
    std::uint8_t subject_elsewhere() {
        std::uint8_t found = 0;
        for (const std::uint8_t side : marks_.side) {
            if (side == 1 || side == 2) {
                found = found == 0 || found == side ? side : std::uint8_t{3};
            }
        }
        if (found == 1 || found == 2) {
            basis_ = 0.65;
            return found;
        }
        basis_ = 0.6;
        if (question_.first_was_tried) {
            return 1;
        }
        if (question_.first_is_control != question_.second_is_control) {
            return question_.first_is_control ? 2 : 1;
        }
        return 0;
    }

    void note(std::size_t token) {
        if (token < tokens_.size()) {
            answer_.words.push_back(tokens_[token].span);
        }
    }

    /// What the nearest test behind the event or the outcome says; 0 nothing, 1 significant, -1 not.
    int significance(std::size_t from) {
        const StatedTests::Found found = tests_.behind(from, {asked_.begin, asked_.end});
        note(found.at);
        return found.verdict;
    }

    /// "Unlike A, B did not reduce O" and "neither A nor B was better than C" do not tell A and B alike.
    [[nodiscard]] bool is_of_others(const CompareEvent& event) const {
        for (std::size_t i = asked_.begin; i < asked_.end; ++i) {
            if (!tokens_[i].has(kThan)) {
                continue;
            }
            if (tokens_[i].has(kContrast)) {
                return true;
            }
            const bool named = sides_.first_in(i + 1, std::min(asked_.end, i + kThanReach)).side != 0;
            const NamedSides::Place subject = sides_.first_in(asked_.begin, event.at);
            if (!named && i > event.at && subject.side != 0 && sides_.are_named_together(subject.at)) {
                return true;
            }
        }
        return false;
    }

    void answer_by_event(const CompareEvent& event) {
        if (event.first != event.at) {
            note(event.first);
        }
        note(event.at);
        valued_ = event.valued;
        event_ = event.at;
        if (event.sign == 0 && is_of_others(event)) {
            return;
        }
        if (event.sign == 0) {
            answer_.change = Change::same;
            answer_.confidence = 0.92;
            return;
        }
        const std::uint8_t subject = subject_of(event);
        if (subject == 0) {
            return;
        }
        const int test =
            significance(asked_.outcome == kNowhere ? event.at : std::max(asked_.outcome, event.at));
        const bool significant = test > 0 || tests_.calls_significant(event.at, {asked_.begin, asked_.end});
        if (test < 0 && !significant) {
            answer_.change = Change::same;
            answer_.confidence = 0.85;
            return;
        }
        sign_ = subject == 1 ? event.sign : -event.sign;
        answer_.confidence = basis_ + (significant ? 0.05 : -0.05) - (test < 0 ? 0.3 : 0.0);
    }

    /// "44 % of A and 29 % of B, p = 0.04"
    void answer_by_numbers() {
        std::size_t first = kNowhere;
        std::size_t second = kNowhere;
        for (std::size_t i = asked_.begin; i < asked_.end; ++i) {
            first = first == kNowhere && marks_.side[i] == 1 ? i : first;
            second = second == kNowhere && marks_.side[i] == 2 ? i : second;
        }
        const int test = significance(asked_.outcome == kNowhere ? asked_.begin : asked_.outcome);
        if (test < 0) {
            answer_.change = Change::same;
            answer_.confidence = 0.8;
            return;
        }
        if (first == kNowhere || second == kNowhere) {
            return;
        }
        const ComparedNumbers numbers(tokens_, marks_.side, asked_.begin, asked_.end);
        const auto a = numbers.of_side(first, second);
        const auto b = numbers.of_side(second, first);
        if (!a || !b || *a == *b) {
            return;
        }
        note(first);
        note(second);
        sign_ = *a > *b ? 1 : -1;
        answer_.confidence = test > 0 ? 0.85 : 0.55;
    }

    void finish() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const bool first = marks_.side[i] == 1;
            const bool second = marks_.side[i] == 2;
            answer_.names_both = answer_.names_both || (first && names_second_) || (second && names_first_);
            names_first_ = names_first_ || first;
            names_second_ = names_second_ || second;
            const bool near = i + 6 > event_ && i < event_ && event_ != kNowhere;
            answer_.hedged = answer_.hedged || (near && tokens_[i].has(kHedge));
        }
        answer_.first_share = marks_.first_share;
        answer_.second_share = marks_.second_share;
        if (!question_.outcome.empty() && answer_.confidence > 0) {
            answer_.confidence -= asked_.coverage >= 0.5 ? 0.0 : asked_.coverage > 0 ? 0.08 : 0.2;
        }
        answer_.confidence -= before_ ? 0.15 : 0.0;
        answer_.confidence = std::clamp(answer_.confidence, 0.0, 1.0);
        set_direction();
        std::ranges::sort(answer_.words, {}, &Span::begin);
    }

    void set_direction() {
        if (answer_.change == Change::same) {
            answer_.direction = Direction::no_difference;
            return;
        }
        if (sign_ == 0) {
            answer_.confidence = 0.0;
            return;
        }
        OutcomeSense sense = sense_of_outcome();
        sense.value = found_value().value_or(sense.value);
        const Span word = event_ != kNowhere ? tokens_[event_].span : Span();
        const auto effect = effect_on(word.of(sentence_), sign_, valued_, sense);
        answer_.change = effect.change;
        answer_.direction = effect.direction;
        answer_.confidence -= valued_ && sense.value == 0 ? 0.1 : 0.0;
    }

    /// Of the question's outcome, else of the words about the event.
    [[nodiscard]] OutcomeSense sense_of_outcome() const {
        Terms terms;
        for (const Form& form : question_.outcome) {
            terms.insert(terms.end(), form.begin(), form.end());
        }
        if (!question_.outcome.empty()) {
            return outcome_sense(terms);
        }
        // "Pain was similar at first, but lower with A than with B at 6 weeks"
        const bool goes_on = asked_.begin > 0 && tokens_[asked_.begin].has(kStop);
        const bool told = event_ != kNowhere;
        for (const TokenRun run :
             {told ? names_.outcome_behind(event_ + 1, asked_.end) : TokenRun{},
              told ? TokenRun{asked_.begin, event_} : TokenRun{}, TokenRun{asked_.begin, asked_.end},
              goes_on ? TokenRun{0, asked_.begin} : TokenRun{}}) {
            if (const OutcomeSense sense = outcome_sense(terms_in(run)); sense.value != 0) {
                return sense;
            }
        }
        return {};
    }

    /// "A detected more cancers than B"
    [[nodiscard]] std::optional<int> found_value() const {
        const bool side_before = question_.outcome.empty() && event_ != kNowhere && event_ > 1 &&
                                 (marks_.side[event_ - 2] == 1 || marks_.side[event_ - 2] == 2);
        return side_before ? value_when_found(tokens_[event_ - 1].span.of(sentence_)) : std::nullopt;
    }

    /// The words that may name an outcome: no side, no change, no population, nothing behind "along with".
    [[nodiscard]] Terms terms_in(TokenRun run) const {
        Terms out;
        for (std::size_t i = run.begin; i < run.end && !tokens_[i].has(kAlong); ++i) {
            const std::size_t past = names_.without_population({i, run.end}).begin;
            if (past != i) {
                i = past - 1;
            } else if (marks_.side[i] == 0 && !tokens_[i].has(kChange) && !tokens_[i].term.empty()) {
                out.push_back(tokens_[i].term);
            }
        }
        return out;
    }

    std::string_view sentence_;
    const ComparisonQuestion& question_;
    std::vector<CompareToken> tokens_;
    SentenceNames names_;
    ComparisonMarks marks_;
    AskedStatement asked_;
    StatedTests tests_;
    NamedSides sides_;
    ComparisonAnswer answer_;
    std::size_t event_ = kNowhere;
    double basis_ = 0.0;  ///< how well the subject is known
    int sign_ = 0;        ///< of the event, for the first side
    bool valued_ = false;
    bool before_ = false;  ///< compared with an earlier time
    bool names_first_ = false;
    bool names_second_ = false;
};

}  // namespace

ComparisonAnswer answer_question(std::string_view sentence, const ComparisonQuestion& question) {
    return Answerer(sentence, question).run();
}

}  // namespace whereof::claim
