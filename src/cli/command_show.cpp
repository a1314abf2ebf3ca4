// SPDX-License-Identifier: MIT
#include "cli/command_show.hpp"

#include "cli/authorities.hpp"
#include "cli/failure.hpp"
#include "cli/open_store.hpp"
#include "report/json_text.hpp"
#include "serve/shown.hpp"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

class ShowInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional(
            "ID", id_,
            "A path or id; path#c2 for a claim, path#r3 for a reference, path:24:149 or path:24 for "
            "what begins there, w17 for a work",
            true);
        arguments.option("--db", db_, "FILE", "The store");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask; may be repeated, replaces the default");
        arguments.choice("--format", format_, {"text", "json"}, "How to print it");
    }

    int run(Context& context) override {
        const auto store = open_existing_store(context, db_);
        const Authorities authorities(context, authorities_);
        serve::StoredJudge judge(*store, authorities.pointers(), authorities.state(),
                                 serve::Keeping::verdicts);
        const Json shown = serve::show(*store, authorities.pointers(), judge, find_article,
                                       serve::resolve_target(*store, find_article, id_));
        if (shown.is_null()) {
            throw Refusal({fmt::format("the store holds nothing under '{}'", id_), id_,
                           "whereof list shows its articles"});
        }
        if (format_ == "json") {
            context.out << report::json_document(shown);
        } else {
            context.out << serve::shown_text(shown);
        }
        return kDone;
    }

  private:
    std::string id_;
    std::string db_;
    std::vector<std::string> authorities_;
    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Invocation> make_show() { return std::make_unique<ShowInvocation>(); }

}  // namespace whereof::cli
