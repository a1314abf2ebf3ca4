// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "text/terms.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::store {

/// A run of words in ArticleWords::stream.
struct WordRun {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
};

struct SentenceWords {
    std::uint32_t section = 0;
    WordRun words;  ///< of the claim's text where the sentence is a claim: without markers
};

/// A reference of the article's list.
struct SourceWords {
    int year = 0;     ///< 0 when unknown
    WordRun title;    ///< of the raw text when nobody could find a title in it
    WordRun authors;  ///< family names and organisations
    WordRun container;
    WordRun abstract;  ///< of its first kMostOfAbstract bytes; empty where none is known
};

struct ClaimWords {
    std::uint32_t sentence = 0;
    bool cited = false;
    std::vector<std::uint32_t> sources;  ///< indexes into ArticleWords::sources
};

/// Everything of an article that can be searched, as terms in order. A word is an index into `terms`; those
/// stand by falling frequency in the article.
struct ArticleWords {
    std::int64_t article = 0;
    std::vector<std::string_view> terms;  ///< in `bytes`
    std::vector<std::uint32_t> stream;
    WordRun title;
    std::vector<WordRun> headings;  ///< by section
    std::vector<SentenceWords> sentences;
    std::vector<SourceWords> sources;
    std::vector<ClaimWords> claims;
    std::string bytes;  ///< the packed form, which `terms` points into

    ArticleWords() = default;
    ArticleWords(const ArticleWords&) = delete;
    ArticleWords& operator=(const ArticleWords&) = delete;
    ArticleWords(ArticleWords&&) noexcept = default;
    ArticleWords& operator=(ArticleWords&&) noexcept = default;
    ~ArticleWords() = default;

    [[nodiscard]] std::span<const std::uint32_t> of(WordRun run) const {
        return std::span(stream).subspan(run.begin, run.size());
    }
    [[nodiscard]] std::vector<std::string_view> terms_of(WordRun run) const {
        std::vector<std::string_view> out;
        for (const std::uint32_t word : of(run)) {
            out.push_back(terms[word]);
        }
        return out;
    }
};

/// So much of a source's abstract is indexed: the longest that journals allow have a quarter of it.
inline constexpr std::size_t kMostOfAbstract = std::size_t{16} << 10U;

/// More distinct terms than this in one article are not indexed: no article that people wrote has as many.
inline constexpr std::size_t kMostTerms = 200'000;

struct PackedWords {
    std::string bytes;
    std::vector<std::uint32_t> terms;  ///< parallel to ArticleWords::terms: the reader's numbers
};

/// The packed words of an article. Linear in its size.
PackedWords pack_words(const article::Article& article, text::TermReader& reader);

/// Unpacks; `bytes` must be heap-allocated or short enough to stay, it moves into the result.
/// Throws sqlite::DbError when they are damaged.
ArticleWords unpack_words(std::int64_t article, std::string bytes);

/// How often a term stands in each field of an article.
struct FieldCounts {
    std::uint32_t body = 0;  ///< sentences and headings
    std::uint32_t title = 0;
    std::uint32_t source = 0;    ///< titles of references
    std::uint32_t meta = 0;      ///< authors, journals and years of references
    std::uint32_t abstract = 0;  ///< abstracts of references
    /// Does it stand only in what others say, which the article's reader does not see?
    [[nodiscard]] bool only_in_abstracts() const noexcept {
        return abstract > 0 && body == 0 && title == 0 && source == 0 && meta == 0;
    }
    bool operator==(const FieldCounts&) const = default;
};

/// What an article gives to the index.
struct ArticleCounts {
    std::vector<FieldCounts> by_term;  ///< parallel to ArticleWords::terms
    std::vector<std::string> years;    ///< of its references, each once: terms of the meta field
    std::uint32_t body_words = 0;      ///< without stop words
    std::uint32_t title_words = 0;
    std::uint32_t source_words = 0;
};
ArticleCounts count_words(const ArticleWords& words);

}  // namespace whereof::store
