// SPDX-License-Identifier: MIT
#include "report/sample.hpp"

#include <sstream>
#include <string>

namespace whereof::report {
namespace {

using bib::Field;
using finding::Agreement;
using finding::Headline;
using finding::Verdict;

article::ListedReference reference(const std::string& label, const std::string& raw,
                                   const std::string& family, int year, std::uint32_t line) {
    article::ListedReference out;
    out.reference.raw = raw;
    out.reference.label = label;
    out.reference.item.author.push_back({family, "J", {}, {}, {}, {}});
    out.reference.item.issued.year = year;
    out.position = {line, 1};
    return out;
}

Verdict verified() {
    Verdict out;
    out.existence = finding::Existence::found;
    out.description = finding::Description::exact;
    out.status = finding::Status::current;
    out.headline = Headline::verified;
    out.reason = "Every field cited is the record's.";
    out.evidence.push_back({Field::title,
                            Agreement::same,
                            "What low back pain is and why we need to pay attention",
                            "What low back pain is and why we need to pay attention",
                            "sample@2026-11-01#29573870",
                            {}});
    out.record.emplace();
    out.record->DOI = "10.1016/s0140-6736(18)30480-x";
    out.record->PMID = "29573870";
    out.probability = 0.98765;
    return out;
}

Verdict wrong_identifier() {
    Verdict out;
    out.headline = Headline::wrong_identifier;
    out.existence = finding::Existence::undecidable;
    out.wrong_fields = {Field::PII};
    out.reason = "The PII S0003-9993(24)00845-1 fails its check character: 1 was expected to be 7.";
    out.next_step = "Look the work up by its title and take the identifier from there.";
    out.evidence.push_back({Field::PII, Agreement::different, "S0003999324008451", "",
                            "rule:elsevier-pii-check", "the check character should be 7"});
    return out;
}

Verdict mismatch() {
    Verdict out;
    out.existence = finding::Existence::found;
    out.description = finding::Description::wrong;
    out.status = finding::Status::current;
    out.headline = Headline::mismatch;
    out.wrong_fields = {Field::title, Field::issued};
    out.reason = "The work exists, but year “2019” should be “2018”.";
    out.next_step = "Compare with the source and correct the fields named.";
    const std::string source = "sample@2026-11-01#10.1016/s0140-6736(18)30489-6";
    out.evidence.push_back(
        {Field::title, Agreement::different, "Prevention and treatment of neck pain: promise",
         "Prevention and treatment of low back pain: evidence, challenges, and promising directions", source,
         ""});
    out.evidence.push_back({Field::issued, Agreement::different, "2019", "2018", source, ""});
    out.evidence.push_back({Field::volume, Agreement::same, "391", "391", source, ""});
    out.record.emplace();
    out.record->DOI = "10.1016/s0140-6736(18)30489-6";
    out.corrected.emplace();
    out.corrected->type = bib::ItemType::article_journal;
    out.corrected->author.push_back({"Foster", "NE", {}, {}, {}, {}});
    out.corrected->title =
        "Prevention and treatment of low back pain: evidence, challenges, and promising directions";
    out.corrected->container_title = "Lancet";
    out.corrected->issued.year = 2018;
    out.corrected->volume = "391";
    out.corrected->issue = "10137";
    out.corrected->page = "2368-2383";
    out.corrected->DOI = "10.1016/s0140-6736(18)30489-6";
    return out;
}

Verdict undecidable() {
    Verdict out;
    out.existence = finding::Existence::undecidable;
    out.headline = Headline::undecidable;
    out.reason = "No authority asked holds this work, and none is known to cover its kind, journal and year.";
    out.next_step = "Look it up by hand, or add an authority that covers it.";
    return out;
}

}  // namespace

CheckedArticle sample_article() {
    CheckedArticle out;
    out.path = "corpus/articles/back.txt";
    article::Article& article = out.article;
    article.title = "Back pain";
    article.text = "Starting physical therapy early beats waiting. Most back pain gets better by itself.";
    article.anchors = {{0, {12, 5}}};
    article.sections = {{"", 0}};
    article.sentences = {{{0, 46}, 0, article::BlockKind::paragraph},
                         {{47, 84}, 0, article::BlockKind::paragraph}};
    article.references = {
        reference("1",
                  "Hartvigsen J, et al. What low back pain is and why we need to pay attention. Lancet 2018.",
                  "Hartvigsen", 2018, 60),
        reference("2", "Foster NE. Prevention and treatment of neck pain: promise. Lancet 2019;391:2368.",
                  "Foster", 2019, 61),
        reference("3",
                  "Fritz J, Kim J. Early physical therapy. Arch Phys Med Rehabil 2024. pii/S0003999324008451",
                  "Fritz", 2024, 62),
        reference("4", "Back Care Handbook. London: Spine Press.", "", 0, 63)};
    article.references[3].reference.item.author.clear();
    article.references[3].reference.item.title = "Back Care Handbook";
    article.claims.resize(2);
    article.claims[0].sentence = 0;
    article.claims[0].text = "Starting physical therapy early beats waiting.";
    article.claims[0].references = {2, 1};
    article.claims[0].cited = true;
    article.claims[1].sentence = 1;
    article.claims[1].text = "Most back pain gets better by itself.";
    article.claims[1].evidence = "studies show";
    out.verdicts = {verified(), mismatch(), wrong_identifier(), undecidable()};
    finding::Finding finding;
    finding.rule = "flagged-only";
    finding.level = finding::Level::warning;
    finding.message = "This claim rests only on sources that could not be verified.";
    finding.line = 12;
    finding.column = 5;
    finding.claim = 0;
    finding.hint = "Find a source that holds, or soften the claim.";
    out.findings.push_back(finding);
    return out;
}

search::Hit sample_hit() {
    search::Hit out;
    out.rank = 1;
    out.score = 12.3456789;
    out.id = "back.txt#c1";
    out.text = "Starting physical therapy early beats waiting.";
    out.matched = {{9, 25}, {26, 31}, {32, 37}};
    out.path = "corpus/articles/back.txt";
    out.line = 12;
    out.column = 5;
    out.heading = "Treatment";
    out.article_title = "Back pain";
    search::HitReference source;
    source.index = 3;
    source.reference = sample_article().article.references[2].reference;
    source.verdict = wrong_identifier();
    out.references.push_back(source);
    return out;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        out.push_back(line);
    }
    return out;
}

}  // namespace whereof::report
