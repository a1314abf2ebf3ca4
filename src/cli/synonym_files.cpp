// SPDX-License-Identifier: MIT
#include "cli/synonym_files.hpp"

#include "base/io.hpp"
#include "cli/failure.hpp"
#include "cli/paths.hpp"

#include <filesystem>

namespace whereof::cli {
namespace {

constexpr std::uintmax_t kLongestTable = std::uintmax_t{256} << 20U;  ///< bytes

}  // namespace

std::optional<search::Synonyms> read_synonyms(const Context& context, const std::string& db_option,
                                              const std::vector<std::string>& files) {
    std::vector<std::filesystem::path> tables(files.begin(), files.end());
    const auto beside = store_path(context, db_option).parent_path() / "synonyms.tsv";
    if (std::filesystem::exists(beside)) {
        tables.insert(tables.begin(), beside);
    }
    std::optional<search::Synonyms> out;
    for (const auto& table : tables) {
        if (!out) {
            out = search::Synonyms::shipped();
        }
        if (const auto added = out->add(read_file(table, kLongestTable), table.string()); !added) {
            throw Refusal({added.error().what, table.string(), {}});
        }
    }
    return out;
}

}  // namespace whereof::cli
