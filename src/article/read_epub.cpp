// SPDX-License-Identifier: MIT
#include "article/formats.hpp"
#include "article/html_reader.hpp"
#include "article/jats_reference.hpp"
#include "article/page_facts.hpp"
#include "article/xml_part.hpp"
#include "article/zip_files.hpp"
#include "text/encoding.hpp"

#include <map>
#include <string>
#include <vector>

#include <fmt/core.h>

namespace whereof::article {
namespace {

constexpr std::string_view kBook = "an EPUB";

bool is_wanted(std::string_view name) {
    for (const std::string_view end : {".opf", ".xhtml", ".html", ".htm", ".xml"}) {
        if (name.ends_with(end)) {
            return true;
        }
    }
    return false;
}

Error refused(std::string_view found) {
    return Error{fmt::format("expected {}, found {}: make the book anew, or save it as HTML", kBook, found)};
}

/// "OEBPS/text/a.xhtml" of "text/a%20b.xhtml#x" beside "OEBPS/content.opf".
std::string path_of(std::string_view base, std::string_view reference) {
    std::string out(base.substr(0, base.rfind('/') + 1));
    reference = reference.substr(0, reference.find('#'));
    for (std::size_t at = 0; at < reference.size(); ++at) {
        if (reference.substr(at).starts_with("../")) {
            const auto slash = out.size() < 2 ? std::string::npos : out.rfind('/', out.size() - 2);
            out.resize(slash == std::string::npos ? 0 : slash + 1);
            at += 2;
        } else if (reference.substr(at).starts_with("%20")) {
            out += ' ';
            at += 2;
        } else {
            out += reference[at];
        }
    }
    return out;
}

/// What the package file of a book says: its facts, and its pages in the order in which they are read.
class EpubPackage {
  public:
    EpubPackage(std::string path, const pugi::xml_document& package) : path_(std::move(path)) {
        const auto root = child_of(package, "package");
        const auto facts = child_of(root, "metadata");
        title_ = plain_text(child_of(facts, "title"));
        language_ = plain_text(child_of(facts, "language"));
        date_ = iso_date(plain_text(child_of(facts, "date")));
        std::map<std::string, std::string, std::less<>> files;
        for (const auto item : child_of(root, "manifest").children()) {
            // The table of contents of EPUB 3 is a page too.
            if (local_name(item) == "item" && attribute_of(item, "properties") != "nav") {
                files.emplace(attribute_of(item, "id"), path_of(path_, attribute_of(item, "href")));
            }
        }
        for (const auto item : child_of(root, "spine").children()) {
            const auto file = files.find(attribute_of(item, "idref"));
            if (file != files.end()) {
                pages_.push_back(file->second);
            }
        }
    }

    [[nodiscard]] const std::vector<std::string>& pages() const noexcept { return pages_; }
    void write_to(Draft& draft) const {
        draft.title = title_.empty() ? draft.title : title_;
        // "C" is the language of a program that was not told any.
        draft.language = language_.size() < 2 ? draft.language : language_;
        draft.date = date_.empty() ? draft.date : date_;
    }

  private:
    std::string path_, title_, language_, date_;
    std::vector<std::string> pages_;
};

/// Gives the pages of a book one name space for their ids, so that a link leads to its own page's note:
/// id "n3" of the second page is "2:n3", and so are "#n3" there and "second.xhtml#n3" elsewhere.
class BookEvents final : public HtmlEvents {
  public:
    BookEvents(HtmlEvents& reader, const std::vector<std::string>& pages) : reader_(reader) {
        for (std::size_t i = 0; i < pages.size(); ++i) {
            numbers_.emplace(pages[i], i);
        }
    }
    void open_page(const std::string& name) { page_ = name; }

    void start(std::string_view name, const HtmlAttributes& attributes) override {
        std::vector<std::string> values;
        std::vector<const unsigned char*> pairs;
        for (auto pair = attributes.pairs(); pair != nullptr && *pair != nullptr; pair += 2) {
            values.push_back(rewritten(text_of(pair[0]), pair[1] == nullptr ? "" : text_of(pair[1])));
        }
        auto value = values.begin();
        for (auto pair = attributes.pairs(); pair != nullptr && *pair != nullptr; pair += 2) {
            pairs.push_back(pair[0]);
            pairs.push_back(pair[1] == nullptr ? nullptr
                                               : reinterpret_cast<const unsigned char*>(value->c_str()));
            ++value;
        }
        pairs.push_back(nullptr);
        reader_.start(name, HtmlAttributes(pairs.data()));
    }
    void end(std::string_view name) override { reader_.end(name); }
    void text(std::string_view piece, std::size_t offset) override { reader_.text(piece, offset); }

  private:
    static std::string_view text_of(const unsigned char* text) { return reinterpret_cast<const char*>(text); }

    [[nodiscard]] std::string anchor(const std::string& page, std::string_view id) const {
        const auto found = numbers_.find(page);
        return found == numbers_.end() ? std::string() : fmt::format("{}:{}", found->second + 1, id);
    }

    [[nodiscard]] std::string rewritten(std::string_view name, std::string_view value) const {
        if (name == "id" || name == "name") {
            return anchor(page_, value);
        }
        const auto hash = value.find('#');
        if (name != "href" || hash == std::string_view::npos || value.find("://") != std::string_view::npos) {
            return std::string(value);
        }
        return "#" + anchor(hash == 0 ? page_ : path_of(page_, value), value.substr(hash + 1));
    }

    HtmlEvents& reader_;
    std::map<std::string, std::size_t> numbers_;
    std::string page_;
};

}  // namespace

bool looks_like_epub(std::string_view head) {
    // The type stands unpacked in the first file of the archive.
    return head.starts_with("PK\x03\x04") &&
           head.substr(0, 128).find("application/epub+zip") != std::string_view::npos;
}

Result<Draft> read_epub(std::string_view bytes) {
    const auto files = read_zip_files(bytes, kBook, is_wanted);
    if (!files) {
        return files.error();
    }
    if (files->contains("META-INF/encryption.xml") && files->contains("META-INF/rights.xml")) {
        return refused("one with protection against copying");
    }
    const auto container = files->find("META-INF/container.xml");
    pugi::xml_document list;
    if (container == files->end() || load_xml_part(container->second, list)) {
        return refused("no META-INF/container.xml that can be read");
    }
    const std::string path(attribute_of(find_element(list, "rootfile"), "full-path"));
    const auto package_file = files->find(path);
    pugi::xml_document package;
    if (package_file == files->end() || load_xml_part(package_file->second, package)) {
        return refused("no package file that can be read");
    }
    const EpubPackage book(path, package);
    DraftBuilder builder({});
    HtmlReader reader(builder, true);
    BookEvents events(reader, book.pages());
    for (const std::string& name : book.pages()) {
        if (const auto page = files->find(name); page != files->end()) {
            const auto decoded = text::decode(page->second, text::declared_charset(page->second));
            events.open_page(name);
            feed_html(decoded.text(), 0, kMaxHtmlDepth, events);
        } else {
            builder.warn("The book has no page " + name + ".");
        }
    }
    reader.finish();
    Draft draft = builder.finish();
    book.write_to(draft);
    number_paragraphs(draft);
    draft.format = "epub";
    return draft;
}

}  // namespace whereof::article
