// SPDX-License-Identifier: MIT
#include "authority/update_kinds.hpp"

#include <optional>

#include <gtest/gtest.h>

namespace whereof::authority {
namespace {

struct WordCase {
    const char* word;
    std::optional<EventKind> kind;
};
const WordCase kWords[] = {
    {"retraction", EventKind::retraction},
    {"Retraction", EventKind::retraction},
    {"retration", EventKind::retraction},
    {"withdrawal", EventKind::retraction},
    {"removal", EventKind::retraction},
    {"correction", EventKind::correction},
    {"Correction", EventKind::correction},
    {"erratum", EventKind::correction},
    {"Erratum", EventKind::correction},
    {"err", EventKind::correction},
    {"corrigendum", EventKind::correction},
    {"Corrigendum", EventKind::correction},
    {"corrected-article", EventKind::correction},
    {"publisher-note", EventKind::correction},
    {"expression_of_concern", EventKind::concern},
    {"expression-of-concern", EventKind::concern},
    {"Expression of concern", EventKind::concern},
    {"Retraction and replacement", EventKind::replacement},
    {"retract_and_replace", EventKind::replacement},
    {"RetractedandRepublishedIn", EventKind::replacement},
    {"new_version", EventKind::new_version},
    {"Reinstatement", EventKind::reinstatement},
    {"comment", std::nullopt},
    {"note-discuss", std::nullopt},
    {"print", std::nullopt},
    {"correspondence", std::nullopt},
    {"", std::nullopt},
};

TEST(EventKindWords, FallTogether) {
    for (const auto& [word, kind] : kWords) {
        EXPECT_EQ(event_kind(word, "10.1/a"), kind) << word;
    }
    EXPECT_EQ(event_kind("withdrawal", "10.1002/14651858.cd000005"), EventKind::new_version);
    EXPECT_EQ(event_kind("retraction", "10.1002/14651858.cd000005"), EventKind::retraction);
}

}  // namespace
}  // namespace whereof::authority
