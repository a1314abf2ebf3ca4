// SPDX-License-Identifier: MIT
#include "verify/page_count.hpp"

#include "verify/works.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using bib::Field;

TEST(PageCounts, StandBeforeTheWordForPages) {
    struct Case {
        const char* text;
        std::vector<std::string> expected;
    };
    const Case kCases[] = {
        {"Lancet 389 (2017), 12 pages.", {"12"}},
        {"Lancet. 2017;389(10070):12 p.", {"12"}},
        {"(Lancet, 2017, 12 pp)", {"12"}},
        {"Berlin: Springer; 2004. xii, 245 S.", {"245"}},
        {"12\u00A0pages. 2017", {"12"}},
        {"Lancet 389 p. 736", {}},
        {"Lancet 389, pp. 736-747", {}},
        {"Lancet 389 pp. 736-747", {}},
        {"736-747 pp.", {}},
        {"736\u2013747 pages", {}},
        {"e12 pages", {}},
        {"1747S", {}},
        {"12 patients", {}},
        {"1234567890123456789012 pages", {}},
        {"12", {}},
        {"\xFF 12 p\xC3", {}},
        {"", {}},
    };
    for (const auto& [text, expected] : kCases) {
        EXPECT_EQ(page_counts(text), expected) << text;
    }
    EXPECT_EQ(page_extent("736-747"), 12U);
    EXPECT_EQ(page_extent("736"), 0U);
    EXPECT_EQ(page_extent("747-736"), 0U);
}

TEST(SupportPageCounts, ACountReadAsAPlaceIsNone) {
    const std::string head = "Maher C, Underwood M, Buchbinder R. Non-specific low back pain. ";
    struct Case {
        const char* behind;
        Field field;
        const char* parsed;
        Agreement expected;
    };
    constexpr Case kCases[] = {
        {"Lancet. 2017;389. 12 pages.", Field::issue, "12", Agreement::absent},
        {"(Lancet, 2017, 12 pp).", Field::volume, "12", Agreement::absent},
        {"Lancet. 2017;389(10070):12 p.", Field::page, "12", Agreement::variant},
        {"Lancet. 2017;389(10070):25 p.", Field::page, "25", Agreement::absent},
        {"Lancet. 2017;12(10070). 12 pages.", Field::volume, "12", Agreement::different},
        {"Lancet. 2017;389: p. 12.", Field::page, "12", Agreement::different},
    };
    for (const auto& [behind, field, parsed, expected] : kCases) {
        auto item = maher();
        *item.text(field) = parsed;
        auto [citation, record, comparison] = raw_citation(head + behind, item, maher());
        support_page_counts(citation, record.item, comparison);
        EXPECT_EQ(comparison.of(field)->agreement, expected) << behind;
    }
}

}  // namespace
}  // namespace whereof::verify
