// SPDX-License-Identifier: MIT
#include "base/digest.hpp"
#include "base/io.hpp"
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"
#include "serve/checking.hpp"
#include "serve/given_articles.hpp"
#include "serve/multipart.hpp"
#include "serve/page_frame.hpp"
#include "serve/page_parts.hpp"
#include "serve/pages.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kNext = "whereof check on the command line takes larger and more files.";

constexpr const char* kPastedText = "pasted text";  ///< how a text without a file is called
constexpr std::size_t kNamingDigits = 12;           ///< 48 bits, for what one person pastes

/// What a form of the page brought.
struct Upload {
    std::vector<FormPart> files;
    bool adds = false;  ///< to the store
};

Result<Upload> read_upload(const PageRequest& request) {
    auto parts = read_multipart(request.content_type, request.body);
    if (!parts) {
        return std::move(parts).error();
    }
    Upload out;
    for (FormPart& part : *parts) {
        if (part.name == "add") {
            out.adds = part.bytes == "yes";
        } else if (part.name == "text" && !text::trim(part.bytes).empty()) {
            part.file_name = kPastedText;
            out.files.push_back(std::move(part));
        } else if (part.name == "file" && !part.file_name.empty()) {
            out.files.push_back(std::move(part));
        }
    }
    for (FormPart& part : out.files) {
        if (out.adds && part.name == "text") {  // by its digest a stored text is told from the next
            part.file_name += " " + sha256_hex(part.bytes).substr(0, kNamingDigits);
        }
    }
    if (out.files.empty()) {
        return Error{"no file was chosen and no text pasted"};
    }
    return out;
}

}  // namespace

PageData check_form_page(Visit& /*visit*/) {
    PageData out;
    out.title = "Check a file";
    out.json = std::make_shared<const Json>(Json{{"format", "whereof-check-form-1"},
                                                 {"post", "/check?format=json"},
                                                 {"type", "multipart/form-data"},
                                                 {"fields", {"file", "text"}},
                                                 {"most_bytes", kMostFileBytes},
                                                 {"most_references", kMostReferences}});
    return out;
}

void write_check_form(const PageData& /*page*/, const Visit& visit, std::string& out) {
    out +=
        "<h1>Check a file</h1>\n<p class=\"lead\">Does each source exist, is it what the citation says, does "
        "it "
        "still stand?</p>\n";
    out += fmt::format(
        "<form class=\"drop\" method=\"post\" action=\"/check\" enctype=\"multipart/form-data\">\n"
        "<label for=\"file\">An article or a reference list</label>\n<input id=\"file\" type=\"file\" "
        "name=\"file\" "
        "multiple aria-describedby=\"kinds\">\n<p class=\"dropping\">… or drop files anywhere in this "
        "box.</p>\n"
        "<p class=\"hint\" id=\"kinds\">Word (DOCX), PDF, ODT, EPUB, HTML, Markdown, plain text, JATS; RIS, "
        "BibTeX, NBIB, "
        "EndNote, Web of Science, CSL-JSON. At most {} MB and {} references.</p>\n"
        "<label for=\"text\">… or a text or reference list to paste</label>\n"
        "<textarea id=\"text\" name=\"text\" rows=\"8\" cols=\"80\" spellcheck=\"false\"></textarea>\n",
        kMostFileBytes >> 20U, kMostReferences);
    if (visit.may_edit && visit.desk.store != nullptr) {
        out +=
            "<p><input id=\"add\" type=\"checkbox\" name=\"add\" value=\"yes\"> <label class=\"beside-box\" "
            "for=\"add\">Add it to the store</label></p>\n";
    }
    out +=
        "<p><button>Check</button> <span role=\"status\"></span></p>\n</form>\n"
        "<p>Nothing leaves this machine, and nothing is kept";
    out += visit.may_edit ? ", unless it is added to the store" : "";
    out += ".</p>\n";
}

PageData check_page(Visit& visit) {
    const auto upload = read_upload(visit.request);
    if (!upload) {
        return failed(400, upload.error().what, "Go back, choose a file and send it again.");
    }
    GivenArticles all;
    std::size_t references = 0;
    for (const FormPart& file : upload->files) {
        if (file.bytes.size() > kMostFileBytes) {
            all.skipped.push_back({fmt::format("larger than {} MB", kMostFileBytes >> 20U), file.file_name});
            continue;
        }
        auto given = read_bytes(file.bytes, file.file_name);
        if (!given) {
            Error error = std::move(given).error();
            error.where = file.file_name;
            all.skipped.push_back(std::move(error));
            continue;
        }
        for (GivenArticle& named : given->articles) {
            references += named.article.references.size();
            all.articles.push_back(std::move(named));
        }
        for (Error& error : given->skipped) {
            error.where = error.where.empty() ? file.file_name : error.where;
            all.skipped.push_back(std::move(error));
        }
    }
    if (all.articles.empty()) {
        return failed(
            422, fmt::format("{} cannot be read: {}.", all.skipped.front().where, all.skipped.front().what),
            "Save it as one of the formats that the form names.");
    }
    if (references > kMostReferences) {
        return failed(413,
                      fmt::format("There are {} references, and at most {} are taken at once.", references,
                                  kMostReferences),
                      kNext);
    }
    if (upload->adds && visit.may_edit && visit.desk.store != nullptr) {
        return added_page(visit, std::move(all));
    }
    auto checked = check_articles(visit.desk.desk, std::move(all.articles));
    if (!checked) {
        return failed(503, checked.error().what, kNext);
    }
    PageData out;
    out.title = "Citations checked";
    out.has_twin = false;
    out.checked = *std::move(checked);
    out.skipped = std::move(all.skipped);
    if (visit.desk.store != nullptr) {
        const auto accepted = accepted_in(visit.store());
        for (report::CheckedArticle& one : out.checked) {
            report::apply_accepted(accepted, one);
        }
    }
    out.json = std::make_shared<const Json>(
        report::check_document(out.checked, out.skipped, infos_of(visit.desk.desk)));
    return out;
}

void write_check(const PageData& page, const Visit& visit, std::string& out) {
    if (text_of(*page.json, "format") == kAddedFormat) {
        write_added(page, out);
        return;
    }
    const auto infos = infos_of(visit.desk.desk);
    report::CheckRun run;
    run.all = page.checked;
    run.skipped = page.skipped;
    run.authorities = infos;
    run.version = visit.version;
    report::append_check_report(out, run);
    out += "<p><a class=\"button\" href=\"/check\">Check another file</a></p>\n";
}

}  // namespace whereof::serve
