// SPDX-License-Identifier: MIT
// Makes the parser's lexicon: build_lexicon WORDS.tsv OUT, where each line of WORDS is role TAB text.
#include "bib/lexicon.hpp"

#include <array>
#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    using whereof::bib::Role;
    if (argc != 3) {
        std::cerr << "usage: build_lexicon WORDS.tsv OUT\n";
        return 2;
    }
    constexpr std::array<std::string_view, whereof::bib::kRoleCount> kRoles{"surname", "given", "journal",
                                                                            "title",   "place", "publisher"};
    whereof::bib::LexiconMaker maker;
    std::ifstream in(argv[1]);
    for (std::string line; std::getline(in, line);) {
        const auto tab = line.find('\t');
        for (std::size_t role = 0; role < kRoles.size(); ++role) {
            if (line.substr(0, tab) == kRoles[role]) {
                maker.add(static_cast<Role>(role), std::string_view(line).substr(tab + 1));
            }
        }
    }
    const std::string file = maker.file();
    std::ofstream(argv[2], std::ios::binary) << file;
    std::cerr << file.size() << " bytes\n";
    return 0;
}
