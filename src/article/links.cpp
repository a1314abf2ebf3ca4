// SPDX-License-Identifier: MIT
#include "article/links.hpp"

#include "article/author_year.hpp"
#include "article/linked_works.hpp"
#include "article/markers.hpp"
#include "article/number_list.hpp"
#include "article/reference_numbers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace whereof::article {
namespace {

/// Below this share of the list that numbers reach, names and years are looked for too.
constexpr double kNumbersSuffice = 0.3;

MarkerKind kind_of(NumberSystem system) {
    switch (system) {
        case NumberSystem::bracket:
            return MarkerKind::bracket;
        case NumberSystem::parenthesis:
            return MarkerKind::parenthesis;
        default:
            return MarkerKind::superscript;
    }
}

void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(value);
    }
}

class MarkerLinker {
  public:
    MarkerLinker(Article& article, const std::vector<Inline>& inlines, const ReferenceNumbers& numbers)
        : article_(article), inlines_(inlines), numbers_(numbers) {
        for (std::uint32_t i = 0; i < article.references.size(); ++i) {
            if (!article.references[i].id.empty()) {
                by_id_.emplace(article.references[i].id, i);
            }
        }
    }

    void run() {
        add_ids();
        merge_neighbours();
        const std::size_t listed = article_.references.size();
        const bool by_ids = reached() * 2 > listed && listed > 0;
        std::vector<NumberMark> marks = find_number_marks(article_.text, inlines_);
        if (by_ids) {
            std::erase_if(marks, [](const NumberMark& m) { return m.system != NumberSystem::bracket; });
        }
        std::vector<Marker> numbered = resolve_numbers(choose_system(std::move(marks), numbers_));
        const double share =
            static_cast<double>(distinct(numbered)) / static_cast<double>(std::max<std::size_t>(listed, 1));
        if (!by_ids && (share < kNumbersSuffice || !labelled())) {
            std::vector<Marker> named = author_years();
            if (distinct(named) > distinct(numbered)) {
                std::swap(named, numbered);
            }
            // Beside the article's own system the other one means something else, unless that reaches little.
            if (share < kNumbersSuffice) {
                add(std::move(named));
            }
        }
        add(std::move(numbered));
        const bool has_list = reached() * 2 > listed && listed > 0;
        add(find_linked_works(article_, inlines_, article_.markers, has_list));
    }

  private:
    /// Whether the entries have labels of their own, not only places in a list.
    [[nodiscard]] bool labelled() const {
        return !article_.references.empty() && !article_.references.front().reference.label.empty();
    }

    [[nodiscard]] std::size_t reached() const { return distinct(article_.markers); }

    /// How many references the markers lead to.
    [[nodiscard]] std::size_t distinct(const std::vector<Marker>& markers) const {
        std::vector<bool> seen(article_.references.size(), false);
        for (const Marker& marker : markers) {
            for (const std::uint32_t reference : marker.references) {
                seen[reference] = true;
            }
        }
        return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
    }

    /// Adds markers that overlap none of those there are. Both lists are by span.
    void add(std::vector<Marker> fresh) {
        std::vector<Marker> all;
        all.reserve(article_.markers.size() + fresh.size());
        auto old = article_.markers.begin();
        for (Marker& marker : fresh) {
            while (old != article_.markers.end() && old->span.end <= marker.span.begin) {
                all.push_back(std::move(*old++));
            }
            const bool clear = old == article_.markers.end() || old->span.begin >= marker.span.end;
            if (clear && (all.empty() || all.back().span.end <= marker.span.begin)) {
                all.push_back(std::move(marker));
            }
        }
        std::move(old, article_.markers.end(), std::back_inserter(all));
        article_.markers = std::move(all);
    }

    /// Cross-references, footnotes and links to an entry's own id.
    void add_ids() {
        std::vector<Marker> found;
        for (const Inline& in : inlines_) {
            const bool internal = in.kind == InlineKind::link && in.target.starts_with("#");
            if (in.kind != InlineKind::xref && in.kind != InlineKind::footnote && !internal) {
                continue;
            }
            Marker marker;
            marker.kind = in.kind == InlineKind::footnote ? MarkerKind::footnote : MarkerKind::xref;
            marker.span = in.span;
            std::string_view ids = internal ? std::string_view(in.target).substr(1) : in.target;
            while (!ids.empty()) {
                const std::size_t blank = std::min(ids.find(' '), ids.size());
                const auto entry = by_id_.find(std::string(ids.substr(0, blank)));
                if (entry != by_id_.end()) {
                    add_once(marker.references, entry->second);
                } else if (blank > 0 && in.kind == InlineKind::footnote) {
                    marker.dangling.emplace_back(ids.substr(0, blank));
                }
                ids.remove_prefix(std::min(blank + 1, ids.size()));
            }
            if (marker.references.empty() && marker.dangling.empty()) {
                continue;
            }
            fill_range(marker);
            found.push_back(std::move(marker));
        }
        std::sort(found.begin(), found.end(),
                  [](const Marker& a, const Marker& b) { return a.span < b.span; });
        add(std::move(found));
    }

    /// A cross-reference that prints "3–5" but names only its ends means all of them.
    void fill_range(Marker& marker) {
        std::vector<std::uint32_t> printed;
        if (marker.references.empty() || !read_number_list(marker.span.of(article_.text), printed) ||
            printed.size() <= marker.references.size()) {
            return;
        }
        std::vector<std::uint32_t> all;
        for (const std::uint32_t number : printed) {
            for (const std::uint32_t reference : numbers_.find(number, marker.span.begin)) {
                add_once(all, reference);
            }
        }
        const bool agrees = std::all_of(marker.references.begin(), marker.references.end(), [&](auto r) {
            return std::find(all.begin(), all.end(), r) != all.end();
        });
        if (agrees) {
            marker.references = std::move(all);
        }
    }

    /// "[" xref "," xref "–" xref "]" is one marker, with what the dash leaves out.
    void merge_neighbours() {
        std::vector<Marker> merged;
        for (Marker& marker : article_.markers) {
            Marker* before = merged.empty() ? nullptr : &merged.back();
            const bool near = before != nullptr && marker.span.begin - before->span.end <= 12;
            const std::string_view between =
                near ? std::string_view(article_.text)
                           .substr(before->span.end, marker.span.begin - before->span.end)
                     : "x";
            bool dash = false;
            bool separators = true;
            for (std::size_t i = 0; i < between.size();) {
                const char32_t c = text::next_code_point(between, i);
                dash = dash || text::is_dash(c);
                separators = separators && c != U'\n' &&
                             (text::is_dash(c) || text::is_space(c) || c == U',' || c == U';');
            }
            if (!separators) {
                merged.push_back(std::move(marker));
                continue;
            }
            if (dash && !before->references.empty() && !marker.references.empty()) {
                const std::uint32_t first = before->references.back();
                const std::uint32_t last = marker.references.front();
                for (std::uint32_t i = first + 1; i < last && last - first < kMostNumbers; ++i) {
                    add_once(before->references, i);
                }
            }
            for (const std::uint32_t reference : marker.references) {
                add_once(before->references, reference);
            }
            before->dangling.insert(before->dangling.end(), marker.dangling.begin(), marker.dangling.end());
            before->span.end = marker.span.end;
        }
        article_.markers = std::move(merged);
        for (Marker& marker : article_.markers) {
            widen(marker.span);
        }
    }

    /// Takes in the brackets around a marker that hold nothing else.
    void widen(Span& span) const {
        const std::string_view text = article_.text;
        if (span.begin > 0 && span.end < text.size() &&
            ((text[span.begin - 1] == '[' && text[span.end] == ']') ||
             (text[span.begin - 1] == '(' && text[span.end] == ')'))) {
            --span.begin;
            ++span.end;
        }
    }

    [[nodiscard]] std::vector<Marker> resolve_numbers(const std::vector<NumberMark>& marks) const {
        std::vector<Marker> found;
        for (const NumberMark& mark : marks) {
            Marker marker;
            marker.kind = kind_of(mark.system);
            marker.span = mark.span;
            for (const std::uint32_t number : mark.numbers) {
                const std::vector<std::uint32_t>& references = numbers_.find(number, mark.span.begin);
                for (const std::uint32_t reference : references) {
                    add_once(marker.references, reference);
                }
                if (references.empty()) {
                    marker.dangling.push_back(std::to_string(number));
                }
            }
            found.push_back(std::move(marker));
        }
        return found;
    }

    [[nodiscard]] std::vector<Marker> author_years() const {
        if (article_.references.empty()) {
            return {};
        }
        const AuthorYearIndex index(article_.references);
        std::vector<Marker> found = find_author_year_markers(article_.text, index);
        const auto resolved = static_cast<std::size_t>(
            std::count_if(found.begin(), found.end(), [](const Marker& m) { return !m.references.empty(); }));
        // What no entry answers is a fault of the article only where the others are answered.
        const bool sure = resolved >= 3 && resolved * 2 >= found.size();
        if (!sure) {
            std::erase_if(found, [](const Marker& m) { return m.references.empty(); });
            for (Marker& marker : found) {
                marker.dangling.clear();
            }
        }
        return found;
    }

    Article& article_;
    const std::vector<Inline>& inlines_;
    const ReferenceNumbers& numbers_;
    std::unordered_map<std::string, std::uint32_t> by_id_;
};

}  // namespace

void link_markers(Article& article, const std::vector<Inline>& inlines,
                  const std::vector<std::uint32_t>& numbers, const std::vector<std::uint32_t>& lists,
                  const std::vector<std::size_t>& list_places) {
    const ReferenceNumbers known(numbers, lists, list_places);
    MarkerLinker(article, inlines, known).run();
}

}  // namespace whereof::article
