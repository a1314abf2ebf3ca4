// SPDX-License-Identifier: MIT
#include "cli/parse_documents.hpp"

#include "article/documents.hpp"
#include "formats/json_text.hpp"
#include "text/utf8.hpp"

#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

namespace whereof::cli {
namespace {

namespace dom = simdjson::dom;

struct Document {
    std::string id;  ///< as JSON
    std::vector<std::string> lines;
    std::size_t strange = 0;  ///< lines that are no strings
};

/// The id as it came where it is a text or a whole number.
std::optional<std::string> id_of(const dom::object& object) {
    dom::element id;
    if (object["id"].get(id) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    if (id.is_string()) {
        std::string out;
        formats::append_json_string(out, id.get_string().value_unsafe());
        return out;
    }
    return id.is_int64() || id.is_uint64() ? std::optional(simdjson::minify(id)) : std::nullopt;
}

std::optional<Error> read_document(std::string_view line, Document& out) {
    thread_local dom::parser parser;
    dom::element root;
    auto error = parser.parse(line.data(), line.size()).get(root);
    if (error == simdjson::UTF8_ERROR) {
        const std::string valid = text::make_valid_utf8(line);
        error = parser.parse(valid).get(root);
    }
    dom::object object;
    if (error != simdjson::SUCCESS || root.get(object) != simdjson::SUCCESS) {
        return Error{R"(expected a JSON object {"id","lines"})"};
    }
    out.id = id_of(object).value_or(out.id);
    dom::array lines;
    if (object["lines"].get(lines) != simdjson::SUCCESS) {
        return Error{R"(expected a list of texts under "lines")"};
    }
    out.lines.reserve(lines.size());
    for (const dom::element element : lines) {
        std::string_view text;
        out.strange += element.get(text) == simdjson::SUCCESS ? 0U : 1U;
        out.lines.emplace_back(text);
    }
    return std::nullopt;
}

}  // namespace

DocumentAnswer append_document(std::string& out, std::string_view line, std::size_t number) {
    Document document;
    document.id = fmt::format("\"{}\"", number);
    DocumentAnswer answer;
    answer.error = read_document(line, document);
    answer.read = !answer.error;
    if (answer.read && document.strange > 0) {
        answer.error = Error{fmt::format("expected texts under \"lines\"; {} of {} are none, read as blank",
                                         document.strange, document.lines.size())};
    }
    const article::DocumentReferences found = article::find_references(document.lines);
    (out += "{\"id\":") += document.id;
    out += ",\"labels\":[";
    for (const char is_reference : found.is_reference) {
        out += out.back() == '[' ? "\"" : ",\"";
        out += is_reference != 0 ? "R\"" : "O\"";
    }
    out += "],\"references\":[";
    for (const std::string& reference : found.references) {
        if (&reference != &found.references.front()) {
            out += ',';
        }
        formats::append_json_string(out, reference);
    }
    out += "]}\n";
    return answer;
}

}  // namespace whereof::cli
