// SPDX-License-Identifier: MIT
#include "authority/pubmed_record.hpp"
#include "authority/record_sink.hpp"
#include "formats/pubmed_item.hpp"
#include "formats/xml_records.hpp"

#include <string>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::authority {

bool looks_like_pubmed(std::string_view head) {
    return head.find("<PubmedArticleSet") != std::string_view::npos ||
           head.find("<MedlineCitationSet") != std::string_view::npos ||
           head.find("<PubmedBookArticleSet") != std::string_view::npos ||
           formats::XmlRecords::holds_record(head, formats::kPubmedRecords);
}

void read_pubmed_file(ByteSource& source, RecordSink& sink) {
    sink.kind("pubmed");
    formats::XmlRecords cutter(source, formats::kPubmedRecords, kLargestRecord);
    formats::XmlRecord record;
    pugi::xml_document document;
    while (cutter.next(record)) {
        if (!record.problem.empty()) {
            sink.skipped(0, record.offset, record.problem);
            continue;
        }
        const auto parsed =
            document.load_buffer(record.text.data(), record.text.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed) {
            sink.skipped(0, record.offset + static_cast<std::uint64_t>(parsed.offset),
                         fmt::format("expected well-formed XML in the {} at byte {}, found: {}", record.name,
                                     record.offset, parsed.description()));
            continue;
        }
        std::string problem = read_pubmed_record(document, sink);
        if (!problem.empty()) {
            sink.skipped(0, record.offset, std::move(problem));
        }
    }
}

}  // namespace whereof::authority
