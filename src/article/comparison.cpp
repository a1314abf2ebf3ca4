// SPDX-License-Identifier: MIT
#include "article/comparison.hpp"

#include "article/comparison_events.hpp"
#include "article/comparison_words.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace whereof::article {
namespace {

constexpr std::size_t kLongestSide = 16;  ///< tokens; more is not a name of something
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Tokens [begin, end).
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const noexcept { return begin >= end; }
};

class ComparisonFinder {
  public:
    explicit ComparisonFinder(std::string_view sentence)
        : sentence_(sentence), tokens_(read_comparing_tokens(sentence)), ignored_(tokens_.size(), false) {}

    std::vector<Comparison> run() {
        for (std::size_t begin = 0; begin < tokens_.size() && found_.size() < kMostComparisons;) {
            std::size_t end = begin + 1;
            while (end < tokens_.size() && !ends_statement(end)) {
                ++end;
            }
            read_statement({begin, end});
            begin = end;
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] bool ends_statement(std::size_t i) const {
        const CompareToken& token = tokens_[i];
        return token.sign == ';' || token.sign == '.' || (token.has(kClause) && !token.has(kStop));
    }
    [[nodiscard]] bool is(std::size_t i, std::uint32_t cue) const {
        return i < tokens_.size() && tokens_[i].has(cue);
    }
    [[nodiscard]] bool is_term(std::size_t i, std::string_view term) const {
        return i < tokens_.size() && tokens_[i].term == term;
    }
    [[nodiscard]] std::size_t find(Run run, std::uint32_t cue) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (tokens_[i].has(cue)) {
                return i;
            }
        }
        return kNowhere;
    }

    void read_statement(Run statement) {
        statement.begin = after_report(statement);
        const auto events = find_events(tokens_, statement.begin, statement.end, ignored_);
        const std::size_t than = find_than(statement);
        if (than != kNowhere) {
            read_than(statement, than, events);
            return;
        }
        if (read_between(statement, events) || read_as_as(statement)) {
            return;
        }
        for (const CompareEvent& event : events) {
            if (read_transitive(statement, event) || read_change(statement, event)) {
                return;
            }
        }
    }

    /// Past "Several reviews have concluded that", "According to a 2023 meta-analysis,".
    [[nodiscard]] std::size_t after_report(Run statement) const {
        const std::size_t half =
            statement.begin + std::min<std::size_t>(12, (statement.end - statement.begin) / 2 + 1);
        std::size_t begin = statement.begin;
        while (begin < statement.end && (tokens_[begin].has(kClause) || tokens_[begin].sign != '\0')) {
            ++begin;
        }
        for (std::size_t i = begin; i < half; ++i) {
            if (tokens_[i].span.of(sentence_) == "that") {
                return i + 1;
            }
        }
        static constexpr std::string_view kOpenings[] = {"In",    "According", "For",     "At",       "After",
                                                         "Among", "However",   "Overall", "Moreover", "Also",
                                                         "Thus",  "With",      "By"};
        const std::string_view first =
            begin < statement.end ? tokens_[begin].span.of(sentence_) : std::string_view();
        if (std::find(std::begin(kOpenings), std::end(kOpenings), first) != std::end(kOpenings)) {
            for (std::size_t i = begin; i < half; ++i) {
                if (tokens_[i].sign == ',') {
                    return i + 1;
                }
            }
        }
        return begin;
    }

    /// A "than" or "versus" with words behind it: "more than 30 %" is none, and "over" only after a
    /// preference.
    [[nodiscard]] std::size_t find_than(Run statement) const {
        for (std::size_t i = statement.begin; i + 1 < statement.end; ++i) {
            if (!tokens_[i].has(kThan) || tokens_[i + 1].is_number || tokens_[i + 1].sign != '\0' ||
                is(i + 1, kBefore)) {
                continue;
            }
            const std::string_view word = tokens_[i].span.of(sentence_);
            const bool preferring = word == "over" || word == "against";
            if (preferring) {
                const std::size_t from = i > statement.begin + 8 ? i - 8 : statement.begin;
                if (find({from, i}, kBetter | kWorse) == kNowhere && !prefers({from, i})) {
                    continue;
                }
            }
            return i;
        }
        return kNowhere;
    }

    [[nodiscard]] bool prefers(Run run) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            const std::string& term = tokens_[i].term;
            if (term == "recommend" || term == "advis" || term == "choos" || term == "prefer" ||
                term == "advantag") {
                return true;
            }
        }
        return false;
    }

    /// What stands from `begin` until the thing named ends.
    [[nodiscard]] Run side_at(std::size_t begin, std::size_t end) const {
        while (begin < end && (tokens_[begin].has(kPlace) || is_term(begin, "did") || is_term(begin, "do"))) {
            ++begin;
        }
        std::size_t at = begin;
        // "those who were told to wait": the rest of a relative clause belongs to the name.
        for (std::size_t who = begin + 1; who < std::min(end, begin + 3); ++who) {
            if (is_who(who) && !tokens_[who - 1].has(kVerb | kThan) && tokens_[who - 1].sign == '\0') {
                at = who + 1;
                while (at < end && tokens_[at].has(kVerb)) {
                    ++at;
                }
                break;
            }
        }
        while (at < end && at < begin + kLongestSide) {
            const CompareToken& token = tokens_[at];
            const bool ends = token.sign != '\0' || token.has(kStop | kThan | kPValue | kClause) ||
                              (token.has(kVerb) && at > begin) ||
                              (token.has(kPlace) && at > begin && !is_of(at));
            if (ends) {
                break;
            }
            ++at;
        }
        return {begin, at};
    }

    /// Does this "of", "within", "on" belong to the name ("within two weeks of a flare")?
    [[nodiscard]] bool is_of(std::size_t i) const {
        const std::string_view word = tokens_[i].span.of(sentence_);
        return word == "of" || word == "to";
    }

    /// The first name of a run: up to its verb or the event.
    [[nodiscard]] Run subject(Run statement, std::size_t until) const {
        std::size_t begin = statement.begin;
        std::size_t end = begin;
        while (end < until && !(tokens_[end].has(kVerb | kHedge | kClause) && end > begin) &&
               tokens_[end].sign != ';') {
            ++end;
        }
        // "People who began PT …": the rest of a relative clause belongs to the name.
        if (end < until && end > begin && (is_who(end - 1))) {
            ++end;
            while (end < until && !tokens_[end].has(kVerb) && tokens_[end].sign == '\0') {
                ++end;
            }
        }
        return trimmed({begin, end});
    }
    [[nodiscard]] bool is_who(std::size_t i) const {
        const std::string_view word = tokens_[i].span.of(sentence_);
        return word == "who" || word == "that" || word == "which";
    }

    [[nodiscard]] Run trimmed(Run run) const {
        const auto empty = [&](std::size_t i) {
            return tokens_[i].sign != '\0' || tokens_[i].has(kClause) || is_article(i);
        };
        while (!run.empty() && empty(run.begin)) {
            ++run.begin;
        }
        while (!run.empty() && (tokens_[run.end - 1].sign == ',' || tokens_[run.end - 1].sign == '(' ||
                                tokens_[run.end - 1].has(kPlace | kSignificant) || is_article(run.end - 1) ||
                                is_term(run.end - 1, "and"))) {
            --run.end;
        }
        return run;
    }
    [[nodiscard]] bool is_article(std::size_t i) const {
        const std::string_view word = tokens_[i].span.of(sentence_);
        return word == "the" || word == "a" || word == "an" || word == "The" || word == "A" || word == "An";
    }

    [[nodiscard]] std::string text_of(Run run) const {
        run = trimmed(run);
        if (run.empty()) {
            return {};
        }
        const Span span{tokens_[run.begin].span.begin, tokens_[run.end - 1].span.end};
        std::string out;
        for (const char c : span.of(sentence_)) {
            out += text::is_ascii_space(c) ? ' ' : c;
        }
        return out;
    }

    [[nodiscard]] std::vector<std::string> terms_of(Run run) const {
        std::vector<std::string> out;
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (!tokens_[i].term.empty()) {
                out.push_back(tokens_[i].term);
            }
        }
        return out;
    }

    /// Has the run a word that names something?
    [[nodiscard]] bool names(Run run) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            const CompareToken& token = tokens_[i];
            if (!token.term.empty() && !token.is_number && !text::is_stop_term(token.term) &&
                !token.has(kVerb | kChange)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_hedged(std::size_t at) const {
        for (std::size_t i = at > 6 ? at - 6 : 0; i < at; ++i) {
            if (tokens_[i].has(kHedge)) {
                return true;
            }
        }
        return false;
    }

    struct Parts {
        Run first, second, outcome;
    };

    void add(const Parts& parts, const CompareEvent* event, std::size_t link, double confidence) {
        Comparison out;
        out.first = text_of(parts.first);
        out.second = text_of(parts.second);
        out.outcome = text_of(parts.outcome);
        if (out.first.empty() || !names(parts.first) || (!parts.second.empty() && !names(parts.second))) {
            return;
        }
        out.confidence = confidence;
        if (event != nullptr) {
            for (const std::size_t at : {event->first, event->at}) {
                if (at == event->at || event->first != event->at) {
                    out.words.emplace_back(tokens_[at].span.of(sentence_));
                }
            }
            out.hedged = is_hedged(event->at);
            set_change(*event, outcome_value(terms_of(parts.outcome)), out);
        }
        if (link != kNowhere) {
            out.words.emplace_back(tokens_[link].span.of(sentence_));
        }
        if (found_.size() < kMostComparisons) {
            found_.push_back(std::move(out));
        }
    }

    static void set_change(const CompareEvent& event, int value, Comparison& out) {
        if (event.sign == 0) {
            out.change = Change::same;
            out.direction = Direction::no_difference;
            return;
        }
        const int change = event.valued && value != 0 ? event.sign * value : event.sign;
        out.change = change > 0 ? Change::more : Change::less;
        const int good = event.valued ? event.sign : event.sign * value;
        out.direction = good > 0   ? Direction::favours_first
                        : good < 0 ? Direction::favours_second
                                   : Direction::none;
    }

    void read_than(Run statement, std::size_t than, const std::vector<CompareEvent>& events) {
        const Run second = side_at(than + 1, statement.end);
        const CompareEvent* event = nullptr;
        for (const CompareEvent& one : events) {
            if (event == nullptr || one.at < than) {
                event = &one;
            }
        }
        if (than == statement.begin) {
            // "Compared with B, A had …"
            std::size_t at = second.end;
            while (at < statement.end && tokens_[at].sign != ',') {
                ++at;
            }
            if (event != nullptr && event->at > at) {
                const Run rest{at, statement.end};
                const Run first = subject(rest, event->first);
                add({first, second, outcome_behind(event->at + 1, statement.end)}, event, than, 0.8);
            }
            return;
        }
        if (event == nullptr) {
            add({name_before(than, statement), second, {}}, nullptr, than, 0.6);
            return;
        }
        if (event->at > than) {
            // "A versus B reduced O"
            const Run first = trimmed({statement.begin, than});
            add({first, side_at(than + 1, event->first), outcome_behind(event->at + 1, statement.end)}, event,
                than, 0.7);
            return;
        }
        // "O was lower with A than with B": the side stands behind the event.
        if (is(event->at + 1, kPlace) && !is_of(event->at + 1) && event->at + 1 < than) {
            add({side_at(event->at + 1, than), second, subject(statement, event->first)}, event, than, 0.9);
            return;
        }
        Run outcome = trimmed({event->at + 1, than});
        CompareEvent whole = *event;
        // "reduces falls more than": the verb says what happens, the word before "than" how much.
        if (const CompareEvent* verb = events.data(); verb != event && event->at + 1 == than &&
                                                      tokens_[event->at].has(kSmall | kLarge) &&
                                                      verb->sign != 0) {
            outcome = trimmed({verb->at + 1, event->first});
            whole = {event->at, verb->first, verb->sign * event->sign, verb->valued};
        }
        const Run first = subject(statement, whole.first);
        if (outcome.empty()) {
            outcome = outcome_behind(second.end, statement.end);
        }
        add({first, second, outcome}, &whole, than, 0.85);
    }

    /// The name right before "versus".
    [[nodiscard]] Run name_before(std::size_t than, Run statement) const {
        std::size_t begin = than;
        while (begin > statement.begin && begin + kLongestSide > than) {
            const CompareToken& token = tokens_[begin - 1];
            if (token.sign != '\0' || token.has(kVerb | kStop | kClause | kPlace)) {
                break;
            }
            --begin;
        }
        return trimmed({begin, than});
    }

    /// "in pain", "for function", "in terms of return to work", or the object itself.
    [[nodiscard]] Run outcome_behind(std::size_t from, std::size_t end) const {
        std::size_t begin = from;
        while (begin < end && (tokens_[begin].has(kPlace | kSignificant) || is_term(begin, "term") ||
                               is_of(begin) || tokens_[begin].sign == ',' || is_article(begin))) {
            ++begin;
        }
        std::size_t at = begin;
        while (at < end && at < begin + kLongestSide && tokens_[at].sign == '\0' &&
               !tokens_[at].has(kStop | kThan | kPValue | kVerb | kClause) &&
               !(tokens_[at].has(kPlace) && !is_of(at))) {
            ++at;
        }
        return {begin, at};
    }

    /// "no difference between A and B in O", "no difference in O between A and B"
    bool read_between(Run statement, const std::vector<CompareEvent>& events) {
        std::size_t between = kNowhere;
        for (std::size_t i = statement.begin; i < statement.end && between == kNowhere; ++i) {
            between = is_term(i, "between") ? i : between;
        }
        if (between == kNowhere || events.empty()) {
            return false;
        }
        const CompareEvent* event = nullptr;
        for (const CompareEvent& one : events) {
            event = one.at < between ? &one : event;
        }
        std::size_t joint = between + 1;
        while (joint < statement.end && !is_term(joint, "and") && tokens_[joint].sign == '\0' &&
               joint < between + kLongestSide) {
            ++joint;
        }
        if (event == nullptr || event->sign != 0 || !is_term(joint, "and")) {
            return false;
        }
        const Run second = side_at(joint + 1, statement.end);
        Run outcome = outcome_behind(event->at + 1, between);
        if (outcome.empty()) {
            outcome = outcome_behind(second.end, statement.end);
        }
        add({trimmed({between + 1, joint}), second, outcome}, event, between, 0.9);
        return true;
    }

    /// "A is as effective as B (for O)", "A is no better than B" comes by read_than.
    bool read_as_as(Run statement) {
        for (std::size_t i = statement.begin + 1; i + 1 < statement.end; ++i) {
            const std::string_view words = tokens_[i].span.of(sentence_);
            const bool as_as = tokens_[i].has(kSame) && words.starts_with("as ") && words.ends_with(" as");
            const bool similar =
                tokens_[i].has(kSame) && (is_of(i + 1) || tokens_[i + 1].span.of(sentence_) == "with");
            if (as_as || similar) {
                const CompareEvent event{i, i, 0, false};
                const Run second = side_at(as_as ? i + 1 : i + 2, statement.end);
                add({subject(statement, i), second, outcome_behind(second.end, statement.end)}, &event,
                    kNowhere, 0.8);
                return true;
            }
        }
        return false;
    }

    /// "A beats B", "A is superior to B", "A outperforms B"
    bool read_transitive(Run statement, const CompareEvent& event) {
        if (!tokens_[event.at].has(kBeats)) {
            return false;
        }
        const bool to = event.at + 1 < statement.end && tokens_[event.at + 1].span.of(sentence_) == "to";
        const std::string_view word = tokens_[event.at].span.of(sentence_);
        if (!to && (word.ends_with("ior") || word.ends_with("able") || word == "preferred")) {
            return false;  // "superior" alone, or of an artery
        }
        const Run second = side_at(event.at + (to ? 2 : 1), statement.end);
        CompareEvent better = event;
        better.valued = true;
        const Run first = subject(statement, event.first);
        add({first, second, outcome_behind(second.end, statement.end)}, &better, kNowhere, 0.9);
        return true;
    }

    /// "A reduces O", "A does not improve O": one side alone.
    bool read_change(Run statement, const CompareEvent& event) {
        const bool denied = event.sign == 0;
        const CompareToken& token = tokens_[event.at];
        if (!token.has(kChange) || token.has(kNoun | kSmall | kLarge) || event.at + 1 >= statement.end) {
            return false;
        }
        const Run first = subject(statement, event.first);
        const Run outcome = outcome_behind(event.at + 1, statement.end);
        const bool passive = !denied && is(event.at - 1, kVerb) && !is(event.at - 1, kHedge);
        if (first.empty() || outcome.empty() || passive || !names(outcome)) {
            return false;
        }
        add({first, {}, outcome}, &event, kNowhere, 0.55);
        return true;
    }

    std::string_view sentence_;
    std::vector<CompareToken> tokens_;
    std::vector<bool> ignored_;
    std::vector<Comparison> found_;
};

}  // namespace

std::vector<Comparison> find_comparisons(std::string_view sentence) {
    return ComparisonFinder(sentence).run();
}

std::string_view name(Direction direction) noexcept {
    switch (direction) {
        case Direction::favours_first:
            return "favours_first";
        case Direction::favours_second:
            return "favours_second";
        case Direction::no_difference:
            return "no_difference";
        case Direction::none:
            break;
    }
    return "none";
}

std::string_view name(Change change) noexcept {
    switch (change) {
        case Change::more:
            return "more";
        case Change::less:
            return "less";
        case Change::same:
            return "same";
        case Change::none:
            break;
    }
    return "none";
}

Direction mirrored(Direction direction) noexcept {
    switch (direction) {
        case Direction::favours_first:
            return Direction::favours_second;
        case Direction::favours_second:
            return Direction::favours_first;
        default:
            return direction;
    }
}

}  // namespace whereof::article
