// SPDX-License-Identifier: MIT
#include "bib/given_names.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <vector>

namespace whereof::bib {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

bool is_given_name(std::string_view word) {
    static const std::vector<std::string_view> names =
        lines_of(embedded_file("corpus/words/given-names.txt").bytes);  // sorted by bytes
    return std::ranges::binary_search(names, word);
}

}  // namespace whereof::bib
