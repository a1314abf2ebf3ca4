// SPDX-License-Identifier: MIT
#include "verify/person.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

/// "Smith, Jane" is a family and a given name, anything else a literal.
Person person(const std::string& text) {
    bib::Name name;
    if (const auto comma = text.find(", "); comma != std::string::npos) {
        name.family = text.substr(0, comma);
        name.given = text.substr(comma + 2);
    } else {
        name.literal = text;
    }
    return person_of(name);
}

struct Case {
    const char* a;
    const char* b;
    SamePerson expected;
};

TEST(SamePerson, KnowsTheWaysToWriteAName) {
    constexpr Case kCases[] = {
        {"Smith, Jane", "Smith, Jane", SamePerson::same},
        {"Smith, J", "Smith, Jane", SamePerson::variant},
        {"Smith, JM", "Smith, Jane Mary", SamePerson::variant},
        {"Smith, Mary J", "Smith, J Mary", SamePerson::variant},
        {"Smith J", "Smith, Jane", SamePerson::variant},
        {"Jane Smith", "Smith, Jane", SamePerson::same},
        {"SosioCorrado", "Sosio, Corrado", SamePerson::variant},
        {"O'Sullivan, P", "O’Sullivan, Peter", SamePerson::variant},
        {"d&apos;Amore, Francesco", "d'Amore, Francesco", SamePerson::same},
        {"Deny, St{\\'e}phane", "Deny, Stéphane", SamePerson::same},
        {"Sther, R", "Sæther, Rannei", SamePerson::variant},
        {"Moeller, A", "Möller, Anna", SamePerson::variant},
        {"Parvez, M. Rizwan", "Parvez, Md Rizwan", SamePerson::variant},
        {"Kim, NS", "Kim, Nan Suk", SamePerson::variant},
        {"Kim, H", "Kim, Nan Suk", SamePerson::other_given},
        {"McLean, DM", "McLean, Robert M", SamePerson::other_given},
        {"Parikh, Ankur", "Parikh, Devi", SamePerson::other_given},
        {"Qian Liu", "Wang, Sihao", SamePerson::no},
        {"Smith, Jane", "Smythe, Robert", SamePerson::no},
        {"Li, Y", "Lu, Y", SamePerson::no},
    };
    for (const auto& [a, b, expected] : kCases) {
        SCOPED_TRACE(std::string(a) + " / " + b);
        EXPECT_EQ(same_person(person(a), person(b)), expected);
        EXPECT_EQ(same_person(person(b), person(a)), expected);
    }
}

TEST(PersonOf, TellsGroupsFromPersons) {
    for (const auto* group : {"World Health Organization", "Clinical Guidelines Committee of the ACP",
                              "PEPI Study Group", "Lancet Low Back Pain Series Working Group"}) {
        EXPECT_TRUE(person(group).collective) << group;
    }
    EXPECT_FALSE(person("Iciar M. Dávila Castrodad").collective);
}

TEST(IsElision, KnowsTheSignsThatAListGoesOn) {
    bib::Name name;
    for (const auto* sign : {"et al.", "et al", "and others", "others", "\u2026"}) {
        name.literal = sign;
        EXPECT_TRUE(is_elision(name)) << sign;
    }
    name.literal = "Al Gore";
    EXPECT_FALSE(is_elision(name));
    EXPECT_TRUE(is_elision({"others", "and", "", "", "", ""}));
}

}  // namespace
}  // namespace whereof::verify
