// SPDX-License-Identifier: MIT
#include "store/codec.hpp"
#include "store/sqlite_index.hpp"
#include "store/sqlite_verdicts.hpp"
#include "store/store.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <array>

namespace whereof::store {
namespace {

/// Where each kind's rows begin in an article's 2^24, and where the last one's end.
constexpr std::array<std::int64_t, 5> kFirstRow{0, 1, std::int64_t{1} << 23, std::int64_t{3} << 22,
                                                std::int64_t{1} << 24};
constexpr std::int64_t kRows = kFirstRow.back();

/// Postings of several terms as those of one.
void join_by_article(std::vector<Posting>& postings) {
    std::ranges::stable_sort(postings, {}, &Posting::article);
    auto end = postings.begin();
    for (const Posting& posting : postings) {
        if (end == postings.begin() || std::prev(end)->article != posting.article) {
            *end++ = posting;
            continue;
        }
        FieldCounts& sum = std::prev(end)->counts;
        sum.body += posting.counts.body;
        sum.title += posting.counts.title;
        sum.source += posting.counts.source;
        sum.meta += posting.counts.meta;
    }
    postings.erase(end, postings.end());
}

/// The columns are the design's name and, where that is not kept, the verdict.
bib::StudyDesign design_of_row(const sqlite::Statement& row, int column) {
    return row.is_null(column)
               ? record_design(unpack_verdict(row.text(column + 1)))
               : bib::study_design_of_name(row.text(column)).value_or(bib::StudyDesign::unknown);
}

}  // namespace

std::optional<std::int64_t> row_of_passage(const Passage& passage) noexcept {
    const auto kind = static_cast<std::size_t>(passage.kind);
    const std::int64_t row = kFirstRow[kind] + passage.index;
    if (row >= kFirstRow[kind + 1]) {
        return std::nullopt;
    }
    return passage.article * kRows + row;
}

Passage passage_of_row(std::int64_t row) noexcept {
    const std::int64_t n = row % kRows;
    const auto after = std::ranges::upper_bound(kFirstRow, n);
    const auto kind = after - kFirstRow.begin() - 1;
    return {row / kRows, static_cast<PassageKind>(kind), static_cast<std::uint32_t>(n - *std::prev(after))};
}

std::uint32_t gram_counter(std::string_view counts, std::size_t index) noexcept {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < 4 && 4 * index + i < counts.size(); ++i) {
        out |= static_cast<std::uint32_t>(static_cast<unsigned char>(counts[4 * index + i])) << (8 * i);
    }
    return out;
}

IndexTotals SqliteIndex::totals() {
    flush();
    auto query = database_.prepare(
        "SELECT articles, sentences, claims, sources, body_words, title_words, source_words FROM totals");
    if (!query.step()) {
        fail_damaged("its totals are gone");
    }
    return {query.integer(0), query.integer(1), query.integer(2), query.integer(3),
            query.integer(4), query.integer(5), query.integer(6)};
}

std::vector<std::vector<Posting>> SqliteIndex::postings(std::span<const std::string> terms) {
    flush();
    std::vector<std::vector<Posting>> out(terms.size());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const bool is_prefix = text::is_prefix(terms[i]);
        sqlite::Statement& blocks = is_prefix ? blocks_of_prefix_ : blocks_forward_;
        if (is_prefix) {
            const std::string start = terms[i].substr(0, terms[i].size() - 1);
            blocks.bind(start, start + "\U0010FFFF");
        } else {
            blocks.bind(terms[i]);
        }
        while (blocks.step()) {
            unpack_postings(blocks.text(1), blocks.integer(0), out[i]);
        }
        blocks.reset();
        if (is_prefix) {
            join_by_article(out[i]);
        }
    }
    return out;
}

std::vector<std::string> SqliteIndex::terms_with_prefix(std::string_view prefix, std::size_t limit) {
    flush();
    std::vector<std::string> out;
    // Terms are letters and digits: the next one is at least the last with the lowest byte behind it.
    const std::string past = std::string(prefix) + "\U0010FFFF";
    std::string from(prefix);
    while (!prefix.empty() && out.size() < limit) {
        next_term_.bind(from, past);
        if (!next_term_.step()) {
            break;
        }
        out.emplace_back(next_term_.text(0));
        from = out.back() + '\x01';
    }
    next_term_.reset();
    return out;
}

std::vector<ArticleWords> SqliteIndex::words(std::span<const std::int64_t> articles) {
    std::vector<ArticleWords> out;
    out.reserve(articles.size());
    for (const std::int64_t article : articles) {
        select_words_.bind(article);
        if (select_words_.step()) {
            out.push_back(unpack_words(article, std::string(select_words_.text(0))));
        }
    }
    select_words_.reset();
    return out;
}

std::vector<std::uint32_t> SqliteIndex::gram_counts(std::span<const std::uint16_t> grams) {
    flush();
    std::vector<std::uint32_t> out(grams.size());
    std::vector<std::size_t> order(grams.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return grams[i]; });
    std::int64_t bucket = -1;
    std::string counts;
    for (const std::size_t i : order) {
        if (const std::int64_t wanted = grams[i] / kBucketGrams; wanted != bucket) {
            bucket = wanted;
            select_grams_.bind(bucket);
            counts = select_grams_.step() ? select_grams_.text(0) : std::string_view();
            select_grams_.reset();
        }
        out[i] = gram_counter(counts, static_cast<std::size_t>(grams[i] % kBucketGrams));
    }
    return out;
}

std::vector<Passage> SqliteIndex::passages_with(std::span<const std::string> terms, std::size_t within,
                                                std::size_t limit) {
    flush();
    // Terms are letters and digits alone, so that quoting them is enough.
    std::string match = within != 0 ? "NEAR(" : "\"";
    for (std::size_t i = 0; i < terms.size(); ++i) {
        match += i != 0 ? " " : "";
        match += within != 0 ? "\"" + terms[i] + "\"" : terms[i];
    }
    match += within != 0 ? ", " + std::to_string(within) + ")" : "\"";
    std::vector<Passage> out;
    if (terms.empty()) {
        return out;
    }
    auto query =
        database_.prepare("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rowid LIMIT ?");
    query.bind(match, static_cast<std::int64_t>(limit));
    while (query.step()) {
        out.push_back(passage_of_row(query.integer(0)));
    }
    return out;
}

namespace {

std::vector<std::pair<std::string, std::int64_t>> forms(sqlite::Statement query, std::string_view form,
                                                        std::size_t limit) {
    std::vector<std::pair<std::string, std::int64_t>> out;
    query.bind(form, static_cast<std::int64_t>(limit));
    while (query.step()) {
        out.emplace_back(std::string(query.text(0)), query.integer(1));
    }
    return out;
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> SqliteIndex::long_forms(std::string_view short_form,
                                                                          std::size_t limit) {
    return forms(database_.prepare("SELECT long, count(*) FROM abbreviations WHERE short = ? GROUP BY long "
                                   "ORDER BY 2 DESC, 1 LIMIT ?"),
                 short_form, limit);
}

std::vector<std::pair<std::string, std::int64_t>> SqliteIndex::short_forms(std::string_view long_form,
                                                                           std::size_t limit) {
    return forms(database_.prepare("SELECT short, count(*) FROM abbreviations WHERE long = ? GROUP BY short "
                                   "ORDER BY 2 DESC, 1 LIMIT ?"),
                 long_form, limit);
}

std::vector<std::int64_t> SqliteIndex::references_with_headline(std::string_view headline) {
    auto query = database_.prepare(
        "SELECT reference FROM verdicts v WHERE headline = ? AND id = (SELECT max(id) FROM verdicts WHERE "
        "reference = v.reference) ORDER BY reference");
    query.bind(headline);
    std::vector<std::int64_t> out;
    while (query.step()) {
        out.push_back(query.integer(0));
    }
    return out;
}

std::vector<std::int64_t> SqliteIndex::references_with_design(bib::StudyDesign design) {
    auto query = database_.prepare(
        "SELECT reference, design, CASE WHEN design IS NULL THEN verdict END FROM verdicts v WHERE (design = "
        "? OR design "
        "IS NULL) AND id = (SELECT max(id) FROM verdicts WHERE reference = v.reference) ORDER BY reference");
    query.bind(bib::name(design));
    std::vector<std::int64_t> out;
    while (query.step()) {
        if (design_of_row(query, 1) == design) {
            out.push_back(query.integer(0));
        }
    }
    return out;
}

bib::StudyDesign SqliteIndex::known_design(std::int64_t reference) {
    select_design_.bind(reference);
    const auto out = select_design_.step() ? design_of_row(select_design_, 0) : bib::StudyDesign::unknown;
    select_design_.reset();
    return out;
}

std::optional<ArticleFacts> SqliteIndex::facts(std::int64_t article) {
    select_facts_.bind(article);
    std::optional<ArticleFacts> out;
    if (select_facts_.step()) {
        out = ArticleFacts{select_facts_.integer(0),           std::string(select_facts_.text(1)),
                           std::string(select_facts_.text(2)), std::string(select_facts_.text(3)),
                           std::string(select_facts_.text(4)), std::string(select_facts_.text(5))};
    }
    select_facts_.reset();
    return out;
}

const article::Article& SqliteIndex::text_of(std::int64_t article) {
    if (text_article_ != article) {
        auto query = database_.prepare("SELECT text, anchors FROM article_texts WHERE article = ?");
        query.bind(article);
        if (!query.step()) {
            fail_damaged("an article has no text");
        }
        text_.text = query.text(0);
        text_.anchors = unpack_anchors(query.text(1));
        text_article_ = article;
    }
    return text_;
}

std::optional<SentencePlace> SqliteIndex::sentence(std::int64_t article, std::uint32_t index) {
    select_sentence_.bind(article, std::int64_t{index});
    std::optional<SentencePlace> out;
    if (select_sentence_.step()) {
        const article::Article& kept = text_of(article);
        const auto first = static_cast<std::size_t>(select_sentence_.integer(0));
        const auto past = static_cast<std::size_t>(select_sentence_.integer(1));
        if (first > past || past > kept.text.size()) {
            fail_damaged("a sentence lies outside its article");
        }
        out.emplace();
        out->text = kept.text.substr(first, past - first);
        out->heading = select_sentence_.text(2);
        out->position = kept.position_of(first);
    }
    select_sentence_.reset();
    return out;
}

std::optional<ClaimText> SqliteIndex::claim(std::int64_t article, std::uint32_t index) {
    select_claim_.bind(article, std::int64_t{index});
    std::optional<ClaimText> out;
    if (select_claim_.step()) {
        out.emplace();
        out->text = select_claim_.text(0);
        out->sentence = static_cast<std::uint32_t>(select_claim_.integer(1));
        out->evidence = select_claim_.text(2);
        out->cited = select_claim_.integer(3) != 0;
    }
    select_claim_.reset();
    select_claim_references_.bind(article, std::int64_t{index});
    while (out && select_claim_references_.step()) {
        out->references.push_back(static_cast<std::uint32_t>(select_claim_references_.integer(0)));
    }
    select_claim_references_.reset();
    return out;
}

std::vector<ComparedClaim> SqliteIndex::compared_claims() {
    auto query = database_.prepare(
        "SELECT article, idx, text, comparisons, comparisons IS NULL FROM claims WHERE comparisons IS NULL "
        "OR "
        "length(comparisons) > 0 ORDER BY article, idx");
    std::vector<ComparedClaim> out;
    while (query.step()) {
        ComparedClaim claim;
        claim.article = query.integer(0);
        claim.claim = static_cast<std::uint32_t>(query.integer(1));
        claim.text = query.text(2);
        claim.comparisons =
            query.integer(4) != 0 ? claim::find_comparisons(claim.text) : unpack_comparisons(query.text(3));
        if (claim.comparisons.empty()) {
            continue;
        }
        select_claim_references_.bind(claim.article, std::int64_t{claim.claim});
        while (select_claim_references_.step()) {
            claim.references.push_back(static_cast<std::uint32_t>(select_claim_references_.integer(0)));
        }
        select_claim_references_.reset();
        out.push_back(std::move(claim));
    }
    return out;
}

std::vector<std::pair<std::int64_t, std::uint32_t>> SqliteIndex::claims_citing(std::int64_t reference) {
    const std::int64_t article = reference >> kReferenceBits;
    auto query = database_.prepare(
        "SELECT DISTINCT claim FROM claim_references WHERE article = ? AND reference = ? ORDER BY claim");
    query.bind(article, reference - (article << kReferenceBits));
    std::vector<std::pair<std::int64_t, std::uint32_t>> out;
    while (query.step()) {
        out.emplace_back(article, static_cast<std::uint32_t>(query.integer(0)));
    }
    return out;
}

std::vector<std::int64_t> SqliteIndex::articles_of_site(std::string_view part) {
    auto query = database_.prepare(
        "SELECT id FROM articles WHERE instr(lower(site), lower(?1)) OR instr(lower(url), lower(?1)) OR "
        "instr(lower(path), lower(?1)) ORDER BY id");
    query.bind(part);
    std::vector<std::int64_t> out;
    while (query.step()) {
        out.push_back(query.integer(0));
    }
    return out;
}

}  // namespace whereof::store
