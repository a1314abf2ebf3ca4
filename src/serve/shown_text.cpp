// SPDX-License-Identifier: MIT
#include "report/claim_facets.hpp"
#include "report/terminal.hpp"
#include "serve/shown.hpp"

#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

/// What is one line for people though a program gets it in parts; empty for other members.
std::string line_of(const std::string& name, const Json& member) {
    if (name == "evidence_parts") {
        return report::evidence_line(member);
    }
    if (name == "candidates" && member.empty()) {
        return "no candidate near enough";
    }
    std::string out;
    if (name == "quantities") {
        for (const Json& quantity : member) {
            out += (out.empty() ? "" : "; ") + report::quantity_line(quantity);
        }
    }
    return out;
}

/// Appends a JSON value as indented lines "name: value".
void append_lines(std::string& out, const Json& value, std::size_t depth) {
    const std::string indent(2 * depth, ' ');
    for (const auto& [name, member] : value.items()) {
        const bool listed = value.is_array();
        const std::string line = listed ? std::string() : line_of(name, member);
        if (!line.empty()) {
            out += indent + name + ": " + report::terminal_safe(line) + '\n';
        } else if (member.is_structured()) {
            if (!listed) {
                out += indent + name + ":\n";
            }
            append_lines(out, member, depth + 1);
            if (listed) {
                out += '\n';
            }
        } else {
            const std::string text = member.is_string() ? member.get<std::string>() : member.dump();
            if (!text.empty()) {
                out += indent + (listed ? "-" : name + ":") + ' ' + report::terminal_safe(text) + '\n';
            }
        }
    }
}

}  // namespace

std::string shown_text(const Json& shown) {
    std::string out;
    append_lines(out, shown, 0);
    return out;
}

}  // namespace whereof::serve
