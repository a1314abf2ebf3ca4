// SPDX-License-Identifier: MIT
#include "text/word_list.hpp"

#include "base/embedded.hpp"
#include "text/utf8.hpp"

namespace whereof::text {

void each_word_of(std::string_view embedded_name,
                  const std::function<void(std::string_view phrase, std::string_view kind)>& take) {
    std::string_view rest = embedded_file(embedded_name).bytes;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::size_t tab = line.find('\t');
        const std::string_view word = trim(line.substr(0, tab));
        const std::string_view kind =
            tab == std::string_view::npos ? std::string_view{} : trim(line.substr(tab + 1));
        take(word, kind);
    }
}

WordList::WordList(std::string_view embedded_name) {
    each_word_of(embedded_name, [this](std::string_view phrase, std::string_view kind) {
        classes_.emplace(phrase, kind);
        if (const std::size_t space = phrase.find(' '); space != std::string_view::npos) {
            beginnings_.insert(phrase.substr(0, space));
        }
    });
}

std::string_view WordList::class_of(std::string_view phrase) const {
    const auto found = classes_.find(phrase);
    return found == classes_.end() ? std::string_view{} : found->second;
}

}  // namespace whereof::text
