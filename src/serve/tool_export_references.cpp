// SPDX-License-Identifier: MIT
#include "finding/verdict.hpp"
#include "report/json_text.hpp"
#include "search/search.hpp"
#include "serve/checking.hpp"
#include "serve/found_references.hpp"
#include "serve/given_articles.hpp"
#include "serve/stored_judge.hpp"
#include "serve/tools.hpp"
#include "verify/merge_works.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using finding::Headline;

/// A reference to write.
struct Taken {
    std::string id;
    bib::Reference reference;
    std::int64_t stored = 0;  ///< its id in the store; 0: it came from elsewhere
};

/// Where the references come from, and what could not be read of it.
struct Source {
    std::vector<Taken> taken;
    std::vector<Error> skipped;
    std::unique_ptr<store::Store> store;  ///< absent when none was asked
};

void take_article(Desk& desk, const std::string& name, Source& out) {
    const auto summary = desk.find_article(*out.store, name);
    if (!summary) {
        out.skipped.push_back({"the store holds no such article", name});
        return;
    }
    for (auto& stored : out.store->references_of_article(summary->id)) {
        out.taken.push_back({fmt::format("{}#r{}", summary->path, stored.index + 1),
                             std::move(stored.listed.reference), stored.id});
    }
}

Result<Source> take(Desk& desk, const nlohmann::json& arguments) {
    const bool of_store = arguments.contains("articles") || arguments.contains("query");
    const bool given =
        arguments.contains("text") || arguments.contains("path") || arguments.contains("references");
    if ((of_store && given) || (arguments.contains("articles") && arguments.contains("query")) ||
        (!of_store && !given)) {
        return Error{"expected one of articles, query, text, path, references"};
    }
    Source out;
    if (!of_store) {
        auto read = read_given(arguments);
        if (!read) {
            return std::move(read).error();
        }
        out.skipped = std::move(read->skipped);
        for (auto& [path, article, digest] : read->articles) {
            for (auto& listed : article.references) {
                out.taken.push_back(
                    {fmt::format("{}#r{}", path, out.taken.size() + 1), std::move(listed.reference), 0});
            }
        }
        return out;
    }
    out.store = desk.open_store();
    if (arguments.contains("query")) {
        auto found = find_references(*out.store, arguments.at("query").get<std::string>(), desk.synonyms,
                                     desk.most_found);
        if (!found) {
            return std::move(found).error();
        }
        for (auto& one : found->references) {
            out.taken.push_back({fmt::format("{}#r{}", one.path, one.source.index),
                                 std::move(one.source.reference), one.source.id});
        }
        return out;
    }
    for (const auto& name : arguments.at("articles")) {
        take_article(desk, name.get<std::string>(), out);
    }
    return out;
}

/// The headlines of what was taken, one a reference. Fails when the desk's patience ends.
Result<std::vector<Headline>> headlines_of(const Desk& desk, const Source& source) {
    const Deadline deadline(desk.patience);
    std::optional<StoredJudge> judge;
    if (source.store) {
        judge.emplace(*source.store, desk.authorities, desk.authority_state, Keeping::nothing);
    }
    verify::Verifier verifier(desk.authorities);
    std::vector<Headline> out;
    for (const auto& one : source.taken) {
        if (deadline.is_over()) {
            return deadline.error(out.size());
        }
        out.push_back(
            (judge ? judge->verdict(one.stored, one.reference) : verifier.check(one.reference)).headline);
    }
    return out;
}

/// Leaves only references of the verdicts wished for. How many go.
Result<std::size_t> leave_out(const Desk& desk, const nlohmann::json& verdicts, Source& source) {
    const auto headlines = headlines_of(desk, source);
    if (!headlines) {
        return headlines.error();
    }
    std::set<Headline> wanted;
    for (const auto& name : verdicts) {
        wanted.insert(*finding::headline_of_name(name.get<std::string>()));
    }
    std::vector<Taken> left;
    for (std::size_t i = 0; i < source.taken.size(); ++i) {
        if (wanted.contains((*headlines)[i])) {
            left.push_back(std::move(source.taken[i]));
        }
    }
    const std::size_t gone = source.taken.size() - left.size();
    source.taken = std::move(left);
    return gone;
}

/// Leaves one reference for each work, with the identifiers of all. How many go.
std::size_t merge(Source& source) {
    std::vector<bib::Item*> items;
    for (Taken& one : source.taken) {
        items.push_back(&one.reference.item);
    }
    verify::leave_kept<Taken>(source.taken, verify::unite_works(items));
    return items.size() - source.taken.size();
}

}  // namespace

Result<ToolAnswer> export_references(Desk& desk, const nlohmann::json& arguments) {
    using Json = nlohmann::ordered_json;
    const ListWishes wishes{arguments.at("format").get<std::string>(),
                            arguments.value("style", std::string()), arguments.value("ids", std::string())};
    if (auto wrong = fault_of(wishes)) {
        return Error{*std::move(wrong)};
    }
    auto source = take(desk, arguments);
    if (!source) {
        return source.error();
    }
    if (source->taken.empty() && !source->skipped.empty()) {
        return source->skipped.front();
    }
    std::size_t left_out = 0;
    if (const auto verdicts = arguments.find("verdicts"); verdicts != arguments.end()) {
        const auto gone = leave_out(desk, *verdicts, *source);
        if (!gone) {
            return gone.error();
        }
        left_out = *gone;
    }
    const std::size_t merged = arguments.value("dedupe", false) ? merge(*source) : 0;
    std::vector<formats::Entry> entries;
    for (const auto& one : source->taken) {
        entries.push_back({one.id, &one.reference.item, {}});
    }
    auto written = write_list(entries, wishes, desk.render_style);
    if (!written) {
        return written.error();
    }
    ToolAnswer out;
    out.text = *std::move(written);
    Json skipped = Json::array();
    for (const Error& error : source->skipped) {
        skipped.push_back(error.where.empty() ? error.what : error.where + ": " + error.what);
    }
    const Json structured{{"format", wishes.style.empty() ? wishes.format : wishes.style},
                          {"count", entries.size()},
                          {"left_out", left_out},
                          {"merged", merged},
                          {"skipped", std::move(skipped)},
                          {"text", out.text}};
    out.structured = report::json_text(structured);
    return out;
}

}  // namespace whereof::serve
