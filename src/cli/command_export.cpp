// SPDX-License-Identifier: MIT
#include "cli/command_export.hpp"

#include "base/io.hpp"
#include "cli/csl_styles.hpp"
#include "cli/export_sources.hpp"
#include "cli/export_verdicts.hpp"
#include "cli/failure.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "formats/csl_json.hpp"
#include "formats/formats.hpp"
#include "report/json_text.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"
#include "serve/written_list.hpp"
#include "verify/merge_works.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using finding::Headline;
using Json = nlohmann::ordered_json;

class ExportInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("PATH|ID", wishes_.names,
                              "Files, folders, or articles, claims, references and works of the store",
                              false);
        arguments.flag("--all", wishes_.all, "Every article of the store");
        arguments.option("--query", wishes_.query, "QUERY",
                         "The references of the claims that a search of the store finds");
        arguments.option("--db", wishes_.db, "FILE", "The store");
        std::vector<std::string> names{"ndjson"};
        for (const auto& format : formats::formats()) {
            if (format.write != nullptr) {
                names.emplace_back(format.name);
            }
        }
        arguments.choice("-f,--format", format_, std::move(names), "The format to write");
        arguments.option("--style", style_, "NAME",
                         "Text in any CSL style instead, by pandoc: the-lancet, jama, mine.csl");
        std::vector<std::string> identifiers;
        for (const auto& row : serve::kIdentifiers) {
            identifiers.emplace_back(row.name);
        }
        arguments.choice("--ids", ids_, std::move(identifiers),
                         "Which identifiers to write in vancouver, ama, apa and --style");
        arguments.choice("--what", what_, {"references", "claims"}, "What to write");
        arguments.option("--verdict", verdicts_, "LIST",
                         "Only references of these verdicts: verified,retracted; or all");
        arguments.flag("--dedupe", dedupe_, "One entry for each work; the reasons go to stderr");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask for the verdicts; may be repeated");
        arguments.option("-o,--output", output_, "FILE", "Write to a file, whole or not at all");
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        const int wishes =
            (wishes_.all ? 1 : 0) + (wishes_.names.empty() ? 0 : 1) + (wishes_.query.empty() ? 0 : 1);
        if (wishes != 1) {
            return wishes > 1 ? "give PATHs, --all or --query, one of them"
                              : "expected a file or article to export, or --all for the store, or --query";
        }
        if (what_ == "claims" && (format_ != "ndjson" || !style_.empty())) {
            return "claims are written with --format ndjson";
        }
        if (what_ == "claims" && (dedupe_ || verdicts_ != kAllVerdicts || !wishes_.query.empty())) {
            return "--dedupe, --verdict and --query are for references";
        }
        if (!style_.empty() && format_ != kDefaultFormat) {
            return "give --style or --format, not both";
        }
        if (serve::fault_of({format_, style_, ids_})) {
            return "--ids is for vancouver, ama, apa and --style";
        }
        if (auto wrong = parse_verdicts(verdicts_); !wrong) {
            return wrong.error().what;
        }
        return std::nullopt;
    }

    int run(Context& context) override {
        keep_inputs(output_, wishes_.names);
        std::ostringstream file;
        out_ = output_.empty() ? &context.out : &file;
        wanted_ = *parse_verdicts(verdicts_);
        verdict_of_.emplace(context, authorities_);
        if (!style_.empty()) {
            style_file_ = need(find_csl_style(context, style_));
        }
        const bool any = collect_all(context);
        print_skipped(context, skipped_);
        if (!any) {
            throw Refusal({wishes_.query.empty() ? "nothing to export" : "no claim found, nothing to export",
                           wishes_.query,
                           {}});
        }
        if (what_ == "references") {
            write_list(context);
        }
        if (!output_.empty()) {
            write_file_atomic(output_, file.str());
        }
        return skipped_.empty() ? kDone : kFound;
    }

  private:
    struct Entry {
        std::string path;
        std::size_t index = 0;  ///< from 1
        bib::Reference reference;
        std::string verdict;  ///< empty when not asked

        [[nodiscard]] std::string id() const { return fmt::format("{}#r{}", path, index); }
    };

    template <typename T>
    static T need(Result<T> result) {
        if (!result) {
            throw Refusal({result.error().what, {}, {}});
        }
        return *std::move(result);
    }

    /// False when there was nothing to take references from.
    bool collect_all(Context& context) {
        if (!wishes_.query.empty()) {
            return for_each_found(context, wishes_,
                                  [&](const ExportedReference& reference) { collect(reference); }) > 0;
        }
        bool any = false;
        TakeReference one;
        if (what_ == "references") {
            one = [&](const ExportedReference& reference) {
                any = true;
                collect(reference);
            };
        }
        const auto each = [&](const ExportedArticle& source) {
            any = true;
            if (what_ == "claims") {
                write_claims(source);
                return;
            }
            for (std::size_t i = 0; i < source.article.references.size(); ++i) {
                collect(source.reference(i));
            }
        };
        for_each_article(context, wishes_, skipped_, each, one);
        return any;
    }

    void collect(const ExportedReference& cited) {
        Entry entry{cited.path, cited.index, cited.reference, {}};
        std::optional<Headline> headline;
        if (!wanted_.empty()) {
            headline = verdict_of_->of(cited);
            if (!wanted_.contains(*headline)) {
                ++left_out_;
                return;
            }
        } else if (format_ == "csv") {
            headline = verdict_of_->known(cited);
        }
        if (headline) {
            entry.verdict = finding::name(*headline);
        }
        if (format_ == "ndjson" && !dedupe_) {
            *out_ << ndjson_line(entry);
        } else {
            entries_.push_back(std::move(entry));
        }
    }

    static std::string ndjson_line(const Entry& entry) {
        Json line{{"id", entry.id()}, {"path", entry.path}, {"index", entry.index}};
        line["label"] = entry.reference.label;
        line["raw"] = entry.reference.raw;
        line["csl"] = formats::to_csl_json(entry.reference.item);
        if (!entry.verdict.empty()) {
            line["verdict"] = entry.verdict;
        }
        return report::json_line(line);
    }

    /// Leaves one entry for each work, at the place of the first that cites it.
    void merge_entries(Context& context) {
        std::vector<bib::Item*> items;
        for (auto& entry : entries_) {
            items.push_back(&entry.reference.item);
        }
        const auto merged = verify::unite_works(items);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const std::size_t into = merged[i].into;
            if (into != i) {
                context.err << report::terminal_safe(fmt::format("merged {} into {}: {}", entries_[i].id(),
                                                                 entries_[into].id(), merged[i].because))
                            << '\n';
            }
        }
        verify::leave_kept<Entry>(entries_, merged);
    }

    void write_list(Context& context) {
        if (dedupe_) {
            merge_entries(context);
        }
        if (entries_.empty() && left_out_ > 0) {
            context.err << fmt::format("whereof export: none of {} references is {}\n", left_out_, verdicts_);
        }
        if (format_ == "ndjson") {
            for (const auto& entry : entries_) {
                *out_ << ndjson_line(entry);
            }
            return;
        }
        std::vector<formats::Entry> list;
        for (const auto& entry : entries_) {
            list.push_back({entry.id(), &entry.reference.item, entry.verdict});
        }
        *out_ << need(serve::write_list(list, {format_, style_, ids_},
                                        [this](std::string_view csl_json, const std::string& /*name*/) {
                                            return render_style(csl_json, style_file_);
                                        }));
    }

    void write_claims(const ExportedArticle& source) {
        const auto one_based = [](const std::vector<std::uint32_t>& indexes) {
            Json out = Json::array();
            for (const auto index : indexes) {
                out.push_back(index + 1);
            }
            return out;
        };
        for (const auto& claim : source.article.claims) {
            Json line{
                {"path", source.path}, {"text", claim.text}, {"references", one_based(claim.references)}};
            line["clauses"] = Json::array();
            for (const auto& clause : claim.clauses) {
                line["clauses"].push_back({{"text", clause.span.of(source.article.text)},
                                           {"references", one_based(clause.references)}});
            }
            std::vector<Headline> headlines;
            for (const auto index : claim.references) {
                headlines.push_back(verdict_of_->of(source.reference(index)));
            }
            const auto headline = worst(headlines);
            line["verdict"] = headline ? Json(finding::name(*headline)) : Json();
            *out_ << report::json_line(line);
        }
    }

    static constexpr std::string_view kDefaultFormat = "vancouver";

    ExportWishes wishes_;
    std::string format_{kDefaultFormat};
    std::string style_;
    std::string ids_;
    std::string what_ = "references";
    std::string verdicts_{kAllVerdicts};
    bool dedupe_ = false;
    std::vector<std::string> authorities_;
    std::string output_;

    std::ostream* out_ = nullptr;
    std::filesystem::path style_file_;
    std::set<Headline> wanted_;  ///< empty: all
    std::size_t left_out_ = 0;   ///< of another verdict
    std::vector<Error> skipped_;
    std::vector<Entry> entries_;
    std::optional<ExportVerdicts> verdict_of_;
};

}  // namespace

std::unique_ptr<Invocation> make_export() { return std::make_unique<ExportInvocation>(); }

}  // namespace whereof::cli
