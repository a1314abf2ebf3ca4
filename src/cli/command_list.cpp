// SPDX-License-Identifier: MIT
#include "cli/command_list.hpp"

#include "cli/open_store.hpp"
#include "report/json_text.hpp"
#include "report/terminal.hpp"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const store::ArticleSummary& article) {
    return {{"id", article.key},          {"path", article.path},     {"title", article.title},
            {"format", article.format},   {"sha256", article.sha256}, {"references", article.references},
            {"markers", article.markers}, {"claims", article.claims}};
}

class ListInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.option("--db", db_, "FILE", "The store");
        arguments.choice("--format", format_, {"text", "json", "ndjson"}, "How to print it");
    }

    int run(Context& context) override {
        const auto articles = open_existing_store(context, db_)->articles();
        if (format_ == "json") {
            Json all{{"format", "whereof-list-1"}, {"articles", Json::array()}};
            for (const auto& article : articles) {
                all["articles"].push_back(to_json(article));
            }
            context.out << report::json_document(all);
            return kDone;
        }
        for (const auto& article : articles) {
            context.out << (format_ == "ndjson" ? report::json_line(to_json(article)) : text_line(article));
        }
        if (format_ == "text" && articles.empty()) {
            context.err << "the store holds no article yet\n";
        }
        return kDone;
    }

  private:
    static std::string text_line(const store::ArticleSummary& article) {
        return fmt::format("{}  {} references, {} markers, {} claims  {}\n", report::one_line(article.path),
                           article.references, article.markers, article.claims,
                           report::one_line(article.title));
    }

    std::string db_;
    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Invocation> make_list() { return std::make_unique<ListInvocation>(); }

}  // namespace whereof::cli
