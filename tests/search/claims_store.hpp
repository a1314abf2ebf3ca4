// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::test {

struct Said {
    const char* text;
    std::vector<std::uint32_t> references;
};

/// An article with two sources and these claims.
inline article::Article article_that_says(const std::vector<Said>& all) {
    article::Article out;
    out.title = "Notes";
    out.sections = {{"", 0}};
    const char* const titles[] = {"Early versus delayed physical therapy: a meta-analysis",
                                  "Yoga for chronic low back pain: a randomized trial"};
    for (const char* title : titles) {
        article::ListedReference listed;
        listed.reference.raw = title;
        listed.reference.item.title = title;
        listed.reference.item.type = bib::ItemType::article_journal;
        listed.reference.item.issued.year = 2023;
        out.references.push_back(listed);
    }
    for (const Said& said : all) {
        article::Claim claim;
        claim.sentence = static_cast<std::uint32_t>(out.sentences.size());
        claim.text = said.text;
        claim.references = said.references;
        claim.cited = !said.references.empty();
        claim.comparisons = claim::find_comparisons(claim.text);
        const std::size_t begin = out.text.size();
        out.text += said.text;
        out.sentences.push_back({{begin, out.text.size()}, 0, article::BlockKind::paragraph});
        out.text += "\n\n";
        out.claims.push_back(claim);
    }
    return out;
}

/// A store to put articles into that say these things.
class ClaimsStore : public testing::Test {
  protected:
    void put(const char* path, const std::vector<Said>& all) {
        store_->put_article(path, "1", article_that_says(all));
    }
    TemporaryFolder folder_;
    std::unique_ptr<store::Store> store_ = store::open_store(folder_ / "s.db");
};

}  // namespace whereof::test
