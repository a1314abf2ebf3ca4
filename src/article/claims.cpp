// SPDX-License-Identifier: MIT
#include "article/claims.hpp"

#include "claim/evidence.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace whereof::article {
namespace {

void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(value);
    }
}

bool is_joint(char32_t c) { return text::is_space(c) || c == U',' || c == U';' || text::is_dash(c); }

/// Whether only separators stand between two markers.
bool adjacent(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        if (!is_joint(text::next_code_point(text, begin))) {
            return false;
        }
    }
    return true;
}

/// Whether a bracket's rest after its markers were taken out says nothing: "", "see", "e.g.,", "reviewed in".
bool says_nothing(std::string_view inner) {
    static constexpr std::string_view kEmpty[] = {
        "see",        "also",    "and",      "e",      "g",       "eg",  "for",  "a",   "in",
        "cf",         "or",      "example",  "review", "reviews", "ref", "refs", "by",  "reference",
        "references", "therein", "reviewed", "siehe",  "vgl",     "und", "ver",  "voir"};
    for (std::size_t at = 0; at < inner.size();) {
        std::size_t end = at;
        while (end < inner.size() &&
               (text::is_ascii_alnum(inner[end]) || static_cast<unsigned char>(inner[end]) >= 0x80)) {
            ++end;
        }
        const std::string word = text::ascii_lower(inner.substr(at, end - at));
        const bool dash = word == "–" || word == "—" || word == "‐" || word == "−";
        if (end > at && !dash && std::find(std::begin(kEmpty), std::end(kEmpty), word) == std::end(kEmpty)) {
            return false;
        }
        at = std::max(end, at + 1);
    }
    return true;
}

/// Drops brackets that hold nothing, and blanks before stops.
std::string tidy(std::string_view text) {
    std::string out;
    std::vector<std::size_t> open;
    for (const char c : text) {
        if (text::is_ascii_space(c)) {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
            continue;
        }
        const bool closes = c == ')' || c == ']';
        if (closes && !open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            const bool pair = out[at] == (c == ')' ? '(' : '[');
            if (pair && out.size() - at <= 40 && says_nothing(std::string_view(out).substr(at + 1))) {
                out.resize(at);
                continue;
            }
        }
        const bool stop = c == '.' || c == ',' || c == ';' || c == ':' || c == '?' || c == '!' || closes;
        if (stop && !out.empty() && out.back() == ' ' && out.size() > 1) {
            out.pop_back();
            while (!open.empty() && open.back() >= out.size()) {
                open.pop_back();
            }
        }
        if (c == '(' || c == '[') {
            open.push_back(out.size());
        }
        out += c;
    }
    return std::string(text::trim(out));
}

/// Is a link's anchor part of the sentence ("what prevents it") rather than a pointer ("source",
/// "doi:10.1/x")?
bool is_prose(std::string_view anchor) {
    constexpr std::array<std::string_view, 7> kPointers{"source", "link", "here",     "pubmed",
                                                        "doi",    "ref",  "full text"};
    const std::string folded = text::fold(anchor);
    if (folded.find("10.") != std::string::npos || folded.find("http") != std::string::npos ||
        folded.find("www.") != std::string::npos || folded.find("pmid") != std::string::npos ||
        std::ranges::find(kPointers, folded) != kPointers.end()) {
        return false;
    }
    // A word of three letters in lower case: no abbreviation, number or bracketed mark.
    std::size_t run = 0;
    for (const char c : anchor) {
        run = text::is_ascii_lower(c) ? run + 1 : 0;
        if (run == 3) {
            return anchor.front() != '(' && anchor.front() != '[';
        }
    }
    return false;
}

/// Where `part` stands in `text` as whole words; npos when it does not.
std::size_t find_words(std::string_view text, std::string_view part) {
    const auto in_word = [&](std::size_t at) { return at < text.size() && text::is_ascii_alnum(text[at]); };
    const std::size_t at = part.empty() ? std::string_view::npos : text.find(part);
    const bool whole =
        at != std::string_view::npos && !(at > 0 && in_word(at - 1)) && !in_word(at + part.size());
    return whole ? at : std::string_view::npos;
}

/// What stands before the evidence, without what leads to it: of "pain, according to a 2023 meta-analysis"
/// "pain".
void cut_evidence(std::string& words, std::string_view evidence) {
    const std::size_t at = find_words(words, evidence);
    if (at == std::string::npos) {
        return;
    }
    words.resize(at);
    for (const std::string_view end : {"", "according to", "based on", "in", "by", "from"}) {
        const std::string_view rest = text::trim(words);
        const std::size_t at_end = rest.size() - std::min(rest.size(), end.size());
        const bool whole = at_end == 0 || rest[at_end - 1] == ' ';
        words = std::string(rest.ends_with(end) && whole ? text::trim(rest.substr(0, at_end)) : rest);
    }
    while (words.ends_with(',')) {
        words.pop_back();
    }
}

/// What names the evidence is compared with nothing, and is no outcome.
void drop_evidence(std::vector<claim::Comparison>& comparisons, std::string_view evidence) {
    if (evidence.empty()) {
        return;
    }
    std::erase_if(comparisons, [&](claim::Comparison& one) {
        bool is_evidence = false;
        for (std::string* side : {&one.first, &one.second}) {
            const bool named = !side->empty();
            cut_evidence(*side, evidence);
            is_evidence = is_evidence || (named && side->empty()) ||
                          find_words(evidence, *side) != std::string_view::npos;
        }
        cut_evidence(one.outcome, evidence);
        return is_evidence;
    });
}

class ClaimMaker {
  public:
    explicit ClaimMaker(Article& article) : article_(article), text_(article.text) {}

    void run() {
        std::uint32_t marker = 0;
        for (std::uint32_t i = 0; i < article_.sentences.size(); ++i) {
            const Sentence& sentence = article_.sentences[i];
            while (marker < article_.markers.size() &&
                   article_.markers[marker].span.begin < sentence.span.begin) {
                ++marker;
            }
            const std::uint32_t first = marker;
            while (marker < article_.markers.size() &&
                   article_.markers[marker].span.begin < sentence.span.end) {
                ++marker;
            }
            add_claim(i, first, marker);
        }
    }

  private:
    void add_claim(std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
        const Sentence& where = article_.sentences[sentence];
        const Span evidence = claim::find_evidence(where.span.of(text_));
        if (first == last && (evidence.empty() || where.block == BlockKind::heading)) {
            return;
        }
        Claim claim;
        claim.sentence = sentence;
        claim.cited = first != last;
        std::vector<Span> spans;
        for (std::uint32_t m = first; m < last; ++m) {
            spans.push_back(mark_of(article_.markers[m]));
            claim.markers.push_back(m);
            for (const std::uint32_t reference : article_.markers[m].references) {
                add_once(claim.references, reference);
            }
        }
        claim.text = without_markers(text_, where.span, spans);
        if (!evidence.empty()) {
            const Span at{where.span.begin + evidence.begin, where.span.begin + evidence.end};
            claim.evidence = without_markers(text_, at, spans);
        }
        add_clauses(claim, where.span);
        if (!claim.text.empty()) {
            claim.comparisons = claim::find_comparisons(claim.text);
            drop_evidence(claim.comparisons, claim.evidence);
            article_.claims.push_back(std::move(claim));
        }
    }

    void add_clauses(Claim& claim, Span sentence) const {
        std::size_t begin = sentence.begin;
        std::size_t last_end = sentence.begin;
        for (const std::uint32_t m : claim.markers) {
            const Marker& marker = article_.markers[m];
            const Span mark = mark_of(marker);
            if (!claim.clauses.empty() && adjacent(text_, last_end, mark.begin)) {
                for (const std::uint32_t reference : marker.references) {
                    add_once(claim.clauses.back().references, reference);
                }
            } else {
                Clause clause;
                clause.span = trimmed({begin, std::max(begin, mark.begin)});
                clause.references = marker.references;
                claim.clauses.push_back(std::move(clause));
            }
            begin = last_end = std::min(mark.end, sentence.end);
        }
    }

    /// What of a marker is no part of the sentence: of a linked phrase, only the point behind it.
    [[nodiscard]] Span mark_of(const Marker& marker) const {
        if (marker.kind == MarkerKind::link && is_prose(marker.span.of(text_))) {
            return {marker.span.end, marker.span.end};
        }
        return marker.span;
    }

    [[nodiscard]] Span trimmed(Span span) const {
        while (span.begin < span.end) {
            std::size_t next = span.begin;
            if (!is_joint(text::next_code_point(text_, next)) && text_[span.begin] != '.') {
                break;
            }
            span.begin = next;
        }
        while (span.begin < span.end && text::is_ascii_space(text_[span.end - 1])) {
            --span.end;
        }
        return span;
    }

    Article& article_;
    std::string_view text_;
};

}  // namespace

std::string without_markers(std::string_view text, Span stretch, const std::vector<Span>& markers) {
    std::string kept;
    std::size_t at = stretch.begin;
    for (const Span& marker : markers) {
        if (marker.end <= at || marker.begin >= stretch.end) {
            continue;
        }
        const std::size_t begin = std::max(marker.begin, at);
        // Separators between two neighbours go with them.
        if (!(at > stretch.begin && adjacent(text, at, begin))) {
            kept += text.substr(at, begin - at);
        }
        at = std::min(marker.end, stretch.end);
    }
    kept += text.substr(at, stretch.end - at);
    return tidy(kept);
}

void attach_trailing_markers(Article& article) {
    std::size_t m = 0;
    for (std::size_t i = 1; i < article.sentences.size(); ++i) {
        Sentence& sentence = article.sentences[i];
        Sentence& before = article.sentences[i - 1];
        while (m < article.markers.size() && article.markers[m].span.end <= sentence.span.begin) {
            ++m;
        }
        std::size_t begin = sentence.span.begin;
        for (std::size_t n = m; n < article.markers.size(); ++n) {
            const Marker& marker = article.markers[n];
            if (marker.kind == MarkerKind::author_year || marker.kind == MarkerKind::link ||
                marker.span.end > sentence.span.end || !adjacent(article.text, begin, marker.span.begin) ||
                marker.span.begin < begin) {
                break;
            }
            begin = marker.span.end;
        }
        if (begin == sentence.span.begin ||
            std::string_view(article.text)
                    .substr(before.span.end, sentence.span.begin - before.span.end)
                    .find('\n') != std::string_view::npos) {
            continue;
        }
        std::size_t next = begin;
        while (next < sentence.span.end && text::is_ascii_space(article.text[next])) {
            ++next;
        }
        std::size_t at = next;
        const bool ends = next == sentence.span.end;
        if (!ends && text::is_lower(text::next_code_point(article.text, at))) {
            continue;  // "[12] reported that": the marker is the subject
        }
        before.span.end = begin;
        sentence.span.begin = next;
    }
    std::erase_if(article.sentences, [](const Sentence& s) { return s.span.empty(); });
}

void make_claims(Article& article) { ClaimMaker(article).run(); }

}  // namespace whereof::article
