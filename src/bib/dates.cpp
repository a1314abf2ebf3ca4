// SPDX-License-Identifier: MIT
#include "bib/dates.hpp"

#include "bib/name_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace whereof::bib {
namespace {

struct Month {
    std::string_view name;
    int number;
};

/// By name, for a binary search.
constexpr Month kMonths[] = {
    {"abr", 4},       {"abril", 4},     {"ago", 8},        {"agosto", 8},    {"aout", 8},
    {"août", 8},      {"apr", 4},       {"april", 4},      {"aprile", 4},    {"aug", 8},
    {"august", 8},    {"augustus", 8},  {"avr", 4},        {"avril", 4},     {"dec", 12},
    {"december", 12}, {"decembre", 12}, {"dez", 12},       {"dezember", 12}, {"dezembro", 12},
    {"dic", 12},      {"dicembre", 12}, {"diciembre", 12}, {"déc", 12},      {"décembre", 12},
    {"ene", 1},       {"enero", 1},     {"feb", 2},        {"febbraio", 2},  {"febr", 2},
    {"febrero", 2},   {"februar", 2},   {"februari", 2},   {"february", 2},  {"fev", 2},
    {"fevereiro", 2}, {"fevrier", 2},   {"fév", 2},        {"févr", 2},      {"février", 2},
    {"gen", 1},       {"gennaio", 1},   {"giu", 6},        {"giugno", 6},    {"jan", 1},
    {"janeiro", 1},   {"januar", 1},    {"januari", 1},    {"january", 1},   {"janv", 1},
    {"janvier", 1},   {"juil", 7},      {"juillet", 7},    {"juin", 6},      {"jul", 7},
    {"julho", 7},     {"juli", 7},      {"julio", 7},      {"july", 7},      {"jun", 6},
    {"june", 6},      {"junho", 6},     {"juni", 6},       {"junio", 6},     {"jän", 1},
    {"jänner", 1},    {"lug", 7},       {"luglio", 7},     {"maart", 3},     {"maerz", 3},
    {"mag", 5},       {"maggio", 5},    {"mai", 5},        {"maio", 5},      {"mar", 3},
    {"march", 3},     {"marco", 3},     {"mars", 3},       {"mart", 3},      {"marzo", 3},
    {"março", 3},     {"may", 5},       {"mayo", 5},       {"mei", 5},       {"mrt", 3},
    {"mrz", 3},       {"mär", 3},       {"märz", 3},       {"nov", 11},      {"november", 11},
    {"novembre", 11}, {"novembro", 11}, {"noviembre", 11}, {"oct", 10},      {"october", 10},
    {"octobre", 10},  {"octubre", 10},  {"okt", 10},       {"oktober", 10},  {"ott", 10},
    {"ottobre", 10},  {"out", 10},      {"outubro", 10},   {"sep", 9},       {"sept", 9},
    {"september", 9}, {"septembre", 9}, {"septiembre", 9}, {"set", 9},       {"setembro", 9},
    {"setiembre", 9}, {"settembre", 9}};
static_assert(std::ranges::is_sorted(kMonths, {}, &Month::name));

constexpr int kFirstYear = 1400;
constexpr int kLastYear = 2099;

/// A number, a month's name, or another word; and whether only a blank, a dot, a comma or a word like "de"
/// parts it from the one before.
struct Token {
    int number = -1;
    int digits = 0;
    int month = 0;
    char before = ' ';  ///< the last mark between this token and the one before: ' ', '.', '-', '/', ','
};

bool is_linking_word(std::string_view key) {
    constexpr std::string_view kLinks[] = {"de", "del", "do", "of", "st", "nd",
                                           "rd", "th",  "er", "º",  "ª",  "the"};
    return std::ranges::find(kLinks, key) != std::end(kLinks);
}

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        constexpr std::size_t kMostTokens = 64;
        while (at_ < text_.size() && tokens_.size() < kMostTokens) {
            std::size_t next = at_;
            const char32_t c = text::next_code_point(text_, next);
            if (c < 0x80 && text::is_ascii_digit(static_cast<char>(c))) {
                number();
            } else if (text::is_letter(c) || c == U'º' || c == U'ª') {
                word();
            } else {
                mark(c);
                at_ = next;
            }
        }
        return std::move(tokens_);
    }

  private:
    void mark(char32_t c) {
        if (text::is_dash(c)) {
            before_ = '-';
        } else if (c == U'.' || c == U',') {
            before_ = before_ == '-' ? '-' : c == U'.' ? '.' : ',';
        } else if (c == U'/') {
            before_ = '/';
        } else if (!text::is_space(c)) {
            before_ = ';';
        }
    }

    void number() {
        Token token;
        token.number = 0;
        token.before = before_;
        for (; at_ < text_.size() && text::is_ascii_digit(text_[at_]); ++at_) {
            constexpr int kTooLarge = 100'000;
            token.number = std::min(token.number * 10 + (text_[at_] - '0'), kTooLarge);
            ++token.digits;
        }
        tokens_.push_back(token);
        before_ = ' ';
    }

    void word() {
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            std::size_t next = at_;
            const char32_t c = text::next_code_point(text_, next);
            if (!text::is_letter(c) && c != U'º' && c != U'ª') {
                break;
            }
            at_ = next;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        constexpr std::size_t kLongestWord = 16;
        const std::string key = word.size() > kLongestWord ? std::string() : lower_key(word);
        if (is_linking_word(key)) {
            return;
        }
        Token token;
        token.month = month_of(key);
        token.before = before_;
        tokens_.push_back(token);
        before_ = ' ';
    }

    std::string_view text_;
    std::size_t at_ = 0;
    char before_ = ' ';
    std::vector<Token> tokens_;
};

bool is_year(const Token& token) {
    return token.digits == 4 && token.number >= kFirstYear && token.number <= kLastYear;
}
bool is_day(const Token& token) {
    return token.digits >= 1 && token.digits <= 2 && token.number >= 1 && token.number <= 31;
}
bool is_month_number(const Token& token) { return is_day(token) && token.number <= 12; }

/// "2018-06-09", "2018/06", "09.06.2018", "10.5.94": numbers joined by one mark.
std::optional<Date> read_numeric(const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        const Token& a = tokens[at];
        const Token& b = tokens[at + 1];
        const char mark = b.before;
        if (mark != '-' && mark != '/' && mark != '.') {
            continue;
        }
        const bool three = at + 2 < tokens.size() && tokens[at + 2].before == mark;
        if (is_year(a) && is_month_number(b) && b.digits == 2) {
            const bool day = three && is_day(tokens[at + 2]);
            return Date{a.number, b.number, day ? tokens[at + 2].number : 0, {}};
        }
        if (!three || !is_day(a) || !is_day(b)) {
            continue;
        }
        const Token& c = tokens[at + 2];
        const bool short_year = c.digits == 2 && mark == '.';
        if (!is_year(c) && !short_year) {
            continue;
        }
        constexpr int kCenturyTurn = 30;
        const int year = !short_year ? c.number : c.number < kCenturyTurn ? 2000 + c.number : 1900 + c.number;
        if (b.number > 12) {
            return Date{year, a.number > 12 ? 0 : a.number, a.number > 12 ? 0 : b.number, {}};
        }
        if (mark == '.' || a.number > 12 || a.number == b.number) {
            return Date{year, b.number, a.number, {}};
        }
        return Date{year, 0, 0, {}};
    }
    return std::nullopt;
}

/// The day that belongs to the month's name at `at`: "Jun 9", "9 June", "9-12 June".
int day_beside(const std::vector<Token>& tokens, std::size_t at) {
    const auto close = [](char mark) { return mark == ' ' || mark == '.' || mark == ',' || mark == '-'; };
    if (at > 0 && is_day(tokens[at - 1]) && close(tokens[at].before)) {
        const bool range = at > 1 && is_day(tokens[at - 2]) && tokens[at - 1].before == '-';
        return tokens[range ? at - 2 : at - 1].number;
    }
    if (at + 1 < tokens.size() && is_day(tokens[at + 1]) && close(tokens[at + 1].before) &&
        tokens[at + 1].before != '-') {
        return tokens[at + 1].number;
    }
    return 0;
}

std::string literal_of(std::string_view text) {
    constexpr std::string_view kEdges = " \t\r\n,;:()[]";
    const std::size_t begin = text.find_first_not_of(kEdges);
    if (begin == std::string_view::npos) {
        return {};
    }
    text = text.substr(begin, text.find_last_not_of(kEdges) + 1 - begin);
    if (text.find('.') + 1 == text.size()) {  // "in press."; but "n.d."
        text.remove_suffix(1);
    }
    return text::make_valid_utf8(text);
}

}  // namespace

int month_of(std::string_view word) {
    const std::string key = lower_key(word);
    const auto* found = std::ranges::lower_bound(kMonths, std::string_view(key), {}, &Month::name);
    return found != std::end(kMonths) && found->name == key ? found->number : 0;
}

Date parse_date(std::string_view text) {
    const std::vector<Token> tokens = Scanner(text).run();
    if (auto numeric = read_numeric(tokens)) {
        return *numeric;
    }
    Date date;
    const auto year = std::ranges::find_if(tokens, is_year);
    if (year == tokens.end()) {
        date.literal = literal_of(text);
        return date;
    }
    date.year = year->number;
    const auto month = std::ranges::find_if(tokens, [](const Token& token) { return token.month > 0; });
    if (month != tokens.end()) {
        date.month = month->month;
        date.day = day_beside(tokens, static_cast<std::size_t>(month - tokens.begin()));
    }
    return date;
}

}  // namespace whereof::bib
