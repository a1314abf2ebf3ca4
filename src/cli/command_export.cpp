// SPDX-License-Identifier: MIT
#include "cli/command_export.hpp"

#include "cli/authorities.hpp"
#include "cli/failure.hpp"
#include "cli/inputs.hpp"
#include "cli/judge.hpp"
#include "cli/merge_works.hpp"
#include "cli/open_store.hpp"
#include "cli/paths.hpp"
#include "formats/csl_json.hpp"
#include "formats/formats.hpp"
#include "report/report.hpp"

#include <algorithm>
#include <memory>
#include <ostream>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

/// An article to export, from a file or from the store.
struct Source {
    std::string path;
    article::Article article;
    store::Store* store = nullptr;            ///< nullptr for a file
    std::vector<std::int64_t> reference_ids;  ///< in the store
};

std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

class ExportInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("PATH|ID", names_, "Files, folders, or articles of the store", false);
        arguments.flag("--all", all_, "Every article of the store");
        arguments.option("--db", db_, "FILE", "The store");
        std::vector<std::string> names{"ndjson"};
        for (const auto& format : formats::formats()) {
            if (format.write != nullptr) {
                names.emplace_back(format.name);
            }
        }
        arguments.choice("-f,--format", format_, std::move(names), "The format to write");
        arguments.choice("--what", what_, {"references", "claims"}, "What to write");
        arguments.flag("--dedupe", dedupe_, "One entry for each work; the reasons go to stderr");
        arguments.option("--authority", authorities_, "FILE",
                         "An index to ask for the verdicts; may be repeated");
    }

    [[nodiscard]] std::optional<std::string> validate() const override {
        if (all_ != names_.empty()) {
            return all_ ? "give PATHs or --all, not both"
                        : "expected a file or article to export, or --all for the store";
        }
        if (what_ == "claims" && format_ != "ndjson") {
            return "claims are written with --format ndjson";
        }
        if (what_ == "claims" && dedupe_) {
            return "--dedupe is for references";
        }
        return std::nullopt;
    }

    int run(Context& context) override {
        std::size_t articles = 0;
        for_each_source(context, [&](const Source& source) {
            ++articles;
            if (what_ == "claims") {
                write_claims(context, source);
            } else {
                collect(context, source);
            }
        });
        print_skipped(context, skipped_);
        if (articles == 0) {
            throw Refusal({"nothing to export", {}, {}});
        }
        if (what_ == "references") {
            write_list(context);
        }
        return skipped_.empty() ? kDone : kFound;
    }

  private:
    struct Entry {
        std::string id;
        bib::Item item;
        std::string verdict;
        std::string line;  ///< of NDJSON
    };

    void for_each_source(Context& context, const std::function<void(const Source&)>& each) {
        if (all_) {
            const auto store = open_existing_store(context, db_);
            for (const auto& summary : store->articles()) {
                each(from_store(*store, summary));
            }
            return;
        }
        for (const auto& name : names_) {
            if (name != "-" && !std::filesystem::exists(name)) {
                if (export_stored(context, name, each)) {
                    continue;
                }
            }
            const auto files = find_inputs({name}, skipped_);
            read_inputs(context, files, {}, skipped_, [&each](InputArticle&& input) {
                each({std::move(input.path), std::move(input.article), nullptr, {}});
            });
        }
    }

    bool export_stored(Context& context, const std::string& name,
                       const std::function<void(const Source&)>& each) {
        if (db_.empty() && data_folder(context).empty()) {
            return false;
        }
        if (!std::filesystem::exists(store_path(context, db_))) {
            return false;
        }
        const auto store = open_existing_store(context, db_);
        const auto summary = find_article(*store, name);
        if (summary) {
            each(from_store(*store, *summary));
        }
        return summary.has_value();
    }

    static Source from_store(store::Store& store, const store::ArticleSummary& summary) {
        Source out{summary.path, store.article(summary.id), &store, {}};
        for (const auto& stored : store.references_of_article(summary.id)) {
            out.reference_ids.push_back(stored.id);
        }
        return out;
    }

    void collect(Context& context, const Source& source) {
        for (std::size_t i = 0; i < source.article.references.size(); ++i) {
            const auto& reference = source.article.references[i].reference;
            Entry entry{fmt::format("{}#r{}", source.path, i + 1), reference.item, {}, {}};
            if (format_ == "ndjson") {
                Json line{{"id", entry.id}, {"path", source.path}, {"index", i + 1}};
                line["label"] = reference.label;
                line["raw"] = reference.raw;
                line["csl"] = formats::to_csl_json(entry.item);
                entry.line = line_of(line);
            } else if (format_ == "csv") {
                entry.verdict = known_verdict(context, source, i);
            }
            if (format_ == "ndjson" && !dedupe_) {
                context.out << entry.line;
            } else {
                entries_.push_back(std::move(entry));
            }
        }
    }

    /// The headline that named authorities give, else the one the store keeps; empty when neither does.
    std::string known_verdict(Context& context, const Source& source, std::size_t index) {
        if (authorities_.empty() && source.store == nullptr) {
            return {};
        }
        if (!authorities_.empty()) {
            return std::string(finding::name(verdict(context, source, static_cast<std::uint32_t>(index))));
        }
        open_authorities(context);
        const auto kept = source.store->verdict(source.reference_ids[index], state_);
        return kept ? std::string(finding::name(kept->headline)) : "";
    }

    /// Leaves one entry for each work, at the place of the first that cites it.
    void merge_entries(Context& context) {
        std::vector<const bib::Item*> items;
        for (const auto& entry : entries_) {
            items.push_back(&entry.item);
        }
        const auto merged = merge_works(items);
        std::vector<bool> written(entries_.size());
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const std::size_t into = merged[i].into;
            if (into != i) {
                context.err << report::terminal_safe(fmt::format("merged {} into {}: same {}", entries_[i].id,
                                                                 entries_[into].id, merged[i].because))
                            << '\n';
            }
            if (!written[into]) {
                written[into] = true;
                kept.push_back(into);
            }
        }
        std::vector<Entry> left;
        for (const std::size_t i : kept) {
            left.push_back(std::move(entries_[i]));
        }
        entries_ = std::move(left);
    }

    void write_list(Context& context) {
        if (dedupe_) {
            merge_entries(context);
        }
        std::vector<formats::Entry> list;
        for (const auto& entry : entries_) {
            context.out << entry.line;
            list.push_back({entry.id, &entry.item, entry.verdict});
        }
        if (const auto* format = formats::find_format(format_)) {
            context.out << format->write(list);
        }
    }

    void write_claims(Context& context, const Source& source) {
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
            std::vector<finding::Headline> headlines;
            for (const auto index : claim.references) {
                headlines.push_back(verdict(context, source, index));
            }
            const auto headline = worst(headlines);
            line["verdict"] = headline ? Json(finding::name(*headline)) : Json();
            context.out << line_of(line);
        }
    }

    void open_authorities(const Context& context) {
        if (!opened_) {
            opened_ = std::make_unique<Authorities>(context, authorities_);
            state_ = opened_->state();
            verifier_ = std::make_unique<verify::Verifier>(opened_->pointers());
        }
    }

    finding::Headline verdict(Context& context, const Source& source, std::uint32_t index) {
        open_authorities(context);
        const auto [at, is_new] =
            headlines_.try_emplace(fmt::format("{}#{}", source.path, index), finding::Headline::unchecked);
        if (is_new) {
            at->second = verifier_->check(source.article.references[index].reference).headline;
        }
        return at->second;
    }

    std::vector<std::string> names_;
    bool all_ = false;
    std::string db_;
    std::string format_ = "vancouver";
    std::string what_ = "references";
    bool dedupe_ = false;
    std::vector<std::string> authorities_;

    std::vector<Error> skipped_;
    std::vector<Entry> entries_;
    std::unique_ptr<Authorities> opened_;
    std::string state_;
    std::unique_ptr<verify::Verifier> verifier_;
    std::unordered_map<std::string, finding::Headline> headlines_;
};

}  // namespace

std::unique_ptr<Invocation> make_export() { return std::make_unique<ExportInvocation>(); }

}  // namespace whereof::cli
