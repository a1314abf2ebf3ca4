// SPDX-License-Identifier: MIT
// Every work of real files is read, and those that other programs tell the fields of have the same ones.
#include "formats/formats.hpp"
#include "support/data.hpp"
#include "text/encoding.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace whereof::formats {
namespace {

using Json = nlohmann::json;

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view extension) {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == extension) {
            out.push_back(entry.path());
        }
    }
    std::ranges::sort(out);
    return out;
}

/// The file as its content shows it to be; nothing when it shows nothing.
Items read(const std::filesystem::path& path) {
    const std::string bytes = test::read_text(path);
    const auto decoded = text::decode(bytes);
    const Format* format = recognise_format(decoded.text());
    return format == nullptr ? Items{} : format->read(decoded.text());
}

std::size_t readable(const Items& items) {
    return static_cast<std::size_t>(std::ranges::count_if(items, &Result<ReadEntry>::has_value));
}

/// Zotero's test cases with the items that it makes of them.
void expect_as_zotero(const char* folder, const char* extension, std::size_t least_titles) {
    WHEREOF_SHARED_DATA(cases, std::string("formats/zotero/") + folder);
    std::size_t titles = 0;
    std::size_t works = 0;
    for (const auto& path : files_in(cases, extension)) {
        if (path.stem().string().ends_with(".zotero-items")) {
            continue;
        }
        SCOPED_TRACE(path.filename().string());
        const auto expected =
            Json::parse(test::read_text(path.parent_path() / (path.stem().string() + ".zotero-items.json")));
        const Items items = read(path);
        ASSERT_EQ(readable(items), expected.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            ++works;
            const std::string title = expected[i].value("title", "");
            if (text::fold_key(items[i]->item.title) == text::fold_key(title)) {
                ++titles;
            }
        }
    }
    EXPECT_GE(titles, least_titles) << "of " << works;
}

// Zotero takes short titles for titles of cases and acts, and keeps markup that is none of CSL.
TEST(RealFiles, RisOfZotero) { expect_as_zotero("RIS", ".ris", 92); }
TEST(RealFiles, BibtexOfZotero) { expect_as_zotero("BibTeX", ".bib", 32); }
TEST(RealFiles, CslJsonOfZotero) { expect_as_zotero("CSL_JSON", ".json", 1); }

struct Count {
    const char* path;
    std::size_t works;
    std::size_t broken;  ///< entries that say nothing of a work
};

TEST(RealFiles, HaveTheirWorks) {
    constexpr const char* kJabref =
        "formats/jabref/jablib/src/test/resources/org/jabref/logic/importer/fileformat/";
    constexpr const char* kRispy = "formats/rispy/tests/data/";
    // bibutils counts the @preamble of each of these files as a work (21, 3, 3 and 37, one of them with
    // neither title nor author); pandoc counts as we do.
    constexpr const char* kPreambles = "formats/jabref/jablib/src/test/resources/testbib/";
    const std::vector<std::pair<const char*, Count>> cases{
        {"", {"formats/texlive/biblatex-examples.bib", 92, 0}},
        {"", {"formats/texlive/xampl.bib", 36, 0}},
        {kPreambles, {"complex.bib", 20, 0}},
        {kPreambles, {"bibWithUserComments.bib", 2, 0}},
        {kPreambles, {"bibWithUserCommentAndEntryChange.bib", 2, 0}},
        {kRispy, {"example_basic.ris", 1, 0}},
        {kRispy, {"example_full.ris", 2, 0}},
        {kRispy, {"example_bom.ris", 1, 0}},
        {kRispy, {"example_starting_newlines.ris", 1, 0}},
        {kJabref, {"EndnoteXmlImporterTestArticle.xml", 1, 0}},
        {kJabref, {"EndnoteXmlImporterTestArticle2.xml", 2, 0}},
        {kJabref, {"NbibImporterTest.nbib", 1, 0}},
        {kJabref, {"MedlineImporterTestMalformedEntry.xml", 0, 1}},
        {kJabref, {"RisImporterTestScopus.ris", 1, 0}},
        {kJabref, {"Endnote.book.example.enw", 1, 0}},
        {kJabref, {"IsiImporterTest1.isi", 1, 0}},
        {kJabref, {"IsiImporterTest2.isi", 3, 0}},
        {kJabref, {"IsiImporterTestInspec.isi", 2, 0}},
        {kJabref, {"IsiImporterTestMedline.isi", 2, 0}},
        {kJabref, {"IsiImporterTestWOS.isi", 2, 0}},
        {kRispy, {"example_wos.ris", 2, 0}},
    };
    for (const auto& [folder, count] : cases) {
        const std::string path = std::string(folder) + count.path;
        WHEREOF_SHARED_DATA(file, path);
        const Items items = read(file);
        EXPECT_EQ(readable(items), count.works) << path;
        EXPECT_EQ(items.size() - readable(items), count.broken) << path;
    }
}

}  // namespace
}  // namespace whereof::formats
