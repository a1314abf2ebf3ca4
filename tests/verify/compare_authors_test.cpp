// SPDX-License-Identifier: MIT
#include "verify/compare.hpp"

#include <initializer_list>
#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

/// "Smith, Jane" is a family and a given name, "Jane Smith" a literal, "+" at the end an elided list.
bib::Item with_authors(std::initializer_list<const char*> names) {
    bib::Item out;
    for (const std::string text : names) {
        if (text == "+") {
            out.authors_elided = true;
            continue;
        }
        bib::Name name;
        if (const auto comma = text.find(", "); comma != std::string::npos) {
            name.family = text.substr(0, comma);
            name.given = text.substr(comma + 2);
        } else {
            name.literal = text;
        }
        out.author.push_back(name);
    }
    return out;
}

struct Case {
    const char* what;
    bib::Item cited;
    bib::Item found;
    Agreement expected;
    bool incomplete = false;
};

const Case kCases[] = {
    {"the same", with_authors({"Foster, Nadine E.", "Anema, Johannes R."}),
     with_authors({"Foster, Nadine E.", "Anema, Johannes R."}), Agreement::same},
    {"initials", with_authors({"Foster, NE", "Anema, J. R."}),
     with_authors({"Foster, Nadine E", "Anema, Johannes R"}), Agreement::variant},
    {"et al.", with_authors({"Foster, NE", "+"}), with_authors({"Foster, Nadine E", "Anema, Johannes R"}),
     Agreement::variant},
    {"et al. as a name", with_authors({"Foster, NE", "et al."}),
     with_authors({"Foster, Nadine E", "Anema, Johannes R"}), Agreement::variant},
    {"first and last with a gap", with_authors({"Smith, A", "Jones, B", "Young, Z", "+"}),
     with_authors({"Smith, A", "Jones, B", "Brown, C", "Young, Z"}), Agreement::variant},
    {"diacritics and ø", with_authors({"Muller, K", "Jorgensen, P"}),
     with_authors({"Müller, Karl", "Jørgensen, Per"}), Agreement::variant},
    {"umlaut written out", with_authors({"Mueller, K"}), with_authors({"Müller, Karl"}), Agreement::variant},
    {"particles", with_authors({"Heijden, GJ"}), with_authors({"van der Heijden, Geert J"}),
     Agreement::variant},
    {"double family name", with_authors({"Castrodad, IMD"}), with_authors({"Dávila Castrodad, Iciar M."}),
     Agreement::variant},
    {"literal in the record", with_authors({"Castrodad, I. M. D.", "Mease, S. J."}),
     with_authors({"Iciar M. Dávila Castrodad", "Samuel J. Mease"}), Agreement::variant},
    {"family and given exchanged", with_authors({"Xiao, Wang"}), with_authors({"Wang, Xiao"}),
     Agreement::variant},
    {"a slip in a family name", with_authors({"Hartvigson, J"}), with_authors({"Hartvigsen, Jan"}),
     Agreement::variant},
    {"a group behind the authors", with_authors({"Qaseem, A", "Clinical Guidelines Committee of the ACP"}),
     with_authors({"Qaseem, Amir"}), Agreement::variant},
    {"the record lists only the first", with_authors({"Classen, M", "Demling, L"}),
     with_authors({"Classen, "}), Agreement::variant},
    {"the record is known to be incomplete", with_authors({"Smith, A", "Jones, B"}),
     with_authors({"Smith, A"}), Agreement::variant, true},
    {"one replaced", with_authors({"Smith, A", "Brown, C"}), with_authors({"Smith, A", "Jones, B"}),
     Agreement::different},
    {"another first author", with_authors({"Yamanashi, Y", "+"}), with_authors({"McCormack, S", "Ramjee, G"}),
     Agreement::different},
    {"one left out without et al.", with_authors({"Smith, A", "Young, Z"}),
     with_authors({"Smith, A", "Jones, B", "Young, Z"}), Agreement::different},
    {"one passed over with et al.", with_authors({"Smith, A", "Brown, C", "+"}),
     with_authors({"Smith, A", "Jones, B", "Brown, C", "Young, Z"}), Agreement::different},
    {"one added", with_authors({"Smith, A", "Jones, B", "Nobody, N"}), with_authors({"Smith, A", "Jones, B"}),
     Agreement::different},
    {"another order", with_authors({"Jones, B", "Smith, A"}), with_authors({"Smith, A", "Jones, B"}),
     Agreement::different},
    {"another initial", with_authors({"McLean, DM"}), with_authors({"McLean, Robert M."}),
     Agreement::different},
    {"all others", with_authors({"Zhang, Wei", "Patel, Priya"}), with_authors({"Cai, Yang", "Luo, Haipeng"}),
     Agreement::different},
    {"persons and a group", with_authors({"Smith, A"}), with_authors({"World Health Organization"}),
     Agreement::absent},
    {"nobody cited", with_authors({}), with_authors({"Smith, A"}), Agreement::absent},
    {"nobody held", with_authors({"Smith, A"}), with_authors({}), Agreement::absent},
};

TEST(CompareAuthors, KnowsWhatIsTheSameList) {
    for (const auto& entry : kCases) {
        SCOPED_TRACE(entry.what);
        const auto match = compare_authors(entry.cited, entry.found, entry.incomplete);
        EXPECT_EQ(match.agreement, entry.expected) << match.note;
    }
}

TEST(CompareAuthors, AnAuthoritysMissingAuthorsNeverConvict) {
    const auto cited = with_authors({"Smith, A", "Jones, B", "Brown, C"});
    for (const auto& found : {with_authors({"Smith, A"}), with_authors({"Smith, A", "Jones, B"}),
                              with_authors({"Smith, A", "+"})}) {
        EXPECT_NE(compare_authors(cited, found, true).agreement, Agreement::different);
    }
}

TEST(CompareAuthors, NamesWhoIsWrong) {
    const auto match = compare_authors(with_authors({"Smith, A", "Brown, C"}),
                                       with_authors({"Smith, A", "Jones, B"}), false);
    EXPECT_NE(match.note.find("Brown C"), std::string::npos) << match.note;
}

TEST(CompareAuthors, SaysHowMuchOfACutListIsThere) {
    const auto found = with_authors({"Smith, A", "Jones, B", "Brown, C", "Young, Z", "Older, O"});
    EXPECT_NE(
        compare_authors(with_authors({"Smith, A", "Jones, B", "Brown, C"}), found, false).note.find("3 of 5"),
        std::string::npos);
    EXPECT_EQ(
        compare_authors(with_authors({"Smith, A", "Brown, C", "Young, Z"}), found, false).note.find(" of 5"),
        std::string::npos);
}

TEST(CompareAuthors, BearsThousandsOfNames) {
    bib::Item crowd;
    for (int i = 0; i < 20'000; ++i) {
        bib::Name name;
        name.family = "Name" + std::string(1, static_cast<char>('a' + i % 26));
        name.given = std::to_string(i);
        crowd.author.push_back(name);
    }
    EXPECT_EQ(compare_authors(crowd, crowd, false).agreement, Agreement::same);
}

}  // namespace
}  // namespace whereof::verify
