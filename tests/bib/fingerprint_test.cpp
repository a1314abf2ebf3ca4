// SPDX-License-Identifier: MIT
#include "bib/fingerprint.hpp"

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

TEST(Fingerprint, IsTheSameForWhatOnlyLooksDifferent) {
    const std::string one =
        fingerprint(std::string_view("Maher C. Non-specific low back pain. Lancet 2017;389:736–747."));
    EXPECT_EQ(one.size(), 16U);
    EXPECT_EQ(
        one,
        fingerprint(std::string_view("  Maher C.\nNon-specific LOW back pain. Lancet 2017; 389: 736-747 ")));
    EXPECT_NE(one,
              fingerprint(std::string_view("Maher C. Non-specific low back pain. Lancet 2018;389:736–747.")));
}

TEST(Fingerprint, OfAReferenceInFieldsIsThatOfItsFields) {
    Reference one;
    one.item.title = "Non-specific low back pain";
    one.item.issued.year = 2017;
    one.item.author.push_back({"Maher", "C", {}, {}, {}, {}});
    Reference other = one;
    other.label = "7";
    EXPECT_EQ(fingerprint(one), fingerprint(other));
    other.item.issued.year = 2018;
    EXPECT_NE(fingerprint(one), fingerprint(other));
    other = one;
    other.item.DOI = "10.1000/1";
    EXPECT_NE(fingerprint(one), fingerprint(other));
}

}  // namespace
}  // namespace whereof::bib
