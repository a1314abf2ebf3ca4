// SPDX-License-Identifier: MIT
#include "article/reference_numbers.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace whereof::article {
namespace {

/// What a system must show before its marks count. Those that mean something else in most texts must show
/// more. Set by hand, checked on real papers (tests/article/measure_markers_test.cpp).
struct Demand {
    double coverage;   ///< share of the list's numbers that its marks name
    double precision;  ///< share of its marks whose numbers are all in the list
    std::size_t distinct;
};
constexpr std::array<Demand, kNumberSystems> kDemands = {{
    {0.0, 0.3, 1},  // bracket
    {0.0, 0.3, 1},  // superscript
    {0.4, 0.6, 1},  // parenthesis
    {0.4, 0.6, 1},  // glued
    {0.4, 0.6, 2},  // spaced
}};

/// The same where weak marks count too: only a list that is named nearly whole, and not a short one.
constexpr std::array<Demand, kNumberSystems> kWeakDemands = {{
    {1.1, 1.0, 1},  // bracket and superscript marks are never weak
    {1.1, 1.0, 1},
    {0.6, 0.8, 5},  // parenthesis
    {0.6, 0.8, 5},  // glued
    {0.7, 0.6, 8},  // spaced
}};

struct Tally {
    std::size_t marks = 0;
    std::size_t resolved = 0;
    std::unordered_set<std::uint32_t> distinct;
};

bool meets(const Tally& tally, const Demand& demand, std::size_t known) {
    if (tally.marks == 0 || tally.distinct.size() < demand.distinct) {
        return false;
    }
    const double coverage = static_cast<double>(tally.distinct.size()) / static_cast<double>(known);
    const double precision = static_cast<double>(tally.resolved) / static_cast<double>(tally.marks);
    return coverage >= demand.coverage && precision >= demand.precision;
}

}  // namespace

ReferenceNumbers::ReferenceNumbers(const std::vector<std::uint32_t>& numbers,
                                   const std::vector<std::uint32_t>& lists, std::vector<std::size_t> places)
    : lists_(places.size()), places_(std::move(places)) {
    std::unordered_set<std::uint32_t> known;
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != 0) {
            lists_[lists[i]][numbers[i]].push_back(i);
            known.insert(numbers[i]);
        }
    }
    known_ = known.size();
}

const std::vector<std::uint32_t>& ReferenceNumbers::find(std::uint32_t number, std::size_t at) const {
    static const std::vector<std::uint32_t> kNone;
    const std::vector<std::uint32_t>* fallback = &kNone;
    for (std::size_t list = 0; list < lists_.size(); ++list) {
        const auto found = lists_[list].find(number);
        if (found == lists_[list].end()) {
            continue;
        }
        if (places_[list] >= at) {
            return found->second;
        }
        fallback = &found->second;
    }
    return *fallback;
}

bool ReferenceNumbers::knows(std::uint32_t number) const {
    return std::any_of(lists_.begin(), lists_.end(),
                       [number](const auto& list) { return list.contains(number); });
}

namespace {

/// Counts the marks of each system, the weak ones with the others or not at all.
std::array<Tally, kNumberSystems> tally(const std::vector<NumberMark>& marks, const ReferenceNumbers& numbers,
                                        bool weak_too) {
    std::array<Tally, kNumberSystems> tallies;
    for (const NumberMark& mark : marks) {
        if (mark.weak && !weak_too) {
            continue;
        }
        Tally& of = tallies[static_cast<std::size_t>(mark.system)];
        ++of.marks;
        const bool all = std::all_of(mark.numbers.begin(), mark.numbers.end(),
                                     [&](std::uint32_t n) { return numbers.knows(n); });
        if (all) {
            ++of.resolved;
            of.distinct.insert(mark.numbers.begin(), mark.numbers.end());
        }
    }
    return tallies;
}

/// The system whose marks resolve most, of those that meet their demand; kNumberSystems when none does.
std::size_t best_system(const std::array<Tally, kNumberSystems>& tallies,
                        const std::array<Demand, kNumberSystems>& demands, std::size_t known) {
    std::size_t best = kNumberSystems;
    double best_score = 0.0;
    for (std::size_t system = 0; system < kNumberSystems; ++system) {
        const Tally& of = tallies[system];
        if (!meets(of, demands[system], known)) {
            continue;
        }
        const double precision = static_cast<double>(of.resolved) / static_cast<double>(of.marks);
        const double score = static_cast<double>(of.distinct.size()) * precision;
        if (score > best_score) {
            best = system;
            best_score = score;
        }
    }
    return best;
}

/// An article that writes "(1, 2, 3)" out writes no ranges: its "(2-13)" are sessions, ages, amino acids.
void drop_foreign_ranges(std::vector<NumberMark>& marks) {
    std::size_t ranges = 0;
    std::size_t written_out = 0;
    for (const NumberMark& mark : marks) {
        const std::vector<std::uint32_t>& n = mark.numbers;
        ranges += mark.range ? 1U : 0U;
        bool run = false;
        for (std::size_t i = 2; i < n.size(); ++i) {
            run = run || (n[i] == n[i - 1] + 1 && n[i - 1] == n[i - 2] + 1);
        }
        written_out += run && !mark.range ? 1U : 0U;
    }
    if (written_out > ranges) {
        std::erase_if(marks, [](const NumberMark& mark) { return mark.range; });
    }
}

/// Where an article cites its list in order of number, a number that comes long before its predecessors is
/// none of the list's: "most patients (40) had" among (3) and (4). Takes such marks out.
void drop_out_of_order(std::vector<NumberMark>& marks) {
    constexpr std::uint32_t kMostNumber = 9999;
    constexpr std::uint32_t kSlack = 3;
    std::vector<std::size_t> first(kMostNumber + 2, marks.size());
    std::uint32_t highest = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (const std::uint32_t number : marks[i].numbers) {
            const std::uint32_t n = std::min(number, kMostNumber);
            first[n] = std::min(first[n], i);
            highest = std::max(highest, n);
        }
    }
    std::size_t ordered = 0;
    std::size_t pairs = 0;
    for (std::uint32_t n = 1; n < highest; ++n) {
        if (first[n] < marks.size() && first[n + 1] < marks.size()) {
            ++pairs;
            ordered += first[n] <= first[n + 1] ? 1U : 0U;
        }
    }
    if (pairs < 5 || ordered * 10 < pairs * 8) {
        return;
    }
    std::uint32_t seen = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        std::vector<std::uint32_t>& numbers = marks[i].numbers;
        const std::uint32_t least = std::min(*std::min_element(numbers.begin(), numbers.end()), kMostNumber);
        const bool early = least > seen + kSlack && first[seen + 1] > i && first[seen + 1] < marks.size();
        if (early) {
            numbers.clear();
            continue;
        }
        seen = std::max(seen, std::min(*std::max_element(numbers.begin(), numbers.end()), kMostNumber));
    }
    std::erase_if(marks, [](const NumberMark& mark) { return mark.numbers.empty(); });
}

}  // namespace

std::vector<NumberMark> choose_system(std::vector<NumberMark> marks, const ReferenceNumbers& numbers) {
    if (numbers.size() == 0) {
        return {};
    }
    std::size_t best = best_system(tally(marks, numbers, false), kDemands, numbers.size());
    if (best == kNumberSystems) {
        best = best_system(tally(marks, numbers, true), kWeakDemands, numbers.size());
    }
    std::vector<NumberMark> chosen;
    for (NumberMark& mark : marks) {
        const bool known = std::all_of(mark.numbers.begin(), mark.numbers.end(),
                                       [&](std::uint32_t n) { return numbers.knows(n); });
        if (static_cast<std::size_t>(mark.system) == best && (known || !mark.weak)) {
            chosen.push_back(std::move(mark));
        }
    }
    const auto system = static_cast<NumberSystem>(best);
    if (system != NumberSystem::bracket && system != NumberSystem::superscript) {
        drop_foreign_ranges(chosen);
        drop_out_of_order(chosen);
    }
    return chosen;
}

}  // namespace whereof::article
