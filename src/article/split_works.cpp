// SPDX-License-Identifier: MIT
#include "article/entries.hpp"
#include "article/reference_score.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

constexpr double kEnough = 0.5;
constexpr double kSureEnough = 0.8;
/// Of an entry in a list that lost its line breaks, in bytes.
constexpr std::size_t kShortestWork = 40;
constexpr std::size_t kLongestWork = 1000;
/// What is looked at to see whether people's names stand there.
constexpr std::size_t kHead = 60;

/// "For reviews, see: " in front of "(a) …; (b) …", in bytes.
constexpr std::size_t kLongestLead = 40;

/// Where "b) " follows "; " or ". " at or after `from`; npos when it does not.
std::size_t find_letter(std::string_view raw, char letter, std::size_t from) {
    for (std::size_t at = raw.find(letter, from); at != std::string_view::npos;
         at = raw.find(letter, at + 1)) {
        const bool open = at > 0 && raw[at - 1] == '(';
        const std::size_t begin = open ? at - 1 : at;
        const bool head = begin == 0 || raw[begin - 1] == ' ';
        if (head && at + 2 < raw.size() && raw[at + 1] == ')' && raw[at + 2] == ' ') {
            return begin;
        }
    }
    return std::string_view::npos;
}

/// Where label `number` stands after `from` in the form of the list's first label; npos when it does not.
std::size_t find_number(std::string_view raw, std::uint32_t number, bool brackets, std::size_t from) {
    const std::string digits = std::to_string(number);
    const std::string label = brackets ? " [" + digits + "] " : " " + digits + ". ";
    for (std::size_t at = raw.find(label, from); at != std::string_view::npos; at = raw.find(label, at + 1)) {
        const std::size_t next = at + label.size();
        const char before = raw[at - 1];
        const bool ended =
            before == '.' || before == ')' || text::is_ascii_digit(before) || before == '/' || brackets;
        if (at > 0 && ended && next < raw.size() && !text::is_ascii_lower(raw[next])) {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

Entry part_of(const Entry& whole, std::string_view raw) {
    // All but the text: an entry may be a list of 10,000 works that lost its line breaks.
    Entry part;
    part.label = whole.label;
    part.number = whole.number;
    part.list = whole.list;
    part.first = whole.first;
    part.end = whole.end;
    part.block = whole.block;
    part.raw = text::trim(raw);
    while (!part.raw.empty() && (part.raw.back() == ';' || part.raw.back() == ' ')) {
        part.raw.pop_back();
    }
    return part;
}

/// The works of "a) …; b) …" and of "For reviews, see: (a) …; (b) …", or nothing.
std::vector<Entry> split_letters(const Entry& entry) {
    std::vector<std::size_t> begins;
    std::size_t at = 0;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        at = find_letter(entry.raw, letter, at);
        if (at == std::string::npos) {
            break;
        }
        begins.push_back(at);
        at += 2;
    }
    if (begins.size() < 2 || begins.front() > kLongestLead ||
        !text::trim(std::string_view(entry.raw).substr(0, begins.front()))
             .ends_with(begins.front() == 0 ? "" : ":")) {
        return {};
    }
    std::vector<Entry> parts;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : entry.raw.size();
        const std::string_view whole = std::string_view(entry.raw).substr(begins[i], end - begins[i]);
        Entry part = part_of(entry, whole.substr(whole.find(')') + 1));
        part.label += static_cast<char>('a' + static_cast<int>(i));
        if (reference_likeness(part.raw) < kEnough) {
            return {};
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

/// The entries of a numbered list that lost its line breaks, or nothing.
std::vector<Entry> split_numbers(const Entry& entry) {
    if (entry.number == 0) {
        return {};
    }
    for (const bool brackets : {false, true}) {
        std::vector<Entry> parts;
        std::size_t begin = 0;
        std::uint32_t number = entry.number;
        for (;;) {
            const std::size_t next = find_number(entry.raw, number + 1, brackets, begin + 1);
            const bool last = next == std::string::npos;
            const std::string_view rest = std::string_view(entry.raw).substr(begin);
            Entry part = part_of(entry, last ? rest : rest.substr(0, next - begin));
            const EntryLabel label = parts.empty() ? EntryLabel{} : read_entry_label(part.raw);
            part.raw.erase(0, label.length);
            part.number = number;
            part.label = std::to_string(number);
            parts.push_back(std::move(part));
            if (last) {
                break;
            }
            begin = next;
            ++number;
        }
        const bool sure = std::all_of(parts.begin(), parts.end(), [](const Entry& part) {
            return reference_likeness(part.raw) >= kEnough;
        });
        if (parts.size() >= 2 && sure) {
            return parts;
        }
    }
    return {};
}

/// Where the next entry of an unlabelled list may begin at or behind `from`: behind a stop, a page number or
/// an address, with people's names.
std::size_t find_beginning(std::string_view raw, std::size_t from) {
    for (std::size_t at = raw.find(' ', from); at != std::string_view::npos; at = raw.find(' ', at + 1)) {
        const char before = at > 0 ? raw[at - 1] : ' ';
        const bool ended =
            before == '.' || before == ')' || before == ']' || before == '/' || text::is_ascii_digit(before);
        if (ended && at + 1 < raw.size() && reference_features(raw.substr(at + 1, kHead)).author_head) {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

/// Whether what stands before the next beginning is a whole entry: dated, and with pages, an identifier or a
/// publisher.
bool is_whole(std::string_view piece) {
    const ReferenceFeatures f = reference_features(piece);
    return piece.size() >= kShortestWork && f.year_places > 0 && f.locators + f.identifiers + f.cues > 0 &&
           reference_likeness(piece) >= kSureEnough;
}

/// The entries of a list without labels that lost its line breaks, or nothing. At least three, for one that
/// cites another is no list.
std::vector<Entry> split_run(const Entry& entry) {
    const std::string_view raw = entry.raw;
    std::vector<Entry> parts;
    std::size_t begin = 0;
    while (begin < raw.size()) {
        std::size_t end = find_beginning(raw, begin + 1);
        while (end != std::string_view::npos && end - begin <= kLongestWork &&
               !is_whole(text::trim(raw.substr(begin, end - begin)))) {
            end = find_beginning(raw, end);
        }
        end = std::min(end, raw.size());
        if (end - begin > kLongestWork || !is_whole(text::trim(raw.substr(begin, end - begin)))) {
            return {};
        }
        parts.push_back(part_of(entry, raw.substr(begin, end - begin)));
        begin = end;
    }
    return parts.size() >= 3 ? parts : std::vector<Entry>{};
}

}  // namespace

std::vector<Entry> split_works(Entry entry) {
    std::vector<Entry> parts = split_letters(entry);
    if (parts.empty()) {
        parts = split_numbers(entry);
    }
    if (parts.empty() && entry.number == 0) {
        parts = split_run(entry);
    }
    if (parts.empty()) {
        parts.push_back(std::move(entry));
    }
    return parts;
}

}  // namespace whereof::article
