// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::serve {

/// A field of a form. Its bytes are views into the body.
struct FormPart {
    std::string name;
    std::string file_name;  ///< as the browser has it, without folders; empty when it is no file
    std::string_view bytes;
};

inline constexpr std::size_t kMostParts = 100;

/// Reads a body of multipart/form-data (RFC 7578) by its Content-Type. Linear in the body. Fails on another
/// type, a boundary that is none (RFC 2046: 1 to 70 bytes), a body that does not end as it should, and more
/// than kMostParts fields.
Result<std::vector<FormPart>> read_multipart(std::string_view content_type, std::string_view body);

}  // namespace whereof::serve
