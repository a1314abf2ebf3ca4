// SPDX-License-Identifier: MIT
#include "serve/sample_site.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::serve {
namespace {

bib::Item yoga() {
    bib::Item out;
    out.type = bib::ItemType::article_journal;
    out.author.resize(1);
    out.author[0].family = "Holden";
    out.author[0].given = "J";
    out.title = "A trial of yoga in adults";
    out.container_title = "Spine";
    out.issued.year = 2011;
    out.volume = "36";
    out.page = "100-108";
    out.abstract = "Stretching was tried.";
    return out;
}

/// The abstract that the store has for the only reference of an article put in by the page.
std::string abstract_after_adding(const std::vector<bib::Item>& known) {
    test::SampleSite sample(true, true, known);
    const PageReply added =
        sample.ask("POST", "/check",
                   "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.md\"\r\n\r\n"
                   "# Backs\n\nYoga helps [1].\n\n## References\n\n"
                   "1. Holden J. A trial of yoga in adults. Spine. 2011;36:100-108.\n"
                   "\r\n--b\r\nContent-Disposition: form-data; name=\"add\"\r\n\r\nyes\r\n--b--",
                   "multipart/form-data; boundary=b");
    EXPECT_EQ(added.status, 303) << added.body;
    const auto store = sample.store();
    const auto found = store->find_article("dropped/a.md");
    return found ? store->article(found->id).references.at(0).reference.item.abstract : "(no article)";
}

TEST(AddedPage, GivesSourcesTheAbstractsThatAnAuthorityHolds) {
    EXPECT_EQ(abstract_after_adding({yoga()}), "Stretching was tried.");
    EXPECT_EQ(abstract_after_adding({}), "");
    auto other = yoga();
    other.title = "Beds and sleep in hospitals";
    EXPECT_EQ(abstract_after_adding({other}), "");
}

}  // namespace
}  // namespace whereof::serve
