// SPDX-License-Identifier: MIT
#include "claim/comparison.hpp"

#include "claim/comparison_alike.hpp"
#include "claim/comparison_amounts.hpp"
#include "claim/comparison_contrast.hpp"
#include "claim/comparison_deeds.hpp"
#include "claim/comparison_ellipsis.hpp"
#include "claim/comparison_equatives.hpp"
#include "claim/comparison_events.hpp"
#include "claim/comparison_halves.hpp"
#include "claim/comparison_links.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_outcome.hpp"
#include "claim/comparison_plans.hpp"
#include "claim/comparison_tests.hpp"
#include "claim/comparison_than.hpp"
#include "claim/comparison_trust.hpp"
#include "claim/comparison_words.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace whereof::claim {
namespace {

class ComparisonFinder : private TokenReader {
  public:
    ComparisonFinder(std::string_view sentence, const std::vector<CompareToken>& tokens,
                     std::vector<Comparison>& found)
        : TokenReader(sentence, tokens),
          names_(sentence_, tokens_),
          links_(sentence_, tokens_),
          than_(sentence_, tokens_, names_),
          alike_(sentence_, tokens_, names_),
          amounts_(sentence_, tokens_, names_),
          trust_(sentence_, tokens_, names_),
          deeds_(sentence_, tokens_, names_),
          tests_(sentence_, tokens_),
          found_(found) {}

    void run() {
        for (std::size_t begin = 0; begin < tokens_.size() && found_.size() < kMostComparisons;) {
            std::size_t end = begin + 1;
            while (end < tokens_.size() && !ends_statement(end)) {
                ++end;
            }
            read_statement({begin, end});
            begin = end;
        }
    }

  private:
    [[nodiscard]] bool ends_statement(std::size_t i) const {
        const CompareToken& token = tokens_[i];
        return token.sign == ';' || token.sign == '.' || (token.has(kClause) && !token.has(kStop));
    }

    void read_statement(TokenRun statement) {
        if (is_plan(tokens_, statement.begin, statement.end)) {
            return;
        }
        population_ = names_.population(statement);
        statement_ = statement;
        const bool withheld = is_withheld(sentence_, tokens_, statement.begin, statement.end);
        statement.begin = links_.after_report(statement);
        auto events = find_events(tokens_, statement.begin, statement.end, {});
        if (withheld) {
            events.clear();
        }
        drop_second_outcomes(events);
        const std::size_t than = links_.find_than(statement);
        if (than == kNoToken) {  // "(HR 0.7)": of which side is not said
            std::erase_if(events, [&](const CompareEvent& one) { return tokens_[one.at].has(kRatio); });
        }
        if (links_.name_several(statement)) {
            return;
        }
        if (read_preference(statement, than, events)) {
            return;
        }
        if (than != kNoToken) {
            if (const auto parts = than_.read(statement, than, events)) {
                add(*parts);
            }
            return;
        }
        if (!withheld) {
            read_unlinked(statement, events);
        }
    }

    /// A statement without a "than".
    void read_unlinked(TokenRun statement, const std::vector<CompareEvent>& events) {
        if (const auto parts = amounts_.read(statement, events)) {
            add(*parts);
            return;
        }
        if (const auto parts = alike_.read(statement, events)) {
            add(*parts);
            return;
        }
        for (const CompareEvent& event : events) {
            if (read_transitive(statement, event) || read_change(statement, event)) {
                return;
            }
        }
    }

    /// Of "reduced HbA1c along with a loss of weight" the first is what the statement says.
    void drop_second_outcomes(std::vector<CompareEvent>& events) const {
        for (std::size_t n = 1; n < events.size(); ++n) {
            for (std::size_t i = events[0].at; i < events[n].at; ++i) {
                if (tokens_[i].has(kThan)) {
                    return;
                }
                if (tokens_[i].has(kAlong)) {
                    events.resize(n);
                    return;
                }
            }
        }
    }

    /// "Patients preferred R over placebo", "R was preferred to placebo", "results favoured R over placebo"
    bool read_preference(TokenRun statement, std::size_t than, const std::vector<CompareEvent>& events) {
        for (const CompareEvent& event : events) {
            const std::size_t at = event.at;
            const bool noun = names_.is_term(at + 1, "of");  // "in favour of"
            if (!tokens_[at].has(kPrefer) || at == statement.begin || noun || names_.is_article(at - 1)) {
                continue;
            }
            std::size_t link = than;
            const bool prefers = tokens_[at].term.starts_with("prefer") || tokens_[at].has(kChange);
            for (std::size_t i = at + 1; i < std::min(statement.end, than) && link == than; ++i) {
                link = prefers && word(i) == "to" ? i : link;
            }
            if (link == kNoToken || link < at) {
                continue;
            }
            bool passive = word(at).starts_with("should be");
            for (std::size_t i = at > statement.begin + 4 ? at - 4 : statement.begin; i < at; ++i) {
                passive = passive || is_being(i);
            }
            if (!passive && link == at + 1) {
                continue;  // "preferred to rest"
            }
            const TokenRun first = passive ? names_.subject(statement, event.first)
                                           : names_.without_population(names_.trimmed({at + 1, link}));
            const TokenRun second = names_.side_at(link + 1, statement.end);
            CompareEvent chosen = event;
            chosen.valued = true;
            const std::size_t before = found_.size();
            TokenRun outcome = names_.outcome_behind(second.end, statement.end);
            if (second.end < statement.end && word(second.end) == "by") {
                outcome = {};  // "by most nurses"
            }
            add({first, second, outcome, chosen, link, 0.85});
            if (found_.size() > before && found_.back().outcome.empty()) {
                found_.back().outcome = "preference";
            }
            return true;
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

    void add(ComparedParts parts) {
        Comparison out;
        parts.first = without_deed(parts);
        out.first = names_.text_of(parts.first);
        out.second = names_.text_of(parts.second);
        out.outcome = names_.text_of(names_.without_population(parts.outcome));
        out.population = names_.text_of(population_);
        if (out.first.empty() || !names_.name_something(parts.first) ||
            (!parts.second.empty() && !names_.name_something(parts.second))) {
            return;
        }
        out.confidence =
            std::min(parts.confidence, std::min(trust_.of_side(parts.first), trust_.of_side(parts.second)));
        if (!trust_.match(parts.first, parts.second) || is_of_evidence(parts)) {
            out.confidence = std::min(parts.confidence, kDoubtful);
        }
        if (const auto& event = parts.event) {
            const bool counted = tokens_[event->at].is_number;
            out.confidence += counted && tests_.measured(event->at, statement_).verdict > 0 ? 0.15 : 0.0;
            if (event->first != event->at) {
                out.words.emplace_back(word(event->first));
            }
            out.words.emplace_back(word(event->at));
            out.hedged = is_hedged(event->at);
            const Effect effect = effect_in(parts, *event);
            out.change = effect.change;
            out.direction = effect.direction;
            if (event->sign != 0 && trust_.is_insignificant(event->at)) {
                out.confidence = std::min(out.confidence, kUnsure);
            }
            if (word(event->at).find("associat") != std::string_view::npos) {
                out.confidence = kDoubtful;  // of two things, which are no alternatives
            }
        }
        if (parts.link != kNoToken) {
            out.words.emplace_back(word(parts.link));
        }
        if (found_.size() < kMostComparisons) {
            found_.push_back(std::move(out));
        }
    }

    /// "The evidence is better for A than for B", "better in one trial"; not "…, a trial found"
    [[nodiscard]] bool is_of_evidence(const ComparedParts& parts) const {
        std::size_t apart = parts.second.end;
        while (apart < parts.outcome.begin && tokens_[apart].sign != ',') {
            ++apart;
        }
        return apart >= parts.outcome.begin && find_cue(tokens_, parts.outcome, kMaker) != kNoToken;
    }

    /// "patients were discharged two days sooner"
    [[nodiscard]] int value_of_participle(std::size_t end) const {
        const std::size_t past = names_.without_amount({0, end}).end;
        return past > 1 && is_being(past - 2) ? outcome_value({tokens_[past - 1].term}) : 0;
    }

    /// The "yoga" of "yoga cured more infections".
    [[nodiscard]] TokenRun without_deed(const ComparedParts& parts) const {
        const auto deed = parts.event ? deeds_.read(statement_, *parts.event) : std::nullopt;
        const bool ends = deed && deed->verb > parts.first.begin && deed->verb + 1 == parts.first.end;
        return ends ? TokenRun{parts.first.begin, deed->verb} : parts.first;
    }

    /// What the event means, unless a test took it back.
    [[nodiscard]] Effect effect_in(const ComparedParts& parts, const CompareEvent& event) const {
        const bool none_found = tests_.measured(event.at, statement_).verdict < 0 &&
                                !tests_.calls_significant(event.at, statement_);
        const auto terms = names_.outcome_terms(names_.without_population(parts.outcome));
        OutcomeSense outcome =
            is_multiple(sentence_, tokens_, event.at) ? multiplied_sense(terms) : outcome_sense(terms);
        if (const auto deed = deeds_.read(statement_, event)) {
            outcome.value = deed->value;
        } else if (outcome.value == 0) {
            outcome.value = value_of_participle(event.first);
        }
        const auto said = event.first == event.at ? word(event.at) : std::string_view();
        return effect_on(said, none_found ? 0 : event.sign, event.valued, outcome);
    }

    /// "A beats B", "A is superior to B", "A outperforms B"
    bool read_transitive(TokenRun statement, const CompareEvent& event) {
        if (!tokens_[event.at].has(kBeats)) {
            return false;
        }
        const bool to = event.at + 1 < statement.end && word(event.at + 1) == "to";
        const std::string_view name = word(event.at);
        if (!to && (name.ends_with("ior") || name.ends_with("able") || name == "preferred")) {
            return false;  // "superior" alone, or of an artery
        }
        const TokenRun second = names_.side_at(event.at + (to ? 2 : 1), statement.end);
        CompareEvent better = event;
        better.valued = true;
        const TokenRun first = names_.subject(statement, event.first);
        add({first, second, names_.outcome_behind(second.end, statement.end), better, kNoToken, 0.9});
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
        const bool passive = !denied && has(event.at - 1, kVerb) && !has(event.at - 1, kHedge);
        const bool noun = word(event.at - 1) == "in";  // "in favour of"
        if (first.empty() || outcome.empty() || passive || noun || !names_.name_something(outcome)) {
            return false;
        }
        add({first, {}, outcome, event, kNoToken, 0.55});
        return true;
    }

    SentenceNames names_;
    StatementLinks links_;
    ThanReader than_;
    AlikeReader alike_;
    AmountReader amounts_;
    SideTrust trust_;
    DeedReader deeds_;
    StatedTests tests_;
    TokenRun statement_;   ///< that is read
    TokenRun population_;  ///< of the statement that is read
    std::vector<Comparison>& found_;
};

}  // namespace

std::vector<Comparison> find_comparisons(std::string_view sentence) {
    std::vector<Comparison> out;
    const auto tokens = without_contrasts(without_ellipsis(sentence, read_comparing_tokens(sentence)));
    for (const auto& half : comparison_halves(sentence, tokens)) {
        ComparisonFinder(sentence, half, out).run();
    }
    return out;
}

}  // namespace whereof::claim
