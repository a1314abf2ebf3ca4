// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "bib/reference.hpp"
#include "finding/verdict.hpp"
#include "store/packer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::store {

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
std::string pack_comparisons(const std::vector<claim::Comparison>& comparisons);
std::vector<claim::Comparison> unpack_comparisons(std::string_view bytes);

/// "0 2 5"
std::string list_of_numbers(const std::vector<std::uint32_t>& numbers);
std::vector<std::uint32_t> numbers_of_list(std::string_view list);

/// xxHash of everything in an article but what its texts alone say (comparisons), so that a changed byte in
/// the store is noticed.
std::uint64_t digest_of(const article::Article& article);

}  // namespace whereof::store
