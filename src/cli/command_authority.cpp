// SPDX-License-Identifier: MIT
#include "cli/command_authority.hpp"

#include "authority/import.hpp"
#include "cli/authorities.hpp"
#include "cli/inputs.hpp"
#include "cli/paths.hpp"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

class AuthorityInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ACTION", action_, "import or status", true);
        arguments.positionals(
            "FILES", files_,
            "To import: CSL-JSON lines, PubMed XML, Crossref dumps, retraction lists (gz or not)", false);
        arguments.option("--authority", authorities_, "FILE",
                         "The index (made when absent); the user's own by default");
        arguments.choice("--format", format_, {"text", "json"}, "How status is printed");
        arguments.flag("-q,--quiet", quiet_, "Say nothing but what was skipped");
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (action_ != "import" && action_ != "status") {
            return fmt::format("there is no 'authority {}'; there are import and status",
                               action_.substr(0, 40));
        }
        if (action_ == "import" && files_.empty()) {
            return "expected the FILES to import";
        }
        if (action_ == "import" && authorities_.size() > 1) {
            return "import goes into one --authority";
        }
        if (action_ == "status" && !files_.empty()) {
            return "status takes no FILES; name an index with --authority";
        }
        return std::nullopt;
    }

    int run(Context& context) override { return action_ == "import" ? import(context) : status(context); }

  private:
    int import(Context& context) {
        std::vector<Error> skipped;
        std::vector<std::filesystem::path> files;
        for (auto& file : find_inputs(files_, skipped)) {
            files.emplace_back(std::move(file));
        }
        const auto index = authority_path(context, authorities_.empty() ? "" : authorities_.front());
        if (files.empty()) {
            print_skipped(context, skipped);
            context.err << "whereof authority: nothing to import\n";
            return kBroken;
        }
        make_parent_folder(index);
        authority::ImportOptions options;
        if (context.err_is_terminal && !quiet_) {
            options.progress = [&context](const authority::ImportProgress& at) {
                show_progress(context, at);
            };
        }
        auto report = authority::import_files(index, files, options);
        if (context.err_is_terminal && !quiet_) {
            context.err << '\n';
        }
        for (auto& error : report.skipped) {
            skipped.push_back(std::move(error));
        }
        print_skipped(context, skipped);
        if (!quiet_) {
            context.out << fmt::format(
                "{} files imported, {} known already: {} records, {} editorial events, "
                "{} deleted, {} skipped; {} now holds {} records\n",
                report.files_imported, report.files_known, report.records, report.events, report.deleted,
                skipped.size(), index.string(), report.total_records);
        }
        if (report.files_imported + report.files_known == 0) {
            context.err << "whereof authority: no file could be imported\n";
            return kBroken;
        }
        return skipped.empty() ? kDone : kFound;
    }

    static void show_progress(Context& context, const authority::ImportProgress& at) {
        context.err << fmt::format("\r{}/{} files, {} records, {:.0f} records/s   ", at.file + 1, at.files,
                                   at.records, at.records_per_second)
                    << std::flush;
    }

    int status(Context& context) {
        const Authorities authorities(context, authorities_);
        Json all{{"format", "whereof-authority-1"}, {"authorities", Json::array()}};
        for (const auto& info : authorities.infos()) {
            if (format_ == "json") {
                all["authorities"].push_back({{"name", info.name},
                                              {"date", info.date},
                                              {"records", info.records},
                                              {"events", info.events},
                                              {"sample", info.sample}});
                continue;
            }
            context.out << fmt::format("{}: {} records, {} editorial events, newest import {}\n", info.name,
                                       info.records, info.events, info.date.empty() ? "unknown" : info.date);
            if (info.sample) {
                context.out
                    << "  This is the sample that comes with whereof: some works on back pain and "
                       "physiotherapy.\n"
                       "  A work it lacks is undecidable, never not_found. Import bulk files for more:\n"
                       "  whereof authority import FILES…\n";
            }
        }
        if (format_ == "json") {
            context.out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        }
        return kDone;
    }

    std::string action_;
    std::vector<std::string> files_;
    std::vector<std::string> authorities_;
    std::string format_ = "text";
    bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Invocation> make_authority() { return std::make_unique<AuthorityInvocation>(); }

}  // namespace whereof::cli
