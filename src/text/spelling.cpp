// SPDX-License-Identifier: MIT
#include "text/spelling.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <vector>

namespace whereof::text {
namespace {

struct Rule {
    std::string_view british;
    std::string_view american;
};

/// Rules are of at least so many letters, by which the search for one can end.
constexpr std::size_t kShortest = 2;

/// Like std::string_view's order, from the last letter to the first.
bool is_less_from_the_end(std::string_view a, std::string_view b) noexcept {
    return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

/// The table's rows by where in a word they apply.
struct Spellings {
    std::vector<Rule> starts;  ///< ascending
    std::vector<Rule> ends;    ///< ascending from the end
    std::vector<Rule> anywhere;
};

Spellings load() {
    Spellings out;
    std::string_view bytes = embedded_file("corpus/words/us_uk.tsv").bytes;
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (line.empty() || line.front() == '#' || tab == std::string_view::npos) {
            continue;
        }
        assert(tab > kShortest);
        Rule rule{line.substr(0, tab), line.substr(tab + 1)};
        if (rule.british.front() == '^') {
            rule.british.remove_prefix(1);
            out.starts.push_back(rule);
        } else if (rule.british.back() == '$') {
            rule.british.remove_suffix(1);
            out.ends.push_back(rule);
        } else {
            out.anywhere.push_back(rule);
        }
    }
    std::ranges::sort(out.starts, {}, &Rule::british);
    std::ranges::sort(out.ends, is_less_from_the_end, &Rule::british);
    return out;
}

/// The rule for the longest start of the word that has one, or null. Starts of a word are in order no later
/// than the word, the longest last; between them stand only rules that begin as the word does.
const Rule* rule_for_start(const std::vector<Rule>& rules, std::string_view word) {
    for (auto it = std::ranges::upper_bound(rules, word, {}, &Rule::british); it != rules.begin();) {
        --it;
        if (word.starts_with(it->british)) {
            return &*it;
        }
        if (!word.starts_with(it->british.substr(0, kShortest))) {
            break;
        }
    }
    return nullptr;
}

/// The same for the end of the word.
const Rule* rule_for_end(const std::vector<Rule>& rules, std::string_view word) {
    for (auto it = std::ranges::upper_bound(rules, word, is_less_from_the_end, &Rule::british);
         it != rules.begin();) {
        --it;
        if (word.ends_with(it->british)) {
            return &*it;
        }
        if (!word.ends_with(it->british.substr(it->british.size() - kShortest))) {
            break;
        }
    }
    return nullptr;
}

}  // namespace

std::string american_spelling(std::string_view folded_word) {
    static const Spellings table = load();
    std::string word(folded_word);
    if (word.empty()) {
        return word;
    }
    if (const Rule* rule = rule_for_start(table.starts, word)) {
        word.replace(0, rule->british.size(), rule->american);
    }
    for (const auto& [british, american] : table.anywhere) {
        if (const std::size_t at = word.find(british); at != std::string::npos) {
            word.replace(at, british.size(), american);
        }
    }
    if (const Rule* rule = rule_for_end(table.ends, word)) {
        word.replace(word.size() - rule->british.size(), rule->british.size(), rule->american);
    }
    return word;
}

}  // namespace whereof::text
