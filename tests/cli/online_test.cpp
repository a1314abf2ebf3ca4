// SPDX-License-Identifier: MIT
// `whereof check --online` from the command line to a server on loopback and back. Every reply is
// constructed.
#include "cli/command.hpp"
#include "support/data.hpp"
#include "support/services.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::json;
using test::ConstructedServices;
using testing::HasSubstr;
using testing::Not;

struct Done {
    int code = 0;
    std::string out, err;
};

class CheckOnline : public testing::Test {
  protected:
    /// Checks one citation and gives its line of the output.
    Json check(const std::string& raw, std::vector<std::string> more = {}) {
        run_ = run_program(raw, std::move(more));
        return run_.out.empty() ? Json() : Json::parse(run_.out);
    }

    Done run_program(const std::string& raw, std::vector<std::string> more) {
        std::vector<std::string> words{"check",    "-",      "--input-format", "ndjson",
                                       "--format", "ndjson", "--online"};
        for (auto& word : services_.endpoint_options()) {
            words.push_back(word);
        }
        words.insert(words.end(), more.begin(), more.end());
        std::istringstream in(Json{{"id", "1"}, {"raw", raw}}.dump() + "\n");
        std::ostringstream out;
        std::ostringstream err;
        Context context{in, out, err, [this](const char* name) -> std::optional<std::string> {
                            return std::string_view(name) == "HOME" ? std::optional(home_.path().string())
                                                                    : std::nullopt;
                        }};
        const int code = run(words, context);
        return {code, out.str(), err.str()};
    }

    test::TemporaryFolder home_;
    ConstructedServices services_;
    Done run_;
};

constexpr const char* kWork = "10.5555/leaf.2019.41";
constexpr const char* kCitation =
    "Ashdown Q. Leaf colour and the mood of gardeners. J Imagined Bot. 2019;12(3):41-52. "
    "doi:10.5555/leaf.2019.41";

test::ServerReply leaf(std::string_view more = "") {
    return test::crossref_work(kWork, "Leaf colour and the mood of gardeners", "Ashdown", "Quentin",
                               "Journal of Imagined Botany", 2019,
                               R"(,"volume":"12","issue":"3","page":"41-52")" + std::string(more));
}

TEST_F(CheckOnline, VerifiesByDoi) {
    services_.put("crossref", "/works/10.5555/leaf.2019.41", leaf());
    const Json line = check(kCitation, {"--mailto", "gardener@example.org"});
    EXPECT_EQ(line.value("headline", ""), "verified") << line.dump(1);
    EXPECT_THAT(line.dump(), HasSubstr("crossref@"));
    EXPECT_EQ(run_.code, kDone);
    EXPECT_THAT(run_.err, HasSubstr("1 request left this machine: " + services_.server().address() + " 1"));
    const auto requests = services_.server().requests();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_THAT(requests[0].headers.at("user-agent"), HasSubstr("mailto:gardener@example.org"));
}

}  // namespace
}  // namespace whereof::cli
