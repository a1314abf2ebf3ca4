// SPDX-License-Identifier: MIT
#include "formats/pubmed_xml.hpp"

#include "formats/medline_text.hpp"
#include "formats/pubmed_item.hpp"
#include "formats/understand.hpp"
#include "formats/written_values.hpp"
#include "formats/xml_records.hpp"

#include <array>

#include <pugixml.hpp>

namespace whereof::formats {

bool looks_like_pubmed_xml(std::string_view head) {
    constexpr std::array<std::string_view, 3> kSets{"<PubmedArticleSet", "<MedlineCitationSet",
                                                    "<PubmedBookArticleSet"};
    for (const std::string_view set : kSets) {
        if (head.find(set) != std::string_view::npos) {
            return true;
        }
    }
    return XmlRecords::holds_record(head, kPubmedRecords);
}

Items read_pubmed_xml(std::string_view file) {
    static constexpr std::span<const std::string_view> kWorks = std::span(kPubmedRecords).first(3);
    return read_xml_records(file, kWorks, [](const pugi::xml_node& record) -> Result<ReadEntry> {
        bib::Item item = pubmed_item(record);
        if (item.PMID.empty() && item.title.empty()) {
            return Error{"expected a PMID or a title, found neither"};
        }
        item.title = medline_title(on_one_line(item.title));
        take_serials(item, std::exchange(item.ISSN, {}));
        std::string key = item.PMID;
        return ReadEntry{std::move(item), std::move(key), {}};
    });
}

}  // namespace whereof::formats
