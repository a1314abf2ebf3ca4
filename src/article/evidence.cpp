// SPDX-License-Identifier: MIT
#include "article/evidence.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace whereof::article {
namespace {

/// How many helpers ("have also recently") may stand between a kind of evidence and its verb.
constexpr std::size_t kMostHelpers = 5;
constexpr std::size_t kLongestPhrase = 4;
/// A sentence is looked at no further: longer ones are tables and lists.
constexpr std::size_t kMostWords = 400;

const text::WordList& words() {
    static const text::WordList list("corpus/words/evidence_words.tsv");
    return list;
}

struct Word {
    std::string folded;
    Span span;
    std::string_view kind;       ///< its class in the list, empty for most words
    bool begins_phrase = false;  ///< of the list
};

Word make_word(std::string folded, Span span) {
    const auto kind = words().class_of(folded);
    const bool begins = words().begins_phrase(folded);
    return {std::move(folded), span, kind, begins};
}

std::vector<Word> read_words(std::string_view sentence) {
    std::vector<Word> found;
    for (std::size_t at = 0; at < sentence.size() && found.size() < kMostWords;) {
        std::size_t end = at;
        bool ascii = true;
        while (end < sentence.size()) {
            std::size_t next = end;
            const char32_t c = text::next_code_point(sentence, next);
            if (!text::is_letter(c) && !text::is_digit(c)) {
                break;
            }
            ascii = ascii && c < 128;
            end = next;
        }
        if (end == at) {
            text::next_code_point(sentence, at);
            continue;
        }
        const std::string_view word = sentence.substr(at, end - at);
        found.push_back(make_word(ascii ? text::ascii_lower(word) : text::fold_key(word), {at, end}));
        at = end;
    }
    return found;
}

class EvidenceFinder {
  public:
    explicit EvidenceFinder(std::string_view sentence) : words_(read_words(sentence)) {}

    Span run() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (const std::size_t end = design_at(i); end != i) {
                return span_of(start_of_design(i), with_extent(end));
            }
            if (const std::size_t end = phrase_at(i, "phrase"); end != i) {
                return span_of(i, end);
            }
            if (const std::size_t end = kind_with_verb(i); end != i) {
                return span_of(start_of_kind(i), end);
            }
        }
        return {};
    }

  private:
    [[nodiscard]] Span span_of(std::size_t begin, std::size_t end) const {
        return {words_[begin].span.begin, words_[end - 1].span.end};
    }
    [[nodiscard]] std::string_view kind(std::size_t i) const { return words_[i].kind; }

    /// Past the longest phrase of that class that begins at word `i`; `i` when none does.
    [[nodiscard]] std::size_t phrase_at(std::size_t i, std::string_view wanted) const {
        std::size_t end = kind(i) == wanted ? i + 1 : i;
        if (!words_[i].begins_phrase) {
            return end;
        }
        std::string phrase = words_[i].folded;
        for (std::size_t n = i + 1; n < std::min(i + kLongestPhrase, words_.size()); ++n) {
            phrase += " " + words_[n].folded;
            if (words().class_of(phrase) == wanted) {
                end = n + 1;
            }
        }
        return end;
    }

    [[nodiscard]] bool is_own(std::size_t i) const { return i > 0 && kind(i - 1) == "own"; }

    /// A design named as somebody's work: with an article, a year, a number or "recent" before it.
    [[nodiscard]] std::size_t design_at(std::size_t i) const {
        const std::size_t end = phrase_at(i, "design");
        if (end == i || is_own(i)) {
            return i;
        }
        for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
            const std::string& word = words_[i - back].folded;
            if (word == "our" || word == "this" || word == "present" || word == "current" || word == "in") {
                return i;
            }
            const bool counts = text::is_ascii_digit(word[0]) || word == "a" || word == "an" ||
                                word == "one" || word == "recent" || word == "several" || word == "many" ||
                                word == "multiple" || word == "two" || word == "three" || word == "another" ||
                                word == "large" || word == "to" || word == "published" ||
                                word == "previous" || word == "some";
            if (counts) {
                return end;
            }
        }
        // "Randomized trials show": a plural with its verb.
        return kind_verb_after(end) != end ? end : i;
    }

    [[nodiscard]] std::size_t start_of_design(std::size_t i) const {
        std::size_t begin = i;
        for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
            const std::string& word = words_[i - back].folded;
            if (text::is_ascii_digit(word[0]) || word == "a" || word == "an" || word == "one" ||
                word == "recent" || word == "several" || word == "many" || word == "multiple" ||
                word == "large") {
                begin = i - back;
            }
        }
        return begin;
    }

    /// "… of 27 trials", "… with 1,200 participants".
    [[nodiscard]] std::size_t with_extent(std::size_t end) const {
        if (end + 2 < words_.size() && (words_[end].folded == "of" || words_[end].folded == "with") &&
            text::is_ascii_digit(words_[end + 1].folded[0])) {
            std::size_t at = end + 2;
            while (at < std::min(end + 5, words_.size()) && text::is_ascii_digit(words_[at].folded[0])) {
                ++at;
            }
            return std::min(at + 1, words_.size());
        }
        return end;
    }

    [[nodiscard]] std::size_t start_of_kind(std::size_t i) const {
        static constexpr std::string_view kBefore[] = {
            "multiple", "several", "many",    "recent",  "numerous", "some", "clinical",
            "previous", "most",    "other",   "current", "emerging", "more", "a",
            "one",      "earlier", "various", "few",     "new"};
        while (i > 0 &&
               std::find(std::begin(kBefore), std::end(kBefore), words_[i - 1].folded) != std::end(kBefore)) {
            --i;
        }
        return i;
    }

    /// Past the verb that follows from word `at` on, helpers passed over; `at` when none does.
    [[nodiscard]] std::size_t kind_verb_after(std::size_t at) const {
        for (std::size_t i = at; i < std::min(at + kMostHelpers + 1, words_.size()); ++i) {
            const std::string_view k = kind(i);
            if (k == "verb") {
                return i + 1;
            }
            if (k != "helper") {
                break;
            }
        }
        return at;
    }

    [[nodiscard]] std::size_t kind_with_verb(std::size_t i) const {
        if (kind(i) != "kind" || is_own(i)) {
            return i;
        }
        const std::size_t end = kind_verb_after(i + 1);
        return end == i + 1 ? i : end;
    }

    std::vector<Word> words_;
};

}  // namespace

Span find_evidence(std::string_view sentence) { return EvidenceFinder(sentence).run(); }

}  // namespace whereof::article
