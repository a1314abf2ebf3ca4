// SPDX-License-Identifier: MIT
#include "verify/work_keys.hpp"

#include "bib/identifiers.hpp"
#include "bib/journal.hpp"
#include "text/fold.hpp"
#include "verify/page_range.hpp"
#include "verify/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::verify {

std::string work_identifier(bib::Field field, const bib::Item& item) {
    const std::string& value = item.text(field);
    std::string canonical = bib::canonical(field, value);
    return canonical.empty() ? value : canonical;
}

bool is_telling_title(std::string_view title) {
    constexpr std::size_t kTellingWords = 3;
    return count_content(title) >= kTellingWords;
}

bool is_long_foreign_title(std::string_view title) {
    constexpr std::size_t kLeastBytes = 24;
    const std::string key = text::fold_key(title);
    return key.size() >= kLeastBytes && std::ranges::any_of(key, [](char c) { return (c & 0x80) != 0; });
}

std::vector<std::string> work_keys(const bib::Item& item) {
    std::vector<std::string> out;
    for (const auto field : kWorkIdentifiers) {
        if (const auto value = work_identifier(field, item); !value.empty()) {
            out.push_back(fmt::format("{}:{}", bib::csl_name(field), value));
        }
    }
    if (is_telling_title(item.title)) {
        auto words = title_words(item.title);
        words.resize(std::min<std::size_t>(words.size(), 5));  // a subtitle may be left out
        out.push_back("title:" + joined(words));
    }
    const std::string& journal =
        item.container_title.empty() ? item.container_title_short : item.container_title;
    const std::string page = page_range(item.page).first;
    const auto volume = page_numbers(item.volume);
    if (!journal.empty() && !page.empty() && !item.volume.empty()) {
        out.push_back(fmt::format("place:{}:{}:{}", bib::journal_key(journal),
                                  volume.empty() ? text::fold_key(item.volume) : volume.front(), page));
    }
    if (is_long_foreign_title(item.title)) {
        out.push_back("whole:" + text::fold_key(item.title));
    }
    return out;
}

}  // namespace whereof::verify
