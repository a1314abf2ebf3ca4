// SPDX-License-Identifier: MIT
#include "bib/kind_of_work.hpp"

#include "bib/cues.hpp"
#include "bib/tokens.hpp"

#include <vector>

namespace whereof::bib {
namespace {

bool has_cue(std::string_view text, Cue cue) {
    std::vector<Token> tokens;
    tokenize(text, {}, tokens);
    for (const Token& token : tokens) {
        if (token.cue == static_cast<std::uint8_t>(cue)) {
            return true;
        }
    }
    return false;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (text.find(word) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool is_thesis(std::string_view raw) {
    return contains_any(raw, {"issertation", "hesis]", "D thesis", "D. thesis", "aster's thesis",
                              "aster’s thesis", "octoral thesis", "[thesis", "[tese", "Tese (", "Tese d",
                              "Dissertação", "Tesis ", "Thèse", "Diss.", "Habilitationsschrift", "D diss"});
}

}  // namespace

ItemType kind_of_work(const Item& item, std::string_view raw, bool has_in) {
    const bool serial = !item.volume.empty() || !item.issue.empty();
    const bool container = !item.container_title.empty();
    if (!serial && is_thesis(raw)) {
        return ItemType::thesis;
    }
    if (!item.arXiv.empty() && !serial) {
        return ItemType::article;
    }
    if (container) {
        const bool meeting = has_cue(item.container_title, Cue::meeting);
        if (meeting && !(serial && !has_in)) {
            return ItemType::paper_conference;
        }
        if (has_in &&
            (!item.publisher.empty() || !item.publisher_place.empty() || !item.editor.empty() || !serial)) {
            return ItemType::chapter;
        }
        if (serial || !item.page.empty()) {
            return !item.editor.empty() && !item.publisher.empty() ? ItemType::chapter
                                                                   : ItemType::article_journal;
        }
        if (!item.editor.empty()) {
            return ItemType::chapter;
        }
        if (item.publisher.empty() && (!item.DOI.empty() || !item.PMID.empty() || item.URL.empty())) {
            return ItemType::article_journal;
        }
        return item.URL.empty() ? ItemType::book : ItemType::webpage;
    }
    if (contains_any(raw, {"echnical report", "Tech. Rep", "orking paper", "orking Paper", "Arbeitspapier",
                           "Forschungsbericht"})) {
        return ItemType::report;
    }
    if (!item.publisher.empty() && (!item.publisher_place.empty() || item.URL.empty())) {
        return ItemType::book;
    }
    if (!item.URL.empty()) {
        return ItemType::webpage;
    }
    if (!item.publisher_place.empty() || !item.edition.empty() || !item.ISBN.empty()) {
        return ItemType::book;
    }
    return ItemType::document;
}

}  // namespace whereof::bib
