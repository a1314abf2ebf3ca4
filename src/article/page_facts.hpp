// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace whereof::article {

/// "2024-05-12" of "2024-05-12T08:00:00Z", "2024/05/12", "May 12, 2024", "12 May 2024", "5/31/2024" (where
/// one number cannot be a month); "2024-05" and "2024" when no more is said. Empty when it is no date.
std::string iso_date(std::string_view text);

/// What a web page says of itself, in the many places where pages say it. The most trusted place wins, and
/// of two equal ones the first.
class PageFacts {
  public:
    /// A meta element: its name, property or itemprop, and its content.
    void add_meta(std::string_view name, std::string_view content);
    /// The text of a script of type application/ld+json.
    void add_json_ld(std::string_view json);
    void add_title(std::string_view text) { put(title, 2, text); }
    void add_canonical(std::string_view address) { put(url, 3, address); }
    void add_language(std::string_view tag) { put(language, 3, tag); }
    void add_time(std::string_view text) { put(date, 1, iso_date(text)); }
    /// A heading of the first level; `in_article`: inside main or article.
    void add_heading(std::string_view text, bool in_article);

    /// Fills the fields of `draft` that are still empty.
    void write_to(Draft& draft) const;
    [[nodiscard]] const std::string& address() const noexcept { return values_[url].text; }

  private:
    enum Fact : std::uint8_t { title, site, url, DOI, date, language, fact_count };
    struct Value {
        std::string text;
        int trust = 0;
    };
    void put(Fact fact, int trust, std::string_view text);
    std::array<Value, fact_count> values_;
};

}  // namespace whereof::article
