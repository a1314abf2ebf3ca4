// SPDX-License-Identifier: MIT
#include "base/embedded.hpp"

#include <algorithm>
#include <cassert>

namespace whereof {
namespace {

struct Row {
    const char* name;
    const char* sha256;
    const char* begin;
    const char* end;
};

#include "embedded_table.inc"

}  // namespace

const std::vector<EmbeddedFile>& embedded_files() {
    static const std::vector<EmbeddedFile> files = [] {
        std::vector<EmbeddedFile> out;
        for (const Row* row = kRows; row->name != nullptr; ++row) {
            out.push_back(
                {row->name, row->sha256, {row->begin, static_cast<std::size_t>(row->end - row->begin)}});
        }
        std::ranges::sort(out, {}, &EmbeddedFile::name);
        return out;
    }();
    return files;
}

const EmbeddedFile& embedded_file(std::string_view name) {
    const auto& files = embedded_files();
    const auto found = std::ranges::lower_bound(files, name, {}, &EmbeddedFile::name);
    assert(found != files.end() && found->name == name);
    return *found;
}

std::vector<EmbeddedFile> embedded_under(std::string_view prefix) {
    std::vector<EmbeddedFile> out;
    for (const auto& file : embedded_files()) {
        if (file.name.starts_with(prefix)) {
            out.push_back(file);
        }
    }
    return out;
}

}  // namespace whereof
