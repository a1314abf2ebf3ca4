// SPDX-License-Identifier: MIT
#include "bib/names.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::report {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kLongest = 600;

/// The text with its matched words bold; the spans are laid over the text before anything is escaped.
std::string highlighted(const search::Hit& hit, const Paint& paint) {
    std::string out;
    std::size_t at = 0;
    const std::string_view text = hit.text;
    for (const Span& span : hit.matched) {
        if (span.begin < at || span.end > text.size() || span.empty()) {
            continue;
        }
        out += terminal_safe(text.substr(at, span.begin - at));
        out += paint.bold(terminal_safe(span.of(text)));
        at = span.end;
    }
    return out + terminal_safe(text.substr(at));
}

/// Wraps a text with escape sequences in it by wrapping the plain text and following its breaks.
void append_text(std::string& out, const search::Hit& hit, const TextStyle& style) {
    const std::string plain = clipped(hit.text, kLongest);
    if (!style.colour || plain != hit.text) {
        append_labelled(out, kIndent, 0, "", plain, style.width);
        return;
    }
    std::string painted = highlighted(hit, Paint(true));
    std::string block;
    append_labelled(block, kIndent, 0, "", plain, style.width);
    // Every line break of the block stands for one blank of the text.
    std::size_t at = 0;
    std::string line(kIndent + 1, ' ');
    std::string_view rest = std::string_view(block).substr(kIndent + 1);
    while (!rest.empty()) {
        const char c = rest.front();
        if (c == '\n') {
            while (at < painted.size() && painted[at] != ' ') {
                line += painted[at++];
            }
            at += at < painted.size() ? 1 : 0;
            out += line + "\n";
            line.assign(kIndent + 1, ' ');
            rest.remove_prefix(std::min(rest.size(), kIndent + 2));
            continue;
        }
        while (at < painted.size() && painted[at] == '\x1b') {
            const std::size_t end = painted.find('m', at);
            line += painted.substr(at, end - at + 1);
            at = end + 1;
        }
        line += painted[at++];
        rest.remove_prefix(1);
    }
}

void append_source(std::string& out, const search::HitReference& source, const TextStyle& style) {
    const Paint paint(style.colour);
    const std::string label =
        source.reference.label.empty() ? std::to_string(source.index) : clipped(source.reference.label, 20);
    append_labelled(out, kIndent, 10, fmt::format("[{}]", label), clipped(source.reference.raw, 300),
                    style.width);
    if (!source.verdict) {
        return;
    }
    const finding::Verdict& verdict = *source.verdict;
    std::string line;
    append_labelled(line, kIndent + 10, 2, symbol(verdict.headline),
                    fmt::format("{}: {}", finding::name(verdict.headline), one_line(verdict.reason)),
                    style.width);
    const std::string_view word = finding::name(verdict.headline);
    if (const std::size_t at = line.find(word); style.colour && at != std::string::npos) {
        line.replace(at, word.size(), paint.headline(verdict.headline, word));
    }
    out += line;
}

void append_hit(std::string& out, const search::Hit& hit, const TextStyle& style) {
    const Paint paint(style.colour);
    std::string place = one_line(hit.path);
    if (hit.line != 0) {
        place += fmt::format(":{}:{}", hit.line, hit.column);
    }
    out += fmt::format("{} {}\n", paint.bold(fmt::format("{}.", hit.rank)), place);
    const std::string where = hit.heading.empty() || hit.heading == hit.article_title
                                  ? clipped(hit.article_title, 200)
                                  : clipped(hit.article_title, 120) + " › " + clipped(hit.heading, 80);
    if (!where.empty()) {
        for (const std::string& line :
             wrap(where, style.width == 0 ? 0 : std::max<std::size_t>(style.width, 30) - 5)) {
            out += std::string(kIndent + 1, ' ') + paint.dim(line) + "\n";
        }
    }
    append_text(out, hit, style);
    for (const search::HitReference& source : hit.references) {
        append_source(out, source, style);
    }
    if (hit.references.empty() && hit.id.find("#c") != std::string::npos) {
        append_labelled(out, kIndent, 10, "[–]", "no source is cited for this", style.width);
    }
    for (const std::string& line : hit.explanation) {
        append_labelled(out, kIndent, 10, "why", one_line(line), style.width);
    }
    out += '\n';
}

}  // namespace

std::string hits_text(std::span<const search::Hit> hits, std::string_view query, const TextStyle& style) {
    if (hits.empty()) {
        return fmt::format("Nothing found for “{}”.\n", clipped(query, 200));
    }
    std::string out;
    for (const search::Hit& hit : hits) {
        append_hit(out, hit, style);
    }
    return out;
}

}  // namespace whereof::report
