// SPDX-License-Identifier: MIT
#include "report/baseline.hpp"

#include "report/escapes.hpp"
#include "report/issues.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::report {
namespace {

using Json = nlohmann::json;

const Error kNoReport{"expected a report that whereof check wrote with --format json, ndjson or sarif"};

/// The member of that name, or null for what has none.
const Json& member(const Json& json, const char* key) {
    static const Json none;
    const auto found = json.is_object() ? json.find(key) : json.end();
    return found == json.end() ? none : *found;
}

std::string text_of(const Json& json, const char* key) {
    const Json& found = member(json, key);
    return found.is_string() ? found.get<std::string>() : "";
}

/// Was the line told when the report was made, or known from a baseline then?
bool was_told(const Json& line) {
    const Json& suppressed = member(line, "suppressed");
    return suppressed.is_null() || text_of(suppressed, "by") == "baseline";
}

void add_line(Baseline& out, const std::string& path, const Json& line) {
    const std::string fingerprint = text_of(line, "fingerprint");
    if (!fingerprint.empty() && was_told(line)) {
        out.add(uri_of_path(path), fingerprint);
    }
}

Baseline from_document(const Json& articles) {
    Baseline out;
    for (const Json& article : articles) {
        for (const char* list : {"references", "findings"}) {
            for (const Json& line : member(article, list)) {
                add_line(out, text_of(article, "path"), line);
            }
        }
    }
    return out;
}

Baseline from_sarif(const Json& runs) {
    Baseline out;
    for (const Json& run : runs) {
        for (const Json& result : member(run, "results")) {
            const Json& locations = member(result, "locations");
            const std::string known = text_of(member(result, "partialFingerprints"), "whereof/v1");
            if (!member(result, "suppressions").empty() || !locations.is_array() || locations.empty()) {
                continue;
            }
            const Json& place = member(member(locations.front(), "physicalLocation"), "artifactLocation");
            out.add(text_of(place, "uri"), known.substr(0, known.rfind(':')));
        }
    }
    return out;
}

Result<Baseline> from_lines(std::string_view bytes) {
    Baseline out;
    std::size_t number = 0;
    bool on_references = false;
    bool on_findings = false;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = text::trim(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++number;
        if (line.empty()) {
            continue;
        }
        const Json json = Json::parse(line, nullptr, false);
        if (member(json, "skipped").is_object()) {
            continue;
        }
        if (text_of(json, "fingerprint").empty() || text_of(json, "path").empty()) {
            return Error{fmt::format("line {}: {}", number, kNoReport.what)};
        }
        (text_of(json, "rule").empty() ? on_references : on_findings) = true;
        add_line(out, text_of(json, "path"), json);
    }
    out.set_lacks_findings(on_references && !on_findings);
    return out;
}

}  // namespace

Result<Baseline> read_baseline(std::string_view bytes) {
    const Json document = Json::parse(bytes, nullptr, false);
    if (const Json& articles = member(document, "articles");
        articles.is_array() && text_of(document, "format").starts_with("whereof-check-")) {
        return from_document(articles);
    }
    if (const Json& runs = member(document, "runs"); runs.is_array()) {
        return from_sarif(runs);
    }
    return from_lines(bytes);
}

void Baseline::apply(CheckedArticle& checked) const {
    const std::string uri = uri_of_path(checked.path);
    const Suppression known{Suppression::By::baseline, ""};
    for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
        if (verdict_of(checked, i).headline != finding::Headline::verified &&
            known_.contains({uri, verdict_fingerprint(checked, i)})) {
            checked.quiet_verdicts.emplace(i, known);
        }
    }
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        if (known_.contains({uri, finding_fingerprint(checked, i)})) {
            checked.quiet_findings.emplace(i, known);
        }
    }
}

}  // namespace whereof::report
