// SPDX-License-Identifier: MIT
#include "article/endnote_cite.hpp"

#include "article/jats_reference.hpp"
#include "article/xml_part.hpp"
#include "formats/endnote.hpp"

#include <string>
#include <utility>

namespace whereof::article {
namespace {

/// A number for one work, in one library of EndNote's.
std::string key_of(std::string_view record) {
    pugi::xml_document document;
    if (load_xml_part(record, document)) {
        return std::string(record);
    }
    const auto library = attribute_of(find_element(document, "key"), "db-id");
    return "endnote " + std::string(library) + " " + plain_text(find_element(document, "rec-number"));
}

}  // namespace

std::vector<FieldItem> read_endnote_cite(std::string_view xml) {
    constexpr std::string_view kEnd = "</record>";
    std::vector<FieldItem> items;
    for (std::size_t at = xml.find("<record>"); at != std::string_view::npos; at = xml.find("<record>", at)) {
        const std::size_t end = xml.find(kEnd, at);
        if (end == std::string_view::npos) {
            break;
        }
        const auto record = xml.substr(at, end + kEnd.size() - at);
        const auto file = "<xml><records>" + std::string(record) + "</records></xml>";
        for (auto& entry : formats::read_endnote(file)) {
            if (entry && !entry->item.title.empty()) {
                items.push_back({key_of(record), std::move(entry->item)});
            }
        }
        at = end;
    }
    return items;
}

}  // namespace whereof::article
