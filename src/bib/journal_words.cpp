// SPDX-License-Identifier: MIT
#include "bib/journal_words.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace whereof::bib {
namespace {

/// A word of up to three bytes as one number, so that a switch can tell little words.
constexpr std::uint32_t packed(std::string_view word) noexcept {
    std::uint32_t out = 0;
    for (const char c : word) {
        out = (out << 8U) | static_cast<unsigned char>(c);
    }
    return out;
}

bool is_little(std::string_view word) noexcept {
    if (word.size() > 3) {
        return false;
    }
    switch (packed(word)) {
        case packed("the"):
        case packed("of"):
        case packed("and"):
        case packed("for"):
        case packed("in"):
        case packed("on"):
        case packed("de"):
        case packed("la"):
        case packed("le"):
        case packed("les"):
        case packed("des"):
        case packed("du"):
        case packed("et"):
        case packed("der"):
        case packed("die"):
        case packed("das"):
        case packed("fur"):
        case packed("und"):
        case packed("del"):
        case packed("di"):
        case packed("til"):
        case packed("och"):
        case packed("i"):
            return true;
        default:
            return false;
    }
}

/// What a byte of a folded title adds to a key: itself in lower case, or 0 where it ends a word, or 1 for an
/// apostrophe, which does neither.
constexpr std::array<char, 256> kKeyBytes = [] {
    std::array<char, 256> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto c = static_cast<char>(static_cast<unsigned char>(i));
        out[i] = text::is_ascii_alnum(c) || i >= 0x80 ? text::ascii_lower(c) : '\0';
    }
    out[static_cast<unsigned char>('\'')] = '\1';
    return out;
}();

/// Appends `c` to a word that begins at `word`, with "ae" and "oe" as "e", and "our" as "or".
char* put_spelled(const char* word, char* end, char c) noexcept {
    const auto size = end - word;
    if (c == 'e' && size >= 1 && (end[-1] == 'a' || end[-1] == 'o')) {
        end[-1] = 'e';
        return end;
    }
    if (c == 'r' && size >= 2 && end[-1] == 'u' && end[-2] == 'o') {
        end[-1] = 'r';
        return end;
    }
    *end = c;
    return end + 1;
}

/// Writes the key of a folded or ASCII title over `out`. One pass over raw bytes: the journal table makes a
/// hundred thousand keys when it is built, which took three times as long with strings for words.
void write_key(std::string_view folded, bool keep_little, std::string& out) {
    out.resize(folded.size());
    char* end = out.data();
    char* word = end;
    const auto finish_word = [&] {
        if (!keep_little && end - word <= 3 && is_little({word, static_cast<std::size_t>(end - word)})) {
            end = word;
        }
        word = end;
    };
    for (const char raw : folded) {
        const char c = kKeyBytes[static_cast<unsigned char>(raw)];
        if (c == '\0') {
            finish_word();
        } else if (c != '\1') {
            end = put_spelled(word, end, c);
        }
    }
    finish_word();
    out.resize(static_cast<std::size_t>(end - out.data()));
}

/// Registries hand out "Medicine &amp; Science" now and then.
std::string without_entities(std::string_view title) {
    constexpr std::string_view kEntity = "&amp;";
    std::string out;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t next = std::min(title.find(kEntity, at), title.size());
        out += title.substr(at, next - at);
        out += next < title.size() ? "&" : "";
        at = next + kEntity.size();
    }
    return out;
}

bool is_subsequence(std::string_view part, std::string_view whole) noexcept {
    std::size_t at = 0;
    for (const char c : whole) {
        at += at < part.size() && part[at] == c ? 1U : 0U;
    }
    return at == part.size();
}

/// Is `part` the abbreviation of `whole`: its beginning, or contracted to its last letter ("natl", "intl")?
bool word_fits(std::string_view part, std::string_view whole) noexcept {
    if (whole.starts_with(part)) {
        return true;
    }
    if (part.size() < 3 || part.front() != whole.front()) {
        return false;
    }
    const std::string_view singular = whole.ends_with('s') ? whole.substr(0, whole.size() - 1) : whole;
    const bool ends = part.back() == whole.back() || (!singular.empty() && part.back() == singular.back());
    return ends && part.size() < whole.size() && is_subsequence(part, whole);
}

bool words_fit(const std::vector<std::string>& a, const std::vector<std::string>& b, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::string x = journal_word_key(a[i]);
        const std::string y = journal_word_key(b[i]);
        if (!word_fits(x, y) && !word_fits(y, x)) {
            return false;
        }
    }
    return true;
}

bool is_initialism_of(std::string_view a, const std::vector<std::string>& words, std::string_view full) {
    const std::string_view letters = text::trim(a);
    if (letters.size() < 3 || words.size() < 3 || !std::ranges::all_of(letters, text::is_ascii_upper)) {
        return false;
    }
    std::string initials;
    for (const std::string& word : words) {
        initials.push_back(word.front());
    }
    std::string all_initials;
    for (const std::string& word : text::fold_words(full)) {
        all_initials.push_back(word.front());
    }
    const std::string asked = text::ascii_lower(letters);
    return asked == initials || asked == all_initials;
}

}  // namespace

std::vector<std::string> journal_words(std::string_view title) {
    std::vector<std::string> words = text::fold_words(without_entities(title));
    std::vector<std::string> out;
    std::ranges::copy_if(words, std::back_inserter(out), [](const auto& word) { return !is_little(word); });
    return out.empty() ? words : out;
}

void journal_word_key(std::string_view title, std::string& out) {
    const bool ascii =
        std::ranges::all_of(title, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::string folded;
    if (!ascii) {
        folded = text::fold(title);
        title = folded;
    }
    write_key(title, false, out);
    if (out.empty()) {
        write_key(title, true, out);
    }
}

std::string journal_word_key(std::string_view title) {
    std::string out;
    journal_word_key(title, out);
    return out;
}

std::string_view without_qualifier(std::string_view title) noexcept {
    const std::string_view text = text::trim(title);
    const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
    const std::string_view head = open == std::string_view::npos ? text : text::trim(text.substr(0, open));
    return head.empty() ? text : head;
}

std::string_view without_subtitle(std::string_view title) noexcept {
    const std::string_view text = text::trim(title);
    const std::size_t cut = std::min(text.find(": "), text.find(" = "));
    const std::string_view head = cut == std::string_view::npos ? text : text::trim(text.substr(0, cut));
    return head.empty() ? text : head;
}

bool evidently_abbreviates(std::string_view a, std::string_view b) {
    const std::vector<std::string> left = journal_words(a);
    const std::vector<std::string> right = journal_words(b);
    if (left.empty() || right.empty()) {
        return false;
    }
    if (is_initialism_of(a, right, b) || is_initialism_of(b, left, a)) {
        return true;
    }
    if (left.size() != right.size()) {
        return false;
    }
    if (left.size() == 1) {  // one word alone must show enough of itself
        const std::size_t shorter = std::min(left[0].size(), right[0].size());
        return shorter >= 4 && (left[0].starts_with(right[0]) || right[0].starts_with(left[0]));
    }
    return words_fit(left, right, left.size());
}

bool may_continue(std::string_view a, std::string_view b, std::size_t least) {
    const std::vector<std::string> left = journal_words(a);
    const std::vector<std::string> right = journal_words(b);
    const std::size_t shorter = std::min(left.size(), right.size());
    return shorter >= std::max<std::size_t>(least, 1) && words_fit(left, right, shorter);
}

}  // namespace whereof::bib
