// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "whereof.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::library {

struct NamedArticle {
    std::string name;  ///< the file's; "file.jsonl#id" where it has several
    article::Article article;
};

/// The articles of a file; what cannot be read goes to `problems`.
std::vector<NamedArticle> read_named(std::string_view bytes, std::string_view name,
                                     std::vector<Problem>& problems);

}  // namespace whereof::library
