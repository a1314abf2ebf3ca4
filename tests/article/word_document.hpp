// SPDX-License-Identifier: MIT
#pragma once

#include "support/zip.hpp"

#include <string>
#include <utility>
#include <vector>

namespace whereof::article {

/// A Word document with `body` inside <w:body>, and further parts by their names.
inline std::string word_document(const std::string& body,
                                 std::vector<std::pair<std::string, std::string>> parts = {}) {
    parts.insert(parts.begin(), {"word/document.xml",
                                 "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                                 "<w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\"><w:body>" +
                                     body + "<w:sectPr/></w:body></w:document>"});
    parts.insert(parts.begin(), {"[Content_Types].xml", "<Types/>"});
    return test::zip(parts);
}

inline std::string run(const std::string& text, const std::string& properties = {}) {
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
           "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

inline std::string paragraph(const std::string& runs, const std::string& properties = {}) {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs + "</w:p>";
}

/// A field as Word writes it, its code in pieces; `result` is runs.
inline std::string field(const std::string& code, const std::string& result, const std::string& data = {}) {
    const std::size_t half = code.size() / 2;
    return "<w:r><w:fldChar w:fldCharType=\"begin\">" +
           (data.empty() ? "" : "<w:fldData xml:space=\"preserve\">" + data + "</w:fldData>") +
           "</w:fldChar></w:r><w:r><w:instrText xml:space=\"preserve\">" + code.substr(0, half) +
           "</w:instrText></w:r><w:r><w:instrText xml:space=\"preserve\">" + code.substr(half) +
           "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + result +
           "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

}  // namespace whereof::article
