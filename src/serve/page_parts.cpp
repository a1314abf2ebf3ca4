// SPDX-License-Identifier: MIT
#include "serve/page_parts.hpp"

#include "report/escapes.hpp"
#include "report/issues.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace whereof::serve {

std::size_t page_number(const Parameters& parameters) {
    const std::string_view text = value_of(parameters, "page");
    std::size_t out = 1;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return std::clamp<std::size_t>(out, 1, kLastPage);
}

void append_paging(std::string& out, std::string_view path, const Parameters& parameters, bool has_more) {
    const std::size_t number = page_number(parameters);
    const bool next = has_more && number < kLastPage;
    if (number == 1 && !next) {
        return;
    }
    const auto to = [&](std::size_t other) {
        Parameters changed = parameters;
        std::erase_if(changed, [](const auto& one) { return one.first == "page"; });
        changed.emplace_back("page", std::to_string(other));
        return report::markup(address(path, changed));
    };
    out += "<nav class=\"paging\" aria-label=\"More of the list\">";
    if (number > 1) {
        out += fmt::format(R"(<a rel="prev" href="{}">← Before</a> )", to(number - 1));
    }
    out += fmt::format("<span>page {}</span>", number);
    if (next) {
        out += fmt::format(R"( <a rel="next" href="{}">More →</a>)", to(number + 1));
    }
    out += "</nav>\n";
}

report::Accepted accepted_in(store::Store& store) {
    report::Accepted out;
    for (store::Acceptance& one : store.acceptances()) {
        out[report::fingerprint_of(one.rule, one.fingerprint)] = std::move(one.reason);
    }
    return out;
}

}  // namespace whereof::serve
