// SPDX-License-Identifier: MIT
#include "serve/multipart.hpp"

#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::serve {
namespace {

constexpr std::size_t kLongestHead = 4096;  ///< of the lines before a part's bytes
constexpr std::size_t kLongestName = 200;

/// The value of a parameter of a header: name="…", with \" and \\ in it, or name=token. Empty when absent.
std::string parameter(std::string_view header, std::string_view name) {
    const std::string wanted = std::string(name) + "=";
    for (std::size_t at = header.find(';'); at != std::string_view::npos;) {
        const std::string_view rest = text::trim(header.substr(at + 1));
        const bool found = text::ascii_lower(rest.substr(0, wanted.size())) == wanted;
        std::string_view value = rest.substr(std::min(rest.find('=') + 1, rest.size()));
        std::string out;
        std::size_t used = 0;
        if (value.starts_with('"')) {
            for (used = 1; used < value.size() && value[used] != '"'; ++used) {
                const bool escapes = value[used] == '\\' && used + 1 < value.size() &&
                                     (value[used + 1] == '"' || value[used + 1] == '\\');
                used += escapes ? 1U : 0U;
                out.push_back(value[used]);
            }
        } else {
            used = std::min(value.find(';'), value.size());
            out = text::trim(value.substr(0, used));
        }
        if (found) {
            return out;
        }
        const auto after =
            static_cast<std::size_t>(value.data() - header.data()) + std::min(used, value.size());
        at = header.find(';', after);
    }
    return {};
}

/// What stands behind "Content-Disposition:" among the lines of a part.
std::string_view disposition(std::string_view head) {
    constexpr std::string_view kName = "content-disposition:";
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find("\r\n", at), head.size());
        const std::string_view line = head.substr(at, end - at);
        if (text::ascii_lower(line.substr(0, kName.size())) == kName) {
            return line.substr(kName.size());
        }
        at = end + 2;
    }
    return {};
}

std::string without_folders(std::string name) {
    name = name.substr(std::min(name.find_last_of("/\\") + 1, name.size()));
    name = text::make_valid_utf8(name);
    if (name.size() > kLongestName) {  // the end has the extension
        name = text::make_valid_utf8(std::string_view(name).substr(name.size() - kLongestName));
    }
    std::ranges::replace_if(
        name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '_');
    return name;
}

}  // namespace

Result<std::vector<FormPart>> read_multipart(std::string_view content_type, std::string_view body) {
    constexpr std::size_t kLongestBoundary = 70;
    const std::string boundary = parameter(content_type, "boundary");
    if (!text::ascii_lower(content_type).starts_with("multipart/form-data") || boundary.empty() ||
        boundary.size() > kLongestBoundary) {
        return Error{"expected a form with a file: multipart/form-data with a boundary"};
    }
    const std::string divider = "\r\n--" + boundary;
    std::vector<FormPart> out;
    // The first divider stands at the beginning, without a line end before it.
    std::size_t at = 0;
    if (!body.starts_with(std::string_view(divider).substr(2))) {
        return Error{"the form does not begin with its boundary"};
    }
    at = divider.size() - 2;
    while (!body.substr(at).starts_with("--")) {
        const std::size_t head_begin = at + 2;
        const std::size_t head_end =
            body.substr(0, std::min(head_begin + kLongestHead, body.size())).find("\r\n\r\n", at);
        if (!body.substr(at).starts_with("\r\n") || head_end == std::string_view::npos) {
            return Error{fmt::format("part {} of the form has no head", out.size() + 1), {}, at};
        }
        const std::size_t begin = head_end + 4;
        // Of an empty part the divider's own line end is that of the head.
        const std::size_t end = body.find(divider, head_end + 2);
        if (end == std::string_view::npos) {
            return Error{"the form is cut off: it came in part only", {}, body.size()};
        }
        const std::string_view about = disposition(
            body.substr(std::min(head_begin, head_end), head_end - std::min(head_begin, head_end)));
        if (out.size() == kMostParts) {
            return Error{fmt::format("the form has more than {} fields", kMostParts)};
        }
        out.push_back({parameter(about, "name"), without_folders(parameter(about, "filename")),
                       end >= begin ? body.substr(begin, end - begin) : std::string_view()});
        at = end + divider.size();
    }
    return out;
}

}  // namespace whereof::serve
