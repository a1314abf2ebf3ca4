// SPDX-License-Identifier: MIT
#include "bib/tagger.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace whereof::bib {
namespace {

constexpr std::string_view kMagic = "WHEREOF-WEIGHTS-1\n";
constexpr std::size_t kHeader = 24 + 4 * 4;
constexpr float kForbidden = -1000.0F;
constexpr float kHopeless = 14.0F;  ///< behind the best: a factor of a million
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
    rows_.resize(std::size_t{rows} * kLabelCount);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto weight = number_at<std::int8_t>(bytes, hashes + 4 * std::size_t{rows} + i);
        rows_[i] = static_cast<std::uint8_t>(weight + kRaised);
    }
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
        std::array<const std::uint8_t*, kMostFeatures> rows;
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
            const std::uint8_t* row = weights_->row(found[i]);
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
        std::array<std::int16_t, kLabelCount> sum;
        std::memcpy(sum.data(), lanes.data(), sizeof sum);
        const int raised = static_cast<int>(row_count) * Weights::kRaised;
        const bool known = is_identifier(tokens[t].look);
        std::array<float, kLabelCount> score;
        for (std::size_t i = 0; i < kLabelCount; ++i) {
            score[i] = known ? kForbidden : static_cast<float>(sum[i] - raised) * weights_->step();
        }
        constexpr auto kIdentifier = static_cast<std::size_t>(Label::identifier);
        score[kIdentifier] =
            known ? static_cast<float>(sum[kIdentifier] - raised) * weights_->step() : kForbidden;
        std::memcpy(&scores_[t], score.data(), sizeof score);
    }
    for (std::size_t i = 0; i < kLabelCount; ++i) {
        const auto label = static_cast<Label>(i);
        if (facts(label).first != label) {
            scores_[0][i / 4][i % 4] = kForbidden;
        }
    }
}

void Tagger::find_best(const Features& features) {
    const std::size_t count = scores_.size();
    came_from_.resize(count);
    LaneRow best = scores_[0];
    for (std::size_t t = 1; t < count; ++t) {
        const auto& into = weights_->into(features.joint(t));
        const auto& out_of = weights_->out_of(features.joint(t - 1));
        LaneRow next;
        next.fill(all(-1e30F));
        auto& source = came_from_[t];
        const float hopeless = largest(best) - kHopeless;
        const auto values = plain(best);
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            const float here = values[from];
            if (here < hopeless) {
                continue;
            }
            const auto number = static_cast<std::int32_t>(from);
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                const Floats value = all(here) + load(&into[from][4 * lane]) + load(&out_of[from][4 * lane]);
                const Ints better = value > next[lane];
                next[lane] = better ? value : next[lane];
                source[lane] = better ? Ints{number, number, number, number} : source[lane];
            }
        }
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            best[lane] = next[lane] + scores_[t][lane];
        }
    }
    std::size_t at = 0;
    for (std::size_t i = 1; i < kLabelCount; ++i) {
        at = best[i / 4][i % 4] > best[at / 4][at % 4] ? i : at;
    }
    for (std::size_t t = count; t-- > 0;) {
        labels_[t] = static_cast<Label>(at);
        at = t > 0 ? static_cast<std::size_t>(came_from_[t][at / 4][at % 4]) : 0;
    }
}

namespace {

/// The exponentials of scores, as factors of the best one's; 0 for those that are hopeless.
void take_exponentials(LaneRow& row) {
    const float top = largest(row);
    std::array<float, kLabelCount> values;
    std::memcpy(values.data(), row.data(), sizeof values);
    for (float& value : values) {
        value = value < top - kHopeless ? 0.0F : std::exp(value - top);
    }
    std::memcpy(row.data(), values.data(), sizeof values);
}

}  // namespace

/// Forward-backward in plain numbers, each token's scaled to a sum of 1 so that nothing under- or overflows.
/// Turns scores_ into factors.
void Tagger::find_probabilities(const Features& features) {
    const std::size_t count = scores_.size();
    forward_.resize(count);
    for (std::size_t t = 0; t < count; ++t) {
        take_exponentials(scores_[t]);
        LaneRow& here = forward_[t];
        here = scores_[t];
        if (t > 0) {
            const auto& into = weights_->exp_into(features.joint(t));
            const auto& out_of = weights_->exp_out_of(features.joint(t - 1));
            LaneRow reached{};
            const auto before = plain(forward_[t - 1]);
            for (std::size_t from = 0; from < kLabelCount; ++from) {
                if (before[from] < kNegligible) {
                    continue;
                }
                for (std::size_t lane = 0; lane < kLanes; ++lane) {
                    reached[lane] +=
                        all(before[from]) * load(&into[from][4 * lane]) * load(&out_of[from][4 * lane]);
                }
            }
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                reached[lane] *= here[lane];
            }
            here = largest(reached) > 0 ? reached : here;  // nothing left can go on: begin again
        }
        scale(here);
    }
    LaneRow backward;
    backward.fill(all(1.0F));
    for (std::size_t t = count; t-- > 0;) {
        LaneRow belief = forward_[t];
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            belief[lane] *= backward[lane];
        }
        scale(belief);
        const auto label = static_cast<std::size_t>(labels_[t]);
        probabilities_[t] = std::min(belief[label / 4][label % 4], 1.0F);
        if (t == 0) {
            break;
        }
        const auto& into = weights_->exp_into(features.joint(t));
        const auto& out_of = weights_->exp_out_of(features.joint(t - 1));
        LaneRow weighed;
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            weighed[lane] = backward[lane] * scores_[t][lane];
        }
        std::array<float, kLabelCount> next{};
        const auto before = plain(forward_[t - 1]);
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            if (before[from] < kNegligible) {
                continue;
            }
            Floats lanes{};
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                lanes += weighed[lane] * load(&into[from][4 * lane]) * load(&out_of[from][4 * lane]);
            }
            next[from] = sum(lanes);
        }
        std::memcpy(backward.data(), next.data(), sizeof next);
        scale(backward);
    }
}

}  // namespace whereof::bib
