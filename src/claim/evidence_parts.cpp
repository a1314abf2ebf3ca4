// SPDX-License-Identifier: MIT
// What a sentence says of the evidence that was found in it.
#include "claim/evidence.hpp"
#include "claim/evidence_words.hpp"
#include "claim/numbers.hpp"
#include "claim/quantities.hpp"
#include "claim/units.hpp"
#include "claim/words.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace whereof::claim {
namespace {

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
            if (evidence_words().class_of(text::ascii_lower(sentence.substr(at, end - at))) == "verb") {
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
    const bool said =
        !words.empty() && evidence_words().class_of(words.back().folded) == "verb";  // "Research shows"
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
