// SPDX-License-Identifier: MIT
#include "claim/likeness.hpp"

#include "base/embedded.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>
#include <string>

namespace whereof::claim {
namespace {

constexpr std::size_t kMostWords = 120;  ///< of a sentence; longer ones are tables and lists
constexpr std::string_view kMagic = "WHEREOF-CLAIMS-1\n";

std::uint32_t hash_of(std::string_view kind, std::string_view first, std::string_view second = {}) noexcept {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    const auto add = [&](std::string_view part) {
        for (const char c : part) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        }
        hash = (hash ^ 0xFFU) * 16777619U;
    };
    add(kind);
    add(first);
    add(second);
    return hash;
}

/// The index terms of a sentence, numbers made one.
std::vector<std::string> words_of(std::string_view sentence) {
    std::vector<std::string> out;
    for (auto& [term, span] : text::read_terms(sentence.substr(0, 12 * kMostWords))) {
        out.push_back(text::is_ascii_digit(term[0]) ? std::string("#") : std::move(term));
        if (out.size() == kMostWords) {
            break;
        }
    }
    return out;
}

std::string_view word(const std::vector<std::string>& words, std::size_t i) {
    return i < words.size() ? std::string_view(words[i]) : std::string_view();
}

/// The weights: little-endian u32 rows, f32 step, four f32 transitions [from][to], then the rows' hashes as
/// u32, sorted, and the rows as i8. A weight is its i8 times step.
class Model {
  public:
    explicit Model(std::string_view bytes) {
        assert(bytes.starts_with(kMagic));
        bytes.remove_prefix(kMagic.size());
        std::uint32_t rows = 0;
        const auto take = [&](void* to, std::size_t size) {
            assert(bytes.size() >= size);
            std::memcpy(to, bytes.data(), size);
            bytes.remove_prefix(size);
        };
        take(&rows, sizeof rows);
        take(&step_, sizeof step_);
        take(transitions_.data(), sizeof transitions_);
        hashes_.resize(rows);
        weights_.resize(rows);
        take(hashes_.data(), rows * sizeof(std::uint32_t));
        take(weights_.data(), rows);
    }
    [[nodiscard]] double weight(std::uint32_t feature) const {
        const auto found = std::ranges::lower_bound(hashes_, feature);
        const bool known = found != hashes_.end() && *found == feature;
        return known ? static_cast<double>(step_) *
                           static_cast<double>(weights_[static_cast<std::size_t>(found - hashes_.begin())])
                     : 0.0;
    }
    [[nodiscard]] double transition(std::size_t from, std::size_t to) const {
        return static_cast<double>(transitions_[2 * from + to]);
    }
    static const Model& embedded() {
        static const Model model(embedded_file("corpus/weights/claims.bin").bytes);
        return model;
    }

  private:
    float step_ = 0;
    std::array<float, 4> transitions_{};
    std::vector<std::uint32_t> hashes_;
    std::vector<std::int8_t> weights_;
};

double log_of_sum(double a, double b) {
    const double most = std::max(a, b);
    return most + std::log1p(std::exp(std::min(a, b) - most));
}

/// The features of one sentence of a text.
class SentenceFeatures {
  public:
    /// Of sentence `i`; `words` are those of all.
    SentenceFeatures(const std::vector<std::vector<std::string>>& words, std::size_t i)
        : words_(words), i_(i), here_(words[i]) {}

    std::vector<std::uint32_t> run(std::string_view sentence) {
        add_place();
        add_words();
        add_neighbours();
        const auto numbers = std::ranges::count(here_, "#");
        add("numbers", std::to_string(std::min<std::ptrdiff_t>(numbers, 3)));
        const auto brackets = std::ranges::count(sentence, '(');
        add("brackets", std::to_string(std::min<std::ptrdiff_t>(brackets, 2)));
        add("percent", sentence.find('%') != std::string_view::npos ? "yes" : "no");
        std::ranges::sort(out_);
        out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
        return std::move(out_);
    }

  private:
    void add(std::string_view kind, std::string_view first, std::string_view second = {}) {
        out_.push_back(hash_of(kind, first, second));
    }
    [[nodiscard]] std::size_t behind() const { return words_.size() - 1 - i_; }  ///< sentences that follow

    void add_place() {
        add("always", "");
        add("behind", std::to_string(std::min<std::size_t>(behind(), 5)));
        add("before", std::to_string(std::min<std::size_t>(i_, 4)));
        add("fifth", std::to_string(5 * i_ / words_.size()));
        add("length", std::to_string(std::min<std::size_t>(here_.size() / 8, 5)));
    }

    void add_words() {
        const std::string_view place = behind() == 0 ? "last" : behind() <= 2 ? "late" : "early";
        add("starts", word(here_, 0));
        add("starts", word(here_, 0), word(here_, 1));
        for (std::size_t w = 0; w < here_.size(); ++w) {
            add("word", here_[w]);
            add("pair", here_[w], word(here_, w + 1));
            add(place, here_[w]);
            // Openings: "These results suggest", "Our findings", "Here we show".
            constexpr std::size_t kOpening = 6;
            if (w < kOpening) {
                add("opening", here_[w]);
                for (std::size_t after = w + 1; after < std::min(kOpening, here_.size()); ++after) {
                    add("opening", here_[w], here_[after]);
                }
            }
        }
    }

    void add_neighbours() {
        static const std::vector<std::string> kNone;
        const auto& next = i_ + 1 < words_.size() ? words_[i_ + 1] : kNone;
        const auto& previous = i_ > 0 ? words_[i_ - 1] : kNone;
        add("next", word(next, 0), word(next, 1));
        add("next", word(next, 0));
        add("previous", word(previous, 0), word(previous, 1));
        add("previous", word(previous, 0));
    }

    const std::vector<std::vector<std::string>>& words_;
    std::size_t i_;
    const std::vector<std::string>& here_;
    std::vector<std::uint32_t> out_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> likeness_features(std::span<const std::string_view> sentences) {
    std::vector<std::vector<std::string>> words;
    for (const std::string_view sentence : sentences) {
        words.push_back(words_of(sentence));
    }
    std::vector<std::vector<std::uint32_t>> out;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        out.push_back(SentenceFeatures(words, i).run(sentences[i]));
    }
    return out;
}

std::vector<double> likeness(std::span<const std::string_view> sentences) {
    const Model& model = Model::embedded();
    const auto features = likeness_features(sentences);
    const std::size_t count = sentences.size();
    // Forward and backward sums in logarithms; the other label scores 0 at each sentence.
    std::vector<std::array<double, 2>> forward(count);
    std::vector<std::array<double, 2>> backward(count, {0.0, 0.0});
    std::vector<double> own(count, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        for (const std::uint32_t feature : features[i]) {
            own[i] += model.weight(feature);
        }
        for (std::size_t to = 0; to < 2; ++to) {
            const double score = to == 1 ? own[i] : 0.0;
            forward[i][to] = score + (i == 0 ? 0.0
                                             : log_of_sum(forward[i - 1][0] + model.transition(0, to),
                                                          forward[i - 1][1] + model.transition(1, to)));
        }
    }
    for (std::size_t i = count; i-- > 1;) {
        for (std::size_t from = 0; from < 2; ++from) {
            backward[i - 1][from] = log_of_sum(backward[i][0] + model.transition(from, 0),
                                               backward[i][1] + own[i] + model.transition(from, 1));
        }
    }
    std::vector<double> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double yes = forward[i][1] + backward[i][1];
        const double no = forward[i][0] + backward[i][0];
        out[i] = 1.0 / (1.0 + std::exp(no - yes));
    }
    return out;
}

}  // namespace whereof::claim
