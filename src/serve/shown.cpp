// SPDX-License-Identifier: MIT
#include "serve/shown.hpp"

#include "article/claim_likeness.hpp"
#include "article/claim_roles.hpp"
#include "claim/likeness.hpp"
#include "formats/csl_json.hpp"
#include "report/cited_text.hpp"
#include "report/claim_facets.hpp"
#include "report/evidence_level.hpp"
#include "search/conflicts.hpp"
#include "serve/near_works.hpp"
#include "text/abbreviations.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

Json evidence_json(const finding::Verdict& verdict) {
    Json out = Json::array();
    for (const auto& evidence : verdict.evidence) {
        out.push_back({{"field", csl_name(evidence.field)},
                       {"agreement", finding::name(evidence.agreement)},
                       {"cited", evidence.cited},
                       {"found", evidence.found},
                       {"source", evidence.source},
                       {"note", evidence.note}});
    }
    return out;
}

Json reference_json(StoredJudge& judge, const std::string& article, const store::StoredReference& stored) {
    const auto& reference = stored.listed.reference;
    const auto verdict = judge.verdict(stored.id, reference);
    Json out{{"id", fmt::format("{}#r{}", article, stored.index + 1)},
             {"work", fmt::format("w{}", stored.work)}};
    out["label"] = reference.label;
    add_citation(out, reference);
    out["line"] = stored.listed.position.line;
    out["verdict"] = finding::name(verdict.headline);
    out["reason"] = verdict.reason;
    if (!verdict.next_step.empty()) {
        out["next_step"] = verdict.next_step;
    }
    if (verdict.corrected) {
        out["corrected"] = formats::to_csl_json(*verdict.corrected);
    }
    out["evidence_level"] = report::evidence_level_json(reference.item, verdict);
    out["fields"] = formats::to_csl_json(reference.item);
    if (verdict.record) {
        out["record"] = formats::to_csl_json(*verdict.record);
    }
    if (!verdict.notices.empty()) {
        out["notices"] = verdict.notices;
    }
    out["evidence"] = evidence_json(verdict);
    return out;
}

Json comparisons_json(const std::vector<claim::Comparison>& comparisons) {
    Json out = Json::array();
    for (const claim::Comparison& one : comparisons) {
        Json comparison{{"first", one.first}, {"second", one.second}, {"outcome", one.outcome}};
        if (!one.population.empty()) {
            comparison["population"] = one.population;
        }
        comparison["direction"] = claim::name(one.direction);
        comparison["change"] = claim::name(one.change);
        comparison["hedged"] = one.hedged;
        comparison["confidence"] = std::round(one.confidence * 100) / 100;
        comparison["words"] = one.words;
        out.push_back(std::move(comparison));
    }
    return out;
}

Json claim_json(const article::Article& article, const std::string& path, std::size_t index,
                const Json& references) {
    const auto& claim = article.claims[index];
    const auto& sentence = article.sentences[claim.sentence];
    Json out{{"id", fmt::format("{}#c{}", path, index + 1)}, {"text", claim.text}};
    out["heading"] = article.sections.empty() ? "" : article.sections[sentence.section].heading;
    out["line"] = article.position_of(sentence.span.begin).line;
    if (!claim.evidence.empty()) {
        out["evidence_named"] = claim.evidence;
    }
    report::add_claim_facets(claim.text, out);
    if (!claim.comparisons.empty()) {
        out["comparisons"] = comparisons_json(claim.comparisons);
    }
    out["cited"] = claim.cited;
    out["rests_on"] = Json::array();
    for (const article::CitedRole& cited : article::roles_of(article, claim)) {
        const auto& reference = references[cited.reference];
        Json source{{"id", reference["id"]}, {"verdict", reference["verdict"]}, {"raw", reference["raw"]}};
        if (reference.contains("citation")) {
            source["citation"] = reference["citation"];
        }
        source["role"] = article::name(cited.role);
        if (!cited.because.empty()) {
            source["because"] = cited.because;
        }
        out["rests_on"].push_back(std::move(source));
    }
    return out;
}

/// Sentences that read as claims and neither cite nor name what they rest on.
void add_assertions(const article::Article& article, const std::string& key, Json& out) {
    const auto likeness = article::claim_likeness(article);
    std::vector<bool> claimed(article.sentences.size(), false);
    for (const article::Claim& claim : article.claims) {
        claimed[claim.sentence] = true;
    }
    for (std::size_t i = 0; i < likeness.size(); ++i) {
        if (likeness[i] < claim::kLikeness || claimed[i]) {
            continue;
        }
        const Span span = article.sentences[i].span;
        out["assertions"].push_back({{"id", fmt::format("{}:{}", key, i)},
                                     {"text", span.of(article.text)},
                                     {"line", article.position_of(span.begin).line},
                                     {"likeness", std::round(likeness[i] * 100) / 100}});
    }
}

/// "PT" -> "physical therapy", as the article defines them.
void add_abbreviations(const article::Article& article, Json& out) {
    for (const auto& [short_form, long_form] : text::find_abbreviations(article.text)) {
        auto& meaning = out["abbreviations"][std::string(short_form.of(article.text))];
        if (meaning.is_null()) {
            meaning = long_form.of(article.text);
        }
    }
}

/// Those that the claim of that id has part in; all where no id is given. No member when there are none.
void add_conflicts(const search::Conflicts& conflicts, std::string_view id,
                   const search::NotListed& not_listed, Json& out) {
    Json list = Json::array();
    for (const search::Conflict& conflict : conflicts.listed) {
        const bool concerned =
            id.empty() ||
            std::ranges::find(conflict.claims, id, &search::ConflictClaim::id) != conflict.claims.end();
        if (!concerned) {
            continue;
        }
        Json one{{"kind", search::name(conflict.kind)}, {"says", conflict.says}};
        for (const search::ConflictClaim& claim : conflict.claims) {
            one["claims"].push_back({{"id", claim.id}, {"text", claim.text}});
        }
        list.push_back(std::move(one));
    }
    if (!list.empty()) {
        out["conflicts"] = std::move(list);
    }
    if (not_listed.left_out > 0) {
        out["conflicts_left_out"] = not_listed.left_out;
    }
    if (not_listed.not_compared > 0) {
        out["conflicts_not_compared"] = not_listed.not_compared;
    }
}

/// Has the claim a source that is not known to be flagged?
bool rests_on_sound(const Json& claim) {
    return std::ranges::any_of(claim["rests_on"], [](const Json& source) {
        const auto headline = finding::headline_of_name(source["verdict"].get<std::string>());
        return headline && finding::level_of(*headline) != finding::Level::error;
    });
}

/// Those that `target` shows, each at its place in the list, null for the others: verdicts cost time.
Json references_json(StoredJudge& judge, const std::string& path,
                     const std::vector<store::StoredReference>& all, const article::Article& article,
                     const Target& target) {
    Json out = Json::array();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto wanted = static_cast<std::size_t>(target.number - 1);
        const bool shown = target.kind == Target::Kind::article ||
                           (target.kind == Target::Kind::reference && i == wanted) ||
                           (target.kind == Target::Kind::claim && wanted < article.claims.size() &&
                            std::ranges::find(article.claims[wanted].references, i) !=
                                article.claims[wanted].references.end());
        out.push_back(shown ? reference_json(judge, path, all[i]) : Json());
    }
    return out;
}

/// The sentences beside one, in the same section.
void add_context(const article::Article& article, std::size_t sentence, Json& out) {
    const auto text_of = [&](std::size_t other) {
        const bool near = other < article.sentences.size() &&
                          article.sentences[other].section == article.sentences[sentence].section;
        return near ? std::string(article.sentences[other].span.of(article.text)) : std::string();
    };
    out["context"] = {{"before", sentence > 0 ? text_of(sentence - 1) : ""},
                      {"sentence", text_of(sentence)},
                      {"after", text_of(sentence + 1)}};
}

Json show_of_article(store::Store& store, const std::vector<authority::Authority*>& authorities,
                     StoredJudge& judge, const FindArticle& find, Target target, const ShowWishes& wishes) {
    const auto summary = find(store, target.article);
    if (!summary) {
        return nullptr;
    }
    const auto article = store.article(summary->id);
    if (target.kind == Target::Kind::place) {
        const auto there = target_at(article, target);
        if (!there) {
            return nullptr;
        }
        target = *there;
    }
    const Json references =
        references_json(judge, summary->path, store.references_of_article(summary->id), article, target);
    const auto conflicts = wishes.conflicts != nullptr || target.kind == Target::Kind::reference
                               ? search::Conflicts()
                               : search::survey_conflicts(store, summary->id);
    const auto index = static_cast<std::size_t>(target.number - 1);
    if (target.kind == Target::Kind::reference) {
        Json reference = index < references.size() ? references[index] : Json();
        if (reference.is_object()) {
            reference["article"] = {{"path", summary->path}, {"title", summary->title}};
        }
        return reference;
    }
    if (target.kind == Target::Kind::claim) {
        if (index >= article.claims.size()) {
            return nullptr;
        }
        Json claim = claim_json(article, summary->path, index, references);
        claim["article"] = {{"path", summary->path}, {"title", summary->title}};
        add_context(article, article.claims[index].sentence, claim);
        const search::Conflicts& known = wishes.conflicts != nullptr ? *wishes.conflicts : conflicts;
        const auto not_listed = known.not_listed_of.find({summary->id, static_cast<std::uint32_t>(index)});
        add_conflicts(known, fmt::format("{}#c{}", summary->key, target.number),
                      not_listed == known.not_listed_of.end() ? search::NotListed() : not_listed->second,
                      claim);
        if (!rests_on_sound(claim)) {
            claim["candidates"] = near_works(store, authorities, article, article.claims[index]);
        }
        return claim;
    }
    Json out{{"id", summary->key},
             {"path", summary->path},
             {"title", summary->title},
             {"format", summary->format}};
    out["sha256"] = summary->sha256;
    out["claims"] = Json::array();
    constexpr std::size_t kMostSuggested = 20;  // of an article; each takes a search
    std::size_t suggested = 0;
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        Json claim = claim_json(article, summary->path, i, references);
        if (!article.claims[i].cited && suggested < kMostSuggested) {
            claim["candidates"] = near_works(store, authorities, article, article.claims[i]);
            ++suggested;
        }
        out["claims"].push_back(std::move(claim));
    }
    add_assertions(article, summary->key, out);
    add_abbreviations(article, out);
    out["references"] = references;
    add_conflicts(conflicts, {}, conflicts.not_listed, out);
    return out;
}

Json show_work(store::Store& store, StoredJudge& judge, std::int64_t work, std::size_t most) {
    const auto cited = store.references_of_work(work);
    if (cited.empty()) {
        return nullptr;
    }
    Json out{{"id", fmt::format("w{}", work)}, {"citations", cited.size()}, {"cited_by", Json::array()}};
    for (const auto& stored : std::span(cited).first(std::min(cited.size(), most))) {
        const auto summary = store.find_article(std::to_string(stored.article));
        out["cited_by"].push_back(reference_json(judge, summary ? summary->path : "", stored));
    }
    return out;
}

}  // namespace

void add_citation(Json& out, const bib::Reference& reference) {
    out["raw"] = reference.raw;
    if (reference.is_record) {
        out["citation"] = report::cited_text(reference);
    }
}

Json show(store::Store& store, const std::vector<authority::Authority*>& authorities, StoredJudge& judge,
          const FindArticle& find, const Target& target, const ShowWishes& wishes) {
    return target.kind == Target::Kind::work
               ? show_work(store, judge, target.number, wishes.most_citations)
               : show_of_article(store, authorities, judge, find, target, wishes);
}

}  // namespace whereof::serve
