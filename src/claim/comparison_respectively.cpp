// SPDX-License-Identifier: MIT
#include "claim/comparison_respectively.hpp"

#include "claim/comparison_outcome.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::size_t kLongestSide = 6;  ///< tokens
constexpr std::size_t kLongestUnit = 2;

/// "3.1 (SD 1.2)": a number with what belongs to it.
struct Value {
    TokenRun whole;
    TokenRun told;  ///< the number with its "%"
};

/// "X and Y" with the word of place before it and the "groups" behind.
struct Sides {
    TokenRun whole;
    TokenRun first;
    TokenRun second;
    std::size_t place = kNoToken;
};

class RespectivelyReader : private TokenReader {
  public:
    RespectivelyReader(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens) {}

    /// The tokens with each number at its side; absent when nothing is changed.
    [[nodiscard]] std::optional<std::vector<CompareToken>> run() const {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].sign == '.' || tokens_[i].sign == ';') {
                begin = i + 1;
            } else if (word(i) == "respectively") {
                return distributed({begin, end_of(i)}, i);
            }
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] std::size_t end_of(std::size_t from) const {
        std::size_t end = from;
        while (end < tokens_.size() && tokens_[end].sign != ';' && tokens_[end].sign != '.') {
            ++end;
        }
        return end;
    }
    [[nodiscard]] bool is(std::size_t i, char sign) const {
        return i < tokens_.size() && tokens_[i].sign == sign;
    }
    [[nodiscard]] bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].is_number; }

    [[nodiscard]] std::optional<std::vector<CompareToken>> distributed(TokenRun statement,
                                                                       std::size_t at) const {
        if (find_cue(tokens_, statement, kThan) != kNoToken) {
            return std::nullopt;  // both are compared with a third
        }
        std::optional<std::pair<Value, Value>> values;
        std::optional<Sides> sides;
        for (std::size_t i = statement.begin + 1; i + 1 < statement.end; ++i) {
            if (word(i) != "and" || has(i, kClause)) {
                continue;
            }
            if (const auto found = values_about(i, statement)) {
                if (values) {
                    return std::nullopt;  // more than one pair
                }
                values = found;
            } else if (const auto named = sides_about(i, statement)) {
                if (sides) {
                    return std::nullopt;
                }
                sides = named;
            }
        }
        if (!values || !sides) {
            return std::nullopt;
        }
        return written(statement, *values, *sides, at);
    }

    /// The value that ends before `end`: walks back over "(SD 1.2)", "± 1.2" and a unit.
    [[nodiscard]] std::optional<Value> value_before(std::size_t end, std::size_t least) const {
        std::size_t at = end;
        if (at > least && is(at - 1, ')')) {
            while (at > least && !is(at - 1, '(')) {
                --at;
            }
            at -= at > least ? 1U : 0U;
        }
        for (std::size_t n = 0; n < kLongestUnit && at > least + 1 && is_unit(at - 1); ++n) {
            --at;
        }
        if (at > least + 2 && is_number(at - 1) && is(at - 2, '+')) {
            at -= 2;
        }
        at -= at > least && is(at - 1, '%') ? 1U : 0U;
        if (at <= least || !is_number(at - 1)) {
            return std::nullopt;
        }
        --at;
        if (at > least && is_number(at - 1)) {
            --at;  // "12/100"
        } else if (at > least + 1 && word(at - 1) == "of" && is_number(at - 2)) {
            at -= 2;
        }
        return value_at(at, end);
    }

    /// The value that begins at `at`; of "12 of 100 (12%)" the percentage is told, without one it is none.
    [[nodiscard]] std::optional<Value> value_at(std::size_t at, std::size_t most) const {
        if (!is_number(at)) {
            return std::nullopt;
        }
        const std::size_t whole = at + (word(at + 1) == "of" && is_number(at + 2) ? 2U
                                        : is_number(at + 1)                       ? 1U
                                                                                  : 0U);
        Value out{{at, whole + 1}, {at, at + 1}};
        std::size_t& end = out.whole.end;
        if (whole == at && is(end, '%')) {
            out.told.end = ++end;
        }
        end += is(end, '+') && is_number(end + 1) ? 2U : 0U;
        for (std::size_t n = 0; n < kLongestUnit && end < most && is_unit(end); ++n) {
            ++end;
        }
        bool share = false;
        if (end < most && is(end, '(')) {
            share = is_number(end + 1) && is(end + 2, '%') && end + 3 < tokens_.size() &&
                    tokens_[end + 3].sign != '\0';
            out.told = share ? TokenRun{end + 1, end + 3} : out.told;
            while (end < most && !is(end, ')')) {
                ++end;
            }
            end += end < most ? 1U : 0U;
        }
        return whole != at && !share ? std::nullopt : std::optional(out);
    }

    /// "points", "mm Hg"
    [[nodiscard]] bool is_unit(std::size_t i) const {
        return i < tokens_.size() && tokens_[i].sign == '\0' && tokens_[i].cues == 0 &&
               !tokens_[i].is_number && !is_one_of(word(i), {"and", "or", "the", "vs", "with"});
    }

    /// "3.1 and 4.5" about the "and" at a token; of "2, 3 and 4" none.
    [[nodiscard]] std::optional<std::pair<Value, Value>> values_about(std::size_t joint,
                                                                      TokenRun statement) const {
        const auto first = value_before(joint, statement.begin);
        const auto second = value_at(joint + 1, statement.end);
        if (!first || !second) {
            return std::nullopt;
        }
        const std::size_t before = first->whole.begin;
        const bool listed = before > statement.begin + 1 && is(before - 1, ',') &&
                            value_before(before - 1, statement.begin).has_value();
        const bool counts = has(joint + 2, kPeople) || has(before - (before > 0 ? 1 : 0), kBefore);
        const bool one_unit =
            is(first->told.end - 1, '%') == is(second->told.end - 1, '%') || !is(first->told.end - 1, '%');
        if (listed || counts || !one_unit) {
            return std::nullopt;
        }
        return std::pair(*first, *second);
    }

    [[nodiscard]] bool ends_side(std::size_t i) const {
        return tokens_[i].sign != '\0' || tokens_[i].is_number ||
               tokens_[i].has(kVerb | kPlace | kStop | kThan | kClause | kChange | kSame | kBefore |
                              kPValue) ||
               is_one_of(word(i), {"and", "or", "the", "both"});
    }

    /// "rowing and cycling" about the "and" at a token.
    [[nodiscard]] std::optional<Sides> sides_about(std::size_t joint, TokenRun statement) const {
        Sides out;
        out.first = {joint, joint};
        while (out.first.begin > statement.begin && !ends_side(out.first.begin - 1)) {
            --out.first.begin;
        }
        out.second = {joint + 1, joint + 1};
        out.second.begin += is_one_of(word(joint + 1), {"the", "a", "an"}) ? 1U : 0U;
        out.second.end = out.second.begin;
        while (out.second.end < statement.end && !ends_side(out.second.end) &&
               !has(out.second.end, kGroup | kPeople)) {
            ++out.second.end;
        }
        std::size_t begin = out.first.begin;
        while (begin > statement.begin && is_one_of(word(begin - 1), {"the", "both"})) {
            --begin;
        }
        std::size_t end = out.second.end;
        while (has(end, kGroup | kPeople)) {
            ++end;
        }
        const bool listed = begin > statement.begin && is(begin - 1, ',') && begin > statement.begin + 1 &&
                            begin - 1 != statement.begin && !has(begin, kPlace);
        if (begin == statement.begin || !has(begin - 1, kPlace) || listed || !is_alternative(out.first) ||
            !is_alternative(out.second)) {
            return std::nullopt;
        }
        out.place = begin - 1;
        out.whole = {out.place, end};
        return out;
    }

    /// A name, and none of what is measured.
    [[nodiscard]] bool is_alternative(TokenRun side) const {
        if (side.empty() || side.end - side.begin > kLongestSide) {
            return false;
        }
        std::vector<std::string> terms;
        for (std::size_t i = side.begin; i < side.end; ++i) {
            terms.push_back(tokens_[i].term);
        }
        return outcome_value(terms) == 0;
    }

    [[nodiscard]] std::vector<CompareToken> written(TokenRun statement, const std::pair<Value, Value>& values,
                                                    const Sides& sides, std::size_t at) const {
        const TokenRun numbers{values.first.whole.begin, values.second.whole.end};
        std::vector<CompareToken> out;
        for (std::size_t i = 0; i < tokens_.size();) {
            if (i == numbers.begin) {
                append(out, values.first.told);
                append(out, {sides.place, sides.place + 1});
                append(out, sides.first);
                append(out, {values.first.whole.end, values.second.whole.begin});  // "and"
                append(out, values.second.told);
                append(out, {sides.place, sides.place + 1});
                append(out, sides.second);
                i = past_people(numbers.end, statement.end);
            } else if (i == sides.whole.begin) {
                i = sides.whole.end;
                i += is(i, ',') ? 1U : 0U;
            } else if (i == at) {
                i += is(at + 1, ',') ? 2U : 1U;
            } else if (i + 1 == at && is(i, ',')) {
                ++i;
            } else {
                append(out, {i, i + 1});
                ++i;
            }
        }
        return out;
    }

    /// Past the "of patients" of "12% and 20% of patients".
    [[nodiscard]] std::size_t past_people(std::size_t from, std::size_t end) const {
        std::size_t at = from + (word(from) == "of" ? 1U : 0U);
        at += at > from && is_one_of(word(at), {"the", "all"}) ? 1U : 0U;
        return at > from && at < end && has(at, kPeople) ? at + 1 : from;
    }

    void append(std::vector<CompareToken>& out, TokenRun run) const {
        std::copy(tokens_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                  tokens_.begin() + static_cast<std::ptrdiff_t>(run.end), std::back_inserter(out));
    }
};

}  // namespace

bool has_respectively(std::string_view sentence, const std::vector<CompareToken>& tokens) {
    return std::ranges::any_of(
        tokens, [&](const CompareToken& token) { return token.span.of(sentence) == "respectively"; });
}

bool distribute_respectively(std::string_view sentence, std::vector<CompareToken>& tokens) {
    auto changed = RespectivelyReader(sentence, tokens).run();
    if (changed) {
        tokens = std::move(*changed);
    }
    return changed.has_value();
}

}  // namespace whereof::claim
