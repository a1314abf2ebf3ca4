// SPDX-License-Identifier: MIT
#include "bib/tagger.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <new>

#include <sys/mman.h>

/// Made when whereof is built, of corpus/weights/parser.bin by scripts/pack_tables.cpp.
extern "C" const std::uint16_t whereof_parser_pilots[];

namespace whereof::bib {
namespace {

constexpr std::string_view kMagic = "WHEREOF-WEIGHTS-1\n";
constexpr std::size_t kHeader = 24 + 4 * 4;
constexpr float kHopeless = 14.0F;       ///< behind the best: a factor of a million
constexpr std::int16_t kNever = -30000;  ///< steps: worse than any path has
/// A label with this share is the likeliest whatever its neighbours are.
constexpr float kSure = 0.5F;
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

Weights::Weights(std::string_view bytes, std::span<const std::uint16_t> pilots) {
    assert(bytes.starts_with(kMagic));
    const auto rows = number_at<std::uint32_t>(bytes, 24);
    [[maybe_unused]] const auto labels = number_at<std::uint32_t>(bytes, 28);
    const auto tables = number_at<std::uint32_t>(bytes, 32);
    step_ = number_at<float>(bytes, 36);
    constexpr std::size_t kTable = kLabelCount * kLabelCount;
    assert(labels == kLabelCount && tables == Features::kJointCount);
    assert(bytes.size() == kHeader + 2 * tables * kTable + rows * (4 + kLabelCount));
    std::array<float, 256> exponentials;
    for (int weight = -128; weight < 128; ++weight) {
        exponentials[static_cast<std::size_t>(weight + 128)] =
            static_cast<float>(std::exp(static_cast<double>(weight) * static_cast<double>(step_)));
    }
    const auto read_tables = [&](std::size_t at, std::vector<WholeTable>& whole,
                                 std::vector<TransitionTable>& exponential) {
        whole.resize(tables);
        exponential.resize(tables);
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                const bool may = may_follow(static_cast<Label>(from), static_cast<Label>(to));
                for (std::size_t t = 0; t < tables; ++t) {
                    const auto weight =
                        number_at<std::int8_t>(bytes, at + t * kTable + from * kLabelCount + to);
                    whole[t][from][to] = may ? weight : kNever;
                    exponential[t][from][to] =
                        may ? exponentials[static_cast<std::size_t>(weight + 128)] : 0.0F;
                }
            }
        }
    };
    read_tables(kHeader, into_, exp_into_);
    read_tables(kHeader + tables * kTable, out_of_, exp_out_of_);
    const std::size_t hashes = kHeader + 2 * tables * kTable;
    places_ = FeaturePlaces(rows, pilots);
    place_rows(bytes.substr(hashes, 4 * std::size_t{rows}), bytes.substr(hashes + 4 * std::size_t{rows}));
    for (int i = 0; static_cast<float>(i) * step_ < kHopeless; ++i) {
        factors_.push_back(
            static_cast<float>(std::exp(-static_cast<double>(i) * static_cast<double>(step_))));
    }
    factors_.push_back(0.0F);
}

void Weights::place_rows(std::string_view hashes, std::string_view weights) {
    // Looked at all over, all the time: one large page spares the processor the search for many small ones.
    constexpr std::size_t kLargePage = std::size_t{2} << 20U;
    const std::size_t size = (places_.count() * sizeof(Row) + kLargePage - 1) / kLargePage * kLargePage;
    rows_.reset(static_cast<Row*>(std::aligned_alloc(kLargePage, size)));
    if (rows_ == nullptr) {
        throw std::bad_alloc();
    }
    madvise(rows_.get(), size, MADV_HUGEPAGE);
    Row nothing;
    nothing.weights.fill(kRaised);
    std::uninitialized_fill_n(rows_.get(), places_.count(), nothing);
    for (std::size_t row = 0; row < hashes.size() / 4; ++row) {
        const auto feature = number_at<std::uint32_t>(hashes, 4 * row);
        Row& out = rows_[places_.of(feature)];
        out.feature = feature;
        std::array<std::int8_t, kLabelCount> plain;
        std::memcpy(plain.data(), weights.data() + row * kLabelCount, sizeof plain);
        std::ranges::transform(plain, out.weights.begin(), [](std::int8_t weight) {
            return static_cast<std::uint8_t>(weight + kRaised);
        });
    }
}

std::span<const std::uint16_t> embedded_pilots() noexcept {
    return {whereof_parser_pilots, FeaturePlaces::kBuckets};
}

const Weights& Weights::embedded() {
    static const Weights weights(embedded_file("corpus/weights/parser.bin").bytes, embedded_pilots());
    return weights;
}

void Tagger::tag(std::span<const Token> tokens, const Features& features) {
    labels_.resize(tokens.size());
    probabilities_.resize(tokens.size());
    if (tokens.empty()) {
        return;
    }
    score(tokens, features);
    take_factors();
    steps_.resize(tokens.size());
    for (std::size_t t = 1; t < tokens.size(); ++t) {
        steps_[t] = {&weights_->exp_out_of(features.joint(t - 1)), &weights_->exp_into(features.joint(t))};
    }
    beliefs_.resize(tokens.size());
    lanes().forward(steps_, factors_, beliefs_);
    lanes().backward(steps_, factors_, beliefs_);
    if (!find_sure_labels()) {
        find_best(features);
    }
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        probabilities_[t] = std::min(beliefs_[t].values[static_cast<std::size_t>(labels_[t])], 1.0F);
    }
}

namespace {

/// The rows that may be those of a token's features.
struct Found {
    std::array<const Weights::Row*, kMostFeatures> rows;

    /// Asks for their memory too: when the token's turn comes, it has arrived.
    void look_for(std::span<const std::uint32_t> features, const Weights& weights) noexcept {
        for (std::size_t i = 0; i < features.size(); ++i) {
            rows[i] = &weights.row_for(features[i]);
            __builtin_prefetch(rows[i]);
        }
    }
};

}  // namespace

/// What each label of each token is worth by itself. Identifiers know theirs.
void Tagger::score(std::span<const Token> tokens, const Features& features) {
    const Lanes& lane = lanes();
    scores_.resize(tokens.size());
    std::array<Found, 2> found;
    found[0].look_for(features.of(0), *weights_);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        if (t + 1 < tokens.size()) {
            found[(t + 1) % 2].look_for(features.of(t + 1), *weights_);
        }
        std::array<const std::uint8_t*, kMostFeatures> rows;
        std::size_t count = 0;
        const auto own = features.of(t);
        for (std::size_t i = 0; i < own.size(); ++i) {
            const Weights::Row& row = *found[t % 2].rows[i];
            rows[count] = row.weights.data();  // without a branch: the answer is hard to guess
            count += row.feature == own[i] ? 1U : 0U;
        }
        Scores& score = scores_[t];
        lane.add_rows(rows.data(), count, score.data());
        const auto raised = static_cast<int>(count) * Weights::kRaised;
        for (std::int16_t& value : score) {
            value = static_cast<std::int16_t>(value - raised);
        }
        constexpr auto kIdentifier = static_cast<std::size_t>(Label::identifier);
        const std::int16_t identifier = score[kIdentifier];
        if (is_identifier(tokens[t].look)) {
            score.fill(kNever);
            score[kIdentifier] = identifier;
        } else {
            score[kIdentifier] = kNever;
        }
    }
    for (std::size_t i = 0; i < kLabelCount; ++i) {
        const auto label = static_cast<Label>(i);
        if (facts(label).first != label) {
            scores_[0][i] = kNever;
        }
    }
}

void Tagger::take_factors() {
    factors_.resize(scores_.size());
    for (std::size_t t = 0; t < scores_.size(); ++t) {
        const Scores& score = scores_[t];
        std::int16_t top = score[0];
        for (const std::int16_t value : score) {
            top = std::max(top, value);
        }
        for (std::size_t i = 0; i < kLabelCount; ++i) {
            factors_[t].values[i] = weights_->factor(top - score[i]);
        }
    }
}

/// Takes the label that is likelier than all others together; false where a token has none, or where they
/// make no sequence.
bool Tagger::find_sure_labels() {
    for (std::size_t t = 0; t < beliefs_.size(); ++t) {
        const auto& belief = beliefs_[t].values;
        const auto best = std::ranges::find_if(belief, [](float share) { return share > kSure; });
        if (best == belief.end()) {
            return false;
        }
        labels_[t] = static_cast<Label>(best - belief.begin());
        if (t > 0 && !may_follow(labels_[t - 1], labels_[t])) {
            return false;
        }
    }
    return true;
}

void Tagger::find_best(const Features& features) {
    const Lanes& lane = lanes();
    const std::size_t count = scores_.size();
    came_from_.resize(count);
    std::array<std::int32_t, kLabelCount> best;
    std::array<std::int32_t, kLabelCount> next;
    std::ranges::copy(scores_[0], best.begin());
    for (std::size_t t = 1; t < count; ++t) {
        lane.best_step(best.data(), weights_->out_of(features.joint(t - 1)),
                       weights_->into(features.joint(t)), next.data(), came_from_[t].data());
        // What may not be stays hopeless, but does not add up without end.
        const std::int32_t top = *std::ranges::max_element(next);
        for (std::size_t label = 0; label < kLabelCount; ++label) {
            best[label] = std::max(next[label] - top, 4 * kNever) + scores_[t][label];
        }
    }
    auto at = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
    for (std::size_t t = count; t-- > 0;) {
        labels_[t] = static_cast<Label>(at);
        at = t > 0 ? static_cast<std::size_t>(came_from_[t][at]) : 0;
    }
}

}  // namespace whereof::bib
