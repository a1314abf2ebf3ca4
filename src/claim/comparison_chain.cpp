// SPDX-License-Identifier: MIT
#include "claim/comparison_chain.hpp"

#include "claim/comparison_names.hpp"
#include "claim/comparison_words.hpp"

namespace whereof::claim {
namespace {

constexpr std::size_t kMostStatements = 6;

class ChainReader {
  public:
    explicit ChainReader(std::string_view sentence)
        : sentence_(sentence), tokens_(read_comparing_tokens(sentence)), names_(sentence_, tokens_) {}

    std::vector<ChainedStatement> run() {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < tokens_.size() && out_.size() + 2 < kMostStatements; ++i) {
            if (names_.is_term(i, "and") && compares(begin, i) && opens(i)) {
                add(begin, i);
                begin = i + 1;
            }
        }
        if (begin == 0) {
            return {};
        }
        add(begin, tokens_.size());
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool compares(std::size_t begin, std::size_t end) const {
        const std::size_t than = find_cue(tokens_, {begin, end}, kThan);
        return than != kNoToken && than + 1 < end && find_cue(tokens_, {begin, than}, kChange) != kNoToken;
    }

    /// Does a comparison of its own follow the "and": "and worse than", "and both were better than", "and C
    /// was better than"?
    [[nodiscard]] bool opens(std::size_t joint) const {
        std::size_t end = joint + 1;
        while (end < tokens_.size() && !tokens_[end].has(kThan) && !names_.is_term(end, "and")) {
            ++end;
        }
        if (end == tokens_.size() || !tokens_[end].has(kThan)) {
            return false;
        }
        const std::size_t change = find_cue(tokens_, {joint + 1, end}, kChange);
        const std::size_t verb = find_cue(tokens_, {joint + 1, end}, kVerb);
        return change != kNoToken && (change == joint + 1 || (verb != kNoToken && verb < change));
    }

    /// The subject of the first statement: up to its verb.
    [[nodiscard]] TokenRun subject() const {
        const std::size_t end = find_cue(tokens_, {0, tokens_.size()}, kVerb | kChange);
        return names_.trimmed({0, end == kNoToken ? 0 : end});
    }

    void add(std::size_t begin, std::size_t end) {
        ChainedStatement one;
        const bool both = names_.is_term(begin, "both");
        const std::size_t from = both ? begin + 1 : begin;
        if (from >= end) {
            return;
        }
        if (begin > 0 && (both || tokens_[from].has(kChange) || tokens_[from].has(kVerb))) {
            one.text = names_.text_of(subject());
            if (both) {
                const std::size_t than = find_cue(tokens_, {0, begin}, kThan);
                one.text += " and " + names_.text_of(names_.side_at(than + 1, begin));
            }
            one.text += " ";
        }
        one.prefix = one.text.size();
        one.offset = tokens_[from].span.begin;
        one.text += Span{one.offset, tokens_[end - 1].span.end}.of(sentence_);
        out_.push_back(std::move(one));
    }

    std::string_view sentence_;
    std::vector<CompareToken> tokens_;
    SentenceNames names_;
    std::vector<ChainedStatement> out_;
};

}  // namespace

std::vector<ChainedStatement> chained_statements(std::string_view sentence) {
    return ChainReader(sentence).run();
}

}  // namespace whereof::claim
