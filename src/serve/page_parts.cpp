// SPDX-License-Identifier: MIT
#include "serve/page_parts.hpp"

#include "report/escapes.hpp"
#include "report/issues.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace whereof::serve {

std::optional<std::size_t> page_number(const Parameters& parameters) {
    const std::string_view text = value_of(parameters, "page");
    if (text.empty()) {
        return 1;
    }
    std::size_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number && out >= 1 && out <= kLastPage ? std::optional(out) : std::nullopt;
}

PageData odd_parameter(std::string_view name, std::string_view value, std::string_view expected) {
    return failed(400,
                  fmt::format("In the address, {} cannot be '{}'; expected {}.", name,
                              report::clipped(value, 60), expected),
                  "Change the address, or leave the parameter out.");
}

PageData odd_page_number(const Parameters& parameters) {
    return odd_parameter("page", value_of(parameters, "page"),
                         fmt::format("a number from 1 to {}", kLastPage));
}

void append_paging(std::string& out, std::string_view path, const Parameters& parameters, bool has_more) {
    const std::size_t number = page_number(parameters).value_or(1);
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
