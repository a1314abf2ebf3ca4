// SPDX-License-Identifier: MIT
#include "claim/comparison_words.hpp"

#include "claim/comparison_contrast.hpp"
#include "claim/comparison_corrections.hpp"
#include "claim/comparison_equatives.hpp"
#include "claim/comparison_likely.hpp"
#include "claim/comparison_people.hpp"
#include "claim/comparison_ratios.hpp"
#include "claim/comparison_respectively.hpp"
#include "claim/comparison_timing.hpp"
#include "claim/comparison_uses.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::size_t kLongestPhrase = 6;

char sign_of(char32_t c) noexcept {
    switch (c) {
        case U',':
        case U';':
        case U'(':
        case U')':
        case U'<':
        case U'>':
        case U'=':
        case U'%':
            return static_cast<char>(c);
        case U'[':
            return '(';
        case U']':
            return ')';
        case U':':
            return ',';
        case U'?':
        case U'!':
            return '.';
        case U'≤':
            return '<';
        case U'≥':
            return '>';
        case U'±':
            return '+';
        default:
            return '\0';
    }
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<CompareToken> run(bool only_comparing) {
        while (at_ < text_.size() && out_.size() < kMostCompareTokens) {
            if (text::is_ascii_digit(text_[at_]) || starts_fraction()) {
                read_number();
            } else {
                read_word_or_sign();
            }
        }
        keep_brackets_whole();
        join_phrases();
        add_terms();
        bring_likely_together(text_, out_);
        join_equatives(text_, out_);
        mark_ratios(text_, out_);
        free_falls(text_, out_);
        free_timing(text_, out_);
        free_objects(out_);
        const auto shares =
            std::ranges::count_if(out_, [](const CompareToken& token) { return token.sign == '%'; });
        const bool compares = shares > 1 || std::ranges::any_of(out_, [](const CompareToken& token) {
                                  return token.has(kThan | kChange | kSame | kInsignificant | kRatio);
                              });
        if (only_comparing && !compares && !has_respectively(text_, out_)) {
            return {};
        }
        open_insertions();
        drop_corrected(text_, out_);
        mark_exclusions(text_, out_);
        join_p_values();
        const bool distributed = distribute_respectively(text_, out_);
        return only_comparing && !compares && !distributed ? std::vector<CompareToken>() : std::move(out_);
    }

  private:
    /// ".05" where no digit stands before.
    [[nodiscard]] bool starts_fraction() const {
        return text_[at_] == '.' && at_ + 1 < text_.size() && text::is_ascii_digit(text_[at_ + 1]) &&
               (at_ == 0 || !text::is_ascii_alnum(text_[at_ - 1]));
    }

    /// "0.05", "0·05", "1,200"; "17OHP" is a word.
    void read_number() {
        const std::size_t begin = at_;
        std::string digits;
        while (at_ < text_.size()) {
            std::size_t next = at_;
            const char32_t c = text::next_code_point(text_, next);
            const bool digit_follows = next < text_.size() && text::is_ascii_digit(text_[next]);
            if (c < 128 && text::is_ascii_digit(static_cast<char>(c))) {
                digits += static_cast<char>(c);
            } else if ((c == U'.' || c == U'·') && digit_follows) {
                digits += '.';
            } else if (!(c == U',' && digit_follows)) {
                break;
            }
            at_ = next;
        }
        std::size_t next = at_;
        if (at_ < text_.size() && text::is_letter(text::next_code_point(text_, next))) {
            at_ = begin;
            read_word(begin);
            return;
        }
        CompareToken token;
        token.span = {begin, at_};
        token.is_number = true;
        std::from_chars(digits.data(), digits.data() + digits.size(), token.value);
        token.value = is_below_zero(begin) ? -token.value : token.value;
        token.term = digits;
        words_.emplace_back();
        out_.push_back(std::move(token));
    }

    /// "-0.3" and "−0.3"; of "0.8-1.2" the second is not below 0.
    [[nodiscard]] bool is_below_zero(std::size_t begin) const {
        static constexpr std::array<std::string_view, 3> kSigns{"-", "\u2212", "\u2013"};
        const std::string_view before = text_.substr(0, begin);
        return std::ranges::any_of(kSigns, [&](std::string_view sign) {
            const std::size_t rest = before.size() - std::min(before.size(), sign.size());
            return before.ends_with(sign) && (rest == 0 || !text::is_ascii_alnum(before[rest - 1]));
        });
    }

    void read_word(std::size_t begin) {
        bool ascii = true;
        while (at_ < text_.size()) {
            std::size_t next = at_;
            const char32_t c = text::next_code_point(text_, next);
            const bool apostrophe = (c == U'\'' || c == U'’') && at_ > begin;
            if (!text::is_letter(c) && !text::is_digit(c) && !apostrophe) {
                break;
            }
            ascii = ascii && c < 128;
            at_ = next;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        std::string folded = ascii && word.find('\'') == std::string_view::npos ? text::ascii_lower(word)
                                                                                : text::fold_key(word);
        if (folded.empty()) {
            return;
        }
        CompareToken token;
        token.span = {begin, at_};
        token.term = folded;
        words_.push_back(std::move(folded));
        out_.push_back(std::move(token));
    }

    void add_terms() {
        for (CompareToken& token : out_) {
            if (!token.term.empty() && !token.is_number) {
                token.term = text::term_of_word(token.term);
            }
        }
    }

    /// A full stop after which another sentence begins: not that of "vs. " or "et al.".
    [[nodiscard]] bool ends_statement() const {
        std::size_t next = at_;
        while (next < text_.size() && text::is_ascii_space(text_[next])) {
            ++next;
        }
        if (next == text_.size()) {
            return true;
        }
        const bool abbreviated = !words_.empty() && (words_.back() == "vs" || words_.back() == "al" ||
                                                     words_.back() == "approx" || words_.back().size() == 1);
        return next > at_ && !abbreviated && text::is_upper(text::next_code_point(text_, next));
    }

    void read_word_or_sign() {
        const std::size_t begin = at_;
        const char32_t c = text::next_code_point(text_, at_);
        if (text::is_letter(c) || text::is_digit(c)) {
            at_ = begin;
            read_word(begin);
            return;
        }
        if (const char sign = c == U'.' && ends_statement() ? '.' : sign_of(c); sign != '\0') {
            CompareToken token;
            token.span = {begin, at_};
            token.sign = sign;
            words_.emplace_back();
            out_.push_back(std::move(token));
        }
    }

    /// "(hazard ratio 0.75; 95% CI 0.64 to 0.89)": in brackets a semicolon ends no statement.
    void keep_brackets_whole() {
        constexpr std::size_t kLongest = 60;  ///< tokens
        for (std::size_t i = 0; i < out_.size(); ++i) {
            if (out_[i].sign != '(') {
                continue;
            }
            std::size_t close = i + 1;
            while (close < std::min(out_.size(), i + kLongest) && out_[close].sign != ')' &&
                   out_[close].sign != '.') {
                ++close;
            }
            const bool whole = close < out_.size() && out_[close].sign == ')';
            for (std::size_t n = i; whole && n < close; ++n) {
                out_[n].sign = out_[n].sign == ';' ? ',' : out_[n].sign;
            }
            i = whole ? close : i;
        }
    }

    /// Marks the longest phrase at each place and makes it one token.
    void join_phrases() {
        std::vector<CompareToken> joined;
        std::string phrase;
        for (std::size_t i = 0; i < out_.size();) {
            std::size_t taken = 1;
            if (const std::size_t longest = longest_cue(words_[i]); longest > 0) {
                phrase.clear();
                const std::size_t most = std::min({longest, kLongestPhrase, out_.size() - i});
                for (std::size_t n = 0; n < most && !words_[i + n].empty(); ++n) {
                    phrase += (n == 0 ? "" : " ") + words_[i + n];
                    if (const auto cues = find_cues(phrase)) {
                        out_[i].cues = *cues;
                        taken = n + 1;
                    }
                }
            }
            joined.push_back(std::move(out_[i]));
            if (taken > 1) {
                joined.back().term.clear();
                joined.back().span.end = out_[i + taken - 1].span.end;
            }
            i += taken;
        }
        out_ = std::move(joined);
    }

    /// "was not, however, better": begins no statement.
    void open_insertions() {
        for (std::size_t i = 2; i + 1 < out_.size(); ++i) {
            if (out_[i].has(kClause) && out_[i - 1].sign == ',' && out_[i + 1].sign == ',' &&
                out_[i - 2].has(kNegation | kVerb)) {
                out_[i].cues = 0;
            }
        }
    }

    /// "p < 0.001", "P-value = .19", "p=0.04": one token.
    void join_p_values() {
        std::vector<CompareToken> joined;
        for (std::size_t i = 0; i < out_.size(); ++i) {
            joined.push_back(std::move(out_[i]));
            if (joined.back().term != "p") {
                continue;
            }
            std::size_t at = i + 1;
            at += at < out_.size() && out_[at].term == "valu" ? 1U : 0U;
            if (at + 1 >= out_.size() || !out_[at + 1].is_number ||
                (out_[at].sign != '<' && out_[at].sign != '>' && out_[at].sign != '=')) {
                continue;
            }
            CompareToken& token = joined.back();
            const double p = out_[at + 1].value;
            constexpr double kLevel = 0.05;
            const bool below = out_[at].sign == '<' ? p <= kLevel : out_[at].sign == '=' && p < kLevel;
            token.cues = kPValue | (below ? kSignificant : kInsignificant);
            if (out_[at].sign == '<' && p > kLevel) {
                token.cues = kPValue;  // "p < 0.1" says neither
            }
            token.term.clear();
            token.span.end = out_[at + 1].span.end;
            i = at + 1;
        }
        out_ = std::move(joined);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<CompareToken> out_;
    std::vector<std::string> words_;  ///< parallel to out_ until phrases are joined: folded, empty for others
};

}  // namespace

bool TokenReader::is_being(std::size_t i) const {
    return is_one_of(lower_word(i), {"is", "are", "was", "were", "be", "been", "being"});
}

std::size_t find_cue(const std::vector<CompareToken>& tokens, TokenRun run, std::uint32_t cues) {
    for (std::size_t i = run.begin; i < run.end; ++i) {
        if (tokens[i].has(cues)) {
            return i;
        }
    }
    return kNoToken;
}

bool is_turning_word(std::string_view lower) {
    return is_one_of(lower, {"but", "yet", "although", "though", "albeit"});
}

bool is_one_of(std::string_view term, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), term) != list.end();
}

std::vector<CompareToken> read_compare_tokens(std::string_view sentence) {
    return Reader(sentence).run(false);
}

std::vector<CompareToken> read_comparing_tokens(std::string_view sentence) {
    return Reader(sentence).run(true);
}

}  // namespace whereof::claim
