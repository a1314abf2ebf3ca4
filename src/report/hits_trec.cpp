// SPDX-License-Identifier: MIT
#include "report/report.hpp"

#include <fmt/format.h>

namespace whereof::report {
namespace {

/// Run files are divided by blanks: blanks, controls and '%' of an id are percent-encoded.
std::string encoded(std::string_view id) {
    std::string out;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || c == '%') {
            out += fmt::format("%{:02X}", byte);
        } else {
            out.push_back(c);
        }
    }
    return out.empty() ? "%00" : out;
}

}  // namespace

std::string hits_trec(std::span<const search::Hit> hits, std::string_view query_id) {
    std::string out;
    for (const search::Hit& hit : hits) {
        out += fmt::format("{} Q0 {} {} {:.9g} whereof\n", encoded(query_id), encoded(hit.id), hit.rank,
                           hit.score);
    }
    return out;
}

}  // namespace whereof::report
