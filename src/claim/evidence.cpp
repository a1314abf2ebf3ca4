// SPDX-License-Identifier: MIT
#include "claim/evidence.hpp"

#include "claim/evidence_words.hpp"
#include "claim/numbers.hpp"
#include "claim/units.hpp"
#include "claim/words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace whereof::claim {
namespace {

/// How many helpers ("have also recently") may stand between a kind of evidence and its verb.
constexpr std::size_t kMostHelpers = 5;

class EvidenceFinder {
  public:
    explicit EvidenceFinder(std::string_view sentence)
        : sentence_(sentence), words_(read_claim_words(sentence)) {}

    Span run() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const FoundPhrase found = phrase_at(words_, i, evidence_words());
            if (is_done_here(i)) {
                continue;  // "we conducted a randomised trial"
            }
            if ((found.kind == "design" || found.kind == "kind") && is_set_apart(i)) {
                i = found.end - 1;  // "unlike a 2008 cohort study, …"
                continue;
            }
            if (found.kind == "design" && is_somebodys_work(i, found.end)) {
                return with_extent(span_of(start_of_design(i), found.end));
            }
            if (found.kind == "design" && is_own(i) && words_[i - 1].folded != "the") {
                i = found.end - 1;  // "our randomised trial showed"
                continue;
            }
            if (found.kind == "phrase") {
                return span_of(i, found.end);
            }
            if (found.kind == "kind" && !is_own(i)) {
                if (const Span named = named_alone(i); !named.empty()) {
                    return named;
                }
                if (const std::size_t end = kind_verb_after(i + 1); end != i + 1) {
                    return span_of(start_of_kind(i), end);
                }
            }
        }
        return {};
    }

  private:
    [[nodiscard]] Span span_of(std::size_t begin, std::size_t end) const {
        return {words_[begin].span.begin, words_[end - 1].span.end};
    }
    [[nodiscard]] std::string_view kind(std::size_t i) const {
        return evidence_words().class_of(words_[i].folded);
    }

    [[nodiscard]] bool is_own(std::size_t i) const { return i > 0 && kind(i - 1) == "own"; }

    /// A kind of evidence at word `i` that needs no verb: "a study of 120 nurses", "a 2022 NICE guideline",
    /// "a Lancet study from 2018". Empty when it is none.
    [[nodiscard]] Span named_alone(std::size_t i) const {
        constexpr std::size_t kReach = 4;  // "a double-blind crossover study"
        bool has_year = false;
        for (std::size_t back = 1; back <= kReach && back <= i; ++back) {
            const std::string& word = words_[i - back].folded;
            has_year = has_year || is_year(word);
            if (word == "a" || word == "an" || word == "one") {
                const Span named = span_of(i - back, i + 1);
                const Span whole = with_extent(named);
                return has_year || whole != named ? whole : Span();
            }
            if (kind(i - back) == "verb" || kind(i - back) == "own" || word == "of" || word == "and") {
                break;
            }
        }
        const Span named = span_of(start_of_kind(i), i + 1);
        return start_of_kind(i) != i && with_extent(named) != named ? with_extent(named) : Span();
    }

    static bool is_year(std::string_view word) {
        return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
               std::ranges::all_of(word, text::is_ascii_digit);
    }

    /// "We conducted a randomised trial", "this was a cohort study": the article's own, from word `i` on.
    [[nodiscard]] bool is_done_here(std::size_t i) const {
        static constexpr std::string_view kDone[] = {
            "conducted", "conduct",   "performed", "perform",   "did",  "ran",     "designed", "undertook",
            "completed", "initiated", "carried",   "developed", "plan", "planned", "was",      "is"};
        constexpr std::size_t kReach = 6;
        bool done = false;
        for (std::size_t back = 1; back <= kReach && back <= i; ++back) {
            const std::string& word = words_[i - back].folded;
            done = done || std::ranges::find(kDone, word) != std::end(kDone);
            if (done && (word == "we" || word == "this" || word == "ours")) {
                return true;
            }
        }
        return false;
    }

    /// Does the sentence name the evidence at word `i` only to rest on something else: "unlike a 2008 cohort
    /// study", "a follow-up of a randomised trial"?
    [[nodiscard]] bool is_set_apart(std::size_t i) const {
        std::size_t begin = std::min(start_of_design(i), start_of_kind(i));
        if (begin > 0 && words_[begin - 1].folded == "the") {
            --begin;
        }
        constexpr std::size_t kLongestPhrase = 4;  // "post hoc analysis of"
        for (std::size_t back = 1; back <= kLongestPhrase && back <= begin; ++back) {
            const FoundPhrase found = phrase_at(words_, begin - back, evidence_words());
            if (found.kind == "apart" && found.end == begin) {
                return true;
            }
        }
        return false;
    }

    /// Is the design at words [i, end) named as somebody's work: with an article, a year, a number or
    /// "recent" before it?
    [[nodiscard]] bool is_somebodys_work(std::size_t i, std::size_t end) const {
        if (is_own(i)) {
            return false;
        }
        for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
            const std::string& word = words_[i - back].folded;
            if (word == "our" || word == "this" || word == "present" || word == "current" || word == "in") {
                return false;
            }
            const bool counts = text::is_ascii_digit(word[0]) || word == "a" || word == "an" ||
                                word == "one" || word == "recent" || word == "several" || word == "many" ||
                                word == "multiple" || word == "two" || word == "three" || word == "another" ||
                                word == "large" || word == "to" || word == "published" ||
                                word == "previous" || word == "some";
            if (counts) {
                return true;
            }
        }
        return kind_verb_after(end) != end;  // "Randomized trials show": a plural with its verb
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
            if (word == "a" || word == "an" || word == "one") {
                break;  // what stands before is another thing's
            }
        }
        return begin;
    }

    /// "… of 27 randomised trials", "… with 1,200 participants", and nothing of what follows.
    [[nodiscard]] Span with_extent(Span named) const {
        const std::size_t joint = past_blanks(sentence_, named.end);
        for (const std::string_view word : {"of ", "with ", "in ", "from "}) {
            const std::size_t at = joint + word.size();
            if (joint == named.end || !sentence_.substr(joint).starts_with(word)) {
                continue;
            }
            auto number = read_number(sentence_, at);
            if (number && number->plain && (word == "in " || word == "from ") &&
                is_year(sentence_.substr(at, number->end - at)) &&
                !counted_behind(sentence_, number->end, number->value)) {
                return {named.begin, number->end};  // "from 2018"
            }
            number = number ? number : read_number_words(sentence_, at);
            const auto counted =
                number ? counted_behind(sentence_, number->end, number->value) : std::nullopt;
            if (counted &&
                (counted->kind == QuantityKind::studies || counted->kind == QuantityKind::people)) {
                return {named.begin, counted->end};
            }
        }
        return named;
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

    std::string_view sentence_;
    std::vector<ClaimWord> words_;
};

}  // namespace

Span find_evidence(std::string_view sentence) { return EvidenceFinder(sentence).run(); }

}  // namespace whereof::claim
