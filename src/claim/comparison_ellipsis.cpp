// SPDX-License-Identifier: MIT
#include "claim/comparison_ellipsis.hpp"

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::size_t kLongestSide = 8;  ///< tokens

/// "B did not" behind "whereas".
struct ShortStatement {
    TokenRun side;
    bool denied = false;
};

class EllipsisReader {
  public:
    EllipsisReader(std::string_view sentence, const std::vector<CompareToken>& tokens)
        : sentence_(sentence), tokens_(tokens), names_(sentence, tokens) {}

    std::optional<std::vector<CompareToken>> run() const {
        std::size_t begin = 0;
        for (std::size_t i = 1; i < tokens_.size(); ++i) {
            const bool joins = tokens_[i].has(kClause) || tokens_[i].sign == ';';
            const auto other = joins ? short_statement(i + 1) : std::nullopt;
            if (other) {
                return joined({begin, i}, *other);
            }
            begin = joins || tokens_[i].sign == '.' ? i + 1 : begin;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] std::string word(std::size_t i) const {
        return i < tokens_.size() ? text::ascii_lower(tokens_[i].span.of(sentence_)) : std::string();
    }
    [[nodiscard]] bool ends(std::size_t i) const { return i >= tokens_.size() || tokens_[i].sign != '\0'; }

    [[nodiscard]] std::optional<ShortStatement> short_statement(std::size_t from) const {
        std::size_t at = from;
        while (at < from + kLongestSide && !ends(at) &&
               !tokens_[at].has(kVerb | kChange | kSame | kDiffer | kThan | kClause | kNegation)) {
            ++at;
        }
        const std::string verb = word(at);
        if (at == from || !(verb == "did" || verb == "does" || verb == "do")) {
            return std::nullopt;
        }
        const bool denied = word(at + 1) == "not";
        return ends(at + (denied ? 2 : 1)) ? std::optional(ShortStatement{{from, at}, denied}) : std::nullopt;
    }

    /// The two as one statement; absent when they do not say the opposite of one another.
    [[nodiscard]] std::optional<std::vector<CompareToken>> joined(TokenRun whole,
                                                                  const ShortStatement& other) const {
        const auto events = find_events(tokens_, whole.begin, whole.end, {});
        if (events.empty() || find_cue(tokens_, whole, kThan) != kNoToken ||
            !tokens_[events.front().at].has(kChange) || (events.front().sign == 0) == other.denied) {
            return std::nullopt;
        }
        const CompareEvent& event = events.front();
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

    std::string_view sentence_;
    const std::vector<CompareToken>& tokens_;
    SentenceNames names_;
};

}  // namespace

std::vector<CompareToken> without_ellipsis(std::string_view sentence, std::vector<CompareToken> tokens) {
    auto filled = EllipsisReader(sentence, tokens).run();
    return filled ? std::move(*filled) : std::move(tokens);
}

}  // namespace whereof::claim
