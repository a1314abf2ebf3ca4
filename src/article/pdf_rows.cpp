// SPDX-License-Identifier: MIT
#include "article/document_lines.hpp"
#include "article/entries.hpp"
#include "article/entry_label.hpp"
#include "article/pdf_reader.hpp"
#include "article/reference_score.hpp"
#include "article/reference_section.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace whereof::article {
namespace {

/// Words nearer than this share of the type's height have no blank between them.
constexpr double kBlank = 0.1;
/// Raised type is so much smaller than the line's, and ends so much above it.
constexpr double kRaisedSize = 0.85;
constexpr double kRaisedBy = 0.12;
/// Type by which a heading ends a list, and a note stands below the text.
constexpr double kListLarger = 1.08;
constexpr double kNoteSmaller = 0.93;

bool is_raised(const PdfWord& word, const PdfTextLine& line) {
    const double bottom = line.line.box.y1;
    return word.box.height() < kRaisedSize * line.size && bottom - word.box.y1 > kRaisedBy * line.size;
}

std::string_view without_punctuation(std::string_view word) {
    constexpr std::string_view kMarks = ".,;:!?()[]\"'";
    const auto begin = std::min(word.find_first_not_of(kMarks), word.size());
    const auto end = word.find_last_not_of(kMarks);
    return end == std::string_view::npos ? std::string_view{} : word.substr(begin, end + 1 - begin);
}

}  // namespace

void PdfReader::learn_rows() {
    rows_.reserve(lines_.size());
    for (const PdfTextLine& line : lines_) {
        Row row;
        double end = 0;
        for (const PdfWord& word : line.line.words) {
            const bool apart = !row.text.empty() && word.box.x0 - end > kBlank * line.size;
            const bool raised = is_raised(word, line);
            if (row.pieces.empty() || row.pieces.back().raised != raised) {
                row.pieces.push_back({{}, raised});
            }
            row.pieces.back().text += (apart ? " " : "") + word.text;
            row.text += (apart ? " " : "") + word.text;
            end = word.box.x1;
            if (&word != &line.line.words.back()) {
                words_.insert(text::fold(without_punctuation(word.text)));
            }
        }
        const double column_width = 0.4 * std::max(line.size, 1.0);
        row.indent =
            static_cast<std::uint32_t>(std::clamp((line.line.box.x0 - line.left) / column_width, 0.0, 200.0));
        rows_.push_back(std::move(row));
    }
}

/// The line begins with a raised number.
bool PdfReader::has_raised_label(std::size_t at) const {
    const Piece& piece = rows_[at].pieces.front();
    return piece.raised && rows_[at].pieces.size() > 1 &&
           std::all_of(piece.text.begin(), piece.text.end(), text::is_ascii_digit);
}

/// More room above than between the lines of a paragraph.
bool PdfReader::is_apart(std::size_t at) const {
    return at == 0 || lines_[at - 1].column != lines_[at].column ||
           lines_[at].line.box.y0 - lines_[at - 1].line.box.y0 > kApart * pitch_;
}

void PdfReader::learn_sizes() {
    constexpr double kClasses = 4;  // of a point
    std::map<long, std::size_t> letters;
    std::map<long, std::size_t> distances;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        letters[std::lround(lines_[i].size * kClasses)] += rows_[i].text.size();
        largest_ = std::max(largest_, rows_[i].text.size() > 3 ? lines_[i].size : 0);
    }
    const auto most = [](const auto& counts) {
        return std::max_element(counts.begin(), counts.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; });
    };
    body_ = letters.empty() ? 1 : std::max(0.25, static_cast<double>(most(letters)->first) / kClasses);
    for (std::size_t i = 1; i < lines_.size(); ++i) {
        const double distance = lines_[i].line.box.y0 - lines_[i - 1].line.box.y0;
        if (lines_[i].column == lines_[i - 1].column && distance > 0 && distance < 3 * body_ &&
            std::abs(lines_[i].size - body_) < 0.05 * body_) {
            ++distances[std::lround(distance * kClasses)];
        }
    }
    pitch_ = distances.empty() ? body_ : static_cast<double>(most(distances)->first) / kClasses;
}

/// Reference lists stand below their headings, or look it.
void PdfReader::learn_lists() {
    std::vector<std::string> texts;
    texts.reserve(rows_.size());
    for (const Row& row : rows_) {
        texts.push_back(std::string(row.indent, ' ') + row.text);
    }
    const auto facts = read_line_facts(texts);
    const auto labels = label_lines(facts);
    bool below = false;
    double size = 0;
    std::size_t first = 0;         // row of the list
    std::size_t notes_in = kNone;  // column
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool heads = heads_reference_list(rows_[i].text);
        const bool other = below && !heads &&
                           ((facts[i].ends_list && labels[i] == 0) || lines_[i].size > kListLarger * size);
        if (heads || other) {
            below = heads && i + 1 < rows_.size() && (labels[i + 1] != 0 || facts[i].opens_list);
            size = below ? lines_[i + 1].size : 0;
            first = i + 1;
            continue;
        }
        // Notes at the foot of the page are set smaller than the list, or are labelled in another way.
        if (below && has_raised_label(i) && !has_raised_label(first) && is_apart(i)) {
            notes_in = lines_[i].column;
        }
        rows_[i].headed = below && lines_[i].size >= kNoteSmaller * size && lines_[i].column != notes_in;
        rows_[i].in_list = rows_[i].headed || labels[i] != 0;
    }
}

void PdfReader::learn_entries() {
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> indents;
    for (std::size_t begin = 0; begin < rows_.size();) {
        if (!rows_[begin].in_list) {
            ++begin;
            continue;
        }
        texts.clear();
        indents.clear();
        std::size_t end = begin;
        for (; end < rows_.size() && rows_[end].in_list; ++end) {
            texts.push_back(rows_[end].text);
            indents.push_back(rows_[end].indent);
        }
        const auto starts = entry_starts(texts, indents);
        for (std::size_t i = begin; i < end; ++i) {
            rows_[i].starts_entry = i == begin || starts[i - begin];
        }
        begin = end;
    }
}

/// Smaller type at the foot of a column, or what begins there with a raised number.
void PdfReader::learn_notes() {
    for (std::size_t end = rows_.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && lines_[begin - 1].column == lines_[end - 1].column) {
            --begin;
        }
        std::size_t first = end;
        while (first > begin && !rows_[first - 1].headed && lines_[first - 1].size < kNoteSmaller * body_) {
            --first;
        }
        for (std::size_t i = begin; i < first; ++i) {
            if (!rows_[i].headed && has_raised_label(i) && is_apart(i)) {
                first = i;
            }
        }
        for (std::size_t i = first; i < end && first > begin; ++i) {
            rows_[i].is_note = true;
            rows_[i].in_list = false;
        }
        end = begin;
    }
}

/// A note that begins with a number and reads like a reference is one.
void PdfReader::divide_notes() {
    constexpr double kIsReference = 0.6;
    for (std::size_t at = 0; at < rows_.size();) {
        if (!rows_[at].is_note) {
            ++at;
            continue;
        }
        Note note;
        note.begin = at;
        std::string whole = rows_[at].text;
        for (++at; at < rows_.size() && rows_[at].is_note && !has_raised_label(at) &&
                   lines_[at].column == lines_[at - 1].column &&
                   (read_entry_label(rows_[at].text).number == 0 || !is_apart(at));
             ++at) {
            append_wrapped(whole, rows_[at].text);
        }
        note.end = at;
        const auto label = read_entry_label(whole);
        if (label.number > 0 &&
            reference_likeness(std::string_view(whole).substr(label.length)) >= kIsReference) {
            note.label = label.text;
            note.label_size = label.length;
            cited_notes_.insert(label.text);
        }
        notes_.push_back(std::move(note));
    }
}

}  // namespace whereof::article
