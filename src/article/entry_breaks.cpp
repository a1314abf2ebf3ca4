// SPDX-License-Identifier: MIT
#include "article/entry_breaks.hpp"

#include "article/entry_heads.hpp"
#include "article/reference_score.hpp"
#include "article/reference_section.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace whereof::article {
namespace {

/// What a line must look like to be a whole reference by itself.
constexpr double kWhole = 0.5;
/// So many lines in a row that each are one are a list: two may be the halves of one entry.
constexpr std::size_t kFewestLines = 3;

struct LineLook {
    bool has_head = false;
    bool is_dated = false;
    bool ends_entry = false;
    bool ends_in_address = false;  ///< the last word is a URL or DOI
    bool may_be_whole = false;     ///< begins and ends as an entry does
    bool is_whole = false;
};

bool ends_in_address(std::string_view line) {
    const std::size_t blank = line.rfind(' ');
    const std::string_view word = line.substr(blank == std::string_view::npos ? 0 : blank + 1);
    return word.find("://") != std::string_view::npos || word.starts_with("www.") ||
           word.starts_with("10.") || word.starts_with("doi:");
}

LineLook look_at(std::string_view line) {
    const ReferenceFeatures features = reference_features(line);
    const EntryLabel label = read_entry_label(line);
    LineLook look;
    look.has_head = features.author_head || features.body_head || has_particles(line) ||
                    (label.length > 0 && has_head(line, label));
    look.is_dated = features.year_places > 0;
    look.ends_in_address = ends_in_address(line) && !goes_on(line);
    look.ends_entry = look.ends_in_address || features.ends_like_entry;
    look.may_be_whole = look.ends_entry && features.starts_upper;
    look.is_whole = look.may_be_whole && (look.is_dated || features.identifiers > 0) &&
                    reference_likeness(line) >= kWhole;
    return look;
}

/// Where the numbers of a list go on, from its first line or from a "1" further down; empty where there are
/// not two such lines. A number that jumps ahead needs a head behind it, as has one in a paragraph that
/// begins otherwise.
std::vector<bool> numbered_breaks(const std::vector<std::string_view>& lines) {
    std::vector<bool> breaks(lines.size(), false);
    LabelKind kind = LabelKind::none;
    std::uint32_t last = 0;
    std::size_t labels = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const EntryLabel label = read_entry_label(lines[i], last + 1);
        if (label.number == 0 || (kind != LabelKind::none && label.kind != kind)) {
            continue;
        }
        const bool head = has_head(lines[i], label);
        const bool first = kind == LabelKind::none && (i == 0 || (label.number == 1 && head));
        const bool next = kind != LabelKind::none && label.number == last + 1;
        const bool jumps = kind != LabelKind::none && label.number > last && head;
        if (first || next || jumps) {
            breaks[i] = true;
            kind = label.kind;
            last = label.number;
            ++labels;
        }
    }
    return labels >= 2 ? breaks : std::vector<bool>{};
}

std::vector<bool> unnumbered_breaks(const std::vector<std::string_view>& lines) {
    std::vector<LineLook> looks;
    looks.reserve(lines.size());
    std::ranges::transform(lines, std::back_inserter(looks), look_at);
    const auto whole = static_cast<std::size_t>(std::ranges::count_if(looks, &LineLook::is_whole));
    if (lines.size() >= kFewestLines && 4 * whole >= 3 * lines.size() &&
        std::ranges::all_of(looks, &LineLook::may_be_whole)) {
        return std::vector<bool>(lines.size(), true);
    }
    const bool headed = heads_reference_list(lines[0]);
    std::vector<std::size_t> heads;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool ended = looks[i - 1].ends_entry && !goes_on(lines[i - 1]);
        if (looks[i].has_head && (ended || (i == 1 && headed))) {
            heads.push_back(i);
        }
    }
    const auto is_dated = [&](std::size_t begin, std::size_t end) {
        return std::any_of(looks.begin() + static_cast<std::ptrdiff_t>(begin),
                           looks.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const LineLook& look) { return look.is_dated; });
    };
    std::vector<bool> breaks(lines.size(), false);
    // Running text may end a line with a date too: what stands first must begin as an entry does.
    const bool opened = headed || looks[0].has_head || looks[0].is_whole;
    bool before = headed;  // the piece that is open is dated
    bool found = false;
    std::size_t begin = 0;
    for (std::size_t h = 0; h < heads.size(); ++h) {
        const std::size_t head = heads[h];
        const std::size_t end = h + 1 < heads.size() ? heads[h + 1] : lines.size();
        const bool entry = h > 0 || opened;
        before = before || (entry && is_dated(begin, head));
        const bool address = entry && looks[head - 1].ends_in_address;
        const bool after = is_dated(head, end) || (address && looks[end - 1].ends_in_address);
        if ((before || address) && after) {
            breaks[head] = found = true;
            before = false;
        }
        begin = head;
    }
    if (!found) {
        return {};
    }
    breaks[heads[0]] =
        breaks[heads[0]] || (!opened && is_dated(heads[0], heads[1]));  // a list behind an introduction
    return breaks;
}

}  // namespace

std::vector<bool> entry_breaks(const std::vector<std::string_view>& lines) {
    if (lines.size() < 2) {
        return {};
    }
    std::vector<bool> breaks = numbered_breaks(lines);
    if (breaks.empty() && read_entry_label(lines[0]).number == 0) {
        breaks = unnumbered_breaks(lines);
    }
    if (!breaks.empty()) {
        breaks[0] = true;
    }
    return breaks;
}

}  // namespace whereof::article
