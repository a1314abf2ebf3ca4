// SPDX-License-Identifier: MIT
#include "bib/doi.hpp"

#include "bib/identifier_forms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace whereof::bib {
namespace {

using text::ascii_lower;
using text::is_ascii_alnum;
using text::is_ascii_digit;
using text::is_ascii_letter;

constexpr std::size_t kLongestDoi = 2048;

bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}
bool is_forbidden(char32_t c) {
    return c < 0x20 || c == 0x7F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200E || c == 0x200F;
}

int hex_value(char c) {
    if (is_ascii_digit(c)) {
        return c - '0';
    }
    const char lower = ascii_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Words that a missing blank glues to a DOI: "10.1002/x.PMID: 123".
bool is_next_field(std::string_view rest, bool behind_stop) {
    constexpr std::string_view kAnywhere[] = {"pmid:",   "pmid ",    "pmcid:", "pmcid ",
                                              "http://", "https://", "pubmed:"};
    constexpr std::string_view kBehindStop[] = {"pmid",      "pmcid",     "pubmed",    "epub", "accessed",
                                                "available", "medline",   "doi:",      "[pub", "[pmid",
                                                "published", "retrieved", "disponível"};
    const auto begins = [&](std::string_view word) { return starts_with_folded(rest, word); };
    return std::ranges::any_of(kAnywhere, begins) ||
           (behind_stop && std::ranges::any_of(kBehindStop, begins));
}

class DoiReader {
  public:
    DoiReader(std::string_view text, std::size_t at, DoiPlace place) : text_(text), at_(at), place_(place) {}

    Result<DoiText> run() {
        if (!read_prefix()) {
            return Error{"expected a DOI: 10., a registrant of 4 to 9 digits, a slash", {}, at_};
        }
        suffix_ = value_.size();
        while (at_ < text_.size() && read_character()) {
            if (value_.size() > kLongestDoi) {
                return Error{"expected a DOI of at most 2048 bytes", {}, at_};
            }
        }
        if (!failure_.empty()) {
            return Error{failure_, {}, at_};
        }
        trim();
        if (value_.size() <= suffix_) {
            return Error{"expected a DOI suffix after the slash", {}, at_};
        }
        return DoiText{std::move(value_), ends_.back()};
    }

  private:
    void add(char c, std::size_t end) {
        value_ += ascii_lower(c);
        ends_.push_back(end);
        at_ = end;
    }

    /// "10.1016/", "10.1000.10/", "10.1000%2F", "10.1016 /"
    bool read_prefix() {
        if (text_.substr(at_, 3) != "10.") {
            return false;
        }
        for (int i = 0; i < 3; ++i) {
            add(text_[at_], at_ + 1);
        }
        std::size_t digits = 0;
        bool subdivided = false;
        while (at_ < text_.size() && (is_ascii_digit(text_[at_]) || (text_[at_] == '.' && digits >= 4))) {
            subdivided = subdivided || text_[at_] == '.';
            digits += subdivided ? 0 : 1;
            add(text_[at_], at_ + 1);
        }
        constexpr std::size_t kFewest = 4;
        constexpr std::size_t kMost = 9;
        if (digits < kFewest || digits > kMost || at_ >= text_.size()) {
            return false;
        }
        std::size_t slash = at_;
        if (text_[slash] == ' ') {
            ++slash;
        }
        if (slash < text_.size() && text_[slash] == '/') {
            add('/', slash + 1);
            return true;
        }
        if (starts_with_folded(text_.substr(at_), "%2f")) {
            add('/', at_ + 3);
            return true;
        }
        return false;
    }

    /// False at the end of the DOI.
    bool read_character() {
        std::size_t next = at_;
        const char32_t c = text::next_code_point(text_, next);
        if (is_invisible(c)) {
            at_ = next;
            return true;
        }
        if (text::is_space(c)) {
            return join_line(next);
        }
        if (is_forbidden(c)) {
            failure_ = "expected visible characters in a DOI, found a control or direction character";
            return false;
        }
        if (c >= 0x80) {
            return read_unicode(c, next);
        }
        const char ch = static_cast<char>(c);
        if (ch == '%') {
            return read_escape();
        }
        if (ch == '&') {
            return read_entity();
        }
        if (ends_here(ch)) {
            return false;
        }
        add(ch, next);
        return true;
    }

    bool read_unicode(char32_t c, std::size_t next) {
        if (text::is_dash(c) && c != 0x2014) {
            add('-', next);
            return true;
        }
        constexpr char32_t kFirstEastAsian = 0x2E80;  // written without blanks: it follows a DOI
        if (place_ == DoiPlace::whole || (text::is_letter(c) && c < kFirstEastAsian)) {
            failure_ = "expected Latin letters, digits and punctuation in a DOI, found another script";
        }
        return false;
    }

    bool join_line(std::size_t next) {
        const bool first = value_.size() == suffix_ && value_.back() == '/';
        const bool broken = value_.back() == '-' || value_.back() == '/';
        if (place_ == DoiPlace::url || !broken || next >= text_.size() || text_[at_] == '\t') {
            return false;
        }
        if (text_[at_] == '\r' || (place_ == DoiPlace::whole && text_[at_] == '\n')) {
            failure_ = "expected a DOI on one line";
            return false;
        }
        const char follows = text_[next];
        if (!is_ascii_digit(follows) && !(first && is_ascii_letter(follows))) {
            return false;
        }
        at_ = next;
        return true;
    }

    bool read_escape() {
        if (at_ + 2 < text_.size()) {
            const int high = hex_value(text_[at_ + 1]);
            const int low = hex_value(text_[at_ + 2]);
            const int code = high * 16 + low;
            if (high >= 0 && low >= 0) {
                if (code <= 0x20 || code >= 0x7F) {
                    return false;
                }
                add(static_cast<char>(code), at_ + 3);
                return true;
            }
        }
        add('%', at_ + 1);
        return true;
    }

    bool read_entity() {
        constexpr std::pair<std::string_view, char> kEntities[] = {
            {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}};
        const std::string_view rest = text_.substr(at_);
        for (const auto& [name, character] : kEntities) {
            if (starts_with_folded(rest, name)) {
                add(character, at_ + name.size());
                return true;
            }
        }
        if (place_ == DoiPlace::url || starts_with_folded(rest, "&nbsp;") ||
            starts_with_folded(rest, "&quot;")) {
            return false;
        }
        add('&', at_ + 1);
        return true;
    }

    [[nodiscard]] bool ends_here(char c) const {
        const std::string_view rest = text_.substr(at_);
        if (c == '#' && place_ != DoiPlace::url) {
            return rest.size() > 1 && is_ascii_letter(rest[1]);  // "#sec-2": a place in the page it leads to
        }
        if (place_ == DoiPlace::whole) {
            return false;
        }
        switch (c) {
            case '"':
            case '|':
            case '\\':
            case '?':
                return true;
            case '#':
                return place_ == DoiPlace::url;
            case '<':
                return !opens_sici(rest);
            case ';':
            case ',':
                return starts_with_folded(rest.substr(1), "10.") ||
                       starts_with_folded(rest.substr(1), "doi") || is_next_field(rest.substr(1), true);
            default:
                break;
        }
        const char lower = ascii_lower(c);
        if (lower != 'p' && lower != 'h' && lower != 'e' && lower != 'a' && lower != 'm' && lower != 'd' &&
            lower != '[' && lower != 'r') {
            return false;
        }
        return value_.size() > suffix_ && is_next_field(rest, !is_ascii_alnum(value_.back()));
    }

    /// "<67::AID-JCB9>3.0.CO;2-X", "<0978:SSOSOK>2.3.CO;2": the middle of a SICI, unlike "</a>" or
    /// "<http://…>".
    static bool opens_sici(std::string_view rest) {
        constexpr std::size_t kLongest = 40;
        const std::size_t close = rest.substr(0, kLongest).find('>');
        if (close == std::string_view::npos || rest.substr(0, close).find(' ') != std::string_view::npos) {
            return false;
        }
        const std::string_view behind = rest.substr(close + 1);
        const bool control = behind.size() > 6 && is_ascii_digit(behind[0]) && behind[1] == '.' &&
                             is_ascii_digit(behind[2]) && ascii_lower(behind.substr(3, 4)) == ".co;";
        return control || rest.substr(0, close).find("::") != std::string_view::npos;
    }

    void pop() {
        value_.pop_back();
        ends_.pop_back();
    }

    /// Sentence punctuation and brackets that were opened outside.
    void trim() {
        if (place_ == DoiPlace::url) {
            trim_page_names();
        }
        Brackets open{};
        for (const char c : value_) {
            open.count(c, 1);
        }
        // Punctuation and opening brackets never end a DOI, closing ones only when they were opened in it.
        while (value_.size() > suffix_) {
            const char last = value_.back();
            const bool closes = std::string_view(")]>}").find(last) != std::string_view::npos;
            if (closes ? open.balanced(last)
                       : std::string_view("([.,;:!'*/").find(last) == std::string_view::npos) {
                return;
            }
            open.count(last, -1);
            pop();
        }
    }

    /// How many of each pair are open.
    struct Brackets {
        static constexpr std::string_view kOpen = "([<{";
        static constexpr std::string_view kClose = ")]>}";
        std::array<long, 4> open{};

        void count(char c, long times) {
            if (const std::size_t at = kOpen.find(c); at != std::string_view::npos) {
                open[at] += times;
            } else if (const std::size_t closed = kClose.find(c); closed != std::string_view::npos) {
                open[closed] -= times;
            }
        }
        [[nodiscard]] bool balanced(char close) const { return open[kClose.find(close)] >= 0; }
    };

    void trim_page_names() {
        constexpr std::string_view kPages[] = {
            "/full", "/abstract",  "/pdf",        "/epdf",    "/fulltext", "/html",
            "/meta", "/summary",   "/references", ".pdf",     ".full",     ".abstract",
            "/epub", "/full-text", "/pdfdirect",  "/figures", "/tables"};
        for (const std::string_view page : kPages) {
            if (value_.size() > suffix_ + page.size() && value_.ends_with(page)) {
                value_.resize(value_.size() - page.size());
                ends_.resize(value_.size());
                return;
            }
        }
    }

    std::string_view text_;
    std::size_t at_;
    DoiPlace place_;
    std::size_t suffix_ = 0;
    std::string value_;
    std::vector<std::size_t> ends_;  ///< for each byte of value_, where it ends in the text
    std::string failure_;
};

}  // namespace

Result<DoiText> read_doi(std::string_view text, std::size_t at, DoiPlace place) {
    return DoiReader(text, at, place).run();
}

}  // namespace whereof::bib
