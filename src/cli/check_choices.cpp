// SPDX-License-Identifier: MIT
#include "cli/check_choices.hpp"

#include "report/report.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::cli {

Result<std::set<finding::Headline>> parse_fail_on(std::string_view list) {
    using finding::Headline;
    std::set<Headline> out;
    if (list == "none") {
        return out;
    }
    if (list == "any") {
        for (int i = 0; i <= static_cast<int>(Headline::unchecked); ++i) {
            out.insert(static_cast<Headline>(i));
        }
        out.erase(Headline::verified);
        return out;
    }
    if (list.empty()) {  // an unset variable in a script must not let everything pass
        return Error{"--fail-on: expected headlines, none or any, found nothing"};
    }
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const auto headline = finding::headline_of_name(list.substr(0, comma));
        if (!headline) {
            return Error{fmt::format(
                "--fail-on: '{}' is no headline; there are retracted, wrong_identifier, mismatch, "
                "concern, corrected, verified, not_found, undecidable, unchecked, and none or any",
                list.substr(0, comma))};
        }
        out.insert(*headline);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return out;
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
