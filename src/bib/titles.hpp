// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace whereof::bib {

/// A title and what references put in brackets behind it.
struct CleanTitle {
    std::string title;
    std::string language;  ///< "German" of "[Article in German]"; a language as named there
    std::string genre;     ///< "editorial", "dissertation", "abstract"
    bool operator==(const CleanTitle&) const = default;
};

/// Takes off the quotation marks or brackets around the whole, the final full stop (not that of "et al." or
/// "U.S.", never "?" or "!"), list punctuation at the ends and the notes in brackets; white space becomes
/// single blanks, soft hyphens and zero-width characters go.
CleanTitle clean_title(std::string_view text);

/// The same for a journal, book or series, whose final full stop is kept where it abbreviates
/// ("J. Clin. Epidemiol.").
std::string clean_container(std::string_view text);

/// The same for a publisher or place, which no marks enclose: "John Wiley & Sons, Inc.", "Frankfurt a. M."
std::string clean_name(std::string_view text);

}  // namespace whereof::bib
