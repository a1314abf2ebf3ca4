// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"
#include "article/entry_label.hpp"
#include "article/layout.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::article {

/// One entry of a reference list before it is parsed.
struct Entry {
    std::string raw;           ///< its lines joined by blanks, words divided at a line's end made whole
    std::string label;         ///< as printed, "3", "3a", "Smi90"; empty when it has none
    std::uint32_t number = 0;  ///< of the label, or its place in the list, from 1
    Span first;                ///< its first line, bytes into Draft::text, label included
    std::size_t end = 0;       ///< of its last line, bytes into Draft::text
    std::uint32_t block = 0;   ///< that line's block
    std::uint32_t list = 0;    ///< which of the article's lists it stands in, from 0
};

/// The entries that begin at one line, and where they end.
struct EntryRun {
    std::vector<Entry> entries;
    std::size_t begin = 0;  ///< index of the first line that does: what introduces them stands before
    std::size_t end = 0;    ///< index of the first line that belongs to none of them
    double likeness = 0.0;  ///< mean reference_likeness() of the entries
    bool numbered = false;
};

/// Reads the entries of a reference list from line `first` on: labelled in any way or not at all, one to a
/// line, wrapped, or divided by blank lines. Stops at headings, at what stands around an article, and where
/// entries stop looking like references.
EntryRun read_entries(const Draft& draft, const std::vector<DraftLine>& lines, std::size_t first);

/// For lines of a list without labels: whether a new entry begins there. Judges by indentation, by how lines
/// begin and end and by what an entry has had so far. `indents` has one number a line.
std::vector<bool> entry_starts(const std::vector<std::string_view>& lines,
                               const std::vector<std::uint32_t>& indents);

/// Divides an entry that holds several works: "a) …; b) …" gives the works labelled "3a" and "3b"; a list
/// that lost its line breaks ("1. … 2. … 3. …", or without labels) gives its entries. One work comes back
/// alone.
std::vector<Entry> split_works(Entry entry);

/// Appends a wrapped line to an entry: a blank between, or nothing when the line before ended in a divided
/// word.
void append_wrapped(std::string& raw, std::string_view line);

}  // namespace whereof::article
