// SPDX-License-Identifier: MIT
#include "cli/command_mcp.hpp"

#include "base/version.hpp"
#include "cli/authorities.hpp"
#include "cli/csl_styles.hpp"
#include "cli/open_store.hpp"
#include "cli/paths.hpp"
#include "cli/stream_lines.hpp"
#include "cli/synonym_files.hpp"
#include "serve/mcp_session.hpp"
#include "serve/tools.hpp"

#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

class McpInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.option("--db", db_, "FILE", "The store; it need not exist to check citations");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask; may be repeated, replaces the default");
        std::string lines;
        for (const auto& tool : serve::tools()) {
            lines += fmt::format("{}  {:<19} {}", lines.empty() ? "" : "\n", tool.name, tool.title);
        }
        arguments.note("Tools, all of which only read", lines);
    }

    int run(Context& context) override {
        const Authorities authorities(context, authorities_);
        const bool has_store = !db_.empty() || !data_folder(context).empty();
        const auto synonyms = has_store ? read_synonyms(context, db_, {}) : std::nullopt;
        serve::Desk desk;
        desk.open_store = [&] { return open_existing_store(context, db_); };
        desk.find_article = find_article;
        desk.render_style = style_renderer(context);
        desk.authorities = authorities.pointers();
        desk.authority_state = authorities.state();
        desk.synonyms = synonyms ? &*synonyms : nullptr;
        serve::McpSession session(desk, serve::tools(), kVersion);
        context.err << "whereof mcp: reading JSON-RPC from standard input, a message a line, to its end\n";
        for_each_line(context, "-", serve::kLongestMessage,
                      [&](std::string_view line, std::size_t, bool cut) {
                          const std::string answer = cut ? session.answer_too_long() : session.answer(line);
                          if (!answer.empty()) {
                              context.out << answer << '\n' << std::flush;
                          }
                      });
        return kDone;
    }

  private:
    std::string db_;
    std::vector<std::string> authorities_;
};

}  // namespace

std::unique_ptr<Invocation> make_mcp() { return std::make_unique<McpInvocation>(); }

}  // namespace whereof::cli
