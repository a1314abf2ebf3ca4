// SPDX-License-Identifier: MIT
#include "search/fields.hpp"

#include "bib/study_design.hpp"
#include "finding/verdict.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

namespace whereof::search {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

/// The whole of `text` as a year; `open` for an empty one.
std::optional<int> read_year(std::string_view text, int open) {
    if (text.empty()) {
        return open;
    }
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || year < kFirstYear || year > kLastYear) {
        return std::nullopt;
    }
    return year;
}

std::optional<std::string> read_years(Leaf& leaf) {
    leaf.kind = LeafKind::year;
    std::string_view text = leaf.text;
    std::string_view first = text;
    std::string_view last = text;
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        first = text.substr(0, dots);
        last = text.substr(dots + 2);
    } else if (text.starts_with(">=")) {
        first = text.substr(2);
        last = {};
    } else if (text.starts_with("<=")) {
        first = {};
        last = text.substr(2);
    }
    const auto from = read_year(first, kFirstYear);
    const auto to = read_year(last, kLastYear);
    if (!from || !to || (first.empty() && last.empty())) {
        return fmt::format(
            "year: takes a year or a range such as 2019, 2019..2023, 2019.. or ..2023, not \"{}\"",
            text.substr(0, 60));
    }
    if (*from > *to) {
        return fmt::format("year:{}..{} is empty: did you mean year:{}..{}?", *from, *to, *to, *from);
    }
    leaf.from = *from;
    leaf.to = *to;
    return std::nullopt;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string_view name : names) {
        const std::size_t distance = text::edit_distance(word, name, best_distance);
        if (distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return best;
}

std::vector<std::string_view> headlines() {
    std::vector<std::string_view> out;
    for (int i = 0; i <= static_cast<int>(finding::Headline::unchecked); ++i) {
        out.push_back(finding::name(static_cast<finding::Headline>(i)));
    }
    return out;
}

std::optional<std::string> read_verdict(Leaf& leaf) {
    leaf.kind = LeafKind::verdict;
    leaf.text = text::ascii_lower(leaf.text);
    if (finding::headline_of_name(leaf.text)) {
        return std::nullopt;
    }
    const auto names = headlines();
    const std::string_view best = nearest(leaf.text.substr(0, 60), names);
    return fmt::format("\"{}\" is no verdict{}; verdicts are {}", leaf.text.substr(0, 60),
                       best.empty() ? "" : fmt::format(": did you mean {}?", best), fmt::join(names, ", "));
}

std::optional<std::string> read_design(Leaf& leaf) {
    leaf.kind = LeafKind::design;
    leaf.text = text::ascii_lower(leaf.text);
    std::ranges::replace(leaf.text, '_', '-');
    std::vector<std::string_view> names;
    for (const bib::StudyDesign design : bib::study_designs()) {
        names.push_back(bib::name(design));
    }
    if (leaf.text == "rct") {
        leaf.text = bib::name(bib::StudyDesign::randomized_trial);
    }
    if (bib::study_design_of_name(leaf.text)) {
        return std::nullopt;
    }
    const std::string_view best = nearest(leaf.text.substr(0, 60), names);
    return fmt::format("\"{}\" is no study design{}; designs are {}", leaf.text.substr(0, 60),
                       best.empty() ? "" : fmt::format(": did you mean {}?", best), fmt::join(names, ", "));
}

std::optional<std::string> read_site(Leaf& leaf) {
    leaf.kind = LeafKind::site;
    if (leaf.text.empty()) {
        return "site: takes a part of a site's name, such as site:example.org";
    }
    return std::nullopt;
}

std::optional<std::string> read_cited(Leaf& leaf) {
    leaf.kind = LeafKind::cited;
    const std::string value = text::ascii_lower(leaf.text);
    if (value != "yes" && value != "no") {
        return fmt::format("cited: takes yes or no, not \"{}\"", leaf.text.substr(0, 60));
    }
    leaf.from = value == "yes" ? 1 : 0;
    return std::nullopt;
}

constexpr std::array kFields{
    // A new field: one row here; a kind of leaf in query.hpp where its value is no text.
    QueryField{"claim", "words of the claim or sentence itself", TextField::claim, nullptr},
    QueryField{"heading", "words of the heading above it", TextField::heading, nullptr},
    QueryField{"title", "words of the article's title", TextField::title, nullptr},
    QueryField{"source", "words of the title of a source that it cites", TextField::source, nullptr},
    QueryField{"author", "an author of a source that it cites", TextField::author, nullptr},
    QueryField{"journal", "the journal of a source that it cites", TextField::journal, nullptr},
    QueryField{
        "year", "the year of a source that it cites: 2019, 2019..2023, 2019.., ..2023", {}, read_years},
    QueryField{"verdict",
               "the newest verdict on a source that it cites: retracted, not_found, ...",
               {},
               read_verdict},
    QueryField{
        "design",
        "the study design of a source, by PubMed's record or its title: meta-analysis, randomized-trial, ...",
        {},
        read_design},
    QueryField{"site", "a part of the article's site, address or path", {}, read_site},
    QueryField{"cited", "yes: claims that cite a source; no: claims that cite none", {}, read_cited},
};

}  // namespace

std::span<const QueryField> query_fields() { return kFields; }

const QueryField* find_field(std::string_view name) {
    const std::string lower = text::ascii_lower(name);
    const auto* const found = std::ranges::find(kFields, std::string_view(lower), &QueryField::name);
    return found != kFields.end() ? found : nullptr;
}

std::string unknown_field(std::string_view name) {
    std::vector<std::string_view> names;
    for (const QueryField& field : kFields) {
        names.push_back(field.name);
    }
    const std::string lower = text::ascii_lower(name.substr(0, 60));
    const std::string_view best = nearest(lower, names);
    return fmt::format(
        "\"{}:\" is no field{}; fields are {}. To look for the word itself, put a blank behind the colon",
        name.substr(0, 60), best.empty() ? "" : fmt::format(": did you mean {}:?", best),
        fmt::join(names, ", "));
}

}  // namespace whereof::search
