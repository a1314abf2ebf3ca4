// SPDX-License-Identifier: MIT
#pragma once

#include "bib/feature_places.hpp"
#include "bib/features.hpp"
#include "bib/labels.hpp"
#include "bib/lanes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// The weights of a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over hashed
/// features: one row of kLabelCount numbers for each feature that training kept, and tables of transitions
/// chosen by the looks of the two tokens.
///
/// The file: "WHEREOF-WEIGHTS-1\n" padded to 24 bytes; little-endian u32 rows, u32 labels, u32 tables, f32
/// step; two times tables * labels * labels i8 transitions [table][from][to]; the rows' hashes as u32,
/// sorted; the rows as i8. A weight is its i8 times step.
class Weights {
  public:
    /// `bytes` and `pilots`, which are find_pilots() of its features, must outlive it. Asserts that the bytes
    /// are such a file.
    Weights(std::string_view bytes, std::span<const std::uint16_t> pilots);

    /// A feature and its weights, half a cache line: finding the one brings the other along.
    struct alignas(32) Row {
        std::array<std::uint8_t, kLabelCount> weights;  ///< in steps, each raised by kRaised
        std::uint32_t feature = 0;
    };
    /// The only row that may be the feature's; it is when Row::feature says so. No search, so nothing for the
    /// processor to guess.
    [[nodiscard]] const Row& row_for(std::uint32_t feature) const noexcept {
        return rows_[places_.of(feature)];
    }
    [[nodiscard]] float step() const noexcept { return step_; }

    /// e to the power of -`steps`, for a score that is so many steps behind the best; 0 for a hopeless one.
    [[nodiscard]] float factor(int steps) const noexcept {
        return factors_[std::min(static_cast<std::size_t>(steps), factors_.size() - 1)];
    }

    static constexpr int kRaised = 128;

    /// What the right token of a pair says of the step between them, in steps and as exponentials.
    [[nodiscard]] const WholeTable& into(std::uint8_t joint) const noexcept { return into_[joint]; }
    [[nodiscard]] const TransitionTable& exp_into(std::uint8_t joint) const noexcept {
        return exp_into_[joint];
    }
    /// What the left token says.
    [[nodiscard]] const WholeTable& out_of(std::uint8_t joint) const noexcept { return out_of_[joint]; }
    [[nodiscard]] const TransitionTable& exp_out_of(std::uint8_t joint) const noexcept {
        return exp_out_of_[joint];
    }

    /// The weights in the binary.
    static const Weights& embedded();

  private:
    void place_rows(std::string_view hashes, std::string_view weights);

    FeaturePlaces places_;
    struct FreeRows {
        void operator()(Row* rows) const noexcept { std::free(rows); }
    };
    std::unique_ptr<Row[], FreeRows> rows_;
    std::vector<float> factors_;
    float step_ = 0;
    std::vector<WholeTable> into_;
    std::vector<WholeTable> out_of_;
    std::vector<TransitionTable> exp_into_;
    std::vector<TransitionTable> exp_out_of_;
};

/// The pilots of Weights::embedded().
std::span<const std::uint16_t> embedded_pilots() noexcept;

/// May `to` follow `from`? A field that has a first label begins with it, so runs of one field stay apart.
[[nodiscard]] bool may_follow(Label from, Label to) noexcept;

/// Labels the tokens of one text after another; keeps its buffers, so it is not for two threads.
class Tagger {
  public:
    explicit Tagger(const Weights& weights) : weights_(&weights) {}

    /// Finds each label's probability given the whole text (forward-backward) and the likeliest sequence of
    /// labels: those that are likelier than all others together at every token, else the best path
    /// (Viterbi). Linear in the tokens. The same on every machine: nothing depends on its vector unit.
    void tag(std::span<const Token> tokens, const Features& features);

    [[nodiscard]] std::span<const Label> labels() const noexcept { return labels_; }
    [[nodiscard]] std::span<const float> probabilities() const noexcept { return probabilities_; }

  private:
    /// Steps that each label of a token is worth by itself.
    using Scores = std::array<std::int16_t, kLabelCount>;

    void score(std::span<const Token> tokens, const Features& features);
    void take_factors();
    [[nodiscard]] bool find_sure_labels();
    void find_best(const Features& features);

    const Weights* weights_;
    std::vector<Scores> scores_;
    std::vector<Step> steps_;       ///< of the exponential tables
    std::vector<LaneRow> factors_;  ///< e to the power of the scores, the best being 1
    std::vector<LaneRow> beliefs_;  ///< forward sums, then probabilities
    std::vector<std::array<std::int32_t, kLabelCount>> came_from_;
    std::vector<Label> labels_;
    std::vector<float> probabilities_;
};

}  // namespace whereof::bib
