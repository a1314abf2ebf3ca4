// SPDX-License-Identifier: MIT
// Which articles may have a row that a filter lets pass: told by the index, before any is opened.
#include "bib/study_design.hpp"
#include "search/filter.hpp"
#include "store/store.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace whereof::search {
namespace {

using store::Passage;
using store::Posting;

constexpr int kMostYears = 200;  ///< of a range that is looked up year by year

bool stands_in(const store::FieldCounts& counts, TextField field) noexcept {
    switch (field) {
        case TextField::any:
            return !counts.only_in_abstracts();
        case TextField::claim:
        case TextField::heading:
            return counts.body > 0;
        case TextField::title:
            return counts.title > 0;
        case TextField::source:
            return counts.source > 0;
        case TextField::author:
        case TextField::journal:
            return counts.meta > 0;
    }
    return true;
}

using Ids = std::vector<std::int64_t>;

Ids both(const Ids& a, const Ids& b) {
    Ids out;
    std::ranges::set_intersection(a, b, std::back_inserter(out));
    return out;
}
Ids either(const Ids& a, const Ids& b) {
    Ids out;
    std::ranges::set_union(a, b, std::back_inserter(out));
    return out;
}

}  // namespace

std::optional<std::vector<std::int64_t>> Filter::articles() {
    return needed_ ? articles_of(query_) : std::nullopt;
}

Filter::Articles Filter::articles_of(const Node& node) {
    if (node.is_leaf) {
        return articles_of_leaf(node.leaf);
    }
    const auto any_child = [&](const std::vector<Node>& nodes) -> Articles {
        Ids out;
        for (const Node& child : nodes) {
            const Articles one = articles_of(child);
            if (!one) {
                return std::nullopt;
            }
            out = either(out, *one);
        }
        return out;
    };
    Articles out;
    const auto narrow = [&](const Articles& articles) {
        if (articles) {
            out = out ? both(*out, *articles) : *articles;
        }
    };
    for (const Node& child : node.must) {
        narrow(articles_of(child));
    }
    if (!node.should.empty() && !requires_words(node)) {
        narrow(any_child(node.should));
    }
    if (!node.any_of.empty()) {
        narrow(any_child(node.any_of));
    }
    return out;
}

Filter::Articles Filter::articles_of_leaf(const Leaf& leaf) {
    const Prepared& prepared = prepared_[&leaf];
    switch (leaf.kind) {
        case LeafKind::words:
        case LeafKind::prefix:
            return articles_of_terms(leaf, prepared);
        case LeafKind::phrase: {
            if (leaf.field == TextField::author || leaf.field == TextField::journal) {
                return articles_of_terms(leaf, prepared);
            }
            Ids out;
            for (const Passage& passage : prepared.passages) {
                if (out.empty() || out.back() != passage.article) {
                    out.push_back(passage.article);
                }
            }
            return out;
        }
        case LeafKind::year: {
            if (leaf.to - leaf.from >= kMostYears) {
                return std::nullopt;
            }
            Prepared years;
            years.terms.emplace_back();
            for (int year = leaf.from; year <= leaf.to; ++year) {
                years.terms.back().push_back(std::to_string(year));
            }
            Leaf meta;
            meta.field = TextField::author;
            return articles_of_terms(meta, years);
        }
        case LeafKind::verdict:
        case LeafKind::site: {
            Ids out;
            for (const std::int64_t id : prepared.ids) {
                out.push_back(leaf.kind == LeafKind::site ? id : id >> store::kReferenceBits);
            }
            std::ranges::sort(out);
            out.erase(std::unique(out.begin(), out.end()), out.end());
            return out;
        }
        case LeafKind::design: {
            Ids known;
            for (const std::int64_t id : prepared.ids) {
                known.push_back(id >> store::kReferenceBits);
            }
            std::ranges::sort(known);
            known.erase(std::unique(known.begin(), known.end()), known.end());
            Prepared words;
            words.terms.push_back(bib::terms_of_study_design(prepared.design));
            if (words.terms.front().empty()) {
                return known;
            }
            Leaf source;
            source.field = TextField::source;
            const Articles by_title = articles_of_terms(source, words);
            return by_title ? either(known, *by_title) : by_title;
        }
        case LeafKind::cited:
            return std::nullopt;
    }
    return std::nullopt;
}

Filter::Articles Filter::articles_of_terms(const Leaf& leaf, const Prepared& prepared) {
    Articles out;
    for (const auto& choices : prepared.terms) {
        if (leaf.kind == LeafKind::phrase && choices.size() == 1 && text::is_stop_term(choices.front())) {
            continue;  // has no postings
        }
        Ids ids;
        for (const auto& postings : index_.postings(choices)) {
            Ids one;
            for (const Posting& posting : postings) {
                if (stands_in(posting.counts, leaf.field)) {
                    one.push_back(posting.article);
                }
            }
            ids = either(ids, one);
        }
        out = out ? both(*out, ids) : ids;
    }
    return out;
}

}  // namespace whereof::search
