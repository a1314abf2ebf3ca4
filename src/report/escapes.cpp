// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"

#include "report/terminal.hpp"
#include "text/markup.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace whereof::report {
namespace {

bool is_unreserved(char c) { return text::is_ascii_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

/// Percent-encodes what is neither unreserved nor one of `kept`.
void append_encoded(std::string& out, std::string_view text, std::string_view kept) {
    for (const char c : text) {
        if (is_unreserved(c) || kept.find(c) != std::string_view::npos) {
            out.push_back(c);
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

}  // namespace

void append_markup(std::string& out, std::string_view plain) {
    text::append_escaped(out, terminal_safe(plain), text::Quotes::escaped);
}

std::string markup(std::string_view text) {
    std::string out;
    append_markup(out, text);
    return out;
}

std::string markdown_cell(std::string_view text) {
    constexpr std::string_view kMarkup = "\\`*_[]|~:$";
    const std::string line = one_line(text);
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '@') {
            out += "@<!-- -->";
        } else if (c == '#') {
            out += "\\#<!-- -->";
        } else if (c == '.' && i >= 3 && text::ascii_lower(line.substr(i - 3, 3)) == "www") {
            out += "<!-- -->.";  // else GitHub makes a link of it
        } else {
            out += kMarkup.find(c) != std::string_view::npos ? "\\" : "";
            out.push_back(c);
        }
    }
    return out;
}

std::string workflow_data(std::string_view text) {
    std::string out = replaced(terminal_safe(text), "%", "%25");
    out = replaced(std::move(out), "\r", "%0D");
    out = replaced(std::move(out), "\n", "%0A");
    // The older form of commands, "##[name]", is looked for anywhere in a line.
    return replaced(std::move(out), "##[", "# #[");
}

std::string workflow_property(std::string_view text) {
    return replaced(replaced(workflow_data(text), ":", "%3A"), ",", "%2C");
}

std::string uri_of_path(std::string_view path) {
    std::string out;
    if (path.starts_with("http://") || path.starts_with("https://")) {
        append_encoded(out, path, "/:?#[]@!$&'()*+,;=%");
        return out;
    }
    while (path.starts_with("./")) {
        path.remove_prefix(2);
    }
    out = path.starts_with('/') ? "file://" : "";
    append_encoded(out, text::make_valid_utf8(path), "/!$&'()*+,;=@");
    return out;
}

std::string safe_url(std::string_view url) {
    const std::string lower = text::ascii_lower(url.substr(0, 8));
    const std::size_t scheme = lower.starts_with("https://") ? 8 : lower.starts_with("http://") ? 7 : 0;
    if (scheme == 0 || url.size() == scheme) {
        return {};
    }
    std::string out(lower, 0, scheme);
    append_encoded(out, url.substr(scheme), "/:?#[]@!$&'()*+,;=%");
    return out;
}

std::string doi_url(std::string_view doi) {
    std::string out = "https://doi.org/";
    append_encoded(out, doi, "/:()!$*+,;=@");
    return out;
}

}  // namespace whereof::report
