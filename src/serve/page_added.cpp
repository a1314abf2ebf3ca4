// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/terminal.hpp"
#include "serve/page_frame.hpp"
#include "serve/pages.hpp"
#include "verify/source_abstracts.hpp"

#include <map>
#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;
using report::markup;

std::string_view name(store::PutOutcome outcome) {
    return outcome == store::PutOutcome::added      ? "added"
           : outcome == store::PutOutcome::replaced ? "replaced"
                                                    : "unchanged";
}

/// Gives the names of one request's articles, each to one of them only: "paper.md", "paper.md (2)".
class Names {
  public:
    std::string take(const std::string& wanted) {
        std::string out = wanted;
        while (!taken_.insert(out).second) {
            out = fmt::format("{} ({})", wanted, ++last_.try_emplace(wanted, 1).first->second);
        }
        return out;
    }

  private:
    std::unordered_set<std::string> taken_;
    std::map<std::string, std::size_t> last_;
};

}  // namespace

PageData added_page(Visit& visit, GivenArticles given) {
    Json list = Json::array();
    Names names;
    bool all_new = given.skipped.empty();
    store::Batch batch(visit.store());
    verify::SourceAbstracts abstracts(visit.desk.desk.authorities);
    for (GivenArticle& named : given.articles) {
        abstracts.fill(named.article);
        const std::string path = names.take("dropped/" + named.path);
        const store::PutOutcome outcome = visit.store().put_article(path, named.sha256, named.article);
        all_new = all_new && outcome == store::PutOutcome::added;
        list.push_back({{"path", path}, {"title", named.article.title}, {"outcome", name(outcome)}});
    }
    batch.commit();
    PageData out;
    if (all_new && list.size() == 1) {
        out.location = page_of("article", text_of(list.front(), "path"));
        return out;
    }
    Json skipped = Json::array();
    for (const Error& error : given.skipped) {
        skipped.push_back({{"where", error.where}, {"what", error.what}});
    }
    out.title = "Put into the store";
    out.has_twin = false;
    out.json = std::make_shared<const Json>(
        Json{{"format", kAddedFormat}, {"articles", std::move(list)}, {"skipped", std::move(skipped)}});
    return out;
}

void write_added(const PageData& page, std::string& out) {
    out += fmt::format("<h1>{}</h1>\n<ul>\n", markup(page.title));
    for (const Json& one : page.json->at("articles")) {
        const std::string_view path = text_of(one, "path");
        const std::string_view title = text_of(one, "title");
        const std::string_view outcome = text_of(one, "outcome");
        out += fmt::format("<li>{} <span class=\"path\">{}</span>: {}</li>\n",
                           link("article", path, report::clipped(title.empty() ? path : title, 160)),
                           markup(path),
                           outcome == "unchanged"  ? "it was there already, unchanged"
                           : outcome == "replaced" ? "put in place of an older one of that name"
                                                   : "added");
    }
    out += "</ul>\n";
    const Json& skipped = page.json->at("skipped");
    if (!skipped.empty()) {
        out += "<h2>Not read, and not added</h2>\n<ul>\n";
        for (const Json& one : skipped) {
            out +=
                fmt::format("<li>{}: {}</li>\n", markup(text_of(one, "where")), markup(text_of(one, "what")));
        }
        out += "</ul>\n";
    }
    out += "<p><a class=\"button\" href=\"/check\">Check another file</a></p>\n";
}

}  // namespace whereof::serve
