// SPDX-License-Identifier: MIT
#include "cli/parse_output.hpp"

#include "formats/csl_json.hpp"
#include "formats/json_text.hpp"
#include "report/report.hpp"

#include <iterator>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr std::string_view kNoReference = "does not look like a reference";

void append_number(std::string& out, std::string_view key, std::size_t number) {
    ((out += '"') += key) += "\":";
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
}

void append_head(std::string& out, std::string_view id, const bib::Reference& reference) {
    out += "{\"id\":";
    formats::append_json_string(out, id);
    formats::append_csl_members(out, reference.item);
    out += ",\"custom\":{";
    formats::append_csl_custom(out, reference.item);
    out += out.back() == '{' ? "\"confidence\":" : ",\"confidence\":";
    formats::append_json_share(out, reference.confidence);
    if (reference.likeness < bib::kDoubtful) {
        ((out += ",\"doubt\":\"") += kNoReference) += '"';
    }
    if (!reference.label.empty()) {
        out += ",\"label\":";
        formats::append_json_string(out, reference.label);
    }
    out += ",\"spans\":[";
    for (const auto& [field, span, confidence] : reference.spans) {
        out += out.back() == '[' ? "{\"field\":\"" : ",{\"field\":\"";
        (out += csl_name(field)) += "\",";
        append_number(out, "begin", span.begin);
        out += ',';
        append_number(out, "end", span.end);
        out += ",\"confidence\":";
        formats::append_json_share(out, confidence);
        out += '}';
    }
    out += ']';
}

void append_tail(std::string& out, const bib::Reference& reference) {
    out += ",\"raw\":";
    formats::append_json_string(out, reference.raw);
    out += "}}\n";
}

void append_token(std::string& out, const bib::TokenExplanation& token, std::string_view raw) {
    out += "{\"text\":";
    formats::append_json_string(out, token.span.of(raw));
    out += ',';
    append_number(out, "begin", token.span.begin);
    out += ',';
    append_number(out, "end", token.span.end);
    fmt::format_to(std::back_inserter(out), R"(,"look":"{}","label":"{}","probability":)", token.look,
                   token.label_name);
    formats::append_json_share(out, token.probability);
    out += ",\"reasons\":[";
    for (const bib::Reason& reason : token.reasons) {
        fmt::format_to(std::back_inserter(out), R"({}{{"feature":"{}","weight":{:.2f}}})",
                       out.back() == '[' ? "" : ",", reason.feature, reason.weight);
    }
    out += "]}";
}

/// What a column holds at most, so that a long word moves nothing.
std::string fitted(std::string_view text, std::size_t columns) {
    std::string out = report::terminal_safe(text);
    return out.size() <= columns ? out : fmt::format("{:.{}}…", out, columns - 1);
}

}  // namespace

void append_parsed(std::string& out, std::string_view id, const bib::Reference& reference) {
    append_head(out, id, reference);
    append_tail(out, reference);
}

void append_explained(std::string& out, std::string_view id, const bib::Explanation& explanation) {
    append_head(out, id, explanation.reference);
    out += ",\"tokens\":[";
    for (const bib::TokenExplanation& token : explanation.tokens) {
        if (out.back() != '[') {
            out += ',';
        }
        append_token(out, token, explanation.reference.raw);
    }
    out += ']';
    append_tail(out, explanation.reference);
}

std::string explain_text(std::string_view id, const bib::Explanation& explanation) {
    constexpr std::size_t kTokenColumns = 24;
    const bib::Reference& reference = explanation.reference;
    std::string out = fmt::format("{}: {}, confidence {:.2f}{}{}\n", report::terminal_safe(id),
                                  csl_name(reference.item.type), reference.confidence,
                                  reference.likeness < bib::kDoubtful ? ", " : "",
                                  reference.likeness < bib::kDoubtful ? kNoReference : "");
    for (const auto& [field, span, confidence] : reference.spans) {
        fmt::format_to(std::back_inserter(out), "  {:16} {:.2f}  {}\n", csl_name(field), confidence,
                       report::terminal_safe(span.of(reference.raw)));
    }
    for (const bib::TokenExplanation& token : explanation.tokens) {
        fmt::format_to(std::back_inserter(out), "    {:{}} {:16} {:.2f}  {}",
                       fitted(token.span.of(reference.raw), kTokenColumns), kTokenColumns, token.label_name,
                       token.probability, token.look);
        for (const bib::Reason& reason : token.reasons) {
            fmt::format_to(std::back_inserter(out), "; {} {:+.1f}", reason.feature, reason.weight);
        }
        out += '\n';
    }
    return out;
}

}  // namespace whereof::cli
