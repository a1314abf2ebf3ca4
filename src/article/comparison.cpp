// SPDX-License-Identifier: MIT
#include "article/comparison.hpp"

#include "article/comparison_events.hpp"
#include "article/comparison_names.hpp"
#include "article/comparison_words.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace whereof::article {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

class ComparisonFinder {
  public:
    explicit ComparisonFinder(std::string_view sentence)
        : sentence_(sentence), tokens_(read_comparing_tokens(sentence)), names_(sentence_, tokens_) {}

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
    [[nodiscard]] std::size_t find(TokenRun run, std::uint32_t cue) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (tokens_[i].has(cue)) {
                return i;
            }
        }
        return kNowhere;
    }

    void read_statement(TokenRun statement) {
        population_ = names_.population(statement);
        const bool withheld = is_withheld(sentence_, tokens_, statement.begin, statement.end);
        statement.begin = after_report(statement);
        auto events = find_events(tokens_, statement.begin, statement.end, {});
        if (withheld) {
            drop_directed(events);
        }
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
    [[nodiscard]] std::size_t after_report(TokenRun statement) const {
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
    [[nodiscard]] std::size_t find_than(TokenRun statement) const {
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

    [[nodiscard]] bool prefers(TokenRun run) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            const std::string& term = tokens_[i].term;
            if (term == "recommend" || term == "advis" || term == "choos" || term == "prefer" ||
                term == "advantag") {
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
        TokenRun first, second, outcome;
    };

    void add(const Parts& parts, const CompareEvent* event, std::size_t link, double confidence) {
        Comparison out;
        out.first = names_.text_of(parts.first);
        out.second = names_.text_of(parts.second);
        out.outcome = names_.text_of(names_.without_population(parts.outcome));
        out.population = names_.text_of(population_);
        if (out.first.empty() || !names_.name_something(parts.first) ||
            (!parts.second.empty() && !names_.name_something(parts.second))) {
            return;
        }
        out.confidence = confidence;
        if (event != nullptr) {
            if (event->first != event->at) {
                out.words.emplace_back(tokens_[event->first].span.of(sentence_));
            }
            out.words.emplace_back(tokens_[event->at].span.of(sentence_));
            out.hedged = is_hedged(event->at);
            const auto effect =
                effect_of(event->sign, event->valued, outcome_value(names_.terms_of(parts.outcome)));
            out.change = effect.change;
            out.direction = effect.direction;
        }
        if (link != kNowhere) {
            out.words.emplace_back(tokens_[link].span.of(sentence_));
        }
        if (found_.size() < kMostComparisons) {
            found_.push_back(std::move(out));
        }
    }

    void read_than(TokenRun statement, std::size_t than, const std::vector<CompareEvent>& events) {
        const TokenRun second = names_.side_at(than + 1, statement.end);
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
                const TokenRun rest{at, statement.end};
                const TokenRun first = names_.subject(rest, event->first);
                add({first, second, names_.outcome_behind(event->at + 1, statement.end)}, event, than, 0.8);
            }
            return;
        }
        if (event == nullptr) {
            add({names_.name_before(than, statement), second, {}}, nullptr, than, 0.6);
            return;
        }
        if (event->at > than) {
            // "A versus B reduced O"
            const TokenRun first = names_.trimmed({statement.begin, than});
            add({first, names_.side_at(than + 1, event->first),
                 names_.outcome_behind(event->at + 1, statement.end)},
                event, than, 0.7);
            return;
        }
        // "O was lower with A than with B": the side stands behind the event.
        if (is(event->at + 1, kPlace) && !names_.is_of(event->at + 1) && event->at + 1 < than) {
            add({names_.side_at(event->at + 1, than), second, names_.subject(statement, event->first)}, event,
                than, 0.9);
            return;
        }
        TokenRun outcome = names_.trimmed({event->at + 1, than});
        CompareEvent whole = *event;
        // "reduces falls more than": the verb says what happens, the word before "than" how much.
        if (const CompareEvent* verb = events.data(); verb != event && event->at + 1 == than &&
                                                      tokens_[event->at].has(kSmall | kLarge) &&
                                                      verb->sign != 0) {
            outcome = names_.trimmed({verb->at + 1, event->first});
            whole = {event->at, verb->first, verb->sign * event->sign, verb->valued};
        }
        const TokenRun first = names_.subject(statement, whole.first);
        if (outcome.empty()) {
            outcome = names_.outcome_behind(second.end, statement.end);
        }
        add({first, second, outcome}, &whole, than, 0.85);
    }

    /// "no difference between A and B in O", "no difference in O between A and B"
    bool read_between(TokenRun statement, const std::vector<CompareEvent>& events) {
        std::size_t between = kNowhere;
        for (std::size_t i = statement.begin; i < statement.end && between == kNowhere; ++i) {
            between = names_.is_term(i, "between") ? i : between;
        }
        if (between == kNowhere || events.empty()) {
            return false;
        }
        const CompareEvent* event = nullptr;
        for (const CompareEvent& one : events) {
            event = one.at < between ? &one : event;
        }
        std::size_t joint = between + 1;
        while (joint < statement.end && !names_.is_term(joint, "and") && tokens_[joint].sign == '\0' &&
               joint < between + kLongestName) {
            ++joint;
        }
        if (event == nullptr || event->sign != 0 || !names_.is_term(joint, "and")) {
            return false;
        }
        const TokenRun second = names_.side_at(joint + 1, statement.end);
        TokenRun outcome = names_.outcome_behind(event->at + 1, between);
        if (outcome.empty()) {
            outcome = names_.outcome_behind(second.end, statement.end);
        }
        add({names_.trimmed({between + 1, joint}), second, outcome}, event, between, 0.9);
        return true;
    }

    /// "A is as effective as B (for O)", "A is no better than B" comes by read_than.
    bool read_as_as(TokenRun statement) {
        for (std::size_t i = statement.begin + 1; i + 1 < statement.end; ++i) {
            const std::string_view words = tokens_[i].span.of(sentence_);
            const bool as_as = tokens_[i].has(kSame) && words.starts_with("as ") && words.ends_with(" as");
            const bool similar =
                tokens_[i].has(kSame) && (names_.is_of(i + 1) || tokens_[i + 1].span.of(sentence_) == "with");
            if (as_as || similar) {
                const CompareEvent event{i, i, 0, false};
                const TokenRun second = names_.side_at(as_as ? i + 1 : i + 2, statement.end);
                add({names_.subject(statement, i), second, names_.outcome_behind(second.end, statement.end)},
                    &event, kNowhere, 0.8);
                return true;
            }
        }
        return false;
    }

    /// "A beats B", "A is superior to B", "A outperforms B"
    bool read_transitive(TokenRun statement, const CompareEvent& event) {
        if (!tokens_[event.at].has(kBeats)) {
            return false;
        }
        const bool to = event.at + 1 < statement.end && tokens_[event.at + 1].span.of(sentence_) == "to";
        const std::string_view word = tokens_[event.at].span.of(sentence_);
        if (!to && (word.ends_with("ior") || word.ends_with("able") || word == "preferred")) {
            return false;  // "superior" alone, or of an artery
        }
        const TokenRun second = names_.side_at(event.at + (to ? 2 : 1), statement.end);
        CompareEvent better = event;
        better.valued = true;
        const TokenRun first = names_.subject(statement, event.first);
        add({first, second, names_.outcome_behind(second.end, statement.end)}, &better, kNowhere, 0.9);
        return true;
    }

    /// "A reduces O", "A does not improve O": one side alone.
    bool read_change(TokenRun statement, const CompareEvent& event) {
        const bool denied = event.sign == 0;
        const CompareToken& token = tokens_[event.at];
        if (!token.has(kChange) || token.has(kNoun | kSmall | kLarge) || event.at + 1 >= statement.end) {
            return false;
        }
        const TokenRun first = names_.subject(statement, event.first);
        const TokenRun outcome = names_.outcome_behind(event.at + 1, statement.end);
        const bool passive = !denied && is(event.at - 1, kVerb) && !is(event.at - 1, kHedge);
        if (first.empty() || outcome.empty() || passive || !names_.name_something(outcome)) {
            return false;
        }
        add({first, {}, outcome}, &event, kNowhere, 0.55);
        return true;
    }

    std::string_view sentence_;
    std::vector<CompareToken> tokens_;
    SentenceNames names_;
    TokenRun population_;  ///< of the statement that is read
    std::vector<Comparison> found_;
};

}  // namespace

std::vector<Comparison> find_comparisons(std::string_view sentence) {
    return ComparisonFinder(sentence).run();
}

}  // namespace whereof::article
