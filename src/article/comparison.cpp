// SPDX-License-Identifier: MIT
#include "article/comparison.hpp"

#include "article/comparison_events.hpp"
#include "article/comparison_links.hpp"
#include "article/comparison_names.hpp"
#include "article/comparison_plans.hpp"
#include "article/comparison_trust.hpp"
#include "article/comparison_words.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace whereof::article {
namespace {

constexpr double kUnsure = 0.6;         ///< the confidence of what may be meant another way
constexpr double kDoubtful = 0.5;       ///< of what was probably not understood
constexpr std::size_t kThanReach = 20;  ///< tokens between an event and its "than"

class ComparisonFinder {
  public:
    explicit ComparisonFinder(std::string_view sentence)
        : sentence_(sentence),
          tokens_(read_comparing_tokens(sentence)),
          names_(sentence_, tokens_),
          links_(sentence_, tokens_),
          trust_(sentence_, tokens_, names_) {}

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
    [[nodiscard]] std::size_t find(TokenRun run, std::uint32_t cues) const {
        return find_cue(tokens_, run, cues);
    }

    void read_statement(TokenRun statement) {
        if (is_plan(tokens_, statement.begin, statement.end)) {
            return;
        }
        population_ = names_.population(statement);
        const bool withheld = is_withheld(sentence_, tokens_, statement.begin, statement.end);
        statement.begin = links_.after_report(statement);
        auto events = find_events(tokens_, statement.begin, statement.end, {});
        if (withheld) {
            events.clear();
        }
        drop_second_outcomes(events);
        const std::size_t than = links_.find_than(statement);
        if (read_preference(statement, than, events)) {
            return;
        }
        if (than != kNoToken) {
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
            for (std::size_t i = at + 1; i < std::min(statement.end, than) && link == than; ++i) {
                link = tokens_[i].span.of(sentence_) == "to" ? i : link;
            }
            if (link == kNoToken || link < at) {
                continue;
            }
            bool passive = false;
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
            if (second.end < statement.end && tokens_[second.end].span.of(sentence_) == "by") {
                outcome = {};  // "by most nurses"
            }
            add({first, second, outcome}, &chosen, link, 0.85);
            if (found_.size() > before && found_.back().outcome.empty()) {
                found_.back().outcome = "preference";
            }
            return true;
        }
        return false;
    }

    [[nodiscard]] bool is_being(std::size_t i) const {
        static constexpr std::string_view kForms[] = {"is", "are", "was", "were", "be", "been", "being"};
        const std::string_view word = tokens_[i].span.of(sentence_);
        return std::find(std::begin(kForms), std::end(kForms), word) != std::end(kForms);
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
        out.confidence =
            std::min(confidence, std::min(trust_.of_side(parts.first), trust_.of_side(parts.second)));
        if (!trust_.match(parts.first, parts.second)) {
            out.confidence = std::min(confidence, kDoubtful);
        }
        if (event != nullptr) {
            if (event->first != event->at) {
                out.words.emplace_back(tokens_[event->first].span.of(sentence_));
            }
            out.words.emplace_back(tokens_[event->at].span.of(sentence_));
            out.hedged = is_hedged(event->at);
            const auto effect =
                effect_of(event->sign, event->valued,
                          outcome_value(names_.terms_of(names_.without_population(parts.outcome))));
            out.change = effect.change;
            out.direction = effect.direction;
            if (event->sign != 0 && trust_.is_insignificant(event->at)) {
                out.confidence = std::min(out.confidence, kUnsure);
            }
            if (tokens_[event->at].span.of(sentence_).find("associat") != std::string_view::npos) {
                out.confidence = kDoubtful;  // of two things, which are no alternatives
            }
        }
        if (link != kNoToken) {
            out.words.emplace_back(tokens_[link].span.of(sentence_));
        }
        if (found_.size() < kMostComparisons) {
            found_.push_back(std::move(out));
        }
    }

    /// "no difference in O with A", "a greater reduction in O was seen with A": of a change named as a thing
    /// its outcome stands right behind it and the side behind the last word of place.
    std::optional<Parts> parts_of_noun(const CompareEvent& event, std::size_t than) const {
        if (!tokens_[event.at].has(kNoun | kDiffer | kInsignificant | kSame) &&
            !names_.is_term(event.at, "ratio") && !names_.is_term(event.at, "risk")) {
            return std::nullopt;
        }
        std::size_t last = kNoToken;
        for (std::size_t i = event.at + 2; i < than && !tokens_[i].has(kAlong); ++i) {
            const bool place = tokens_[i].has(kPlace) && !names_.is_of(i);
            last = place && names_.without_population({i, than}).begin == i ? i : last;
        }
        const bool named = is(event.at + 1, kPlace) || names_.is_of(event.at + 1);
        if (last == kNoToken || !named) {
            return std::nullopt;
        }
        return Parts{names_.side_at(last + 1, than), {}, names_.outcome_behind(event.at + 1, last)};
    }

    void read_than(TokenRun statement, std::size_t than, const std::vector<CompareEvent>& events) {
        const TokenRun second = names_.side_at(than + 1, statement.end);
        if (second.empty() ||
            find({than + 1, std::min(second.end + 2, statement.end)}, kBefore) != kNoToken) {
            return;  // "than at baseline": a change over time
        }
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
            if (event != nullptr && event->at > at && !contrasts(than, *event)) {
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
        if (event->at < than && is_far(*event, than)) {
            add({names_.subject(statement, event->first), second, {}}, event, than, kDoubtful);
            return;
        }
        if (event->at > than) {
            // "A versus B reduced O"
            const TokenRun first = names_.trimmed({statement.begin, than});
            if (tokens_[than].span.of(sentence_) == "than") {
                return;  // "children younger than school age may benefit"
            }
            const TokenRun behind = names_.side_at(than + 1, event->first);
            const bool contrary = contrasts(than, *event);
            add({first, behind, contrary ? TokenRun{} : names_.outcome_behind(event->at + 1, statement.end)},
                contrary ? nullptr : event, than,
                tokens_[than].has(kContrast)         ? 0.8
                : is_apart(behind.end, event->first) ? kUnsure
                                                     : 0.7);
            return;
        }
        if (auto parts = parts_of_noun(*event, than)) {
            parts->second = second;
            add(*parts, event, than, 0.85);
            return;
        }
        // "improved more in function than B", "an improvement in function compared with B"
        const TokenRun behind = names_.outcome_behind(event->at + 1, than);
        const bool of_noun = tokens_[event->at].has(kNoun) && event->at + 1 < than;
        const bool parallel = is(than + 1, kPlace);  // "lower in A than in B"
        const bool told =
            !parallel && is_matter(event->at + 1) && outcome_value(names_.terms_of(behind)) != 0;
        if (is(event->at + 1, kPlace) && (of_noun || told)) {
            add({names_.subject(statement, main_verb(statement, *event, events)), second, behind}, event,
                than, 0.85);
            return;
        }
        // "O was lower with A than with B": the side stands behind the event.
        if (is(event->at + 1, kPlace) && !names_.is_of(event->at + 1) && event->at + 1 < than) {
            add({names_.side_at(event->at + 1, than), second, names_.subject(statement, event->first)}, event,
                than, 0.9);
            return;
        }
        TokenRun outcome = names_.without_second(
            names_.trimmed({event->at + 1, event->measure != 0 ? event->measure : than}));
        TokenRun first = names_.subject(statement, main_verb(statement, *event, events));
        // "O in A was lower than in B": the side is the last that the subject names behind a word of place.
        for (std::size_t i = first.end; parallel && i > first.begin + 1; --i) {
            if (tokens_[i - 1].has(kPlace) && !names_.is_of(i - 1)) {
                outcome = names_.trimmed({first.begin, i - 1});
                first = {i, first.end};
                break;
            }
        }
        if (outcome.empty()) {
            outcome = names_.outcome_behind(second.end, statement.end);
        }
        add({first, second, outcome}, event, than, replaces(than) ? kUnsure : 0.85);
    }

    /// Does another statement stand between the event and "than"?
    [[nodiscard]] bool is_far(const CompareEvent& event, std::size_t than) const {
        const bool noun = tokens_[event.at].has(kNoun | kDiffer | kInsignificant | kSame);
        const std::size_t last = event.measure != 0 ? event.measure : event.at;
        return than > last + kThanReach || (!noun && find({last + 1, than}, kVerb) != kNoToken);
    }

    /// "A rather than B" tells more often of what was used than of what was found.
    [[nodiscard]] bool replaces(std::size_t than) const {
        const std::string_view word = tokens_[than].span.of(sentence_);
        return word == "rather than" || word == "instead of" || word == "as opposed to" ||
               word == "opposed to";
    }

    /// Does a comma stand between the name and the event, so that the event may be another's?
    [[nodiscard]] bool is_apart(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (tokens_[i].sign == ',' || names_.is_term(i, "and")) {
                return true;
            }
        }
        return false;
    }

    /// A word of place that stands before an outcome as often as before an arm.
    [[nodiscard]] bool is_matter(std::size_t i) const {
        const std::string_view word = i < tokens_.size() ? tokens_[i].span.of(sentence_) : "";
        if (is(i + 1, kPeople | kGroup) || is(i + 2, kPeople | kGroup)) {
            return false;
        }
        return word == "in" || word == "for" || word == "at" || word == "on";
    }

    /// "Unlike placebo, A did not reduce pain" says of the placebo that it did: no event of the two.
    [[nodiscard]] bool contrasts(std::size_t than, const CompareEvent& event) const {
        return tokens_[than].has(kContrast) && event.sign == 0;
    }

    /// Where the subject ends at the latest: of "A improved function with fewer falls than B" at "improved".
    [[nodiscard]] std::size_t main_verb(TokenRun statement, const CompareEvent& event,
                                        const std::vector<CompareEvent>& events) const {
        for (const CompareEvent& one : events) {
            if (one.at >= event.at) {
                break;
            }
            const bool verb = one.first > statement.begin && !tokens_[one.at].has(kNoun | kSmall | kLarge) &&
                              find({one.at, event.first}, kVerb) == kNoToken;
            if (verb) {
                return one.first;
            }
        }
        return names_.is_term(event.first, "neither") ? event.at : event.first;
    }

    /// "no difference between A and B in O", "no difference in O between A and B"
    bool read_between(TokenRun statement, const std::vector<CompareEvent>& events) {
        std::size_t between = kNoToken;
        for (std::size_t i = statement.begin; i < statement.end && between == kNoToken; ++i) {
            between = names_.is_term(i, "between") ? i : between;
        }
        if (between == kNoToken || events.empty()) {
            return false;
        }
        const CompareEvent* event = nullptr;
        for (const CompareEvent& one : events) {
            event = one.at < between ? &one : event;
        }
        for (std::size_t i = statement.begin; i < between; ++i) {
            if (tokens_[i].term.starts_with("correl") || tokens_[i].term == "relationship") {
                return true;  // of two measures, which are no alternatives
            }
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
            const bool as_well = words == "as well as" && tokens_[i - 1].has(kVerb);
            const bool as_as =
                as_well || (tokens_[i].has(kSame) && words.starts_with("as ") && words.ends_with(" as"));
            const std::string_view next = tokens_[i + 1].span.of(sentence_);
            const bool similar =
                is_likeness(i) && (next == "to" || (next == "with" && words.starts_with("compar")));
            if (as_as || similar) {
                const CompareEvent event{i, i, 0, false, 0};
                const TokenRun second = names_.side_at(as_as ? i + 1 : i + 2, statement.end);
                add({names_.subject(statement, i), second, names_.outcome_behind(second.end, statement.end)},
                    &event, kNoToken, 0.8);
                return true;
            }
        }
        return false;
    }

    /// "A was similar to B"; of "an effect similar to that of C" and "not associated with O" nothing is one.
    [[nodiscard]] bool is_likeness(std::size_t i) const {
        if (!tokens_[i].has(kSame) || tokens_[i].has(kNegation)) {
            return false;
        }
        const std::string_view words = tokens_[i].span.of(sentence_);
        const bool denied = words.starts_with("no ") || words.starts_with("not ");
        if (denied && words != "no different" && words != "not inferior" && words != "not different") {
            return false;
        }
        for (std::size_t n = i > 2 ? i - 2 : 0; n < i; ++n) {
            if (tokens_[n].has(kVerb)) {
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
        add({first, second, names_.outcome_behind(second.end, statement.end)}, &better, kNoToken, 0.9);
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
        add({first, {}, outcome}, &event, kNoToken, 0.55);
        return true;
    }

    std::string_view sentence_;
    std::vector<CompareToken> tokens_;
    SentenceNames names_;
    StatementLinks links_;
    SideTrust trust_;
    TokenRun population_;  ///< of the statement that is read
    std::vector<Comparison> found_;
};

}  // namespace

std::vector<Comparison> find_comparisons(std::string_view sentence) {
    return ComparisonFinder(sentence).run();
}

}  // namespace whereof::article
