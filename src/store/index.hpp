// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "bib/study_design.hpp"
#include "store/postings.hpp"
#include "store/words.hpp"
#include "text/terms.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::store {

/// How much is in the index.
struct IndexTotals {
    std::int64_t articles = 0;
    std::int64_t sentences = 0;
    std::int64_t claims = 0;
    std::int64_t sources = 0;     ///< references
    std::int64_t body_words = 0;  ///< without stop words, as the two below
    std::int64_t title_words = 0;
    std::int64_t source_words = 0;
    bool operator==(const IndexTotals&) const = default;
};

/// A part of an article that has words of its own.
enum class PassageKind : std::uint8_t { title, sentence, source, heading };

struct Passage {
    std::int64_t article = 0;
    PassageKind kind{};
    std::uint32_t index = 0;  ///< of the sentence, reference or section
    auto operator<=>(const Passage&) const = default;
};

/// Where a sentence stands, for people.
struct SentencePlace {
    std::string text;  ///< as in the article, with its markers
    std::string heading;
    article::Position position;
};

/// An article's own facts that a query may name.
struct ArticleFacts {
    std::int64_t id = 0;
    std::string path;
    std::string key;
    std::string title;
    std::string site;
    std::string url;
};

struct ClaimText {
    std::string text;  ///< without its markers
    std::uint32_t sentence = 0;
    std::vector<std::uint32_t> references;  ///< indexes into the article's references
    std::string evidence;
    bool cited = false;
};

/// A claim that compares.
struct ComparedClaim {
    std::int64_t article = 0;
    std::uint32_t claim = 0;
    std::string text;
    std::vector<std::uint32_t> references;  ///< indexes into the article's references
    std::vector<claim::Comparison> comparisons;
};

/// What search asks of a store: statistics and words, many at once. Ranking is the caller's.
/// Terms are those of text::TermReader. Failure throws sqlite::DbError.
class Index {
  public:
    virtual ~Index() = default;

    virtual IndexTotals totals() = 0;

    /// For each term the articles that have it, by article; stop words have none. A prefix (text::is_prefix)
    /// has those of all its terms together.
    virtual std::vector<std::vector<Posting>> postings(std::span<const std::string> terms) = 0;

    /// Terms that start so, in order, at most `limit`.
    virtual std::vector<std::string> terms_with_prefix(std::string_view prefix, std::size_t limit) = 0;

    /// Does any article have this term, or one that starts so where it is a prefix? Cheap, unlike postings.
    [[nodiscard]] bool has_term(std::string_view wanted) {
        const bool is_prefix = text::is_prefix(wanted);
        const auto first = terms_with_prefix(wanted.substr(0, wanted.size() - (is_prefix ? 1 : 0)), 1);
        return !first.empty() && (is_prefix || first.front() == wanted);
    }
    /// How many articles have the term.
    [[nodiscard]] std::size_t articles_with(const std::string& term) {
        return postings(std::span(&term, 1)).front().size();
    }

    /// The words of these articles, in their order. Articles that do not exist are left out.
    virtual std::vector<ArticleWords> words(std::span<const std::int64_t> articles) = 0;

    /// In how many articles each gram (text/grams.hpp) stands; grams that share a number are counted
    /// together.
    virtual std::vector<std::uint32_t> gram_counts(std::span<const std::uint16_t> grams) = 0;

    /// Passages with these terms one after another, or all within `within` words of each other in any order
    /// when that is not 0; by place, at most `limit`.
    virtual std::vector<Passage> passages_with(std::span<const std::string> terms, std::size_t within,
                                               std::size_t limit) = 0;

    /// What a short form stands for, folded, by how many articles say so, most first.
    virtual std::vector<std::pair<std::string, std::int64_t>> long_forms(std::string_view short_form,
                                                                         std::size_t limit) = 0;
    /// Short forms, as written, of a folded long form.
    virtual std::vector<std::pair<std::string, std::int64_t>> short_forms(std::string_view long_form,
                                                                          std::size_t limit) = 0;

    /// References whose newest verdict has this headline ("retracted"), by id.
    virtual std::vector<std::int64_t> references_with_headline(std::string_view headline) = 0;

    /// References whose newest verdict is on a record of that design by PubMed's publication types, by id.
    virtual std::vector<std::int64_t> references_with_design(bib::StudyDesign design) = 0;
    /// The design of the record that a reference's newest verdict is on; unknown where its publication types
    /// tell none, and where there is no verdict.
    virtual bib::StudyDesign known_design(std::int64_t reference) = 0;

    virtual std::optional<ArticleFacts> facts(std::int64_t article) = 0;

    virtual std::optional<SentencePlace> sentence(std::int64_t article, std::uint32_t index) = 0;
    virtual std::optional<ClaimText> claim(std::int64_t article, std::uint32_t index) = 0;
    /// Every claim that compares, by article and claim.
    virtual std::vector<ComparedClaim> compared_claims() = 0;
    /// The claims that cite a reference (its id), as article and claim.
    virtual std::vector<std::pair<std::int64_t, std::uint32_t>> claims_citing(std::int64_t reference) = 0;
    /// Every article whose site, URL or path has `part` in it, without regard to case; by id.
    virtual std::vector<std::int64_t> articles_of_site(std::string_view part) = 0;
};

}  // namespace whereof::store
