// SPDX-License-Identifier: MIT
#include "bib/name_cut.hpp"

#include "bib/name_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace whereof::bib {
namespace {

bool has_letters_or_digits(std::string_view word) {
    const LetterCount n = count_letters(word);
    return n.count > 0 || n.digits;
}

/// Where "D.F.Hellmann" and "J.Smith" divide: behind the last full stop before a word of two letters or more.
std::size_t split_after_initials(std::string_view word) {
    const std::size_t stop = word.rfind('.');
    if (stop == std::string_view::npos || stop + 1 == word.size()) {
        return 0;
    }
    const LetterCount tail = count_letters(word.substr(stop + 1));
    return tail.count >= 2 && tail.lower > 0 && !word.substr(stop + 1).starts_with('-') ? stop + 1 : 0;
}

enum class Mark : unsigned char { word, comma, conjunction, slash, hard, ellipsis };

struct Token {
    Mark mark = Mark::word;
    NameWord word;
};

class Cutter {
  public:
    explicit Cutter(std::string_view text) { line_.text = clean_names(text); }

    NameLine run() {
        scan();
        for (std::size_t at = 0; at < tokens_.size();) {
            at = take(at);
        }
        close(Separator::comma);
        join_spaced_letters();
        return std::move(line_);
    }

  private:
    void scan() {
        const std::string_view text = line_.text;
        constexpr std::size_t kBytesPerToken = 4;
        constexpr std::size_t kUsualTokens = 64;
        tokens_.reserve(std::min(text.size() / kBytesPerToken + 1, kUsualTokens));
        std::size_t begin = 0;
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t here = at;
            const char32_t c = text::next_code_point(text, at);
            Mark mark = Mark::word;
            if (c == U',') {
                mark = Mark::comma;
            } else if (c == U'/') {
                mark = Mark::slash;
            } else if (c == U';' || c == U'|') {
                mark = Mark::hard;
            } else if ((c == U'&' && !inside_acronym(here)) || c == U'+') {
                mark = Mark::conjunction;
            } else if (c == U'…') {
                mark = Mark::ellipsis;
            } else if (c == U'(') {
                word(begin, here);
                at = begin = behind_bracket(here);
                continue;
            } else if (c != U' ' && c != U')') {
                continue;
            }
            word(begin, here);
            begin = at;
            if (mark != Mark::word) {
                tokens_.push_back({mark, {}});
            }
        }
        word(begin, text.size());
    }

    /// "AT&T", "R&D"
    [[nodiscard]] bool inside_acronym(std::size_t at) const {
        const std::string& s = line_.text;
        return at > 0 && at + 1 < s.size() && text::is_ascii_upper(s[at - 1]) &&
               text::is_ascii_upper(s[at + 1]);
    }

    /// A bracket holds a role, a nickname or an acronym: none is part of a name.
    [[nodiscard]] std::size_t behind_bracket(std::size_t open) const {
        constexpr std::size_t kLongest = 80;
        const std::size_t close = std::string_view(line_.text).substr(open, kLongest).find(')');
        return close == std::string_view::npos ? open + 1 : open + close + 1;
    }

    void word(std::size_t begin, std::size_t end) {
        if (begin >= end) {
            return;
        }
        std::string_view text = std::string_view(line_.text).substr(begin, end - begin);
        while (text.ends_with("..")) {
            text.remove_suffix(1);
        }
        if (const std::size_t split = split_after_initials(text); split > 0) {
            tokens_.push_back(
                {Mark::word, shape_word(std::string(text.substr(0, split)), begin, begin + split)});
            begin += split;
            text.remove_prefix(split);
        }
        tokens_.push_back({Mark::word, shape_word(std::string(text), begin, end)});
    }

    std::size_t take(std::size_t at) {
        const Token& token = tokens_[at];
        switch (token.mark) {
            case Mark::comma:
                close(Separator::comma);
                return at + 1;
            case Mark::slash:
                close(Separator::slash);
                return at + 1;
            case Mark::hard:
                close(Separator::hard);
                return at + 1;
            case Mark::conjunction:
                return take_conjunction(at);
            case Mark::ellipsis:
                line_.elided = true;
                close(Separator::comma);
                return at + 1;
            case Mark::word:
                break;
        }
        if (const std::size_t length = elision_at(at); length > 0) {
            line_.elided = true;
            close(Separator::comma);
            return at + length;
        }
        if (is_conjunction(at)) {
            return take_conjunction(at);
        }
        return take_word(at);
    }

    std::size_t take_conjunction(std::size_t at) {
        if (is_others(at + 1) || key(at + 1) == "al") {  // "& al."
            line_.elided = true;
            close(Separator::comma);
            return at + 2;
        }
        close(Separator::conjunction);
        return at + 1;
    }

    std::size_t take_word(std::size_t at) {
        NameWord& word = tokens_[at].word;
        const bool first = line_.parts.empty() && part_.words.empty();
        if (first && is_repeat_mark(word.text)) {
            line_.repeated = true;
            return at + 1;
        }
        const bool last = at + 1 == tokens_.size() || tokens_[at + 1].mark != Mark::word;
        if (last && is_role_word(word.text, part_.words.empty() && !pending_family_)) {
            return at + 1;
        }
        if (first && !last && (is_lead_in(word.text) || leads_as_role(word.text))) {
            return at + 1;
        }
        if (!has_letters_or_digits(word.text)) {
            if (divides_names(at)) {
                close(Separator::hard);
            }
            return at + 1;
        }
        part_.words.push_back(std::move(word));
        return at + 1;
    }

    /// "edited by John Smith", "eds. A. Roe", "hrsg. v. J. Roe": a role in front of the list, and what joins
    /// it.
    [[nodiscard]] bool leads_as_role(std::string_view word) {
        if (role_led_ && (word == "v." || word == "von" || word == "de" || word == "par" || word == "por")) {
            return true;
        }
        role_led_ =
            word == "edited" || word == "Edited" || word == "herausgegeben" || is_role_word(word, true);
        return role_led_;
    }

    /// The dash in "P. Noble - L. Polak" and "Kingswood C. – Bolton P.", not that in "ARL – Akademie".
    [[nodiscard]] bool divides_names(std::size_t at) const {
        if (part_.words.empty() || at + 1 >= tokens_.size()) {
            return false;
        }
        const NameWord& next = tokens_[at + 1].word;
        const bool initials_first = part_.words.front().initials && next.initials;
        return initials_first || (part_.words.size() > 1 && !part_.words.front().initials &&
                                  part_.words.back().initials && next.upper && !next.initials);
    }

    [[nodiscard]] std::string key(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].mark == Mark::word ? lower_key(tokens_[at].word.text)
                                                                     : std::string();
    }

    /// Number of tokens of "et al.", "u. a.", "y cols." that begin here; 0 when none does.
    [[nodiscard]] std::size_t elision_at(std::size_t at) const {
        const std::string first = key(at);
        if (first == "etal" || (first == "ua" && tokens_[at].word.text.starts_with('u'))) {
            return 1;
        }
        if (!line_.parts.empty() && part_.words.empty() && is_others_word(first)) {
            return 1;
        }
        const std::string second = key(at + 1);
        const bool pair =
            (first == "et" && (second == "al" || second == "alii" || second == "coll" ||
                               second == "collaborateurs" || second == "alia" || second == "als")) ||
            (first == "u" && second == "a" && tokens_[at + 1].word.text.starts_with('a')) ||
            (first == "u" && (second == "mitarb" || second == "mitarbeiter")) ||
            (first == "m" && second == "fl") || ((first == "y" || first == "e") && is_others_word(second)) ||
            (first == "и" && second == "др");
        return pair ? 2 : 0;
    }

    [[nodiscard]] bool is_others(std::size_t at) const { return is_others_word(key(at)); }

    /// A word like "and" between two names. "y" and "e" also stand inside family names: "Ortega y Gasset,
    /// J.",
    /// "Reis e Sousa C"
    [[nodiscard]] bool is_conjunction(std::size_t at) const {
        const std::string& text = tokens_[at].word.text;
        if (!is_conjunction_word(text)) {
            return false;
        }
        if (at + 1 == tokens_.size()) {
            return true;
        }
        const bool one_letter = text == "y" || text == "e" || text == "i";
        const bool half_name = one_letter && half_family() && at + 2 < tokens_.size() &&
                               tokens_[at + 1].mark == Mark::word && !tokens_[at + 1].word.initials;
        const bool inside_family =
            half_name &&
            (tokens_[at + 2].word.initials ||
             (tokens_[at + 2].mark == Mark::comma && (part_.before != Separator::comma || !pending_family_)));
        return !inside_family;
    }

    /// The part so far is one word and its particles: "Reis" in "Reis e Sousa C".
    [[nodiscard]] bool half_family() const {
        return std::ranges::count_if(part_.words, [](const NameWord& w) { return !w.particle; }) == 1 &&
               !part_.words.back().initials && !part_.words.back().particle;
    }

    void close(Separator next) {
        if (!part_.words.empty() && !is_degree()) {
            pending_family_ = part_.words.size() == 1 && !part_.words[0].initials;
            line_.parts.push_back(std::move(part_));
            part_ = {};
            part_.before = next;
        } else {
            part_.words.clear();
            part_.before = line_.parts.empty() ? Separator::start : std::max(part_.before, next);
        }
    }

    /// "MD" or "PhD" behind a whole name.
    [[nodiscard]] bool is_degree() const {
        return part_.words.size() == 1 && !line_.parts.empty() && part_.before == Separator::comma &&
               is_degree_word(part_.words[0].text) &&
               (line_.parts.back().words.size() >= 2 || line_.parts.back().words[0].initials);
    }

    /// "S C H E I N" is one word set in spaced letters; four of them, since people have three initials.
    void join_spaced_letters() {
        constexpr std::size_t kFewest = 4;
        const auto single = [](const NameWord& w) {
            return w.initials && count_letters(w.text).count == 1 && !w.text.ends_with('.');
        };
        for (NamePart& part : line_.parts) {
            if (part.words.size() < kFewest) {
                continue;
            }
            std::vector<NameWord> words;
            for (std::size_t at = 0; at < part.words.size();) {
                std::size_t end = at;
                std::string joined;
                while (end < part.words.size() && single(part.words[end])) {
                    joined += part.words[end++].text;
                }
                if (end - at >= kFewest) {
                    words.push_back(shape_word(joined, part.words[at].begin, part.words[end - 1].end));
                    words.back().initials = false;
                    at = end;
                } else {
                    words.push_back(std::move(part.words[at++]));
                }
            }
            part.words = std::move(words);
        }
    }

    NameLine line_;
    std::vector<Token> tokens_;
    NamePart part_;
    bool pending_family_ = false;
    bool role_led_ = false;  ///< the list began with a role
};

/// Have the initials in the list rather no full stop than one?
bool writes_bare_initials(const NameLine& line) {
    int bare = 0;
    for (const NamePart& part : line.parts) {
        for (const NameWord& word : part.words) {
            const bool last = &word == &line.parts.back().words.back();
            const bool stop = word.text.find('.') != std::string::npos;
            const LetterCount n = count_letters(word.text);
            const bool clear = stop || n.count == 1 || !part.words.front().initials;  // "GUO, Y." is a family
            if (word.initials && !last && n.lower == 0 && clear) {
                bare += stop ? -1 : 1;
            }
        }
    }
    return bare > 0;
}

/// The full stop that ends the list is not part of "Gregg, Aiden." and "Smith JA, Lee K."
void drop_final_stop(NameLine& line) {
    if (line.parts.empty()) {
        return;
    }
    NameWord& word = line.parts.back().words.back();
    if (!word.text.ends_with('.') || word.text.find('.') + 1 < word.text.size() || word.suffix) {
        return;
    }
    const LetterCount n = count_letters(word.text);
    const bool initial = n.count == 1 && !writes_bare_initials(line);
    const bool clipped = n.lower > 0 && is_clipped_given(lower_key(word.text));
    if (!initial && !clipped) {
        word = shape_word(word.text.substr(0, word.text.size() - 1), word.begin, word.end - 1);
    }
}

}  // namespace

NameLine cut_names(std::string_view text) {
    NameLine line = Cutter(text).run();
    drop_final_stop(line);
    return line;
}

}  // namespace whereof::bib
