// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace whereof::article {

/// The place of a paragraph in a numbered list: w:numPr.
struct WordNumber {
    std::string id;  ///< w:numId; "0" takes a number off
    std::uint32_t level = 0;
};

/// What a style, or the properties of one paragraph or run, say that matters for reading.
struct WordStyle {
    std::uint32_t heading = 0;  ///< level from 1; 0 for text
    bool is_title = false;
    std::optional<WordNumber> number;
    std::optional<bool> superscript, italic, bold, hidden;

    /// Takes what `own` says over what this says.
    void override_with(const WordStyle& own);
};

/// Reads w:pPr (its own w:rPr left out) or w:rPr.
WordStyle read_word_properties(pugi::xml_node properties);

/// The styles of a Word document (styles.xml). Built-in styles have English names whatever the language of
/// Word, only their ids are translated.
class WordStyles {
  public:
    WordStyles() = default;
    explicit WordStyles(pugi::xml_node styles);
    /// The style of that id with all that it is based on; a plain one when there is none.
    [[nodiscard]] const WordStyle& find(std::string_view id) const;
    /// The language of the document, "en-US", or empty.
    [[nodiscard]] const std::string& language() const noexcept { return language_; }

  private:
    std::unordered_map<std::string, WordStyle> styles_;
    std::string language_;
};

}  // namespace whereof::article
