// SPDX-License-Identifier: MIT
#include "claim/comparison_ellipsis.hpp"

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::size_t kLongestSide = 8;  ///< tokens

/// "B did not", "B did" or "B reduced it less" behind "whereas".
struct ShortStatement {
    TokenRun side;
    bool denied = false;       ///< or less of the same
    bool measured = false;     ///< "more" or "less" of what the other did
    std::uint32_t change = 0;  ///< the cues of a verb of its own
};

/// What may stand between a verb, or "but", and "more".
bool leads_to_measure(std::string_view word) {
    static constexpr std::array<std::string_view, 13> kWords{
        "it", "them", "this", "so", "to", "a", "an", "even", "much", "far", "only", "still", "somewhat"};
    return std::ranges::find(kWords, word) != kWords.end();
}

/// "to a lesser extent", "less so"
bool ends_measure(std::string_view word) {
    static constexpr std::array<std::string_view, 4> kWords{"extent", "degree", "so", "strongly"};
    return std::ranges::find(kWords, word) != kWords.end();
}

class EllipsisReader : private TokenReader {
  public:
    EllipsisReader(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : TokenReader(sentence, tokens), names_(sentence, tokens) {}

    std::optional<std::vector<CompareToken>> run() const {
        std::size_t begin = 0;
        for (std::size_t i = 1; i < tokens_.size(); ++i) {
            // "While A reduced O, B did not"
            const bool subordinate = tokens_[i].sign == ',' && tokens_[begin].has(kClause);
            const bool joins = tokens_[i].has(kClause) || tokens_[i].sign == ';' || subordinate;
            if (auto whole = with_afterthought({begin, i})) {
                return whole;
            }
            const auto other = joins ? short_statement(i + 1) : std::nullopt;
            if (other) {
                return joined({begin, i}, *other);
            }
            begin = joins || tokens_[i].sign == '.' ? i + 1 : begin;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool ends(std::size_t i) const { return i >= tokens_.size() || tokens_[i].sign != '\0'; }

    /// The token of the "more" at or behind `from`; kNoToken.
    [[nodiscard]] std::size_t measure_at(std::size_t from) const {
        std::size_t at = from;
        while (at < std::min(tokens_.size(), from + kLongestSide) &&
               (leads_to_measure(lower_word(at)) || tokens_[at].has(kSignificant))) {
            ++at;
        }
        return at < tokens_.size() && tokens_[at].has(kSmall | kLarge) ? at : kNoToken;
    }

    /// "A reduced O, but to a lesser extent than B": without the "but".
    [[nodiscard]] std::optional<std::vector<CompareToken>> with_afterthought(TokenRun whole) const {
        if (!is_turning_word(lower_word(whole.end))) {
            return std::nullopt;
        }
        std::size_t measure = whole.end + 1;
        while (leads_to_measure(lower_word(measure))) {
            ++measure;
        }
        const bool adverb = measure < tokens_.size() && tokens_[measure].has(kBetter | kWorse) &&
                            (lower_word(measure).ends_with("ly") || lower_word(measure).ends_with(" well"));
        if (!adverb && measure_at(measure) != measure) {
            return std::nullopt;
        }
        const std::size_t than = measure + (ends_measure(lower_word(measure + 1)) ? 2 : 1);
        const auto events = find_events(tokens_, whole.begin, whole.end, {});
        if (than >= tokens_.size() || !tokens_[than].has(kThan) || events.empty() ||
            events.back().sign == 0 || !tokens_[events.back().at].has(kChange) ||
            tokens_[events.back().at].has(kSmall | kLarge) || find_cue(tokens_, whole, kThan) != kNoToken) {
            return std::nullopt;
        }
        std::vector<CompareToken> out;
        append(out, {0, tokens_[whole.end - 1].sign == ',' ? whole.end - 1 : whole.end});
        append(out, {measure, measure + 1});
        append(out, {than, tokens_.size()});
        return out;
    }

    [[nodiscard]] std::optional<ShortStatement> short_statement(std::size_t from) const {
        std::size_t at = from;
        while (at < from + kLongestSide && !ends(at) &&
               !tokens_[at].has(kVerb | kChange | kSame | kDiffer | kThan | kClause | kNegation)) {
            ++at;
        }
        const std::string verb = lower_word(at);
        if (at == from || at >= tokens_.size()) {
            return std::nullopt;
        }
        const bool does = verb == "did" || verb == "does" || verb == "do";
        const std::uint32_t change = tokens_[at].has(kSmall | kLarge) ? 0 : tokens_[at].cues & kChange;
        const std::size_t measure = does || change != 0 ? measure_at(at + 1) : kNoToken;
        if (measure != kNoToken && ends(measure + (ends_measure(lower_word(measure + 1)) ? 2 : 1))) {
            return ShortStatement{{from, at}, tokens_[measure].has(kSmall), true, change};
        }
        if (!does) {
            return std::nullopt;
        }
        const bool denied = lower_word(at + 1) == "not";
        return ends(at + (denied ? 2 : 1)) ? std::optional(ShortStatement{{from, at}, denied}) : std::nullopt;
    }

    /// The two as one statement; absent when they do not say the opposite of one another.
    [[nodiscard]] std::optional<std::vector<CompareToken>> joined(TokenRun whole,
                                                                  const ShortStatement& other) const {
        const auto events = find_events(tokens_, whole.begin, whole.end, {});
        if (events.empty() || find_cue(tokens_, whole, kThan) != kNoToken ||
            !tokens_[events.front().at].has(kChange)) {
            return std::nullopt;
        }
        const CompareEvent& event = events.front();
        const bool other_change = other.change != 0 && (other.change & tokens_[event.at].cues) == 0;
        if (other.measured ? event.sign == 0 || other_change : (event.sign == 0) == other.denied) {
            return std::nullopt;
        }
        const TokenRun named = names_.subject(whole, event.first);
        if (named.empty() || named.begin != names_.trimmed(whole).begin) {
            return std::nullopt;
        }
        const TokenRun first = other.denied ? named : other.side;
        const TokenRun second = other.denied ? other.side : named;
        std::vector<CompareToken> out;
        append(out, {0, whole.begin});
        append(out, first);
        append_sign(out, other.side.end);  // the "did"
        out.back().cues = kThan | kContrast;
        append(out, second);
        append_sign(out, whole.end);
        out.back().sign = ',';
        append(out, {other.denied ? event.first : event.at, whole.end});
        return out;
    }

    void append(std::vector<CompareToken>& out, TokenRun run) const {
        std::copy(tokens_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                  tokens_.begin() + static_cast<std::ptrdiff_t>(run.end), std::back_inserter(out));
    }
    /// A token at the place of token i that says nothing yet.
    void append_sign(std::vector<CompareToken>& out, std::size_t i) const {
        CompareToken token;
        token.span = tokens_[i].span;
        out.push_back(std::move(token));
    }

    SentenceNames names_;
};

}  // namespace

std::vector<CompareToken> without_ellipsis(std::string_view sentence, std::vector<CompareToken> tokens) {
    auto filled = EllipsisReader(sentence, tokens).run();
    return filled ? std::move(*filled) : std::move(tokens);
}

}  // namespace whereof::claim
