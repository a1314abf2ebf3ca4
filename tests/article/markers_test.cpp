// SPDX-License-Identifier: MIT
#include "article/markers.hpp"

#include "article/number_list.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::article {
namespace {

struct MarkCase {
    const char* text;
    const char* marks;  ///< "system:numbers", divided by blanks, weak ones with "?"
};

std::string marks_in(const char* text) {
    static const char* const kNames[] = {"bracket", "raised", "round", "glued", "spaced"};
    std::string out;
    for (const NumberMark& mark : find_number_marks(text, {})) {
        out += out.empty() ? "" : " ";
        out += kNames[static_cast<std::size_t>(mark.system)];
        out += mark.weak ? "?:" : ":";
        for (const std::uint32_t n : mark.numbers) {
            out += (out.back() == ':' ? "" : ",") + std::to_string(n);
        }
    }
    return out;
}

TEST(FindNumberMarks, FindsEachSystem) {
    const MarkCase cases[] = {
        {"It helps [1].", "bracket:1"},
        {"It helps[1,2] much", "bracket:1,2"},
        {"It helps [1]-[3].", "bracket:1,2,3"},
        {"It helps [1], [3].", "bracket:1 bracket:3"},
        {"It helps.¹⁻³ So", "raised:1,2,3"},
        {"It helps² and", "raised:2"},
        {"It helps (2, 3).", "round:2,3"},
        {"It helps.1,2 So", "glued:1,2"},
        {"It helps much3 and", "glued?:3"},
        {"It helps. 15 So", "spaced:15"},
        {"It helps the back 1,2 .", "spaced:1,2"},
        {"A score of 45 (12) and 60 points", ""},
        {"grew 10³ and 5 m² or R²", ""},
        {"F[1,22] = 265", ""},
        {"median 12 [10–20] days", ""},
        {"It was less (95% CI [1, 4]).", ""},
        {"the interval [1,3] excludes zero", ""},
        {"a list: (1) one, (2) two, and (3) three", ""},
        {"in Table (2) and Eq. (3)", ""},
        {"see www.example.com/a.2 now", ""},
        {"Version 2.1 of it, Fig.3 and No.5 too", ""},
        {"f(1) and H(2)O", ""},
        {"a difference, F (1, 22) = 26.5, and t (30) < 2", ""},
        {"the following. (1) Pain was asked. (2) Sleep was asked.", ""},
        {"they found (1) “it helped,” (2) “it was clear,” and (3) “it was short”", ""},
        {"born (1999) there", ""},
    };
    for (const MarkCase& c : cases) {
        SCOPED_TRACE(c.text);
        EXPECT_EQ(marks_in(c.text), c.marks);
    }
}

TEST(FindNumberMarks, TakesTimeInProportionToTheText) {
    for (const char* piece :
         {"[", "(", "[1", "(1", "[[", "1,", "¹", "¹⁻", "(1) a ", "[1]-", " 1 ", ".1 ", "((((1))))"}) {
        std::string text;
        while (text.size() < 1'000'000) {
            text += piece;
        }
        for (const NumberMark& mark : find_number_marks(text, {})) {
            EXPECT_LE(mark.numbers.size(), kMostNumbers);
            EXPECT_LE(mark.span.end, text.size());
        }
    }
}

}  // namespace
}  // namespace whereof::article
