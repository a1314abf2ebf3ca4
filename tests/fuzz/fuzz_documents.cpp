// SPDX-License-Identifier: MIT
// Any bytes, as the lines of a document and as a line of JSON, get one answer: a label for every line, and
// references where lines are labelled.
// rooms: cli
#include "article/documents.hpp"
#include "cli/parse_documents.hpp"
#include "cli/parse_output.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

using namespace whereof;

bool finds_soundly(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const article::DocumentReferences found = article::find_references(lines);
    const bool any =
        std::any_of(found.is_reference.begin(), found.is_reference.end(), [](char c) { return c != 0; });
    return found.is_reference.size() == lines.size() && any == !found.references.empty();
}

bool is_one_line_of_json(const std::string& out) {
    return !out.empty() && out.find('\n') == out.size() - 1 && nlohmann::json::accept(out);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::string answer;
    (void)cli::append_document(answer, text, 1);
    std::string parsed;
    cli::append_parsed(parsed, text.substr(0, 40), bib::parse_reference(text));
    std::string explained;
    cli::append_explained(explained, "1", bib::explain_reference(text.substr(0, 2000)));
    if (!finds_soundly(text) || !is_one_line_of_json(answer) || !is_one_line_of_json(parsed) ||
        !is_one_line_of_json(explained)) {
        std::abort();
    }
    return 0;
}
