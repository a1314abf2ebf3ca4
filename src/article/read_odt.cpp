// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/odt_reader.hpp"
#include "article/xml_part.hpp"
#include "article/zip_files.hpp"

#include <fmt/core.h>

namespace whereof::article {
namespace {

constexpr std::string_view kText = "an OpenDocument text (ODT)";

bool is_wanted(std::string_view name) {
    return name == "content.xml" || name == "styles.xml" || name == "META-INF/manifest.xml";
}

}  // namespace

bool looks_like_odt(std::string_view head) {
    // The type stands unpacked in the first file of the archive.
    return head.starts_with("PK\x03\x04") &&
           head.substr(0, 128).find("application/vnd.oasis.opendocument.text") != std::string_view::npos;
}

Result<Draft> read_odt(std::string_view bytes) {
    const auto files = read_zip_files(bytes, kText, is_wanted);
    if (!files) {
        return files.error();
    }
    const auto manifest = files->find("META-INF/manifest.xml");
    if (manifest != files->end() && manifest->second.find("encryption-data") != std::string::npos) {
        return Error{fmt::format("expected {}, found an encrypted one: save it without a password", kText)};
    }
    const auto content = files->find("content.xml");
    if (content == files->end()) {
        return Error{fmt::format("expected {}, found an archive without content.xml: save it again", kText)};
    }
    pugi::xml_document document;
    if (const auto wrong = load_xml_part(content->second, document)) {
        return Error{fmt::format("expected {}, found content.xml with {}: save it again", kText, *wrong)};
    }
    DraftBuilder builder({});
    pugi::xml_document styles;
    if (const auto part = files->find("styles.xml"); part != files->end()) {
        if (const auto wrong = load_xml_part(part->second, styles)) {
            builder.warn(fmt::format("The part styles.xml of the document was not read ({}).", *wrong));
        }
    }
    OdtReader reader(builder);
    reader.read(document, styles);
    Draft draft = builder.finish();
    number_paragraphs(draft);
    reader.place(draft);
    draft.format = "odt";
    return draft;
}

}  // namespace whereof::article
