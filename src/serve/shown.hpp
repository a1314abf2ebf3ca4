// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "bib/reference.hpp"
#include "search/conflicts.hpp"
#include "serve/stored_judge.hpp"
#include "serve/target.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

/// What a caller knows already, and how much it wants.
struct ShowWishes {
    std::size_t most_citations = ~std::size_t{0};  ///< of a work; "citations" says how many there are
    const search::Conflicts* conflicts = nullptr;  ///< of the whole store; nullptr: they are looked for
};

/// All that is known of an article, claim, reference or work of the store; null when it holds no such thing.
/// The authorities are asked for works near to a claim without a sound source.
nlohmann::ordered_json show(store::Store& store, const std::vector<authority::Authority*>& authorities,
                            StoredJudge& judge, const FindArticle& find, const Target& target,
                            const ShowWishes& wishes = {});

/// The same as indented lines "name: value", for people.
std::string shown_text(const nlohmann::ordered_json& shown);

/// Adds "raw" to what is said of a reference and, where that is the entry of a file of records, "citation":
/// the reference as a reader sees it.
void add_citation(nlohmann::ordered_json& out, const bib::Reference& reference);

}  // namespace whereof::serve
