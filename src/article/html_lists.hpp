// SPDX-License-Identifier: MIT
#pragma once

#include "article/html_feed.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// The lists that are open in an HTML page, and how they number their items.
class HtmlLists {
  public:
    void open(bool ordered, const HtmlAttributes& attributes);
    void close();
    [[nodiscard]] std::uint32_t depth() const noexcept { return static_cast<std::uint32_t>(lists_.size()); }
    [[nodiscard]] bool ordered() const noexcept { return !lists_.empty() && lists_.back().ordered; }
    /// "3", "c", "iii" as the list's type says, "•" in lists without numbers. `value` is the item's own
    /// number.
    std::string next_label(std::string_view value);

  private:
    struct List {
        bool ordered = false;
        char type = '1';
        int next = 1;
        int step = 1;
    };
    std::vector<List> lists_;
};

}  // namespace whereof::article
