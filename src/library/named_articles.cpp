// SPDX-License-Identifier: MIT
#include "library/named_articles.hpp"

#include "article/readers.hpp"
#include "library/values.hpp"

#include <utility>

namespace whereof::library {

std::vector<NamedArticle> read_named(std::string_view bytes, std::string_view name,
                                     std::vector<Problem>& problems) {
    std::vector<NamedArticle> out;
    auto articles = article::read_articles(bytes, name);
    std::size_t number = 0;
    for (auto& read : articles) {
        ++number;
        if (!read) {
            problems.push_back(given(read.error(), name));
            continue;
        }
        const bool is_one_of_several = read->format == "jsonl";
        std::string called =
            is_one_of_several ? article::name_in_file(name, *read, number) : std::string(name);
        out.push_back({std::move(called), *std::move(read)});
    }
    return out;
}

}  // namespace whereof::library
