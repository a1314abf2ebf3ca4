// SPDX-License-Identifier: MIT
#include "serve/near_works.hpp"

#include "store/sample_article.hpp"
#include "support/data.hpp"
#include "verify/works.hpp"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

/// An index that knows an event about every work with this DOI.
class Telling : public verify::Posing {
  public:
    Telling(authority::Authority& whole, std::string doi, std::vector<authority::EventKind> kinds)
        : Posing(whole, false, 100), doi_(std::move(doi)), kinds_(std::move(kinds)) {}
    std::vector<authority::StatusEvent> events(std::string_view doi, std::string_view /*pmid*/) override {
        std::vector<authority::StatusEvent> out;
        for (const authority::EventKind kind : doi == doi_ ? kinds_ : std::vector<authority::EventKind>()) {
            out.push_back({kind, "10.1234/notice", "", "2024", "crossref"});
        }
        return out;
    }

  private:
    std::string doi_;
    std::vector<authority::EventKind> kinds_;
};

class NearWorks : public testing::Test {
  protected:
    /// The titles offered for a claim that cites nothing, where the store cites `cited` and nobody judged it.
    std::vector<std::string> offered(const std::vector<bib::Item>& cited,
                                     const std::vector<authority::Authority*>& authorities) {
        test::ArticleBuilder notes("Notes");
        notes.claim("Prevention and treatment of low back pain need promising directions.", {});
        for (const bib::Item& item : cited) {
            notes.reference("Foster", item.title, item.container_title, item.issued.year);
        }
        store_->put_article("notes.md", "1", notes.get());
        std::vector<std::string> out;
        for (const auto& one : near_works(*store_, authorities, notes.get(), notes.get().claims[0])) {
            out.push_back(one.at("candidate"));
        }
        return out;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<store::Store> store_ = store::open_store(folder_ / "s.db");
    bib::Item work_ = verify::foster();
    std::unique_ptr<authority::Authority> index_ = verify::index_of({work_});
};

using authority::EventKind;

TEST_F(NearWorks, OfAnAuthorityAreOfferedWhileTheyStand) {
    Telling sound(*index_, work_.DOI, {});
    Telling corrected(*index_, work_.DOI, {EventKind::correction});
    Telling lifted(*index_, work_.DOI, {EventKind::retraction, EventKind::reinstatement});
    for (authority::Authority* one : {&sound, &corrected, &lifted}) {
        EXPECT_EQ(offered({}, {one}), std::vector<std::string>{work_.title});
    }
    Telling retracted(*index_, work_.DOI, {EventKind::retraction});
    Telling doubted(*index_, work_.DOI, {EventKind::concern});
    for (authority::Authority* one : {&retracted, &doubted}) {
        EXPECT_TRUE(offered({}, {one}).empty());
    }
    bib::Item marked = work_;
    marked.title = "RETRACTED: " + work_.title;
    const auto index = verify::index_of({marked});
    EXPECT_TRUE(offered({}, {index.get()}).empty());
}

/// The store's reference has no identifier: its title leads to the record.
TEST_F(NearWorks, OfTheStoreAreAskedAboutToo) {
    EXPECT_EQ(offered({work_}, {}), std::vector<std::string>{work_.title});
    Telling sound(*index_, work_.DOI, {});
    EXPECT_EQ(offered({work_}, {&sound}), std::vector<std::string>{work_.title}) << "once";
    Telling retracted(*index_, work_.DOI, {EventKind::retraction});
    EXPECT_TRUE(offered({work_}, {&retracted}).empty());
    EXPECT_TRUE(offered({work_}, {&sound, &retracted}).empty()) << "one of them knows";
}

}  // namespace
}  // namespace whereof::serve
