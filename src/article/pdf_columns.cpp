// SPDX-License-Identifier: MIT
#include "article/pdf_columns.hpp"

#include "article/pdf_furniture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace whereof::article {
namespace {

/// A column beside another has so many lines.
constexpr std::size_t kFewestLines = 4;
constexpr int kMostDivisions = 3;

using Lines = std::vector<PdfLine>;

PdfBox box_around(const Lines& lines) {
    PdfBox box = lines.front().box;
    for (const PdfLine& line : lines) {
        box.cover(line.box);
    }
    return box;
}

/// Where a page is divided into columns: a place that hardly any line crosses and that has lines on both
/// sides at the same height. Negative when there is none.
double find_gutter(const Lines& lines) {
    constexpr std::size_t kPlaces = 120;
    constexpr double kMargin = 0.2;
    constexpr double kMostCrossing = 0.35;
    if (lines.size() < 2 * kFewestLines) {
        return -1;
    }
    const PdfBox around = box_around(lines);
    std::array<std::size_t, kPlaces> crossing{};
    const auto place_of = [&](double x) {
        const double share = (x - around.x0) / std::max(around.width(), 1.0);
        return static_cast<std::size_t>(std::clamp(share, 0.0, 0.999) * kPlaces);
    };
    for (const PdfLine& line : lines) {
        for (std::size_t at = place_of(line.box.x0); at <= place_of(line.box.x1); ++at) {
            ++crossing[at];
        }
    }
    std::size_t best = kPlaces;
    for (auto at = static_cast<std::size_t>(kPlaces * kMargin);
         at < static_cast<std::size_t>(kPlaces * (1 - kMargin)); ++at) {
        best = best == kPlaces || crossing[at] < crossing[best] ? at : best;
    }
    // The middle of the equally empty places.
    std::size_t last = best;
    while (last + 1 < kPlaces && crossing[last + 1] == crossing[best]) {
        ++last;
    }
    const double gutter = around.x0 + around.width() * (static_cast<double>(best + last + 1) / 2) /
                                          static_cast<double>(kPlaces);
    std::size_t left = 0;
    std::size_t right = 0;
    PdfBox left_box{0, 1e9, 0, -1e9};
    PdfBox right_box = left_box;
    for (const PdfLine& line : lines) {
        const bool is_left = line.box.x1 <= gutter;
        const bool is_right = line.box.x0 >= gutter;
        left += is_left ? 1U : 0U;
        right += is_right ? 1U : 0U;
        PdfBox& box = is_left ? left_box : right_box;
        if (is_left || is_right) {
            box.y0 = std::min(box.y0, line.box.y0);
            box.y1 = std::max(box.y1, line.box.y1);
        }
    }
    const double shared = std::min(left_box.y1, right_box.y1) - std::max(left_box.y0, right_box.y0);
    const bool side_by_side = shared > 0.3 * std::min(left_box.height(), right_box.height());
    const std::size_t over = lines.size() - left - right;
    const bool divides = left >= kFewestLines && right >= kFewestLines && side_by_side &&
                         static_cast<double>(over) <= kMostCrossing * static_cast<double>(lines.size());
    return divides ? gutter : -1;
}

double typical_size(const PdfLine& line) {
    std::vector<std::pair<double, std::size_t>> sizes;
    std::size_t total = 0;
    for (const PdfWord& word : line.words) {
        sizes.emplace_back(word.box.height(), word.text.size());
        total += word.text.size();
    }
    std::sort(sizes.begin(), sizes.end());
    std::size_t seen = 0;
    for (const auto& [size, letters] : sizes) {
        seen += letters;
        if (2 * seen >= total) {
            return size;
        }
    }
    return line.box.height();
}

class Ordering {
  public:
    void add_page(Lines lines) {
        std::stable_sort(lines.begin(), lines.end(),
                         [](const PdfLine& a, const PdfLine& b) { return a.box.y0 < b.box.y0; });
        divide(std::move(lines), kMostDivisions);
    }
    std::vector<PdfTextLine> take() { return std::move(out_); }

  private:
    /// Zones of columns between lines that reach over the gutter.
    void divide(Lines lines, int divisions) {
        const double gutter = divisions > 0 ? find_gutter(lines) : -1;
        if (gutter < 0) {
            add_column(std::move(lines));
            return;
        }
        Lines left;
        Lines right;
        Lines over;
        const auto flush = [&] {
            // What was read so far stands above.
            for (Lines* part : {&left, &right}) {
                if (!part->empty()) {
                    divide(std::exchange(*part, {}), divisions - 1);
                }
            }
        };
        for (PdfLine& line : lines) {
            if (line.box.x1 <= gutter || line.box.x0 >= gutter) {
                if (!over.empty()) {
                    add_column(std::exchange(over, {}));
                }
                (line.box.x1 <= gutter ? left : right).push_back(std::move(line));
            } else {
                flush();
                over.push_back(std::move(line));
            }
        }
        if (!over.empty()) {
            add_column(std::move(over));
        }
        flush();
    }

    /// Pieces at one height are one line: labels and what they label, raised numbers.
    void add_column(Lines lines) {
        constexpr double kSameHeight = 0.6;
        const PdfBox around = box_around(lines);
        Lines merged;
        for (PdfLine& line : lines) {
            PdfLine* before = merged.empty() ? nullptr : &merged.back();
            const double shared = before == nullptr ? 0
                                                    : std::min(before->box.y1, line.box.y1) -
                                                          std::max(before->box.y0, line.box.y0);
            if (before != nullptr &&
                shared > kSameHeight * std::min(before->box.height(), line.box.height())) {
                before->box.cover(line.box);
                std::move(line.words.begin(), line.words.end(), std::back_inserter(before->words));
            } else {
                merged.push_back(std::move(line));
            }
        }
        for (PdfLine& line : merged) {
            std::stable_sort(line.words.begin(), line.words.end(),
                             [](const PdfWord& a, const PdfWord& b) { return a.box.x0 < b.box.x0; });
            const double size = typical_size(line);
            out_.push_back({std::move(line), around.x0, around.x1, column_, size});
        }
        ++column_;
    }

    std::vector<PdfTextLine> out_;
    std::size_t column_ = 0;
};

}  // namespace

std::vector<PdfTextLine> order_pdf_lines(std::vector<PdfPage> pages) {
    drop_pdf_furniture(pages);
    Ordering ordering;
    for (PdfPage& page : pages) {
        if (!page.lines.empty()) {
            ordering.add_page(std::move(page.lines));
        }
    }
    return ordering.take();
}

}  // namespace whereof::article
