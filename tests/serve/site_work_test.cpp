// SPDX-License-Identifier: MIT
// What the pages do beside showing: check files, export lists, and change the store where they may.
#include "base/digest.hpp"
#include "base/io.hpp"
#include "formats/formats.hpp"
#include "serve/given_articles.hpp"
#include "serve/sample_site.hpp"
#include "serve/site.hpp"
#include "serve/tools.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::json;

constexpr const char* kForm = "application/x-www-form-urlencoded";
constexpr const char* kUpload = "multipart/form-data; boundary=b";
constexpr const char* kArticle =
    "# Rest <script>go()</script>\n\nRest heals [1].\n\n## References\n\n1. Maher C, Underwood M, Buchbinder "
    "R. "
    "Non-specific low back pain. Lancet. 2017;389:736-747.\n";

std::string header(const PageReply& reply, std::string_view name) {
    const auto found = std::ranges::find(reply.headers, name, &std::pair<std::string, std::string>::first);
    return found == reply.headers.end() ? "" : found->second;
}

std::string file_part(const std::string& name, const std::string& bytes) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + bytes +
           "\r\n";
}
std::string field_part(const std::string& name, const std::string& value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

TEST(CheckPage, ChecksAFileAndKeepsNothing) {
    for (const bool has_store : {true, false}) {
        test::SampleSite sample(has_store);
        const PageReply page = sample.ask(
            "POST", "/check", file_part("\\\"rest\\\" <i>.md", kArticle) + field_part("text", "  ") + "--b--",
            kUpload);
        ASSERT_EQ(page.status, 200) << page.body;
        EXPECT_NE(page.body.find("Non-specific low back pain"), std::string::npos);
        EXPECT_NE(page.body.find("&quot;rest&quot; &lt;i&gt;.md"), std::string::npos);
        EXPECT_EQ(page.body.find("<script>go"), std::string::npos);
        EXPECT_EQ(page.body.find("<i>"), std::string::npos);
        EXPECT_EQ(page.body.find("<main", page.body.find("<main") + 1), std::string::npos);
        const PageReply twin =
            sample.ask("POST", "/check?format=json", file_part("rest.md", kArticle) + "--b--", kUpload);
        const Json json = Json::parse(twin.body);
        EXPECT_EQ(json["format"], "whereof-check-1");
        EXPECT_EQ(json["articles"][0]["references"].size(), 1);
        if (has_store) {
            EXPECT_EQ(sample.store()->articles().size(), 2U);
        }
    }
}

TEST(CheckPage, ReadsWhatIsPastedAndSeveralFiles) {
    test::SampleSite sample;
    const std::string body = file_part("a.md", kArticle) + file_part("empty.md", "") +
                             file_part("b.docx", "PK\x03\x04no zip") + field_part("text", kArticle) + "--b--";
    const Json json = Json::parse(sample.ask("POST", "/check?format=json", body, kUpload).body);
    ASSERT_EQ(json["articles"].size(), 2);
    EXPECT_EQ(json["articles"][1]["path"], "pasted text");
    EXPECT_EQ(json["skipped"].size(), 2) << json["skipped"];
}

TEST(CheckPage, SaysWhatIsWrongWithAnUpload) {
    test::SampleSite sample;
    EXPECT_EQ(sample.ask("POST", "/check", "", kUpload).status, 400);
    EXPECT_EQ(sample.ask("POST", "/check", "--b--", kUpload).status, 400);
    EXPECT_EQ(sample.ask("POST", "/check", file_part("", "x") + "--b--", kUpload).status, 400);
    EXPECT_EQ(sample.ask("POST", "/check", "file=x", kForm).status, 400);
    EXPECT_EQ(sample.ask("POST", "/check", file_part("a.md", kArticle), kUpload).status, 400) << "cut off";
    EXPECT_EQ(sample.ask("POST", "/check", file_part("b.docx", "PK\x03\x04no zip") + "--b--", kUpload).status,
              422);
    std::string many = "## References\n\n";
    for (std::size_t i = 1; i <= kMostReferences + 1; ++i) {
        many +=
            std::to_string(i) + ". Maher C. Back pain " + std::to_string(i) + ". Lancet. 2017;389:736-747.\n";
    }
    const PageReply refused = sample.ask("POST", "/check", file_part("many.md", many) + "--b--", kUpload);
    EXPECT_EQ(refused.status, 422) << "a file that nothing is taken of";
    EXPECT_NE(refused.body.find("2000"), std::string::npos);
    const std::string part = file_part("most.md", many.substr(0, many.rfind("\n2001. ")));
    const PageReply together = sample.ask("POST", "/check", part + part + "--b--", kUpload);
    EXPECT_EQ(together.status, 413) << "files that are too much together";
    EXPECT_NE(together.body.find("4000"), std::string::npos);
    EXPECT_EQ(Site::too_large({"POST", "/check", "", "", "", "", ""}).status, 413);
    EXPECT_EQ(Site::cut_off({"POST", "/check", "", "", "", "", ""}).status, 400);
}

TEST(CheckPage, TakesNoFormOfAnotherSite) {
    test::SampleSite sample(true, true);
    struct Row {
        const char* origin;
        const char* fetch_site;
        int status;
    };
    const Row rows[] = {{"http://127.0.0.1:8765", "", 400}, {"", "", 400},
                        {"null", "same-origin", 400},       {"null", "", 403},
                        {"http://evil.example", "", 403},   {"http://127.0.0.1:8765", "cross-site", 403},
                        {"null", "cross-site", 403},        {"http://localhost:8765", "same-site", 403}};
    for (const auto& [origin, fetch_site, status] : rows) {
        for (const char* target : {"/check", "/accept", "/withdraw"}) {
            const PageReply reply = sample.site().answer(
                {"POST", target, "127.0.0.1:8765", origin, fetch_site, "text/plain", ""});
            const bool taken = reply.status != 403;
            EXPECT_EQ(taken, status != 403) << origin << ' ' << fetch_site << ' ' << target;
        }
    }
}

TEST(ExportPage, GivesAFileInEveryFormat) {
    test::SampleSite sample;
    for (const formats::Format& format : formats::formats()) {
        if (format.write == nullptr) {
            continue;
        }
        SCOPED_TRACE(format.name);
        const PageReply list = sample.get("/export?article=trial.md&format=" + std::string(format.name));
        EXPECT_EQ(list.status, 200);
        EXPECT_EQ(header(list, "Content-Disposition"),
                  "attachment; filename=\"trial" + std::string(format.extension) + "\"");
        EXPECT_NE(list.body.find("Maher"), std::string::npos);
        EXPECT_FALSE(list.content_type.starts_with("text/html"));
        EXPECT_EQ(sample.get("/export?q=exercise&format=" + std::string(format.name)).status, 200);
    }
    const PageReply hostile =
        sample.get(address("/export", {{"article", test::kHostilePath}, {"format", "ris"}}));
    EXPECT_EQ(hostile.status, 200);
    EXPECT_EQ(header(hostile, "Content-Disposition").find_first_of("\r\n<>/\\"), std::string::npos);
    EXPECT_EQ(sample.get("/export?article=trial.md&format=ris&only=verified").body.find("Maher"),
              std::string::npos);
    EXPECT_EQ(sample.get("/export?article=trial.md&format=docx").status, 400);
    const PageReply escaped = sample.get("/export?article=trial.md&format=%3Cdocx%3E");
    EXPECT_NE(escaped.body.find("&lt;docx&gt;"), std::string::npos) << escaped.body;
    EXPECT_EQ(escaped.body.find("&amp;lt;"), std::string::npos);
    const PageReply nameless = sample.get("/export?article=trial.md");
    EXPECT_EQ(nameless.status, 400);
    EXPECT_NE(nameless.body.find("In which format?"), std::string::npos) << nameless.body;
    EXPECT_EQ(sample.get("/export?format=ris").status, 400);
    EXPECT_EQ(sample.get("/export?format=ris&article=none.md").status, 404);
    EXPECT_EQ(sample.get("/export?format=ris&article=trial.md&only=rotten").status, 400);
}

TEST(ExportPage, TakesTheOptionsOfTheCommand) {
    test::SampleSite sample;
    const std::string list = "/export?article=trial.md&format=vancouver";
    EXPECT_NE(sample.get(list).body.find("doi:"), std::string::npos);
    EXPECT_EQ(sample.get(list + "&ids=none").body.find("doi:"), std::string::npos);
    EXPECT_EQ(sample.get(list + "&ids=rotten").status, 400);
    EXPECT_EQ(sample.get("/export?article=trial.md&format=ris&ids=all").status, 400);
    EXPECT_EQ(sample.get(list + "&dedupe=1").status, 200);
    const PageReply styled = sample.get(list + "&style=the-lancet");
    EXPECT_EQ(styled.status, 400);
    EXPECT_NE(styled.body.find("take vancouver, ama or apa"), std::string::npos) << styled.body;
    EXPECT_EQ(sample.get("/export?article=trial.md&style=the-lancet").body, styled.body);
    EXPECT_EQ(sample.get("/export?article=trial.md&style=the-lancet&format=docx").status, 400);
    const std::string page = sample.get("/article/trial.md").body;
    for (const char* field : {"id=\"ids\"", "id=\"dedupe\"", "id=\"style\""}) {
        EXPECT_NE(page.find(field), std::string::npos) << field;
    }
}

TEST(ExportPage, GivesTheStyleToWhoRendersIt) {
    test::SampleSite sample;
    Desk desk;
    desk.open_store = [&sample] { return sample.store(); };
    std::string given;
    desk.render_style = [&given](std::string_view csl_json, const std::string& style) -> Result<std::string> {
        given = csl_json;
        return style == "the-lancet" ? Result<std::string>("1 Maher.\n")
                                     : Result<std::string>(Error{"no style"});
    };
    nlohmann::json wishes{
        {"format", "vancouver"}, {"query", "exercise"}, {"style", "the-lancet"}, {"ids", "none"}};
    const auto written = export_references(desk, wishes);
    ASSERT_TRUE(written.has_value()) << written.error().what;
    EXPECT_EQ(written->text, "1 Maher.\n");
    EXPECT_TRUE(nlohmann::json::parse(given).is_array());
    EXPECT_EQ(given.find("\"DOI\""), std::string::npos) << given;
    wishes["format"] = "";
    EXPECT_EQ(export_references(desk, wishes)->text, "1 Maher.\n");
    wishes["style"] = "x";
    EXPECT_EQ(export_references(desk, wishes).error().what, "no style");
}

TEST(ExportPage, RefusesMoreThanAPageHasTimeFor) {
    test::SampleSite sample;
    Desk desk;
    desk.open_store = [&sample] { return sample.store(); };
    desk.most_found = 2;  // "exercise" is in two claims, "rest" in three
    EXPECT_TRUE(export_references(desk, {{"format", "ris"}, {"query", "exercise"}}).has_value());
    const auto refused = export_references(desk, {{"format", "ris"}, {"query", "rest"}});
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().what.find("more than 2 claims"), std::string::npos);
    EXPECT_EQ(sample.get("/export?format=ris&q=colour:red").status, 400);
}

TEST(Editing, IsForThoseWhoAskedForIt) {
    test::SampleSite sample;
    EXPECT_EQ(sample.get("/reference/trial.md%23r1").body.find("<form class=\"note\""), std::string::npos);
    EXPECT_EQ(sample.ask("POST", "/accept", "id=trial.md%23r1&rule=unchecked&reason=known", kForm).status,
              403);
    EXPECT_EQ(sample.ask("POST", "/withdraw", "id=trial.md%23r1&rule=unchecked", kForm).status, 403);
    EXPECT_TRUE(sample.store()->acceptances().empty());
    const std::string upload = file_part("new.md", kArticle) + field_part("add", "yes") + "--b--";
    EXPECT_EQ(sample.ask("POST", "/check", upload, kUpload).status, 200);
    EXPECT_EQ(sample.store()->articles().size(), 2U);
}

TEST(Editing, AcceptsAFlaggedReferenceAndTakesItBack) {
    test::SampleSite sample(true, true);
    const std::string page = "/reference/trial.md%23r1";
    EXPECT_NE(sample.get(page).body.find("action=\"/accept\""), std::string::npos);
    EXPECT_EQ(sample.ask("POST", "/accept", "id=trial.md%23r1&rule=unchecked&reason=+", kForm).status, 400);
    EXPECT_EQ(sample.ask("POST", "/accept", "id=trial.md%23r1&rule=retracted&reason=known", kForm).status,
              409);
    for (const char* id : {"", "trial.md", "trial.md%23c1", "trial.md%23r9", "none%23r1", "w1",
                           "trial.md%23r4294967297", "trial.md%23r9223372036854775807"}) {
        EXPECT_EQ(
            sample.ask("POST", "/accept", std::string("rule=unchecked&reason=x&id=") + id, kForm).status, 404)
            << id;
    }
    EXPECT_TRUE(sample.store()->acceptances().empty());
    const PageReply accepted = sample.ask(
        "POST", "/accept", "id=trial.md%23r1&rule=unchecked&reason=I+have+%3Cb%3Eread%3C%2Fb%3E+it", kForm);
    EXPECT_EQ(accepted.status, 303);
    EXPECT_EQ(header(accepted, "Location"), page);
    ASSERT_EQ(sample.store()->acceptances().size(), 1U);
    EXPECT_EQ(sample.store()->acceptances()[0].reason, "I have <b>read</b> it");
    const std::string shown = sample.get(page).body;
    EXPECT_NE(shown.find("I have &lt;b&gt;read&lt;/b&gt; it"), std::string::npos);
    EXPECT_NE(shown.find("action=\"/withdraw\""), std::string::npos);
    EXPECT_EQ(sample.ask("POST", "/withdraw", "id=trial.md%23r1&rule=unchecked", kForm).status, 303);
    EXPECT_TRUE(sample.store()->acceptances().empty());
}

TEST(Editing, AcceptsUnderAnyName) {
    test::SampleSite sample(true, true);
    const std::string page = page_of("reference", std::string(test::kHostilePath) + "#r1");
    const std::string html = sample.get(page).body;
    constexpr std::string_view kBegin = "name=\"id\" value=\"";
    const std::size_t at = html.find(kBegin);
    ASSERT_NE(at, std::string::npos);
    const std::string value =
        html.substr(at + kBegin.size(), html.find('"', at + kBegin.size()) - at - kBegin.size());
    const std::string form =
        address("", {{"id", value}, {"rule", "unchecked"}, {"reason", "seen"}}).substr(1);
    EXPECT_EQ(sample.ask("POST", "/accept", form, kForm).status, 303);
    EXPECT_EQ(sample.store()->acceptances().size(), 1U);
}

TEST(Editing, AddsADroppedFileToTheStore) {
    test::SampleSite sample(true, true);
    const PageReply added =
        sample.ask("POST", "/check",
                   file_part("../../new note.md", kArticle) + field_part("add", "yes") + "--b--", kUpload);
    ASSERT_EQ(added.status, 303) << added.body;
    EXPECT_EQ(header(added, "Location"), "/article/dropped/new%20note.md");
    EXPECT_EQ(sample.get(header(added, "Location")).status, 200);
    EXPECT_EQ(sample.store()->articles().size(), 3U);
    EXPECT_EQ(Json::parse(sample.get("/?format=json").body)["articles"], 3);
}

/// The body of a form that adds these parts to the store.
std::string adding(const std::string& parts) { return parts + field_part("add", "yes") + "--b--"; }

/// What the program says of that: "added dropped/paper.md", one an article.
std::vector<std::string> outcomes(const Json& told) {
    std::vector<std::string> out;
    for (const Json& one : told.at("articles")) {
        out.push_back(one.at("outcome").get<std::string>() + " " + one.at("path").get<std::string>());
    }
    return out;
}

TEST(Editing, LosesNoFileOfOneRequest) {
    const std::string other = std::string(kArticle) + "2. Qaseem A. Back pain. Ann Intern Med. 2017;1:2.\n";
    const std::string lines = R"({"id":"one","title":"One","text":"Rest heals."})"
                              "\n"
                              R"({"id":"two","title":"Two","text":"Exercise heals."})"
                              "\n";
    struct Row {
        const char* about;
        std::string parts;
        std::vector<std::string> said;
        std::size_t skipped;
    };
    const Row rows[] = {
        {"equal names",
         file_part("paper.md", kArticle) + file_part("paper.md", other) + file_part("paper.md", kArticle),
         {"added dropped/paper.md", "added dropped/paper.md (2)", "added dropped/paper.md (3)"},
         0},
        {"a name that is given already",
         file_part("p", kArticle) + file_part("p (2)", other) + file_part("p", other),
         {"added dropped/p", "added dropped/p (2)", "added dropped/p (3)"},
         0},
        {"lines",
         file_part("two.jsonl", lines),
         {"added dropped/two.jsonl#one", "added dropped/two.jsonl#two"},
         0},
        {"lines as JSON",
         file_part("two.json", lines),
         {"added dropped/two.json#one", "added dropped/two.json#two"},
         0},
        {"lines as NDJSON",
         file_part("two.ndjson", lines),
         {"added dropped/two.ndjson#one", "added dropped/two.ndjson#two"},
         0},
        {"one that cannot be read",
         file_part("a.md", kArticle) + file_part("b<i>.docx", "PK\x03\x04no zip"),
         {"added dropped/a.md"},
         1},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.about);
        test::SampleSite sample(true, true);
        const PageReply reply = sample.ask("POST", "/check?format=json", adding(row.parts), kUpload);
        ASSERT_EQ(reply.status, 200) << reply.body;
        const Json told = Json::parse(reply.body);
        EXPECT_EQ(told["format"], "whereof-added-1");
        EXPECT_EQ(outcomes(told), row.said);
        EXPECT_EQ(told["skipped"].size(), row.skipped);
        EXPECT_EQ(sample.store()->articles().size(), 2 + row.said.size());
        const PageReply page = sample.ask("POST", "/check", adding(row.parts), kUpload);
        EXPECT_EQ(page.status, 200);
        EXPECT_NE(page.body.find("it was there already, unchanged"), std::string::npos);
        EXPECT_EQ(page.body.find("b&lt;i&gt;.docx") != std::string::npos, row.skipped > 0);
        EXPECT_EQ(page.body.find("<i>"), std::string::npos);
    }
}

TEST(Editing, KeepsEveryPastedText) {
    test::SampleSite sample(true, true);
    const auto paste = [&](const std::string& text) {
        return sample.ask("POST", "/check?format=json", adding(field_part("text", text)), kUpload);
    };
    const std::string first = header(paste(kArticle), "Location");
    const std::string second = header(paste("Exercise beats rest."), "Location");
    EXPECT_TRUE(first.starts_with("/article/dropped/pasted%20text%20")) << first;
    EXPECT_NE(first, second);
    EXPECT_EQ(sample.get(first).status, 200);
    EXPECT_EQ(sample.get(second).status, 200);
    EXPECT_EQ(sample.store()->articles().size(), 4U);
    EXPECT_TRUE(outcomes(Json::parse(paste(kArticle).body))[0].starts_with("unchanged "));
}

TEST(Editing, TellsWhatIsReplacedAndKeepsEachFilesDigest) {
    test::SampleSite sample(true, true);
    const std::string other = std::string(kArticle) + "2. Qaseem A. Back pain. Ann Intern Med. 2017;1:2.\n";
    const auto add = [&](const std::string& parts) {
        return outcomes(Json::parse(sample.ask("POST", "/check?format=json", adding(parts), kUpload).body));
    };
    using Said = std::vector<std::string>;
    EXPECT_EQ(add(file_part("p", kArticle) + file_part("p.md", other)),
              (Said{"added dropped/p", "added dropped/p.md"}));
    EXPECT_EQ(sample.store()->find_article("dropped/p.md")->sha256, sha256_hex(other));
    EXPECT_EQ(sample.store()->find_article("dropped/p")->sha256, sha256_hex(kArticle));
    EXPECT_EQ(add(file_part("p.md", kArticle)), Said{"replaced dropped/p.md"});
    EXPECT_EQ(add(file_part("p.md", kArticle)), Said{"unchanged dropped/p.md"});
}

TEST(Editing, WritesIntoTheStoreThatIsThereNow) {
    test::SampleSite sample(true, true);
    EXPECT_EQ(sample.get("/articles").status, 200);  // a desk is open on the old one
    sample.move_store_away();
    EXPECT_TRUE(sample.store()->articles().empty());
    const PageReply added = sample.ask("POST", "/check", adding(file_part("new.md", kArticle)), kUpload);
    ASSERT_EQ(added.status, 303) << added.body;
    EXPECT_EQ(sample.store()->articles().size(), 1U);
    EXPECT_EQ(sample.get(header(added, "Location")).status, 200);
}

}  // namespace
}  // namespace whereof::serve
