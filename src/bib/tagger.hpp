// SPDX-License-Identifier: MIT
#pragma once

#include "bib/features.hpp"
#include "bib/labels.hpp"

#include <array>
#include <cstdint>
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
    /// `bytes` must outlive it. Asserts that they are such a file.
    explicit Weights(std::string_view bytes);

    /// kLabelCount numbers, or nullptr for a feature without a row.
    [[nodiscard]] const std::int8_t* row(std::uint32_t feature) const noexcept {
        for (std::uint32_t at = feature & mask_; slots_[at].row != kNoRow; at = (at + 1) & mask_) {
            if (slots_[at].feature == feature) {
                return rows_ + std::size_t{slots_[at].row} * kLabelCount;
            }
        }
        return nullptr;
    }
    [[nodiscard]] float step() const noexcept { return step_; }

    using Table = std::array<std::array<float, kLabelCount>, kLabelCount>;  ///< [from][to]
    /// What the right token of a pair says of the step between them, and its exponential.
    [[nodiscard]] const Table& into(std::uint8_t joint) const noexcept { return into_[joint]; }
    [[nodiscard]] const Table& exp_into(std::uint8_t joint) const noexcept { return exp_into_[joint]; }
    /// What the left token says.
    [[nodiscard]] const Table& out_of(std::uint8_t joint) const noexcept { return out_of_[joint]; }
    [[nodiscard]] const Table& exp_out_of(std::uint8_t joint) const noexcept { return exp_out_of_[joint]; }

    /// The weights in the binary.
    static const Weights& embedded();

  private:
    static constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;
    struct Slot {
        std::uint32_t feature = 0;
        std::uint32_t row = kNoRow;
    };
    std::vector<Slot> slots_;
    std::uint32_t mask_ = 0;
    const std::int8_t* rows_ = nullptr;
    float step_ = 0;
    std::vector<Table> into_;
    std::vector<Table> exp_into_;
    std::vector<Table> out_of_;
    std::vector<Table> exp_out_of_;
};

/// May `to` follow `from`? A field that has a first label begins with it, so runs of one field stay apart.
[[nodiscard]] bool may_follow(Label from, Label to) noexcept;

/// Labels the tokens of one text after another; keeps its buffers, so it is not for two threads.
class Tagger {
  public:
    explicit Tagger(const Weights& weights) : weights_(&weights) {}

    /// Finds the likeliest labels (Viterbi) and each label's probability given the whole text
    /// (forward-backward). Linear in the tokens.
    void tag(std::span<const Token> tokens, const Features& features);

    [[nodiscard]] std::span<const Label> labels() const noexcept { return labels_; }
    [[nodiscard]] std::span<const float> probabilities() const noexcept { return probabilities_; }

  private:
    using Row = std::array<float, kLabelCount>;
    void score(std::span<const Token> tokens, const Features& features);
    void find_best(const Features& features);
    void find_probabilities(const Features& features);

    const Weights* weights_;
    std::vector<Row> scores_;
    std::vector<Row> forward_;
    std::vector<std::array<std::uint8_t, kLabelCount>> came_from_;
    std::vector<Label> labels_;
    std::vector<float> probabilities_;
};

}  // namespace whereof::bib
