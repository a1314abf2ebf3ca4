// SPDX-License-Identifier: MIT
#include "claim/comparison_amounts.hpp"

#include "claim/comparison_outcome.hpp"
#include "claim/comparison_trust.hpp"

#include <algorithm>
#include <cmath>

namespace whereof::claim {
namespace {

constexpr std::size_t kUnit = 3;     ///< tokens of a unit: "percentage points"
constexpr std::size_t kJoint = 3;    ///< tokens between a side and the next number: ", and in"
constexpr std::size_t kAmount = 10;  ///< tokens between a change and its amount
constexpr std::size_t kMeasure = 4;  ///< of "from a mean of 6.1"

/// Past the unit behind a number; the token of the place where a side begins, or kNoToken.
std::size_t place_behind(const std::vector<CompareToken>& tokens, std::size_t number, std::size_t end) {
    for (std::size_t i = number + 1; i < std::min(end, number + kUnit + 1); ++i) {
        if (tokens[i].has(kPlace)) {
            return i;
        }
        if ((tokens[i].sign != '\0' && tokens[i].sign != '%') || tokens[i].is_number || tokens[i].cues != 0) {
            break;
        }
    }
    return kNoToken;
}

/// The number behind "from" or "to", perhaps "a mean of" it; kNoToken.
std::size_t number_behind(const std::vector<CompareToken>& tokens, std::size_t place, std::size_t end) {
    for (std::size_t i = place + 1; i < std::min(end, place + kMeasure + 1); ++i) {
        if (tokens[i].is_number) {
            return i;
        }
        if (tokens[i].sign != '\0' || (tokens[i].cues != 0 && tokens[i].term != "of")) {
            break;
        }
    }
    return kNoToken;
}

}  // namespace

std::optional<ChangeEnds> change_ends(const std::vector<CompareToken>& tokens, std::size_t event,
                                      std::size_t end) {
    ChangeEnds out;
    bool inserted = false;
    for (std::size_t i = event + 1; i < end; ++i) {
        if (tokens[i].has(kClause) || tokens[i].sign == ';' || tokens[i].sign == '.') {
            break;
        }
        inserted = tokens[i].sign == '(' || (inserted && tokens[i].sign != ')');
        const bool from = tokens[i].term == "from";
        if (inserted || (!from && tokens[i].term != "to")) {
            continue;
        }
        const std::size_t number = number_behind(tokens, i, end);
        std::size_t& place = from ? out.from : out.to;
        if (number == kNoToken) {
            continue;
        }
        if (place != 0) {
            return std::nullopt;
        }
        place = number;
    }
    return out.from != 0 && out.to != 0 ? std::optional(out) : std::nullopt;
}

std::optional<ChangeAmounts> change_amounts(const std::vector<CompareToken>& tokens, std::size_t event,
                                            std::size_t end) {
    if (!tokens[event].has(kChange)) {
        return std::nullopt;
    }
    std::size_t first = kNoToken;
    for (std::size_t i = event + 1; i + 1 < std::min(end, event + 2 * kAmount); ++i) {
        const bool measured =
            tokens[i].is_number && (tokens[i - 1].term == "by" || tokens[i - 1].term == "of");
        first = measured && first == kNoToken ? i : first;
        if (tokens[i].has(kThan)) {
            return first != kNoToken && tokens[i + 1].is_number
                       ? std::optional(ChangeAmounts{first, i, i + 1})
                       : std::nullopt;
        }
        if (tokens[i].has(kChange | kClause) || tokens[i].sign == ';' || tokens[i].sign == '.') {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<ComparedParts> AmountReader::read(TokenRun statement,
                                                const std::vector<CompareEvent>& events) const {
    for (const CompareEvent& event : events) {
        if (auto parts = read_changes(statement, event)) {
            return parts;
        }
        if (auto parts = read_ends(statement, event)) {
            return parts;
        }
    }
    return events.empty() ? read_shares(statement) : std::nullopt;
}

/// "A reduced O by 3 days compared with 1 day with B"
std::optional<ComparedParts> AmountReader::read_changes(TokenRun statement, const CompareEvent& event) const {
    const auto amounts = change_amounts(tokens_, event.at, statement.end);
    if (!amounts || event.sign == 0 || tokens_[amounts->first].value == tokens_[amounts->second].value) {
        return std::nullopt;
    }
    const auto second = share_at(amounts->second, statement.end);
    const TokenRun first = names_.subject(statement, event.first);
    if (!second || first.empty() || tokens_[event.at].has(kNoun)) {
        return std::nullopt;
    }
    CompareEvent more = event;
    more.sign *= std::abs(tokens_[amounts->first].value) > std::abs(tokens_[amounts->second].value) ? 1 : -1;
    return ComparedParts{first, second->side,  names_.outcome_behind(event.at + 1, amounts->first),
                         more,  amounts->link, 0.75};
}

/// "O fell from 33% with B to 16% with A"
std::optional<ComparedParts> AmountReader::read_ends(TokenRun statement, const CompareEvent& event) const {
    const auto ends = change_ends(tokens_, event.at, statement.end);
    if (!ends || event.sign == 0 || tokens_[event.at].has(kNoun)) {
        return std::nullopt;
    }
    const bool forth = ends->from < ends->to;
    const auto before = share_at(ends->from, forth ? ends->to : statement.end);
    const auto after = share_at(ends->to, forth ? statement.end : ends->from);
    const TokenRun outcome = names_.subject(statement, event.first);
    if (!before || !after || outcome.empty()) {
        return std::nullopt;
    }
    const auto named = [](TokenRun side, std::size_t number) {  // "suture to 4" ends before its "to"
        side.end = side.end == number ? number - 1 : side.end;
        return side;
    };
    return ComparedParts{
        named(after->side, ends->from), named(before->side, ends->to), outcome, event, kNoToken, 0.75};
}

/// "Relapse occurred in 12% of A and 9% of B", "12% of A and 9% of B relapsed"
std::optional<ComparedParts> AmountReader::read_shares(TokenRun statement) const {
    std::size_t number = next_number(statement.begin, statement.end);
    while (number != kNoToken && is_time(number)) {  // "survival at 5 years was 82%"
        number = next_number(number + 1, statement.end);
    }
    if (number == kNoToken) {
        return std::nullopt;
    }
    const auto first = share_at(number, statement.end);
    if (!first) {
        return std::nullopt;
    }
    const std::size_t other = next_number(first->side.end, statement.end);
    const auto second = other == kNoToken ? std::nullopt : share_at(other, statement.end);
    if (!second || !have_one_unit(number, other) || tokens_[number].value == tokens_[other].value) {
        return std::nullopt;
    }
    TokenRun outcome = names_.subject(statement, number);
    const bool opens = outcome.empty();
    const TokenRun between{first->side.end, other};
    if (opens) {
        outcome = first->rest.empty() ? second->rest : first->rest;
    } else if (between.end > between.begin + kJoint) {
        return std::nullopt;  // the next number may be of something else
    }
    const bool joined = find_cue(tokens_, between, kThan) != kNoToken ||
                        names_.is_term(between.begin, "and") || names_.is_term(between.begin + 1, "and");
    if ((!joined && !opens) || outcome_value(names_.terms_of(outcome)) == 0) {
        return std::nullopt;
    }
    const int sign = tokens_[number].value > tokens_[other].value ? 1 : -1;
    return ComparedParts{first->side, second->side, outcome, CompareEvent{number, number, sign, false, 0},
                         other,       kUnsure};
}

/// Of "21% of patients on A" the A.
std::optional<AmountReader::Share> AmountReader::share_at(std::size_t number, std::size_t end) const {
    std::size_t place = place_behind(tokens_, number, end);
    if (place == kNoToken || place + 1 >= end || tokens_[place + 1].is_number) {
        return std::nullopt;
    }
    TokenRun side = names_.side_at(place + 1, end);
    const bool anybody = std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(side.begin),
                                     tokens_.begin() + static_cast<std::ptrdiff_t>(side.end),
                                     [](const CompareToken& token) { return token.has(kPeople); });
    if (anybody && side.end + 1 < end && tokens_[side.end].has(kPlace)) {
        side = names_.side_at(side.end + 1, end);
    }
    for (std::size_t i = side.begin + 1; i < side.end; ++i) {  // "of A patients relapsed"
        const bool told = outcome_value(names_.terms_of({i, i + 1})) != 0 || names_.is_term(i, "and");
        if (told) {
            const TokenRun rest = names_.is_term(i, "and") ? TokenRun{} : TokenRun{i, side.end};
            return Share{number, {side.begin, i}, rest};
        }
    }
    if (side.empty() || !names_.name_something(side)) {
        return std::nullopt;
    }
    return Share{number, side, {}};
}

std::size_t AmountReader::next_number(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end; ++i) {
        if (tokens_[i].is_number) {
            return i;
        }
    }
    return kNoToken;
}

/// "at 5 years", "on day 14"
bool AmountReader::is_time(std::size_t number) const {
    const auto is_unit = [&](std::size_t i) {
        return i < tokens_.size() &&
               is_one_of(tokens_[i].term, {"year", "month", "week", "dai", "day", "hour", "visit"});
    };
    const bool joined =
        tokens_[number].span.end < sentence_.size() && sentence_[tokens_[number].span.end] == '-';
    if (joined && is_unit(number + 1)) {
        return true;  // "28-day mortality"
    }
    return number > 0 && (is_unit(number - 1) ||
                          (is_unit(number + 1) && is_one_of(tokens_[number - 1].term,
                                                            {"at", "after", "within", "over", "by", "for"})));
}

bool AmountReader::have_one_unit(std::size_t a, std::size_t b) const {
    const CompareToken& first = tokens_[a + 1];
    const CompareToken& second = tokens_[b + 1];
    return first.sign == second.sign &&
           (first.sign == '%' || first.term == second.term || second.has(kPlace) || first.has(kPlace));
}

}  // namespace whereof::claim
