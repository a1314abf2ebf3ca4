// SPDX-License-Identifier: MIT
#include "bib/tagger.hpp"

#include "base/embedded.hpp"
#include "bib/lanes.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace whereof::bib {
namespace {

constexpr std::string_view kMagic = "WHEREOF-WEIGHTS-1\n";
constexpr std::size_t kHeader = 24 + 4 * 4;
constexpr float kForbidden = -1000.0F;
constexpr float kHopeless = 14.0F;      ///< behind the best: a factor of a million
constexpr float kNegligible = 1e-6F;
constexpr std::size_t kMostFeatures = 64;

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
    assert(rows < kRowMask * 4 / 5);
    slots_.resize(std::size_t{1} << kRowBits);
    filter_.resize(kFilterWords);
    for (std::uint32_t i = 0; i < rows; ++i) {
        const auto feature = number_at<std::uint32_t>(bytes, hashes + 4 * std::size_t{i});
        filter_[(feature >> 6U) & (kFilterWords - 1)] |= std::uint64_t{1} << (feature & 63U);
        std::uint32_t at = feature & kRowMask;
        while (slots_[at] != 0) {
            at = (at + 1) & kRowMask;
        }
        slots_[at] = (feature >> kRowBits << kRowBits) | (i + 1);
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
        // Four passes, so that the cache misses of one token's features overlap.
        std::array<std::uint32_t, kMostFeatures> found;
        std::array<const std::int8_t*, kMostFeatures> rows;
        std::size_t count = 0;
        for (const std::uint32_t feature : features.of(t)) {
            found[count] = feature;  // without a branch: the answer is a coin's toss
            count += weights_->may_have_row(feature) ? 1U : 0U;
        }
        for (std::size_t i = 0; i < count; ++i) {
            weights_->prefetch(found[i]);
        }
        std::size_t row_count = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::int8_t* row = weights_->row(found[i]);
            rows[row_count] = row;
            __builtin_prefetch(row);
            row_count += row != nullptr ? 1U : 0U;
        }
        std::array<Shorts, kLabelCount / 8> lanes{};
        for (std::size_t r = 0; r < row_count; ++r) {
            for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
                lanes[lane] += load_bytes(rows[r] + 8 * lane);
            }
        }
        std::array<std::int16_t, kLabelCount> sum{};
        std::memcpy(sum.data(), lanes.data(), sizeof sum);
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
        LaneRow next;
        next.fill(all(-1e30F));
        std::array<Ints, kLanes> source{};
        const float top = *std::ranges::max_element(best);
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            if (best[from] < top - kHopeless) {
                continue;
            }
            const auto number = static_cast<std::int32_t>(from);
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                const Floats value = all(best[from]) + load(&into[from][4 * lane]) + load(&out_of[from][4 * lane]);
                const Ints better = value > next[lane];
                next[lane] = better ? value : next[lane];
                source[lane] = better ? Ints{number, number, number, number} : source[lane];
            }
        }
        for (std::size_t to = 0; to < kLabelCount; ++to) {
            best[to] = next[to / 4][to % 4] + scores_[t][to];
            came_from_[t][to] = static_cast<std::uint8_t>(source[to / 4][to % 4]);
        }
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
            value = value < top - kHopeless ? 0.0F : std::exp(value - top);  // from here on the factor, not the score
        }
        Row& here = forward_[t];
        here = scores_[t];
        if (t > 0) {
            const auto& into = weights_->exp_into(features.joint(t));
            const auto& out_of = weights_->exp_out_of(features.joint(t - 1));
            LaneRow lanes{};
            for (std::size_t from = 0; from < kLabelCount; ++from) {
                if (forward_[t - 1][from] < kNegligible) {
                    continue;
                }
                for (std::size_t lane = 0; lane < kLanes; ++lane) {
                    lanes[lane] += all(forward_[t - 1][from]) * load(&into[from][4 * lane]) * load(&out_of[from][4 * lane]);
                }
            }
            Row sum;
            std::memcpy(sum.data(), lanes.data(), sizeof sum);
            float total = 0;
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                sum[to] *= here[to];
                total += sum[to];
            }
            here = total > 0 ? sum : here;  // nothing left can go on: begin again
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
            if (forward_[t - 1][from] < kNegligible) {
                backward[from] = 0;
                continue;
            }
            Floats lanes{};
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                lanes += load(&weighed[4 * lane]) * load(&into[from][4 * lane]) * load(&out_of[from][4 * lane]);
            }
            backward[from] = sum(lanes);
        }
        scale(backward);
    }
}

}  // namespace whereof::bib
