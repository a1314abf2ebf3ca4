// SPDX-License-Identifier: MIT
#include "article/claim_roles.hpp"

#include "claim/evidence.hpp"
#include "claim/words.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace whereof::article {
namespace {

/// Bytes before a marker that are looked at.
constexpr std::size_t kMostBefore = 4000;

constexpr std::array<std::string_view, 9> kNames{"obtainsSupportFrom",
                                                 "citesAsEvidence",
                                                 "agreesWith",
                                                 "disagreesWith",
                                                 "usesMethodIn",
                                                 "usesDataFrom",
                                                 "obtainsBackgroundFrom",
                                                 "citesAsRecommendedReading",
                                                 "citesForInformation"};

const text::WordList& cues() {
    static const text::WordList list("corpus/words/claim_cues.tsv");
    return list;
}

/// A role and the words that tell it.
struct Told {
    CitationRole role{};
    Span because;  ///< of the article's text
};

/// How near to the marker a role's words must end, in words between.
std::size_t most_words_behind(CitationRole role) {
    switch (role) {
        case CitationRole::cites_as_recommended_reading:
            return 3;
        case CitationRole::uses_data_from:
            return 8;
        case CitationRole::agrees_with:
        case CitationRole::disagrees_with:
        case CitationRole::uses_method_in:
            return 14;
        default:
            return claim::kMostClaimWords;
    }
}

bool wants_one_breath(CitationRole role) {
    return role == CitationRole::agrees_with || role == CitationRole::disagrees_with ||
           role == CitationRole::uses_method_in || role == CitationRole::uses_data_from;
}

/// The stretch before a marker.
class StretchBefore {
  public:
    StretchBefore(std::string_view text, Span span) : text_(text), span_(span) {
        if (span_.size() > kMostBefore) {
            span_.begin = span_.end - kMostBefore;
        }
        words_ = claim::read_claim_words(span_.of(text));
    }

    /// Is it no more than who says it: "Smith et al.", "Chou and colleagues", "Smith"?
    [[nodiscard]] bool names_who() const {
        constexpr std::size_t kFewWords = 2;
        const std::string_view last = words_.empty() ? std::string_view() : words_.back().folded;
        return words_.size() <= kFewWords || last == "al" || last == "colleagues" || last == "coworkers";
    }

    /// The words that tell a role. `by_name`: the marker is an author's name.
    [[nodiscard]] std::optional<Told> find(CitationRole role, bool by_name) const {
        for (std::size_t i = words_.size(); i-- > 0;) {
            const claim::FoundPhrase found = claim::phrase_at(words_, i, cues());
            if (found.kind == name(role) && words_.size() - found.end <= most_words_behind(role) &&
                (!wants_one_breath(role) || one_breath(found.end)) &&
                (!is_about_findings(role) || names_finding(role, found.end, by_name))) {
                return Told{
                    role, {span_.begin + words_[i].span.begin, span_.begin + words_[found.end - 1].span.end}};
            }
        }
        return std::nullopt;
    }

  private:
    static bool is_about_findings(CitationRole role) {
        return role == CitationRole::agrees_with || role == CitationRole::disagrees_with;
    }

    [[nodiscard]] bool one_breath(std::size_t end) const {
        return span_.of(text_).substr(words_[end - 1].span.end).find_first_of(",;:") ==
               std::string_view::npos;
    }

    /// Is there, from word `end` to the marker, a finding, a name or nothing?
    [[nodiscard]] bool names_finding(CitationRole role, std::size_t end, bool by_name) const {
        if (end == words_.size() || by_name) {
            return true;
        }
        const auto rest = std::span(words_).subspan(end);
        const auto is_finding = [](const claim::ClaimWord& word) {
            return cues().class_of(word.folded) == "finding";
        };
        const std::string_view first = rest.front().span.of(span_.of(text_));
        // "unlike Smith [4]", but "similar to Caprenin [34]"
        const bool is_name = role == CitationRole::disagrees_with && rest.size() <= 2 && first.size() > 2 &&
                             text::is_ascii_upper(first[0]) && text::is_ascii_lower(first[1]);
        return is_name || std::ranges::any_of(rest, is_finding);
    }

    std::string_view text_;
    Span span_;
    std::vector<claim::ClaimWord> words_;
};

class RoleReader {
  public:
    RoleReader(const Article& article, const Claim& claim) : article_(article), claim_(claim) {
        for (const std::uint32_t reference : claim.references) {
            out_.push_back({reference});
        }
    }

    std::vector<CitedRole> run() {
        std::size_t marker = 0;
        for (std::size_t i = 0; i < claim_.clauses.size(); ++i) {
            const bool is_last = i + 1 == claim_.clauses.size();
            const std::size_t first = marker;
            while (marker < claim_.markers.size() &&
                   (is_last || marker_at(marker).span.end <= claim_.clauses[i + 1].span.begin)) {
                ++marker;
            }
            if (marker == first) {
                continue;
            }
            const std::size_t end =
                is_last ? article_.sentences[claim_.sentence].span.end : claim_.clauses[i + 1].span.end;
            const std::size_t begin = marker_at(marker - 1).span.end;
            read_clause(claim_.clauses[i], marker_at(first), {begin, std::max(begin, end)}, is_last);
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] const Marker& marker_at(std::size_t i) const { return article_.markers[claim_.markers[i]]; }

    void read_clause(const Clause& clause, const Marker& marker, Span behind, bool is_last) {
        const StretchBefore before(article_.text, clause.span);
        const bool by_name = marker.kind == MarkerKind::author_year;
        std::optional<Told> told = reading_in(marker);
        for (const CitationRole role : {CitationRole::cites_as_recommended_reading,
                                        CitationRole::disagrees_with, CitationRole::agrees_with}) {
            told = told ? told : before.find(role, by_name);
        }
        if (!told) {
            told = evidence_in(clause.span);
            told = told || !(is_last || by_name || before.names_who()) ? told : evidence_in(behind);
            if (told) {
                tell(evidence_references(clause, told->because), *told);
                return;
            }
            told = method_behind(behind);
        }
        for (const CitationRole role :
             {CitationRole::uses_method_in, CitationRole::uses_data_from,
              CitationRole::obtains_background_from, CitationRole::cites_for_information}) {
            told = told ? told : before.find(role, by_name);
        }
        if (told) {
            tell(clause.references, *told);
        }
    }

    void tell(const std::vector<std::uint32_t>& references, const Told& told) {
        for (CitedRole& one : out_) {
            if (one.role == CitationRole::obtains_support_from &&
                std::ranges::find(references, one.reference) != references.end()) {
                one.role = told.role;
                one.because = told.because.of(article_.text);
            }
        }
    }

    /// "(see Smith 2019)": the marker's own first words.
    [[nodiscard]] std::optional<Told> reading_in(const Marker& marker) const {
        const auto words = claim::read_claim_words(marker.span.of(article_.text).substr(0, 80));
        if (words.empty()) {
            return std::nullopt;
        }
        const claim::FoundPhrase found = claim::phrase_at(words, 0, cues());
        if (found.kind != name(CitationRole::cites_as_recommended_reading)) {
            return std::nullopt;
        }
        return Told{
            CitationRole::cites_as_recommended_reading,
            {marker.span.begin + words[0].span.begin, marker.span.begin + words[found.end - 1].span.end}};
    }

    [[nodiscard]] std::optional<Told> evidence_in(Span stretch) const {
        const Span found = claim::find_evidence(stretch.of(article_.text));
        if (found.empty()) {
            return std::nullopt;
        }
        return Told{CitationRole::cites_as_evidence,
                    {stretch.begin + found.begin, stretch.begin + found.end}};
    }

    /// "The Oswestry index [6] was used to measure …"
    [[nodiscard]] std::optional<Told> method_behind(Span behind) const {
        const auto words = claim::read_claim_words(behind.of(article_.text).substr(0, 120));
        if (words.empty() || claim::phrase_at(words, 0, cues()).kind != "after") {
            return std::nullopt;
        }
        const claim::FoundPhrase found = claim::phrase_at(words, 0, cues());
        return Told{CitationRole::uses_method_in,
                    {behind.begin + words[0].span.begin, behind.begin + words[found.end - 1].span.end}};
    }

    /// Which of a clause's references the words that name evidence are of.
    [[nodiscard]] std::vector<std::uint32_t> evidence_references(const Clause& clause, Span evidence) const {
        const Span sentence = article_.sentences[claim_.sentence].span;
        const int year = claim::read_evidence(sentence.of(article_.text), {evidence.begin - sentence.begin,
                                                                           evidence.end - sentence.begin})
                             .year;
        std::vector<std::uint32_t> of_year;
        for (const std::uint32_t reference : clause.references) {
            const bool known = reference < article_.references.size();
            if (year != 0 && known && article_.references[reference].reference.item.issued.year == year) {
                of_year.push_back(reference);
            }
        }
        return of_year.size() == 1 ? of_year : clause.references;
    }

    const Article& article_;
    const Claim& claim_;
    std::vector<CitedRole> out_;
};

}  // namespace

std::string_view name(CitationRole role) noexcept { return kNames[static_cast<std::size_t>(role)]; }

std::vector<CitedRole> roles_of(const Article& article, const Claim& claim) {
    return RoleReader(article, claim).run();
}

}  // namespace whereof::article
