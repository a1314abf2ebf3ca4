// SPDX-License-Identifier: MIT
#include "text/terms.hpp"

#include "base/embedded.hpp"
#include "text/fold.hpp"
#include "text/spelling.hpp"
#include "text/stem.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_set>

namespace whereof::text {
namespace {

constexpr std::array<std::string_view, 25> kGreek{
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",  "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",   "rho",   "sigma",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega"};
constexpr char32_t kAlpha = U'\u03B1';
constexpr char32_t kOmega = U'\u03C9';
constexpr char32_t kMu = U'\u03BC';

bool is_greek(char32_t c) noexcept { return c >= kAlpha && c <= kOmega; }

/// A lone Greek letter in its name: "tnfα" is "tnfalpha"; before a Latin letter mu is the unit's "u" (µg).
/// Words of Greek stay.
std::string spell_greek(const std::string& folded) {
    std::u32string points;
    for (std::size_t at = 0; at < folded.size();) {
        points.push_back(next_code_point(folded, at));
    }
    std::string out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool lone = is_greek(points[i]) && (i == 0 || !is_greek(points[i - 1])) &&
                          (i + 1 == points.size() || !is_greek(points[i + 1]));
        if (!lone) {
            append_code_point(out, points[i]);
        } else if (points[i] == kMu && i == 0 && points.size() > 1) {
            out.push_back('u');
        } else {
            out += kGreek[points[i] - kAlpha];
        }
    }
    return out;
}

/// FNV-1a over eight bytes at a time, with a last mixing step: words are short, and this is met for each.
std::uint64_t hash_of(std::string_view word) noexcept {
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = word.size() * kPrime;
    while (!word.empty()) {
        std::uint64_t piece = 0;
        const std::size_t size = std::min<std::size_t>(word.size(), sizeof piece);
        std::memcpy(&piece, word.data(), size);
        hash = (hash ^ piece) * kPrime;
        hash ^= hash >> 32U;
        word.remove_prefix(size);
    }
    return hash;
}

/// Where the first `limit` bytes end without cutting a code point.
std::size_t cut(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) {
        return text.size();
    }
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) {
        --limit;
    }
    return limit;
}

/// May this code point (not ASCII) stand inside a word? Marks and format characters may: fold() drops them.
bool joins_word(char32_t c) noexcept {
    return is_letter(c) || is_digit(c) || (c >= 0x0300 && c <= 0x036F) || c == 0x00AD ||
           (c >= 0x200B && c <= 0x200F) || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x2060 ||
           c == 0xFEFF;
}

}  // namespace

std::vector<std::string> terms_of(std::string_view text) {
    std::vector<std::string> out;
    for (auto& [term, span] : read_terms(text)) {
        out.push_back(std::move(term));
    }
    return out;
}

std::vector<std::string> telling_terms(std::string_view text) {
    auto out = terms_of(text);
    std::erase_if(out, is_stop_term);
    return out;
}

std::string term_of_word(std::string_view folded) {
    const std::string_view word = folded.substr(0, cut(folded, TermReader::kLongestTerm));
    const bool ascii = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return stem(american_spelling(ascii ? std::string(word) : spell_greek(std::string(word))));
}

std::uint32_t TermReader::number_of(std::string_view term) {
    auto known = numbers_.find(term);
    if (known == numbers_.end()) {
        known = numbers_.emplace(std::string(term), static_cast<std::uint32_t>(terms_.size())).first;
        terms_.emplace_back(term);
    }
    return known->second;
}

std::size_t TermReader::place_of(std::string_view word, std::uint64_t hash) const noexcept {
    const std::size_t mask = words_.size() - 1;
    std::size_t place = hash & mask;
    while (words_[place].size != 0) {
        const Word& known = words_[place];
        if (known.hash == hash && std::string_view(letters_).substr(known.text, known.size) == word) {
            break;
        }
        place = (place + 1) & mask;
    }
    return place;
}

void TermReader::grow() {
    constexpr std::size_t kFirstSize = 64;  // most texts are a title or a query
    std::vector<Word> old(std::max(kFirstSize, words_.size() * 2));
    std::swap(old, words_);
    const std::size_t mask = words_.size() - 1;
    for (const Word& word : old) {
        if (word.size != 0) {
            std::size_t place = word.hash & mask;
            while (words_[place].size != 0) {
                place = (place + 1) & mask;
            }
            words_[place] = word;
        }
    }
}

void TermReader::add_word(std::string_view folded, Span span, std::vector<TermWord>& out) {
    folded = folded.substr(0, cut(folded, kLongestTerm));
    if (folded.empty()) {
        return;
    }
    if (word_count_ * 2 >= words_.size()) {
        grow();
    }
    const std::uint64_t hash = hash_of(folded);
    Word& word = words_[place_of(folded, hash)];
    if (word.size == 0) {
        std::string term = term_of_word(folded);
        term.resize(cut(term, kLongestTerm));
        if (terms_.size() >= most_terms_ && !numbers_.contains(term)) {
            return;
        }
        constexpr std::size_t kMostRemembered = 2'000'000;
        if (word_count_ >= kMostRemembered) {
            out.push_back({number_of(term), span});
            return;
        }
        word = {hash, static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint16_t>(folded.size()),
                number_of(term)};
        letters_ += folded;
        ++word_count_;
    }
    out.push_back({word.term, span});
}

void TermReader::add_unicode(std::string_view text, Span span, std::vector<TermWord>& out) {
    for (const std::string& word : fold_words(text)) {
        add_word(word, span, out);
    }
}

void TermReader::read(std::string_view text, std::vector<TermWord>& out) {
    std::size_t at = 0;
    while (at < text.size()) {
        // A word: ASCII letters and digits, apostrophes between them, and joining characters beyond ASCII.
        const std::size_t begin = at;
        bool ascii = true;
        buffer_.clear();
        while (at < text.size()) {
            const char c = text[at];
            if (is_ascii_alnum(c)) {
                buffer_.push_back(ascii_lower(c));
                ++at;
            } else if (static_cast<unsigned char>(c) >= 0x80) {
                std::size_t after = at;
                if (!joins_word(next_code_point(text, after))) {
                    break;
                }
                ascii = false;
                at = after;
            } else if (c == '\'' && at > begin && at + 1 < text.size() && is_ascii_alnum(text[at + 1])) {
                ++at;
            } else {
                break;
            }
        }
        if (at == begin) {
            std::size_t after = at;
            next_code_point(text, after);
            at = after;
            continue;
        }
        const Span span{begin, at};
        if (ascii) {
            add_word(buffer_, span, out);
        } else {
            add_unicode(text.substr(begin, at - begin), span, out);
        }
    }
}

void TermReader::forget() {
    words_.clear();
    letters_.clear();
    word_count_ = 0;
    most_terms_ = static_cast<std::size_t>(-1);
    numbers_.clear();
    terms_.clear();
}

std::vector<std::pair<std::string, Span>> read_terms(std::string_view text) {
    TermReader reader;
    std::vector<TermWord> words;
    reader.read(text, words);
    std::vector<std::pair<std::string, Span>> out;
    out.reserve(words.size());
    for (const TermWord& word : words) {
        out.emplace_back(reader.term(word.term), word.span);
    }
    return out;
}

bool is_stop_term(std::string_view term) {
    static const std::unordered_set<std::string> stop = [] {
        std::unordered_set<std::string> out;
        std::vector<TermWord> words;
        TermReader reader;
        reader.read(embedded_file("corpus/words/stop_words.txt").bytes, words);
        for (const TermWord& word : words) {
            out.insert(reader.term(word.term));
        }
        return out;
    }();
    return stop.contains(std::string(term));
}

}  // namespace whereof::text
