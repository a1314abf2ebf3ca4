// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace whereof::search {

/// How much each trace of relevance counts. Chosen by tests/bench/search_bench on the training queries of
/// public sets and confirmed on their validation queries; one set of numbers for everything. Those sets have
/// no questions for headings: row_question was chosen on questions to health articles, between row_heading,
/// which is too little for an answer that repeats none of the question's words, and row_source.
struct Weights {
    // An article: BM25 over its body with its title and its sources' titles folded in.
    double article_k1 = 2.0;
    double article_b = 0.75;
    double title = 3.0;      ///< how often a word of the title counts
    double source = 0.2;     ///< a word in the title of a source
    double meta = 0.05;      ///< a word in an author's or a journal's name
    double abstract = 0.05;  ///< a word in the abstract of a source
    double bigram = 0.1;     ///< two words of the query beside one another
    double gram = 0.2;       ///< runs of four letters
    double best_sentence = 0.15;

    // A sentence or claim: BM25 over the fields of its row, and what its article scores.
    double row_k1 = 0.6;
    double row_b = 0.3;
    double row_title = 0.5;
    double row_heading = 0.3;
    double row_question = 0.8;  ///< the same of a heading that is a question: what stands below answers it
    double row_source = 0.8;
    double row_meta = 0.2;
    double row_abstract = 0.2;   ///< of a source of a claim
    double work_abstract = 0.3;  ///< where works or references are looked for
    double row_bigram = 0.1;
    double article = 2.0;  ///< the article's score, as a share of the best article's
    // The rest are shares of what a row that matches everything would score.
    /// A row in whose own text all stands that the query asks, as a share of what an article would score that
    /// has each once: enough to come before what only stands in an article about it. From 0.5 to 10 the sets
    /// are the same.
    double whole = 4.0;
    double cue = 0.1;       ///< each word (at most three) that says what was found
    double method = -0.07;  ///< a sentence that says what was done
    double first = -0.07;   ///< the article's first sentence

    double synonym = 0.2;  ///< of a word that only means the same; more finds documents, and loses sentences
    double abbreviation = 0.4;  ///< of a short or long form that an article of the store defines
    double compound = 0.8;      ///< of two words written as one, or of one written as two
    double outcome = 2.0;       ///< words behind the colon of "A versus B: outcome"
};

/// Articles that are ranked by all of their words, best first: so many, or as many as have so many words. The
/// rest of those that match are looked at only when there are fewer hits than were asked for. A whole article
/// is in its place long before the twentieth: of the public sets' questions to 1,155 of them, 99 in 100 have
/// the right one among the first ten.
inline constexpr std::size_t kRescoredArticles = 200;
inline constexpr std::size_t kRescoredWords = 80'000;
inline constexpr std::size_t kArticlesMore = 16;  ///< that are looked at together after those

/// Words of a query that are ranked; of more, the rarest.
inline constexpr std::size_t kRankedWords = 64;

}  // namespace whereof::search
