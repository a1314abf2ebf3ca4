// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "formats/formats.hpp"
#include "formats/text_lists.hpp"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace whereof::serve {

struct IdentifiersName {
    std::string_view name;
    formats::Identifiers identifiers;
};
/// What --ids, the page and the agents' tool can ask for.
inline constexpr std::array kIdentifiers{
    IdentifiersName{"none", formats::Identifiers::none},
    IdentifiersName{"doi", formats::Identifiers::DOI},
    IdentifiersName{"pmid", formats::Identifiers::PMID},
    IdentifiersName{"all", formats::Identifiers::all},
};

/// A CSL-JSON list in the CSL style of that name, one entry a line. Fails where there is no such style, or no
/// program that knows them.
using RenderStyle = std::function<Result<std::string>(std::string_view csl_json, const std::string& style)>;

/// How a reference list is to be written.
struct ListWishes {
    std::string format;  ///< one that is written; "" with a style
    std::string style;   ///< a CSL style in its place, or empty
    std::string ids;     ///< one of kIdentifiers, or empty: as the style has it
};

/// What is wrong with the wishes together; absent when nothing.
std::optional<std::string> fault_of(const ListWishes& wishes);

/// The whole list, without characters that turn a line's order round where the format cannot escape them.
/// `render` may be empty: then there are no styles.
Result<std::string> write_list(std::span<const formats::Entry> entries, const ListWishes& wishes,
                               const RenderStyle& render);

}  // namespace whereof::serve
