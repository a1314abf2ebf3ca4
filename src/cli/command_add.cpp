// SPDX-License-Identifier: MIT
#include "cli/command_add.hpp"

#include "cli/abstract_keeper.hpp"
#include "cli/input_files.hpp"
#include "cli/inputs.hpp"
#include "cli/online_session.hpp"
#include "cli/open_store.hpp"
#include "cli/paths.hpp"
#include "cli/progress.hpp"
#include "store/store.hpp"

#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

class AddInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("PATH", paths_,
                              "Files, folders, globs, web addresses (with --online), or - for standard input",
                              true);
        arguments.option("--db", db_, "FILE", "The store (made when absent)");
        arguments.choice("--input-format", input_format_, article::input_formats(),
                         "What the input is, when the content should not decide");
        arguments.option("--authority", authorities_, "FILE",
                         "An index from which sources get their abstracts, to be searched; the user's own by "
                         "default");
        arguments.flag(
            "--again", again_,
            "Read what is stored and unchanged anew: by a newer whereof, or for abstracts imported since");
        arguments.flag("-q,--quiet", quiet_, "Say nothing but what was skipped");
        arguments.number("--max-size", max_size_, "Largest file or JSONL line to read, in bytes");
        online_.declare(arguments);
    }

    [[nodiscard]] std::optional<std::string> validate() const override { return online_.validate(); }

    int run(Context& context) override {
        Tally tally;
        const auto files = find_inputs(paths_, tally.skipped);
        const auto path = store_path(context, db_);
        make_parent_folder(path);
        const auto store = store::open_store(path);
        // Articles are read in another thread, which asks through a connection of its own what is known
        // already.
        const auto before = store::open_store(path);
        ReadOptions options{input_format_, max_size_, {}, {}};
        if (!again_) {
            options.known = known_to(*before);
        }
        std::unique_ptr<OnlineSession> session;
        if (online_.wanted()) {
            session = std::make_unique<OnlineSession>(context, online_);
            options.fetch = [this, &session](const std::string& url) {
                return session->page(url, max_size_);
            };
        }
        put_articles(context, files, options, *store, tally);
        print_skipped(context, tally.skipped);
        if (session) {
            context.err << "whereof add: " << session->contacted() << '\n';
        }
        if (!quiet_) {
            context.out << summary(tally, path);
        }
        if (tally.read() == 0) {
            context.err << "whereof add: no article could be read\n";
            return kBroken;
        }
        return tally.skipped.empty() ? kDone : kFound;
    }

  private:
    /// What became of the articles, and what was read in them.
    struct Tally {
        std::size_t outcomes[3] = {0, 0, 0};  ///< by store::PutOutcome
        std::size_t references = 0;
        std::size_t markers = 0;
        std::size_t claims = 0;
        std::size_t with_abstract = 0;
        std::vector<Error> skipped;

        [[nodiscard]] std::size_t read() const noexcept { return outcomes[0] + outcomes[1] + outcomes[2]; }
    };

    static std::function<bool(const std::string&, const std::string&)> known_to(store::Store& store) {
        return [&store](const std::string& name, const std::string& sha256) {
            const auto [tidy, other] = spell(name);
            return store.has_article(tidy, sha256) || (!other.empty() && store.has_article(other, sha256));
        };
    }

    /// Reads the files and puts their articles into the store: all of them, or none.
    void put_articles(Context& context, const std::vector<std::string>& files, const ReadOptions& options,
                      store::Store& store, Tally& tally) {
        AbstractKeeper abstracts(context, authorities_, store);
        Progress progress(context, quiet_);
        const std::uint64_t all_bytes = progress.is_shown() ? bytes_of(files) : 0;
        store::Batch batch(store);
        const std::size_t passed_over =
            read_inputs(context, files, options, tally.skipped, [&](InputArticle&& input) {
                tally.references += input.article.references.size();
                tally.markers += input.article.markers.size();
                tally.claims += input.article.claims.size();
                const std::string stored = stored_path(store, input.path);
                tally.with_abstract += abstracts.fill(stored, input.article);
                ++tally.outcomes[static_cast<int>(
                    store.put_article(stored, input.sha256, input.article,
                                      again_ ? store::IfUnchanged::replace : store::IfUnchanged::leave))];
                progress.at({"adding", tally.read(), "articles", input.bytes, all_bytes});
            });
        batch.commit();
        progress.clear();
        tally.outcomes[static_cast<int>(store::PutOutcome::unchanged)] += passed_over;
    }

    static std::string summary(const Tally& tally, const std::filesystem::path& path) {
        const std::string abstracts =
            tally.with_abstract == 0   ? ""
            : tally.with_abstract == 1 ? "; 1 source got its abstract"
                                       : fmt::format("; {} sources got their abstracts", tally.with_abstract);
        return fmt::format(
            "{} added, {} replaced, {} unchanged, {} skipped: {} references, {} markers, {} claims read into "
            "{}{}\n",
            tally.outcomes[0], tally.outcomes[1], tally.outcomes[2], tally.skipped.size(), tally.references,
            tally.markers, tally.claims, path.string(), abstracts);
    }

    std::vector<std::string> paths_;
    std::string db_;
    std::string input_format_;
    std::vector<std::string> authorities_;
    bool again_ = false;
    bool quiet_ = false;
    std::size_t max_size_ = article::kMaxFileBytes;
    OnlineOptions online_;
};

}  // namespace

std::unique_ptr<Invocation> make_add() { return std::make_unique<AddInvocation>(); }

}  // namespace whereof::cli
