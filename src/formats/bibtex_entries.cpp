// SPDX-License-Identifier: MIT
#include "formats/bibtex_entries.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace whereof::formats {
namespace {

bool is_name_char(char c) noexcept {
    return !text::is_ascii_space(c) && c != '{' && c != '}' && c != '(' && c != ')' && c != ',' && c != '=' &&
           c != '#' && c != '"' && c != '@' && c != '%';
}

/// Months are macros of every style.
std::map<std::string, std::string, std::less<>> month_macros() {
    std::map<std::string, std::string, std::less<>> out;
    for (const char* month :
         {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}) {
        out[month] = month;
    }
    return out;
}

/// ", author = {": does a value hold the field that should stand behind it?
bool holds_field(std::string_view value) {
    for (std::size_t at = value.find(','); at != std::string_view::npos; at = value.find(',', at)) {
        const auto skip = [&](auto&& is) {
            while (at < value.size() && is(value[at])) {
                ++at;
            }
        };
        skip([](char c) { return c == ',' || text::is_ascii_space(c); });
        const std::size_t name = at;
        skip([](char c) { return text::is_ascii_alnum(c) || c == '-' || c == '_'; });
        const bool named = at > name;
        skip(text::is_ascii_space);
        if (named && at < value.size() && value[at] == '=') {
            return true;
        }
    }
    return false;
}

class Scanner {
  public:
    explicit Scanner(std::string_view file) : file_(file), macro_bytes_left_(kMacroBytes + 8 * file.size()) {}

    std::vector<Result<BibtexEntry>> read() {
        while (find_entry()) {
            const std::size_t begin = at_++;
            if (auto entry = entry_at(begin)) {
                out_.push_back(std::move(*entry));
            }
        }
        return std::move(out_);
    }

  private:
    /// What macros may stand for: ten of ten of ten … a few lines are more than any memory.
    static constexpr std::size_t kLongestMacros = std::size_t{64} << 10U;  ///< in one value
    static constexpr std::size_t kMacroBytes = std::size_t{16} << 20U;     ///< in a small file altogether

    [[nodiscard]] bool done() const { return at_ >= file_.size(); }
    [[nodiscard]] char here() const { return done() ? '\0' : file_[at_]; }

    bool find_entry() {
        at_ = std::min(file_.find('@', at_), file_.size());
        return !done();
    }

    void skip_space() {
        while (!done() && text::is_ascii_space(here())) {
            ++at_;
        }
    }

    std::string name() {
        skip_space();
        const std::size_t begin = at_;
        while (!done() && is_name_char(here())) {
            ++at_;
        }
        return text::ascii_lower(file_.substr(begin, at_ - begin));
    }

    /// Does a new entry begin at `at`: "@", letters, "{" or "("?
    [[nodiscard]] bool begins_entry(std::size_t at) const {
        if (at >= file_.size() || file_[at] != '@') {
            return false;
        }
        std::size_t end = at + 1;
        while (end < file_.size() && end < at + 32 && text::is_ascii_letter(file_[end])) {
            ++end;
        }
        return end > at + 1 && end < file_.size() && (file_[end] == '{' || file_[end] == '(');
    }

    /// A line break behind which a new entry begins: nothing goes on over it.
    [[nodiscard]] bool is_border() const {
        const std::size_t mark =
            file_.substr(std::min(at_ + 1, file_.size())).starts_with("\xEF\xBB\xBF") ? 3 : 0;
        return here() == '\n' && begins_entry(at_ + 1 + mark);
    }

    Error fail(std::string what, std::size_t begin) {
        while (!done() && !is_border()) {
            ++at_;
        }
        return Error{std::move(what), {}, begin};
    }

    /// The text up to `close` where braces are even; nullopt when it does not come.
    std::optional<std::string> delimited(char close) {
        const std::size_t begin = at_;
        std::size_t depth = 0;
        for (; !done() && !is_border(); ++at_) {
            const char c = here();
            if (c == close && depth == 0) {
                return std::string(file_.substr(begin, at_++ - begin));
            }
            if (c == '{') {
                ++depth;
            } else if (c == '}') {
                if (depth == 0) {
                    return std::nullopt;  // a brace too many inside quotes
                }
                --depth;
            }
        }
        return std::nullopt;
    }

    /// {…}, "…", 12 or a macro, joined with "#". too_long_ tells why there is none.
    std::optional<std::string> value() {
        std::string out;
        std::size_t of_macros = 0;
        too_long_ = false;
        for (;;) {
            skip_space();
            if (here() == '{' || here() == '"') {
                const char close = here() == '{' ? '}' : '"';
                ++at_;
                auto part = delimited(close);
                if (!part) {
                    return std::nullopt;
                }
                out += *part;
            } else {
                const std::string word = name();
                if (word.empty()) {
                    return std::nullopt;
                }
                const auto macro = macros_.find(word);
                const std::string& part = macro == macros_.end() ? word : macro->second;
                of_macros += macro == macros_.end() ? 0 : part.size();
                too_long_ = of_macros > std::min(kLongestMacros, macro_bytes_left_);
                if (too_long_) {
                    return std::nullopt;
                }
                out += part;
            }
            skip_space();
            if (here() != '#') {
                macro_bytes_left_ -= of_macros;
                return out;
            }
            ++at_;
        }
    }

    /// What is wrong with the value that could not be read.
    [[nodiscard]] std::string problem() const {
        return too_long_ ? fmt::format("is macros that grow to more than {} kB", kLongestMacros >> 10U)
                         : std::string("does not end");
    }

    std::optional<Result<BibtexEntry>> entry_at(std::size_t begin) {
        const std::string type = name();
        skip_space();
        if (type.empty() || (here() != '{' && here() != '(') || type == "comment") {
            return std::nullopt;  // an e-mail address, or text between entries
        }
        const char close = here() == '{' ? '}' : ')';
        ++at_;
        if (type == "preamble") {
            value();
            return std::nullopt;
        }
        if (type == "string") {
            return macro(begin);
        }
        BibtexEntry entry{type, {}, {}, {begin, begin}};
        skip_space();
        const std::size_t key = at_;
        while (!done() && here() != ',' && here() != close && !text::is_ascii_space(here())) {
            ++at_;
        }
        entry.key = std::string(file_.substr(key, at_ - key));
        skip_space();
        if (here() == '=') {  // the key is missing, and this was the first field's name
            entry.key.clear();
            at_ = key;
        }
        if (auto error = fields(entry, close)) {
            return Result<BibtexEntry>(std::move(*error));
        }
        entry.span.end = at_;
        while (text::is_ascii_space(file_[entry.span.end - 1])) {
            --entry.span.end;
        }
        return Result<BibtexEntry>(std::move(entry));
    }

    std::optional<Result<BibtexEntry>> macro(std::size_t begin) {
        const std::string left = name();
        skip_space();
        if (here() != '=') {
            return Result<BibtexEntry>(fail("expected @string{name = {value}}, found no '='", begin));
        }
        ++at_;
        auto right = value();
        if (!right) {
            return Result<BibtexEntry>(fail("the value of the @string " + problem(), begin));
        }
        macros_[left] = std::move(*right);
        return std::nullopt;
    }

    std::optional<Error> fields(BibtexEntry& entry, char close) {
        for (;;) {
            skip_space();
            if (here() == ',') {
                ++at_;
                continue;
            }
            if (here() == close || here() == '}' || here() == ')') {  // one for the other is a slip
                ++at_;
                return std::nullopt;
            }
            if (done() || begins_entry(at_)) {
                // All its fields were read and only the last brace is missing, unless it closed the field.
                if (!entry.fields.empty() && !holds_field(entry.fields.back().second)) {
                    return std::nullopt;
                }
                const std::string open =
                    entry.fields.empty() ? ""
                                         : ": " + entry.fields.back().first.substr(0, 60) + " is not closed";
                return Error{
                    "the entry '" + entry.key.substr(0, 60) + "' does not end" + open, {}, entry.span.begin};
            }
            const std::string left = name();
            skip_space();
            if (left.empty() || here() != '=') {
                return fail("expected a field like title = {…} in entry '" + entry.key.substr(0, 60) + "'",
                            entry.span.begin);
            }
            ++at_;
            auto right = value();
            if (!right) {
                return fail("the value of " + left.substr(0, 60) + " in entry '" + entry.key.substr(0, 60) +
                                "' " + problem(),
                            entry.span.begin);
            }
            entry.fields.emplace_back(left, std::move(*right));
        }
    }

    std::string_view file_;
    std::size_t at_ = 0;
    std::size_t macro_bytes_left_;
    bool too_long_ = false;
    std::map<std::string, std::string, std::less<>> macros_ = month_macros();
    std::vector<Result<BibtexEntry>> out_;
};

}  // namespace

std::string_view BibtexEntry::field(std::string_view name) const noexcept {
    const auto found = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<Result<BibtexEntry>> read_bibtex_entries(std::string_view file) { return Scanner(file).read(); }

bool begins_bibtex(std::string_view head) {
    head.remove_prefix(head.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    head = text::trim(head);
    while (head.starts_with('%')) {
        head.remove_prefix(std::min(head.find('\n'), head.size()));
        head = text::trim(head);
    }
    if (!head.starts_with('@')) {
        return false;
    }
    const auto end = std::find_if_not(head.begin() + 1, head.end(), text::is_ascii_letter);
    const std::string_view rest = text::trim(head.substr(static_cast<std::size_t>(end - head.begin())));
    return end != head.begin() + 1 && (rest.starts_with('{') || rest.starts_with('('));
}

}  // namespace whereof::formats
