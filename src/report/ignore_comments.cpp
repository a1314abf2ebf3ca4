// SPDX-License-Identifier: MIT
#include "report/ignore_comments.hpp"

#include "report/rules.hpp"
#include "report/settled_claims.hpp"
#include "report/terminal.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace whereof::report {
namespace {

using article::Position;

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kWord = "whereof:ignore";

/// Lines of a file by their offsets, asked for in ascending order.
class Lines {
  public:
    explicit Lines(std::string_view bytes) : bytes_(bytes) {}

    /// Moves on to the line that holds `offset`.
    void go_to(std::size_t offset) {
        while (end_ <= offset && end_ < bytes_.size()) {
            blank_before_ = text::trim(line()).empty();
            begin_ = end_;
            end_ = end_of(begin_);
            ++number_;
            if (blank_before_) {
                block_ = number_;
            }
        }
    }
    [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
    [[nodiscard]] std::uint32_t block() const noexcept { return block_; }
    [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
    [[nodiscard]] std::string_view line() const noexcept { return bytes_.substr(begin_, end_ - begin_); }

  private:
    [[nodiscard]] std::size_t end_of(std::size_t begin) const noexcept {
        return std::min(bytes_.find('\n', begin), bytes_.size() - 1) + 1;
    }

    std::string_view bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = bytes_.empty() ? 0 : end_of(0);
    std::uint32_t number_ = 1;
    std::uint32_t block_ = 1;
    bool blank_before_ = false;
};

bool is_rule_letter(char c) { return text::is_ascii_alnum(c) || c == '-' || c == '_'; }

std::string_view without_dashes(std::string_view text) {
    for (text = text::trim(text); !text.empty();) {
        std::size_t at = 0;
        const char32_t c = text::next_code_point(text, at);
        if (!text::is_dash(c) && c != U':') {
            break;
        }
        text = text::trim(text.substr(at));
    }
    return text;
}

/// Reads what follows "whereof:ignore" up to the end of the comment.
Result<IgnoreComment> read_comment(std::string_view text) {
    IgnoreComment out;
    do {
        text = text::trim(text);
        const auto end =
            static_cast<std::size_t>(std::ranges::find_if_not(text, is_rule_letter) - text.begin());
        const std::string_view rule = text.substr(0, end);
        if (find_rule(rule) == nullptr) {
            return Error{
                fmt::format("'{}' is no rule that whereof:ignore could name (mismatch, uncited-claim, …)",
                            clipped(rule, 60))};
        }
        out.rules.emplace_back(rule);
        text = text::trim(text.substr(end));
        if (!text.starts_with(',')) {
            break;
        }
        text.remove_prefix(1);
    } while (true);
    out.reason = one_line(without_dashes(text));
    if (out.reason.empty()) {
        return Error{
            fmt::format("whereof:ignore needs a reason: <!-- whereof:ignore {} — why it may stand -->",
                        out.rules.front())};
    }
    return out;
}

/// Is there nothing but blanks and comments on the line around [begin, end)?
bool stands_alone(std::string_view bytes, std::size_t line_begin, std::size_t begin, std::size_t end) {
    const std::size_t line_end = std::min(bytes.find('\n', end), bytes.size());
    return text::trim(bytes.substr(line_begin, begin - line_begin)).empty() &&
           text::trim(bytes.substr(end, line_end - end)).empty();
}

/// A comment alone on its line waits for the line that it speaks of.
void settle(std::vector<IgnoreComment>& waiting, std::uint32_t line, std::vector<IgnoreComment>& out) {
    for (IgnoreComment& comment : waiting) {
        comment.place = {line, 1};
        out.push_back(std::move(comment));
    }
    waiting.clear();
}

/// The first byte after `from` that is no white space, and its line.
void settle_before(std::vector<IgnoreComment>& waiting, std::string_view bytes, std::size_t from,
                   std::size_t until, Lines lines, std::vector<IgnoreComment>& out) {
    if (waiting.empty()) {
        return;
    }
    const std::size_t at = bytes.find_first_not_of(" \t\r\n", from);
    if (at < until) {
        lines.go_to(at);
        settle(waiting, lines.number(), out);
    }
}

}  // namespace

std::vector<IgnoreComment> read_ignore_comments(std::string_view bytes, std::vector<Error>& faults) {
    std::vector<IgnoreComment> out;
    if (bytes.find(kWord) == std::string_view::npos) {
        return out;
    }
    std::vector<IgnoreComment> waiting;
    Lines lines(bytes);
    std::size_t past = 0;  // of the last comment of ours
    for (std::size_t begin = bytes.find(kOpen); begin != std::string_view::npos;) {
        const std::size_t inside = begin + kOpen.size();
        const std::size_t close = bytes.find(kClose, inside);
        if (close == std::string_view::npos) {
            break;
        }
        const std::string_view text = text::trim(bytes.substr(inside, close - inside));
        const std::size_t end = close + kClose.size();
        if (text.starts_with(kWord)) {
            settle_before(waiting, bytes, past, begin, lines, out);
            lines.go_to(begin);
            auto comment = read_comment(text.substr(kWord.size()));
            if (!comment) {
                faults.push_back({fmt::format("line {}: {}", lines.number(), comment.error().what)});
            } else if (stands_alone(bytes, lines.begin(), begin, end)) {
                comment->alone = true;
                waiting.push_back(std::move(*comment));
            } else {
                const std::string_view before = bytes.substr(lines.begin(), begin - lines.begin());
                const auto letters = std::ranges::count_if(
                    before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
                comment->place = {lines.number(), static_cast<std::uint32_t>(letters) + 1};
                comment->block = lines.block();
                out.push_back(std::move(*comment));
            }
            past = end;
        }
        begin = bytes.find(kOpen, end);
    }
    settle_before(waiting, bytes, past, bytes.size(), lines, out);
    return out;
}

namespace {

bool before(const Position& a, const Position& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
}

/// The references of an article by place.
std::vector<std::pair<Position, std::size_t>> places_of(const article::Article& article) {
    std::vector<std::pair<Position, std::size_t>> out;
    for (std::size_t i = 0; i < article.references.size(); ++i) {
        out.emplace_back(article.references[i].position, i);
    }
    std::ranges::stable_sort(out, before, &std::pair<Position, std::size_t>::first);
    return out;
}

/// The reference that a comment between other text stands in, or on its line before.
std::optional<std::size_t> reference_at(const std::vector<std::pair<Position, std::size_t>>& places,
                                        const IgnoreComment& comment) {
    const auto after =
        std::ranges::upper_bound(places, comment.place, before, &std::pair<Position, std::size_t>::first);
    if (after != places.begin() && std::prev(after)->first.line >= comment.block) {
        return std::prev(after)->second;
    }
    if (after != places.end() && after->first.line == comment.place.line) {
        return after->second;
    }
    return std::nullopt;
}

bool names(const IgnoreComment& comment, std::string_view rule) {
    return std::ranges::find(comment.rules, rule) != comment.rules.end();
}

/// Findings with a place and no reference, by line.
using ByLine = std::multimap<std::uint32_t, std::size_t>;

/// The column that a comment speaks of on its line: the nearest at or before it, else the first after it.
std::uint32_t column_meant(const CheckedArticle& checked, const IgnoreComment& comment,
                           const ByLine& by_line) {
    std::uint32_t best = 0;
    const auto [first, last] = by_line.equal_range(comment.place.line);
    for (auto at = first; at != last; ++at) {
        const finding::Finding& finding = checked.findings[at->second];
        const std::uint32_t column = finding.column;
        if (!names(comment, finding.rule)) {
            continue;
        }
        const bool is_before = column <= comment.place.column;
        const bool best_is_before = best != 0 && best <= comment.place.column;
        if (best == 0 || (is_before ? !best_is_before || column > best : !best_is_before && column < best)) {
            best = column;
        }
    }
    return best;
}

void quiet_reference(CheckedArticle& checked, const IgnoreComment& comment, std::size_t reference,
                     const std::multimap<std::size_t, std::size_t>& by_reference) {
    const Suppression suppression{Suppression::By::comment, comment.reason};
    if (reference < checked.verdicts.size() &&
        names(comment, finding::name(checked.verdicts[reference].headline))) {
        checked.quiet_verdicts.emplace(reference, suppression);
    }
    const auto [first, last] = by_reference.equal_range(reference);
    for (auto at = first; at != last; ++at) {
        if (names(comment, checked.findings[at->second].rule)) {
            checked.quiet_findings.emplace(at->second, suppression);
        }
    }
}

}  // namespace

void apply_ignore_comments(const std::vector<IgnoreComment>& comments, CheckedArticle& checked) {
    if (comments.empty()) {
        return;
    }
    const auto places = places_of(checked.article);
    ByLine by_line;
    std::multimap<std::size_t, std::size_t> by_reference;
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        const finding::Finding& finding = checked.findings[i];
        if (finding.reference) {
            by_reference.emplace(*finding.reference, i);
        } else {
            by_line.emplace(finding.line, i);
        }
    }
    for (const IgnoreComment& comment : comments) {
        const std::uint32_t line = comment.place.line;
        if (!comment.alone) {
            if (const auto reference = reference_at(places, comment)) {
                quiet_reference(checked, comment, *reference, by_reference);
            }
        } else {
            auto at = std::ranges::lower_bound(places, Position{line, 0}, before,
                                               &std::pair<Position, std::size_t>::first);
            for (; at != places.end() && at->first.line == line; ++at) {
                quiet_reference(checked, comment, at->second, by_reference);
            }
        }
        const std::uint32_t column = comment.alone ? 0 : column_meant(checked, comment, by_line);
        const auto [first, last] = by_line.equal_range(line);
        for (auto at = first; at != last; ++at) {
            const finding::Finding& finding = checked.findings[at->second];
            if (names(comment, finding.rule) && (comment.alone || finding.column == column)) {
                checked.quiet_findings.emplace(at->second,
                                               Suppression{Suppression::By::comment, comment.reason});
            }
        }
    }
    settle_claims(checked);
}

}  // namespace whereof::report
