// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// The byte at which the value of the object's member `key` begins; json.size() when it has none. Of several
/// members called `key` the first counts. Here and below `json` is valid JSON.
std::size_t find_json_member(std::string_view json, std::string_view key);

/// The bytes at which the elements of the array that begins at `at` begin; none where no array does.
std::vector<std::size_t> json_elements(std::string_view json, std::size_t at);

/// Appends to `map` where the value of the string that begins at `at` stands, for DraftBuilder::finish; its
/// first byte is `decoded` of the decoded text. Nothing where no string begins. Escapes that would make the
/// map longer than four million are not followed.
void map_json_string(std::string_view json, std::size_t at, std::size_t decoded,
                     std::vector<OffsetPair>& map);

/// The same text where halves of surrogate pairs are U+FFFD and the last digits of integers of more than 18
/// are
/// ".0": what some writers take for JSON, each byte still in its place. Absent where there are none.
std::optional<std::string> mended_json(std::string_view json);

}  // namespace whereof::article
