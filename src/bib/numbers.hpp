// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::bib {

/// Pages as Item::page has them: "2368-83" is "2368-2383", "S34–41" is "S34-S41", "pp. 12 – 20" is "12-20",
/// "1747S-56S" is "1747S-1756S"; article numbers ("e1002606", "CD006929", "R42"),
/// counts ("12 p") and what is no range stay as they are. An abbreviation that cannot be meant ("98-3") is
/// kept as cited.
std::string normalise_pages(std::string_view text);

/// The first and last page of normalised pages as numbers, 0 where there are none: {2356, 2367}, {34, 41}.
struct PageRange {
    long first = 0;
    long last = 0;
    bool operator==(const PageRange&) const = default;
};
PageRange page_range(std::string_view normalised);

struct VolumeIssue {
    std::string volume;
    std::string issue;
    bool operator==(const VolumeIssue&) const = default;
};

/// Divides what is set in one: "391(10137)", "28(6Suppl1)", "13(Supl 2)", "53 Suppl 1", "vol. 79, no. 4-5",
/// "Bd. 12, H. 3", "12.3", "45/2". Both parts are normalised; what has no issue is all volume.
VolumeIssue split_volume_issue(std::string_view text);

/// Without its label ("vol.", "Bd.", "no.", "Heft", "nº"), brackets and edge punctuation; else as cited.
std::string normalise_volume(std::string_view text);
std::string normalise_issue(std::string_view text);

/// "2nd ed.", "Second edition", "2., überarb. Aufl.", "2a ed." are "2"; "Rev. ed." is "Rev.".
std::string normalise_edition(std::string_view text);

}  // namespace whereof::bib
