// SPDX-License-Identifier: MIT
#include "authority/import.hpp"

#include "authority/keys.hpp"
#include "authority/local_index.hpp"
#include "base/io.hpp"
#include "import_support.hpp"
#include "sqlite/migrations.hpp"
#include "support/data.hpp"

#include <algorithm>
#include <csignal>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whereof::authority {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// `count` CSL-JSON lines with made-up works, from number `first`.
std::string csl_lines(int first, int count) {
    std::string out;
    for (int i = first; i < first + count; ++i) {
        out += fmt::format(
            R"({{"id":"{0}","type":"article-journal","title":"Study number {0} of backs","DOI":"10.1234/s{0}",)"
            R"("container-title":"Journal of Backs","volume":"{1}","page":"{0}-{0}","issued":{{"date-parts":[[{2}]]}},)"
            R"("author":[{{"family":"Name{0}","given":"A"}}]}})"
            "\n",
            i, i % 40 + 1, 1980 + i % 40);
    }
    return out;
}

/// Of so many works that they were retracted.
std::string event_lines(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += fmt::format(
            R"({{"identifier":{{"doi":"10.4321/e{0}"}},"title":"Work {0}","updates":[{{"identifier":)"
            R"({{"doi":"10.4321/n{0}"}},"type":"retraction","timestamp":0}}]}})"
            "\n",
            i);
    }
    return out;
}

/// What the index says of the works of csl_lines(first, count), each found by its DOI; empty ones are not.
std::vector<std::string> told_by_doi(Authority& authority, int first, int count) {
    std::vector<std::string> out;
    for (int i = first; i < first + count; ++i) {
        const Key key = identifier_key(bib::Field::DOI, fmt::format("10.1234/s{}", i));
        for (const Record& record : authority.records(authority.by_keys({&key, 1}, 8).front())) {
            out.push_back(told(record));
        }
    }
    return out;
}

/// Imports in a process of its own that is killed when so many records are read, or filed.
void import_and_be_killed(const std::filesystem::path& index, const std::vector<std::filesystem::path>& files,
                          ImportProgress::Phase phase, std::int64_t records) {
    const pid_t child = ::fork();
    if (child == 0) {
        ImportOptions options;
        options.progress = [&](const ImportProgress& progress) {
            if (progress.phase == phase && progress.records > records) {
                ::raise(SIGKILL);
            }
            return true;
        };
        (void)import_files(index, files, options);
        ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended before it was killed";
}

TEST(ImportFiles, ReadsCslLinesAndSkipsTheBrokenOne) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl",
                     csl_lines(1, 16) + "{\"title\": \"broken\n" + csl_lines(18, 13) + "\n[1]\n{}\n");
    const ImportReport report = import_into(folder / "i.db", {folder / "a.jsonl"});
    ASSERT_THAT(report.files, SizeIs(1));
    EXPECT_EQ(report.files[0].kind, "csl");
    EXPECT_EQ(report.files[0].records, 29);
    EXPECT_EQ(report.files[0].skipped, 3);
    EXPECT_EQ(report.files[0].problem, "");
    EXPECT_EQ(report.works, 29);
    ASSERT_THAT(report.skipped, SizeIs(3));
    EXPECT_EQ(report.skipped[0].line, 17U);
    EXPECT_EQ(report.skipped[0].offset, csl_lines(1, 16).size());
    EXPECT_THAT(report.skipped[0].what, HasSubstr("broken"));
    EXPECT_THAT(report.skipped[1].what, HasSubstr("expected a JSON object"));
    EXPECT_THAT(report.skipped[2].what, HasSubstr("a title, a DOI or a PMID"));
    const auto authority = open_index(folder / "i.db");
    EXPECT_EQ(authority->info().records, 29);
    EXPECT_EQ(authority->info().name, "i.db");
    EXPECT_EQ(authority->info().date, "2026-01-02");
    EXPECT_FALSE(authority->info().sample);
}

TEST(ImportFiles, PassesOverWhatItKnows) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 20));
    test::write_text(folder / "b.jsonl", csl_lines(15, 20));  // six of them again
    (void)import_into(folder / "i.db", {folder / "a.jsonl"});
    EXPECT_EQ(import_into(folder / "i.db", {folder / "b.jsonl"}).works, 34);
    const auto before = contents(folder / "i.db");
    const ImportReport again = import_into(folder / "i.db", {folder / "a.jsonl", folder / "b.jsonl"});
    EXPECT_TRUE(again.files[0].known);
    EXPECT_TRUE(again.files[1].known);
    EXPECT_EQ(again.records, 0);
    EXPECT_EQ(again.works, 34);
    EXPECT_EQ(contents(folder / "i.db"), before);
    test::write_text(folder / "c.jsonl", csl_lines(1, 34) + "\n");  // other bytes, same records
    EXPECT_EQ(import_into(folder / "i.db", {folder / "c.jsonl"}).works, 34);
    EXPECT_EQ(contents(folder / "i.db"), before);
}

TEST(ImportFiles, KeepsNothingOfACutOffFile) {
    const test::TemporaryFolder folder;
    const std::string packed = test::gzip(csl_lines(1, 2000));
    test::write_text(folder / "cut.gz", std::string_view(packed).substr(0, packed.size() / 2));
    test::write_text(folder / "good.jsonl", csl_lines(1, 3));
    const std::string events = test::gzip(event_lines(20'000));
    test::write_text(folder / "events.gz", std::string_view(events).substr(0, events.size() / 2));
    const ImportReport cut =
        import_into(folder / "i.db", {folder / "good.jsonl", folder / "cut.gz", folder / "events.gz"});
    EXPECT_THAT(cut.files[1].problem, HasSubstr("ends too early"));
    EXPECT_EQ(cut.files[1].records, 0);
    EXPECT_THAT(cut.files[2].problem, HasSubstr("ends too early"));
    EXPECT_EQ(cut.works, 3);
    EXPECT_EQ(cut.records, 3);
    EXPECT_EQ(cut.events, 0);
    EXPECT_FALSE(import_into(folder / "i.db", {folder / "cut.gz"}).files[0].known);
    test::write_text(folder / "events.gz", events);
    EXPECT_EQ(import_into(folder / "i.db", {folder / "events.gz"}).events, 20'000);
    test::write_text(folder / "whole.gz", packed);
    EXPECT_EQ(import_into(folder / "i.db", {folder / "whole.gz"}).works, 2000);
}

TEST(ImportFiles, GoesOnAfterItWasKilled) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 3000));
    test::write_text(folder / "b.jsonl", csl_lines(3001, 12000));
    const std::vector files{folder / "a.jsonl", folder / "b.jsonl"};
    (void)import_into(folder / "whole.db", files);
    for (const auto phase : {ImportProgress::Phase::reading, ImportProgress::Phase::filing}) {
        const auto index = folder / fmt::format("killed-{}.db", static_cast<int>(phase));
        import_and_be_killed(index, files, phase, 13'000);
        EXPECT_THROW((void)open_index(index), sqlite::SchemaError);
        const ImportReport second = import_into(index, files);
        EXPECT_TRUE(second.files[0].known);
        EXPECT_EQ(second.works, 15000);
        EXPECT_EQ(contents(index), contents(folder / "whole.db"));
    }
}

TEST(ImportFiles, ASecondImportThatIsKilledLeavesTheIndexAsItWas) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 3000));
    test::write_text(folder / "b.jsonl", csl_lines(2501, 1000) + event_lines(5));
    test::write_text(folder / "c.jsonl", csl_lines(3501, 13000));
    const std::vector first{folder / "a.jsonl"};
    const std::vector all{folder / "a.jsonl", folder / "b.jsonl", folder / "c.jsonl"};
    (void)import_into(folder / "whole.db", all);
    for (const auto phase : {ImportProgress::Phase::reading, ImportProgress::Phase::filing}) {
        const auto index = folder / fmt::format("killed-{}.db", static_cast<int>(phase));
        (void)import_into(index, first);
        const auto before = told_by_doi(*open_index(index), 1, 3000);
        ASSERT_THAT(before, SizeIs(3000));
        import_and_be_killed(index, all, phase, phase == ImportProgress::Phase::reading ? 12'500 : 4000);
        {
            const auto authority = open_index(index);
            EXPECT_TRUE(authority->info().unfinished);
            EXPECT_EQ(authority->info().records, 3000);
            EXPECT_EQ(authority->info().date, "2026-01-02") << "of the import that was finished";
            EXPECT_EQ(told_by_doi(*authority, 1, 3000), before);
            EXPECT_THAT(told_by_doi(*authority, 3001, 13'500), IsEmpty());
            EXPECT_THAT(authority->candidates(std::vector<std::string>{"3002", "study"}, 9), IsEmpty());
        }
        const ImportReport again = import_into(index, all);
        EXPECT_TRUE(again.files[0].known);
        EXPECT_EQ(again.works, 16'500);
        EXPECT_FALSE(open_index(index)->info().unfinished);
        EXPECT_EQ(contents(index), contents(folder / "whole.db"));
    }
}

TEST(ImportFiles, RowsThatAreNotFiledWholeAreNotSeen) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 300));
    test::write_text(folder / "b.jsonl", csl_lines(301, 300));
    const std::vector files{folder / "a.jsonl", folder / "b.jsonl"};
    const auto index = folder / "i.db";
    (void)import_into(index, files);
    const auto whole = contents(index);
    // As a process leaves it that is killed when all words and keys are written, but before the mark is set.
    sqlite::Database(index, sqlite::OpenMode::read_write)
        .execute(
            "UPDATE meta SET value = '300' WHERE name IN ('keyed', 'works');"
            "UPDATE meta SET value = '0' WHERE name = 'complete'");
    {
        const auto authority = open_index(index);
        EXPECT_THAT(told_by_doi(*authority, 1, 300), SizeIs(300));
        EXPECT_THAT(told_by_doi(*authority, 301, 300), IsEmpty());
        const std::vector<std::string> old_words{"299", "study"};
        const std::vector<std::string> new_words{"302", "study"};
        EXPECT_THAT(authority->candidates(old_words, 9), SizeIs(1));
        EXPECT_THAT(authority->candidates(new_words, 9), IsEmpty());
    }
    (void)import_into(index, files);
    EXPECT_EQ(contents(index), whole);
}

TEST(ImportFiles, MayBeEndedWhileItFiles) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 100));
    test::write_text(folder / "b.jsonl", csl_lines(101, 100));
    (void)import_into(folder / "i.db", {folder / "a.jsonl"});
    ImportOptions options;
    options.progress = [](const ImportProgress& at) { return at.phase == ImportProgress::Phase::reading; };
    const std::vector more{folder / "b.jsonl"};
    const ImportReport ended = import_files(folder / "i.db", more, options);
    EXPECT_TRUE(ended.stopped && ended.unfinished);
    EXPECT_EQ(open_index(folder / "i.db")->info().records, 100);
    EXPECT_EQ(import_into(folder / "i.db", {folder / "b.jsonl"}).works, 200);
}

TEST(ImportFiles, GoesWhereSomebodyReads) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 100));
    test::write_text(folder / "b.jsonl", csl_lines(101, 100));
    (void)import_into(folder / "i.db", {folder / "a.jsonl"});
    const auto reader = open_index(folder / "i.db");
    EXPECT_THAT(told_by_doi(*reader, 1, 200), SizeIs(100));
    EXPECT_EQ(import_into(folder / "i.db", {folder / "b.jsonl"}).works, 200);
    EXPECT_THAT(told_by_doi(*reader, 1, 100), SizeIs(100));
    EXPECT_THAT(told_by_doi(*open_index(folder / "i.db"), 1, 200), SizeIs(200));
}

TEST(ImportFiles, EndsWhenToldAndIsComplete) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 100));
    test::write_text(folder / "b.jsonl", csl_lines(101, 9000));
    ImportOptions options;
    options.progress = [&](const ImportProgress& progress) { return progress.records < 4000; };
    const std::vector files{folder / "a.jsonl", folder / "b.jsonl"};
    const ImportReport report = import_files(folder / "i.db", files, options);
    EXPECT_TRUE(report.stopped);
    EXPECT_EQ(report.works, 100) << "only the file that was done";
    EXPECT_EQ(open_index(folder / "i.db")->info().records, 100);
    EXPECT_EQ(import_into(folder / "i.db", files).works, 9100);
}

TEST(ImportFiles, RefusesALineOf50MegabytesByName) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "long.jsonl", csl_lines(1, 2) + "{\"title\":\"" + std::string(50'000'000, 'x') +
                                                "\"}\n" + csl_lines(3, 2));
    const ImportReport report = import_into(folder / "i.db", {folder / "long.jsonl"});
    EXPECT_EQ(report.works, 4);
    ASSERT_THAT(report.skipped, SizeIs(1));
    EXPECT_EQ(report.skipped[0].line, 3U);
    EXPECT_THAT(report.skipped[0].what, HasSubstr("at most 16 MB"));
}

TEST(ImportFiles, SaysWhatItCannotRead) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "empty", "");
    test::write_text(folder / "text", "Dear reader,\n");
    test::write_text(folder / "good.jsonl", csl_lines(1, 1));
    const ImportReport report = import_into(
        folder / "i.db",
        {folder / "absent", folder / "empty", folder / "text", folder.path(), folder / "good.jsonl"});
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NE(report.files[i].problem, "") << i;
    }
    EXPECT_THAT(report.files[1].problem, HasSubstr("an empty file"));
    EXPECT_EQ(report.works, 1);
    test::write_text(folder / "pairs", "openalex,doi,pmid\n,10.1001/a,123\n");
    test::write_text(folder / "journals", "title,title_short,issn,eissn\nSpine,,0362-2436,\n");
    test::write_text(folder / "table", "a,b\n1,2\n");
    test::write_text(
        folder / "PMC-ids.csv",
        "Journal Title,ISSN,eISSN,Year,Volume,Issue,Page,DOI,PMCID,PMID,Manuscript Id,Release Date\n"
        "Spine,0362-2436,1528-1159,2011,36,1,100,10.1097/x,PMC1,2,,live\n");
    test::write_text(
        folder / "J_Medline.txt",
        "--------\nJrId: 1\nJournalTitle: AADE editors' journal\nMedAbbr: AADE Ed J\n--------\n");
    const ImportReport tables =
        import_into(folder / "i.db", {folder / "pairs", folder / "journals", folder / "table",
                                      folder / "PMC-ids.csv", folder / "J_Medline.txt"});
    EXPECT_THAT(tables.files[0].problem, HasSubstr("pairs of identifiers"));
    EXPECT_THAT(tables.files[1].problem, HasSubstr("a list of journals"));
    EXPECT_THAT(tables.files[2].problem, HasSubstr("another table"));
    EXPECT_THAT(tables.files[3].problem, HasSubstr("pairs of identifiers"));
    EXPECT_THAT(tables.files[4].problem, HasSubstr("a list of journals"));
}

/// They hold works, but as somebody cites them: no authority.
TEST(ImportFiles, SaysWhichCommandsTakeReferenceLists) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.ris", "TY  - JOUR\nTI  - Pain\nER  - \n");
    test::write_text(folder / "b.bib", "@article{a, title = {Pain}}\n");
    test::write_text(folder / "c.csv",
                     "title,authors,journal,year,issn\nPain,\"Smith, J\",Spine,2011,0362-2436\n");
    const ImportReport report =
        import_into(folder / "i.db", {folder / "a.ris", folder / "b.bib", folder / "c.csv"});
    ASSERT_EQ(report.files.size(), 3U);
    for (const auto& file : report.files) {
        EXPECT_THAT(file.problem, HasSubstr("found a reference list, "));
        EXPECT_THAT(file.problem, HasSubstr("whereof check"));
    }
}

TEST(ImportFiles, CountsAllThatIsSkippedAndNamesTenOfAKind) {
    const test::TemporaryFolder folder;
    std::string lines = csl_lines(1, 2);
    for (int i = 0; i < 150; ++i) {
        lines += fmt::format("{{\"colour\":\"{}\"}}\n", i % 2 == 0 ? "red" : "blue");
    }
    test::write_text(folder / "mix.jsonl", lines + "{\"title\":\n");
    const ImportReport report = import_into(folder / "i.db", {folder / "mix.jsonl"});
    EXPECT_EQ(report.skipped_records, 151);
    EXPECT_EQ(report.files[0].skipped, 151);
    EXPECT_THAT(report.skipped, SizeIs(11));
    EXPECT_EQ(report.skipped.back().line, 153U) << "another kind of fault is still named";
}

TEST(ImportFiles, ReadsFromAFolderThatCannotBeWritten) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 3));
    std::filesystem::create_directory(folder / "fixed");
    (void)import_into(folder / "fixed" / "i.db", {folder / "a.jsonl"});
    EXPECT_FALSE(std::filesystem::exists(folder / "fixed/i.db-wal"));
    ASSERT_EQ(::chmod((folder / "fixed/i.db").c_str(), 0444), 0);
    ASSERT_EQ(::chmod((folder / "fixed").c_str(), 0555), 0);
    EXPECT_EQ(open_index(folder / "fixed/i.db")->info().records, 3);
    if (::geteuid() != 0) {
        EXPECT_THROW((void)import_into(folder / "fixed/i.db", {folder / "a.jsonl"}), sqlite::DbError);
    }
    ASSERT_EQ(::chmod((folder / "fixed").c_str(), 0755), 0);
}

TEST(ImportFiles, RefusesForeignAndNewerFiles) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.jsonl", csl_lines(1, 3));
    test::write_text(folder / "notes.txt", std::string(9000, 'x'));
    EXPECT_THROW((void)import_into(folder / "notes.txt", {folder / "a.jsonl"}), sqlite::DbError);
    EXPECT_EQ(test::read_text(folder / "notes.txt"), std::string(9000, 'x'));
    (void)import_into(folder / "i.db", {folder / "a.jsonl"});
    sqlite::Database(folder / "i.db", sqlite::OpenMode::read_write).execute("PRAGMA user_version = 7");
    EXPECT_THROW((void)import_into(folder / "i.db", {folder / "a.jsonl"}), sqlite::SchemaError);
    EXPECT_THROW((void)open_index(folder / "i.db"), sqlite::SchemaError);
}

}  // namespace
}  // namespace whereof::authority
