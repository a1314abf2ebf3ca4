// SPDX-License-Identifier: MIT
#include "claim/evidence.hpp"

#include "claim/numbers.hpp"
#include "claim/units.hpp"
#include "claim/words.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace whereof::claim {
namespace {

/// How many helpers ("have also recently") may stand between a kind of evidence and its verb.
constexpr std::size_t kMostHelpers = 5;

const text::WordList& list() {
    static const text::WordList words("corpus/words/evidence_words.tsv");
    return words;
}

class EvidenceFinder {
  public:
    explicit EvidenceFinder(std::string_view sentence)
        : sentence_(sentence), words_(read_claim_words(sentence)) {}

    Span run() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const FoundPhrase found = phrase_at(words_, i, list());
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
    [[nodiscard]] std::string_view kind(std::size_t i) const { return list().class_of(words_[i].folded); }

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
            const FoundPhrase found = phrase_at(words_, begin - back, list());
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

/// May more of what was studied stand behind this comma: "a review, which pooled 12 trials, …"?
bool goes_on(std::string_view rest) {
    static constexpr std::string_view kWords[] = {"which ",     "that ",      "with ",       "pooling ",
                                                  "including ", "involving ", "comprising ", "based ",
                                                  "covering ",  "in "};
    return std::ranges::any_of(kWords, [&](std::string_view word) { return rest.starts_with(word); });
}

/// Where what is said of the evidence itself ends: before its verb ("found"), at a stop, or a comma that
/// begins something else.
std::size_t end_of_description(std::string_view sentence, std::size_t begin) {
    std::size_t at = begin;
    if (const std::size_t bracket = past_blanks(sentence, begin); sentence.substr(bracket).starts_with('(')) {
        constexpr std::size_t kLongest = 200;  // "(2021; 12 trials, 3400 participants)" is of it as a whole
        const std::size_t close = sentence.find(')', bracket);
        at = close != std::string_view::npos && close - bracket < kLongest ? close : at;
    }
    while (at < sentence.size()) {
        const char c = sentence[at];
        const std::size_t next = past_blanks(sentence, at + 1);
        const bool stop = c == '.' || c == '?' || c == '!' || c == ';' || c == ':';
        if ((stop && (next > at + 1 || next == sentence.size())) ||
            (c == ',' && next > at + 1 && !goes_on(sentence.substr(next)))) {
            return at;
        }
        if (letter_at(sentence, at)) {
            const std::size_t end = past_word(sentence, at);
            if (list().class_of(text::ascii_lower(sentence.substr(at, end - at))) == "verb") {
                return at;
            }
            at = end;
        } else {
            at = past_word(sentence, at);
        }
    }
    return at;
}

/// Is the year that stands at [begin, end) that of something else: of the search ("since 2008", "from 1995 to
/// 2016"), of what the evidence brings up to date ("updated the 2007 review")?
bool is_aside(std::string_view text, std::size_t begin, std::size_t end) {
    static constexpr std::string_view kBefore[] = {"since ",
                                                   "until ",
                                                   "between ",
                                                   "through ",
                                                   "to ",
                                                   "before ",
                                                   "after ",
                                                   " and ",
                                                   "updated the ",
                                                   "updating the ",
                                                   "update of the ",
                                                   "updates the ",
                                                   "replaced the ",
                                                   "superseded the ",
                                                   "–",
                                                   "-"};
    static constexpr std::string_view kAfter[] = {" to ",    " until ", " through ", " and ",
                                                  " onward", "–",       "-"};
    const std::string before = text::ascii_lower(text.substr(0, begin));
    const std::string_view after = text.substr(end);
    const bool spans = std::ranges::any_of(kAfter, [&](std::string_view word) {
        return after.starts_with(word) && (word == " onward" || after.substr(word.size()).starts_with("19") ||
                                           after.substr(word.size()).starts_with("20"));
    });
    return spans ||
           std::ranges::any_of(kBefore, [&](std::string_view word) { return before.ends_with(word); });
}

/// The year in "a 2023 meta-analysis" or "(2023)", "published in 2023" behind it; 0 when there is none.
int year_in(std::string_view text) {
    constexpr double kFirst = 1900;
    constexpr double kLast = 2100;
    for (std::size_t at = 0; at < text.size(); at = past_word(text, at)) {
        const auto number = read_number(text, at);
        if (number && number->plain && number->value >= kFirst && number->value <= kLast &&
            !letter_at(text, number->end) && !is_aside(text, at, number->end)) {
            // "2000 trials" are many; "a 2023 trial" and "in 2023 three trials" name a year
            const std::string_view before = text.substr(0, at);
            if (before.ends_with("a ") || before.ends_with("A ") || before.ends_with("in ") ||
                !counted_behind(text, number->end, number->value)) {
                return static_cast<int>(number->value);
            }
        }
    }
    return 0;
}

/// The year of "In 2017, a review found": right before the evidence.
int year_before(std::string_view before) {
    const std::string lower = text::ascii_lower(text::trim(before));
    constexpr std::string_view kOpening = "in ";
    constexpr std::size_t kYear = 4;
    const std::size_t at = lower.size() - std::min(lower.size(), kOpening.size() + kYear + 1);
    const bool opens = lower.ends_with(',') && lower.substr(at).starts_with(kOpening) &&
                       (at == 0 || !text::is_ascii_alnum(lower[at - 1]));
    return opens ? year_in(lower.substr(at + kOpening.size(), kYear)) : 0;
}

/// The evidence without what was counted in it: "A review" of "A review of 12 randomised trials".
std::string_view head_of(std::string_view evidence) { return evidence.substr(0, evidence.find(" of ")); }

/// By its head: a review of trials is no trial.
bib::StudyDesign design_of(std::string_view evidence) {
    const std::string_view head = head_of(evidence);
    const bib::StudyDesign own = bib::study_design_of_text(head);
    const bool of_others =
        bib::study_design_of_text(evidence.substr(head.size())) != bib::StudyDesign::unknown;
    return own != bib::StudyDesign::unknown || of_others ? own : bib::study_design_of_text(evidence);
}

/// "Randomised trials show", "several reviews": no one work is meant.
bool names_several(std::string_view head) {
    static constexpr std::string_view kMany[] = {
        "trials",   "rcts",         "studies",  "cohorts",  "reports",    "reviews",   "surveys",
        "analyses", "metaanalyses", "evidence", "research", "guidelines", "statements"};
    const auto words = read_claim_words(head);
    return std::ranges::any_of(words, [](const ClaimWord& word) {
        return std::ranges::find(kMany, word.folded) != std::end(kMany);
    });
}

}  // namespace

Span find_evidence(std::string_view sentence) { return EvidenceFinder(sentence).run(); }

EvidenceParts read_evidence(std::string_view sentence, Span evidence) {
    EvidenceParts out;
    if (evidence.empty()) {
        return out;
    }
    out.design = design_of(evidence.of(sentence));
    out.several = names_several(head_of(evidence.of(sentence)));
    const auto words = read_claim_words(evidence.of(sentence));
    // A title that has the word may be about guidelines; evidence that is named so is one.
    if (out.design == bib::StudyDesign::unknown && std::ranges::any_of(words, [](const ClaimWord& word) {
            return word.folded == "guideline" || word.folded == "guidelines";
        })) {
        out.design = bib::StudyDesign::guideline;
    }
    const bool said = !words.empty() && list().class_of(words.back().folded) == "verb";  // "Research shows"
    const std::size_t end = said ? evidence.end : end_of_description(sentence, evidence.end);
    const Span described{evidence.begin, std::max(evidence.end, end)};
    out.year = year_in(evidence.of(sentence));
    out.year = out.year != 0 ? out.year : year_before(sentence.substr(0, evidence.begin));
    out.year = out.year != 0 ? out.year : year_in(described.of(sentence));
    // "Pooling 12 trials, a 2023 meta-analysis found …": what stands before, where the evidence is the
    // subject
    const std::string_view before = sentence.substr(0, evidence.begin);
    const std::string opening = text::ascii_lower(before.substr(0, past_word(before, 0)));
    const bool opens =
        opening == "pooling" || opening == "combining" || opening == "including" || opening == "with";
    const std::string_view about = opens ? sentence.substr(0, described.end) : described.of(sentence);
    for (const Quantity& one : find_quantities(about)) {
        if (one.kind == QuantityKind::studies && !out.studies && one.values.size() == 1) {
            out.studies = static_cast<std::uint64_t>(one.values.front());
        }
        if (one.kind == QuantityKind::people && !out.participants && one.values.size() == 1) {
            out.participants = static_cast<std::uint64_t>(one.values.front());
        }
    }
    return out;
}

}  // namespace whereof::claim
