// SPDX-License-Identifier: MIT
#include "article/furniture.hpp"

#include "article/layout.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <string>

namespace whereof::article {
namespace {

const text::WordList& phrases() {
    static const text::WordList list("corpus/words/page_phrases.tsv");
    return list;
}

const text::WordList& endings() {
    static const text::WordList list("corpus/words/after_references.txt");
    return list;
}

/// The class of the longest phrase that is the whole key, or (class "start") that it starts with.
std::string_view phrase_class(std::string_view key) {
    const std::string_view whole = phrases().class_of(key);
    if (!whole.empty()) {
        return whole;
    }
    for (std::size_t blank = key.find(' '); blank != std::string_view::npos;
         blank = key.find(' ', blank + 1)) {
        if (phrases().class_of(key.substr(0, blank)) == "start") {
            return "start";
        }
    }
    return {};
}

/// "5/5 - (1 vote)", "4.5 (12 ratings)"
bool is_rating(std::string_view key) {
    return key.ends_with(" vote") || key.ends_with(" votes") || key.ends_with(" ratings");
}

}  // namespace

bool ends_reference_list(std::string_view line) {
    const std::string key = heading_key(line);
    return !key.empty() && (endings().contains(key) || !phrase_class(key).empty() || is_rating(key));
}

std::vector<bool> find_furniture(const Draft& draft) {
    std::vector<bool> drop(draft.blocks.size(), false);
    // A site's own comments follow the article: nothing in the first half of the blocks starts them.
    const std::size_t half = draft.blocks.size() / 2;
    bool comments = false;
    for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
        const Block& block = draft.blocks[i];
        if (block.is_reference) {
            continue;
        }
        const std::string key = heading_key(block.span.of(draft.text));
        const std::string_view kind = key.empty() ? std::string_view{} : phrase_class(key);
        comments = comments || (kind == "comments" && i >= half && i > 0);
        drop[i] = comments || kind == "line" || kind == "start" || (!key.empty() && is_rating(key));
    }
    return drop;
}

}  // namespace whereof::article
