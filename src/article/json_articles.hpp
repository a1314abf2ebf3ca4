// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "base/result.hpp"

#include <string_view>
#include <vector>

namespace whereof::article {

/// Does a file with this head hold JSON as programs print it for people: an array of objects, or one object
/// over several lines? Not JSONL, whose lines are objects each.
bool looks_like_json_articles(std::string_view head);

/// Reads the article of an object, or those of an array of them; each object is what a line of JSONL is. One
/// that is none is an Error with its line and costs no other; no JSON, or no article at all, is one Error in
/// all.
std::vector<Result<Article>> read_json_articles(std::string_view text, std::string_view name);

}  // namespace whereof::article
