// SPDX-License-Identifier: MIT
#pragma once

#include "article/citation_fields.hpp"

#include <string_view>
#include <vector>

namespace whereof::article {

/// The works of a citation that EndNote has put into a document: <EndNote><Cite><record>…</record></Cite>
/// </EndNote>, the records in EndNote's XML. Empty when it is no such thing.
std::vector<FieldItem> read_endnote_cite(std::string_view xml);

}  // namespace whereof::article
