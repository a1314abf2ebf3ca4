// SPDX-License-Identifier: MIT
#include "text/sentences.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace whereof::text {
namespace {

/// A bracket that stays open longer than this does not keep sentences together: it is a typing mistake.
constexpr std::size_t kLongestBracket = 400;
/// No abbreviation is longer; what stands before a stop is looked at no further back.
constexpr std::size_t kLongestToken = 24;

const WordList& abbreviations() {
    static const WordList list("corpus/words/abbreviations.tsv");
    return list;
}

const WordList& starters() {
    static const WordList list("corpus/words/sentence_starters.txt");
    return list;
}

char32_t peek(std::string_view text, std::size_t at) {
    return at < text.size() ? next_code_point(text, at) : U'\0';
}

bool is_superscript_digit(char32_t c) {
    return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}

bool is_closer(char32_t c) {
    return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'}' || c == U'”' || c == U'’' ||
           c == U'»' || c == U'“' || c == U'›';
}

bool is_opener(char32_t c) {
    return c == U'"' || c == U'\'' || c == U'(' || c == U'[' || c == U'{' || c == U'“' || c == U'‘' ||
           c == U'«' || c == U'„' || c == U'‚' || c == U'¿' || c == U'¡' || c == U'*' || c == U'_';
}

bool is_list_punctuation(char32_t c) { return c == U',' || c == U';' || c == U'⁻' || is_dash(c); }

bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }

/// Moves past code points of a class; a separator counts only between two of them.
template <typename IsMember>
std::size_t skip_list(std::string_view text, std::size_t at, IsMember is_member) {
    std::size_t end = at;
    std::size_t next = at;
    while (next < text.size()) {
        std::size_t after = next;
        const char32_t c = next_code_point(text, after);
        if (is_member(c)) {
            end = after;
        } else if (!is_list_punctuation(c) || end == at) {
            break;
        }
        next = after;
    }
    return end;
}

/// Past "[1, 2]" or "[^note]" at `at`, or `at` itself when there is none. Only numbers and footnotes' names
/// are markers here.
std::size_t skip_bracket_marker(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '[') {
        return at;
    }
    if (text.substr(at, 2) == "[^") {
        const std::size_t close = text.substr(at, kLongestToken).find_first_of("] \n", 2);
        return close != std::string_view::npos && text[at + close] == ']' ? at + close + 1 : at;
    }
    std::size_t i = at + 1;
    bool digits = false;
    while (i < text.size() && text[i] != ']' && i - at < kLongestBracket) {
        const char32_t c = next_code_point(text, i);
        if (c < 128 && is_ascii_digit(static_cast<char>(c))) {
            digits = true;
        } else if (!is_list_punctuation(c) && c != U' ') {
            return at;
        }
    }
    return digits && i < text.size() && text[i] == ']' ? i + 1 : at;
}

/// Past what belongs to the sentence that ends at `at`: markers, quotes, brackets, in any order.
std::size_t skip_tail(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = next_code_point(text, next);
        if (is_closer(c)) {
            at = next;
        } else if (is_superscript_digit(c)) {
            at = skip_list(text, at, is_superscript_digit);
        } else if (const std::size_t end = skip_bracket_marker(text, at); end != at) {
            at = end;
        } else if (const std::size_t after = skip_bracket_marker(text, next);
                   is_list_punctuation(c) && after != next) {
            at = after;  // "[1]–[3]"
        } else {
            break;
        }
    }
    return at;
}

/// Past plain digits glued to a stop ("pain.1,2 The"), where they can only be a marker: a letter or a bracket
/// stands before the stop, and a blank or the end follows.
std::size_t skip_glued_numbers(std::string_view text, std::size_t stop, std::size_t at) {
    if (at >= text.size() || !is_ascii_digit(text[at]) || stop == 0 || is_ascii_digit(text[stop - 1]) ||
        is_ascii_space(text[stop - 1])) {
        return at;
    }
    const std::size_t end =
        skip_list(text, at, [](char32_t c) { return c < 128 && is_ascii_digit(static_cast<char>(c)); });
    const bool stands_alone = end == text.size() || is_space(peek(text, end));
    return stands_alone && end - at <= 40 ? end : at;
}

/// For each byte whether it stands in round brackets that are closed soon enough.
std::vector<bool> inside_brackets(std::string_view text) {
    std::vector<bool> inside(text.size() + 1, false);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(') {
            open.push_back(i);
        } else if (text[i] == ')' && !open.empty()) {
            // Only the outermost short pair is painted, so that each byte is painted a bounded number of
            // times.
            if (i - open.back() <= kLongestBracket) {
                std::fill(inside.begin() + static_cast<std::ptrdiff_t>(open.back()),
                          inside.begin() + static_cast<std::ptrdiff_t>(i), true);
            }
            open.pop_back();
        } else if (text[i] == '\n' && i + 1 < text.size() && text[i + 1] == '\n') {
            open.clear();
        }
    }
    return inside;
}

/// The word before a full stop: letters and inner stops, lower case.
std::string token_before(std::string_view text, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > 0 && stop - begin < kLongestToken) {
        const char c = text[begin - 1];
        const bool part = is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || c == '.';
        if (!part) {
            break;
        }
        --begin;
    }
    while (begin < stop && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
        ++begin;
    }
    return std::string(text.substr(begin, stop - begin));
}

std::string next_word(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < kLongestToken) {
        std::size_t next = end;
        if (!is_letter(next_code_point(text, next))) {
            break;
        }
        end = next;
    }
    return ascii_lower(text.substr(at, end - at));
}

/// Whether a full stop at `stop` with `next` (the next sentence's first byte) ends nothing.
bool is_abbreviation(std::string_view text, std::size_t stop, std::size_t sentence, std::size_t next) {
    const std::string token = token_before(text, stop);
    if (token.empty()) {
        return false;
    }
    const bool digit_follows = is_ascii_digit(text[next]);
    const bool starter_follows = starters().contains(next_word(text, next));
    const std::string_view kind = abbreviations().class_of(ascii_lower(token));
    if (kind == "inside") {
        return true;
    }
    if (kind == "number") {
        return digit_follows;
    }
    if (kind == "either") {
        return !starter_follows;
    }
    const bool at_start = stop - token.size() <= sentence;
    const bool all_digits = std::all_of(token.begin(), token.end(), is_ascii_digit);
    if (all_digits) {
        return at_start && token.size() <= 3;  // "1. First item": the number of a list item
    }
    std::size_t last = token.size();
    const char32_t letter = is_valid_utf8(token) ? previous_code_point(token, last) : U'\0';
    const bool single = is_upper(letter) && (last == 0 || token[last - 1] == '.');
    return single && !starter_follows && !digit_follows;  // "J. Smith", "J.K. Rowling"
}

/// The first byte after `at` that is not white space.
std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t next = at;
        if (!is_space(next_code_point(text, next))) {
            break;
        }
        at = next;
    }
    return at;
}

/// Whether a line that begins at `at` starts a list item: "- ", "• ", "1. ", "a) ".
bool starts_item(std::string_view text, std::size_t at) {
    at = skip_space(text, at);
    std::size_t next = at;
    const char32_t c = at < text.size() ? next_code_point(text, next) : U'\0';
    if (c == U'•' || c == U'◦' || c == U'▪' || c == U'‣' || c == U'●' || c == U'–') {
        return true;
    }
    if (c == U'-' || c == U'*') {
        return is_space(peek(text, next));
    }
    std::size_t digits = at;
    while (digits < text.size() && digits - at < 4 && is_ascii_digit(text[digits])) {
        ++digits;
    }
    const bool letter = digits == at && c < 128 && is_ascii_lower(static_cast<char>(c));
    const std::size_t mark = letter ? next : digits;
    if (mark == at || mark + 1 >= text.size()) {
        return false;
    }
    return (text[mark] == ')' || (text[mark] == '.' && !letter)) && is_ascii_space(text[mark + 1]);
}

/// Where the next sentence may begin: `at` moved past opening quotes and brackets.
std::size_t skip_openers(std::string_view text, std::size_t at) {
    for (int i = 0; i < 4 && at < text.size(); ++i) {
        std::size_t next = at;
        if (!is_opener(next_code_point(text, next))) {
            break;
        }
        at = next;
    }
    return at;
}

/// Past numbers in round or square brackets at `at` and the blanks behind them: "(13, 14) ". `at` when there
/// are none.
std::size_t skip_bracketed_numbers(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongest = 80;
    if (at >= text.size() || (text[at] != '(' && text[at] != '[')) {
        return at;
    }
    const std::size_t close = text.substr(0, at + kLongest).find(text[at] == '(' ? ')' : ']', at);
    if (close == std::string_view::npos || close == at + 1) {
        return at;
    }
    for (std::size_t i = at + 1; i < close;) {
        const char32_t c = next_code_point(text, i);
        if (!(c >= U'0' && c <= U'9') && c != U',' && c != U';' && c != U' ' && c != U'-' && c != U'–') {
            return at;
        }
    }
    const bool joined = close + 1 < text.size() && (text[close + 1] == ',' || text[close + 1] == ';');
    return skip_space(text, close + (joined ? 2 : 1));
}

class Splitter {
  public:
    explicit Splitter(std::string_view text) : text_(text), inside_(inside_brackets(text)) {}

    std::vector<Span> run() {
        begin_ = skip_space(text_, 0);
        for (std::size_t i = begin_; i < text_.size();) {
            const std::size_t after = step(i);
            i = after;
        }
        finish(text_.size());
        return std::move(sentences_);
    }

  private:
    /// Looks at the byte at `i`, ends a sentence if it must, and gives the next byte to look at.
    std::size_t step(std::size_t i) {
        if (text_[i] == '\n') {
            const std::size_t line = i + 1;
            const std::size_t next = skip_space(text_, line);
            const bool blank_line = text_.substr(line, next - line).find('\n') != std::string_view::npos;
            if (blank_line || starts_item(text_, line)) {
                finish(i);
                return begin_ = next;
            }
            return line;
        }
        const bool ideographic = text_.substr(i, 3) == "。";
        const bool ellipsis = text_.substr(i, 3) == "…";
        if (!is_stop(text_[i]) && !ideographic && !ellipsis) {
            return i + 1;
        }
        std::size_t end = i + (ideographic || ellipsis ? 3 : 1);
        while (end < text_.size() && is_stop(text_[end])) {
            ++end;
        }
        const std::size_t tail = skip_tail(text_, skip_glued_numbers(text_, i, skip_tail(text_, end)));
        if (!ends_sentence(i, end, tail, ideographic)) {
            return end;
        }
        finish(tail);
        return begin_ = skip_space(text_, tail);
    }

    bool ends_sentence(std::size_t stop, std::size_t end, std::size_t tail, bool ideographic) const {
        if (ideographic) {
            return true;
        }
        const std::size_t next = skip_space(text_, tail);
        if (next == text_.size()) {
            return false;  // the last sentence ends with the text
        }
        if (next == tail || (inside_[stop] && inside_[tail])) {
            return false;
        }
        if (const std::size_t behind = skip_bracketed_numbers(text_, next);
            behind != next && is_letter(peek(text_, behind)) &&
            (is_lower(peek(text_, behind)) || trim(text_.substr(next, behind - next)).ends_with(','))) {
            return false;  // "conditions. (13) and drowsiness": the stop is no stop
        }
        const std::size_t word = skip_openers(text_, next);
        if (word == text_.size() || is_lower(peek(text_, word))) {
            return false;
        }
        if (text_.substr(stop, 3) == "…" || end - stop >= 3) {
            return is_upper(peek(text_, word));
        }
        return text_[stop] != '.' || end - stop > 1 || tail != end ||
               !is_abbreviation(text_, stop, begin_, word);
    }

    void finish(std::size_t end) {
        while (end > begin_) {
            std::size_t before = end;
            if (is_ascii_space(text_[end - 1])) {
                --end;
                continue;
            }
            // No-break and other wide blanks are two or three bytes.
            while (before > begin_ && (static_cast<unsigned char>(text_[before - 1]) & 0xC0U) == 0x80U) {
                --before;
            }
            if (before == end || before == begin_ || !is_space(peek(text_, before - 1))) {
                break;
            }
            end = before - 1;
        }
        if (end > begin_) {
            sentences_.push_back({begin_, end});
        }
        begin_ = end;
    }

    std::string_view text_;
    std::vector<bool> inside_;
    std::vector<Span> sentences_;
    std::size_t begin_ = 0;
};

}  // namespace

namespace {

/// Cuts a span at blanks into pieces of at most kLongestSentence bytes.
void append_pieces(std::string_view text, Span span, std::vector<Span>& out) {
    while (span.end - span.begin > kLongestSentence) {
        std::size_t cut = span.begin + kLongestSentence;
        while (cut > span.begin && !is_ascii_space(text[cut])) {
            --cut;
        }
        if (cut == span.begin) {  // one word: between code points
            cut = span.begin + kLongestSentence;
            while ((static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U && cut > span.begin + 1) {
                --cut;
            }
        }
        std::size_t end = cut;
        while (end > span.begin && is_ascii_space(text[end - 1])) {
            --end;
        }
        if (end > span.begin) {
            out.push_back({span.begin, end});
        }
        span.begin = cut;
        while (span.begin < span.end && is_ascii_space(text[span.begin])) {
            ++span.begin;
        }
    }
    if (!span.empty()) {
        out.push_back(span);
    }
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text) {
    auto spans = Splitter(text).run();
    const auto is_long = [](const Span& span) { return span.end - span.begin > kLongestSentence; };
    if (std::ranges::none_of(spans, is_long)) {
        return spans;
    }
    std::vector<Span> out;
    for (const Span& span : spans) {
        append_pieces(text, span, out);
    }
    return out;
}

}  // namespace whereof::text
