// SPDX-License-Identifier: MIT
// Trains the weights of claim/likeness, and measures them.
//
//   train_claims train TRAIN.json.gz WEIGHTS.bin [regularisation=R] [epochs=N] [least=W]
//   train_claims measure LABELLED.json.gz          precision, recall and F1 of the weights in the binary
//
// A line is an abstract {"sentences":[...],"labels":["0","1",...]}. Training maximises the likelihood of a
// linear-chain conditional random field with a quadratic penalty, by AdaGrad; cross-validation over five
// folds is printed first, then the weights are learnt from all.
#include "base/io.hpp"
#include "claim/likeness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;

struct Abstract {
    std::vector<std::string> sentences;
    std::vector<int> labels;
    std::vector<std::vector<std::uint32_t>> features;
};

std::vector<Abstract> read_abstracts(const std::filesystem::path& path) {
    std::vector<Abstract> out;
    const auto source = open_source(path);
    LineReader lines(*source);
    std::string_view line;
    while (lines.next(line)) {
        const auto json = nlohmann::json::parse(line);
        Abstract one;
        one.sentences = json["sentences"].get<std::vector<std::string>>();
        for (const auto& label : json["labels"]) {
            one.labels.push_back(label.get<std::string>() == "1" ? 1 : 0);
        }
        const std::vector<std::string_view> views(one.sentences.begin(), one.sentences.end());
        one.features = claim::likeness_features(views);
        out.push_back(std::move(one));
    }
    return out;
}

struct Settings {
    double regularisation = 0.1;
    double epochs = 8;
    double least = 0.02;  ///< smaller weights are left out
};

/// A weight with the sum of its squared gradients.
struct Weight {
    double value = 0;
    double squares = 0;
    double sum = 0;  ///< of the values after each epoch
    void move(double gradient) {
        constexpr double kRate = 0.2;
        squares += gradient * gradient;
        value -= kRate * gradient / std::sqrt(squares + 0.1);
    }
};

class Field {
  public:
    void learn(const std::vector<const Abstract*>& abstracts, const Settings& settings) {
        std::vector<std::size_t> order(abstracts.size());
        std::iota(order.begin(), order.end(), 0U);
        std::uint32_t state = 12345;
        const double decay = settings.regularisation / static_cast<double>(abstracts.size());
        for (int epoch = 0; epoch < static_cast<int>(settings.epochs); ++epoch) {
            for (std::size_t i = order.size(); i-- > 1;) {  // Fisher-Yates with a fixed generator
                state = state * 1664525U + 1013904223U;
                std::swap(order[i], order[(state >> 8U) % (i + 1)]);
            }
            for (const std::size_t i : order) {
                step(*abstracts[i], decay);
            }
            for (auto& [feature, weight] : weights_) {
                weight.sum += weight.value;
            }
            for (Weight& weight : transitions_) {
                weight.sum += weight.value;
            }
        }
        // The average over the epochs is steadier than the last of them.
        for (auto& [feature, weight] : weights_) {
            weight.value = weight.sum / settings.epochs;
        }
        for (Weight& weight : transitions_) {
            weight.value = weight.sum / settings.epochs;
        }
    }

    /// The probability of the second label at each sentence; `pairs` of labels at each two, where asked.
    std::vector<double> marginals(const Abstract& abstract,
                                  std::vector<std::array<double, 4>>* pairs = nullptr) const {
        const std::size_t count = abstract.labels.size();
        std::vector<double> own(count, 0.0);
        std::vector<std::array<double, 2>> forward(count);
        std::vector<std::array<double, 2>> backward(count, {1.0, 1.0});
        for (std::size_t i = 0; i < count; ++i) {
            for (const std::uint32_t feature : abstract.features[i]) {
                const auto found = weights_.find(feature);
                own[i] += found != weights_.end() ? found->second.value : 0.0;
            }
            own[i] = std::exp(std::clamp(own[i], -30.0, 30.0));
        }
        const auto edge = [&](std::size_t from, std::size_t to) {
            return std::exp(transitions_[2 * from + to].value);
        };
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t to = 0; to < 2; ++to) {
                const double before =
                    i == 0 ? 1.0 : forward[i - 1][0] * edge(0, to) + forward[i - 1][1] * edge(1, to);
                forward[i][to] = before * (to == 1 ? own[i] : 1.0);
            }
            const double sum = forward[i][0] + forward[i][1];
            forward[i] = {forward[i][0] / sum, forward[i][1] / sum};
        }
        for (std::size_t i = count; i-- > 1;) {
            for (std::size_t from = 0; from < 2; ++from) {
                backward[i - 1][from] =
                    backward[i][0] * edge(from, 0) + backward[i][1] * own[i] * edge(from, 1);
            }
            const double sum = backward[i - 1][0] + backward[i - 1][1];
            backward[i - 1] = {backward[i - 1][0] / sum, backward[i - 1][1] / sum};
        }
        std::vector<double> out(count);
        for (std::size_t i = 0; i < count; ++i) {
            const double yes = forward[i][1] * backward[i][1];
            out[i] = yes / (yes + forward[i][0] * backward[i][0]);
            if (pairs != nullptr && i > 0) {
                std::array<double, 4> both{};
                double sum = 0;
                for (std::size_t k = 0; k < 4; ++k) {
                    both[k] = forward[i - 1][k / 2] * edge(k / 2, k % 2) * (k % 2 == 1 ? own[i] : 1.0) *
                              backward[i][k % 2];
                    sum += both[k];
                }
                for (double& one : both) {
                    one /= sum;
                }
                pairs->push_back(both);
            }
        }
        return out;
    }

    void write(const std::filesystem::path& path, double least) const {
        std::map<std::uint32_t, double> kept;
        double most = 0;
        for (const auto& [feature, weight] : weights_) {
            if (std::abs(weight.value) >= least) {
                kept[feature] = weight.value;
                most = std::max(most, std::abs(weight.value));
            }
        }
        std::ofstream out(path, std::ios::binary);
        const auto put = [&](const auto& value) {
            out.write(reinterpret_cast<const char*>(&value), sizeof value);
        };
        out << "WHEREOF-CLAIMS-1\n";
        const auto step = static_cast<float>(most / 127.0);
        put(static_cast<std::uint32_t>(kept.size()));
        put(step);
        for (const Weight& weight : transitions_) {
            put(static_cast<float>(weight.value));
        }
        for (const auto& [feature, value] : kept) {
            put(feature);
        }
        for (const auto& [feature, value] : kept) {
            put(static_cast<std::int8_t>(std::lround(value / static_cast<double>(step))));
        }
        fmt::print("{} of {} weights kept\n", kept.size(), weights_.size());
    }

  private:
    void step(const Abstract& abstract, double decay) {
        std::vector<std::array<double, 4>> pairs;
        const auto expected = marginals(abstract, &pairs);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const double error = expected[i] - abstract.labels[i];
            for (const std::uint32_t feature : abstract.features[i]) {
                Weight& weight = weights_[feature];
                weight.move(error + decay * weight.value);
            }
        }
        for (std::size_t i = 1; i < expected.size(); ++i) {
            const auto right = static_cast<std::size_t>(2 * abstract.labels[i - 1] + abstract.labels[i]);
            for (std::size_t k = 0; k < 4; ++k) {
                transitions_[k].move(pairs[i - 1][k] - (k == right ? 1.0 : 0.0) +
                                     decay * transitions_[k].value);
            }
        }
    }

    std::unordered_map<std::uint32_t, Weight> weights_;
    std::array<Weight, 4> transitions_;
};

struct Scores {
    std::vector<double> likeness;
    std::vector<int> labels;

    void add(const std::vector<double>& some, const Abstract& abstract) {
        likeness.insert(likeness.end(), some.begin(), some.end());
        labels.insert(labels.end(), abstract.labels.begin(), abstract.labels.end());
    }
    void print(double least) const {
        double right = 0;
        double said = 0;
        double gold = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            gold += labels[i];
            said += likeness[i] >= least ? 1 : 0;
            right += likeness[i] >= least && labels[i] == 1 ? 1 : 0;
        }
        fmt::print("claims from likeness {:.2f}: precision {:.3f}, recall {:.3f}, F1 {:.3f} ({} sentences)\n",
                   least, said > 0 ? right / said : 0.0, right / gold, 2 * right / (said + gold),
                   labels.size());
    }
};

int train(const std::filesystem::path& data, const std::filesystem::path& weights, const Settings& settings) {
    const auto abstracts = read_abstracts(data);
    constexpr std::size_t kFolds = 5;
    Scores held_out;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<const Abstract*> some;
        for (std::size_t i = 0; i < abstracts.size(); ++i) {
            if (i % kFolds != fold) {
                some.push_back(&abstracts[i]);
            }
        }
        Field field;
        field.learn(some, settings);
        for (std::size_t i = fold; i < abstracts.size(); i += kFolds) {
            held_out.add(field.marginals(abstracts[i]), abstracts[i]);
        }
    }
    for (const double least : {0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5}) {
        held_out.print(least);
    }
    std::vector<const Abstract*> all;
    for (const Abstract& abstract : abstracts) {
        all.push_back(&abstract);
    }
    Field field;
    field.learn(all, settings);
    field.write(weights, settings.least);
    return 0;
}

int measure(const std::filesystem::path& data) {
    Scores scores;
    for (const Abstract& abstract : read_abstracts(data)) {
        const std::vector<std::string_view> views(abstract.sentences.begin(), abstract.sentences.end());
        scores.add(claim::likeness(views), abstract);
    }
    scores.print(claim::kLikeness);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 2 && words[0] == "measure") {
        return measure(words[1]);
    }
    if (words.size() < 3 || words[0] != "train") {
        fmt::print(stderr,
                   "usage: train_claims train LABELLED WEIGHTS [name=value ...] | measure LABELLED\n");
        return 2;
    }
    Settings settings;
    for (std::size_t i = 3; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        const std::string name = words[i].substr(0, equals);
        const double value = equals == std::string::npos ? 0 : std::atof(&words[i][equals + 1]);
        (name == "epochs"  ? settings.epochs
         : name == "least" ? settings.least
                           : settings.regularisation) = value;
    }
    return train(words[1], words[2], settings);
}
