// SPDX-License-Identifier: MIT
#include "cli/csl_styles.hpp"

#include "base/child_process.hpp"
#include "support/data.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::cli {
namespace {

constexpr const char* kWhole =
    "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" class=\"in-text\"><info><title>Own"
    "</title><id>own</id><updated>2024-01-01T00:00:00Z</updated></info><citation><layout><text "
    "variable=\"title\"/></layout></citation><bibliography><layout><text variable=\"title\"/><text "
    "variable=\"DOI\" prefix=\" doi:\"/></layout></bibliography></style>";

std::string dependent(const std::string& parent) {
    return "<style><info><link href=\"http://www.zotero.org/styles/" + parent +
           "\" rel=\"independent-parent\"/></info></style>";
}

class CslStyles : public ::testing::Test {
  protected:
    void SetUp() override {
        std::filesystem::create_directory(home_ / ".csl");
        test::write_text(home_ / ".csl/own-style.csl", kWhole);
        test::write_text(home_ / ".csl/the-owner.csl", kWhole);
        test::write_text(home_ / ".csl/other-name.csl", dependent("own-style"));
        test::write_text(home_ / ".csl/of-nobody.csl", dependent("not-installed-anywhere"));
        test::write_text(home_ / ".csl/of-dependent.csl", dependent("other-name"));
        test::write_text(home_ / ".csl/of-elsewhere.csl", dependent("..%2F..%2Fetc"));
    }
    Result<std::filesystem::path> find(std::string_view name) { return find_csl_style(context_, name); }

    test::TemporaryFolder home_;
    std::istringstream in_;
    std::ostringstream out_;
    std::ostringstream err_;
    Context context_{in_, out_, err_, [this](const char* name) -> std::optional<std::string> {
                         return std::string_view(name) == "HOME" ? std::optional(home_.path().string())
                                                                 : std::nullopt;
                     }};
};

TEST_F(CslStyles, AreFoundByNameAndByFile) {
    EXPECT_EQ(*find("own-style"), home_ / ".csl/own-style.csl");
    EXPECT_EQ(*find("Own-Style"), home_ / ".csl/own-style.csl");
    EXPECT_EQ(*find("owner"), home_ / ".csl/the-owner.csl");
    const auto file = home_ / ".csl/own-style.csl";
    EXPECT_EQ(*find(file.string()), file);
}

TEST_F(CslStyles, ADependentStyleIsItsParent) {
    EXPECT_EQ(*find("other-name"), home_ / ".csl/own-style.csl");
    for (const char* name : {"of-nobody", "of-dependent", "of-elsewhere"}) {
        const auto found = find(name);
        ASSERT_FALSE(found) << name;
        EXPECT_NE(found.error().what.find("not installed"), std::string::npos);
    }
}

TEST_F(CslStyles, UnknownNamesLeadNowhere) {
    for (const char* name : {"no-such-style", "", ".", "../.csl/own-style", "/etc/passwd", "own style",
                             "missing.csl", "--csl=x"}) {
        EXPECT_FALSE(find(name)) << name;
    }
}

TEST_F(CslStyles, PandocWritesOneEntryALine) {
    const std::string list = R"([{"id":"b","type":"book","title":"Two","DOI":"10.1000/2"},)"
                             R"({"id":"a","type":"book","title":"One\u001b[31m\n\nmore"}])";
    const auto text = render_style(list, home_ / ".csl/own-style.csl");
    const std::vector<std::string> pandoc{"pandoc", "--version"};
    if (run_child(pandoc, {}).end == ChildEnd::not_found) {
        ASSERT_FALSE(text);
        EXPECT_NE(text.error().what.find("not installed"), std::string::npos);
        GTEST_SKIP() << "pandoc is not installed";
    }
    ASSERT_TRUE(text) << text.error().what;
    EXPECT_TRUE(text->starts_with("Two doi:10.1000/2\nOne")) << *text;
    EXPECT_EQ(text->find('\x1b'), std::string::npos);
    test::write_text(home_ / "broken.csl", "<style><no");
    EXPECT_FALSE(render_style(list, home_ / "broken.csl"));
}

}  // namespace
}  // namespace whereof::cli
