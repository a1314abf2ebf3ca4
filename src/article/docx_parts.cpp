// SPDX-License-Identifier: MIT
#include "article/docx_parts.hpp"

#include "article/jats_reference.hpp"
#include "article/word_sources.hpp"
#include "article/xml_part.hpp"
#include "article/zip_files.hpp"

#include <fmt/core.h>

namespace whereof::article {
namespace {

constexpr std::string_view kWordDocument = "a Word document (DOCX)";

bool is_wanted(std::string_view name) {
    if (name.find("glossary/") != std::string_view::npos) {
        return false;
    }
    if (name.ends_with(".rels")) {
        return name == "_rels/.rels" || name.starts_with("word/_rels/document");
    }
    if (!name.ends_with(".xml")) {
        return name == "mimetype";
    }
    if (name == "docProps/core.xml" || name == "content.xml" || name == "[Content_Types].xml") {
        return true;
    }
    for (const std::string_view part : {"word/document", "word/styles", "word/numbering", "word/footnotes",
                                        "word/endnotes", "customXml/item"}) {
        if (name.starts_with(part) && name.find("Props") == std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// Another kind of document in a zip archive, by the files that it has.
std::string_view other_kind(const ZipFiles& files) {
    const auto types = files.find("[Content_Types].xml");
    const std::string_view said = types == files.end() ? std::string_view{} : types->second;
    if (said.find("spreadsheetml") != std::string_view::npos) {
        return "an Excel workbook";
    }
    if (said.find("presentationml") != std::string_view::npos) {
        return "a PowerPoint presentation";
    }
    return files.contains("content.xml") ? "an OpenDocument file" : "a ZIP archive without word/document.xml";
}

class DocxOpening {
  public:
    DocxOpening(DocxParts& parts, std::vector<std::string>& warnings) : parts_(parts), warnings_(warnings) {}

    std::optional<Error> open(const ZipFiles& files) {
        const std::string main = main_part(files);
        const auto document = files.find(main);
        if (document == files.end()) {
            return Error{fmt::format("expected {}, found {}: save it as DOCX, HTML or plain text",
                                     kWordDocument, other_kind(files))};
        }
        if (const auto wrong = load_xml_part(document->second, parts_.document)) {
            return Error{fmt::format("expected {}, found {} with {}: open it in Word and save it again",
                                     kWordDocument, main, *wrong)};
        }
        read_properties(files);
        read_relations(files, main);
        for (const auto& [name, text] : files) {
            read_part(name, text);
        }
        return std::nullopt;
    }

  private:
    /// "word/document.xml", or what the package calls its main part.
    static std::string main_part(const ZipFiles& files) {
        constexpr std::string_view kUsual = "word/document.xml";
        const auto relations = files.find("_rels/.rels");
        pugi::xml_document list;
        if (files.contains(kUsual) || relations == files.end() || load_xml_part(relations->second, list)) {
            return std::string(kUsual);
        }
        for (const auto relation : child_of(list, "Relationships").children()) {
            if (attribute_of(relation, "Type").ends_with("/officeDocument")) {
                const auto target = attribute_of(relation, "Target");
                return std::string(target.substr(target.starts_with('/') ? 1 : 0));
            }
        }
        return std::string(kUsual);
    }

    bool load(std::string_view name, std::string_view text, pugi::xml_document& document) {
        if (const auto wrong = load_xml_part(text, document)) {
            warnings_.push_back(fmt::format("The part {} of the document was not read ({}).", name, *wrong));
            return false;
        }
        return true;
    }

    void read_part(const std::string& name, std::string_view text) {
        pugi::xml_document part;
        if (name.starts_with("word/styles") && load(name, text, part)) {
            parts_.styles = WordStyles(part);
        } else if (name.starts_with("word/numbering") && load(name, text, part)) {
            parts_.numbering = WordNumbering(part);
        } else if (name.starts_with("word/footnotes")) {
            load(name, text, parts_.footnotes);
        } else if (name.starts_with("word/endnotes")) {
            load(name, text, parts_.endnotes);
        } else if (name.starts_with("customXml/item") &&
                   text.find("bibliography") != std::string_view::npos && load(name, text, part)) {
            read_word_sources(part, parts_.sources);
        }
    }

    void read_properties(const ZipFiles& files) {
        const auto core = files.find("docProps/core.xml");
        pugi::xml_document part;
        if (core != files.end() && !load_xml_part(core->second, part)) {
            parts_.title = plain_text(find_element(part, "title"));
        }
    }

    void read_relations(const ZipFiles& files, std::string_view main) {
        const auto slash = main.rfind('/');
        const auto found = files.find("word/_rels/" + std::string(main.substr(slash + 1)) + ".rels");
        pugi::xml_document list;
        if (found == files.end() || !load(found->first, found->second, list)) {
            return;
        }
        for (const auto relation : child_of(list, "Relationships").children()) {
            if (attribute_of(relation, "Type").ends_with("/hyperlink")) {
                parts_.links.emplace(attribute_of(relation, "Id"), attribute_of(relation, "Target"));
            }
        }
    }

    DocxParts& parts_;
    std::vector<std::string>& warnings_;
};

}  // namespace

std::optional<Error> read_docx_parts(std::string_view bytes, DocxParts& parts,
                                     std::vector<std::string>& warnings) {
    const auto files = read_zip_files(bytes, kWordDocument, is_wanted);
    if (!files) {
        return files.error();
    }
    return DocxOpening(parts, warnings).open(*files);
}

}  // namespace whereof::article
