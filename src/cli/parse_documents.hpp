// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace whereof::cli {

/// What became of one line of `parse --documents`.
struct DocumentAnswer {
    std::optional<Error> error;
    bool read = false;  ///< false: nothing of it could be used; true beside an error: some of it
};

/// Answers {"id","lines":[…]}: appends {"id","labels":["R"|"O" per line],"references":[strings]} and "\n" to
/// `out`, with empty lists when the line cannot be read. Lines that are no strings count as blank ones, and
/// an error says how many they were. `number` is the id of a document that has none.
DocumentAnswer append_document(std::string& out, std::string_view line, std::size_t number);

}  // namespace whereof::cli
