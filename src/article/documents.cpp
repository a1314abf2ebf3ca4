// SPDX-License-Identifier: MIT
#include "article/documents.hpp"

#include "article/document_lines.hpp"
#include "article/entries.hpp"
#include "article/reference_score.hpp"

#include <algorithm>
#include <utility>

namespace whereof::article {

namespace {

/// An entry begins where a label or its looks say so, but not with lines that are no reference: prose that
/// stands before the first label.
constexpr double kProse = 0.25;

/// Adds the works of one entry, which may hold several, or be a list that lost its line breaks.
void add_works(std::string raw, std::vector<std::string>& references) {
    const EntryLabel label = read_entry_label(raw);
    Entry entry;
    entry.number = label.number;
    entry.raw = raw.substr(std::min(label.length, raw.size()));
    std::vector<Entry> works = split_works(std::move(entry));
    if (works.size() == 1) {
        references.push_back(std::move(raw));
        return;
    }
    for (Entry& work : works) {
        references.push_back(std::move(work.raw));
    }
}

}  // namespace

DocumentReferences find_references(std::span<const std::string> lines) {
    const std::vector<LineFacts> facts = read_line_facts(lines);
    DocumentReferences found;
    found.is_reference = label_lines(facts);
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> indents;
    std::vector<std::size_t> rows;
    const auto flush = [&] {
        const std::vector<bool> starts = entry_starts(texts, indents);
        for (std::size_t begin = 0, end = 0; begin < texts.size(); begin = end) {
            std::string raw(texts[begin]);
            for (end = begin + 1; end < texts.size() && !starts[end]; ++end) {
                append_wrapped(raw, texts[end]);
            }
            if (begin == 0 && end < texts.size() && reference_likeness(raw) < kProse) {
                for (std::size_t i = begin; i < end; ++i) {
                    found.is_reference[rows[i]] = 0;
                }
            } else {
                add_works(std::move(raw), found.references);
            }
        }
        texts.clear();
        indents.clear();
        rows.clear();
    };
    constexpr std::size_t kApart = 25;
    std::size_t gap = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (found.is_reference[i] != 0) {
            if (gap > kApart) {
                flush();
            }
            texts.push_back(facts[i].text);
            indents.push_back(facts[i].indent);
            rows.push_back(i);
            gap = 0;
        } else {
            ++gap;
        }
    }
    flush();
    return found;
}

}  // namespace whereof::article
