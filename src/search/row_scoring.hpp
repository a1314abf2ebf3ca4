// SPDX-License-Identifier: MIT
#pragma once

#include "search/article_ranking.hpp"
#include "search/finding_cues.hpp"
#include "search/letter_runs.hpp"
#include "search/slots.hpp"
#include "search/term_starts.hpp"
#include "search/weights.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whereof::search {

/// A field of a row, in the words of an explanation.
enum class RowField : std::uint8_t { text, heading, title, source, meta, abstract };
inline constexpr std::size_t kRowFieldCount = 6;

/// What is ranked and shown: a sentence, a claim (a sentence with sources) or a source alone.
struct Row {
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
    std::uint32_t sentence = kNone;
    std::uint32_t claim = kNone;
    std::span<const std::uint32_t> sources;  ///< indexes into ArticleWords::sources
    bool cited = false;
};

/// How well one slot was answered: by which alternative, in which field most.
struct SlotMatch {
    std::size_t slot = 0;
    std::size_t alternative = 0;
    RowField field{};
    double score = 0.0;
};

struct RowScore {
    double words = 0.0;       ///< BM25 over the row's fields
    double neighbours = 0.0;  ///< words that stand beside one another as in the query
    double prior = 0.0;       ///< cue words, methods, place
    double whole = 0.0;       ///< for a row in which all stands that the query asks
    bool own_words = false;   ///< a word stands in the row itself, not only in the article's title
    /// Answers a word of the query itself (or its long or short form), or by synonyms at least half of what
    /// the query asks. "avoid" alone is no answer to "does aspirin prevent stroke".
    bool answers = false;
    [[nodiscard]] double sum() const noexcept { return words + neighbours + prior + whole; }
};

/// Why a row scores as it does.
struct RowExplanation {
    RowScore score;
    std::vector<SlotMatch> matches;  ///< the slots that it answers, in the order of the query
    std::vector<std::string> cues;   ///< the words that made its prior ("better"), as index terms
};

/// What all of an article's words add to its score.
struct ArticleBonus {
    double neighbours = 0.0;
    double letters = 0.0;  ///< runs of four, which words of one family share
    double best_sentence = 0.0;
    [[nodiscard]] double sum() const noexcept { return neighbours + letters + best_sentence; }
};

/// Scores the rows of articles for one query. Not thread-safe.
class RowScorer {
  public:
    RowScorer(const Slots& slots, const TermStatistics& statistics, store::Index& index,
              const Weights& weights);

    /// Must come before the others; `words` must live as long as it is asked about.
    void take(const store::ArticleWords& words);

    ArticleBonus article_bonus();
    RowScore score(const Row& row);
    RowExplanation explain(const Row& row);

  private:
    struct Found {
        std::uint32_t place = 0;  ///< in its run
        std::uint32_t term = 0;   ///< of Slots::terms
    };
    struct FoundRun {
        std::vector<Found> found;
        std::uint32_t size = 0;
    };
    struct FieldRun {
        RowField field{};
        double weight = 1.0;
        const FoundRun* run = nullptr;
    };
    struct Use {
        std::uint32_t slot = 0;
        std::uint32_t alternative = 0;
    };

    void look_through(store::WordRun run, FoundRun& out) const;
    const FoundRun& kept(std::vector<std::optional<FoundRun>>& runs, std::size_t index, store::WordRun run);
    void gather_fields(const Row& row);
    static double count_phrase(const FoundRun& run, const std::vector<std::uint32_t>& terms);
    double match_slots(double length_ratio);
    void count_pairs(const FoundRun& run, double weight);
    double take_pairs(double k1);
    [[nodiscard]] bool answers_enough() const;
    [[nodiscard]] bool is_whole() const;
    double prior_of(const Row& row, std::vector<std::string>* cues);

    const Slots& slots_;
    const TermStatistics& statistics_;
    const Weights& weights_;
    LetterRuns letters_;
    std::unordered_map<std::string_view, std::uint32_t> term_numbers_;
    std::vector<std::uint32_t> prefixes_;  ///< terms that are prefixes
    TermStarts starts_;                    ///< of the query's terms
    std::vector<std::vector<Use>> uses_;   ///< by term: the alternatives that begin with it
    double full_article_ = 0.0;            ///< about what an article scores that has every slot once
    double full_score_ = 0.0;              ///< about what a row scores that answers every slot once

    static constexpr std::uint32_t kOther = 0xFFFFFFFFU;
    const store::ArticleWords* words_ = nullptr;
    std::vector<std::uint32_t> term_of_;             ///< article's term -> query's term, or kOther
    std::vector<std::optional<FindingCue>> cue_of_;  ///< by article's term; empty: not looked up yet
    FoundRun title_;
    std::vector<std::optional<FoundRun>> headings_;
    std::vector<std::optional<FoundRun>> source_titles_;
    std::vector<std::optional<FoundRun>> source_names_;
    std::vector<std::optional<FoundRun>> source_abstracts_;
    // Of the row in hand:
    FoundRun text_;
    std::vector<FieldRun> fields_;
    std::vector<double> counts_;          ///< by term, weighted by field
    std::vector<std::uint32_t> touched_;  ///< terms with a count
    std::vector<double> pairs_;           ///< by slot: how often it stands right behind the slot before
    bool direct_ = false;                 ///< more than a synonym stands there
    std::vector<SlotMatch> best_;         ///< by slot; score 0 where it is not answered
};

}  // namespace whereof::search
