// SPDX-License-Identifier: MIT
#include "claim/outcome_poles.hpp"

#include "text/terms.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <unordered_map>

namespace whereof::claim {
namespace {

struct PoleTable {
    std::unordered_map<std::string, OutcomePole> poles;             ///< by index term
    std::unordered_multimap<std::string, std::string_view> barred;  ///< by index term: names it takes away

    PoleTable() {
        text::each_word_of("corpus/words/outcome_poles.tsv",
                           [this](std::string_view word, std::string_view kind) { add(word, kind); });
    }

    void add(std::string_view word, std::string_view kind) {
        const std::string term = text::term_of_word(word);
        const std::size_t blank = kind.find(' ');
        const std::string_view head = kind.substr(0, blank);
        const std::string_view tail = kind.substr(blank + 1);
        if (head == "no") {
            barred.emplace(term, tail);
        } else {
            poles.emplace(term, OutcomePole{head, tail == "+" ? 1 : -1});
        }
    }
};

}  // namespace

bool tells_of(const OutcomePole& word, const OutcomePole& outcome) noexcept {
    constexpr std::string_view kHarm = "harm";
    if (word.sign == 0 || outcome.sign == 0 || outcome.name == kHarm) {
        return false;
    }
    return word.name == outcome.name || (word.name == kHarm && outcome.name == "safety");
}

OutcomePole pole_of(std::string_view term, std::span<const std::string> outcome) {
    static const PoleTable table;
    const auto found = table.poles.find(std::string(term));
    if (found == table.poles.end()) {
        return {};
    }
    const bool barred = std::ranges::any_of(outcome, [&](const std::string& one) {
        const auto [begin, end] = table.barred.equal_range(one);
        return std::any_of(begin, end, [&](const auto& row) { return row.second == found->second.name; });
    });
    return {found->second.name, barred ? 0 : found->second.sign};
}

}  // namespace whereof::claim
