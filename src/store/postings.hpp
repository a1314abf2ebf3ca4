// SPDX-License-Identifier: MIT
#pragma once

#include "store/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace whereof::store {

/// That an article has a term.
struct Posting {
    std::int64_t article = 0;
    FieldCounts counts;
    std::uint32_t length = 0;  ///< words of the article's body, to about 3 %
    bool operator==(const Posting&) const = default;
};

/// A block of the postings table: postings in order of article. Each is its distance to the one before, a
/// byte with the body count (15: a number follows) and a bit for each of the four other fields that has a
/// count, these counts, and the length in one byte.
std::string pack_postings(const std::vector<Posting>& postings, std::int64_t first);
/// Appends to `out`; throws sqlite::DbError when the bytes are damaged.
void unpack_postings(std::string_view bytes, std::int64_t first, std::vector<Posting>& out);

/// Lengths as they are kept: exact below 32, then four bits after the leading one, rounded down.
std::uint8_t pack_length(std::uint32_t length) noexcept;
std::uint32_t unpack_length(std::uint8_t packed) noexcept;

/// What an article gives to the index: each of its terms, and the years of its references, once.
std::vector<std::pair<std::string_view, Posting>> postings_of(const ArticleWords& words,
                                                              const ArticleCounts& counts);

/// Postings of articles that are not yet in the table, by the number of the term in a TermReader.
class PostingBuffer {
  public:
    void add(std::uint32_t term, const Posting& posting);
    /// By term; each term's postings by article. Valid until the next add() or clear().
    [[nodiscard]] std::vector<std::pair<std::string_view, const std::vector<Posting>*>> sorted(
        const text::TermReader& reader);
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }  ///< of memory, about
    [[nodiscard]] bool empty() const noexcept { return bytes_ == 0; }
    void clear();

  private:
    std::vector<std::vector<Posting>> terms_;
    std::size_t bytes_ = 0;
};

}  // namespace whereof::store
