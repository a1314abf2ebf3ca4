// SPDX-License-Identifier: MIT
#include "article/comparison_answer.hpp"

#include "article/comparison_events.hpp"
#include "article/comparison_marks.hpp"
#include "article/comparison_names.hpp"
#include "article/comparison_numbers.hpp"
#include "article/comparison_plans.hpp"
#include "article/comparison_words.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace whereof::article {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
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
          marks_(mark_question(tokens_, question)) {}

    ComparisonAnswer run() {
        choose_clause();
        if (is_plan(tokens_, begin_, end_)) {
            return std::move(answer_);
        }
        auto events = find_events(tokens_, begin_, end_, marks_.ignored);
        const bool withheld = is_withheld(sentence_, tokens_, begin_, end_);
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
    /// The statement with most of the outcome in it.
    void choose_clause() {
        std::vector<std::size_t> bounds{0};
        bool subordinate = false;  // "Although A, B": ends at the comma
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const bool clause = tokens_[i].has(kClause);
            const bool ends = tokens_[i].sign == ';' || tokens_[i].sign == '.' || clause ||
                              (subordinate && tokens_[i].sign == ',');
            if (ends && i > 0) {
                bounds.push_back(i);
            }
            subordinate = clause || (subordinate && !ends);
        }
        bounds.push_back(tokens_.size());
        double wanted = 0.0;
        for (const Form& form : question_.outcome) {
            for (const std::string& term : form) {
                wanted += outcome_weight(term);
            }
        }
        double best = -1.0;
        for (std::size_t n = 0; n + 1 < bounds.size(); ++n) {
            double score = 0.0;
            std::set<std::string> seen;
            for (std::size_t i = bounds[n]; i < bounds[n + 1]; ++i) {
                if (marks_.outcome[i] > 0 && seen.insert(tokens_[i].term).second) {
                    score += marks_.outcome[i];
                }
            }
            coverage_ = std::max(coverage_, wanted > 0 ? score / wanted : 0.0);
            const bool tells = !find_events(tokens_, bounds[n], bounds[n + 1], marks_.ignored).empty() &&
                               !is_plan(tokens_, bounds[n], bounds[n + 1]);
            score += tells ? 0.3 : 0.0;
            if (score > best) {
                best = score;
                begin_ = bounds[n];
                end_ = bounds[n + 1];
            }
        }
        for (std::size_t i = begin_; i < end_; ++i) {
            if (marks_.outcome[i] >= 1.0 || (marks_.outcome[i] > 0 && place_ == kNone)) {
                place_ = i;
                if (marks_.outcome[i] >= 1.0) {
                    break;
                }
            }
        }
    }

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
        if (place_ == kNone || event.at > place_ || event.sign == 0) {
            return std::nullopt;
        }
        for (std::size_t i = event.at; i < place_; ++i) {
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
        if (place_ == kNone) {
            return events.size() == 1 || !question_.outcome.empty() ? &events.front()
                                                                    : best_without_outcome(events);
        }
        const CompareEvent* before = nullptr;
        const CompareEvent* after = nullptr;
        for (const CompareEvent& event : events) {
            if (event.at <= place_) {
                before = &event;
            } else if (after == nullptr) {
                after = &event;
            }
        }
        if (after == nullptr || before == nullptr) {
            return after == nullptr ? before : after;
        }
        // "X was lower, and pain was less": a statement of its own behind the outcome.
        const bool said = verb_between(place_, after->first + 1) || tokens_[after->first].has(kSame);
        return said && !list_between(before->at, place_) ? after : before;
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
            for (std::size_t i = event.at; i < end_; ++i) {
                if (tokens_[i].has(kThan)) {
                    return &event;
                }
            }
        }
        return &events.front();
    }

    /// The side that stands next behind (or before) a token; 0 none or both.
    [[nodiscard]] std::uint8_t side_from(std::size_t from, std::size_t to, std::size_t& where) const {
        for (std::size_t i = from; i < to; ++i) {
            if (marks_.side[i] == 1 || marks_.side[i] == 2) {
                where = i;
                return marks_.side[i];
            }
        }
        return 0;
    }

    /// The first side among the tokens when the other is not named with it: "than A or B" names none.
    [[nodiscard]] std::uint8_t only_side(std::size_t from, std::size_t to) const {
        std::size_t where = 0;
        const std::uint8_t side = side_from(from, to, where);
        return side != 0 && named_with(where) ? std::uint8_t{0} : side;
    }

    /// Is the other side named in one breath with that at a token: "A and B", "neither A nor B", "A, such as
    /// B"?
    [[nodiscard]] bool named_with(std::size_t at) const {
        return joined(at, true) || joined(at, false) || listed(at);
    }

    /// "A, B and C": commas alone join where an "and" closes the list; in "compared with A, B and C did" none
    /// does.
    [[nodiscard]] bool listed(std::size_t at) const {
        constexpr std::size_t kReach = 8;
        constexpr std::uint32_t kEnds = kVerb | kThan | kClause | kChange | kSame | kDiffer | kPlace | kStop;
        std::size_t first = at;
        for (std::size_t n = 1; n <= kReach && first >= begin_ + 1 && !tokens_[first - 1].has(kEnds); ++n) {
            --first;
        }
        if (first > begin_ && tokens_[first - 1].has(kThan)) {
            return false;
        }
        bool comma = false;
        bool both = false;
        for (std::size_t i = first; i < std::min(end_, at + kReach) && !tokens_[i].has(kEnds); ++i) {
            comma = comma || tokens_[i].sign == ',';
            both = both || marks_.side[i] == other(marks_.side[at]);
            if (comma && both && i > at && is_one_of(tokens_[i].term, {"and", "or"})) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool joined(std::size_t at, bool forth) const {
        constexpr std::size_t kReach = 8;
        bool together = false;
        for (std::size_t n = 1; n <= kReach && (forth ? at + n < end_ : at >= begin_ + n); ++n) {
            const std::size_t i = forth ? at + n : at - n;
            const CompareToken& token = tokens_[i];
            if (marks_.side[i] == other(marks_.side[at])) {
                return together;
            }
            const bool measured = token.is_number && i + 1 < end_ && tokens_[i + 1].sign == '%';
            if (token.has(kVerb | kThan | kClause | kChange | kSame | kDiffer) || measured ||
                (token.has(kPlace | kStop) && !token.has(kExample)) || token.sign == '=') {
                return false;
            }
            together = together || is_one_of(token.term, {"and", "or", "nor"}) || token.has(kExample);
        }
        return false;
    }

    [[nodiscard]] static std::uint8_t other(std::uint8_t side) noexcept {
        return static_cast<std::uint8_t>(side == 0 ? 0 : 3 - side);
    }

    /// Which side the event is said of; 0 unknown.
    std::uint8_t subject_of(const CompareEvent& event) {
        std::size_t where = 0;
        // "… than B", "compared with B, …", "versus B"
        std::size_t than = kNone;
        for (std::size_t i = begin_; i < end_; ++i) {
            if (tokens_[i].has(kThan) && (than == kNone || i < event.at || than < event.at)) {
                if (than != kNone && than > event.at) {
                    break;
                }
                than = i;
                if (i > event.at) {
                    break;
                }
            }
        }
        if (than != kNone) {
            const std::size_t reach = std::min(end_, than + kThanReach);
            std::size_t stop = than + 1;
            while (stop < reach && !(tokens_[stop].sign == ',' && stop > than + 1) && stop != event.first) {
                ++stop;
            }
            if (const std::uint8_t reference = only_side(than + 1, stop)) {
                basis_ = 0.92;
                note(than);
                return other(reference);
            }
            for (std::size_t i = than + 1; i < stop; ++i) {
                before_ = before_ || tokens_[i].has(kBefore);
            }
        }
        // "lower in A", "A reduced", "A had a lower"
        const std::uint8_t behind =
            side_from(event.at + 1, than != kNone && than > event.at ? than : end_, where);
        const bool near = behind != 0 && where <= event.at + 8 && place_before(where, event.at);
        std::uint8_t before = 0;
        std::size_t before_at = 0;
        for (std::size_t i = event.first; i > begin_ && before == 0; --i) {
            if (marks_.side[i - 1] == 1 || marks_.side[i - 1] == 2) {
                before = marks_.side[i - 1];
                before_at = i - 1;
            }
        }
        // "patients preferred A to B"
        if (before == 0 && behind != 0 && tokens_[event.at].has(kPrefer)) {
            basis_ = 0.92;
            return behind;
        }
        if ((before != 0 && named_with(before_at)) || (behind != 0 && before == 0 && named_with(where))) {
            return 0;  // said of both
        }
        if (before != 0 && behind != 0 && before != behind) {
            if (tokens_[event.at].has(kBeats)) {
                basis_ = 0.92;
                return before;
            }
            basis_ = 0.6;
            return near ? behind : before;
        }
        if (before != 0 || behind != 0) {
            basis_ = than != kNone && !before_ ? 0.85 : 0.8;
            return before != 0 ? before : behind;
        }
        return subject_elsewhere();
    }

    [[nodiscard]] bool place_before(std::size_t where, std::size_t event) const {
        for (std::size_t i = where; i > event; --i) {
            if (tokens_[i - 1].has(kPlace)) {
                return true;
            }
        }
        return false;
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
        for (std::size_t i = from; i < end_; ++i) {
            if (tokens_[i].has(kPValue) && tokens_[i].has(kSignificant | kInsignificant)) {
                note(i);
                return tokens_[i].has(kSignificant) ? 1 : -1;
            }
            if (tokens_[i].has(kInsignificant)) {
                note(i);
                return -1;
            }
        }
        return 0;
    }

    /// "Unlike A, B did not reduce O" and "neither A nor B was better than C" do not tell A and B alike.
    [[nodiscard]] bool is_of_others(const CompareEvent& event) const {
        for (std::size_t i = begin_; i < end_; ++i) {
            if (!tokens_[i].has(kThan)) {
                continue;
            }
            if (tokens_[i].has(kContrast)) {
                return true;
            }
            std::size_t where = 0;
            const bool named = side_from(i + 1, std::min(end_, i + kThanReach), where) != 0;
            if (!named && i > event.at && side_from(begin_, event.at, where) != 0 && named_with(where)) {
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
        const int test = significance(place_ == kNone ? event.at : std::max(place_, event.at));
        bool significant = test > 0;
        for (std::size_t i = begin_; i < end_; ++i) {
            significant =
                significant || (tokens_[i].has(kSignificant) && !tokens_[i].has(kPValue) && i < event.at + 3);
        }
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
        std::size_t first = kNone;
        std::size_t second = kNone;
        for (std::size_t i = begin_; i < end_; ++i) {
            first = first == kNone && marks_.side[i] == 1 ? i : first;
            second = second == kNone && marks_.side[i] == 2 ? i : second;
        }
        const int test = significance(place_ == kNone ? begin_ : place_);
        if (test < 0) {
            answer_.change = Change::same;
            answer_.confidence = 0.8;
            return;
        }
        if (first == kNone || second == kNone) {
            return;
        }
        const ComparedNumbers numbers(tokens_, marks_.side, begin_, end_);
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
            const bool near = i + 6 > event_ && i < event_ && event_ != kNone;
            answer_.hedged = answer_.hedged || (near && tokens_[i].has(kHedge));
        }
        answer_.first_share = marks_.first_share;
        answer_.second_share = marks_.second_share;
        if (!question_.outcome.empty() && answer_.confidence > 0) {
            answer_.confidence -= coverage_ >= 0.5 ? 0.0 : coverage_ > 0 ? 0.08 : 0.2;
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
        const int value = value_of_outcome();
        const auto effect = effect_of(sign_, valued_, value);
        answer_.change = effect.change;
        answer_.direction = effect.direction;
        answer_.confidence -= valued_ && value == 0 ? 0.1 : 0.0;
    }

    /// Of the question's outcome, else of the words about the event.
    [[nodiscard]] int value_of_outcome() const {
        Terms terms;
        for (const Form& form : question_.outcome) {
            terms.insert(terms.end(), form.begin(), form.end());
        }
        if (!question_.outcome.empty()) {
            return outcome_value(terms);
        }
        if (event_ != kNone) {
            const TokenRun object = names_.outcome_behind(event_ + 1, end_);
            for (const TokenRun run : {object, TokenRun{begin_, event_}}) {
                if (const int value = outcome_value(terms_in(run)); value != 0) {
                    return value;
                }
            }
        }
        // "Pain was similar at first, but lower with A than with B at 6 weeks"
        const int value = outcome_value(terms_in({begin_, end_}));
        return value != 0 || begin_ == 0 || !tokens_[begin_].has(kStop)
                   ? value
                   : outcome_value(terms_in({0, begin_}));
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
    ComparisonAnswer answer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t place_ = kNone;  ///< of the outcome
    std::size_t event_ = kNone;
    double coverage_ = 0.0;
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

}  // namespace whereof::article
