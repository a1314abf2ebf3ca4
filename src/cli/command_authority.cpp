// SPDX-License-Identifier: MIT
#include "cli/command_authority.hpp"

#include "authority/import.hpp"
#include "cli/authorities.hpp"
#include "cli/authority_fetch.hpp"
#include "cli/authority_status.hpp"
#include "cli/failure.hpp"
#include "cli/input_files.hpp"
#include "cli/inputs.hpp"
#include "cli/orderly_end.hpp"
#include "cli/paths.hpp"
#include "cli/progress.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr std::array kActions{
    Action{"import", "Read bulk files of records into the index",
           "  whereof authority import pubmed24n0001.xml.gz\n"
           "  whereof authority import crossref-dump/ retraction_watch.csv\n"
           "  whereof authority import records.jsonl --authority own.db"},
    Action{"fetch", "Fetch public bulk files and import them; goes on where it was cut off",
           "  whereof authority fetch retractions --online\n"
           "  whereof authority fetch pubmed --most 3 --online --mailto you@example.org"},
    Action{"status", "Tell what the indexes hold, whence and since when",
           "  whereof authority status\n  whereof authority status --journal Spine\n"
           "  whereof authority status --authority own.db --format json"},
};
constexpr const char* kImported =
    "To import: CSL-JSON lines, PubMed XML or NBIB, Crossref, OpenAlex or DataCite dumps, retraction lists "
    "(gz or "
    "not), or folders of them";
constexpr const char* kFetched = "to fetch: pubmed, crossref-sample or retractions";

class AuthorityInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ACTION", action_, {"import", "fetch", "status"},
                             "Import files, fetch public ones and import them, or tell what is held; ACTION "
                             "--help tells more of each");
        arguments.positionals("FILES", files_, fmt::format("{}; {}", kImported, kFetched), false);
        declare_options(arguments, {});
    }

    [[nodiscard]] std::span<const Action> actions() const override { return kActions; }

    void declare_action(Arguments& arguments, std::string_view action) override {
        if (action == "import") {
            arguments.positionals("FILES", files_, kImported, true);
        } else if (action == "fetch") {
            arguments.positionals("WHAT", files_, kFetched, true);
        }
        declare_options(arguments, action);
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (action_ == "fetch") {
            return fetch_problem();
        }
        if (!journal_.empty() && action_ != "status") {
            return "--journal goes with status";
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

    int run(Context& context) override {
        return action_ == "import"  ? import(context, {})
               : action_ == "fetch" ? fetch(context)
                                    : status(context);
    }

  private:
    /// Those of one action; of all where it is empty.
    void declare_options(Arguments& arguments, std::string_view action) {
        const auto is_for = [action](std::string_view one) { return action.empty() || action == one; };
        arguments.option("--authority", authorities_, "FILE",
                         "The index (made when absent); the user's own by default");
        if (is_for("status")) {
            arguments.choice("--format", format_, {"text", "json"}, "How status is printed");
            arguments.option("--journal", journal_, "TITLE",
                             "For status: what is held of a journal, by year; its title or abbreviation");
        }
        if (is_for("import") || is_for("fetch")) {
            arguments.flag("--abstracts", abstracts_,
                           "Keep abstracts too, about 2 kB each, to find works and claims by them");
            arguments.flag("-q,--quiet", quiet_, "Say nothing but what was skipped");
        }
        if (is_for("fetch")) {
            arguments.number("--most", most_, "Fetch at most so many files, the newest; 0: all there are");
            arguments.flag("--yes", yes_, "Fetch even more than a gigabyte");
            online_.declare(arguments);
        }
    }

    [[nodiscard]] const authority::BulkSource* source() const {
        const auto sources = authority::bulk_sources();
        const auto found = std::ranges::find(sources, files_.front(), &authority::BulkSource::name);
        return found != sources.end() ? &*found : nullptr;
    }

    [[nodiscard]] std::optional<std::string> fetch_problem() const {
        if (files_.size() != 1 || source() == nullptr) {
            return "expected what to fetch: pubmed, crossref-sample or retractions";
        }
        if (authorities_.size() > 1) {
            return "what is fetched goes into one --authority";
        }
        if (!online_.wanted()) {
            return "fetching needs the network: say --online";
        }
        return online_.validate();
    }

    /// Brings the files, then imports them.
    int fetch(Context& context) {
        FetchOptions options;
        options.most = most_;
        options.may_be_large = yes_;
        options.quiet = quiet_;
        const auto index = authority_path(context, authorities_.empty() ? "" : authorities_.front());
        options.folder = index.parent_path() / "bulk" / files_.front();
        OnlineSession session(context, online_);
        std::vector<Error> skipped;
        const auto brought = fetch_bulk(context, session, *source(), options, skipped);
        context.err << "whereof authority: " << session.contacted() << '\n';
        if (!brought) {
            return kBroken;
        }
        files_ = *brought;
        return import(context, std::move(skipped));
    }

    int import(Context& context, std::vector<Error> skipped) {
        std::vector<std::filesystem::path> files;
        for (auto& file : find_bulk_files(files_, skipped)) {
            files.emplace_back(std::move(file));
        }
        const auto index = authority_path(context, authorities_.empty() ? "" : authorities_.front());
        if (files.empty()) {
            print_skipped(context, skipped);
            throw Refusal({"nothing to import", {}, {}});
        }
        make_parent_folder(index);
        const bool is_new = !std::filesystem::exists(index);
        const OrderlyEnd orderly;
        Progress progress(context, quiet_);
        const auto report = with_index(index, [&] {
            return authority::import_files(index, files, import_options(progress, abstracts_));
        });
        progress.clear();
        for (const auto& file : report.files) {
            if (!file.problem.empty()) {
                skipped.push_back({file.problem, file.file.string()});
            }
        }
        for (const auto& one : report.skipped) {
            skipped.push_back(as_error(one));
        }
        print_skipped(context, skipped);
        const auto unnamed = static_cast<std::size_t>(report.skipped_records) - report.skipped.size();
        if (unnamed > 0) {
            context.err << fmt::format("skipped … and {} more like these\n", unnamed);
        }
        if (report.stopped) {
            return interrupted(context, report, files.size(), index.string());
        }
        if (is_new && report.works == 0 && report.events == 0) {
            std::error_code ignored;  // it holds nothing, and would stand in the way of the sample
            std::filesystem::remove(index, ignored);
            throw Refusal({"nothing could be read, no index was made", index.string(), {}});
        }
        if (!quiet_) {
            context.out << summary(report, skipped_text(skipped.size(), unnamed), index.string());
        }
        if (nothing_new_or_known(report)) {
            throw Refusal({"nothing could be read", index.string(), {}});
        }
        return skipped.empty() ? kDone : kFound;
    }

    static int interrupted(Context& context, const authority::ImportReport& report, std::size_t files,
                           const std::string& index) {
        const auto done = static_cast<std::size_t>(
            std::ranges::count_if(report.files, [](const auto& file) { return file.known || file.done; }));
        context.err << fmt::format(
            "whereof authority: interrupted: {} of {} files are in {}{}; the same import again goes on\n",
            done, files, index,
            report.unfinished ? ", but not filed yet: what it answered before, it still answers" : "");
        return kInterrupted;
    }

    static std::string skipped_text(std::size_t named, std::size_t unnamed) {
        return unnamed == 0 ? fmt::format("{} skipped", named)
                            : fmt::format("{} skipped ({} named)", named + unnamed, named);
    }

    static std::string summary(const authority::ImportReport& report, const std::string& skipped,
                               const std::string& index) {
        std::int64_t imported = 0;
        std::int64_t known = 0;
        std::int64_t deleted = 0;
        for (const auto& file : report.files) {
            deleted += file.deleted;
            known += file.known ? 1 : 0;
            imported += !file.known && file.problem.empty() ? 1 : 0;
        }
        const auto counted = [](std::int64_t count, std::string_view thing) {
            return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
        };
        return fmt::format(
            "{} imported, {} known already: {} read, {} taken back, {}; {} now holds {}{} and {}\n",
            counted(imported, "file"), known, counted(report.records, "record"), counted(deleted, "PMID"),
            skipped, index, counted(report.works, "work"),
            report.abstracts > 0 ? ", " + counted(report.abstracts, "abstract") : "",
            counted(report.events, "editorial event"));
    }

    /// Has no file given anything, now or in an earlier import?
    static bool nothing_new_or_known(const authority::ImportReport& report) {
        return std::ranges::none_of(report.files, [](const authority::FileReport& file) {
            return file.known || file.records > 0 || file.events > 0 || file.deleted > 0;
        });
    }

    static authority::ImportOptions import_options(Progress& progress, bool keep_abstracts) {
        authority::ImportOptions options;
        options.abstracts = keep_abstracts ? authority::Abstracts::keep : authority::Abstracts::drop;
        options.progress = [&progress](const authority::ImportProgress& at) {
            const auto records = static_cast<std::uint64_t>(at.records);
            if (at.phase == authority::ImportProgress::Phase::filing) {
                progress.at({"filing", records, "rows", records, static_cast<std::uint64_t>(at.all)});
            } else {
                progress.at({at.file.filename().string(), records, "records", at.bytes, at.file_bytes});
            }
            return !OrderlyEnd::is_wanted();
        };
        return options;
    }

    static Error as_error(const authority::SkippedRecord& record) {
        const std::string line = record.line > 0 ? fmt::format("line {}: ", record.line) : "";
        return {line + record.what, record.file.string(), record.offset};
    }

    int status(Context& context) {
        print_authority_status(context, Authorities(context, authorities_), journal_, format_ == "json");
        return kDone;
    }

    bool abstracts_ = false;
    std::string action_;
    std::vector<std::string> files_;
    std::vector<std::string> authorities_;
    std::string format_ = "text";
    std::string journal_;
    bool quiet_ = false;
    std::size_t most_ = 0;
    bool yes_ = false;
    OnlineOptions online_;
};

}  // namespace

std::unique_ptr<Invocation> make_authority() { return std::make_unique<AuthorityInvocation>(); }

}  // namespace whereof::cli
