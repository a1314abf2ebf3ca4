// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"

#include <filesystem>
#include <memory>

namespace whereof::authority {

/// The authority that ships in the binary: some hundred works on back pain and physiotherapy, so that a fresh
/// machine verifies something. It says of itself that it is a sample (AuthorityInfo::sample).
///
/// Its index is built into `cache_folder` on first use, under a name with the digest of the records, and only
/// opened later on. A folder that is empty, absent and not to be made, or not to be written, costs nothing
/// but time: the index is then built in memory.
std::unique_ptr<Authority> open_sample(const std::filesystem::path& cache_folder);

}  // namespace whereof::authority
