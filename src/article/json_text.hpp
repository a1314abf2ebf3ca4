// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"

#include <string_view>
#include <vector>

namespace whereof::article {

/// Where the decoded value of a string member of a JSON object stands in the object's source, for
/// DraftBuilder::finish. `json` is valid JSON; of several members called `key` the first counts. Empty when
/// there is no such string. Escapes beyond four million are not followed.
std::vector<OffsetPair> map_json_string(std::string_view json, std::string_view key);

/// The byte at which the value of the object's member `key` begins; json.size() when it has none.
std::size_t find_json_member(std::string_view json, std::string_view key);

}  // namespace whereof::article
