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
        {"Bertleff, MJOE", "Bertleff, Marietta J O E", SamePerson::variant},
        {"Mahran, EAEH", "Mahran, Essam Abd El-Halim", SamePerson::variant},
        {"Mahran, KFGX", "Mahran, Anna Abd El-Halim", SamePerson::other_given},
        {"Benevides, LdJ", "Benevides, Luciana de Jesus", SamePerson::variant},
        {"Gusmão, JLd", "de Gusmão, Josiane Lima", SamePerson::variant},
        {"Laarhoven, CJv", "van Laarhoven, Cornelis JHM", SamePerson::variant},
        {"SMITH, MARY", "Smith, Mary", SamePerson::same},
        {"SMITH, MARY", "Smith, Robert", SamePerson::other_given},
        {"Vanlenthe, F", "van Lenthe, Frank J", SamePerson::variant},
        {"Delao, AL", "De La O, Ana L", SamePerson::variant},
        {"VonAllmen, M", "Von Allmen, Mark", SamePerson::variant},
        {"Vanbergehenegouwen, M", "Van Berge Henegouwen, MI", SamePerson::variant},
        {"Boee, B", "Bøe, Berte", SamePerson::variant},
        {"Maeenpaeae, M", "Mäenpää, Matti", SamePerson::variant},
        {"JaeHyup, Lee", "Lee, Jae Hyup", SamePerson::variant},
        {"KiBum, Park", "Park, Ki-Bum", SamePerson::variant},
        {"JaeHyup, Lee", "Lee, Min Seok", SamePerson::no},
        {"for the SUP-ICU investigators", "SUP-ICU investigators", SamePerson::variant},
        {"and the AbATE Study Team", "AbATE Study Team", SamePerson::variant},
        {"on behalf of the STEP Study Group", "STEP Study Group", SamePerson::variant},
        {"STEP Study Group", "LEAP Study Group", SamePerson::no},
        {"Van, AR", "Van Meter, AR", SamePerson::variant},
        {"Van, B", "Van Meter, AR", SamePerson::no},
        {"Le, A", "Lee, A", SamePerson::no},
        {"Cox, D", "Cox1, DJ", SamePerson::variant},
        {"Cox1, D", "Cox1, DJ", SamePerson::variant},
        {"Gross, MD", "MD, Gross", SamePerson::variant},
        {"Smith, Bob", "Smith, Robert", SamePerson::variant},
        {"Smith, Liz", "Smith, Elizabeth", SamePerson::variant},
        {"Smith, Bill", "Smith, Will", SamePerson::variant},
        {"Smith, Bob", "Smith, Elizabeth", SamePerson::other_given},
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

TEST(LooksLikeInitials, KnowsThemFromNames) {
    for (const auto* initials : {"J", "JM", "J.-M.", "J. M.", "LdJ", "CJv", "É", "JLd"}) {
        EXPECT_TRUE(looks_like_initials(initials)) << initials;
    }
    for (const auto* other : {"", "Jo", "MARY", "d", "j.", "J1", "LeJ", "\xff"}) {
        EXPECT_FALSE(looks_like_initials(other)) << other;
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
