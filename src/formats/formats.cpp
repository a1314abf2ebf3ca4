// SPDX-License-Identifier: MIT
#include "formats/formats.hpp"

#include "formats/bibtex.hpp"
#include "formats/csl_list.hpp"
#include "formats/csv.hpp"
#include "formats/endnote.hpp"
#include "formats/enw.hpp"
#include "formats/nbib.hpp"
#include "formats/pubmed_xml.hpp"
#include "formats/ris.hpp"
#include "formats/text_lists.hpp"
#include "formats/web_of_science.hpp"

#include <algorithm>
#include <array>

namespace whereof::formats {
namespace {

// A new format: one file beside this one, its declaration above, and one row here.
constexpr std::array kFormats{
    Format{"ama", ".txt", "AMA text, numbered", write_ama},
    Format{"apa", ".txt", "APA text, one entry a line", write_apa},
    Format{"biblatex", ".bib", "biblatex", write_biblatex, read_bibtex},
    Format{"bibtex", ".bib", "BibTeX", write_bibtex, read_bibtex, looks_like_bibtex},
    Format{"csl-json", ".json", "CSL-JSON 1.0.2", write_csl_list, read_csl_list, looks_like_csl_list},
    Format{"csv", ".csv", "CSV with a header row", write_csv, read_csv, looks_like_csv},
    Format{"endnote", ".xml", "EndNote XML", write_endnote, read_endnote, looks_like_endnote},
    Format{"enw", ".enw", "EndNote's tagged files", nullptr, read_enw, looks_like_enw},
    Format{"nbib", ".nbib", "MEDLINE/PubMed", write_nbib, read_nbib, looks_like_nbib},
    Format{"pubmed", ".xml", "PubMed XML", nullptr, read_pubmed_xml, looks_like_pubmed_xml},
    Format{"ris", ".ris", "RIS", write_ris, read_ris, looks_like_ris},
    Format{"vancouver", ".txt", "Vancouver (NLM) text, numbered", write_vancouver},
    Format{"wos", ".ciw", "Web of Science's tagged files", nullptr, read_web_of_science,
           looks_like_web_of_science},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
    const auto found = std::ranges::find(kFormats, name, &Format::name);
    return found != kFormats.end() ? &*found : nullptr;
}

const Format* recognise_format(std::string_view file) {
    const std::string_view head = file.substr(0, kHeadBytes);
    const auto found = std::ranges::find_if(kFormats, [&](const Format& format) {
        return format.recognises != nullptr && format.recognises(head);
    });
    return found != kFormats.end() ? &*found : nullptr;
}

}  // namespace whereof::formats
