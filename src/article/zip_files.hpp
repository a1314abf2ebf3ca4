// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace whereof::article {

/// What an archive may hold before it is taken for a trap. Documents unpack to five to twenty times their
/// size; a bomb to a thousand times.
struct ZipLimits {
    std::size_t entries = 4'000;
    /// Of the wanted files together. The XML of a thesis is 10 MB; parsed, XML takes up to 16 times its size.
    std::size_t unpacked_bytes = std::size_t{64} << 20U;
    std::size_t ratio = 200;  ///< unpacked to packed, of the wanted files together, above kFreeBytes
};
/// What any archive may unpack to, whatever its ratio: a short document of many like lines is no trap.
inline constexpr std::size_t kZipFreeBytes = std::size_t{4} << 20U;

/// The text files of a zip archive by their names; of two with one name the first.
using ZipFiles = std::map<std::string, std::string, std::less<>>;

/// Unpacks the files for which `wanted` says true. Pictures and fonts are passed over unread. An archive that
/// is broken, encrypted or beyond the limits is an Error that says so; `what` names it there ("a Word
/// document").
Result<ZipFiles> read_zip_files(std::string_view bytes, std::string_view what,
                                bool (*wanted)(std::string_view name), const ZipLimits& limits = {});

}  // namespace whereof::article
