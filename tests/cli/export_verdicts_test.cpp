// SPDX-License-Identifier: MIT
#include "cli/authorities.hpp"
#include "cli/run_in.hpp"
#include "store/store.hpp"
#include "support/data.hpp"

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using finding::Headline;

/// A store with an article of one reference, of which the index knows nothing, and what is kept of it says
/// otherwise: so that it shows which of both is told.
class ExportStored : public testing::Test {
  protected:
    ExportStored() {
        test::write_text(home_ / "a.txt",
                         "Back pain\n\nYoga helps [1].\n\nReferences\n"
                         "1. Holden J, Smith A. A trial of yoga in adults. Spine. 2011;36:100-108.\n");
        EXPECT_EQ(run_in(home_.path(), {"add", path_, "--db", db_}).code, kDone);
        std::istringstream in;
        std::ostringstream out;
        const Context context{
            in, out, out, [this](const char* name) {
                return std::string_view(name) == "HOME" ? std::optional(home_.path().string()) : std::nullopt;
            }};
        finding::Verdict kept;
        kept.headline = Headline::retracted;
        const auto store = store::open_store(db_);
        const auto article = store->articles().at(0).id;
        store->put_verdict(store->references_of_article(article).at(0).id, Authorities(context, {}).state(),
                           kept);
    }
    std::string verdict(std::vector<std::string> words) {
        words.insert(words.end(), {"--db", db_, "--format", "ndjson"});
        const CommandRun done = run_in(home_.path(), words);
        EXPECT_EQ(done.code, kDone) << done.err;
        return nlohmann::json::parse(done.out).value("verdict", "none");
    }

    test::TemporaryFolder home_;
    std::string path_ = (home_ / "a.txt").string();
    std::string db_ = (home_ / "s.db").string();
};

TEST_F(ExportStored, ClaimsAndReferencesHaveOneVerdict) {
    EXPECT_EQ(verdict({"export", "--all", "--verdict", "retracted"}), "retracted");
    EXPECT_EQ(verdict({"export", "--all", "--what", "claims"}), "retracted");
    // What the user names is asked, whatever is kept.
    test::write_text(home_ / "none.jsonl", R"({"title":"Another work","DOI":"10.1000/1"})"
                                           "\n");
    const std::string index = (home_ / "a.db").string();
    ASSERT_EQ(run_in(home_.path(),
                     {"authority", "import", (home_ / "none.jsonl").string(), "--authority", index, "-q"})
                  .code,
              kDone);
    EXPECT_EQ(verdict({"export", "--all", "--what", "claims", "--authority", index}), "undecidable");
    EXPECT_EQ(verdict({"export", "--all", "--verdict", "undecidable", "--authority", index}), "undecidable");
}

}  // namespace
}  // namespace whereof::cli
