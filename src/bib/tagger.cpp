// SPDX-License-Identifier: MIT
#include "bib/tagger.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace whereof::bib {
namespace {

constexpr std::string_view kMagic = "WHEREOF-WEIGHTS-1\n";
constexpr std::size_t kHeader = 24 + 4 * 4;
constexpr float kForbidden = -1000.0F;

template <typename Number>
Number number_at(std::string_view bytes, std::size_t at) noexcept {
    Number out{};
    std::memcpy(&out, bytes.data() + at, sizeof out);
    return out;
}

bool is_identifier(Look look) noexcept {
    return look == Look::doi || look == Look::url || look == Look::identifier;
}

}  // namespace

bool may_follow(Label from, Label to) noexcept {
    const Label first = facts(to).first;
    return first == to || from == to || from == first;
}

Weights::Weights(std::string_view bytes) {
    assert(bytes.starts_with(kMagic));
    const auto rows = number_at<std::uint32_t>(bytes, 24);
    [[maybe_unused]] const auto labels = number_at<std::uint32_t>(bytes, 28);
    const auto tables = number_at<std::uint32_t>(bytes, 32);
    step_ = number_at<float>(bytes, 36);
    constexpr std::size_t kTable = kLabelCount * kLabelCount;
    assert(labels == kLabelCount && tables == Features::kJointCount);
    assert(bytes.size() == kHeader + 2 * tables * kTable + rows * (4 + kLabelCount));
    const auto read_tables = [&](std::size_t at, std::vector<Table>& plain, std::vector<Table>& exponential) {
        plain.resize(tables);
        exponential.resize(tables);
        for (std::size_t t = 0; t < tables; ++t) {
            for (std::size_t i = 0; i < kTable; ++i) {
                const auto from = i / kLabelCount;
                const auto to = i % kLabelCount;
                const bool may = may_follow(static_cast<Label>(from), static_cast<Label>(to));
                const float weight =
                    static_cast<float>(number_at<std::int8_t>(bytes, at + t * kTable + i)) * step_;
                plain[t][from][to] = may ? weight : kForbidden;
                exponential[t][from][to] = may ? std::exp(weight) : 0.0F;
            }
        }
    };
    read_tables(kHeader, into_, exp_into_);
    read_tables(kHeader + tables * kTable, out_of_, exp_out_of_);
    const std::size_t hashes = kHeader + 2 * tables * kTable;
    rows_ = reinterpret_cast<const std::int8_t*>(bytes.data() + hashes + 4 * std::size_t{rows});
    const std::size_t size = std::bit_ceil(std::size_t{rows} * 2 + 1);
    slots_.resize(size);
    mask_ = static_cast<std::uint32_t>(size - 1);
    for (std::uint32_t i = 0; i < rows; ++i) {
        const auto feature = number_at<std::uint32_t>(bytes, hashes + 4 * std::size_t{i});
        std::uint32_t at = feature & mask_;
        while (slots_[at].row != kNoRow) {
            at = (at + 1) & mask_;
        }
        slots_[at] = {feature, i};
    }
}

const Weights& Weights::embedded() {
    static const Weights weights(embedded_file("corpus/weights/parser.bin").bytes);
    return weights;
}

void Tagger::tag(std::span<const Token> tokens, const Features& features) {
    labels_.resize(tokens.size());
    probabilities_.resize(tokens.size());
    if (tokens.empty()) {
        return;
    }
    score(tokens, features);
    find_best(features);
    find_probabilities(features);
}

/// What each label of each token is worth by itself. Identifiers know theirs.
void Tagger::score(std::span<const Token> tokens, const Features& features) {
    scores_.resize(tokens.size());
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        std::array<std::int16_t, kLabelCount> sum{};
        for (const std::uint32_t feature : features.of(t)) {
            if (const std::int8_t* row = weights_->row(feature)) {
                for (std::size_t i = 0; i < kLabelCount; ++i) {
                    sum[i] = static_cast<std::int16_t>(sum[i] + row[i]);
                }
            }
        }
        const bool known = is_identifier(tokens[t].look);
        for (std::size_t i = 0; i < kLabelCount; ++i) {
            const bool is_id = static_cast<Label>(i) == Label::identifier;
            scores_[t][i] = known == is_id ? static_cast<float>(sum[i]) * weights_->step() : kForbidden;
        }
    }
    for (std::size_t i = 0; i < kLabelCount; ++i) {
        const auto label = static_cast<Label>(i);
        if (facts(label).first != label) {
            scores_[0][i] = kForbidden;
        }
    }
}

void Tagger::find_best(const Features& features) {
    const std::size_t count = scores_.size();
    came_from_.resize(count);
    Row best = scores_[0];
    for (std::size_t t = 1; t < count; ++t) {
        const auto& into = weights_->into(features.joint(t));
        const auto& out_of = weights_->out_of(features.joint(t - 1));
        Row next{};
        next.fill(-1e30F);
        std::array<std::int32_t, kLabelCount> source{};
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                const float value = best[from] + into[from][to] + out_of[from][to];
                const bool better = value > next[to];
                next[to] = better ? value : next[to];
                source[to] = better ? static_cast<std::int32_t>(from) : source[to];
            }
        }
        for (std::size_t to = 0; to < kLabelCount; ++to) {
            next[to] += scores_[t][to];
            came_from_[t][to] = static_cast<std::uint8_t>(source[to]);
        }
        best = next;
    }
    auto at = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
    for (std::size_t t = count; t-- > 0;) {
        labels_[t] = static_cast<Label>(at);
        at = came_from_[t][at];
    }
}

/// Forward-backward in plain numbers, each token's scaled to a sum of 1 so that nothing under- or overflows.
void Tagger::find_probabilities(const Features& features) {
    const std::size_t count = scores_.size();
    forward_.resize(count);
    const auto scale = [](Row& row) {
        float sum = 0;
        for (const float value : row) {
            sum += value;
        }
        const float factor = 1.0F / std::max(sum, 1e-30F);
        for (float& value : row) {
            value *= factor;
        }
    };
    for (std::size_t t = 0; t < count; ++t) {
        const float top = *std::ranges::max_element(scores_[t]);
        for (float& value : scores_[t]) {
            value = std::exp(std::max(value - top, -60.0F));  // from here on the factor, not the score
        }
        Row& here = forward_[t];
        here = scores_[t];
        if (t > 0) {
            const auto& into = weights_->exp_into(features.joint(t));
            const auto& out_of = weights_->exp_out_of(features.joint(t - 1));
            Row sum{};
            for (std::size_t from = 0; from < kLabelCount; ++from) {
                for (std::size_t to = 0; to < kLabelCount; ++to) {
                    sum[to] += forward_[t - 1][from] * into[from][to] * out_of[from][to];
                }
            }
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                here[to] *= sum[to];
            }
        }
        scale(here);
    }
    Row backward{};
    backward.fill(1.0F);
    for (std::size_t t = count; t-- > 0;) {
        Row belief = forward_[t];
        for (std::size_t i = 0; i < kLabelCount; ++i) {
            belief[i] *= backward[i];
        }
        scale(belief);
        probabilities_[t] = belief[static_cast<std::size_t>(labels_[t])];
        if (t == 0) {
            break;
        }
        const auto& into = weights_->exp_into(features.joint(t));
        const auto& out_of = weights_->exp_out_of(features.joint(t - 1));
        Row weighed{};
        for (std::size_t to = 0; to < kLabelCount; ++to) {
            weighed[to] = backward[to] * scores_[t][to];
        }
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            float sum = 0;
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                sum += weighed[to] * into[from][to] * out_of[from][to];
            }
            backward[from] = sum;
        }
        scale(backward);
    }
}

}  // namespace whereof::bib
