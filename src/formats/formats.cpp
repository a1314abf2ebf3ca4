// SPDX-License-Identifier: MIT
#include "formats/formats.hpp"

#include "formats/bibtex.hpp"
#include "formats/csl_list.hpp"
#include "formats/ris.hpp"
#include "formats/text_lists.hpp"

#include <algorithm>
#include <array>

namespace whereof::formats {
namespace {

// A new format: one file beside this one, its declaration above, and one row here.
constexpr std::array kFormats{
    Format{"ama", ".txt", "AMA text, numbered", write_ama},
    Format{"apa", ".txt", "APA text, by the alphabet", write_apa},
    Format{"bibtex", ".bib", "BibTeX", write_bibtex},
    Format{"csl-json", ".json", "CSL-JSON 1.0.2", write_csl_list},
    Format{"ris", ".ris", "RIS", write_ris},
    Format{"vancouver", ".txt", "Vancouver (NLM) text, one entry a line", write_vancouver},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
    const auto found = std::ranges::find(kFormats, name, &Format::name);
    return found != kFormats.end() ? &*found : nullptr;
}

}  // namespace whereof::formats
