// SPDX-License-Identifier: MIT
#include "article/reference_section.hpp"

#include "article/markers.hpp"
#include "article/unheaded_list.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <optional>

namespace whereof::article {
namespace {

/// What the entries below a heading must look like on average: an unmistakable heading needs less.
constexpr double kBelowStrong = 0.35;
constexpr double kBelowCounted = 0.15;
constexpr double kBelowWeak = 0.6;
/// A second list must look it.
constexpr double kWithoutHeading = 0.65;
constexpr std::size_t kLongestHeading = 90;
constexpr std::string_view kStrong = "strong";

const text::WordList& headings() {
    static const text::WordList list("corpus/words/reference_headings.tsv");
    return list;
}

std::string_view heading_class_of(std::string_view line) {
    const std::string key = line.size() <= kLongestHeading ? heading_key(line) : std::string();
    return key.empty() ? std::string_view{} : headings().class_of(key);
}

/// Finds the lists one kind after the other; lines that one kind has taken are not offered to the next.
class SectionFinder {
  public:
    SectionFinder(const Draft& draft, const std::vector<DraftLine>& lines, const std::vector<bool>& skip)
        : draft_(draft), lines_(lines), skip_(skip) {}

    std::vector<ReferenceSection> run() {
        take_marked();
        take_headed();
        if (sections_.empty()) {
            if (auto list = find_unheaded_list(draft_, lines_, skip_)) {
                sections_.push_back({list->begin, list->run.end, std::move(list->run.entries)});
            }
        }
        std::sort(sections_.begin(), sections_.end(),
                  [](const ReferenceSection& a, const ReferenceSection& b) { return a.begin < b.begin; });
        return std::move(sections_);
    }

  private:
    [[nodiscard]] std::string_view text_of(std::size_t line) const {
        return lines_[line].span.of(draft_.text);
    }
    [[nodiscard]] const Block& block_of(std::size_t line) const { return draft_.blocks[lines_[line].block]; }

    /// Blocks with is_reference: one entry a block, whatever they look like.
    void take_marked() {
        for (std::size_t i = 0; i < lines_.size();) {
            if (!block_of(i).is_reference) {
                ++i;
                continue;
            }
            ReferenceSection section;
            section.begin = i;
            for (; i < lines_.size() && block_of(i).is_reference; ++i) {
                if (!lines_[i].starts_block && !section.entries.empty()) {
                    append_wrapped(section.entries.back().raw, text_of(i));
                    section.entries.back().end = lines_[i].span.end;
                    continue;
                }
                const EntryLabel label = label_of(draft_, lines_[i]);
                const bool named = label.kind != LabelKind::plain;
                Entry entry;
                entry.raw = text_of(i).substr(named ? std::min(label.length, text_of(i).size()) : 0);
                entry.label = block_of(i).label.empty() ? (named ? label.text : "") : block_of(i).label;
                entry.number = named ? label.number : 0;
                entry.first = lines_[i].span;
                entry.end = entry.first.end;
                entry.block = lines_[i].block;
                section.entries.push_back(std::move(entry));
            }
            section.end = i;
            take_heading_above(section);
            sections_.push_back(std::move(section));
        }
    }

    void take_heading_above(ReferenceSection& section) {
        if (section.begin > 0 && headings().contains(heading_key(text_of(section.begin - 1)))) {
            --section.begin;
        }
    }

    /// Is it a raised number, a cross-reference, a footnote or a link within the page?
    [[nodiscard]] bool points(const Inline& in) const {
        const std::string_view text = in.span.of(draft_.text);
        const bool number = !text.empty() && text::is_ascii_digit(text.front());
        return (in.kind == InlineKind::superscript && number) || in.kind == InlineKind::xref ||
               in.kind == InlineKind::footnote || (in.kind == InlineKind::link && in.target.starts_with("#"));
    }

    /// Does text between a heading and the first entry cite? Then it is the article's, and no introduction.
    [[nodiscard]] bool cites(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i) {
            const Span span = lines_[i].span;
            const auto marks = find_number_marks(text_of(i), {});
            const bool marked =
                std::any_of(marks.begin(), marks.end(), [](const NumberMark& mark) { return !mark.weak; });
            const bool pointed =
                std::any_of(draft_.inlines.begin(), draft_.inlines.end(), [&](const Inline& in) {
                    return in.span.begin >= span.begin && in.span.end <= span.end && points(in);
                });
            if (marked || pointed) {
                return true;
            }
        }
        return false;
    }

    void take_headed() {
        const bool marked = !sections_.empty();
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
            if (block_of(i).is_reference || skip_[lines_[i].block]) {
                continue;
            }
            const std::string_view kind = heading_class_of(text_of(i));
            if (kind.empty() || block_of(i + 1).is_reference) {
                continue;
            }
            EntryRun run = read_entries(draft_, lines_, i + 1);
            end_before_marked(run, i + 1);
            // Numbers that go on from 1 say as much as what the entries look like.
            const bool counted = run.numbered && run.entries.size() >= 3 && run.entries.front().number == 1;
            const double strong = counted ? kBelowCounted : kBelowStrong;
            const double weak = marked ? kWithoutHeading : kBelowWeak;
            if (run.entries.empty() || run.likeness < (kind == kStrong ? strong : weak)) {
                continue;
            }
            const std::size_t begin = cites(i + 1, run.begin) ? run.begin : i;
            sections_.push_back({begin, run.end, std::move(run.entries)});
            take_restarted(run.end);
            i = sections_.back().end - 1;
        }
    }

    /// Footnotes and other blocks that are a list already may follow a headed one; they are no part of it.
    void end_before_marked(EntryRun& run, std::size_t begin) const {
        std::size_t end = begin;
        while (end < run.end && !block_of(end).is_reference) {
            ++end;
        }
        if (end < run.end) {
            const std::size_t offset = lines_[end].span.begin;
            std::erase_if(run.entries, [offset](const Entry& entry) { return entry.first.begin >= offset; });
            run.end = end;
        }
    }

    /// A list whose numbers start again directly behind another.
    void take_restarted(std::size_t line) {
        while (line < lines_.size() && !block_of(line).is_reference &&
               label_of(draft_, lines_[line]).number == 1) {
            EntryRun run = read_entries(draft_, lines_, line);
            if (run.entries.empty() || run.likeness < kWithoutHeading) {
                return;
            }
            sections_.push_back({line, run.end, std::move(run.entries)});
            line = run.end;
        }
    }

    const Draft& draft_;
    const std::vector<DraftLine>& lines_;
    const std::vector<bool>& skip_;
    std::vector<ReferenceSection> sections_;
};

}  // namespace

std::vector<ReferenceSection> find_reference_sections(const Draft& draft, const std::vector<DraftLine>& lines,
                                                      const std::vector<bool>& skip) {
    std::vector<ReferenceSection> sections = SectionFinder(draft, lines, skip).run();
    for (std::uint32_t list = 0; list < sections.size(); ++list) {
        std::vector<Entry> works;
        for (Entry& entry : sections[list].entries) {
            for (Entry& work : split_works(std::move(entry))) {
                work.list = list;
                works.push_back(std::move(work));
            }
        }
        std::uint32_t place = 0;
        for (Entry& work : works) {
            ++place;
            work.number = work.number == 0 && work.label.empty() ? place : work.number;
        }
        sections[list].entries = std::move(works);
    }
    return sections;
}

bool heads_reference_list(std::string_view line) { return !heading_class_of(line).empty(); }

bool surely_heads_reference_list(std::string_view line) { return heading_class_of(line) == kStrong; }

}  // namespace whereof::article
