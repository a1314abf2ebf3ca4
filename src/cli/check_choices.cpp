// SPDX-License-Identifier: MIT
#include "cli/check_choices.hpp"

#include "report/report.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::cli {

namespace {

using finding::Headline;

std::vector<Headline> all_headlines() {
    std::vector<Headline> out;
    for (int i = 0; i <= static_cast<int>(Headline::unchecked); ++i) {
        out.push_back(static_cast<Headline>(i));
    }
    return out;
}

std::string headline_names() {
    std::string out;
    for (const auto headline : all_headlines()) {
        (out += out.empty() ? "" : ", ") += finding::name(headline);
    }
    return out;
}

}  // namespace

Result<std::set<Headline>> parse_headlines(std::string_view list, std::string_view option,
                                           std::string_view what, std::string_view besides) {
    if (list.empty()) {
        return Error{fmt::format("{}: expected {}s, or {}, found nothing", option, what, besides)};
    }
    std::set<Headline> out;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const auto headline = finding::headline_of_name(list.substr(0, comma));
        if (!headline) {
            return Error{fmt::format("{}: '{}' is no {}; there are {}, and {}", option, list.substr(0, comma),
                                     what, headline_names(), besides)};
        }
        out.insert(*headline);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return out;
}

Result<std::set<Headline>> parse_fail_on(std::string_view list) {
    if (list == "none") {
        return std::set<Headline>();
    }
    if (list == "any") {
        const auto all = all_headlines();
        std::set<Headline> out(all.begin(), all.end());
        out.erase(Headline::verified);
        return out;
    }
    return parse_headlines(list, "--fail-on", "headline", "none or any");
}

std::vector<std::string> check_format_names() {
    std::vector<std::string> out;
    for (const auto& format : report::check_formats()) {
        out.emplace_back(format.name);
    }
    return out;
}

std::string check_format_help() {
    std::string out = "How to print what was found";
    char divider = ':';
    for (const auto& format : report::check_formats()) {
        out += fmt::format("{} {} ({})", divider, format.name, format.about);
        divider = ';';
    }
    return out;
}

}  // namespace whereof::cli
