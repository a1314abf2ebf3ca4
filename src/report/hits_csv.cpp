// SPDX-License-Identifier: MIT
#include "formats/csv.hpp"
#include "report/cited_text.hpp"
#include "report/evidence_level.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace whereof::report {
namespace {

std::string row_of(const std::vector<std::string>& fields) {
    std::string out;
    for (const std::string& field : fields) {
        out += (out.empty() ? "" : ",") + formats::csv_field(one_line(field));
    }
    return out + "\r\n";
}

}  // namespace

std::string hits_csv(std::span<const search::Hit> hits) {
    std::string out = row_of({"rank", "score", "id", "text", "path", "line", "col", "heading",
                              "article title", "stance", "source", "verdict", "reason", "evidence"});
    const search::HitReference none;
    for (const search::Hit& hit : hits) {
        const std::size_t rows = std::max<std::size_t>(hit.references.size(), 1);
        for (std::size_t i = 0; i < rows; ++i) {
            const search::HitReference& source = i < hit.references.size() ? hit.references[i] : none;
            out += row_of({std::to_string(hit.rank), fmt::format("{:.6f}", hit.score), hit.id, hit.text,
                           hit.path, std::to_string(hit.line), std::to_string(hit.column), hit.heading,
                           hit.article_title,
                           std::string(hit.comparison ? search::name(hit.comparison->stance) : ""),
                           cited_text(source.reference),
                           std::string(source.verdict ? finding::name(source.verdict->headline) : ""),
                           source.verdict ? source.verdict->reason : "",
                           evidence_level_text(source.reference.item, source.verdict)});
        }
    }
    return out;
}

}  // namespace whereof::report
