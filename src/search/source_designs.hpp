// SPDX-License-Identifier: MIT
#pragma once

#include "bib/study_design.hpp"
#include "store/index.hpp"

#include <cstdint>
#include <unordered_map>

namespace whereof::search {

/// The study designs of sources: by the record that a kept verdict names, else by words of the title.
class SourceDesigns {
  public:
    explicit SourceDesigns(store::Index& index);

    /// `source` is an index into words.sources.
    [[nodiscard]] bib::StudyDesign of(const store::ArticleWords& words, std::uint32_t source) const;
    /// What records say, by reference (store::reference_id).
    [[nodiscard]] const std::unordered_map<std::int64_t, bib::StudyDesign>& known() const noexcept {
        return known_;
    }

  private:
    std::unordered_map<std::int64_t, bib::StudyDesign> known_;
};

}  // namespace whereof::search
