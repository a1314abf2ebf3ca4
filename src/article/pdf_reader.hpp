// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft_builder.hpp"
#include "article/pdf_columns.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace whereof::article {

/// Makes blocks of the lines of a PDF: paragraphs over the ends of columns and pages, headings by the size of
/// their type, entries of the reference list one by one, notes at the foot of a page behind the paragraph
/// that they interrupt. Raised numbers become superscripts, words divided at a line's end are made whole.
class PdfReader {
  public:
    PdfReader(std::vector<PdfTextLine> lines, DraftBuilder& builder);

    /// Reads everything; the builder is ready for finish().
    void read();

  private:
    struct Piece {
        std::string text;
        bool raised = false;
    };
    struct Row {
        std::string text;           ///< of the whole line
        std::vector<Piece> pieces;  ///< the same, divided where type is raised
        std::uint32_t indent = 0;   ///< in columns
        bool in_list = false;       ///< of references
        bool headed = false;        ///< and a heading above says so
        bool starts_entry = false;
        bool is_note = false;  ///< at the foot of a column
    };
    void learn_rows();
    void learn_sizes();
    void learn_lists();
    void learn_entries();
    void learn_notes();
    void read_row(std::size_t at);
    void begin(std::size_t at);
    void put(std::size_t at, std::size_t before);
    void write_notes();
    struct Note {
        std::size_t begin = 0, end = 0;  ///< rows
        std::string label;               ///< of one that is a reference; else empty
        std::size_t label_size = 0;      ///< bytes of the first row
    };
    void divide_notes();
    void write_note(const Note& note);
    [[nodiscard]] bool has_raised_label(std::size_t at) const;
    [[nodiscard]] bool is_apart(std::size_t at) const;
    [[nodiscard]] bool is_heading(std::size_t at) const;
    [[nodiscard]] bool is_lone_heading(std::size_t at) const;
    [[nodiscard]] bool starts_block(std::size_t at, std::size_t before) const;
    [[nodiscard]] bool starts_in_column(std::size_t at, std::size_t before) const;
    [[nodiscard]] bool is_whole_word(const std::string& first, std::string_view second) const;

    /// Lines further apart than this many times the usual do not belong together.
    static constexpr double kApart = 1.35;
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<PdfTextLine> lines_;
    std::vector<Row> rows_;
    DraftBuilder& builder_;
    std::unordered_set<std::string> words_;  ///< those that stand whole inside lines, folded
    double body_ = 0;                        ///< the size of most of the type
    double pitch_ = 0;                       ///< from line to line in it
    double largest_ = 0;
    std::size_t last_ = kNone;          ///< the line put last
    std::vector<Note> notes_;           ///< by row
    std::vector<std::size_t> waiting_;  ///< places in notes_ of those that wait for a paragraph's end
    std::unordered_set<std::string> cited_notes_;  ///< labels of those that are references
    std::uint32_t last_number_ = 0;                ///< of a list item
};

}  // namespace whereof::article
