// SPDX-License-Identifier: MIT
#include "claim/comparison_than.hpp"

#include "claim/comparison_equatives.hpp"
#include "claim/comparison_links.hpp"
#include "claim/comparison_marks.hpp"
#include "claim/comparison_outcome.hpp"
#include "claim/direction.hpp"

#include <algorithm>

namespace whereof::claim {
namespace {

constexpr std::size_t kThanReach = 20;   ///< tokens between an event and its "than"
constexpr std::size_t kPeopleReach = 6;  ///< between "fewer" and whom it counts

/// The last event before "than", else the last of all; nullptr when there is none.
const CompareEvent* event_of(const std::vector<CompareEvent>& events, std::size_t than) {
    const CompareEvent* out = nullptr;
    for (const CompareEvent& one : events) {
        if (out == nullptr || one.at < than) {
            out = &one;
        }
    }
    return out;
}

}  // namespace

std::optional<ComparedParts> ThanReader::read(TokenRun statement, std::size_t than,
                                              const std::vector<CompareEvent>& events) const {
    const TokenRun second = names_.side_at(than + 1, statement.end);
    if (second.empty() ||
        find_cue(tokens_, {than + 1, std::min(second.end + 2, statement.end)}, kBefore) != kNoToken) {
        return std::nullopt;  // "than at baseline": a change over time
    }
    const CompareEvent* event = event_of(events, than);
    if (event == nullptr && than != statement.begin) {
        return ComparedParts{names_.name_before(than, statement),
                             second,
                             asked_for(second.end, statement.end),
                             {},
                             than,
                             kUnsure};
    }
    if (event == nullptr) {
        return std::nullopt;
    }
    if (than == statement.begin) {
        return read_opening(statement, than, *event, second);
    }
    if (tokens_[event->at].has(kRatio)) {
        return read_ratio(statement, than, *event, second);
    }
    if (event->at > than) {
        return read_versus(statement, than, *event);
    }
    if (auto parts = read_counted(statement, than, events, second)) {
        return parts;
    }
    if (event->at < than && is_far(*event, than)) {
        const bool opens = names_.trimmed({statement.begin, event->first}).empty();
        if (opens && parallel_place(*event, than) != kNoToken) {  // "more falls occurred with A than with B"
            return read_behind(statement, than, *event, second, event->first);
        }
        return ComparedParts{names_.subject(statement, event->first), second, {}, *event, than, kDoubtful};
    }
    if (auto parts = read_noun(statement, *event, than, second)) {
        return parts;
    }
    return read_behind(statement, than, *event, second, main_verb(statement, *event, events));
}

/// "A versus B for return to work"; of "for 12 weeks" and "in adults" nothing is asked.
TokenRun ThanReader::asked_for(std::size_t at, std::size_t end) const {
    if (!has(at, kPlace) || !(word(at) == "for" || word(at) == "in" || word(at) == "on")) {
        return {};
    }
    const TokenRun past = names_.without_population({at, end});
    if (past.begin != at || at + 1 >= end || tokens_[at + 1].is_number) {
        return {};
    }
    return names_.outcome_behind(at + 1, end);
}

/// "Compared with B, A had …"
std::optional<ComparedParts> ThanReader::read_opening(TokenRun statement, std::size_t than,
                                                      const CompareEvent& event, TokenRun second) const {
    std::size_t at = second.end;
    while (at < statement.end && tokens_[at].sign != ',') {
        ++at;
    }
    if (event.at <= at || contrasts(than, event)) {
        return std::nullopt;
    }
    TokenRun first = names_.subject({at, statement.end}, event.first);
    TokenRun outcome = names_.outcome_behind(event.at + 1, statement.end);
    if (tokens_[event.at].has(kRatio)) {
        outcome = without_numbers(outcome);
        first = side_of_ratio(event, statement.end).value_or(first);
    }
    return ComparedParts{first, second, outcome, event, than, 0.8};
}

/// "A versus B reduced O", "A, unlike B, reduced O"
std::optional<ComparedParts> ThanReader::read_versus(TokenRun statement, std::size_t than,
                                                     const CompareEvent& event) const {
    if (word(than) == "than") {
        return std::nullopt;  // "children younger than school age may benefit"
    }
    const TokenRun first = names_.trimmed({statement.begin, than});
    const TokenRun second = names_.side_at(than + 1, event.first);
    const double confidence = tokens_[than].has(kContrast)        ? 0.8
                              : is_apart(second.end, event.first) ? kUnsure
                                                                  : 0.7;
    if (contrasts(than, event)) {
        return ComparedParts{first, second, {}, {}, than, confidence};
    }
    const TokenRun outcome = names_.outcome_behind(event.at + 1, statement.end);
    return ComparedParts{first, second, outcome, event, than, confidence};
}

/// "no difference in O with A", "a greater reduction in O was seen with A": of a change named as a thing its
/// outcome stands right behind it and the side behind the last word of place.
std::optional<ComparedParts> ThanReader::read_noun(TokenRun statement, const CompareEvent& event,
                                                   std::size_t than, TokenRun second) const {
    const bool there = word(statement.begin) == "There" || word(statement.begin) == "there";
    if (!there && !tokens_[event.at].has(kNoun | kDiffer | kInsignificant | kSame)) {
        return std::nullopt;
    }
    std::size_t last = kNoToken;
    for (std::size_t i = event.at + 2; i < than && !tokens_[i].has(kAlong); ++i) {
        const bool place = tokens_[i].has(kPlace) && !names_.is_of(i);
        last = place && names_.without_population({i, than}).begin == i ? i : last;
    }
    const bool named = has(event.at + 1, kPlace) || names_.is_of(event.at + 1) || there;
    // "no advantage of A over B"
    const bool gain = tokens_[event.at].term.starts_with("advantag") || denies_gain(word(event.at));
    if (last == kNoToken && gain && names_.is_of(event.at + 1)) {
        return ComparedParts{names_.side_at(event.at + 2, than),
                             second,
                             names_.outcome_behind(second.end, statement.end),
                             event,
                             than,
                             0.85};
    }
    if (last == kNoToken || !named) {
        return std::nullopt;
    }
    const TokenRun outcome = names_.outcome_behind(event.at + 1, last);
    return ComparedParts{names_.side_at(last + 1, than), second, outcome, event, than, 0.85};
}

/// "Fewer patients relapsed with A than with B", "more women in A than in B died", "fewer A patients relapsed
/// than B patients": the sides are those of the people, the outcome what they did.
std::optional<ComparedParts> ThanReader::read_counted(TokenRun statement, std::size_t than,
                                                      const std::vector<CompareEvent>& events,
                                                      TokenRun second) const {
    const CompareEvent& event = events.front();
    const bool opens = names_.trimmed({statement.begin, event.first}).empty();
    if (!opens || event.sign == 0 || !has(event.first, kMore | kLess) || tokens_[event.first].has(kNoun)) {
        return std::nullopt;
    }
    std::size_t people = event.first + 1;
    while (people < std::min(than, event.first + kPeopleReach) && !has(people, kPeople | kGroup)) {
        ++people;
    }
    if (!has(people, kPeople | kGroup) || people >= than) {
        return std::nullopt;
    }
    const auto parts = [&](TokenRun first, TokenRun outcome) {
        CompareEvent counted = event;
        if (event.at != event.first && find_cue(tokens_, {people, event.at}, kChange) != kNoToken) {
            counted.at = event.first;
        }
        return ComparedParts{names_.trimmed(first), second, names_.trimmed(outcome), counted, than, 0.85};
    };
    if (people > event.first + 1 && !has(people - 1, kPlace) &&
        find_cue(tokens_, {event.first + 1, people}, kPlace) == kNoToken) {
        return parts({event.first + 1, people + 1}, {people + 1, than});  // "fewer zinc patients relapsed"
    }
    std::size_t place = kNoToken;
    for (std::size_t i = people + 1; i < than; ++i) {
        const bool same = !has(than + 1, kPlace) || word(i) == word(than + 1);
        place = has(i, kPlace) && word(i) != "of" && same ? i : place;
    }
    if (place == kNoToken) {
        return std::nullopt;
    }
    if (place > people + 1) {
        return parts({place + 1, than}, {people + 1, place});
    }
    for (std::size_t i = place + 2; i < than; ++i) {  // "fewer taking A relapsed than those taking B"
        if (has(i, kVerb) || outcome_value(names_.terms_of({i, i + 1})) != 0) {
            return parts({place + 1, i}, {i, than});
        }
    }
    if (has(than + 1, kPlace)) {  // "more in A than in B died"
        std::size_t told = second.end;
        for (std::size_t i = second.end; i > second.begin + 1; --i) {
            told = outcome_value(names_.terms_of({i - 1, i})) != 0 ? i - 1 : told;
        }
        const TokenRun outcome{told, statement.end};
        second.end = told;
        return parts({place + 1, than}, outcome);
    }
    return std::nullopt;
}

/// "A reduced O more than B", "O was lower with A than with B"; `verb` is where the subject ends at the
/// latest.
ComparedParts ThanReader::read_behind(TokenRun statement, std::size_t than, const CompareEvent& event,
                                      TokenRun second, std::size_t verb) const {
    if (has(event.at + 1, kPlace)) {
        if (auto parts = read_placed(statement, than, event, second, verb)) {
            return *parts;
        }
    }
    if (auto parts = read_parallel(statement, than, event, second)) {
        return *parts;
    }
    return read_subject(statement, than, event, second, verb);
}

/// A word of place right behind the event: "improved more in function than B", "an improvement in function
/// compared with B", "O was lower with A than with B".
std::optional<ComparedParts> ThanReader::read_placed(TokenRun statement, std::size_t than,
                                                     const CompareEvent& event, TokenRun second,
                                                     std::size_t verb) const {
    const TokenRun behind = names_.outcome_behind(event.at + 1, than);
    const bool of_noun = tokens_[event.at].has(kNoun) && event.at + 1 < than;
    const bool parallel = place_behind(than) != kNoToken;  // "lower in A than in B"
    const bool told = !parallel && is_matter(event.at + 1) &&
                      (outcome_value(names_.terms_of(behind)) != 0 || is_good_for(statement, event));
    if (of_noun || told) {
        return ComparedParts{names_.subject(statement, verb), second, behind, event, than, 0.85};
    }
    if (names_.is_of(event.at + 1) || event.at + 1 >= than) {
        return std::nullopt;
    }
    TokenRun outcome = names_.subject(statement, event.first);
    if (outcome.empty()) {  // "gains in O were smaller with A than with B"
        outcome = names_.outcome_behind(event.first + 1, event.at);
    }
    return ComparedParts{names_.side_at(event.at + 1, than), second, outcome, event, than, 0.9};
}

/// "patients needed more O with A than with B"
std::optional<ComparedParts> ThanReader::read_parallel(TokenRun statement, std::size_t than,
                                                       const CompareEvent& event, TokenRun second) const {
    const std::size_t place = parallel_place(event, than);
    if (place == kNoToken) {
        return std::nullopt;
    }
    const TokenRun between = names_.outcome_behind(event.at + 1, place);
    const bool extent = between.end == between.begin + 1 &&
                        is_one_of(tokens_[between.begin].term, {"extent", "degre", "amount"});
    const bool named = names_.name_something(between) && !extent;
    return ComparedParts{names_.side_at(place + 1, than),
                         second,
                         named ? names_.without_second(between) : names_.subject(statement, event.first),
                         event,
                         than,
                         0.85};
}

/// "A reduced O more than B": the side is the subject, or stands in it.
ComparedParts ThanReader::read_subject(TokenRun statement, std::size_t than, const CompareEvent& event,
                                       TokenRun second, std::size_t verb) const {
    TokenRun outcome =
        names_.without_second(names_.trimmed({event.at + 1, event.measure != 0 ? event.measure : than}));
    TokenRun first = names_.subject(statement, verb);
    const std::size_t other = place_behind(than);
    // "O in A was lower than in B": the side is the last that the subject names behind a word of place.
    if (const std::size_t side = other != kNoToken ? names_.side_in(first, other) : kNoToken;
        side != kNoToken) {
        outcome = names_.trimmed({first.begin, side - 1});
        first.begin = side;
    }
    if (outcome.empty() && !is_multiple(sentence_, tokens_, event.at)) {
        outcome = names_.outcome_behind(second.end, statement.end);
    }
    // "A users died more often than B users", "A users recovered two days sooner than B users"
    const bool ends = first.end == event.first;
    first = names_.without_amount(first);
    const bool does = outcome.empty() && ends && first.end > first.begin + 1;
    if (does && outcome_value(names_.terms_of({first.end - 1, first.end})) != 0) {
        outcome = {first.end - 1, first.end};
        --first.end;
    }
    return {first, second, outcome, event, than, replaces(than) ? kUnsure : 0.85};
}

/// The "with" of "than with B" and "than that with B"; kNoToken.
std::size_t ThanReader::place_behind(std::size_t than) const {
    const std::size_t place = than + (word(than + 1) == "that" ? 2 : 1);
    return has(place, kPlace) ? place : kNoToken;
}

/// The "with" before the A of "patients needed more O with A than with B"; kNoToken.
std::size_t ThanReader::parallel_place(const CompareEvent& event, std::size_t than) const {
    const std::size_t other = place_behind(than);
    for (std::size_t i = than - 1; other != kNoToken && i > event.at; --i) {
        if (tokens_[i].has(kPlace) && word(i) == word(other) && !names_.is_of(i)) {
            return names_.side_at(i + 1, than).end == than ? i : kNoToken;
        }
    }
    return kNoToken;
}

/// Does another statement stand between the event and "than"?
bool ThanReader::is_far(const CompareEvent& event, std::size_t than) const {
    const bool noun = tokens_[event.at].has(kNoun | kDiffer | kInsignificant | kSame);
    const std::size_t last = event.measure != 0 ? event.measure : event.at;
    std::size_t verb = find_cue(tokens_, {last + 1, than}, kVerb);
    // "more likely to lead to O", "to return to work"
    while (verb != kNoToken && word(verb - 1) == "to" && (verb == last + 2 || names_.is_term(verb, "work"))) {
        verb = find_cue(tokens_, {verb + 1, than}, kVerb);
    }
    return than > last + kThanReach || (!noun && verb != kNoToken);
}

/// "A rather than B" tells more often of what was used than of what was found.
bool ThanReader::replaces(std::size_t than) const {
    return word(than) == "rather than" || word(than) == "instead of" || word(than) == "as opposed to" ||
           word(than) == "opposed to";
}

/// Does a comma stand between the name and the event, so that the event may be another's?
bool ThanReader::is_apart(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        if (tokens_[i].sign == ',' || names_.is_term(i, "and")) {
            return true;
        }
    }
    return false;
}

/// A word of place that stands before an outcome as often as before an arm.
bool ThanReader::is_matter(std::size_t i) const {
    if (has(i + 1, kPeople | kGroup) || has(i + 2, kPeople | kGroup)) {
        return false;
    }
    return word(i) == "in" || word(i) == "for" || word(i) == "at" || word(i) == "on";
}

/// "Unlike placebo, A did not reduce pain" says of the placebo that it did: no event of the two.
bool ThanReader::contrasts(std::size_t than, const CompareEvent& event) const {
    return tokens_[than].has(kContrast) && event.sign == 0;
}

/// "A is worse for teeth than B"; of "scores were better for boys than girls" the subject is what was
/// measured.
bool ThanReader::is_good_for(TokenRun statement, const CompareEvent& event) const {
    if (!event.valued || tokens_[event.at].has(kNoun) ||
        !(word(event.at + 1) == "for" || word(event.at + 1) == "on")) {
        return false;
    }
    const auto terms = names_.terms_of(names_.subject(statement, event.first));
    return outcome_value(terms) == 0 &&
           std::ranges::all_of(terms, [](const std::string& term) { return outcome_weight(term) == 1.0; });
}

/// Where the subject ends at the latest: of "A improved function with fewer falls than B" at "improved".
std::size_t ThanReader::main_verb(TokenRun statement, const CompareEvent& event,
                                  const std::vector<CompareEvent>& events) const {
    for (const CompareEvent& one : events) {
        if (one.at >= event.at) {
            break;
        }
        const bool verb = one.first > statement.begin && !tokens_[one.at].has(kNoun | kSmall | kLarge) &&
                          find_cue(tokens_, {one.at, event.first}, kVerb) == kNoToken;
        if (verb) {
            return one.first;
        }
    }
    return names_.is_term(event.first, "neither") ? event.at : event.first;
}

}  // namespace whereof::claim
