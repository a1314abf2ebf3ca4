// SPDX-License-Identifier: MIT
#pragma once

namespace whereof::cli {

/// While one lives, the first SIGINT (Ctrl-C) is a wish that the command asks for and says so on stderr; the
/// second does what one did before. Without one, SIGINT does that at once. One at a time.
class OrderlyEnd {
  public:
    OrderlyEnd();
    OrderlyEnd(const OrderlyEnd&) = delete;
    OrderlyEnd& operator=(const OrderlyEnd&) = delete;
    ~OrderlyEnd();

    [[nodiscard]] static bool is_wanted() noexcept;
};

}  // namespace whereof::cli
