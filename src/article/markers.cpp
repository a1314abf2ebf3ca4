// SPDX-License-Identifier: MIT
#include "article/markers.hpp"

#include "article/mark_guards.hpp"
#include "article/number_list.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

namespace whereof::article {
namespace {

using text::is_ascii_digit;
using text::next_code_point;

constexpr std::size_t kLongestMark = 400;
class MarkFinder {
  public:
    MarkFinder(std::string_view text, const std::vector<Inline>& inlines) : text_(text) {
        for (const Inline& in : inlines) {
            if (in.kind == InlineKind::superscript) {
                raised_.push_back(in.span);
            }
        }
    }

    std::vector<NumberMark> run() {
        for (const Span& span : raised_) {
            add_raised(span);
        }
        std::size_t raised = 0;
        for (std::size_t at = 0; at < text_.size();) {
            while (raised < raised_.size() && raised_[raised].end <= at) {
                ++raised;
            }
            if (raised < raised_.size() && raised_[raised].contains(at)) {
                at = raised_[raised].end;
                continue;
            }
            at = look_at(at);
        }
        drop_counting();
        std::sort(marks_.begin(), marks_.end(),
                  [](const NumberMark& a, const NumberMark& b) { return a.span < b.span; });
        merge_ranges();
        return std::move(marks_);
    }

  private:
    std::size_t look_at(std::size_t at) {
        const char c = text_[at];
        if (c == '[' || c == '(') {
            return add_bracketed(at);
        }
        if (is_ascii_digit(c)) {
            return add_plain(at);
        }
        if (static_cast<unsigned char>(c) == 0xC2 || static_cast<unsigned char>(c) == 0xE2) {
            return add_superscript(at);
        }
        return at + 1;
    }

    void add(NumberSystem system, Span span, std::vector<std::uint32_t> numbers, bool weak = false) {
        marks_.push_back({system, span, std::move(numbers), weak, false});
    }

    std::size_t add_bracketed(std::size_t at) {
        const char close = text_[at] == '[' ? ']' : ')';
        const std::size_t first =
            text_[at] == '[' && at + 1 < text_.size() && text_[at + 1] == '[' ? at + 1 : at;
        std::size_t end = first + 1;
        while (end < text_.size() && end - first < kLongestMark && text_[end] != close &&
               text_[end] != '\n' && text_[end] != '[' && text_[end] != '(') {
            ++end;
        }
        if (end >= text_.size() || text_[end] != close) {
            return at + 1;
        }
        std::vector<std::uint32_t> numbers;
        const Span span{first, end + 1};
        if (!read_number_list(text_.substr(first + 1, end - first - 1), numbers)) {
            return first + 1;
        }
        if (close == ']' && !is_interval(text_, span, numbers)) {
            add(NumberSystem::bracket, span, std::move(numbers));
        } else if (close == ')') {
            const Trust trust = parenthesis_trust(text_, span, numbers);
            if (trust != Trust::none) {
                if (trust == Trust::counting) {
                    counting_.push_back(marks_.size());
                }
                const bool plain =
                    text_.substr(span.begin, span.size()).find_first_of(",;&") == std::string_view::npos;
                const bool range = numbers.size() > 2 && plain;
                add(NumberSystem::parenthesis, span, std::move(numbers), trust == Trust::weak);
                marks_.back().range = range;
            }
        }
        return end + 1;
    }

    /// A run of the raised digits of Unicode.
    std::size_t add_superscript(std::size_t at) {
        std::size_t next = at;
        if (digit_value(next_code_point(text_, next)) < 0) {
            return next;
        }
        std::size_t end = at;
        for (std::size_t i = at; i < text_.size() && i - at < kLongestMark;) {
            std::size_t after = i;
            const char32_t c = next_code_point(text_, after);
            const bool digit = digit_value(c) >= 0 && c >= 128;
            if (digit) {
                end = after;
            } else if (c != U',' && c != U'˒' && c != U'⁻' && !text::is_dash(c) && c != U'⸴') {
                break;
            }
            i = after;
        }
        std::vector<std::uint32_t> numbers;
        std::string list(text_.substr(at, end - at));
        for (const std::string_view comma : {"˒", "⸴"}) {
            for (std::size_t i = list.find(comma); i != std::string::npos; i = list.find(comma)) {
                list.replace(i, comma.size(), ",");
            }
        }
        const Span span{at, end};
        if (read_number_list(list, numbers) && !is_exponent(text_, span, numbers)) {
            add(NumberSystem::superscript, span, std::move(numbers));
        }
        return end;
    }

    void add_raised(Span span) {
        std::vector<std::uint32_t> numbers;
        std::string_view inner = text::trim(span.of(text_));
        if (inner.size() >= 2 && ((inner.front() == '[' && inner.back() == ']') ||
                                  (inner.front() == '(' && inner.back() == ')'))) {
            inner = inner.substr(1, inner.size() - 2);
        }
        while (!inner.empty() && (inner.front() == ',' || inner.front() == ';')) {
            inner = text::trim(inner.substr(1));
        }
        while (!inner.empty() && (inner.back() == ',' || inner.back() == ';')) {
            inner = text::trim(inner.substr(0, inner.size() - 1));
        }
        if (inner.size() <= kLongestMark && read_number_list(inner, numbers) &&
            !is_exponent(text_, span, numbers)) {
            add(NumberSystem::superscript, span, std::move(numbers));
        }
    }

    /// Plain digits behind a word or its stop.
    std::size_t add_plain(std::size_t at) {
        std::size_t end = at;
        while (end < text_.size() && is_ascii_digit(text_[end])) {
            ++end;
        }
        const PlainPlace place = plain_place(text_, at);
        if (place.kind == PlainPlace::Kind::none || end - at > 3) {
            return end;
        }
        const bool spaced = place.kind == PlainPlace::Kind::spaced;
        end = plain_list_end(text_, at, spaced);
        std::vector<std::uint32_t> numbers;
        if (!read_number_list(text_.substr(at, end - at), numbers) || !plain_may_end(text_, end, spaced)) {
            return end;
        }
        // Behind a stop a sentence must begin after the number, and "costs 1,2 ." is as good as a stop.
        const bool before_stop = spaced && text_.substr(end).starts_with(" .");
        const bool stop_inside =
            spaced && !place.weak && end < text_.size() && text_[end] != ' ' && text_[end] != '\n';
        add(spaced ? NumberSystem::spaced : NumberSystem::glued, {place.begin, end}, std::move(numbers),
            (place.weak && !before_stop) || stop_inside);
        return end;
    }

    /// Takes out "(1) one thing, (2) another": marks that count from 1 on within one paragraph, of which most
    /// stand where an item may open. Where each begins a sentence they may be markers behind the stop before:
    /// these stay as weak ones.
    void drop_counting() {
        std::vector<std::size_t> run;
        for (std::size_t i = 0; i < counting_.size(); ++i) {
            const NumberMark& mark = marks_[counting_[i]];
            const bool new_line = i > 0 && line_between(marks_[counting_[i - 1]].span.end, mark.span.begin);
            const std::uint32_t number = mark.numbers.front();
            if (new_line || number == 1) {
                drop_run(run);
            }
            if (number == run.size() + 1) {
                run.push_back(counting_[i]);
            }
        }
        drop_run(run);
        std::erase_if(marks_, [](const NumberMark& mark) { return mark.numbers.empty(); });
    }

    /// `run`: marks (1), (2), (3) …; empty afterwards.
    void drop_run(std::vector<std::size_t>& run) {
        std::size_t opening = 0;
        for (const std::size_t i : run) {
            opening += opens_item(text_, marks_[i].span.begin) ? 1U : 0U;
        }
        const bool first_opens = !run.empty() && opens_item(text_, marks_[run.front()].span.begin);
        const std::size_t later = opening - (first_opens ? 1U : 0U);
        const bool counts = run.size() > 1 ? later * 2 > run.size() - 1 : first_opens;
        const bool announced = run.size() > 1 && is_announced(marks_[run.front()].span.begin);
        for (const std::size_t i : run) {
            NumberMark& mark = marks_[i];
            mark.weak = mark.weak || counts;
            if (counts && (announced || !after_stop(mark.span))) {
                mark.numbers.clear();
            }
        }
        run.clear();
    }

    /// Does "(1)" stand where only an enumeration begins: behind a colon, "the following.", or first in its
    /// line?
    [[nodiscard]] bool is_announced(std::size_t begin) const {
        while (begin > 0 && text_[begin - 1] == ' ') {
            --begin;
        }
        constexpr std::string_view kFollowing = "following.";
        return begin == 0 || text_[begin - 1] == ':' || text_[begin - 1] == '\n' ||
               text_.substr(0, begin).ends_with(kFollowing);
    }

    [[nodiscard]] bool line_between(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
    }

    [[nodiscard]] bool after_stop(Span span) const {
        std::size_t left = span.begin;
        while (left > 0 && text_[left - 1] == ' ') {
            --left;
        }
        std::size_t next = span.end + 1;
        return left > 0 && text_[left - 1] == '.' && next < text_.size() &&
               text::is_upper(next_code_point(text_, next));
    }

    /// "[1]–[3]" and raised "1" dash raised "3" are one marker each.
    void merge_ranges() {
        std::vector<NumberMark> merged;
        for (NumberMark& mark : marks_) {
            if (merged.empty() || merged.back().system != mark.system ||
                mark.span.begin < merged.back().span.end) {
                merged.push_back(std::move(mark));
                continue;
            }
            NumberMark& before = merged.back();
            const bool dash =
                is_only_a_dash(text_.substr(before.span.end, mark.span.begin - before.span.end));
            const std::uint32_t first = before.numbers.back();
            if (dash && mark.numbers.front() > first && mark.numbers.front() - first < kMostNumbers &&
                before.numbers.size() + mark.numbers.size() < kMostNumbers) {
                append_range(first + 1, mark.numbers.front(), before.numbers);
                before.numbers.insert(before.numbers.end(), mark.numbers.begin() + 1, mark.numbers.end());
                before.span.end = mark.span.end;
            } else {
                merged.push_back(std::move(mark));
            }
        }
        marks_ = std::move(merged);
    }

    std::string_view text_;
    std::vector<Span> raised_;
    std::vector<NumberMark> marks_;
    std::vector<std::size_t> counting_;  ///< indexes into marks_, before it is sorted
};

}  // namespace

std::vector<NumberMark> find_number_marks(std::string_view text, const std::vector<Inline>& inlines) {
    return MarkFinder(text, inlines).run();
}

}  // namespace whereof::article
