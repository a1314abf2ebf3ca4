// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace whereof::cli {

/// A reference to export. Everything it points to dies with the call that it is handed to.
struct ExportedReference {
    std::string path;       ///< of its article
    std::size_t index = 0;  ///< its place in the list, from 1
    const bib::Reference& reference;
    store::Store* store = nullptr;  ///< nullptr for a file
    std::int64_t id = 0;            ///< in the store
};

/// An article to export, from a file or from the store.
struct ExportedArticle {
    std::string path;
    article::Article article;
    store::Store* store = nullptr;            ///< nullptr for a file
    std::vector<std::int64_t> reference_ids;  ///< in the store, by place in the article's list

    [[nodiscard]] ExportedReference reference(std::size_t place) const {
        return {path, place + 1, article.references[place].reference, store,
                store == nullptr ? 0 : reference_ids[place]};
    }
};

/// What to export: one of the three.
struct ExportWishes {
    std::vector<std::string> names;  ///< files, folders, globs, "-", or articles and what is in them by id
    bool all = false;                ///< every article of the store
    std::string query;               ///< the references of what a search of the store finds
    std::string db;
};

using TakeArticle = std::function<void(const ExportedArticle&)>;
using TakeReference = std::function<void(const ExportedReference&)>;

/// Hands over the articles wished for by name or all; what cannot be read goes to `skipped`. The references
/// that the id of a reference, claim or work of the store names ("draft.md#r3", "draft.md#c2", "w17") go to
/// `one`; where that is empty there are no such names.
void for_each_article(Context& context, const ExportWishes& wishes, std::vector<Error>& skipped,
                      const TakeArticle& each, const TakeReference& one);

/// Hands over the references of every claim that the query finds, each once, best hits first. Throws Refusal
/// for a query that cannot be meant. Returns how many claims were found.
std::size_t for_each_found(Context& context, const ExportWishes& wishes, const TakeReference& each);

}  // namespace whereof::cli
