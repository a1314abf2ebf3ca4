// SPDX-License-Identifier: MIT
#include "search/claim_circumstances.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace whereof::search {
namespace {

/// Does a word begin what tells where or of whom a comparison holds: "in gout", "against E. coli"?
bool is_scope_word(std::string_view word) {
    static constexpr std::array<std::string_view, 14> kWords{
        "in",    "among",  "amongst", "for",    "against",   "with", "of",
        "after", "during", "before",  "around", "following", "on",   "at"};
    return std::ranges::find(kWords, word) != kWords.end();
}

/// Behind its first such word.
std::string_view scope_phrase(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (is_scope_word(text::ascii_lower(text.substr(at, end - at)))) {
            return text.substr(end);
        }
        at = end + 1;
    }
    return {};
}

}  // namespace

std::string_view circumstances(const claim::Comparison& comparison, std::string_view text) {
    const auto past = [&](const std::string& side) {
        const std::size_t at = side.empty() ? std::string_view::npos : text.rfind(side);
        return at == std::string_view::npos ? 0 : at + side.size();
    };
    std::string_view behind =
        text::trim(text.substr(std::max(past(comparison.first), past(comparison.second))));
    for (const std::string_view own : {"with ", "of ", "on "}) {  // "treatment with iron"
        behind = behind.starts_with(own) ? std::string_view() : behind;
    }
    if (const std::string_view phrase = scope_phrase(behind.substr(0, behind.find_first_of(",;(")));
        !phrase.empty()) {
        return phrase;
    }
    const std::size_t comma = text.find(',');
    const std::string_view opening = text.substr(0, comma == std::string_view::npos ? 0 : comma);
    const std::string first = text::ascii_lower(opening.substr(0, opening.find(' ')));
    return is_scope_word(first) ? opening.substr(first.size()) : std::string_view();
}

}  // namespace whereof::search
