// SPDX-License-Identifier: MIT
#include "cli/authority_status.hpp"

#include "authority/online_service.hpp"
#include "bib/journal.hpp"
#include "report/json_text.hpp"
#include "report/report.hpp"

#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kFilesShown = 5;

std::string counted(std::int64_t count, std::string_view thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

void print_files(Context& context, const std::vector<authority::SourceFile>& files) {
    for (std::size_t i = 0; i < std::min(files.size(), kFilesShown); ++i) {
        context.out << report::terminal_safe(
            fmt::format("  {}  {}: {}, {}{}\n", files[i].imported, files[i].name, files[i].kind,
                        counted(files[i].records, "record"),
                        files[i].skipped == 0 ? "" : fmt::format(", {} skipped", files[i].skipped)));
    }
    if (files.size() > kFilesShown) {
        context.out << fmt::format("  and {} before\n",
                                   counted(static_cast<std::int64_t>(files.size() - kFilesShown), "file"));
    }
}

/// "  works in journals: 1990s 12 · 2000s 140 · year unknown 3"
void print_decades(Context& context, const std::vector<authority::YearCount>& years) {
    std::map<int, std::int64_t> decades;
    for (const auto& one : years) {
        decades[one.year == 0 ? 0 : one.year / 10 * 10] += one.works;
    }
    const char* divider = "  works in journals: ";
    for (const auto& [decade, works] : decades) {
        if (decade != 0) {
            context.out << fmt::format("{}{}s {}", divider, decade, works);
            divider = " · ";
        }
    }
    if (const auto unknown = decades.find(0); unknown != decades.end()) {
        context.out << fmt::format("{}year unknown {}", divider, unknown->second);
    }
    context.out << (decades.empty() ? "" : "\n");
}

void print_journal(Context& context, const std::string& journal,
                   const std::vector<authority::YearCount>& years) {
    std::int64_t works = 0;
    for (const auto& one : years) {
        works += one.works;
    }
    context.out << report::terminal_safe(
        fmt::format("  {}: {}{}\n", journal, counted(works, "work"), works == 0 ? "" : ", by year:"));
    for (const auto& one : years) {
        context.out << fmt::format("    {:<7}  {:>7}  in {}\n",
                                   one.year == 0 ? "unknown" : std::to_string(one.year), one.works,
                                   counted(one.volumes, "volume"));
    }
}

void print_text(Context& context, authority::Authority& authority, const std::string& journal) {
    const auto& info = authority.info();
    context.out << report::terminal_safe(
        fmt::format("{}: {}, {}{}, newest import {}\n", info.name, counted(info.records, "record"),
                    info.abstracts > 0 ? counted(info.abstracts, "abstract") + ", " : "",
                    counted(info.events, "editorial event"), info.date.empty() ? "unknown" : info.date));
    if (info.unfinished) {
        context.out << "  An import into it runs or was cut off; until the same import is run to its end, it "
                       "answers as before.\n";
    }
    if (info.sample) {
        context.out << "  This is the sample that comes with whereof: some works on back pain and "
                       "physiotherapy.\n"
                       "  A work it lacks is undecidable, never not_found. Import bulk files for more:\n"
                       "  whereof authority import FILES…\n";
    }
    if (journal.empty()) {
        print_files(context, authority.source_files());
        print_decades(context, authority.years(""));
    } else {
        print_journal(context, journal, authority.years(bib::journal_key(journal)));
    }
}

Json years_json(const std::vector<authority::YearCount>& years, bool of_journal) {
    Json out = Json::array();
    for (const auto& one : years) {
        Json year{{"year", one.year == 0 ? Json() : Json(one.year)}, {"works", one.works}};
        if (of_journal) {
            year["volumes"] = one.volumes;
        }
        out.push_back(std::move(year));
    }
    return out;
}

Json to_json(authority::Authority& authority, const std::string& journal) {
    const auto& info = authority.info();
    Json out{{"name", info.name},
             {"date", info.date},
             {"records", info.records},
             {"events", info.events},
             {"abstracts", info.abstracts},
             {"sample", info.sample},
             {"unfinished", info.unfinished}};
    out["files"] = Json::array();
    for (const auto& file : authority.source_files()) {
        out["files"].push_back({{"name", file.name},
                                {"kind", file.kind},
                                {"records", file.records},
                                {"skipped", file.skipped},
                                {"imported", file.imported}});
    }
    out["years"] = years_json(authority.years(""), false);
    if (!journal.empty()) {
        out["journal"] = {{"title", journal},
                          {"years", years_json(authority.years(bib::journal_key(journal)), true)}};
    }
    return out;
}

}  // namespace

void print_authority_status(Context& context, const Authorities& authorities, const std::string& journal,
                            bool as_json) {
    Json all{{"format", "whereof-authority-1"}, {"authorities", Json::array()}, {"online", Json::array()}};
    for (auto* authority : authorities.pointers()) {
        if (as_json) {
            all["authorities"].push_back(to_json(*authority, journal));
        } else {
            print_text(context, *authority, journal);
        }
    }
    if (as_json) {
        for (const auto& row : authority::online_services()) {
            all["online"].push_back({{"name", row.name},
                                     {"endpoint", row.endpoint},
                                     {"what", row.what},
                                     {"requests_per_second", row.per_second}});
        }
        context.out << report::json_document(all);
    } else if (journal.empty()) {
        context.out << "On the network, with check --online only:\n";
        for (const auto& row : authority::online_services()) {
            context.out << fmt::format("  {:<10} {} ({}, at most {} requests a second)\n", row.name, row.what,
                                       row.endpoint, row.per_second);
        }
    }
}

}  // namespace whereof::cli
