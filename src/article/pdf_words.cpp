// SPDX-License-Identifier: MIT
#include "article/pdf_words.hpp"

#include "article/xml_text.hpp"
#include "base/child_process.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/core.h>

namespace whereof::article {
namespace {

constexpr std::string_view kExpected = "expected a PDF with text";

/// The number of an attribute in the inside of a tag; 0 when it is absent.
double number_of(std::string_view tag, std::string_view name) {
    const auto at = tag.find(name);
    double value = 0;
    if (at != std::string_view::npos && tag.substr(at + name.size()).starts_with("=\"")) {
        const auto digits = tag.substr(at + name.size() + 2);
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    }
    return value;
}

PdfBox box_of(std::string_view tag) {
    return {number_of(tag, "xMin"), number_of(tag, "yMin"), number_of(tag, "xMax"), number_of(tag, "yMax")};
}

Error refused(std::string_view found) { return Error{fmt::format("{}, {}", kExpected, found)}; }

/// The first line of what a program complains about, short and printable.
std::string first_complaint(std::string_view err) {
    constexpr std::size_t kLongest = 120;
    std::string out = text::make_valid_utf8(err.substr(0, std::min(err.find('\n'), kLongest)));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; },
        ' ');
    return out;
}

Error failure_of(const ChildOutcome& outcome, std::chrono::milliseconds time) {
    switch (outcome.end) {
        case ChildEnd::not_found:
            return Error{
                "expected the program pdftotext to read a PDF, found none: install poppler-utils, or "
                "turn the PDF into text"};
        case ChildEnd::timed_out:
            return refused(
                fmt::format("found one that pdftotext had not read after {} s: print it to a new PDF, "
                            "or turn it into text",
                            time.count() / 1000));
        case ChildEnd::overflowed:
            return refused("found one with more words than an article can have: divide it");
        case ChildEnd::signalled:
            return refused(
                fmt::format("found one at which pdftotext was ended by signal {} (it crashed, or needed "
                            "too much memory or time): print it to a new PDF, or turn it into text",
                            outcome.code));
        case ChildEnd::exited:
            break;
    }
    if (outcome.err.find("password") != std::string::npos) {
        return refused("found an encrypted one: save it without a password");
    }
    return refused(fmt::format("found a damaged one (pdftotext: {}): fetch or print it again",
                               first_complaint(outcome.err)));
}

}  // namespace

void PdfBox::cover(const PdfBox& other) noexcept {
    x0 = std::min(x0, other.x0);
    y0 = std::min(y0, other.y0);
    x1 = std::max(x1, other.x1);
    y1 = std::max(y1, other.y1);
}

std::vector<PdfPage> parse_pdf_words(std::string_view xhtml) {
    std::vector<PdfPage> pages;
    for (std::size_t at = xhtml.find('<'); at != std::string_view::npos; at = xhtml.find('<', at)) {
        const std::size_t end = xhtml.find('>', at);
        if (end == std::string_view::npos) {
            break;
        }
        const auto tag = xhtml.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with("page ")) {
            pages.push_back({{0, 0, number_of(tag, "width"), number_of(tag, "height")}, {}});
        } else if (tag.starts_with("line ") && !pages.empty()) {
            pages.back().lines.push_back({box_of(tag), {}});
        } else if (tag.starts_with("word ") && !pages.empty() && !pages.back().lines.empty()) {
            const std::size_t close = std::min(xhtml.find('<', at), xhtml.size());
            auto text = text::make_valid_utf8(decode_entities(xhtml.substr(at, close - at)));
            if (!text::trim(text).empty()) {
                pages.back().lines.back().words.push_back({box_of(tag), std::move(text)});
            }
            at = close;
        }
    }
    for (PdfPage& page : pages) {
        std::erase_if(page.lines, [](const PdfLine& line) { return line.words.empty(); });
    }
    return pages;
}

Result<std::vector<PdfPage>> read_pdf_words(std::string_view bytes, std::chrono::milliseconds time) {
    const std::array<std::string, 6> command{"pdftotext", "-bbox-layout", "-enc", "UTF-8", "/dev/stdin", "-"};
    ChildLimits limits;
    limits.time = time;
    const auto outcome = run_child(command, bytes, limits);
    if (!outcome.succeeded()) {
        return failure_of(outcome, time);
    }
    auto pages = parse_pdf_words(outcome.out);
    const bool has_words =
        std::any_of(pages.begin(), pages.end(), [](const PdfPage& page) { return !page.lines.empty(); });
    if (!has_words) {
        return refused(
            fmt::format("found {} page{} without any: they are pictures; let a program for text "
                        "recognition read them first",
                        pages.size(), pages.size() == 1 ? "" : "s"));
    }
    return pages;
}

}  // namespace whereof::article
