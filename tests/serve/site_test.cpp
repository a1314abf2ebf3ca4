// SPDX-License-Identifier: MIT
#include "serve/site.hpp"

#include "serve/sample_site.hpp"
#include "sqlite/database.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::json;

std::string header(const PageReply& reply, std::string_view name) {
    const auto found = std::ranges::find(reply.headers, name, &std::pair<std::string, std::string>::first);
    return found == reply.headers.end() ? "" : found->second;
}

/// Where the pages of this site link to on itself, without anchors.
std::vector<std::string> links_in(const std::string& html) {
    std::vector<std::string> out;
    for (std::size_t at = html.find("href=\"/"); at != std::string::npos;
         at = html.find("href=\"/", at + 1)) {
        std::string one = html.substr(at + 6, html.find('"', at + 6) - at - 6);
        for (std::size_t amp = one.find("&amp;"); amp != std::string::npos;
             amp = one.find("&amp;", amp + 1)) {
            one.erase(amp + 1, 4);
        }
        out.push_back(one.substr(0, one.find('#')));
    }
    return out;
}

TEST(Site, AnswersToTheLoopbackAddressOnly) {
    test::SampleSite sample;
    for (const char* host : {"127.0.0.1:8765", "localhost:8765", "LocalHost:8765", "[::1]:8765"}) {
        PageRequest request{"GET", "/", host, "", "", "", ""};
        EXPECT_EQ(sample.site().answer(request).status, 200) << host;
    }
    for (const char* host :
         {"", "127.0.0.1", "127.0.0.1:80", "evil.example", "evil.example:8765", "127.0.0.1.evil.example:8765",
          "localhost:8765:8765", "127.0.0.1:8765\r\nX: y"}) {
        PageRequest request{"GET", "/", host, "", "", "", ""};
        const PageReply reply = sample.site().answer(request);
        EXPECT_EQ(reply.status, 421) << host;
        EXPECT_EQ(std::ranges::count(reply.body, '\n'), 1) << reply.body;
    }
}

TEST(Site, NoReplyLetsABrowserLoadOrRunAnythingElse) {
    test::SampleSite sample;
    for (const char* target : {"/", "/search?q=rest", "/style.css", "/script.js", "/nothing", "/article/none",
                               "%", "/articles?format=json"}) {
        const PageReply reply = sample.get(target);
        SCOPED_TRACE(target);
        EXPECT_NE(header(reply, "Content-Security-Policy").find("default-src 'none'"), std::string::npos);
        EXPECT_EQ(header(reply, "Content-Security-Policy").find("unsafe"), std::string::npos);
        EXPECT_EQ(header(reply, "X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(header(reply, "Referrer-Policy"), "no-referrer");
        EXPECT_EQ(header(reply, "Access-Control-Allow-Origin"), "");
        EXPECT_EQ(reply.body.find("style=\""), std::string::npos);
        EXPECT_EQ(reply.body.find("<style"), std::string::npos);
    }
}

TEST(Site, SaysWhichMethodsAPageTakes) {
    test::SampleSite sample;
    EXPECT_EQ(sample.ask("HEAD", "/").status, 200);
    for (const char* method : {"PUT", "DELETE", "OPTIONS", "TRACE", "get", ""}) {
        const PageReply reply = sample.ask(method, "/articles");
        EXPECT_EQ(reply.status, 405) << method;
        EXPECT_EQ(header(reply, "Allow"), "GET, HEAD");
    }
    EXPECT_EQ(sample.ask("POST", "/style.css").status, 405);
}

TEST(Site, RefusesInJsonWhereJsonIsAskedFor) {
    test::SampleSite sample;
    const std::string own = "127.0.0.1:8765";
    for (const auto& [request, status, what] : std::vector<std::tuple<PageRequest, int, std::string>>{
             {{"GET", "/?format=json", "evil.example", "", "", "", ""}, 421, "evil.example"},
             {{"GET", "/%2?format=json", "evil.example", "", "", "", ""}, 421, "evil.example"},
             {{"GET", "/%2?format=json", own, "", "", "", ""}, 400, "percent-encoded"},
             {{"DELETE", "/articles?q=1&format=json", own, "", "", "", ""}, 405, "GET, HEAD"},
             {{"POST", "/style.css?format=json", own, "", "", "", ""}, 405, "GET, HEAD"},
             {{"POST", "/check?format=json", own, "http://evil.example", "", "", ""}, 403, "another site"}}) {
        SCOPED_TRACE(request.method + " " + request.target);
        const PageReply reply = sample.site().answer(request);
        EXPECT_EQ(reply.status, status);
        EXPECT_TRUE(reply.content_type.starts_with("application/json"));
        const Json error = Json::parse(reply.body).at("error");
        EXPECT_NE(error.at("what").get<std::string>().find(what), std::string::npos) << error;
        EXPECT_NE(error.at("next_step"), "");
        EXPECT_EQ(header(reply, "Allow"), status == 405 ? "GET, HEAD" : "");
        EXPECT_EQ(header(reply, "X-Content-Type-Options"), "nosniff");
    }
}

TEST(Site, NamesTheValuesThatAParameterCanHave) {
    test::SampleSite sample;
    for (const auto& [target, allowed] : std::vector<std::pair<std::string, std::string>>{
             {"/search?q=rest&page=-1", "1 to 100"},
             {"/search?q=rest&page=0", "1 to 100"},
             {"/search?q=rest&page=2x", "1 to 100"},
             {"/search?q=rest&page=1.5", "1 to 100"},
             {"/search?q=rest&page=101", "1 to 100"},
             {"/search?q=rest&page=99999999999999999999", "1 to 100"},
             {"/search?page=x", "1 to 100"},
             {"/articles?page=two", "1 to 100"},
             {"/search?q=rest&sort=x", "rank, year, evidence"},
             {"/search?sort=Year", "rank, year, evidence"},
             {"/search?q=rest&in=articles&sort=x", "rank, year, evidence"},
             {"/search?q=rest&in=nowhere", "claims, sentences, references, works, articles"}}) {
        SCOPED_TRACE(target);
        EXPECT_EQ(sample.get(target).status, 400);
        const PageReply twin = sample.get(target + "&format=json");
        EXPECT_EQ(twin.status, 400);
        const Json error = Json::parse(twin.body).at("error");
        EXPECT_NE(error.at("what").get<std::string>().find(allowed), std::string::npos) << error;
    }
    for (const char* target :
         {"/search?q=rest&page=100", "/search?q=rest&page=&sort=&in=", "/articles?page= 1 ",
          "/search?q=rest&page=1&sort=year&in=works", "/articles?page=100"}) {
        EXPECT_EQ(sample.get(target).status, 200) << target;
    }
}

TEST(Site, HasNoOtherPagesAndSaysSo) {
    test::SampleSite sample;
    for (const char* target :
         {"/nothing", "/article", "/article/", "/article/none.md", "/article/..%2F..%2Fetc%2Fpasswd",
          "/article/a%00b", "/claim/trial.md", "/claim/trial.md%23c9", "/claim/trial.md%23c0",
          "/reference/trial.md%23r99999999999999999999", "/reference/trial.md%23c1", "//", "/style.css/",
          "/corpus/web/style.css"}) {
        SCOPED_TRACE(target);
        const PageReply reply = sample.get(target);
        EXPECT_EQ(reply.status, 404);
        EXPECT_NE(reply.body.find("<a href=\"/\">"), std::string::npos);
        const PageReply twin = sample.get(std::string(target) + "?format=json");
        EXPECT_EQ(twin.status, 404);
        EXPECT_TRUE(Json::parse(twin.body)["error"].contains("what"));
    }
    for (const char* target : {"", "x", "%2", "/a%zz", "http://127.0.0.1:8765/", "*", "?q=x"}) {
        EXPECT_EQ(sample.get(target).status, 400) << target;
    }
}

TEST(Site, EveryLinkOfEveryPageLeadsToAPage) {
    test::SampleSite sample;
    std::set<std::string> seen{"/", "/search?q=rest", "/search?q=exercise+beats+rest"};
    std::vector<std::string> next(seen.begin(), seen.end());
    while (!next.empty()) {
        const std::string target = next.back();
        next.pop_back();
        SCOPED_TRACE(target);
        const PageReply reply = sample.get(target);
        ASSERT_EQ(reply.status, 200);
        if (target.find("format=json") != std::string::npos) {
            EXPECT_TRUE(Json::accept(reply.body)) << reply.body;
            continue;
        }
        if (!reply.content_type.starts_with("text/html")) {
            continue;
        }
        EXPECT_EQ(reply.body.find("<script>"), std::string::npos);
        EXPECT_EQ(reply.body.find("<img"), std::string::npos);
        EXPECT_EQ(reply.body.find("<b>"), std::string::npos);
        EXPECT_EQ(reply.body.find("onload=\"go"), std::string::npos);
        EXPECT_EQ(reply.body.find('\x1b'), std::string::npos);
        EXPECT_EQ(reply.body.find('\x01'), std::string::npos);
        for (const std::string& link : links_in(reply.body)) {
            if (!link.empty() && seen.insert(link).second) {
                next.push_back(link);
            }
        }
    }
    EXPECT_TRUE(seen.contains("/claim/trial.md%23c1"));
    EXPECT_TRUE(seen.contains("/reference/trial.md%23r2"));
    EXPECT_TRUE(seen.contains(page_of("article", test::kHostilePath)));
    EXPECT_TRUE(seen.contains(page_of("reference", std::string(test::kHostilePath) + "#r1")));
}

TEST(Site, TheTwinsAreWhatTheCommandsPrint) {
    test::SampleSite sample;
    EXPECT_EQ(Json::parse(sample.get("/search?q=rest&format=json").body)["format"], "whereof-search-1");
    const Json article = Json::parse(sample.get("/article/trial.md?format=json").body);
    EXPECT_EQ(article["format"], "whereof-check-1");
    EXPECT_EQ(article["articles"][0]["references"].size(), 2);
    const Json claim = Json::parse(sample.get("/claim/trial.md%23c1?format=json").body);
    EXPECT_EQ(claim["id"], "trial.md#c1");
    EXPECT_EQ(claim["rests_on"].size(), 2);
    EXPECT_EQ(claim["rests_on"][0]["role"], "obtainsSupportFrom");
    const Json reference = Json::parse(sample.get("/reference/trial.md%23r2?format=json").body);
    EXPECT_EQ(reference["verdict"], "unchecked");
    const Json overview = Json::parse(sample.get("/?format=json").body);
    EXPECT_EQ(overview["articles"], 2);
    EXPECT_EQ(overview["references"], 3);
    EXPECT_EQ(overview["checked"], 0);
}

TEST(Site, SearchMarksWordsFiltersAndExplainsItself) {
    test::SampleSite sample;
    EXPECT_NE(sample.get("/search?q=exercise").body.find("<mark>exercise</mark>"), std::string::npos);
    EXPECT_NE(sample.get("/search?q=exercize").body.find("did you mean"), std::string::npos);
    EXPECT_NE(sample.get("/search?q=exercise&verdict=retracted").body.find("whereof check --all"),
              std::string::npos);
    EXPECT_NE(sample.get("/search?q=exercise&evidence=meta-analysis").body.find("Nothing found"),
              std::string::npos);
    EXPECT_NE(sample.get("/search?q=exercise+OR+rest&evidence=").body.find("class=\"hit\""),
              std::string::npos);
    EXPECT_EQ(sample.get("/search?q=%22%28%29+%3A").status, 400);
    EXPECT_EQ(sample.get("/search?q=colour:red").status, 400);
    EXPECT_EQ(sample.get("/search?q=rest&verdict=rotten").status, 400);
    EXPECT_EQ(sample.get("/search?q=" + std::string(5000, 'x')).status, 400);
    EXPECT_EQ(sample.get("/search").status, 200);
}

TEST(Site, WithoutAStoreItSaysHowToMakeOne) {
    test::SampleSite sample(false);
    const PageReply home = sample.get("/");
    EXPECT_EQ(home.status, 200);
    EXPECT_NE(home.body.find("whereof add"), std::string::npos);
    EXPECT_EQ(sample.get("/?format=json").status, 200);
    const PageReply search = sample.get("/search?q=rest");
    EXPECT_EQ(search.status, 404);
    EXPECT_NE(search.body.find("whereof add"), std::string::npos);
    // … and finds one that is made meanwhile.
    {
        sample.store()->put_article("new.md", "1",
                                    test::ArticleBuilder("New").claim("Rest heals.", {}).get());
    }
    EXPECT_EQ(sample.get("/article/new.md").status, 200);
}

TEST(Site, AFailureIsAPage) {
    SiteOptions options;
    options.port = 8765;
    options.open_desk = []() -> std::unique_ptr<PageDesk> { throw std::runtime_error("the <disk> is gone"); };
    Site site(std::move(options));
    for (int i = 0; i < 10; ++i) {  // more than there are desks
        const PageReply reply = site.answer({"GET", "/", "127.0.0.1:8765", "", "", "", ""});
        EXPECT_EQ(reply.status, 500);
        EXPECT_NE(reply.body.find("the &lt;disk&gt; is gone"), std::string::npos);
    }
}

TEST(Site, AFailureOfTheStoreIsASentence) {
    struct Row {
        int code;
        const char* said;
    };
    const Row rows[] = {{5, "Another whereof"}, {517, "Another whereof"}, {8, "read-only"},
                        {13, "disk"},           {11, "code 11"},          {1, "code 1"}};
    for (const auto& [code, said] : rows) {
        SiteOptions options;
        options.port = 8765;
        options.open_desk = [code]() -> std::unique_ptr<PageDesk> {
            throw sqlite::DbError("/a.db: no such column (SELECT secret FROM articles)", code);
        };
        Site site(std::move(options));
        const PageReply reply = site.answer({"GET", "/articles", "127.0.0.1:8765", "", "", "", ""});
        EXPECT_EQ(reply.status, 500);
        EXPECT_NE(reply.body.find(said), std::string::npos) << reply.body;
        EXPECT_EQ(reply.body.find("SELECT"), std::string::npos) << code;
    }
}

TEST(Site, AnyTargetIsAnswered) {
    test::SampleSite sample;
    std::mt19937 random(11);
    const std::string parts[] = {
        "/",  "/search?q=", "/article/", "/claim/",  "/reference/", "%",           "%23",  "#",
        "?",  "&",          "=",         "verdict=", "page=",       "format=json", "%00",  "..",
        "w1", "c1",         "\"",        "<",        "trial.md",    "\xff",        "rest", "in=works"};
    for (int i = 0; i < 3000; ++i) {
        std::string target = parts[random() % 5];
        for (std::size_t n = random() % 6; n > 0; --n) {
            target += parts[random() % std::size(parts)];
        }
        const PageReply reply = sample.get(target);
        ASSERT_TRUE(reply.status == 200 || reply.status == 400 || reply.status == 404) << target;
        ASSERT_EQ(reply.body.find("<\""), std::string::npos) << target;
    }
}

TEST(Site, SaysWhereAWordIsFoundThatOnlyAnAbstractHas) {
    test::SampleSite site;
    article::Article article = test::ArticleBuilder("Notes")
                                   .claim("Clogs suit farmers", {0})
                                   .reference("Fritz", "Footwear", "PM&R", 2023)
                                   .get();
    article.references[0].reference.item.abstract = "A <b>zorbical</b> trial.";
    site.store()->put_article("clogs.md", "1", article);
    const std::string body = site.get("/search?q=zorbical").body;
    EXPECT_NE(body.find("Clogs suit farmers"), std::string::npos);
    EXPECT_NE(body.find("In the abstract of what it cites: zorbical"), std::string::npos);
    EXPECT_EQ(site.get("/search?q=clogs").body.find("In the abstract"), std::string::npos);
}

}  // namespace
}  // namespace whereof::serve
