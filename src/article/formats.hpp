// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"
#include "article/draft_builder.hpp"
#include "base/result.hpp"

#include <string_view>

/// The readers that article/readers.cpp lists. `head` is at most the first 4096 bytes; each `read` takes the
/// whole file in any encoding (text/encoding.hpp) and gives all of its text, or an Error that says what was
/// expected and what was there.
namespace whereof::article {

bool looks_like_jats(std::string_view head);
Result<Draft> read_jats(std::string_view bytes);

bool looks_like_html(std::string_view head);
Result<Draft> read_html(std::string_view bytes);

bool looks_like_jsonl(std::string_view head);
/// One line, or a file that is one object.
Result<Draft> read_jsonl(std::string_view line);

bool looks_like_markdown(std::string_view head);
Result<Draft> read_markdown(std::string_view bytes);

bool looks_like_pdf(std::string_view head);
/// With the program pdftotext, in a child process.
Result<Draft> read_pdf(std::string_view bytes);

bool looks_like_epub(std::string_view head);
Result<Draft> read_epub(std::string_view bytes);

bool looks_like_odt(std::string_view head);
Result<Draft> read_odt(std::string_view bytes);

/// Any zip archive that no other reader claims; `read` tells what else it may be.
bool looks_like_docx(std::string_view head);
Result<Draft> read_docx(std::string_view bytes);

bool looks_like_text(std::string_view head);
Result<Draft> read_text(std::string_view bytes);

/// Divides plain text into blocks of `builder`; offsets are bytes into `text`.
void append_text_blocks(std::string_view text, DraftBuilder& builder);

/// Gives `builder` the blocks of a piece of HTML; `source_offset` is where the piece starts. What a page says
/// of itself (title, date, canonical URL) goes to the draft only when `is_page`.
void append_html(std::string_view html, std::size_t source_offset, bool is_page, DraftBuilder& builder);

}  // namespace whereof::article
