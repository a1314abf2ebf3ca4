// SPDX-License-Identifier: MIT
#include "cli/command_serve.hpp"

#include "base/io.hpp"
#include "base/version.hpp"
#include "cli/authorities.hpp"
#include "cli/csl_styles.hpp"
#include "cli/failure.hpp"
#include "cli/open_store.hpp"
#include "cli/orderly_end.hpp"
#include "cli/paths.hpp"
#include "cli/synonym_files.hpp"
#include "serve/site.hpp"
#include "serve/web_server.hpp"

#include <cerrno>
#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr std::size_t kLastPort = 65535;

/// What the pages of one thread are made with: connections of their own to the store and the authorities.
struct OwnedDesk {
    std::optional<search::Synonyms> synonyms;
    Authorities authorities;
};

class ServeInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.number("-p,--port", port_, "The port on 127.0.0.1; 0 takes any that is free");
        arguments.flag("--edit", edit_,
                       "Let the pages accept flagged references and add checked files to the store");
        arguments.option("--db", db_, "FILE", "The store; it need not exist to check a file");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask; may be repeated, replaces the default");
        arguments.note(
            "The pages",
            "  are for this machine alone: they answer to 127.0.0.1, load nothing from elsewhere and only "
            "show,\n  but for --edit. Each but /export has a twin for programs: the same address with "
            "?format=json.\n"
            "  Ctrl-C ends it.");
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        return port_ <= kLastPort
                   ? std::nullopt
                   : std::optional(fmt::format("--port: expected 0 to {}, got {}", kLastPort, port_));
    }

    int run(Context& context) override {
        serve::WebServer server = listening();
        serve::SiteOptions options;
        options.port = server.port();
        options.may_edit = edit_;
        options.version = kVersion;
        options.open_desk = [this, &context] { return open_desk(context); };
        // Whatever is wrong with the store or an index is said now rather than on the first page.
        [[maybe_unused]] const auto tried = options.open_desk();
        serve::Site site(std::move(options));
        site.warm_up();
        const OrderlyEnd end;
        context.out << fmt::format("http://127.0.0.1:{}/\n", server.port()) << std::flush;
        context.err << fmt::format(
            "whereof serve: open http://127.0.0.1:{}/ in a browser; Ctrl-C ends it{}\n", server.port(),
            tried->store == nullptr ? "; there is no store yet: whereof add PATH makes one" : "");
        server.run(site, OrderlyEnd::is_wanted);
        return kInterrupted;
    }

  private:
    [[nodiscard]] serve::WebServer listening() const {
        try {
            return serve::WebServer(static_cast<std::uint16_t>(port_));
        } catch (const IoError& error) {
            throw Refusal({error.what(), std::to_string(port_),
                           error.error_number() == EADDRINUSE
                               ? "another program has that port; --port 0 takes a free one"
                               : "--port 0 takes a free one"});
        }
    }

    [[nodiscard]] std::unique_ptr<serve::PageDesk> open_desk(const Context& context) const {
        auto owned = std::make_shared<OwnedDesk>(OwnedDesk{std::nullopt, Authorities(context, authorities_)});
        const bool has_place = !db_.empty() || !data_folder(context).empty();
        auto out = std::make_unique<serve::PageDesk>();
        if (has_place) {
            owned->synonyms = read_synonyms(context, db_, {});
            if (std::filesystem::exists(store_path(context, db_))) {
                out->store = open_existing_store(context, db_);
            }
        }
        out->desk.open_store = [this, &context] { return open_existing_store(context, db_); };
        out->desk.find_article = find_article;
        out->desk.render_style = style_renderer(context);
        out->desk.authorities = owned->authorities.pointers();
        out->desk.authority_state = owned->authorities.state();
        out->desk.synonyms = owned->synonyms ? &*owned->synonyms : nullptr;
        out->keeps = std::move(owned);
        return out;
    }

    std::size_t port_ = 8765;
    bool edit_ = false;
    std::string db_;
    std::vector<std::string> authorities_;
};

}  // namespace

std::unique_ptr<Invocation> make_serve() { return std::make_unique<ServeInvocation>(); }

}  // namespace whereof::cli
