// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "base/span.hpp"
#include "bib/reference.hpp"
#include "finding/verdict.hpp"
#include "search/comparative.hpp"
#include "search/synonyms.hpp"
#include "search/weights.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::search {

enum class Scope : std::uint8_t { claims, articles, sentences, references, works };

enum class Order : std::uint8_t {
    rank,
    year,      ///< of the newest source, newest first; hits without one last
    evidence,  ///< by the level of the best source (bib::evidence_level), best first; unknown levels last
};
/// Orders but rank, and stances, are of so many best hits.
inline constexpr std::size_t kMostOrdered = 1000;

struct Options {
    Scope scope = Scope::claims;
    Order order = Order::rank;
    bool evidence_breaks_ties = true;  ///< of equal scores, as printed, the better level of evidence is first
    std::optional<Stance> stance;      ///< of a query that compares: only hits that stand so to it
    std::size_t limit = 10;
    std::size_t offset = 0;
    bool explain = false;
    const Synonyms* synonyms = nullptr;  ///< not owned; nullptr: Synonyms::shipped()
};

/// A source of a hit. `verdict` is empty until the caller, who has the authorities, fills it.
struct HitReference {
    std::int64_t id = 0;      ///< in the store
    std::uint32_t index = 0;  ///< 1-based place in the article's list
    bib::Reference reference;
    std::optional<finding::Verdict> verdict;
};

struct Hit {
    std::size_t rank = 0;  ///< from 1
    double score = 0.0;    ///< higher is better; comparable within one answer only
    std::string
        id;  ///< article: its key; sentence: "key:index"; claim, reference, work: "key#c12", "key#r3", "w17"
    std::string
        text;  ///< the claim, sentence, title or reference; of an entry of RIS and their like, its title
    std::vector<Span> matched;              ///< the words of `text` that the query matched
    std::vector<std::string> in_abstracts;  ///< words of the query that only a source's abstract has
    std::string path;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string heading;
    std::string article_title;
    std::vector<HitReference> references;
    std::optional<store::CitationCounts> counts;  ///< of a work
    std::vector<std::string> explanation;         ///< filled with Options::explain
    /// What the claim or sentence says to a query that compares; absent for other queries and scopes.
    std::optional<HitComparison> comparison;
};

/// Never fails on odd input but for what cannot be meant: an unknown field name, an impossible range. The
/// Error says what is meant instead. An empty query, or one of punctuation alone, is an Error too.
Result<std::vector<Hit>> search(store::Store& store, std::string_view query, const Options& options);

/// The same with other weights: for measuring.
Result<std::vector<Hit>> search(store::Store& store, std::string_view query, const Options& options,
                                const Weights& weights);

}  // namespace whereof::search
