// SPDX-License-Identifier: MIT
// Any bytes: names, dates, numbers and titles are read from them; what is normalised stays as it is.
#include "bib/dates.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "bib/titles.hpp"
#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace whereof::bib;

namespace {

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const Name& name : parse_names(text).names) {
        demand(!name.family.empty() || !name.literal.empty());
        demand(whereof::text::is_valid_utf8(name.family + name.given + name.literal));
        demand(!surname(name).empty());
    }
    const Date date = parse_date(text);
    demand(date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31);
    demand(date.year == 0 || date.literal.empty());
    const std::string pages = normalise_pages(text);
    page_range(pages);
    demand(normalise_volume(normalise_volume(text)) == normalise_volume(text));
    demand(normalise_issue(normalise_issue(text)) == normalise_issue(text));
    split_volume_issue(text);
    normalise_edition(text);
    demand(whereof::text::is_valid_utf8(clean_title(text).title));
    clean_container(text);
    return 0;
}
