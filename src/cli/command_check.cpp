// SPDX-License-Identifier: MIT
#include "cli/command_check.hpp"

#include "base/io.hpp"
#include "base/version.hpp"
#include "cli/check_changes.hpp"
#include "cli/check_choices.hpp"
#include "cli/check_citations.hpp"
#include "cli/check_stored.hpp"
#include "cli/checker.hpp"
#include "cli/citations.hpp"
#include "cli/input_files.hpp"
#include "cli/inputs.hpp"
#include "cli/online_session.hpp"
#include "cli/open_store.hpp"
#include "cli/output.hpp"
#include "cli/suppressions.hpp"
#include "report/issues.hpp"
#include "report/report.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <span>
#include <sstream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

using finding::Headline;

class CheckInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals(
            "PATH|ID", paths_,
            "Files, folders, globs, web addresses (with --online), - for standard input, or "
            "articles of the store by path or id",
            false);
        arguments.flag("--all", all_, "Check every article of the store instead");
        arguments.flag("--changed", changed_,
                       "With --all: only references of which something else is said than last time");
        arguments.option("--db", db_, "FILE",
                         "The store: with --all or ID, or whose acceptances hold for PATHs");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask; may be repeated, replaces the default");
        arguments.choice("--format", format_, check_format_names(), check_format_help());
        arguments.option("-o,--output", output_, "FILE", "Write the report there instead of printing it");
        auto inputs = article::input_formats();
        inputs.emplace_back("ndjson");
        arguments.choice(
            "--input-format", input_format_, std::move(inputs),
            "What the input is, when the content should not decide; ndjson is one citation a line");
        arguments.choice("--what", what_, {"references", "findings"},
                         "What the ndjson lines and csv rows are about");
        arguments.option("--fail-on", fail_on_, "LIST",
                         "Headlines that make the exit code 1, or none, or any");
        arguments.option("--baseline", baseline_, "FILE",
                         "An earlier report (json, ndjson, sarif): only what is new is told and counts");
        arguments.flag("--show-suppressed", show_suppressed_,
                       "Show also what a comment, an acceptance or the baseline keeps from counting");
        arguments.flag("--strict", strict_, "Exit 3 when something could not be looked up");
        arguments.flag("-q,--quiet", quiet_, "Show no progress; what is wrong is told all the same");
        arguments.flag("-v,--verbose", verbose_, "Show verified references and equal fields too");
        arguments.number("--max-size", max_size_, "Largest file to read, in bytes");
        arguments.number("-j,--jobs", jobs_, "How many citations to check at once; 0: as many as processors");
        online_.declare(arguments);
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (all_ != paths_.empty()) {
            return all_ ? "give PATHs or --all, not both"
                        : "expected a file to check, or --all for the store";
        }
        if (changed_ && (!all_ || what_ != "references")) {
            return all_ ? "--changed is about references, not --what findings"
                        : "--changed goes with --all: it compares with what the store keeps";
        }
        if (!baseline_.empty() && (changed_ || input_format_ == "ndjson")) {
            return "--baseline is for whole articles: not with --changed or --input-format ndjson";
        }
        if (auto wrong = parse_fail_on(fail_on_); !wrong) {
            return wrong.error().what;
        }
        if (input_format_ == "ndjson" && format_ != "ndjson" && format_ != "text") {
            return fmt::format("citations go out as ndjson or text, not {}", format_);
        }
        if (changed_ && format_ != "text" && format_ != "json" && format_ != "ndjson") {
            return fmt::format("--changed goes out as text, json or ndjson, not {}", format_);
        }
        return online_.validate();
    }

    int run(Context& context) override {
        if (output_.empty()) {
            return check(context);
        }
        keep_inputs(output_, paths_);
        std::ostringstream report;
        Context written{context.in,          report, context.err,
                        context.environment, false,  context.err_is_terminal,
                        context.width};
        const int code = check(written);
        write_file_atomic(output_, report.str());
        return code;
    }

  private:
    int check(Context& context) {
        fails_ = *parse_fail_on(fail_on_);
        checker_.emplace(context, authorities_, jobs_, online_, quiet_);
        if (!baseline_.empty()) {
            suppressions_.take_baseline(baseline_);
        }
        if (input_format_ == "ndjson") {
            check_lines(context);
        } else if (changed_) {
            check_changes(context);
        } else if (all_) {
            check_store(context);
        } else {
            check_files(context);
        }
        print_skipped(context, skipped_);
        suppressions_.print(context);
        if (checker_->session() != nullptr) {
            context.err << "whereof check: " << checker_->session()->contacted() << '\n';
        }
        return exit_code(context);
    }

    void check_lines(Context& context) {
        std::size_t done = 0;
        check_citations(context, paths_, max_size_, checker_->askings(), [&](CitationAnswer&& made) {
            count(made.headline);
            if (made.skipped) {
                skipped_.push_back(std::move(*made.skipped));
            }
            context.out << made.out << std::flush;
            ++done;
            if (!context.out_is_terminal) {
                checker_->progress().at({"checking", done, "citations", 0, 0});
            }
        });
        checker_->progress().clear();
    }

    void check_files(Context& context) {
        std::vector<std::string> names = paths_;
        auto stored = take_stored(context, db_, names, skipped_);
        const bool asks_store = !stored.articles.empty();
        const auto files = find_inputs(names, skipped_);
        std::vector<report::CheckedArticle> checked;
        std::vector<ReadFile> read;
        CitationIndex citations;
        ReadOptions options{input_format_, max_size_, {}, {}, {}};
        options.look = [this](const std::string& path, std::string_view bytes) {
            suppressions_.take_comments(path, bytes);
        };
        if (checker_->session() != nullptr) {
            options.fetch = [this](const std::string& url) {
                return checker_->session()->page(url, max_size_);
            };
        }
        const std::uint64_t all_bytes = checker_->progress().is_shown() ? bytes_of(files) : 0;
        read_inputs(context, files, options, skipped_, [&](InputArticle&& input) {
            for (const auto& listed : input.article.references) {
                citations.add(input.path, listed.reference);
            }
            read.push_back({input.path, std::move(input.sha256)});
            checked.push_back({std::move(input.path), std::move(input.article), {}, {}});
            checker_->progress().at({"reading", checked.size(), "articles", input.bytes, all_bytes});
        });
        checker_->progress().clear();
        leave_out_copies(context, stored, read);
        const std::size_t first = checked.size();
        if (asks_store) {
            take_articles(*stored.store, stored.articles, checked, citations);
        } else if (!db_.empty()) {
            suppressions_.take_acceptances(context, db_);
        }
        judge(checked, citations);
        for (std::size_t i = 0; i < stored.articles.size(); ++i) {
            keep_verdicts(*stored.store, stored.articles[i].id, checked[first + i]);
        }
        print(context, checked);
    }

    void check_store(Context& context) {
        const auto store = open_existing_store(context, db_);
        CitationIndex citations;
        const auto articles = store->articles();
        std::vector<report::CheckedArticle> checked;
        take_articles(*store, articles, checked, citations);
        judge(checked, citations);
        for (std::size_t i = 0; i < checked.size(); ++i) {
            keep_verdicts(*store, articles[i].id, checked[i]);
        }
        print(context, checked);
    }

    void take_articles(store::Store& store, const std::vector<store::ArticleSummary>& articles,
                       std::vector<report::CheckedArticle>& checked, CitationIndex& citations) {
        add_stored(store, articles, checked, citations);
        for (const auto& summary : articles) {
            suppressions_.take_comments_of_file(summary.path, summary.sha256, max_size_);
        }
        suppressions_.take_acceptances(store);
    }

    void keep_verdicts(store::Store& store, std::int64_t article, const report::CheckedArticle& checked) {
        const std::string state = checker_->state();
        for (const auto& stored : store.references_of_article(article)) {
            const auto& verdict = checked.verdicts[stored.index];
            if (is_kept(verdict)) {
                store.tell_verdict(stored.id, state, verdict);
            }
        }
    }

    /// What the network could not tell today is no verdict to keep.
    [[nodiscard]] bool is_kept(const finding::Verdict& verdict) const {
        return checker_->session() == nullptr || verdict.existence == finding::Existence::found;
    }

    void check_changes(Context& context) {
        const auto store = open_existing_store(context, db_);
        auto changes = find_changes(
            *store, checker_->state(), checker_->session() != nullptr,
            [&](std::span<const bib::Reference* const> references) {
                return checker_->verdicts_on(references);
            },
            [&](const finding::Verdict& verdict) { return is_kept(verdict); });
        suppressions_.take_acceptances(*store);
        for (auto& article : changes.articles) {
            suppressions_.apply(article);
        }
        for (const auto& change : changes.changed) {
            const auto& article = changes.articles[change.article];
            if (!article.quiet_verdicts.contains(change.reference)) {
                count(article.verdicts[change.reference].headline);
            }
        }
        if (format_ == "json") {
            context.out << report::changes_json(changes.articles, changes.changed, changes.counts,
                                                checker_->infos());
        } else if (format_ == "ndjson") {
            context.out << report::changes_ndjson(changes.articles, changes.changed);
        } else {
            context.out << report::changes_text(changes.articles, changes.changed, changes.counts,
                                                text_style(context, verbose_));
        }
    }

    /// Fills the verdicts and findings of every article.
    void judge(std::vector<report::CheckedArticle>& checked, const CitationIndex& citations) {
        checker_->fill_verdicts(checked);
        for (auto& one : checked) {
            one.findings = verify::check_article(one.article, one.verdicts,
                                                 citations.others(one.path, references_of(one.article)));
            suppressions_.apply(one);
            for (std::size_t i = 0; i < one.verdicts.size(); ++i) {
                if (!one.quiet_verdicts.contains(i)) {
                    count(one.verdicts[i].headline);
                }
            }
        }
    }

    void print(Context& context, const std::vector<report::CheckedArticle>& checked) {
        report::CheckRun run{checked, skipped_, {}, fails_, text_style(context, verbose_), kVersion};
        const auto asked = checker_->infos();
        run.authorities = asked;
        run.findings_only = what_ == "findings";
        run.show_suppressed = show_suppressed_;
        run.has_baseline = !baseline_.empty();
        context.out
            << std::ranges::find(report::check_formats(), format_, &report::CheckFormat::name)->write(run);
        if (run.has_baseline) {
            const std::string quiet = report::suppressed_in_words(checked);
            context.err << fmt::format("whereof check: not counted: {}\n", quiet.empty() ? "nothing" : quiet);
        }
    }

    void count(Headline headline) {
        flagged_ += fails_.contains(headline) ? 1U : 0U;
        unsure_ += headline == Headline::unchecked || headline == Headline::undecidable ? 1U : 0U;
    }

    int exit_code(Context& context) const {
        context.out.flush();
        if (!skipped_.empty()) {
            context.err << fmt::format("whereof check: {} item{} could not be read\n", skipped_.size(),
                                       skipped_.size() == 1 ? "" : "s");
            return kBroken;
        }
        if (flagged_ > 0) {
            context.err << fmt::format("whereof check: {} citation{} flagged ({})\n", flagged_,
                                       flagged_ == 1 ? "" : "s", fail_on_);
            return kFound;
        }
        if (strict_ && unsure_ > 0) {
            context.err << fmt::format("whereof check: {} citation{} could not be looked up\n", unsure_,
                                       unsure_ == 1 ? "" : "s");
            return kUndecided;
        }
        return kDone;
    }

    std::vector<std::string> paths_;
    bool all_ = false;
    bool changed_ = false;
    std::string db_;
    std::vector<std::string> authorities_;
    std::string format_ = "text";
    std::string output_;
    std::string baseline_;
    bool show_suppressed_ = false;
    std::string input_format_;
    std::string what_ = "references";
    std::string fail_on_{kDefaultFailOn};
    bool strict_ = false;
    bool quiet_ = false;
    bool verbose_ = false;
    std::size_t max_size_ = article::kMaxFileBytes;
    std::size_t jobs_ = 0;
    OnlineOptions online_;

    std::optional<Checker> checker_;
    Suppressions suppressions_;
    std::set<Headline> fails_;
    std::vector<Error> skipped_;
    std::size_t flagged_ = 0;
    std::size_t unsure_ = 0;
};

}  // namespace

std::unique_ptr<Invocation> make_check() { return std::make_unique<CheckInvocation>(); }

}  // namespace whereof::cli
