// SPDX-License-Identifier: MIT
#include "article/pdf_furniture.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace whereof::article {
namespace {

/// Lines looked at from the top and from the bottom of a page.
constexpr std::size_t kEdgeLines = 3;
/// Height of the classes of places on a page, in points.
constexpr double kPlaceHeight = 8;

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), text::is_ascii_digit);
}

/// The line without its numbers, in small letters.
std::string shape_of(const PdfLine& line) {
    std::string out;
    for (const char c : text::ascii_lower(plain_text(line))) {
        if (!text::is_ascii_digit(c)) {
            out += c;
        } else if (out.empty() || out.back() != '#') {
            out += '#';
        }
    }
    return out;
}

bool is_page_number(std::string_view shape) {
    for (const std::string_view known :
         {"#", "page #", "page # of #", "# of #", "#/#", "- # -", "– # –", "seite #", "seite # von #", "p. #",
          "página #", "page # sur #", "pag. #", "| #", "# |"}) {
        if (shape == known) {
            return true;
        }
    }
    return false;
}

/// A page number is short, and stands apart from the text.
bool stands_apart(const PdfPage& page, std::size_t at) {
    constexpr std::size_t kLongest = 24;
    constexpr double kGap = 0.9;
    const PdfBox& box = page.lines[at].box;
    if (plain_text(page.lines[at]).size() > kLongest) {
        return false;
    }
    return std::none_of(page.lines.begin(), page.lines.end(), [&](const PdfLine& other) {
        return &other != &page.lines[at] && other.box.y1 > box.y0 - kGap * box.height() &&
               other.box.y0 < box.y1 + kGap * box.height();
    });
}

/// The places in page.lines of the lines nearest to its top and bottom.
std::vector<std::size_t> edge_lines(const PdfPage& page) {
    std::vector<std::size_t> order(page.lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return page.lines[a].box.y0 < page.lines[b].box.y0; });
    if (order.size() > 2 * kEdgeLines) {
        order.erase(order.begin() + kEdgeLines, order.end() - kEdgeLines);
    }
    return order;
}

/// Whether numbers in the margin count on from line to line.
bool has_line_numbers(const PdfPage& page) {
    constexpr std::size_t kFewest = 8;
    constexpr double kShare = 0.45;  // numbers may be lines of their own
    std::vector<std::pair<double, long>> numbers;
    for (const PdfLine& line : page.lines) {
        const std::string_view first = line.words.front().text;
        if (is_number(first)) {
            long value = 0;
            std::from_chars(first.data(), first.data() + first.size(), value);
            numbers.emplace_back(line.box.y0, value);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    std::size_t counted = 0;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        counted += numbers[i].second == numbers[i - 1].second + 1 ? 1U : 0U;
    }
    return numbers.size() >= kFewest && counted + 2 >= numbers.size() &&
           static_cast<double>(numbers.size()) >= kShare * static_cast<double>(page.lines.size());
}

void drop_line_numbers(PdfPage& page) {
    for (PdfLine& line : page.lines) {
        if (is_number(line.words.front().text)) {
            line.words.erase(line.words.begin());
            if (!line.words.empty()) {
                line.box.x0 = line.words.front().box.x0;
            }
        }
    }
    std::erase_if(page.lines, [](const PdfLine& line) { return line.words.empty(); });
}

}  // namespace

std::string plain_text(const PdfLine& line) {
    std::string out;
    for (const PdfWord& word : line.words) {
        out += (out.empty() ? "" : " ") + word.text;
    }
    return out;
}

void drop_pdf_furniture(std::vector<PdfPage>& pages) {
    // One page alone may be a list of numbered references.
    const auto numbered =
        static_cast<std::size_t>(std::count_if(pages.begin(), pages.end(), has_line_numbers));
    if (numbered >= 2 && 2 * numbered > pages.size()) {
        std::for_each(pages.begin(), pages.end(), drop_line_numbers);
    }
    // A head that is printed at the same height of two pages.
    const auto keys_of = [](const PdfLine& line, const std::string& shape) {
        const auto place = std::lround(line.box.y0 / kPlaceHeight);
        return std::array<std::string, 2>{std::to_string(place) + shape, std::to_string(place + 1) + shape};
    };
    std::unordered_map<std::string, std::set<std::size_t>> seen;
    for (std::size_t number = 0; number < pages.size(); ++number) {
        for (const std::size_t at : edge_lines(pages[number])) {
            const PdfLine& line = pages[number].lines[at];
            for (const std::string& key : keys_of(line, shape_of(line))) {
                seen[key].insert(number);
            }
        }
    }
    for (PdfPage& page : pages) {
        std::vector<bool> drop(page.lines.size(), false);
        for (const std::size_t at : edge_lines(page)) {
            const PdfLine& line = page.lines[at];
            const std::string shape = shape_of(line);
            const auto keys = keys_of(line, shape);
            drop[at] = (is_page_number(shape) && stands_apart(page, at)) ||
                       std::any_of(keys.begin(), keys.end(),
                                   [&](const std::string& key) { return seen[key].size() > 1; });
        }
        std::size_t at = 0;
        std::erase_if(page.lines, [&](const PdfLine&) { return drop[at++]; });
    }
}

}  // namespace whereof::article
