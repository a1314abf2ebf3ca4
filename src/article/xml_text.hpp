// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"
#include "text/entities.hpp"

#include <cstddef>
#include <string_view>

namespace whereof::article {

using text::decode_entities;
using text::read_entity;

/// Puts XML text into the builder, entities read; `source_offset` is where the raw text stands.
void append_xml_text(std::string_view raw, std::size_t source_offset, DraftBuilder& builder);

}  // namespace whereof::article
