// SPDX-License-Identifier: MIT
#include "search/filter.hpp"

#include "bib/study_design.hpp"
#include "search/source_designs.hpp"
#include "store/store.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace whereof::search {
namespace {

using store::Passage;
using store::PassageKind;
using store::WordRun;

constexpr std::size_t kPassages = 1'000'000;  ///< of one phrase

bool requires_something(const Node& node) noexcept {
    if (node.is_leaf) {
        return node.leaf.kind != LeafKind::words || node.leaf.field != TextField::any;
    }
    const auto any = [](const std::vector<Node>& nodes) {
        return std::any_of(nodes.begin(), nodes.end(), requires_something);
    };
    return !node.must.empty() || !node.must_not.empty() || any(node.should) || any(node.any_of);
}

}  // namespace

bool Filter::requires_words(const Node& node) noexcept {
    return std::ranges::any_of(node.must, [](const Node& child) {
        return !child.is_leaf || child.leaf.kind == LeafKind::words || child.leaf.kind == LeafKind::phrase ||
               child.leaf.kind == LeafKind::prefix;
    });
}

Filter::Filter(const Node& query, store::Index& index)
    : query_(query), index_(index), needed_(requires_something(query)) {
    if (needed_) {
        prepare(query);
        prepare_words();
    }
}

void Filter::prepare(const Node& node) {
    if (node.is_leaf) {
        prepare_leaf(node.leaf);
    }
    for (const auto* nodes : {&node.must, &node.must_not, &node.should, &node.any_of}) {
        for (const Node& child : *nodes) {
            prepare(child);
        }
    }
}

void Filter::prepare_leaf(const Leaf& leaf) {
    Prepared& out = prepared_[&leaf];
    switch (leaf.kind) {
        case LeafKind::verdict: {
            const auto ids = index_.references_with_headline(leaf.text);
            out.ids.insert(ids.begin(), ids.end());
            break;
        }
        case LeafKind::site: {
            const auto ids = index_.articles_of_site(leaf.text);
            out.ids.insert(ids.begin(), ids.end());
            break;
        }
        case LeafKind::words:
        case LeafKind::prefix:
        case LeafKind::phrase: {
            std::vector<std::string> phrase;
            for (auto& [term, span] : terms_of_leaf(leaf)) {
                if (leaf.kind == LeafKind::phrase || !text::is_stop_term(term)) {
                    out.terms.push_back({term});
                }
                phrase.push_back(std::move(term));
            }
            if (leaf.kind == LeafKind::phrase && leaf.field != TextField::author &&
                leaf.field != TextField::journal) {
                out.passages = index_.passages_with(phrase, leaf.within, kPassages);
            }
            break;
        }
        case LeafKind::design:
            out.design = bib::study_design_of_name(leaf.text).value_or(bib::StudyDesign::unknown);
            for (const std::int64_t reference : index_.references_with_design(out.design)) {
                out.ids.insert(reference);
            }
            break;
        case LeafKind::year:
        case LeafKind::cited:
            break;
    }
}

void Filter::prepare_words() {
    for (auto& [leaf, prepared] : prepared_) {
        prepared.local.resize(prepared.terms.size());
        for (std::size_t i = 0; i < prepared.terms.size(); ++i) {
            for (const std::string& term : prepared.terms[i]) {
                if (text::is_prefix(term)) {
                    prefixes_.emplace_back(term, &prepared.local[i]);
                } else {
                    whole_words_[term].push_back(&prepared.local[i]);
                }
            }
        }
    }
}

void Filter::take(const store::ArticleWords& words) {
    words_ = &words;
    for (auto& [leaf, prepared] : prepared_) {
        for (Numbers& numbers : prepared.local) {
            numbers.clear();
        }
    }
    if (whole_words_.empty() && prefixes_.empty()) {
        return;
    }
    for (std::uint32_t i = 0; i < words.terms.size(); ++i) {
        if (const auto found = whole_words_.find(words.terms[i]); found != whole_words_.end()) {
            for (Numbers* const numbers : found->second) {
                numbers->push_back(i);
            }
        }
        for (const auto& [prefix, numbers] : prefixes_) {
            if (text::stands_for(prefix, words.terms[i])) {
                numbers->push_back(i);
            }
        }
    }
}

bool Filter::matches(const Node& node, const Row& row) const {
    if (!needed_) {
        return true;
    }
    if (node.is_leaf) {
        return matches_leaf(node.leaf, row);
    }
    const auto holds = [&](const Node& child) { return matches(child, row); };
    return std::ranges::all_of(node.must, holds) && std::ranges::none_of(node.must_not, holds) &&
           (node.should.empty() || requires_words(node) || std::ranges::any_of(node.should, holds)) &&
           (node.any_of.empty() || std::ranges::any_of(node.any_of, holds));
}

bool Filter::matches_leaf(const Leaf& leaf, const Row& row) const {
    const Prepared& prepared = prepared_.at(&leaf);
    switch (leaf.kind) {
        case LeafKind::words:
        case LeafKind::prefix:
            return std::ranges::all_of(prepared.local, [&](const std::vector<std::uint32_t>& words) {
                return has_words(leaf, words, row);
            });
        case LeafKind::phrase:
            return has_phrase(leaf, prepared, row);
        case LeafKind::year:
            return std::ranges::any_of(row.sources, [&](std::uint32_t source) {
                const int year = words_->sources[source].year;
                return year >= leaf.from && year <= leaf.to;
            });
        case LeafKind::verdict:
            return std::ranges::any_of(row.sources, [&](std::uint32_t source) {
                return prepared.ids.contains(store::reference_id(words_->article, source));
            });
        case LeafKind::design:
            return std::ranges::any_of(row.sources, [&](std::uint32_t source) {
                return design_of_source(index_, *words_, source) == prepared.design;
            });
        case LeafKind::site:
            return prepared.ids.contains(words_->article);
        case LeafKind::cited:
            return row.cited == (leaf.from == 1);
    }
    return false;
}

bool Filter::run_has(WordRun run, const std::vector<std::uint32_t>& words) const {
    return std::ranges::any_of(
        words_->of(run), [&](std::uint32_t word) { return std::ranges::find(words, word) != words.end(); });
}

bool Filter::has_words(const Leaf& leaf, const std::vector<std::uint32_t>& words, const Row& row) const {
    const auto in = [&](TextField field) { return leaf.field == TextField::any || leaf.field == field; };
    if (words.empty()) {
        return false;
    }
    if (row.sentence != Row::kNone) {
        const store::SentenceWords& sentence = words_->sentences[row.sentence];
        if ((in(TextField::claim) && run_has(sentence.words, words)) ||
            (in(TextField::heading) && sentence.section < words_->headings.size() &&
             run_has(words_->headings[sentence.section], words))) {
            return true;
        }
    }
    if (in(TextField::title) && run_has(words_->title, words)) {
        return true;
    }
    return std::ranges::any_of(row.sources, [&](std::uint32_t source) {
        const store::SourceWords& found = words_->sources[source];
        return (in(TextField::source) && run_has(found.title, words)) ||
               (in(TextField::author) && run_has(found.authors, words)) ||
               (in(TextField::journal) && run_has(found.container, words));
    });
}

/// Names are not in the phrase index: their few words are looked through.
bool Filter::run_has_phrase(WordRun run, const Prepared& prepared, std::size_t within) const {
    const auto words = words_->of(run);
    const auto& wanted = prepared.local;
    for (std::size_t i = 0; i + wanted.size() <= words.size(); ++i) {
        bool here = true;
        for (std::size_t j = 0; j < wanted.size() && here; ++j) {
            here = std::ranges::find(wanted[j], words[i + j]) != wanted[j].end();
        }
        if (here) {
            return true;
        }
    }
    return within != 0 &&
           std::ranges::all_of(wanted, [&](const auto& choices) { return run_has(run, choices); });
}

bool Filter::has_phrase(const Leaf& leaf, const Prepared& prepared, const Row& row) const {
    const auto in = [&](TextField field) { return leaf.field == TextField::any || leaf.field == field; };
    const auto stands = [&](PassageKind kind, std::uint32_t index) {
        return std::ranges::binary_search(prepared.passages, Passage{words_->article, kind, index});
    };
    if (row.sentence != Row::kNone) {
        const std::uint32_t section = words_->sentences[row.sentence].section;
        if ((in(TextField::claim) && stands(PassageKind::sentence, row.sentence)) ||
            (in(TextField::heading) && stands(PassageKind::heading, section))) {
            return true;
        }
    }
    if (in(TextField::title) && stands(PassageKind::title, 0)) {
        return true;
    }
    return std::ranges::any_of(row.sources, [&](std::uint32_t source) {
        const store::SourceWords& found = words_->sources[source];
        return (in(TextField::source) && stands(PassageKind::source, source)) ||
               (leaf.field == TextField::author && run_has_phrase(found.authors, prepared, leaf.within)) ||
               (leaf.field == TextField::journal && run_has_phrase(found.container, prepared, leaf.within));
    });
}

}  // namespace whereof::search
