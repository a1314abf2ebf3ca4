// SPDX-License-Identifier: MIT
#include "authority/update_kinds.hpp"

#include "authority/notice_titles.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::authority {
namespace {

struct Word {
    std::string_view word;  ///< of fold_key()
    EventKind kind;
};
/// Met in Crossref's update-to and updated-by, in the list of open-retractions (20 spellings), in Retraction
/// Watch's RetractionNature, and as PubMed's RefType.
constexpr std::array kWords{
    Word{"retraction", EventKind::retraction},
    Word{"retration", EventKind::retraction},
    Word{"retracted", EventKind::retraction},
    Word{"withdrawal", EventKind::retraction},
    Word{"withdrawn", EventKind::retraction},
    Word{"removal", EventKind::retraction},
    Word{"removed", EventKind::retraction},
    Word{"retractionin", EventKind::retraction},
    Word{"retractedandrepublishedin", EventKind::replacement},
    Word{"retractandreplace", EventKind::replacement},
    Word{"retractionandreplacement", EventKind::replacement},
    Word{"retractedandreplaced", EventKind::replacement},
    Word{"partialretraction", EventKind::concern},
    Word{"expressionofconcern", EventKind::concern},
    Word{"concern", EventKind::concern},
    Word{"expressionofconcernin", EventKind::concern},
    Word{"correction", EventKind::correction},
    Word{"correctedarticle", EventKind::correction},
    Word{"corrigendum", EventKind::correction},
    Word{"corrigenda", EventKind::correction},
    Word{"erratum", EventKind::correction},
    Word{"errata", EventKind::correction},
    Word{"err", EventKind::correction},
    Word{"erratumin", EventKind::correction},
    Word{"addendum", EventKind::correction},
    Word{"clarification", EventKind::correction},
    Word{"publishernote", EventKind::correction},
    Word{"publishersnote", EventKind::correction},
    Word{"correctedandrepublishedin", EventKind::correction},
    Word{"republishedin", EventKind::correction},
    Word{"newversion", EventKind::new_version},
    Word{"newedition", EventKind::new_version},
    Word{"updatein", EventKind::new_version},
    Word{"reinstatement", EventKind::reinstatement},
    Word{"reinstated", EventKind::reinstatement},
};

constexpr std::array<std::string_view, 3> kCorrections{"erratum", "corrigendum", "correction"};

}  // namespace

std::optional<EventKind> event_kind(std::string_view word, std::string_view work_DOI) {
    const std::string key = text::fold_key(word);
    const auto found = std::ranges::find(kWords, key, &Word::word);
    if (found == kWords.end()) {
        return std::nullopt;
    }
    const bool withdrawn = key.starts_with("withdraw");
    return withdrawn && work_DOI.starts_with("10.1002/14651858.") ? EventKind::new_version : found->kind;
}

bool is_own_notice(std::string_view title) {
    const std::string lower = text::ascii_lower(text::trim(title));
    return is_retraction_notice(title) || std::ranges::any_of(kCorrections, [&](std::string_view start) {
               return lower.starts_with(start);
           });
}

}  // namespace whereof::authority
