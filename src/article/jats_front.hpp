// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"

#include <pugixml.hpp>

namespace whereof::article {

/// Fills id (PMC number, else DOI, else PMID), title, journal, DOI, date, URL and language from the front
/// matter of a JATS or NLM article.
void read_jats_front(pugi::xml_node article, Draft& draft);

}  // namespace whereof::article
