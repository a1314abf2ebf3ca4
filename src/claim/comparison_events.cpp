// SPDX-License-Identifier: MIT
#include "claim/comparison_events.hpp"

#include "claim/comparison_denials.hpp"
#include "claim/comparison_ratios.hpp"
#include "claim/comparison_uses.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace whereof::claim {
namespace {

/// Between "greater" and "reduction": "greater mean fold reduction".
constexpr std::size_t kMeasureReach = 3;
/// Between "advantage" and "over".
constexpr std::size_t kChoiceReach = 9;
/// Between "more" and the verb of "more ischaemic strokes were prevented".
constexpr std::size_t kThingReach = 6;
/// Between "raised" and "more than": the name of an outcome.
constexpr std::size_t kObjectReach = 12;

class EventFinder : private TellingTokens {
  public:
    EventFinder(const std::vector<CompareToken>& tokens, std::size_t begin, std::size_t end,
                const std::vector<bool>& ignored)
        : TellingTokens(tokens, end, ignored), begin_(begin), denials_(tokens, end, ignored) {}

    std::vector<CompareEvent> run() {
        for (std::size_t i = begin_; i < end_;) {
            const std::size_t next = read_at(i);
            i = std::max(next, i + 1);
        }
        if (events_.empty()) {
            if (const auto ratio = find_ratio(tokens_, begin_, end_, ignored_)) {
                events_.push_back(*ratio);
            }
        }
        return std::move(events_);
    }

  private:
    void add(std::size_t first, std::size_t at, int sign, bool valued) {
        events_.push_back({at, first, sign, valued});
    }

    /// Reads what begins at token i; past it.
    std::size_t read_at(std::size_t i) {
        const CompareToken& token = tokens_[i];
        if (is_ignored(i) || token.has(kPValue)) {
            return i + 1;
        }
        if (token.has(kInsignificant) || token.has(kSame)) {
            return read_same(i);
        }
        if (token.has(kPrefer) && !token.has(kChange)) {
            if (chooses(tokens_, i, end_)) {
                add(i, i, 1, true);
            }
            return i + 1;
        }
        if (token.term.starts_with("advantag") && token.has(kDiffer) && leads_to_than(i)) {
            add(i, i, 1, true);
            return i + 1;
        }
        if (token.has(kNegation)) {
            const Denial denial = denials_.read(i);
            if (denial.event) {
                events_.push_back(*denial.event);
            }
            return denial.end;
        }
        return token.has(kChange) ? read_change(i) : i + 1;
    }

    /// "an advantage over", "an advantage of A over B"
    [[nodiscard]] bool leads_to_than(std::size_t i) const {
        for (std::size_t n = i + 1; n < std::min(end_, i + kChoiceReach); ++n) {
            if (tokens_[n].has(kThan) || tokens_[n].has(kVerb | kClause | kChange)) {
                return tokens_[n].has(kThan);
            }
        }
        return false;
    }

    std::size_t read_same(std::size_t i) {
        // "reduced pain to the same extent", "relieved pain no better than"
        const bool adverb =
            i + 1 >= end_ || tokens_[i + 1].sign != '\0' || tokens_[i + 1].has(kThan | kPlace);
        if (tokens_[i].has(kSame) && tokens_[i].has(kLarge) && !events_.empty() && adverb &&
            !tokens_[i - 1].has(kPlace) && ends_object(events_.back().at + 1, i)) {
            events_.back().sign = 0;
            events_.back().measure = i;
            return i + 1;
        }
        const bool denied = i > begin_ && tokens_[i - 1].has(kNegation) && tokens_[i].has(kSame) &&
                            !tokens_[i].has(kInsignificant);
        if (denied) {
            return i + 1;  // "not similar", "were not comparable"
        }
        // What the insignificant thing is stands behind it: "no significant reduction".
        std::size_t at = i;
        for (std::size_t n = i + 1; n < std::min(end_, i + kMeasureReach + 1); ++n) {
            if (tokens_[n].sign != '\0' || tokens_[n].has(kClause | kThan)) {
                break;
            }
            if (is(n, kChange | kDiffer | kSame)) {
                at = n;
            }
        }
        add(i, at, 0, false);
        return at + 1;
    }

    [[nodiscard]] static int sign_of(const CompareToken& token) noexcept {
        return token.has(kMore | kBetter) ? 1 : -1;
    }

    std::size_t read_change(std::size_t i) {
        for (const auto read :
             {&EventFinder::pass_no_change, &EventFinder::read_measured, &EventFinder::pass_last_measure,
              &EventFinder::read_measure_behind, &EventFinder::take_into_noun}) {
            if (const std::size_t past = (this->*read)(i); past != i) {
                return past;
            }
        }
        const bool denied = is_denied_too(i);
        add(i, i, denied ? 0 : sign_of(tokens_[i]), !denied && tokens_[i].has(kBetter | kWorse));
        return i + 1;
    }

    /// Past what only looks like a change: "60 beats", "more comparable to", "better or worse", "more than
    /// 30", "lower limb"; i when it is one.
    [[nodiscard]] std::size_t pass_no_change(std::size_t i) {
        const CompareToken& token = tokens_[i];
        const CompareToken* next = i + 1 < end_ ? &tokens_[i + 1] : nullptr;
        if (i > begin_ && tokens_[i - 1].is_number && token.has(kBeats)) {
            return i + 1;
        }
        if ((token.has(kSmall | kLarge) && next != nullptr && next->has(kSame)) ||
            tells_of_use(tokens_, i, end_)) {
            return i + 2;
        }
        const bool either = next != nullptr && next->term == "or" && is(i + 2, kChange) &&
                            sign_of(token) == -sign_of(tokens_[i + 2]) && !is_denied_too(i);
        if (either) {
            return i + 3;  // "better or worse than"
        }
        const bool counts = next != nullptr && next->has(kThan) && i + 2 < end_ && tokens_[i + 2].is_number;
        const bool part =
            next != nullptr && is_one_of(token.term, {"lower", "higher"}) && is_part(next->term);
        return counts || part ? i + 1 : i;
    }

    /// "greater reduction", "fewer patients improved", "less likely to prevent": how much of a change that is
    /// named behind. Past it; i when none is.
    [[nodiscard]] std::size_t read_measured(std::size_t i) {
        const CompareToken& token = tokens_[i];
        const auto noun = token.has(kSmall | kLarge) ? measured_noun(i) : std::nullopt;
        std::size_t changed = noun ? *noun : told_of_people(i);
        changed = changed == kNoToken ? told_of_things(i) : changed;
        if (changed != kNoToken) {
            const int size = token.has(noun ? std::uint32_t{kSmall} : kSmall | kLess) ? -1 : 1;
            add(i, changed, size * sign_of(tokens_[changed]), tokens_[changed].has(kBetter | kWorse));
            return changed + 1;
        }
        const std::size_t verb = likely_verb(i);
        if (verb == kNoToken) {
            return i;
        }
        add(i, verb, sign_of(token) * sign_of(tokens_[verb]), tokens_[verb].has(kBetter | kWorse));
        return verb + 1;
    }

    /// The "better than" of "relieved pain better than"
    [[nodiscard]] std::size_t pass_last_measure(std::size_t i) {
        const std::size_t than = than_behind(i);
        return than != 0 && measures_last(i) ? than : i;
    }

    /// "less", "more", "less often"
    [[nodiscard]] bool tells_how_much(std::size_t n) const {
        const bool phrase = n < end_ && tokens_[n].term.empty() && is(n, kMore | kLess);
        return is(n, kSmall | kLarge) || (phrase && !is(n, kNoun | kBeats));
    }

    /// "decreased significantly less", "improved more", "prevented less often"
    [[nodiscard]] std::size_t read_measure_behind(std::size_t i) {
        const CompareToken& token = tokens_[i];
        for (std::size_t n = i + 1; n < std::min(end_, i + 3); ++n) {
            if (tells_how_much(n) && !token.has(kSmall | kLarge) && !measured_noun(n)) {
                const int size = is(n, kSame) ? 0 : is(n, kSmall | kLess) ? -1 : 1;  // "improved no more"
                add(i, n, size * sign_of(token), token.has(kBetter | kWorse));
                return n + 1;
            }
            if (!tokens_[n].has(kSignificant)) {
                break;
            }
        }
        return i;
    }

    /// "the reduction in pain was greater", "improved to a lesser extent": part of the saying before.
    [[nodiscard]] std::size_t take_into_noun(std::size_t i) {
        if (!tokens_[i].has(kSmall | kLarge) || events_.empty()) {
            return i;
        }
        CompareEvent& before = events_.back();
        const bool noun = tokens_[before.at].has(kNoun) && before.sign != 0 && before.first == before.at;
        if (!noun || !is_predicate(before.at, i)) {
            return i;
        }
        before.sign *= tokens_[i].has(kSmall) ? -1 : 1;
        before.at = i;
        return i + 1;
    }

    /// The "prevent" of "less likely to prevent", the "relieved" of "less often relieved"; kNoToken.
    [[nodiscard]] std::size_t likely_verb(std::size_t i) const {
        const CompareToken& token = tokens_[i];
        if (!token.term.empty() || !token.has(kMore | kLess) || token.has(kNoun | kSmall | kLarge)) {
            return kNoToken;  // a phrase is none of these
        }
        const std::size_t to = i + 1 < end_ && tokens_[i + 1].term == "to" ? 1 : 0;
        const std::size_t verb = i + 1 + to;
        return is(verb, kChange) && !tokens_[verb].has(kNoun | kSmall | kLarge | kBeats) ? verb : kNoToken;
    }

    /// The "improved" of "fewer patients improved", "a smaller proportion of women had less pain"; kNoToken.
    [[nodiscard]] std::size_t told_of_people(std::size_t i) const {
        std::size_t people = i + 1;
        const std::string_view counted = people < end_ ? std::string_view(tokens_[people].term) : "";
        if (counted == "proport" || counted == "percentag" || counted == "number") {
            people += 2;
        }
        if (!tokens_[i].has(kMore | kLess) || people >= end_ || !tokens_[people].has(kPeople)) {
            return kNoToken;
        }
        for (std::size_t n = people + 1; n < std::min(end_, people + kObjectReach); ++n) {
            if (tokens_[n].has(kThan | kClause) || tokens_[n].sign != '\0') {
                break;
            }
            if (is(n, kChange) && !tokens_[n].has(kBeats)) {
                return n;
            }
        }
        return kNoToken;
    }

    [[nodiscard]] bool is_being(std::size_t i) const {
        return i < end_ && is_one_of(tokens_[i].term, {"is", "are", "was", "were", "be", "been"});
    }

    /// The "prevented" of "more strokes were prevented", the "delayed" of "was more delayed"; kNoToken.
    [[nodiscard]] std::size_t told_of_things(std::size_t i) const {
        std::size_t told = i + 1;
        if (!tokens_[i].has(kSmall | kLarge)) {
            return kNoToken;
        }
        if (!is_being(i - 1)) {
            while (told < std::min(end_, i + kThingReach) && tokens_[told].sign == '\0' &&
                   tokens_[told].cues == 0) {
                ++told;
            }
            if (told == i + 1 || !is_being(told)) {
                return kNoToken;
            }
            ++told;
        }
        const bool ends = told + 1 >= end_ || tokens_[told + 1].sign != '\0' ||
                          tokens_[told + 1].has(kPlace | kThan | kStop);
        return ends && is(told, kChange) && !is(told, kNoun | kSmall | kLarge | kBeats) &&
                       !tokens_[told].term.empty()
                   ? told
                   : kNoToken;
    }

    /// "did not reduce pain or improve function"
    [[nodiscard]] bool is_denied_too(std::size_t i) const {
        if (events_.empty() || i == begin_ || (tokens_[i - 1].term != "or" && tokens_[i - 1].term != "nor")) {
            return false;
        }
        const CompareEvent& before = events_.back();
        return before.sign == 0 && tokens_[before.first].has(kNegation);
    }

    /// The "than" right behind "more" or "to a greater extent"; 0 none.
    [[nodiscard]] std::size_t than_behind(std::size_t i) const {
        static constexpr std::array<std::string_view, 5> kExtents{"extent", "degre", "amount", "margin",
                                                                  "measur"};
        const bool extent =
            i + 1 < end_ &&
            std::ranges::find(kExtents, std::string_view(tokens_[i + 1].term)) != kExtents.end();
        const std::size_t than = i + (extent ? 2 : 1);
        return than < end_ && tokens_[than].has(kThan) ? than : 0;
    }

    /// Is there nothing but the name of an outcome between the two?
    [[nodiscard]] bool ends_object(std::size_t from, std::size_t to) const {
        for (std::size_t n = from; n < to; ++n) {
            const bool been = tokens_[n].has(kVerb) && tokens_[n].term != "work";
            if (been || tokens_[n].has(kClause | kThan | kAlong) || tokens_[n].sign == ';' ||
                tokens_[n].sign == '.' || tokens_[n].sign == '(') {
                return false;
            }
        }
        return true;
    }

    /// "raised HDL more than", "relieved pain better than": the verb says what happens, the word at i before
    /// "than" how much. Then the event of the verb takes it in.
    bool measures_last(std::size_t i) {
        const CompareToken& token = tokens_[i];
        if (events_.empty() || !token.has(kSmall | kLarge | kBetter | kWorse)) {
            return false;
        }
        CompareEvent& verb = events_.back();
        const bool denied = verb.sign == 0 && tokens_[verb.first].has(kNegation) &&
                            tokens_[verb.at].has(kChange) && !tokens_[verb.at].has(kNoun);
        if (denied && verb.at + kObjectReach >= i && ends_object(verb.at + 1, i)) {
            verb.measure = i;
            return true;  // "did not prevent falls better than"
        }
        if (verb.sign == 0 || verb.at + 1 >= i || verb.at + kObjectReach < i || verb.measure != 0 ||
            tokens_[verb.at].has(kNoun) || verb.first != verb.at ||
            (tokens_[verb.at].has(kSmall | kLarge) && !is_told_lower(verb.at, i))) {
            return false;
        }
        if (!ends_object(verb.at + 1, i)) {
            return false;
        }
        const int size = token.has(kSmall | kWorse) ? -1 : 1;
        const bool valued = token.has(kBetter | kWorse);
        verb.sign = valued ? size : verb.sign * size;
        verb.valued = verb.valued || valued;
        verb.measure = i;
        return true;
    }

    /// The verb of "they lower cholesterol to a lesser extent": no article or verb before it, its object
    /// behind.
    [[nodiscard]] bool is_told_lower(std::size_t at, std::size_t measure) const {
        if (tokens_[at].term != "lower" || at == begin_ || !tokens_[measure].has(kSmall | kLarge)) {
            return false;
        }
        const CompareToken& before = tokens_[at - 1];
        const bool noun = before.sign == '\0' && before.term != "the" && before.term != "a" &&
                          !before.has(kVerb | kPlace | kSignificant | kNegation | kChange);
        return noun && !tokens_[at + 1].has(kPlace | kThan) && tokens_[at + 1].sign == '\0';
    }

    [[nodiscard]] std::optional<std::size_t> measured_noun(std::size_t i) const {
        for (std::size_t n = i + 1; n < std::min(end_, i + kMeasureReach + 1); ++n) {
            if (tokens_[n].sign != '\0' || tokens_[n].has(kThan | kVerb | kPlace | kStop)) {
                break;
            }
            if (is(n, kNoun)) {
                return n;
            }
        }
        return std::nullopt;
    }

    /// Does a form of "to be" stand between the two, and no other statement?
    [[nodiscard]] bool is_predicate(std::size_t from, std::size_t to) const {
        bool verb = false;
        for (std::size_t n = from + 1; n < to; ++n) {
            if (tokens_[n].has(kClause) || tokens_[n].sign == ';' || tokens_[n].sign == '.') {
                return false;
            }
            verb = verb || tokens_[n].has(kVerb);
        }
        return verb;
    }

    std::size_t begin_;
    DenialReader denials_;
    std::vector<CompareEvent> events_;
};

}  // namespace

std::vector<CompareEvent> find_events(const std::vector<CompareToken>& tokens, std::size_t begin,
                                      std::size_t end, const std::vector<bool>& ignored) {
    return EventFinder(tokens, begin, end, ignored).run();
}

}  // namespace whereof::claim
