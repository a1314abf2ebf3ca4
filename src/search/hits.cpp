// SPDX-License-Identifier: MIT
#include "search/hits.hpp"

#include "text/terms.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::search {
namespace {

constexpr std::array<std::string_view, kRowFieldCount> kFieldNames{
    "text", "heading", "article title", "source title", "source", "source abstract"};

}  // namespace

HitBuilder::HitBuilder(store::Store& store, const Slots& slots, RowScorer& scorer, const Options& options,
                       const ComparativeReader* comparative)
    : store_(store), slots_(slots), scorer_(scorer), options_(options), comparative_(comparative) {}

const store::ArticleFacts& HitBuilder::facts(std::int64_t article) {
    const auto [found, is_new] = facts_.try_emplace(article);
    if (is_new) {
        found->second = store_.index().facts(article).value_or(store::ArticleFacts());
    }
    return found->second;
}

Hit HitBuilder::build(const FoundRow& row, std::size_t rank) {
    Hit hit;
    hit.rank = rank;
    hit.score = row.score;
    const store::ArticleFacts& article = facts(row.article);
    hit.path = article.path;
    hit.article_title = article.title;
    switch (options_.scope) {
        case Scope::articles:
            hit.id = article.key;
            hit.text = article.title;
            hit.line = hit.column = 1;
            break;
        case Scope::claims:
        case Scope::sentences:
            fill_sentence(row, hit);
            break;
        case Scope::references:
        case Scope::works:
            fill_reference(row, hit);
            break;
    }
    mark_words(hit);
    if (hit.matched.empty() && options_.scope != Scope::articles) {
        name_words_in_abstracts(row, hit);
    }
    if (options_.explain) {
        explain(row, hit);
    }
    return hit;
}

Stance HitBuilder::stance(const FoundRow& row) {
    if (comparative_ == nullptr || row.row.sentence == Row::kNone ||
        !comparative_->may_compare(row.words->terms_of(row.words->sentences[row.row.sentence].words))) {
        return Stance::unrelated;
    }
    Hit hit;
    fill_sentence(row, hit);
    return hit.comparison->stance;
}

void HitBuilder::fill_sentence(const FoundRow& row, Hit& hit) {
    const store::ArticleFacts& article = facts(row.article);
    const bool as_claim = options_.scope == Scope::claims;
    hit.id = as_claim ? fmt::format("{}#c{}", article.key, row.row.claim + 1)
                      : fmt::format("{}:{}", article.key, row.row.sentence);
    if (const auto place = store_.index().sentence(row.article, row.row.sentence)) {
        hit.text = place->text;
        hit.heading = place->heading;
        hit.line = place->position.line;
        hit.column = place->position.column;
    }
    if (as_claim) {
        if (const auto claim = store_.index().claim(row.article, row.row.claim)) {
            hit.text = claim->text;
        }
    }
    fill_sources(row, hit);
    if (comparative_ != nullptr) {
        std::string context = hit.heading + "\n" + article.title;
        for (const auto& reference : hit.references) {
            context += "\n" + reference.reference.item.title;
        }
        hit.comparison = comparative_->read(hit.text, context);
    }
}

void HitBuilder::fill_sources(const FoundRow& row, Hit& hit) {
    for (const std::uint32_t source : row.row.sources) {
        if (auto reference = store_.reference(store::reference_id(row.article, source))) {
            hit.references.push_back(
                {reference->id, reference->index + 1, std::move(reference->listed.reference), std::nullopt});
        }
    }
}

void HitBuilder::fill_reference(const FoundRow& row, Hit& hit) {
    const std::uint32_t source = row.row.sources.front();
    auto reference = store_.reference(store::reference_id(row.article, source));
    if (!reference) {
        return;
    }
    if (options_.scope == Scope::works) {
        hit.id = fmt::format("w{}", reference->work);
        hit.counts = store_.citations_of_work(reference->work);
    } else {
        hit.id = fmt::format("{}#r{}", facts(row.article).key, source + 1);
    }
    const bib::Reference& cited = reference->listed.reference;
    hit.text = cited.is_record && !cited.item.title.empty() ? cited.item.title : cited.raw;
    hit.line = reference->listed.position.line;
    hit.column = reference->listed.position.column;
    hit.references.push_back(
        {reference->id, source + 1, std::move(reference->listed.reference), std::nullopt});
}

/// Every word of the text that is a word of the query, or part of what may stand for one.
void HitBuilder::mark_words(Hit& hit) const {
    const auto words = text::read_terms(hit.text);
    std::vector<bool> marked(words.size(), false);
    const auto mark = [&](const Alternative& alternative, std::size_t at) {
        std::vector<std::size_t> places;
        for (const std::uint32_t term : alternative.terms) {
            // One other word may stand before each but the first.
            const std::size_t end = std::min(words.size(), at + (places.empty() ? 1 : 2));
            while (at < end && !text::stands_for(slots_.terms[term], words[at].first)) {
                ++at;
            }
            if (at >= end) {
                return;
            }
            places.push_back(at++);
        }
        for (const std::size_t place : places) {
            marked[place] = true;
        }
    };
    for (const Slot& slot : slots_.slots) {
        for (const Alternative& alternative : slot.alternatives) {
            for (std::size_t i = 0; i < words.size(); ++i) {
                mark(alternative, i);
            }
        }
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (marked[i]) {
            hit.matched.push_back(words[i].second);
        }
    }
}

/// For a hit without a marked word, where nothing else would say why it was found.
void HitBuilder::name_words_in_abstracts(const FoundRow& row, Hit& hit) {
    const auto has_abstract = [](const HitReference& source) {
        return !source.reference.item.abstract.empty();
    };
    if (std::ranges::none_of(hit.references, has_abstract)) {
        return;
    }
    scorer_.take(*row.words);
    for (const SlotMatch& match : scorer_.explain(row.row).matches) {
        if (match.field == RowField::abstract) {
            hit.in_abstracts.push_back(slots_.slots[match.slot].shown);
        }
    }
}

void HitBuilder::explain(const FoundRow& row, Hit& hit) {
    scorer_.take(*row.words);
    const ArticleBonus bonus = scorer_.article_bonus();
    const std::string article = fmt::format(
        "its words {:.3f} + words beside one another {:.3f} + runs of letters {:.3f} + its best sentence "
        "{:.3f}",
        row.article_words, bonus.neighbours, bonus.letters, bonus.best_sentence);
    if (options_.scope == Scope::articles) {
        hit.explanation.push_back(fmt::format("score {:.3f} = {}", hit.score, article));
        return;
    }
    const RowExplanation own = scorer_.explain(row.row);
    std::vector<std::string> parts;
    for (const SlotMatch& match : own.matches) {
        const Slot& slot = slots_.slots[match.slot];
        const Alternative& alternative = slot.alternatives[match.alternative];
        const std::string by = match.alternative == 0 ? "" : fmt::format(" (as \"{}\")", alternative.shown);
        parts.push_back(fmt::format("{} <- {}{} {:.3f}", slot.shown,
                                    kFieldNames[static_cast<std::size_t>(match.field)], by, match.score));
    }
    if (!parts.empty()) {
        hit.explanation.push_back(fmt::format("matched: {}", fmt::join(parts, ", ")));
    }
    if (!own.cues.empty()) {
        hit.explanation.push_back(fmt::format("says what was found: {}", fmt::join(own.cues, ", ")));
    }
    if (hit.comparison && hit.comparison->stance != Stance::unrelated) {
        std::vector<std::string_view> words;
        for (const Span& word : hit.comparison->answer.words) {
            words.push_back(word.of(hit.text));
        }
        hit.explanation.push_back(fmt::format("compares{}: {}, {} (confidence {:.2f})",
                                              hit.comparison->other_outcome ? " on another outcome" : "",
                                              claim::name(hit.comparison->answer.direction),
                                              fmt::join(words, ", "), hit.comparison->answer.confidence));
    }
    const double share = hit.score - own.score.sum();
    hit.explanation.push_back(fmt::format(
        "score {:.3f} = words {:.3f} + words beside one another {:.3f} + kind of sentence {:.3f} + "
        "all that was asked {:.3f} + article {:.3f}",
        hit.score, own.score.words, own.score.neighbours, own.score.prior, own.score.whole, share));
    if (const double sum = row.article_words + bonus.sum(); row.row.sentence != Row::kNone && sum > 0) {
        hit.explanation.push_back(fmt::format("article {:.3f} = {:.1f} × ({})", share, share / sum, article));
    }
}

}  // namespace whereof::search
