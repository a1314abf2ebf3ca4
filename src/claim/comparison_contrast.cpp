// SPDX-License-Identifier: MIT
#include "claim/comparison_contrast.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace whereof::claim {
namespace {

constexpr std::size_t kLongestExcluded = 6;  ///< tokens of a name behind "not"

bool ends_sentence(const CompareToken& token) { return token.sign == ';' || token.sign == '.'; }

class ExclusionReader {
  public:
    ExclusionReader(std::string_view sentence, std::vector<CompareToken>& tokens)
        : sentence_(sentence), tokens_(tokens) {}

    void run() {
        bool named_only = true;  // nothing is told yet
        std::size_t begin = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (ends_sentence(tokens_[i]) || (tokens_[i].has(kClause) && !is(i, "but"))) {
                begin = i + 1;
                named_only = true;
                continue;
            }
            if (named_only && tokens_[i].has(kNegation) && is(i, "not")) {
                mark(i, begin);
            }
            named_only = named_only && !tokens_[i].has(kTelling);
        }
    }

  private:
    static constexpr std::uint32_t kTelling = kVerb | kChange | kSame | kDiffer | kInsignificant;

    [[nodiscard]] bool is(std::size_t i, std::string_view word) const {
        return i < tokens_.size() && text::ascii_lower(tokens_[i].span.of(sentence_)) == word;
    }

    /// Past the name behind the "not"; `from` when there is none.
    [[nodiscard]] std::size_t past_name(std::size_t from) const {
        std::size_t at = from;
        while (at < std::min(tokens_.size(), from + kLongestExcluded) && tokens_[at].sign == '\0' &&
               !tokens_[at].has(kTelling | kClause | kThan | kHedge | kSignificant | kStop | kPlace)) {
            ++at;
        }
        return at;
    }

    void mark(std::size_t i, std::size_t begin) {
        const std::size_t end = past_name(i + 1);
        if (end == i + 1 || end >= tokens_.size()) {
            return;
        }
        const bool opens = i == begin;
        const bool joined = i > begin && (is(i - 1, "but") || is(i - 1, "and"));
        const bool goes_on = tokens_[end].sign == ',' || tokens_[end].has(kVerb | kChange);
        if (opens ? !is(end, "but") : !(goes_on && (joined || tokens_[i - 1].sign == ','))) {
            return;
        }
        tokens_[i].cues = kThan | kContrast;
        tokens_[i].term.clear();
        if (opens || joined) {
            CompareToken& joint = tokens_[opens ? end : i - 1];
            joint.cues = 0;
            joint.term.clear();
            joint.sign = ',';
        }
    }

    std::string_view sentence_;
    std::vector<CompareToken>& tokens_;
};

/// A "than" with a name behind it: no count, no time.
bool links(const std::vector<CompareToken>& tokens, std::size_t i) {
    if (!tokens[i].has(kThan) || tokens[i].has(kContrast) || i + 1 >= tokens.size()) {
        return false;
    }
    const bool before = tokens[i + 1].has(kBefore) || (i + 2 < tokens.size() && tokens[i + 2].has(kBefore));
    return !before && !tokens[i + 1].is_number && tokens[i + 1].sign == '\0';
}

}  // namespace

void mark_exclusions(std::string_view sentence, std::vector<CompareToken>& tokens) {
    ExclusionReader(sentence, tokens).run();
}

std::vector<CompareToken> without_contrasts(const std::vector<CompareToken>& tokens) {
    std::vector<CompareToken> out;
    for (std::size_t begin = 0; begin < tokens.size();) {
        std::size_t end = begin;
        bool linked = false;
        while (end < tokens.size() && !ends_sentence(tokens[end])) {
            linked = linked || links(tokens, end);
            ++end;
        }
        end = std::min(end + 1, tokens.size());
        bool passed = false;
        for (std::size_t i = begin; i < end; ++i) {
            passed = passed || (linked && tokens[i].has(kContrast));
            if (!passed) {
                out.push_back(tokens[i]);
            } else if (tokens[i].sign == ',' || tokens[i].has(kVerb | kChange) || i + 1 == end) {
                passed = false;
                if (tokens[i].sign != ',') {
                    out.push_back(tokens[i]);
                } else if (!out.empty() && out.back().sign == ',') {
                    out.pop_back();  // "A, unlike B, was"
                }
            }
        }
        begin = end;
    }
    return out;
}

}  // namespace whereof::claim
