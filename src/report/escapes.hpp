// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::report {

/// Text for HTML and XML, in content and in quoted attributes: terminal_safe(), and what either language
/// would read as markup or forbids is escaped.
void append_markup(std::string& out, std::string_view text);
std::string markup(std::string_view text);

/// Text for a cell of a table in GitHub-flavoured Markdown, on one line: nothing in it is markup, a mention
/// or a reference to another issue.
std::string markdown_cell(std::string_view text);

/// The data of a workflow command of GitHub Actions, and a property of one
/// (docs: actions/toolkit, packages/core/src/command.ts).
std::string workflow_data(std::string_view text);
std::string workflow_property(std::string_view text);

/// A path as a URI reference (RFC 3986): relative paths stay relative, without "./" in front; absolute ones
/// get file://; web addresses stay as they are but for what no URI may hold. A name that is no UTF-8 has
/// U+FFFD in it, as in JSON.
std::string uri_of_path(std::string_view path);

/// A web address, when it is one that a report may link to: http or https and a host; else empty.
std::string safe_url(std::string_view url);

/// The address of what an identifier names: https://doi.org/… with what no URL may hold percent-encoded.
std::string doi_url(std::string_view doi);

}  // namespace whereof::report
