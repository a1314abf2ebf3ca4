// SPDX-License-Identifier: MIT
// Trains the parser's weights: a conditional random field by stochastic gradient (AdaGrad) with a fixed seed.
//   train_parser --lexicon FILE --out FILE [--epochs N] [--rows N] [--leave K/N] [--limit N] [--rare N]
//   DATA.tsv...
// --leave K/N leaves out the documents of part K of N (cross-validation); --out is written as tagger.hpp
// says.
#include "bib/identifiers.hpp"
#include "bib/list_label.hpp"
#include "bib/tagger.hpp"
#include "training_data.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>
#include <random>
#include <stdexcept>
#include <unordered_map>

namespace {

using namespace whereof;
using bib::kLabelCount;
using bib::Label;

constexpr std::size_t kJoints = bib::Features::kJointCount;
constexpr float kRate = 0.12F;
constexpr float kDecay = 1e-6F;
constexpr float kSmallest = 2e-3F;  ///< gradients below it teach nothing
constexpr float kStep = 0.045F;     ///< of the int8 weights
constexpr std::uint32_t kNone = 0xFFFFFFFFU;

struct Options {
    std::string lexicon;
    std::string out;
    unsigned epochs = 4;
    std::size_t rows = 40000;  ///< of features to keep
    unsigned leave = 0;
    unsigned folds = 0;
    std::size_t limit = 0;
    unsigned rare = 3;  ///< features seen less often are dropped
    std::vector<std::string> data;
};

Options read_options(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        const auto value = [&] {
            if (++i >= argc) {
                throw std::runtime_error(name + " needs a value");
            }
            return std::string(argv[i]);
        };
        if (name == "--lexicon") {
            out.lexicon = value();
        } else if (name == "--out") {
            out.out = value();
        } else if (name == "--epochs") {
            out.epochs = static_cast<unsigned>(std::stoul(value()));
        } else if (name == "--rows") {
            out.rows = std::stoul(value());
        } else if (name == "--limit") {
            out.limit = std::stoul(value());
        } else if (name == "--rare") {
            out.rare = static_cast<unsigned>(std::stoul(value()));
        } else if (name == "--leave") {
            const std::string part = value();
            out.leave = static_cast<unsigned>(std::stoul(part));
            out.folds = static_cast<unsigned>(std::stoul(part.substr(part.find('/') + 1)));
        } else {
            out.data.push_back(name);
        }
    }
    return out;
}

struct Sequence {
    std::vector<std::uint32_t> rows;  ///< of all tokens, kNone for rare features
    std::vector<std::uint8_t> joints;
    std::vector<Label> labels;
    std::vector<bool> identifier;
};

using Row = std::array<float, kLabelCount>;

class Trainer {
  public:
    void load(const Options& options);
    void train(unsigned epochs, std::uint32_t seed);
    void prune(std::size_t rows);
    [[nodiscard]] std::string file() const;

  private:
    void learn(const Sequence& sequence);
    [[nodiscard]] float edge(const Sequence& s, std::size_t t, std::size_t from, std::size_t to) const {
        return bib::may_follow(static_cast<Label>(from), static_cast<Label>(to))
                   ? into_[s.joints[t]][from][to] + out_of_[s.joints[t - 1]][from][to]
                   : -1e9F;
    }
    static void step(float& weight, float& past, float gradient, float rate) {
        gradient += kDecay * weight;
        past += gradient * gradient;
        weight -= rate * gradient / std::sqrt(past);
    }

    std::vector<Sequence> data_;
    std::vector<std::uint32_t> features_;  ///< hash of each row
    std::vector<Row> weights_;
    std::vector<Row> past_;
    std::vector<bool> kept_;
    using Tables = std::vector<std::array<Row, kLabelCount>>;
    Tables into_{kJoints};
    Tables out_of_{kJoints};
    Tables exp_into_{kJoints};  ///< 0 where one label cannot follow the other
    Tables exp_out_of_{kJoints};
    Tables past_into_{kJoints};
    Tables past_out_of_{kJoints};
    std::vector<Row> scores_, alpha_, beta_;
    double loss_ = 0;
};

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + path);
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

void Trainer::load(const Options& options) {
    const std::string lexicon_bytes = read_file(options.lexicon);
    const bib::Lexicon lexicon(lexicon_bytes);
    std::unordered_map<std::uint32_t, std::uint32_t> times;
    std::vector<bib::Token> tokens;
    bib::Features features;
    std::uint32_t number = 0;
    for (const std::string& path : options.data) {
        auto rows = bench::read_labelled(path);
        if (options.limit > 0 && rows.size() > options.limit) {
            rows.resize(options.limit);
        }
        for (auto& row : rows) {
            if (options.folds > 0 && bench::fold_of(row.document, options.folds) == options.leave) {
                continue;
            }
            const auto label = bib::find_list_label(row.raw);
            for (auto& field : row.fields) {
                field.begin -= std::min(field.begin, label.size);
                field.end -= std::min(field.end, label.size);
            }
            const std::string raw = row.raw.substr(label.size);
            const auto identifiers = bib::find_identifiers(raw);
            bib::tokenize(raw, identifiers, tokens);
            if (tokens.empty() || tokens.size() > 400) {
                continue;
            }
            features.compute(tokens, lexicon, bib::mix(++number, 99U) | 1U);
            Sequence one;
            one.labels = bench::label_tokens(raw, tokens, row.fields);
            for (std::size_t t = 0; t < tokens.size(); ++t) {
                const auto values = features.of(t);
                one.rows.insert(one.rows.end(), values.begin(), values.end());
                one.joints.push_back(features.joint(t));
                one.identifier.push_back(one.labels[t] == Label::identifier);
                for (const std::uint32_t value : values) {
                    ++times[value];
                }
            }
            data_.push_back(std::move(one));
        }
    }
    std::vector<std::uint32_t> kept;
    for (const auto& [feature, count] : times) {
        if (count >= options.rare) {
            kept.push_back(feature);
        }
    }
    std::ranges::sort(kept);
    features_ = std::move(kept);
    for (auto& one : data_) {
        for (auto& feature : one.rows) {
            const auto at = std::ranges::lower_bound(features_, feature);
            feature = at != features_.end() && *at == feature
                          ? static_cast<std::uint32_t>(at - features_.begin())
                          : kNone;
        }
    }
    weights_.assign(features_.size(), Row{});
    past_.assign(features_.size(), Row{});
    for (auto& row : past_) {
        row.fill(1.0F);
    }
    for (auto* tables : {&past_into_, &past_out_of_}) {
        for (auto& table : *tables) {
            for (auto& row : table) {
                row.fill(1.0F);
            }
        }
    }
    for (std::size_t from = 0; from < kLabelCount; ++from) {
        for (std::size_t to = 0; to < kLabelCount; ++to) {
            const bool may = bib::may_follow(static_cast<Label>(from), static_cast<Label>(to));
            for (std::size_t joint = 0; joint < kJoints; ++joint) {
                exp_into_[joint][from][to] = may ? 1.0F : 0.0F;
                exp_out_of_[joint][from][to] = 1.0F;
            }
        }
    }
    kept_.assign(features_.size(), true);
    std::cerr << data_.size() << " references, " << features_.size() << " features of " << times.size()
              << "\n";
}

/// One step of gradient descent on the negative log likelihood of one reference's labels.
void Trainer::learn(const Sequence& s) {
    const std::size_t count = s.labels.size();
    const std::size_t width = s.rows.size() / count;
    scores_.assign(count, Row{});
    for (std::size_t t = 0; t < count; ++t) {
        for (std::size_t f = 0; f < width; ++f) {
            const std::uint32_t row = s.rows[t * width + f];
            if (row != kNone && kept_[row]) {
                for (std::size_t y = 0; y < kLabelCount; ++y) {
                    scores_[t][y] += weights_[row][y];
                }
            }
        }
        for (std::size_t y = 0; y < kLabelCount; ++y) {
            const auto label = static_cast<Label>(y);
            const bool wrong_kind = s.identifier[t] != (label == Label::identifier);
            const bool cannot_begin = t == 0 && bib::facts(label).first != label;
            if (wrong_kind || cannot_begin) {
                scores_[t][y] = -1e9F;
            }
        }
    }
    // Forward and backward in scaled plain numbers, the transitions' exponentials taken as they come.
    alpha_.assign(count, Row{});
    beta_.assign(count, Row{});
    static thread_local std::vector<std::array<Row, kLabelCount>> steps;
    steps.assign(count, {});
    const auto scale = [](Row& row) {
        const float sum = std::accumulate(row.begin(), row.end(), 0.0F);
        for (float& value : row) {
            value /= sum;
        }
        return sum;
    };
    double log_z = 0;
    for (std::size_t t = 0; t < count; ++t) {
        const float top = *std::ranges::max_element(scores_[t]);
        Row local;
        for (std::size_t y = 0; y < kLabelCount; ++y) {
            local[y] = std::exp(std::max(scores_[t][y] - top, -80.0F));
        }
        if (t == 0) {
            alpha_[t] = local;
        } else {
            for (std::size_t from = 0; from < kLabelCount; ++from) {
                for (std::size_t to = 0; to < kLabelCount; ++to) {
                    steps[t][from][to] =
                        exp_into_[s.joints[t]][from][to] * exp_out_of_[s.joints[t - 1]][from][to] * local[to];
                    alpha_[t][to] += alpha_[t - 1][from] * steps[t][from][to];
                }
            }
        }
        log_z += static_cast<double>(top) + std::log(static_cast<double>(scale(alpha_[t])));
    }
    beta_[count - 1].fill(1.0F);
    for (std::size_t t = count - 1; t-- > 0;) {
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                beta_[t][from] += steps[t + 1][from][to] * beta_[t + 1][to];
            }
        }
        scale(beta_[t]);
    }
    double gold = 0;
    for (std::size_t t = 0; t < count; ++t) {
        const auto y = static_cast<std::size_t>(s.labels[t]);
        gold += static_cast<double>(scores_[t][y]);
        if (t > 0) {
            gold += static_cast<double>(edge(s, t, static_cast<std::size_t>(s.labels[t - 1]), y));
        }
    }
    loss_ += log_z - gold;
    for (std::size_t t = 0; t < count; ++t) {
        Row gradient;
        for (std::size_t y = 0; y < kLabelCount; ++y) {
            gradient[y] = alpha_[t][y] * beta_[t][y];
        }
        scale(gradient);
        gradient[static_cast<std::size_t>(s.labels[t])] -= 1.0F;
        float largest = 0;
        for (const float value : gradient) {
            largest = std::max(largest, std::abs(value));
        }
        if (largest < kSmallest) {
            continue;
        }
        for (std::size_t f = 0; f < width; ++f) {
            const std::uint32_t row = s.rows[t * width + f];
            if (row != kNone && kept_[row]) {
                for (std::size_t y = 0; y < kLabelCount; ++y) {
                    step(weights_[row][y], past_[row][y], gradient[y], kRate);
                }
            }
        }
        if (t == 0) {
            continue;
        }
        float sum = 0;
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                steps[t][from][to] *= alpha_[t - 1][from] * beta_[t][to];
                sum += steps[t][from][to];
            }
        }
        for (std::size_t from = 0; from < kLabelCount; ++from) {
            for (std::size_t to = 0; to < kLabelCount; ++to) {
                float value = steps[t][from][to] / sum;
                if (from == static_cast<std::size_t>(s.labels[t - 1]) &&
                    to == static_cast<std::size_t>(s.labels[t])) {
                    value -= 1.0F;
                }
                if (std::abs(value) > kSmallest) {
                    const auto in = s.joints[t];
                    const auto out = s.joints[t - 1];
                    step(into_[in][from][to], past_into_[in][from][to], value, kRate);
                    step(out_of_[out][from][to], past_out_of_[out][from][to], value, kRate);
                    exp_into_[in][from][to] =
                        exp_into_[in][from][to] == 0 ? 0 : std::exp(into_[in][from][to]);
                    exp_out_of_[out][from][to] = std::exp(out_of_[out][from][to]);
                }
            }
        }
    }
}

void Trainer::train(unsigned epochs, std::uint32_t seed) {
    std::vector<std::uint32_t> order(data_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(seed);
    for (unsigned epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) {  // std::shuffle differs between libraries
            std::swap(order[i - 1], order[random() % i]);
        }
        loss_ = 0;
        const auto start = std::chrono::steady_clock::now();
        for (const std::uint32_t i : order) {
            learn(data_[i]);
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        std::cerr << "epoch " << epoch + 1 << ": loss per reference "
                  << loss_ / static_cast<double>(data_.size()) << ", " << took.count() << " s\n";
    }
}

/// Keeps the rows that say most.
void Trainer::prune(std::size_t rows) {
    std::vector<std::pair<float, std::uint32_t>> worth;
    for (std::uint32_t i = 0; i < weights_.size(); ++i) {
        float spread = 0;
        for (const float weight : weights_[i]) {
            spread += weight * weight;
        }
        worth.emplace_back(-spread, i);
    }
    std::ranges::sort(worth);
    for (std::size_t i = 0; i < worth.size(); ++i) {
        kept_[worth[i].second] = i < rows;
    }
}

std::string Trainer::file() const {
    std::string out("WHEREOF-WEIGHTS-1\n");
    out.resize(24, '\0');
    const auto append = [&out](auto value) {
        std::array<char, sizeof value> bytes{};
        std::memcpy(bytes.data(), &value, sizeof value);
        out.append(bytes.data(), bytes.size());
    };
    const auto small = [](float weight) {
        return static_cast<std::int8_t>(std::clamp(std::lround(weight / kStep), -127L, 127L));
    };
    append(static_cast<std::uint32_t>(std::ranges::count(kept_, true)));
    append(static_cast<std::uint32_t>(kLabelCount));
    append(static_cast<std::uint32_t>(kJoints));
    append(kStep);
    for (const auto* tables : {&into_, &out_of_}) {
        for (const auto& table : *tables) {
            for (const auto& row : table) {
                for (const float weight : row) {
                    append(small(weight));
                }
            }
        }
    }
    for (std::size_t i = 0; i < features_.size(); ++i) {
        if (kept_[i]) {
            append(features_[i]);
        }
    }
    for (std::size_t i = 0; i < features_.size(); ++i) {
        for (std::size_t y = 0; kept_[i] && y < kLabelCount; ++y) {
            append(small(weights_[i][y]));
        }
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const Options options = read_options(argc, argv);
        if (options.data.empty() || options.out.empty()) {
            std::cerr << "usage: train_parser --lexicon FILE --out FILE [--epochs N] [--rows N] [--leave "
                         "K/N] DATA.tsv...\n";
            return 2;
        }
        Trainer trainer;
        trainer.load(options);
        trainer.train(options.epochs, 1);
        trainer.prune(options.rows);
        trainer.train(1, 2);
        std::ofstream(options.out, std::ios::binary) << trainer.file();
    } catch (const std::exception& error) {
        std::cerr << "train_parser: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
