// SPDX-License-Identifier: MIT
#pragma once

#include "bib/features.hpp"
#include "bib/labels.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::bench {

/// One labelled reference, as scripts/label_references.py and scripts/render_references.py write it.
struct Labelled {
    std::string set;
    std::string document;
    std::string raw;
    struct Field {
        std::string label;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::vector<Field> fields;
};

std::vector<Labelled> read_labelled(const std::string& path);

/// Which of `folds` parts a document belongs to; the same in every program and run.
unsigned fold_of(std::string_view document, unsigned folds);

/// Gives every token its label: those inside a field the field's; marks and announcing words ("pp.", "Vol.")
/// by their neighbours; others `cue` or `note`.
std::vector<bib::Label> label_tokens(std::string_view raw, const std::vector<bib::Token>& tokens,
                                     const std::vector<Labelled::Field>& fields);

}  // namespace whereof::bench
