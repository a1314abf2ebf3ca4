// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "bib/cues.hpp"
#include "bib/labels.hpp"
#include "bib/tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// Neighbouring tokens with one label.
struct Run {
    Label label{};  ///< its first label
    std::size_t begin = 0;
    std::size_t end = 0;
    float sum = 0;    ///< of the probabilities
    float least = 1;  ///< of the words' and numbers'
    bool used = false;
};

/// A reference's runs in order, and what is asked of them.
class Runs {
  public:
    Runs(std::span<const Token> tokens, std::span<const Label> labels, std::span<const float> probabilities);

    [[nodiscard]] std::vector<Run>& all() noexcept { return runs_; }
    [[nodiscard]] const std::vector<Run>& all() const noexcept { return runs_; }
    [[nodiscard]] std::span<const Token> tokens_of(const Run& run) const noexcept {
        return tokens_.subspan(run.begin, run.end - run.begin);
    }
    /// From the first token's first byte to the last one's last.
    [[nodiscard]] Span whole(const Run& run) const noexcept {
        return {tokens_[run.begin].span.begin, tokens_[run.end - 1].span.end};
    }
    /// The unused run of that label that the tagger is surest of, nullptr when there is none.
    [[nodiscard]] Run* best(Label label) noexcept;
    [[nodiscard]] bool has(Label label) const noexcept {
        return std::ranges::any_of(runs_, [label](const Run& run) { return run.label == label; });
    }
    [[nodiscard]] bool has_cue(const Run& run, Cue cue) const noexcept {
        return std::ranges::any_of(tokens_of(run), [cue](const Token& token) {
            return token.cue == static_cast<std::uint8_t>(cue);
        });
    }
    /// "In: Smith (ed.), Handbook": does a word say that the work stands in another one?
    [[nodiscard]] bool says_in() const noexcept;
    /// The words of `raw` that stand neither in the title nor among the names.
    [[nodiscard]] std::string beside_title(std::string_view raw) const;
    /// What no field took and what says more than which field comes next: stretches from the first such run
    /// to the last of a row, with what announces between them, in order.
    struct Stretch {
        Span span;
        float least = 1;
    };
    [[nodiscard]] std::vector<Stretch> left_over() const;

  private:
    [[nodiscard]] bool is_left(const Run& run) const noexcept;

    std::span<const Token> tokens_;
    std::vector<Run> runs_;
};

[[nodiscard]] bool is_mark(const Token& token) noexcept;

}  // namespace whereof::bib
