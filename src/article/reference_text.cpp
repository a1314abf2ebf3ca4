// SPDX-License-Identifier: MIT
#include "article/reference_text.hpp"

#include <string_view>
#include <vector>

#include <fmt/core.h>

namespace whereof::article {
namespace {

std::string name_text(const bib::Name& name) {
    if (!name.literal.empty()) {
        return name.literal;
    }
    std::string out;
    for (const auto* part :
         {&name.dropping_particle, &name.non_dropping_particle, &name.family, &name.given, &name.suffix}) {
        if (!part->empty()) {
            out += (out.empty() ? "" : " ") + *part;
        }
    }
    return out;
}

std::string names_text(const std::vector<bib::Name>& names, bool elided) {
    std::string out;
    for (const auto& name : names) {
        out += (out.empty() ? "" : ", ") + name_text(name);
    }
    return elided && !out.empty() ? out + ", et al" : out;
}

std::string date_text(const bib::Date& date) {
    constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::string out = date.year == 0 ? date.literal : std::to_string(date.year);
    if (date.year != 0 && date.month >= 1 && date.month <= 12) {
        out += fmt::format(" {}", kMonths[date.month - 1]);
        out += date.day > 0 ? fmt::format(" {}", date.day) : "";
    }
    return out;
}

void add_sentence(std::string& out, std::string_view text) {
    if (text.empty()) {
        return;
    }
    out += out.empty() ? "" : " ";
    out += text;
    if (std::string_view(".?!").find(text.back()) == std::string_view::npos) {
        out += '.';
    }
}

/// "2018 Jun 9;391(10137):2356-2367"
std::string place_text(const bib::Item& item) {
    std::string out = date_text(item.issued);
    if (!item.volume.empty() || !item.issue.empty()) {
        out += (out.empty() ? "" : ";") + item.volume + (item.issue.empty() ? "" : "(" + item.issue + ")");
    }
    if (!item.page.empty()) {
        out += (out.empty() ? "" : ":") + item.page;
    }
    return out;
}

}  // namespace

std::string reference_text(const bib::Item& item) {
    std::string out;
    add_sentence(out, names_text(item.author, item.authors_elided));
    add_sentence(out, item.title);
    if (!item.editor.empty()) {
        add_sentence(out, (item.author.empty() ? "" : "In: ") + names_text(item.editor, item.editors_elided) +
                              ", editors");
    }
    add_sentence(out, item.container_title.empty() ? item.container_title_short : item.container_title);
    add_sentence(out, item.collection_title);
    add_sentence(out, item.edition.empty() ? "" : item.edition + (item.edition.back() <= '9' ? " ed" : ""));
    add_sentence(out, item.genre);
    const bool both = !item.publisher_place.empty() && !item.publisher.empty();
    add_sentence(out, item.publisher_place + (both ? ": " : "") + item.publisher);
    add_sentence(out, place_text(item));
    add_sentence(out, item.accessed.empty() ? "" : "Accessed " + date_text(item.accessed));
    struct Row {
        std::string_view label;
        const std::string& value;
    };
    for (const auto& [label, value] :
         {Row{"doi: ", item.DOI}, Row{"PMID: ", item.PMID}, Row{"PMCID: ", item.PMCID},
          Row{"arXiv:", item.arXiv}, Row{"ISBN ", item.ISBN}, Row{"ISSN ", item.ISSN}, Row{"PII: ", item.PII},
          Row{"", item.trial}}) {
        add_sentence(out, value.empty() ? "" : fmt::format("{}{}", label, value));
    }
    add_sentence(out, item.note);
    if (!item.URL.empty()) {
        out += (out.empty() ? "" : " ") + item.URL;
    }
    return out;
}

}  // namespace whereof::article
