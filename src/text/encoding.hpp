// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whereof::text {

/// Bytes read as text.
class Decoded {
  public:
    /// Text that stands in `bytes` as it is, which must outlive this object.
    Decoded(std::string_view bytes, std::string encoding) : view_(bytes), encoding_(std::move(encoding)) {}
    Decoded(std::string owned, std::string encoding, std::size_t malformed)
        : owned_(std::move(owned)), encoding_(std::move(encoding)), malformed_(malformed), owns_(true) {}

    /// Valid UTF-8 without a byte-order mark.
    [[nodiscard]] std::string_view text() const noexcept { return owns_ ? std::string_view(owned_) : view_; }
    /// "UTF-8", "windows-1252", or the declared name as it was written.
    [[nodiscard]] const std::string& encoding() const noexcept { return encoding_; }
    /// Sequences that the encoding does not know and that became U+FFFD.
    [[nodiscard]] std::size_t malformed() const noexcept { return malformed_; }

  private:
    std::string_view view_;
    std::string owned_;
    std::string encoding_;
    std::size_t malformed_ = 0;
    bool owns_ = false;
};

/// Reads bytes of any encoding: the byte-order mark decides, else `declared` (a charset name of an HTML meta
/// or XML declaration, empty when there is none), else UTF-8 where the bytes are valid, else windows-1252. A
/// declaration is overruled by the bytes in two cases: text that is valid UTF-8 with characters beyond ASCII
/// is UTF-8 whatever single-byte charset it claims, and bytes that are no UTF-8 are not UTF-8 by claiming it.
/// Text that is nearly all UTF-8 (more good sequences than bad ones) stays UTF-8, its bad ones U+FFFD. Cost
/// linear; no copy when the bytes are UTF-8 already.
Decoded decode(std::string_view bytes, std::string_view declared = {});

/// Whether bytes without a mark look like UTF-16: "LE", "BE", or empty. In the first 1024 bytes, a third of
/// the bytes at even (BE) or odd (LE) places are zero, and none at the others.
std::string_view guess_utf16(std::string_view bytes) noexcept;

/// The charset named by an XML declaration or an HTML meta element in the first 1024 bytes; empty when none
/// is.
std::string_view declared_charset(std::string_view bytes) noexcept;

}  // namespace whereof::text
