// SPDX-License-Identifier: MIT
#include "article/readers.hpp"

#include "article/formats.hpp"
#include "article/json_articles.hpp"
#include "article/reference_list.hpp"
#include "article/refusals.hpp"
#include "formats/formats.hpp"
#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/core.h>
#include <fmt/format.h>

namespace whereof::article {
namespace {

constexpr std::array kReaders{
    // A new format: one file beside this one, its declaration in formats.hpp, and one line here.
    Reader{"jats", ".nxml", looks_like_jats, read_jats},
    Reader{"html", ".html", looks_like_html, read_html},
    Reader{"jsonl", ".jsonl", looks_like_jsonl, read_jsonl},
    Reader{"pdf", ".pdf", looks_like_pdf, read_pdf, true},
    Reader{"epub", ".epub", looks_like_epub, read_epub, true},
    Reader{"odt", ".odt", looks_like_odt, read_odt, true},
    Reader{"docx", ".docx", looks_like_docx, read_docx, true},
    Reader{"markdown", ".md", looks_like_markdown, read_markdown},
    Reader{"text", ".txt", looks_like_text, read_text},
};

std::string_view extension_of(std::string_view name) {
    const auto slash = name.find_last_of('/');
    const auto base = slash == std::string_view::npos ? name : name.substr(slash + 1);
    const auto dot = base.find_last_of('.');
    return dot == std::string_view::npos ? std::string_view{} : base.substr(dot);
}

/// What everything else recognises too is a tie between text and the extension's own format, as far as that
/// one is written as text.
const Reader& choose(std::string_view text, std::string_view name) {
    const auto head = text.substr(0, 4096);
    const auto found =
        std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& r) { return r.recognises(head); });
    if (found == kReaders.end() || found == kReaders.end() - 1) {
        const auto extension = text::ascii_lower(extension_of(name));
        const bool is_markdown = extension == ".md" || extension == ".markdown";
        const auto named = std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& r) {
            return r.name == (is_markdown ? std::string_view("markdown") : "text");
        });
        return *named;
    }
    return *found;
}

/// The reader of a format that is not written as text: the one named, or the one that knows the bytes; or
/// nullptr.
const Reader* binary_reader(std::string_view bytes, std::string_view format) {
    const auto head = bytes.substr(0, 4096);
    const auto found = std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& r) {
        return r.is_binary && (format.empty() ? r.recognises(head) : r.name == format);
    });
    return found == kReaders.end() ? nullptr : &*found;
}

Result<Article> read_one(const Reader& reader, std::string_view text, std::string_view name) {
    auto draft = reader.read(text);
    if (!draft) {
        Error error = std::move(draft).error();
        error.where = name;
        return error;
    }
    if (draft->blocks.empty()) {
        return Error{
            fmt::format(
                "expected an article, found {} without any text: if scripts make the page's text, save it "
                "from the browser as text",
                draft->format),
            std::string(name)};
    }
    return assemble(*std::move(draft));
}

/// One object a line; a file that is one object over several lines is one article.
std::vector<Result<Article>> read_lines(const Reader& reader, std::string_view text, std::string_view name) {
    std::vector<Result<Article>> articles;
    LineArticles lines(name);
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        ++number;
        if (!text::trim(line).empty()) {
            auto article = lines.read(line, number);
            if (!article && number == 1) {
                if (auto whole = read_one(reader, text, name)) {
                    articles.push_back(std::move(whole));
                    return articles;
                }
            }
            if (!article) {
                Error error = std::move(article).error();
                error.offset += at;
                article = std::move(error);
            }
            articles.push_back(std::move(article));
        }
        at = end + 1;
    }
    return articles;
}

std::vector<Result<Article>> refused(Error error, std::string_view name) {
    error.where = name;
    std::vector<Result<Article>> articles;
    articles.push_back(std::move(error));
    return articles;
}

/// UTF-16 and UTF-32 have to be read before the format can be seen; the readers decode all other encodings
/// themselves.
bool is_wide(std::string_view bytes) {
    return !text::guess_utf16(bytes).empty() || bytes.starts_with("\xFF\xFE") ||
           bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4));
}

/// Who reads a text: a reader of articles or a format of reference lists.
struct Way {
    const Reader* reader = nullptr;
    const formats::Format* list = nullptr;
};

/// By the format that was named, else by the content; the file's name tells only lists from plain text.
/// Neither, for a format that does not exist.
Way choose_way(std::string_view text, std::string_view name, std::string_view format) {
    if (!format.empty()) {
        const auto* named = std::ranges::find(kReaders, format, &Reader::name);
        const auto* list = formats::find_format(format);
        return named != kReaders.end()                    ? Way{&*named, nullptr}
               : list != nullptr && list->read != nullptr ? Way{nullptr, list}
                                                          : Way{};
    }
    if (const auto* list = formats::recognise_format(text)) {
        return {nullptr, list};
    }
    const Reader& reader = choose(text, name);
    const auto* list = reader.name == "text" ? list_format_of_name(name) : nullptr;
    return list != nullptr ? Way{nullptr, list} : Way{&reader, nullptr};
}

std::vector<Result<Article>> read_text(std::string_view text, std::string_view name,
                                       std::string_view format) {
    const Way way = choose_way(text, name, format);
    if (way.list != nullptr) {
        return read_reference_list(*way.list, text, name);
    }
    if (way.reader == nullptr) {
        return refused({fmt::format("expected one of the formats {}, found \"{}\"",
                                    fmt::join(input_formats(), ", "), format)},
                       name);
    }
    if (format.empty() && looks_like_json_articles(text.substr(0, formats::kHeadBytes))) {
        return read_json_articles(text, name);
    }
    if (way.reader->name == "jsonl") {
        return read_lines(*way.reader, text, name);
    }
    if (auto refusal = refuse_nul(text)) {
        return refused(*std::move(refusal), name);
    }
    std::vector<Result<Article>> articles;
    articles.push_back(read_one(*way.reader, text, name));
    return articles;
}

/// "[]", which readers of lists take for a list of nothing.
bool is_empty_array(std::string_view text) {
    text = text::trim(text);
    return text.starts_with('[') && text::trim(text.substr(1)) == "]";
}

}  // namespace

std::span<const Reader> readers() { return kReaders; }

std::vector<std::string> input_formats() {
    std::vector<std::string> out;
    for (const Reader& reader : kReaders) {
        out.emplace_back(reader.name);
    }
    for (const formats::Format& format : formats::formats()) {
        if (format.read != nullptr) {
            out.emplace_back(format.name);
        }
    }
    return out;
}

std::vector<Result<Article>> read_articles(std::string_view bytes, std::string_view name,
                                           std::string_view format) {
    if (bytes.size() > kMaxFileBytes) {
        return refused(
            {fmt::format("expected a file of at most {} MB, found {} MB: divide it, or raise --max-size",
                         kMaxFileBytes >> 20U, (bytes.size() >> 20U) + 1)},
            name);
    }
    if (const Reader* binary = binary_reader(bytes, format)) {
        std::vector<Result<Article>> articles;
        articles.push_back(read_one(*binary, bytes, name));
        return articles;
    }
    if (auto refusal = refuse_binary(bytes)) {
        return refused(*std::move(refusal), name);
    }
    // A page or a file of JATS that a server has given a document's name is read as what it is.
    const auto head = bytes.substr(0, 4096);
    if (format.empty() && !looks_like_html(head) && !looks_like_jats(head)) {
        if (auto refusal = refuse_misnamed(bytes, text::ascii_lower(extension_of(name)))) {
            return refused(*std::move(refusal), name);
        }
    }
    std::string wide;
    if (is_wide(bytes)) {
        wide = text::decode(bytes).text();
        bytes = wide;
    }
    const auto text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    if (text::trim(text).empty()) {
        return refused(
            {"expected an article, found nothing but white space: put the article's text into the file"},
            name);
    }
    if (is_empty_array(text)) {
        return refused({"expected articles or works, found an empty JSON array: put them into it"}, name);
    }
    return read_text(text, name, format);
}

std::string name_in_file(std::string_view file, const Article& article, std::size_t number) {
    return article.id.empty() ? fmt::format("{}#{}", file, number) : fmt::format("{}#{}", file, article.id);
}

NamedArticles read_named_articles(std::string_view bytes, std::string_view name, std::string_view format) {
    NamedArticles out;
    std::size_t number = 0;
    for (auto& read : read_articles(bytes, name, format)) {
        ++number;
        if (!read) {
            out.skipped.push_back(std::move(read).error());
            if (out.skipped.back().where.empty()) {
                out.skipped.back().where = name;
            }
            continue;
        }
        const bool is_one_of_several = read->format == "jsonl";
        out.articles.push_back(
            {is_one_of_several ? name_in_file(name, *read, number) : std::string(name), *std::move(read)});
    }
    return out;
}

Result<Article> LineArticles::read(std::string_view line, std::uint32_t number) {
    const auto* const reader = std::ranges::find(kReaders, "jsonl", &Reader::name);
    auto article = read_one(*reader, line, name_);
    if (!article) {
        Error error = std::move(article).error();
        error.what = fmt::format("line {}: {}", number, error.what);
        return error;
    }
    if (!article->id.empty()) {
        if (const auto [known, is_new] = line_of_id_.emplace(article->id, number); !is_new) {
            return Error{
                fmt::format("line {}: expected an id of its own, found \"{}\", which line {} has: give one "
                            "of them another id",
                            number, article->id.substr(0, 80), known->second),
                name_};
        }
    }
    for (Anchor& anchor : article->anchors) {
        anchor.position.line += number - 1;
    }
    for (ListedReference& reference : article->references) {
        reference.position.line += number - 1;
        if (reference.end) {
            reference.end->line += number - 1;
        }
    }
    return article;
}

}  // namespace whereof::article
