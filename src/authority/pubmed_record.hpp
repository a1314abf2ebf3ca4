// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record_sink.hpp"

#include <string>

namespace pugi {
class xml_document;
}

namespace whereof::authority {

/// Gives the sink what one PubmedArticle, MedlineCitation, PubmedBookArticle or DeleteCitation says: the
/// record, its editorial events (publication types and CommentsCorrections, those on notices turned to the
/// work they are about), PMIDs taken back. Returns why it is no record, or nothing.
std::string read_pubmed_record(const pugi::xml_document& document, RecordSink& sink);

}  // namespace whereof::authority
