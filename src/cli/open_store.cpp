// SPDX-License-Identifier: MIT
#include "cli/open_store.hpp"

#include "base/io.hpp"
#include "cli/paths.hpp"

#include <cerrno>

namespace whereof::cli {

std::unique_ptr<store::Store> open_existing_store(const Context& context, const std::string& db_option) {
    const auto path = store_path(context, db_option);
    if (!std::filesystem::exists(path)) {
        throw IoError(path, "open the store (make one with whereof add PATH)", ENOENT);
    }
    return store::open_store(path);
}

}  // namespace whereof::cli
