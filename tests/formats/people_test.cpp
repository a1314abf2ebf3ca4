// SPDX-License-Identifier: MIT
#include "formats/people.hpp"

#include "formats/csv.hpp"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::formats {
namespace {

/// A body is one author, whatever stands inside its name, and loses no word but those that introduce it.
TEST(ReadPerson, KeepsBodiesWhole) {
    for (const char* body :
         {"Department of Health, Education, and Welfare", "WHO/UNICEF Joint Committee", "ATS/ERS Task Force",
          "GBD 2016 Disease and Injury Incidence and Prevalence Collaborators", "World Health Organization",
          "CONSORT Group (Consolidated Standards of Reporting Trials)",
          "American Heart Association Diabetes Committee (Council on Nutrition, Physical Activity, and "
          "Metabolism)",
          "National Academies of Sciences, Engineering, and Medicine"}) {
        EXPECT_EQ(read_person(body).literal, body);
        EXPECT_EQ(read_person("on behalf of the " + std::string(body)).literal, body);
        const Items csv =
            read_csv("Key,Author,Title,Year\nk,\"Smith, John; " + std::string(body) + "\",Walking,2019\n");
        ASSERT_EQ(csv.size(), 1U);
        ASSERT_EQ(csv[0]->item.author.size(), 2U) << body;
        EXPECT_EQ(csv[0]->item.author[1].literal, body);
    }
    for (const auto& [text, family, given] :
         std::vector<std::array<const char*, 3>>{{"van der Heijden, G. J.", "Heijden", "G. J."},
                                                 {"García Márquez, Gabriel", "García Márquez", "Gabriel"},
                                                 {"Vargas Llosa, M.", "Vargas Llosa", "M."},
                                                 {"De Vugt, Marjolein", "De Vugt", "Marjolein"},
                                                 {"Smith, John", "Smith", "John"}}) {
        EXPECT_EQ(read_person(text).family, family) << text;
        EXPECT_EQ(read_person(text).given, given) << text;
    }
}

}  // namespace
}  // namespace whereof::formats
