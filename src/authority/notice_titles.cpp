// SPDX-License-Identifier: MIT
#include "authority/notice_titles.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace whereof::authority {
namespace {

constexpr auto kMarks = std::to_array<std::string_view>(
    {"retracted article:", "retracted chapter:", "retracted paper:", "retracted:", "[retracted]",
     "[retracted article]", "(retracted)"});

/// Whole in themselves; what follows is no letter ("retraction notices" are a subject).
constexpr auto kNotices =
    std::to_array<std::string_view>({"retraction note", "retraction notice", "retraction statement",
                                     "statement of retraction", "notice of retraction", "retraction:"});
/// A colon or the work's title in quotation marks must follow.
constexpr auto kLeads = std::to_array<std::string_view>({"retraction of", "retraction to"});
constexpr auto kQuotes = std::to_array<std::string_view>({"\"", "“", "”", "«", "„", "‘", " '"});

}  // namespace

std::size_t retracted_mark(std::string_view title) {
    constexpr std::size_t kLongest = 24;
    const std::string lower = text::ascii_lower(title.substr(0, kLongest));
    for (const std::string_view mark : kMarks) {
        if (lower.starts_with(mark) && title.size() > mark.size()) {
            return std::min(title.find_first_not_of(' ', mark.size()), title.size());
        }
    }
    return 0;
}

bool is_retraction_notice(std::string_view title) {
    const std::string lower = text::ascii_lower(text::trim(title));
    const std::string_view view = lower;
    const auto stands_alone = [&](std::string_view notice) {
        return view.starts_with(notice) &&
               (view.size() == notice.size() || !text::is_ascii_letter(view[notice.size()]));
    };
    if (std::ranges::any_of(kNotices, stands_alone)) {
        return true;
    }
    return std::ranges::any_of(kLeads, [&](std::string_view lead) {
        const std::string_view rest = view.starts_with(lead) ? view.substr(lead.size()) : "";
        return rest.starts_with(':') || std::ranges::any_of(kQuotes, [&](std::string_view quote) {
                   return rest.find(quote) != std::string_view::npos;
               });
    });
}

}  // namespace whereof::authority
