// SPDX-License-Identifier: MIT
#include "bib/tokens.hpp"

#include "bib/cues.hpp"
#include "bib/letters.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::bib {
namespace {

constexpr std::uint32_t kSeed = 0x811C9DC5U;

/// A code point with its class and its first byte behind it.
struct Read {
    char32_t code_point = 0;
    Letter letter;
    std::size_t after = 0;
};

Read read(std::string_view text, std::size_t at) noexcept {
    Read out;
    out.after = at;
    out.code_point = text::next_code_point(text, out.after);
    out.letter = letter(out.code_point);
    return out;
}

bool is_wordly(Kind kind) noexcept { return kind <= Kind::mark && kind != Kind::space; }
bool is_lettery(Kind kind) noexcept { return kind == Kind::upper || kind == Kind::lower; }

/// A hyphen, apostrophe or soft hyphen that may stand inside a word.
bool joins(char32_t c) noexcept {
    return c == '-' || c == U'\u2010' || c == U'\u2011' || c == '\'' || c == U'\u2019' || c == U'\u02BC';
}

/// The hash of a word as it is read, letter by letter.
class Spelling {
  public:
    void add(char32_t plain) noexcept {
        hash_ = mix(hash_, plain);
        if (size_ < 3) {
            prefix_ = hash_;
        }
        last_ = {last_[1], last_[2], plain};
        ++size_;
    }
    void give(Token& token) const noexcept {
        token.word = hash_;
        token.prefix = prefix_;
        token.suffix = mix(mix(mix(kSeed, last_[0]), last_[1]), last_[2]);
        token.ending = mix(mix(kSeed, last_[1]), last_[2]);
    }

  private:
    std::uint32_t hash_ = kSeed;
    std::uint32_t prefix_ = kSeed;
    std::array<char32_t, 3> last_{};
    unsigned size_ = 0;
};

/// What was counted of a word while it was read.
struct Counts {
    unsigned upper = 0;
    unsigned lower = 0;
    unsigned caseless = 0;
    unsigned digits = 0;
    unsigned value = 0;  ///< of the first four digits
    bool digit_first = false;
    bool upper_first = false;
};

Look look_of_digits(const Counts& counts) noexcept {
    const bool year = counts.digits == 4 && counts.value >= 1500 && counts.value < 2040;
    if (counts.upper + counts.lower + counts.caseless == 0) {
        if (year) {
            return Look::year;
        }
        return counts.digits <= 2   ? Look::digits_few
               : counts.digits <= 4 ? Look::digits_some
                                    : Look::digits_many;
    }
    if (year && counts.digit_first && counts.lower == 1 && counts.upper == 0) {
        return Look::year_letter;
    }
    return counts.digit_first ? Look::digits_letter : Look::letter_digits;
}

Look look_of_letters(const Counts& counts) noexcept {
    const unsigned cased = counts.upper + counts.lower;
    if (counts.caseless > 0) {
        return Look::other_script;
    }
    if (counts.lower == 0) {
        return cased == 1 ? Look::initial : cased <= 4 ? Look::capitals_few : Look::capitals;
    }
    if (counts.upper == 0) {
        return cased <= 3 ? Look::lower_short : Look::lower;
    }
    return counts.upper_first && counts.upper == 1 ? Look::capitalised : Look::mixed_case;
}

/// Reads the word that begins at `at` into `token`.
void read_word(std::string_view text, std::size_t at, Token& token) noexcept {
    Spelling spelling;
    Counts counts;
    unsigned letters = 0;
    bool hyphenated = false;
    std::size_t end = at;
    while (end < text.size()) {
        Read now = read(text, end);
        if (joins(now.code_point) && counts.digits == 0 && end > at && now.after < text.size()) {
            const Read next = read(text, now.after);
            if (!is_lettery(next.letter.kind)) {
                break;
            }
            hyphenated = true;
            spelling.add('-');
            now = next;
        }
        const Kind kind = now.letter.kind;
        if (!is_wordly(kind) && kind != Kind::ignorable) {
            break;
        }
        if (kind == Kind::digit && counts.digits == 0 && counts.lower >= 3) {
            break;  // "Immunity49": two fields without a blank between them
        }
        end = now.after;
        if (kind == Kind::mark || kind == Kind::ignorable) {
            continue;
        }
        if (letters == 0) {
            counts.digit_first = kind == Kind::digit;
            counts.upper_first = kind == Kind::upper;
        }
        ++letters;
        counts.upper += kind == Kind::upper ? 1 : 0;
        counts.lower += kind == Kind::lower ? 1 : 0;
        counts.caseless += kind == Kind::caseless ? 1 : 0;
        if (kind == Kind::digit) {
            counts.value = counts.digits < 4 ? counts.value * 10 + (now.letter.plain - '0') : counts.value;
            ++counts.digits;
        }
        spelling.add(
            kind == Kind::digit && counts.digits + counts.lower + counts.upper > 2 ? U'0' : now.letter.plain);
    }
    token.span = {at, end};
    token.letters = static_cast<std::uint8_t>(std::min(letters, 255U));
    spelling.give(token);
    if (counts.digits > 0) {
        token.look = look_of_digits(counts);
    } else {
        token.look = hyphenated && counts.upper > 1 && counts.lower > 0 && counts.upper_first
                         ? Look::capitalised
                         : look_of_letters(counts);
        const Cue cue = cue_of(token.word);
        token.cue = static_cast<std::uint8_t>(cue);
        if (cue == Cue::month && counts.upper_first && token.look != Look::initial) {
            token.look = Look::month;
        }
    }
}

/// Keeps count of brackets and quotation marks from left to right.
class Nesting {
  public:
    /// The look of a punctuation mark; straight quotation marks open and close in turn, an apostrophe closes
    /// only what a single quotation mark opened.
    Look look(char32_t c, bool blank_before, bool blank_after) noexcept {
        switch (c) {
            case '(':
                depth_ = std::min(depth_ + 1, 3U);
                return Look::open_round;
            case '[':
                depth_ = std::min(depth_ + 1, 3U);
                return Look::open_square;
            case ')':
            case ']':
                depth_ -= depth_ > 0 ? 1 : 0;
                return c == ')' ? Look::close_round : Look::close_square;
            case U'\u201C':
                return german_ ? close() : open();
            case U'\u201E':
                german_ = true;
                return open();
            case U'\u00AB':
                return quoted_ ? close() : open();
            case U'\u00BB':
                return quoted_ || blank_after ? close() : open();
            case U'\u201D':
                return close();
            case '"':
            case U'\u2033':
                return quoted_ ? close() : open();
            case U'\u2018':
            case U'\u201A':
            case '`':
                return blank_before ? open() : Look::apostrophe;
            case U'\u2019':
            case '\'':
                if (quoted_ && !blank_before) {
                    return close();
                }
                return blank_before && !blank_after ? open() : Look::apostrophe;
            default:
                return plain(c);
        }
    }
    [[nodiscard]] bool quoted() const noexcept { return quoted_; }
    [[nodiscard]] unsigned depth() const noexcept { return depth_; }

  private:
    static Look plain(char32_t c) noexcept {
        switch (c) {
            case '.':
                return Look::period;
            case ',':
            case U'\u3001':
                return Look::comma;
            case ';':
                return Look::semicolon;
            case ':':
                return Look::colon;
            case '-':
            case U'\u2010':
            case U'\u2011':
                return Look::hyphen;
            case U'\u2012':
            case U'\u2013':
            case U'\u2014':
            case U'\u2015':
            case U'\u2212':
                return Look::dash;
            case '/':
                return Look::slash;
            case '&':
                return Look::ampersand;
            case '?':
            case '!':
                return Look::question;
            default:
                return Look::symbol;
        }
    }
    Look open() noexcept {
        quoted_ = true;
        return Look::open_quote;
    }
    Look close() noexcept {
        quoted_ = false;
        german_ = false;
        return Look::close_quote;
    }

    unsigned depth_ = 0;
    bool quoted_ = false;
    bool german_ = false;
};

Look look_of_identifier(Field field) noexcept {
    return field == Field::DOI ? Look::doi : field == Field::URL ? Look::url : Look::identifier;
}

}  // namespace

bool is_role(const Token& token, const Token& left) noexcept {
    const auto cue = static_cast<Cue>(token.cue);
    return cue == Cue::editor ||
           (cue == Cue::edition &&
            (left.look == Look::open_round || left.look == Look::open_square || left.look == Look::comma));
}

std::uint32_t word_hash(std::string_view word) {
    Token token;
    Spelling spelling;
    for (std::size_t at = 0; at < word.size();) {
        const Read now = read(word, at);
        at = now.after;
        if (is_wordly(now.letter.kind) && now.letter.kind != Kind::mark) {
            spelling.add(now.letter.plain);
        } else if (joins(now.code_point)) {
            spelling.add('-');
        }
    }
    spelling.give(token);
    return token.word;
}

void tokenize(std::string_view text, std::span<const FoundIdentifier> identifiers, std::vector<Token>& out) {
    out.clear();
    Nesting nesting;
    bool blank = true;
    std::size_t at = 0;
    while (at < text.size() && out.size() < kMostTokens) {
        while (!identifiers.empty() && identifiers.front().span.end <= at) {
            identifiers = identifiers.subspan(1);
        }
        Token token;
        token.glued = !blank;
        const Read now = read(text, at);
        const bool at_identifier = !identifiers.empty() && identifiers.front().span.begin <= at;
        if (at_identifier) {
            token.span = {at, identifiers.front().span.end};
            token.look = look_of_identifier(identifiers.front().field);
            token.word = mix(kSeed, static_cast<std::uint32_t>(token.look));
        } else if (now.letter.kind == Kind::space || now.letter.kind == Kind::ignorable) {
            blank = blank || now.letter.kind == Kind::space;
            at = now.after;
            continue;
        } else if (is_wordly(now.letter.kind)) {
            const std::size_t end = identifiers.empty() ? text.size() : identifiers.front().span.begin;
            read_word(text.substr(0, end), at, token);
        } else {
            token.span = {at, now.after};
            token.letters = 1;
            token.word = mix(kSeed, now.code_point);
            const bool blank_after = now.after >= text.size() || text::is_ascii_space(text[now.after]);
            token.look = now.letter.kind == Kind::control ? Look::unreadable
                                                          : nesting.look(now.code_point, blank, blank_after);
        }
        token.in_quotes = nesting.quoted();
        token.depth = static_cast<std::uint8_t>(nesting.depth());
        at = token.span.end;
        blank = false;
        out.push_back(token);
    }
}

}  // namespace whereof::bib
