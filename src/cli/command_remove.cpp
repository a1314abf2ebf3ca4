// SPDX-License-Identifier: MIT
#include "cli/command_remove.hpp"

#include "cli/inputs.hpp"
#include "cli/open_store.hpp"

#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

class RemoveInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("ID", names_, "Paths or ids as whereof list shows them", true);
        arguments.option("--db", db_, "FILE", "The store");
    }

    int run(Context& context) override {
        const auto store = open_existing_store(context, db_);
        std::vector<Error> skipped;
        std::size_t removed = 0;
        for (const auto& name : names_) {
            const auto article = find_article(*store, name);
            if (article && store->remove_article(article->path)) {
                ++removed;
            } else {
                skipped.push_back(
                    {"the store holds no article of that path or id (whereof list shows them)", name});
            }
        }
        print_skipped(context, skipped);
        context.out << fmt::format("{} removed\n", removed);
        if (removed == 0) {
            context.err << "whereof remove: nothing was removed\n";
            return kBroken;
        }
        return skipped.empty() ? kDone : kFound;
    }

  private:
    std::vector<std::string> names_;
    std::string db_;
};

}  // namespace

std::unique_ptr<Invocation> make_remove() { return std::make_unique<RemoveInvocation>(); }

}  // namespace whereof::cli
