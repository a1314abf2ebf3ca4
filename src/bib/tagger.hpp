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
        for (std::uint32_t at = feature & kRowMask; slots_[at] != 0; at = (at + 1) & kRowMask) {
            if (slots_[at] >> kRowBits == feature >> kRowBits) {
                return rows_ + std::size_t{(slots_[at] & kRowMask) - 1} * kLabelCount;
            }
        }
        return nullptr;
    }
    /// False for most features without a row; a look at 128 kB that stay in the cache.
    [[nodiscard]] bool may_have_row(std::uint32_t feature) const noexcept {
        return ((filter_[(feature >> 6U) & (kFilterWords - 1)] >> (feature & 63U)) & 1U) != 0;
    }
    /// Asks for the memory that row() will read.
    void prefetch(std::uint32_t feature) const noexcept { __builtin_prefetch(&slots_[feature & kRowMask]); }
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
    /// A slot is the upper 15 bits of a feature and its row's number from 1; 0 is an empty slot. The lower 17 bits
    /// are where the slot stands, so the table is half a megabyte and nearly always cached.
    static constexpr std::uint32_t kRowBits = 17;
    static constexpr std::uint32_t kRowMask = (1U << kRowBits) - 1;
    static constexpr std::size_t kFilterWords = std::size_t{1} << 14U;
    std::vector<std::uint32_t> slots_;
    std::vector<std::uint64_t> filter_;  ///< a bit for the low 20 bits of each feature that has a row
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
