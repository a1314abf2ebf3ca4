// SPDX-License-Identifier: MIT
#include "report/json_text.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::ordered_json;

Json conflict_json(const search::Conflict& conflict) {
    Json out{{"kind", name(conflict.kind)}, {"says", conflict.says}};
    out["claims"] = Json::array();
    for (const search::ConflictClaim& claim : conflict.claims) {
        out["claims"].push_back({{"id", claim.id},
                                 {"text", claim.text},
                                 {"path", claim.path},
                                 {"line", claim.line},
                                 {"col", claim.column}});
    }
    return out;
}

Json not_listed_json(const search::NotListed& not_listed) {
    return {{"left_out", not_listed.left_out}, {"not_compared", not_listed.not_compared}};
}

}  // namespace

Json conflicts_document(std::span<const search::Conflict> conflicts, const search::NotListed& not_listed,
                        std::size_t total) {
    Json out{{"format", "whereof-conflicts-1"}, {"version", 1}};
    out["conflicts"] = Json::array();
    for (const search::Conflict& conflict : conflicts) {
        out["conflicts"].push_back(conflict_json(conflict));
    }
    out["total"] = total;
    out.update(not_listed_json(not_listed));
    return out;
}

std::string conflicts_json(std::span<const search::Conflict> conflicts, const search::NotListed& not_listed,
                           std::size_t total) {
    return json_document(conflicts_document(conflicts, not_listed, total));
}

std::string conflicts_ndjson(std::span<const search::Conflict> conflicts,
                             const search::NotListed& not_listed) {
    std::string out;
    for (const search::Conflict& conflict : conflicts) {
        out += json_line(conflict_json(conflict));
    }
    if (!not_listed.empty()) {
        out += json_line(not_listed_json(not_listed));
    }
    return out;
}

std::string conflicts_text(std::span<const search::Conflict> conflicts, const TextStyle& style) {
    if (conflicts.empty()) {
        return "No two claims contradict each other, and none rests on a source known to be flagged.\n";
    }
    const Paint paint(style.colour);
    std::string out;
    for (const search::Conflict& conflict : conflicts) {
        out += fmt::format("{}: {}\n", paint.bold(name(conflict.kind)), conflict.says);
        for (const search::ConflictClaim& claim : conflict.claims) {
            append_labelled(out, 2, 5, "-",
                            one_line(fmt::format("{}:{}:{}", claim.path, claim.line, claim.column)),
                            style.width);
            append_labelled(out, 4, 5, "", one_line(claim.text), style.width);
        }
        out += '\n';
    }
    return out;
}

std::vector<std::string> not_listed_lines(const search::NotListed& not_listed) {
    std::vector<std::string> out;
    if (not_listed.left_out > 0) {
        out.push_back(fmt::format("{} more pairs of claims contradict each other in the same way: not listed",
                                  not_listed.left_out));
    }
    if (not_listed.not_compared > 0) {
        out.push_back(fmt::format("too many claims on the same words: {} pairs of them were not compared",
                                  not_listed.not_compared));
    }
    return out;
}

}  // namespace whereof::report
