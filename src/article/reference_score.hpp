// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace whereof::article {

/// What a line of text has that references have and sentences lack. Counts are capped at 3 where it says so.
struct ReferenceFeatures {
    int years = 0;  ///< numbers 1800 to 2039 that stand alone, and "(n.d.)", at most 3
    int year_places =
        0;  ///< dates as references print them: "(2018)", "2018;", ", 2018.", "(n.d.)", at most 3
    int identifiers = 0;       ///< DOI, PMID, arXiv, ISBN, URL, at most 3
    int initials = 0;          ///< "AB," after a name, "A. B.", at most 3
    int locators = 0;          ///< "12(3):45-67", "pp. 12-15", "S. 5-9", at most 3
    int cues = 0;              ///< "et al", "Available at", "In:", "Press", "(Hrsg.)", at most 3
    int running = 0;           ///< words of running text: "you", "should", "we", at most 3
    bool author_head = false;  ///< begins with a name as lists print it: "Smith J", "SMITH, John", "____."
    bool body_head = false;    ///< begins with a body and the date, "WHO (2019). …", and with no person
    bool quoted = false;       ///< words in double quotes
    bool starts_upper = false;
    bool ends_like_entry = false;  ///< with a stop, a digit or a URL
    bool asks = false;             ///< ends with "?" or "!"
};

/// Linear in the length of the line; looks at its first 2000 bytes only.
ReferenceFeatures reference_features(std::string_view line);

/// How much a whole entry looks like a reference, 0 to 1; a sentence of running text is below 0.3, most
/// references are above 0.7. The weights are set by hand.
double reference_likeness(std::string_view entry);

}  // namespace whereof::article
