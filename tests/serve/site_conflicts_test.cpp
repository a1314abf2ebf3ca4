// SPDX-License-Identifier: MIT
#include "report/json_values.hpp"
#include "search/conflicts.hpp"
#include "serve/sample_site.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

/// A site whose store says one thing and its opposite so often that not all pairs can be listed.
class CrowdedSite {
  public:
    static constexpr std::size_t kMany = 20;

    explicit CrowdedSite(std::initializer_list<std::string_view> treatments = {"aspirin"}) {
        test::ArticleBuilder out("Many");
        out.reference("Maher", "Non-specific low back pain", "Lancet", 2017);
        for (const std::string_view treatment : treatments) {
            for (std::size_t i = 0; i < kMany; ++i) {
                out.claim(fmt::format("For pain {} was better than placebo.", treatment), {0});
                out.claim(fmt::format("For pain placebo was better than {}.", treatment), {0});
            }
        }
        for (article::Claim& claim : out.get().claims) {
            claim.comparisons = claim::find_comparisons(claim.text);
        }
        sample_.store()->put_article("many.md", "1", out.get());
    }
    std::string body(const std::string& target) { return sample_.get(target).body; }
    Json json(const std::string& target) { return Json::parse(body(target + "?format=json")); }
    search::Conflicts conflicts() { return search::survey_conflicts(*sample_.store()); }

  private:
    test::SampleSite sample_;
};

TEST(ConflictsPage, SaysWhatIsNotListedAsTheCommandDoes) {
    CrowdedSite site;
    const search::Conflicts found = site.conflicts();
    ASSERT_GT(found.not_listed.left_out, 0U);
    EXPECT_EQ(found.listed.size() + found.not_listed.left_out, CrowdedSite::kMany * CrowdedSite::kMany);
    const Json twin = site.json("/conflicts");
    EXPECT_EQ(twin, report::conflicts_document(found.listed, found.not_listed, found.listed.size()));
    EXPECT_NE(site.body("/conflicts")
                  .find(std::to_string(found.not_listed.left_out) + " more pairs of claims contradict"),
              std::string::npos);
}

TEST(ConflictsPage, CutToAPageSaysHowManyThereAre) {
    CrowdedSite site({"aspirin", "ibuprofen", "celecoxib"});
    const std::size_t total = site.conflicts().listed.size();
    const Json twin = site.json("/conflicts");
    ASSERT_LT(twin.at("conflicts").size(), total);
    EXPECT_EQ(twin.at("total"), total);
    EXPECT_NE(site.body("/conflicts")
                  .find(fmt::format("The first {} of {} are shown", twin.at("conflicts").size(), total)),
              std::string::npos);
}

TEST(ConflictsPage, OfAClaimSaysHowManyMoreContradictIt) {
    CrowdedSite site;
    const Json claim = site.json("/claim/many.md%23c1");
    const std::size_t left_out = claim.at("conflicts_left_out");
    EXPECT_EQ(claim.at("conflicts").size() + left_out, CrowdedSite::kMany);
    EXPECT_NE(site.body("/claim/many.md%23c1").find(std::to_string(left_out) + " claims more contradict it"),
              std::string::npos);
    EXPECT_FALSE(claim.contains("conflicts_not_compared"));
}

}  // namespace
}  // namespace whereof::serve
