// SPDX-License-Identifier: MIT
#include "bib/journal.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

struct Pair {
    const char* a;
    const char* b;
};

void expect_both_ways(const Pair& pair, SameJournal expected) {
    SCOPED_TRACE(std::string(pair.a) + " / " + pair.b);
    EXPECT_EQ(static_cast<int>(same_journal(pair.a, pair.b)), static_cast<int>(expected));
    EXPECT_EQ(static_cast<int>(same_journal(pair.b, pair.a)), static_cast<int>(expected));
}

TEST(SameJournal, KnowsTheFormsOfOneTitle) {
    constexpr Pair kPairs[] = {
        {"BMC Musculoskelet Disord", "BMC Musculoskeletal Disorders"},
        {"J Orthop Sports Phys Ther", "Journal of Orthopaedic & Sports Physical Therapy"},
        {"JOSPT", "The Journal of Orthopaedic and Sports Physical Therapy"},
        {"Journal of Orthopedic and Sports Physical Therapy", "J. Orthop. Sports Phys. Ther."},
        {"Curr Osteoporos Rep", "Current Osteoporosis Reports"},
        {"Ann. Intern. Med.", "Annals of Internal Medicine"},
        {"Ann Int Med", "Annals of Internal Medicine"},
        {"ANNALS OF INTERNAL MEDICINE", "Ann Intern Med"},
        {"N Engl J Med", "The New England Journal of Medicine"},
        {"NEJM", "New England Journal of Medicine"},
        {"New Engl. J. Med.", "N Engl J Med"},
        {"The Lancet", "Lancet"},
        {"Lancet (London, England)", "The Lancet"},
        {"Spine (Phila Pa 1976)", "Spine"},
        {"Spine (Philadelphia, Pa. : 1986)", "Spine (Phila Pa 1976)"},
        {"BMJ (Clinical research ed.)", "BMJ"},
        {"The BMJ", "British Medical Journal"},
        {"Br Med J (Clin Res Ed)", "BMJ"},
        {"JAMA", "JAMA: The Journal of the American Medical Association"},
        {"J Am Med Assoc", "JAMA"},
        {"Implementation science : IS", "Implement Sci"},
        {"European spine journal : official publication of the European Spine Society", "Eur Spine J"},
        {"PLOS ONE", "PLoS One"},
        {"PLoS ONE", "Plos one."},
        {"Phys Ther.", "Physical Therapy"},
        {"Physical Therapy & Rehabilitation Journal", "Phys Ther"},
        {"Cochrane Database Syst Rev", "Cochrane Database of Systematic Reviews (Online)"},
        {"Cochrane Library", "Cochrane Database of Systematic Reviews"},
        {"J Bone Joint Surg Am", "The Journal of bone and joint surgery. American volume"},
        {"J Bone Joint Surg", "J Bone Joint Surg Br"},
        {"Bone Joint J", "The Bone & Joint Journal"},
        {"Aust J Physiother", "Journal of Physiotherapy"},  // renamed
        {"Arch Intern Med", "JAMA Internal Medicine"},      // renamed
        {"Man Ther", "Musculoskeletal Science and Practice"},
        {"Arthritis Rheum", "Arthritis & Rheumatism"},
        {"Proc Natl Acad Sci U S A", "PNAS"},
        {"Proc. Natl. Acad. Sci. USA", "Proceedings of the National Academy of Sciences"},
        {"Dtsch Arztebl Int", "Deutsches \u00C4rzteblatt International"},
        {"Arch Phys Med Rehab", "Archives of Physical Medicine and Rehabilitation"},
        {"Brit J Sport Med", "British Journal of Sports Medicine"},
        {"BJSM", "British Journal of Sports Medicine"},
        {"J Manipulative Physiol Ther", "Journal of Manipulative and Physiological Therapeutics"},
        {"Eur J Pain", "European journal of pain (London, England)"},
        {"Health Technol Assess", "Health technology assessment (Winchester, England)"},
        {"J. Clin. Epidemiol.", "Journal of Clinical Epidemiology"},
        {"Pain Medicine (Malden, Mass.)", "Pain Med"},
        {"Scand. J. Prim. Health Care", "Scandinavian Journal of Primary Health Care"},
        {"Photodermatology, Photoimmunology &amp; Photomedicine", "Photodermatol. Photoimmunol. Photomed."},
        {"Europhysics Letters", "EPL"},
        {"Journal of the Unheard-of Society", "J Unheard-of Soc"},  // in no table, yet evident
        {"Intl J Unheard Stud", "International Journal of Unheard Studies"},
    };
    for (const Pair& pair : kPairs) {
        expect_both_ways(pair, SameJournal::yes);
    }
}

TEST(SameJournal, TellsKnownJournalsApart) {
    constexpr Pair kPairs[] = {
        {"Lancet", "Lancet Oncology"},
        {"Lancet Neurol", "The Lancet Infectious Diseases"},
        {"Ann Intern Med", "JAMA Intern Med"},
        {"BMJ", "BMJ Open"},
        {"Spine", "European Spine Journal"},
        {"The Spine Journal", "Spine (Phila Pa 1976)"},
        {"J Orthop Sports Phys Ther", "Physical Therapy"},
        {"JAMA", "N Engl J Med"},
        {"Pain", "European Journal of Pain"},
        {"Journal of Neurology", "Journal of Urology"},
        {"Circulation: Heart Failure", "Circulation"},
        {"BMC Musculoskelet Disord", "BMC Public Health"},
        {"Am J Med", "Am J Public Health"},
        {"Physiotherapy", "J Physiother"},
    };
    for (const Pair& pair : kPairs) {
        expect_both_ways(pair, SameJournal::no);
    }
}

TEST(SameJournal, AccusesNobodyWhereItCannotTell) {
    constexpr Pair kPairs[] = {
        {"", "Lancet"},
        {"Lancet", "..."},
        {"Journal of the Unheard-of Society", "Lancet"},
        {"Back pain in primary care: a handbook", "Spine"},
        {"J Phys", "Journal of Physiotherapy"},     // known as another's, yet it could abbreviate this
        {"Neuroscience", "Neurosciences"},          // two journals, one letter apart: maybe a slip
        {"Spine: Surgical Corner", "Eur Spine J"},  // perhaps a section with a life of its own
        {"Hum Psychopharmacol", "Human Psychopharmacology-clinical and Experimental"},
        {"Neuroimage (Amst)", "NeuroImage. Clinical"},
        {"Journal f\xEF\xBF\xBDr Praktische Chemie", "J. Prakt. Chem."},
        {"\xFF\xFE\x80", "Spine"},
    };
    for (const Pair& pair : kPairs) {
        expect_both_ways(pair, SameJournal::unknown);
    }
}

TEST(SameJournal, IsLinearOnHostileTitles) {
    const std::string longest(10'000'000, 'a');
    EXPECT_NE(same_journal(longest, "Lancet"), SameJournal::yes);
    std::string colons;
    for (int i = 0; i < 100'000; ++i) {
        colons += "a: (";
    }
    EXPECT_NE(same_journal(colons, colons + ")"), SameJournal::no);
}

TEST(FindJournal, GivesTitleAbbreviationAndIssn) {
    struct Case {
        const char* asked;
        const char* title;
        const char* abbreviation;
        const char* issn;
    };
    constexpr Case kCases[] = {
        {"lancet", "The Lancet", "Lancet", "0140-6736"},
        {"Ann. Intern. Med.", "Annals of Internal Medicine", "Ann Intern Med", "0003-4819"},
        {"The Spine Journal", "Spine Journal", "Spine J", "1529-9430"},
        {"Archives of Internal Medicine", "Archives of Internal Medicine", "Arch Intern Med", "0003-9926"},
        {"jama", "JAMA", "JAMA", "0098-7484"},
        {"Lancet Glob Health", "The Lancet Global Health", "Lancet Glob Health", "2214-109X"},
    };
    for (const auto& [asked, title, abbreviation, issn] : kCases) {
        SCOPED_TRACE(asked);
        const auto found = find_journal(asked);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->title, title);
        EXPECT_EQ(found->abbreviation, abbreviation);
        EXPECT_EQ(found->issn, issn);
    }
    EXPECT_FALSE(find_journal("Journal of the Unheard-of Society"));
    EXPECT_FALSE(find_journal(""));
}

TEST(FindJournal, KnowsPrintAndElectronicIssn) {
    ASSERT_TRUE(find_journal_by_issn("0140-6736"));
    EXPECT_EQ(find_journal_by_issn("0140-6736")->title, "The Lancet");
    EXPECT_EQ(find_journal_by_issn("1474-547X")->title, "The Lancet");
    EXPECT_EQ(find_journal_by_issn("1528-1159")->title, "Spine");
    EXPECT_FALSE(find_journal_by_issn("0000-0000"));
    EXPECT_FALSE(find_journal_by_issn(""));
}

TEST(JournalKey, GathersTheFormsOfOneJournal) {
    EXPECT_EQ(journal_key("The Lancet"), journal_key("lancet"));
    EXPECT_EQ(journal_key("Spine (Phila Pa 1976)"), journal_key("Spine"));
    EXPECT_EQ(journal_key("Arch. Intern. Med."), journal_key("JAMA Internal Medicine"));
    EXPECT_EQ(journal_key("N Engl J Med"), journal_key("The New England Journal of Medicine"));
    EXPECT_EQ(journal_key("The Journal of Unheard-of Things"), journal_key("Journal of Unheard of Things"));
    EXPECT_NE(journal_key("Lancet"), journal_key("Lancet Oncology"));
    EXPECT_NE(journal_key("Circulation: Heart Failure"), journal_key("Circulation"));
    EXPECT_EQ(journal_key(""), "");
}

TEST(JournalKey, IsIdempotentOnWhatTheTableDoesNotKnow) {
    const std::string key = journal_key("Annals of Improbable Woodcraft");
    EXPECT_EQ(journal_key(key), key);
}

}  // namespace
}  // namespace whereof::bib
