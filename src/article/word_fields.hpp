// SPDX-License-Identifier: MIT
#pragma once

#include "article/citation_fields.hpp"
#include "article/cited_items.hpp"
#include "article/draft_builder.hpp"
#include "bib/item.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// The fields that are open at a place in a Word document, one inside the other: first their codes are
/// written, then the results that a reader sees. They may reach over paragraphs.
class WordFields {
  public:
    /// `sources`: Word's own, by tag.
    WordFields(DraftBuilder& builder, CitedItems& cited, const std::map<std::string, bib::Item>& sources)
        : builder_(builder), cited_(cited), sources_(sources) {}

    /// `data`: what Word keeps beside the code, in base64.
    void begin(std::string_view data = {});
    void add_code(std::string_view text);
    /// The code is written, what follows is the result.
    void separate();
    void end();

    /// A piece of text whose code is known from elsewhere, until the next end().
    void begin_result(const FieldCode& code);

    /// A paragraph ends: no code and no citation reaches over its end, so that one without an end hides or
    /// marks no more than that.
    void end_paragraph();
    /// A heading begins: no table of contents reaches over one.
    void end_contents();

    /// Text that stands here is seen by a reader: no code, and no table of contents.
    [[nodiscard]] bool is_shown() const noexcept { return hidden_ == 0; }
    /// Paragraphs that begin here are entries of the reference list.
    [[nodiscard]] bool in_bibliography() const noexcept { return bibliographies_ > 0; }

  private:
    struct Field {
        std::string code, data;
        FieldKind kind = FieldKind::other;
        bool in_result = false;
        bool has_inline = false;
    };
    void open(Field& field, const FieldCode& code);
    void end_inline(Field& field);
    std::string targets(const FieldCode& code);

    static constexpr std::size_t kMostOpen = 64;
    static constexpr std::size_t kLongestCode = std::size_t{16} << 20U;
    DraftBuilder& builder_;
    CitedItems& cited_;
    const std::map<std::string, bib::Item>& sources_;
    std::vector<Field> open_;
    std::size_t skipped_ = 0;  ///< open beyond kMostOpen
    std::size_t hidden_ = 0;
    std::size_t bibliographies_ = 0;
};

}  // namespace whereof::article
