// SPDX-License-Identifier: MIT
#include "authority/abstracts.hpp"

#include "authority/keys.hpp"
#include "authority/normalise.hpp"
#include "import_support.hpp"
#include "support/data.hpp"
#include "text/terms.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kOne =
    R"({"title":"Yoga for backs","DOI":"10.1000/1","abstract":"Stretching eased sciatica in gardeners."})"
    "\n"
    R"({"title":"Aspirin and knees","DOI":"10.1000/2","abstract":"<jats:title>Abstract</jats:title><jats:p>Gardeners walked.</jats:p>"})"
    "\n"
    R"({"title":"Without any","DOI":"10.1000/3"})"
    "\n";

std::string pubmed(std::string_view revised, std::string_view abstract) {
    return fmt::format(
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>77</PMID><DateRevised><Year>{}</"
        "Year><Month>1"
        "</Month><Day>1</Day></DateRevised><Article><ArticleTitle>Naps and pain.</ArticleTitle>{}</Article>"
        "</MedlineCitation></PubmedArticle></PubmedArticleSet>",
        revised, abstract);
}

class AbstractsOfIndex : public testing::Test {
  protected:
    ImportReport import(const std::string& name, std::string_view text, Abstracts abstracts) {
        test::write_text(folder_ / name, text);
        ImportOptions options;
        options.abstracts = abstracts;
        const std::vector files{folder_ / name};
        return import_files(index_, files, options);
    }
    /// The titles of what is about these words, best first.
    std::vector<std::string> about(std::string_view words) {
        const auto authority = open_index(index_);
        std::vector<std::string> out;
        for (const Record& record : authority->records(authority->about(text::telling_terms(words), 9))) {
            out.push_back(record.item.title);
        }
        return out;
    }
    std::string abstract_of(bib::Field field, std::string_view value) {
        const auto authority = open_index(index_);
        const auto ids = authority->by_keys(std::vector{identifier_key(field, value)}, 9);
        return ids.front().size() == 1 ? authority->abstracts(ids.front()).front() : "(no such record)";
    }
    test::TemporaryFolder folder_;
    std::filesystem::path index_ = folder_ / "i.db";
};

TEST_F(AbstractsOfIndex, AreKeptAndSearchedOnlyWhenAskedFor) {
    const ImportReport without = import("a.jsonl", kOne, Abstracts::drop);
    EXPECT_EQ(without.abstracts, 0);
    EXPECT_EQ(open_index(index_)->info().abstracts, 0);
    EXPECT_THAT(about("sciatica gardener"), IsEmpty());
    EXPECT_EQ(abstract_of(bib::Field::DOI, "10.1000/1"), "");

    const ImportReport report = import("a.jsonl", kOne, Abstracts::keep);
    EXPECT_FALSE(report.files[0].known) << "read again, for its abstracts";
    EXPECT_EQ(report.works, 3);
    EXPECT_EQ(report.abstracts, 2);
    EXPECT_EQ(open_index(index_)->info().abstracts, 2);
    EXPECT_EQ(abstract_of(bib::Field::DOI, "10.1000/1"), "Stretching eased sciatica in gardeners.");
    EXPECT_EQ(abstract_of(bib::Field::DOI, "10.1000/2"), "Gardeners walked.");
    EXPECT_EQ(abstract_of(bib::Field::DOI, "10.1000/3"), "");
    EXPECT_THAT(about("sciatica of a gardener"), ElementsAre("Yoga for backs", "Aspirin and knees"));
    EXPECT_THAT(about("aspirin"), ElementsAre("Aspirin and knees")) << "the title counts too";
    EXPECT_THAT(about("nothing of that \" OR *"), IsEmpty());
    EXPECT_TRUE(import("a.jsonl", kOne, Abstracts::keep).files[0].known);
    EXPECT_TRUE(import("a.jsonl", kOne, Abstracts::drop).files[0].known)
        << "what is more is no reason to read again";
}

TEST_F(AbstractsOfIndex, DoNotChangeWhatIsSaidOfAWork) {
    (void)import("a.jsonl", kOne, Abstracts::drop);
    const auto without = contents(index_);
    index_ = folder_ / "other.db";
    (void)import("a.jsonl", kOne, Abstracts::keep);
    EXPECT_EQ(contents(index_), without);
}

TEST_F(AbstractsOfIndex, StayWithTheRevisionThatStays) {
    const std::string abstract = "<Abstract><AbstractText>Dozing eased sciatica.</AbstractText></Abstract>";
    (void)import("1.xml", pubmed("2001", abstract), Abstracts::keep);
    EXPECT_THAT(about("dozing"), ElementsAre("Naps and pain"));
    // A later revision, imported without abstracts, must not lose it.
    const ImportReport later = import("2.xml", pubmed("2002", ""), Abstracts::drop);
    EXPECT_EQ(later.works, 1);
    EXPECT_EQ(later.abstracts, 1);
    EXPECT_EQ(abstract_of(bib::Field::PMID, "77"), "Dozing eased sciatica.");
    EXPECT_THAT(about("dozing"), ElementsAre("Naps and pain"));
    // A later one with its own replaces it, in the words too.
    (void)import("3.xml", pubmed("2003", "<Abstract><AbstractText>Snoring.</AbstractText></Abstract>"),
                 Abstracts::keep);
    EXPECT_EQ(abstract_of(bib::Field::PMID, "77"), "Snoring.");
    EXPECT_THAT(about("dozing"), IsEmpty());
    EXPECT_THAT(about("snoring"), ElementsAre("Naps and pain"));
    // Taken back.
    const ImportReport gone = import(
        "4.xml", "<PubmedArticleSet><DeleteCitation><PMID>77</PMID></DeleteCitation></PubmedArticleSet>",
        Abstracts::keep);
    EXPECT_EQ(gone.abstracts, 0);
    EXPECT_THAT(about("snoring"), IsEmpty());
}

TEST_F(AbstractsOfIndex, AreThoseOfAllRowsOfAWork) {
    const std::string nbib = "PMID- 5\nTI  - Naps.\nLID - 10.1000/5 [doi]\nAB  - Dozing eased sciatica.\n";
    const std::string crossref =
        R"({"items":[{"DOI":"10.1000/5","type":"journal-article","title":["Naps"]}]})";
    for (const bool nbib_first : {true, false}) {
        index_ = folder_ / (nbib_first ? "first.db" : "last.db");
        (void)import(nbib_first ? "n.nbib" : "c.json", nbib_first ? nbib : crossref, Abstracts::keep);
        EXPECT_EQ(
            import(nbib_first ? "c.json" : "n.nbib", nbib_first ? crossref : nbib, Abstracts::keep).works, 1);
        EXPECT_EQ(abstract_of(bib::Field::DOI, "10.1000/5"), "Dozing eased sciatica.");
        EXPECT_THAT(about("dozing"), ElementsAre("Naps"));
    }
}

TEST_F(AbstractsOfIndex, GoDownAChainOfRevisions) {
    const std::string abstract = "<Abstract><AbstractText>Dozing eased sciatica.</AbstractText></Abstract>";
    std::string all = pubmed("2001", abstract) + pubmed("2002", "") + pubmed("2003", "");
    (void)import("all.xml", all, Abstracts::keep);
    EXPECT_EQ(abstract_of(bib::Field::PMID, "77"), "Dozing eased sciatica.");
    all += "<PubmedArticleSet><DeleteCitation><PMID>77</PMID></DeleteCitation></PubmedArticleSet>";
    index_ = folder_ / "deleted.db";
    EXPECT_EQ(import("deleted.xml", all, Abstracts::keep).abstracts, 0);
}

TEST_F(AbstractsOfIndex, AreFiledByTheNextImportWhereOneWasEnded) {
    test::write_text(folder_ / "a.jsonl", kOne);
    const std::vector files{folder_ / "a.jsonl"};
    ImportOptions options;
    options.abstracts = Abstracts::keep;
    int told = 0;
    options.progress = [&](const ImportProgress& at) {
        // Rows are filed first, abstracts last: there are two of them.
        return at.phase == ImportProgress::Phase::reading || at.all != 2 || ++told == 0;
    };
    const ImportReport ended = import_files(index_, files, options);
    EXPECT_TRUE(ended.unfinished);
    EXPECT_EQ(ended.abstracts, 0);
    EXPECT_TRUE(open_index(index_)->info().unfinished);
    EXPECT_THAT(about("sciatica"), IsEmpty());
    EXPECT_EQ(import("a.jsonl", kOne, Abstracts::keep).abstracts, 2);
    EXPECT_FALSE(open_index(index_)->info().unfinished);
    EXPECT_THAT(about("sciatica"), ElementsAre("Yoga for backs"));
}

TEST_F(AbstractsOfIndex, OfAnEarlierVersionAreNone) {
    (void)import("a.jsonl", kOne, Abstracts::drop);
    {
        const sqlite::Database database(index_, sqlite::OpenMode::read_write);
        database.execute(
            "DROP TABLE abstract_vocabulary; DROP TABLE abstract_words; DROP TABLE abstract;"
            "ALTER TABLE file DROP COLUMN abstracts; DELETE FROM meta WHERE name = 'abstracts';"
            "DELETE FROM schema_history WHERE number = 2; PRAGMA user_version = 1; PRAGMA journal_mode = "
            "DELETE;");
    }
    EXPECT_EQ(open_index(index_)->info().records, 3);
    EXPECT_THAT(about("sciatica"), IsEmpty());
    EXPECT_EQ(abstract_of(bib::Field::DOI, "10.1000/1"), "");
    EXPECT_EQ(import("a.jsonl", kOne, Abstracts::keep).abstracts, 2) << "brought up to date";
}

TEST_F(AbstractsOfIndex, OfOneLongWordAtManyPlacesAreCut) {
    std::string places;
    for (int i = 0; i < 5000; ++i) {
        places += (i == 0 ? "" : ",") + std::to_string(i);
    }
    (void)import(
        "o.jsonl",
        R"({"id":"https://openalex.org/W1","doi":"https://doi.org/10.1000/7","title":"T","authorships":[],)"
        R"("abstract_inverted_index":{")" +
            std::string(100'000, 'x') + "\":[" + places + "]}}\n",
        Abstracts::keep);
    EXPECT_LE(abstract_of(bib::Field::DOI, "10.1000/7").size(), kLongestAbstract);
}

TEST_F(AbstractsOfIndex, OfAFileThatBreaksOffAreNotKept) {
    (void)import("a.jsonl", kOne, Abstracts::keep);
    const ImportReport broken = import(
        "b.xml.gz", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03garbage", 17), Abstracts::keep);
    EXPECT_FALSE(broken.files[0].problem.empty());
    EXPECT_EQ(broken.abstracts, 2);
}

TEST_F(AbstractsOfIndex, AreCutAtAWord) {
    std::string longer = R"({"title":"Long","DOI":"10.1000/9","abstract":")";
    for (int i = 0; i < 9000; ++i) {
        longer += "wörd ";
    }
    (void)import("l.jsonl", longer + "\"}\n", Abstracts::keep);
    const std::string kept = abstract_of(bib::Field::DOI, "10.1000/9");
    EXPECT_LE(kept.size(), kLongestAbstract);
    EXPECT_GT(kept.size(), kLongestAbstract - 10);
    EXPECT_TRUE(kept.ends_with("wörd"));
    std::string unbroken;
    while (unbroken.size() < 2 * kLongestAbstract) {
        unbroken += "腰痛";
    }
    (void)import("u.jsonl", R"({"title":"Unbroken","DOI":"10.1000/8","abstract":")" + unbroken + "\"}\n",
                 Abstracts::keep);
    const std::string cut = abstract_of(bib::Field::DOI, "10.1000/8");
    EXPECT_EQ(cut, unbroken.substr(0, cut.size()));
    EXPECT_GT(cut.size(), kLongestAbstract - 4);
}

TEST_F(AbstractsOfIndex, OfEveryKindOfFile) {
    const std::pair<const char*, std::string> files[] = {
        {"n.nbib", "PMID- 5\nTI  - Naps.\nAB  - Dozing eased\n      sciatica.\n"},
        {"p.xml",
         "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>5</PMID><Article><ArticleTitle>Naps."
         "</ArticleTitle><Abstract><AbstractText>Dozing eased sciatica.</AbstractText></Abstract></Article>"
         "</MedlineCitation></PubmedArticle></PubmedArticleSet>"},
        {"o.jsonl", R"({"id":"https://openalex.org/W1","ids":{"pmid":"https://pubmed.ncbi.nlm.nih.gov/5"},)"
                    R"("title":"Naps","doi":null,"authorships":[],"publication_year":2001,"type":"article",)"
                    R"("abstract_inverted_index":{"sciatica.":[2],"Dozing":[0],"eased":[1]}})"
                    "\n"},
        {"c.json", R"({"items":[{"DOI":"10.1000/5","type":"journal-article","title":["Naps"],)"
                   R"("abstract":"<jats:p>Dozing eased\n sciatica.</jats:p>"}]})"},
        {"d.jsonl",
         R"({"id":"10.1000/5","type":"dois","attributes":{"doi":"10.1000/5","titles":[{"title":"Naps"}],)"
         R"("descriptions":[{"description":"Of the file.","descriptionType":"Methods"},)"
         R"({"description":"Dozing eased sciatica.","descriptionType":"Abstract"}]}})"
         "\n"},
    };
    for (const auto& [name, text] : files) {
        SCOPED_TRACE(name);
        index_ = folder_ / (std::string(name) + ".db");
        const ImportReport report = import(name, text, Abstracts::keep);
        ASSERT_EQ(report.works, 1) << report.files[0].problem;
        const auto authority = open_index(index_);
        EXPECT_THAT(authority->abstracts(authority->about({{"dozing"}}, 9)), IsEmpty()) << "a word, no term";
        EXPECT_THAT(authority->abstracts(authority->about(text::telling_terms("dozing"), 9)),
                    ElementsAre("Dozing eased sciatica."));
    }
}

TEST(NormaliseAbstract, TakesOutMarkupAndTheLabel) {
    const std::pair<const char*, const char*> cases[] = {
        {"<p>Abstract</p> <p>Pain &amp; sleep.</p>", "Pain & sleep."},
        {"ABSTRACT: Pain.", "Pain."},
        {"Summary: Abstract: Pain.", "Pain."},
        {"<jats:title>Abstract</jats:title><jats:p>ABSTRACT Pain</jats:p>", "Pain"},
        {"Abstract art is hard.", "Abstract art is hard."},
        {"Summary", "Summary"},
        {"Summarybackground", "Summarybackground"},
        {"p < 0.05", "p < 0.05"},
    };
    for (const auto& [raw, clean] : cases) {
        Say say;
        say.item.abstract = raw;
        normalise(say);
        EXPECT_EQ(say.item.abstract, clean);
        const Say once = say;
        normalise(say);
        EXPECT_EQ(say.item.abstract, once.item.abstract) << "twice is once";
        EXPECT_EQ(say.flags & kFlagMarkup, 0U) << "a row is the same with an abstract and without";
    }
}

}  // namespace
}  // namespace whereof::authority
