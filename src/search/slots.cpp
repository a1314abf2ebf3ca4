// SPDX-License-Identifier: MIT
#include "search/slots.hpp"

#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whereof::search {
namespace {

constexpr std::size_t kForms = 3;  ///< long or short forms that are tried
constexpr std::size_t kLongestForm = 5;
constexpr std::size_t kMostWords = 2000;  ///< of a query; more is no question

/// A word of the query before it became a slot.
struct QueryWord {
    std::string term;
    std::string shown;
    double weight = 1.0;
};

void collect(const Node& node, double outcome, std::vector<QueryWord>& out) {
    if (node.is_leaf) {
        for (auto& [term, span] : terms_of_leaf(node.leaf)) {
            if (out.size() < kMostWords) {
                const std::string_view shown = span.of(node.leaf.text);
                out.push_back({std::move(term), std::string(shown), node.leaf.is_outcome ? outcome : 1.0});
            }
        }
        return;
    }
    for (const auto* nodes : {&node.must, &node.should, &node.any_of}) {
        for (const Node& child : *nodes) {
            collect(child, outcome, out);
        }
    }
}

/// Builds slots word by word, each term once.
class SlotBuilder {
  public:
    void add_word(const QueryWord& word, bool follows) {
        if (const auto known = slot_of_.find(word.term); known != slot_of_.end()) {
            constexpr double kMostWeight = 3.0;
            Slot& slot = out_.slots[known->second];
            slot.weight =
                std::min(kMostWeight, std::max(slot.weight, word.weight) + (word.weight > 1 ? 0.0 : 1.0));
            current_ = known->second;
            return;
        }
        current_ = out_.slots.size();
        slot_of_.emplace(word.term, current_);
        Slot slot;
        slot.shown = word.shown;
        slot.weight = word.weight;
        slot.follows = follows;
        slot.shown += text::is_prefix(word.term) ? "*" : "";
        slot.alternatives.push_back({{number(word.term)}, 1.0, slot.shown});
        out_.slots.push_back(std::move(slot));
    }

    /// Another way to say what the last word, or the words that end with it, said.
    void add_alternative(const std::vector<std::string>& terms, double weight, std::string shown) {
        if (out_.slots.empty() || terms.empty()) {
            return;
        }
        Alternative alternative{{}, weight, std::move(shown)};
        for (const std::string& term : terms) {
            alternative.terms.push_back(number(term));
        }
        auto& all = out_.slots[current_].alternatives;
        const auto same = [&](const Alternative& other) { return other.terms == alternative.terms; };
        if (std::ranges::none_of(all, same)) {
            all.push_back(std::move(alternative));
        }
    }

    Slots take() { return std::move(out_); }

  private:
    std::uint32_t number(const std::string& term) {
        const auto [found, is_new] =
            numbers_.try_emplace(term, static_cast<std::uint32_t>(out_.terms.size()));
        if (is_new) {
            out_.terms.push_back(term);
        }
        return found->second;
    }

    Slots out_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::unordered_map<std::string, std::size_t> slot_of_;
    std::size_t current_ = 0;
};

/// Other forms of the concepts whose form ends with word `last`.
void add_synonyms(const Synonyms& synonyms, const std::vector<std::string>& terms, std::size_t last,
                  double weight, SlotBuilder& builder) {
    const std::size_t earliest = last + 1 >= kLongestForm ? last + 1 - kLongestForm : 0;
    for (std::size_t first = earliest; first <= last; ++first) {
        const auto rest = std::span(terms).subspan(first, last + 1 - first);
        for (const FoundForm& found : synonyms.forms_at(rest)) {
            const Concept& concept_row = synonyms.concepts()[found.concept_number];
            if (concept_row.forms[found.form].terms.size() != rest.size()) {
                continue;  // ends before `last`
            }
            for (std::size_t i = 0; i < concept_row.forms.size(); ++i) {
                if (i != found.form) {
                    builder.add_alternative(concept_row.forms[i].terms, weight, concept_row.forms[i].shown);
                }
            }
        }
    }
}

/// "PT" for "physical therapy" and back, as the store's articles define them.
void add_abbreviations(const std::vector<QueryWord>& words, std::size_t last, store::Index& index,
                       double weight, SlotBuilder& builder) {
    const std::string& shown = words[last].shown;
    if (std::ranges::count_if(shown, text::is_ascii_upper) >= 2) {
        for (const auto& [form, articles] : index.long_forms(shown, kForms)) {
            builder.add_alternative(text::terms_of(form), weight, form);
        }
    }
    std::string form = text::fold(shown);
    for (std::size_t size = 2; size <= std::min(kLongestForm, last + 1); ++size) {
        form = text::fold(words[last + 1 - size].shown) + " " + form;
        for (const auto& [short_form, articles] : index.short_forms(form, kForms)) {
            builder.add_alternative(text::terms_of(short_form), weight, short_form);
        }
    }
}

/// "bedrest" for "bed rest", "tnfalpha" for "TNF-alpha", where the store has such a word.
void add_joined(const std::vector<QueryWord>& words, std::size_t last, store::Index& index, double weight,
                SlotBuilder& builder) {
    if (last == 0 || text::is_prefix(words[last - 1].term)) {
        return;
    }
    const std::string both = text::fold(words[last - 1].shown) + text::fold(words[last].shown);
    const std::string term = text::term_of_word(both);
    if (index.has_term(term)) {
        builder.add_alternative({term}, weight, both);
    }
}

/// "bed rest" for "bedrest", where the store lacks the one word and has the two: of several ways to divide it
/// the one whose rarer half is the commonest.
void add_divided(const QueryWord& word, store::Index& index, double weight, SlotBuilder& builder) {
    constexpr std::size_t kShortest = 3;  // letters of a half
    const std::string folded = text::fold(word.shown);
    if (folded.size() < 2 * kShortest || folded.size() > text::TermReader::kLongestTerm ||
        !std::ranges::all_of(folded, text::is_ascii_letter) || index.has_term(word.term)) {
        return;
    }
    std::vector<std::string> best;
    std::size_t most = 0;
    for (std::size_t at = kShortest; at + kShortest <= folded.size(); ++at) {
        std::vector<std::string> halves{text::term_of_word(folded.substr(0, at)),
                                        text::term_of_word(folded.substr(at))};
        const std::size_t rarer = std::min(index.articles_with(halves[0]), index.articles_with(halves[1]));
        if (rarer > most) {
            most = rarer;
            best = std::move(halves);
        }
    }
    if (!best.empty()) {
        builder.add_alternative(best, weight, fmt::format("{}", fmt::join(best, " ")));
    }
}

}  // namespace

Slots make_slots(const Node& query, store::Index& index, const Synonyms& synonyms, const Weights& weights) {
    std::vector<QueryWord> words;
    collect(query, weights.outcome, words);
    std::vector<std::string> terms;
    for (const QueryWord& word : words) {
        terms.push_back(word.term);
    }
    SlotBuilder builder;
    constexpr std::size_t kExpandedWords = 200;  // a page of text pasted as a query needs no synonyms
    bool follows = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool stop = text::is_stop_term(words[i].term);
        if (!stop) {
            builder.add_word(words[i], follows);
        }
        follows = !stop || follows;
        if (words.size() <= kExpandedWords && !text::is_prefix(words[i].term)) {
            add_synonyms(synonyms, terms, i, weights.synonym, builder);
            add_abbreviations(words, i, index, weights.abbreviation, builder);
            add_joined(words, i, index, weights.compound, builder);
            add_divided(words[i], index, weights.compound, builder);
        }
    }
    return builder.take();
}

}  // namespace whereof::search
