// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "bib/reference.hpp"
#include "finding/verdict.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::store {

/// Packs values into bytes: numbers as LEB128, texts with their length before them. What is written in one
/// order is read in the same order; there are no tags.
class Packer {
  public:
    void number(std::uint64_t value);
    void text(std::string_view value);
    void real(double value);
    void flag(bool value) { number(value ? 1 : 0); }
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::string take() noexcept { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what a Packer wrote. Bytes that no Packer can have written throw sqlite::DbError: the store is
/// damaged.
class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number();
    std::uint32_t small_number();  ///< one that must fit 32 bits
    /// A number of things of which each takes at least one byte: never more than there are bytes left.
    std::size_t count();
    std::string_view text();  ///< lives as long as the bytes
    double real();
    bool flag() { return number() != 0; }
    [[nodiscard]] bool done() const noexcept { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

  private:
    std::string_view rest_;
};

/// Throws sqlite::DbError that names the damage.
[[noreturn]] void fail_damaged(std::string_view what);

void pack(Packer& out, const bib::Item& item);
bib::Item unpack_item(Unpacker& in);

/// All of a listed reference but its raw text and label, which have columns of their own.
std::string pack_reference(const article::ListedReference& listed);
article::ListedReference unpack_reference(std::string_view bytes, std::string raw, std::string label);

std::string pack_verdict(const finding::Verdict& verdict);
finding::Verdict unpack_verdict(std::string_view bytes);

std::string pack_anchors(const std::vector<article::Anchor>& anchors);
std::vector<article::Anchor> unpack_anchors(std::string_view bytes);

std::string pack_texts(const std::vector<std::string>& texts);
std::vector<std::string> unpack_texts(std::string_view bytes);

/// Empty for none.
std::string pack_comparisons(const std::vector<article::Comparison>& comparisons);
std::vector<article::Comparison> unpack_comparisons(std::string_view bytes);

/// "0 2 5"
std::string list_of_numbers(const std::vector<std::uint32_t>& numbers);
std::vector<std::uint32_t> numbers_of_list(std::string_view list);

/// xxHash of everything in an article but what its texts alone say (comparisons), so that a changed byte in
/// the store is noticed.
std::uint64_t digest_of(const article::Article& article);

}  // namespace whereof::store
