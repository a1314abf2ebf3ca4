// SPDX-License-Identifier: MIT
// Run by the build: works out what would take milliseconds at every start of the program, and writes it as it
// lies in memory: the slots of a journal table (src/bib/journal_slots.hpp), the pilots of the parser's
// weights (src/bib/feature_places.hpp). usage: pack_tables journals.tsv slots.bin parser.bin pilots.bin
#include "base/io.hpp"
#include "bib/feature_places.hpp"
#include "bib/journal_slots.hpp"

#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

constexpr std::uintmax_t kMostBytes = 1U << 30U;

template <typename Element>
void write(const char* path, const std::vector<Element>& elements) {
    whereof::write_file_atomic(
        path, {reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(Element)});
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::fputs("usage: pack_tables journals.tsv slots.bin parser.bin pilots.bin\n", stderr);
        return 2;
    }
    try {
        write(argv[2], whereof::bib::make_journal_slots(whereof::read_file(argv[1], kMostBytes)));
        const std::string weights = whereof::read_file(argv[3], kMostBytes);
        write(argv[4], whereof::bib::find_pilots(whereof::bib::features_of(weights)));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "pack_tables: %s\n", error.what());
        return 2;
    }
}
