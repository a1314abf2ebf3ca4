// SPDX-License-Identifier: MIT
#include "claim/comparison_times.hpp"

#include "claim/comparison_events.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <string>

namespace whereof::claim {
namespace {

/// Tokens of a piece that takes another back.
constexpr std::size_t kLongest = 16;
/// Of "pilates later": the name.
constexpr std::size_t kLongestRest = 4;

class TimeReader : private TokenReader {
  public:
    TimeReader(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens) {}

    [[nodiscard]] bool run(TokenRun statement) const {
        TokenRun before{first_of_sentence(statement.begin), 0};
        if (!speaks_of_time(before.begin)) {
            return false;  // most sentences, quickly
        }
        before.end = end_of_piece(before.begin);
        while (before.begin < tokens_.size() && before.begin < statement.end) {
            if (holds_only(before)) {
                return overlaps(before, statement);
            }
            if (before.end >= tokens_.size() || tokens_[before.end].sign == '.') {
                return false;
            }
            const TokenRun behind{before.end + 1, end_of_piece(before.end + 1)};
            const bool directed = says_direction(before);
            const bool goes_on = says_direction(behind);
            const bool meant = overlaps(before, statement) || (directed && overlaps(behind, statement));
            if (meant &&
                (directed ? says_otherwise(before, behind) : goes_on && begins_other(before, behind))) {
                return true;
            }
            // A piece that tells nothing belongs to what stands before it.
            before = goes_on || !directed ? behind : TokenRun{before.begin, behind.end};
        }
        return false;
    }

  private:
    static bool overlaps(TokenRun one, TokenRun other) {
        return one.begin < other.end && other.begin < one.end;
    }
    [[nodiscard]] std::size_t first_of_sentence(std::size_t i) const {
        while (i > 0 && tokens_[i - 1].sign != '.') {
            --i;
        }
        return i;
    }
    [[nodiscard]] bool joins(std::size_t i) const {
        return tokens_[i].sign == ';' || tokens_[i].sign == ',' || tokens_[i].has(kClause) ||
               tokens_[i].term == "and";
    }
    [[nodiscard]] std::size_t end_of_piece(std::size_t from) const {
        std::size_t i = from + (from < tokens_.size() && joins(from) ? 1 : 0);  // ", but"
        bool bracket = false;
        while (i < tokens_.size() && tokens_[i].sign != '.' && (bracket || !joins(i))) {
            bracket = tokens_[i].sign == '(' || (bracket && tokens_[i].sign != ')');
            ++i;
        }
        return i;
    }

    [[nodiscard]] bool is_unit(std::size_t i) const {
        return is_one_of(tokens_[i].term, {"hour", "day", "dai", "week", "month", "year"});
    }
    /// The "weeks" of "at 6 weeks", "in the first two weeks" and "by week 12"
    [[nodiscard]] bool is_dated(std::size_t i) const {
        for (std::size_t n = i; is_unit(i) && n > 0 && (n == i || leads_to_unit(n)); --n) {
            if (is_one_of(lower_word(n - 1), {"at", "by", "after", "within", "until", "in", "from"})) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool leads_to_unit(std::size_t i) const {
        return tokens_[i].is_number || is_number_word(i) || is_one_of(lower_word(i), {"the", "first", "a"});
    }
    /// "at 6 weeks, not at 12"
    [[nodiscard]] bool ends_in_number(std::size_t i) const {
        return tokens_[i].is_number && (i + 1 >= tokens_.size() || tokens_[i + 1].sign != '\0') &&
               !(i + 1 < tokens_.size() && tokens_[i + 1].sign == '%');
    }
    /// "at 6 weeks", "in the long term", "later"
    [[nodiscard]] bool is_time(std::size_t i) const {
        const std::string& term = tokens_[i].term;
        const std::string_view before = i > 0 ? std::string_view(tokens_[i - 1].term) : std::string_view();
        return is_dated(i) ||
               is_one_of(term, {"initi", "later", "eventu", "thereaft", "subsequ", "afterward", "follow"}) ||
               (term == "term" && is_one_of(before, {"short", "long", "longer", "medium"})) ||
               (before == "at" && (term == "first" || ends_in_number(i))) ||
               (before == "after" && term == "that") || (before == "earli" && term == "on");
    }
    [[nodiscard]] bool has_time(TokenRun run) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (is_time(i)) {
                return true;
            }
        }
        return false;
    }

    /// "lasted", "remained"
    [[nodiscard]] bool lasts(std::size_t i) const {
        return is_one_of(tokens_[i].term,
                         {"still", "also", "too", "remain", "persist", "sustain", "maintain", "continu"});
    }
    [[nodiscard]] bool fades(std::size_t i) const {
        return is_one_of(tokens_[i].term, {"revers", "vanish", "disappear", "wane", "opposit"});
    }
    [[nodiscard]] bool speaks_of_time(std::size_t begin) const {
        for (std::size_t i = begin; i < tokens_.size() && tokens_[i].sign != '.'; ++i) {
            if (is_time(i) || lasts(i) || fades(i)) {
                return true;
            }
        }
        return false;
    }

    /// "not better at 6 weeks, but …", "similar at first; then …"
    [[nodiscard]] bool begins_other(TokenRun before, TokenRun behind) const {
        return turns(before) && (is_early(before) || (has_time(before) && says_otherwise(before, behind)));
    }

    /// "at first", "initially": what follows is otherwise.
    [[nodiscard]] bool is_early(TokenRun run) const {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (lower_word(i) == "initially" || (is_time(i) && lower_word(i) == "first")) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool says_direction(TokenRun run) const {
        const auto events = find_events(tokens_, run.begin, run.end, {});
        return !events.empty() &&
               std::ranges::all_of(events, [](const CompareEvent& event) { return event.sign != 0; });
    }

    /// "only in the short term"
    [[nodiscard]] bool holds_only(TokenRun run) const {
        constexpr std::size_t kReach = 5;
        for (std::size_t i = run.begin; i + 1 < run.end; ++i) {
            const bool opens =
                lower_word(i) == "only" && is_one_of(lower_word(i + 1), {"in", "at", "during"});
            if (opens && has_time({i + 1, std::min(run.end, i + kReach)})) {
                return true;
            }
        }
        return false;
    }

    /// Words that tell of a difference without naming an outcome.
    [[nodiscard]] bool tells_of_difference(std::size_t i) const {
        return is_one_of(tokens_[i].term,
                         {"effect",  "differ",   "advantag",  "benefit", "superior",  "revers",    "sustain",
                          "persist", "maintain", "disappear", "vanish",  "wane",      "fade",      "last",
                          "remain",  "end",      "up",        "term",    "short",     "long",      "true",
                          "case",    "opposit",  "result",    "two",     "treatment", "intervent", "seen"});
    }
    [[nodiscard]] bool is_number_word(std::size_t i) const {
        return is_one_of(lower_word(i), {"one", "two", "three", "four", "five", "six", "twelve"});
    }
    [[nodiscard]] bool names_new(std::size_t i, TokenRun known) const {
        const CompareToken& token = tokens_[i];
        if (token.term.empty() || token.is_number || token.cues != 0 || text::is_stop_term(token.term) ||
            is_time(i) || is_unit(i) || tells_of_difference(i) || is_number_word(i)) {
            return false;
        }
        return std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(known.begin),
                            tokens_.begin() + static_cast<std::ptrdiff_t>(known.end),
                            [&](const CompareToken& one) { return one.term == token.term; });
    }

    [[nodiscard]] bool says_otherwise(TokenRun before, TokenRun behind) const {
        if (behind.end > behind.begin + kLongest) {
            return false;
        }
        bool negated = false;
        bool goes_on = false;
        bool faded = false;
        std::size_t fresh = 0;
        for (std::size_t i = behind.begin; i < behind.end; ++i) {
            negated = negated || (has(i, kNegation | kSame | kInsignificant) && !has(i, kPValue));
            goes_on = goes_on || lasts(i);
            faded = faded || fades(i);
            fresh += names_new(i, before) ? 1U : 0U;
        }
        if (fresh > 0) {
            return is_rest(before, behind);
        }
        if (faded || (negated && goes_on)) {
            return true;  // "did not persist"
        }
        return has_time(behind) && (negated || (turns(before) && !goes_on && says_direction(behind)));
    }
    /// Does a "but" or ";" stand behind it?
    [[nodiscard]] bool turns(TokenRun before) const {
        return has(before.end, kClause) || has(before.end + 1, kClause) || tokens_[before.end].sign == ';';
    }

    /// "A was better at first, B later": of the second half only the name and the time.
    [[nodiscard]] bool is_rest(TokenRun before, TokenRun behind) const {
        std::size_t end = behind.begin;
        while (end < behind.end && !is_time(end) && !tokens_[end].has(~0U) && !leads_to_unit(end)) {
            ++end;
        }
        const bool named = end > behind.begin && end <= behind.begin + kLongestRest;
        while (end < behind.end && !is_time(end) &&
               (tokens_[end].has(kPlace | kStop) || leads_to_unit(end))) {
            ++end;
        }
        return named && end < behind.end && is_time(end) && has_time(before) &&
               find_cue(tokens_, before, kThan) == kNoToken;
    }
};

}  // namespace

bool changes_with_time(std::string_view sentence, const std::vector<CompareToken>& tokens, std::size_t begin,
                       std::size_t end) {
    return TimeReader(sentence, tokens).run({begin, end});
}

}  // namespace whereof::claim
