// SPDX-License-Identifier: MIT
// Markers and their links in plain text, against the gold of real articles. Prints its figures:
//   test_article --gtest_filter='MeasureMarkers.*'
#include "article/draft.hpp"
#include "support/data.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::article {
namespace {

using nlohmann::json;

struct Counts {
    double found = 0;  ///< gold that a prediction meets
    double gold = 0;
    double right = 0;  ///< predictions that meet gold
    double predicted = 0;

    [[nodiscard]] double precision() const { return predicted > 0 ? right / predicted : 1; }
    [[nodiscard]] double recall() const { return gold > 0 ? found / gold : 1; }
    [[nodiscard]] double f1() const {
        const double sum = precision() + recall();
        return sum > 0 ? 2 * precision() * recall() / sum : 0;
    }
};

struct GoldCallout {
    Span span;  ///< bytes into the paragraph
    std::set<std::string> ids;
};

/// Code point offsets to bytes.
std::vector<std::size_t> byte_offsets(std::string_view text) {
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            offsets.push_back(i);
        }
    }
    offsets.push_back(text.size());
    return offsets;
}

/// The document as a text file: paragraphs, a heading, one reference a line. `blanks` as the file has them,
/// or squeezed as a reader does.
Draft draft_of(const json& document) {
    std::string text;
    for (const json& paragraph : document["paragraphs"]) {
        text += paragraph["text"].get<std::string>() + "\n\n";
    }
    text += "References\n\n";
    int place = 0;
    for (const json& reference : document["references"]) {
        ++place;
        std::string label = reference["label"].is_string() ? reference["label"].get<std::string>() : "";
        while (!label.empty() && label.back() == '.') {
            label.pop_back();
        }
        // Where the gold holds no string, a made one stands for it; only its number can be pointed to.
        std::string raw = reference["raw"].is_string() ? reference["raw"].get<std::string>()
                                                       : "Author A. Title of a work. Journal. 2001;1:1-9.";
        raw.erase(0, std::min(raw.find_first_not_of(". "), raw.size()));
        if (!label.empty() && raw.starts_with(label + ". ")) {
            raw.erase(0, label.size() + 2);
        }
        text += (label.empty() ? "" : label + ". ") + raw + "\n\n";
    }
    Draft draft;
    draft.format = "text";
    // Built without test::plain_draft(): a paragraph may begin with what looks like a label.
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find("\n\n", at);
        Block block;
        block.span = {at, end};
        draft.blocks.push_back(block);
        at = end + 2;
    }
    draft.text = std::move(text);
    return draft;
}

struct Result {
    Counts markers;
    Counts links;
    std::size_t references = 0;
    std::size_t listed = 0;   ///< over all documents: entries found
    std::size_t entries = 0;  ///< and entries there are
};

bool meets(const Span& a, const Span& b) { return a.begin < b.end + 2 && b.begin < a.end + 2; }

std::string around(std::string_view text, Span span) {
    const std::size_t begin = span.begin > 50 ? span.begin - 50 : 0;
    std::string out(text.substr(begin, span.begin - begin));
    out += "«" + std::string(span.of(text)) + "»" + std::string(text.substr(span.end, 30));
    std::replace(out.begin(), out.end(), '\n', '|');
    return out;
}

Result score(const json& document) {
    const Article article = assemble(draft_of(document));
    Result result;
    result.references =
        static_cast<std::size_t>(std::count_if(article.references.begin(), article.references.end(),
                                               [](const ListedReference& r) { return !r.from_link; }));
    std::size_t at = 0;
    for (const json& paragraph : document["paragraphs"]) {
        const std::string text = paragraph["text"].get<std::string>();
        const std::size_t begin = article.text.find(std::string(text::trim(text)), at);
        if (begin == std::string::npos) {
            ADD_FAILURE() << "a paragraph of " << document["id"] << " is not in the text";
            continue;
        }
        at = begin + 1;
        const std::size_t shift = text.find(text::trim(text));
        const auto offsets = byte_offsets(text);
        std::vector<GoldCallout> gold;
        for (const json& callout : paragraph["callouts"]) {
            const std::size_t first = offsets[callout["start"].get<std::size_t>()];
            const std::size_t last = offsets[std::min(callout["end"].get<std::size_t>(), offsets.size() - 1)];
            gold.push_back({{begin + first - shift, begin + last - shift}, {}});
            for (const json& id : callout["rids"]) {
                gold.back().ids.insert(id.get<std::string>());
            }
        }
        std::map<std::size_t, std::set<std::string>> met;
        for (const Marker& marker : article.markers) {
            if (marker.span.begin < begin || marker.span.begin >= begin + text.size()) {
                continue;
            }
            if (marker.kind == MarkerKind::link) {
                continue;
            }
            ++result.markers.predicted;
            std::set<std::string> allowed;
            for (std::size_t g = 0; g < gold.size(); ++g) {
                if (!meets(marker.span, gold[g].span)) {
                    continue;
                }
                met[g];
                allowed.insert(gold[g].ids.begin(), gold[g].ids.end());
                for (const std::uint32_t reference : marker.references) {
                    const auto& id = document["references"][reference]["id"].get_ref<const std::string&>();
                    if (gold[g].ids.contains(id)) {
                        met[g].insert(id);
                    }
                }
            }
            result.markers.right += allowed.empty() ? 0 : 1;
            if (allowed.empty() && std::getenv("WHEREOF_MEASURE_ERRORS") != nullptr) {
                std::printf("  extra   %s\n", around(article.text, marker.span).c_str());
            }
            for (const std::uint32_t reference : marker.references) {
                ++result.links.predicted;
                result.links.right +=
                    allowed.contains(document["references"][reference]["id"].get<std::string>()) ? 1 : 0;
            }
        }
        for (std::size_t g = 0; g < gold.size(); ++g) {
            ++result.markers.gold;
            result.markers.found += met.contains(g) ? 1 : 0;
            if (std::getenv("WHEREOF_MEASURE_ERRORS") != nullptr &&
                (!met.contains(g) || met[g] != gold[g].ids)) {
                std::printf("  %s %s\n", met.contains(g) ? "unlinked" : "missed ",
                            around(article.text, gold[g].span).c_str());
            }
            result.links.gold += static_cast<double>(gold[g].ids.size());
            result.links.found += met.contains(g) ? static_cast<double>(met[g].size()) : 0;
        }
    }
    return result;
}

void add(Counts& to, const Counts& from) {
    to.found += from.found;
    to.gold += from.gold;
    to.right += from.right;
    to.predicted += from.predicted;
}

void measure(const std::filesystem::path& path, Result& total) {
    std::ifstream in(path);
    Result sum;
    const bool each = std::getenv("WHEREOF_MEASURE_EACH") != nullptr;
    for (std::string line; std::getline(in, line);) {
        const json document = json::parse(line);
        const Result one = score(document);
        total.listed += one.references;
        total.entries += document["references"].size();
        if (each) {
            std::printf("%-48s refs %3zu/%3zu markers P %.2f R %.2f  links P %.2f R %.2f\n",
                        document["id"].get<std::string>().c_str(), one.references,
                        document["references"].size(), one.markers.precision(), one.markers.recall(),
                        one.links.precision(), one.links.recall());
        }
        add(sum.markers, one.markers);
        add(sum.links, one.links);
    }
    std::printf("%-12s markers P %.3f R %.3f F1 %.3f   links P %.3f R %.3f F1 %.3f\n",
                path.stem().stem().string().c_str(), sum.markers.precision(), sum.markers.recall(),
                sum.markers.f1(), sum.links.precision(), sum.links.recall(), sum.links.f1());
    add(total.markers, sum.markers);
    add(total.links, sum.links);
}

TEST(MeasureMarkers, InPlainTextOfRealArticles) {
    WHEREOF_SHARED_DATA(folder, "parse/callouts");
    Result total;
    for (const char* name : {"jats-epmc", "jats-plos", "jats-scielo"}) {
        measure(folder / (std::string(name) + ".visible.jsonl"), total);
    }
    std::printf("%-12s markers F1 %.3f   links F1 %.3f\n", "all", total.markers.f1(), total.links.f1());
    EXPECT_GE(static_cast<double>(total.listed), 0.995 * static_cast<double>(total.entries));
    EXPECT_GE(total.markers.f1(), 0.95);
    EXPECT_GE(total.links.f1(), 0.95);
}

}  // namespace
}  // namespace whereof::article
