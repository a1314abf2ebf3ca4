// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "cli/citations.hpp"
#include "cli/command.hpp"
#include "report/report.hpp"
#include "store/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace whereof::cli {

/// Articles of a store that were named to check.
struct StoredInputs {
    std::unique_ptr<store::Store> store;  ///< nullptr when there is none to look into, or nothing to look for
    std::vector<store::ArticleSummary> articles;
    std::vector<std::string> names;  ///< under which they were asked for, one an article
};

/// A file that was read, by its name and the digest of its bytes.
struct ReadFile {
    std::string path;
    std::string sha256;
};

/// Takes out of `names` what names no file but an article of the store ("12", or the path of a file that is
/// gone). The id of a part of an article ("draft.md#r3",
/// "w17") goes to `skipped` with how to ask for it: only whole articles are checked.
StoredInputs take_stored(Context& context, const std::string& db, std::vector<std::string>& names,
                         std::vector<Error>& skipped);

/// Leaves out articles that were read from a file too: under their path, as the file is now, or with the same
/// bytes. Says so on stderr, and of the others that the store's text is meant.
void leave_out_copies(Context& context, StoredInputs& stored, const std::vector<ReadFile>& files);

/// Adds the articles to those that are checked, and what they cite to `citations`.
void add_stored(store::Store& store, const std::vector<store::ArticleSummary>& articles,
                std::vector<report::CheckedArticle>& checked, CitationIndex& citations);

}  // namespace whereof::cli
