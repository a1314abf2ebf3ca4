// SPDX-License-Identifier: MIT
#pragma once

#include "base/span.hpp"
#include "bib/study_design.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace whereof::claim {

/// The words of a sentence that name evidence: "a 2023 meta-analysis", "Research shows", "Multiple reviews
/// conclude", "a systematic review of 27 trials". Empty span when it names none. What an article says of its
/// own results ("our study shows") names none, nor does what it sets apart from what it rests on ("unlike a
/// 2008 cohort study", "a follow-up of a trial"). It ends with the kind of evidence, what was counted in it,
/// or its verb: nothing of what it found belongs to it.
Span find_evidence(std::string_view sentence);

/// What a sentence says of the evidence that it names.
struct EvidenceParts {
    bib::StudyDesign design = bib::StudyDesign::unknown;
    bool several = false;                       ///< "randomised trials show": no one work is meant
    int year = 0;                               ///< 0 when it names none
    std::optional<std::uint64_t> studies;       ///< "pooling 12 trials"
    std::optional<std::uint64_t> participants;  ///< "in 3,400 adults", "(n = 40)"
};

/// The parts of the evidence that find_evidence() found in a sentence, read from its words and from what
/// describes it behind them, up to its verb. All unknown for an empty span.
EvidenceParts read_evidence(std::string_view sentence, Span evidence);

}  // namespace whereof::claim
