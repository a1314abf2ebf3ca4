// SPDX-License-Identifier: MIT
#include "verify/companion.hpp"

#include "text/fold.hpp"
#include "verify/title_marks.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace whereof::verify {
namespace {

using bib::Field;
using Marks = std::vector<TitleMark>;

constexpr std::string_view kSummary = "summary";

/// What the kinds of marks make a work; all others make it another report.
struct Kind {
    std::string_view name;
    Sibling relation;
};
constexpr auto kKinds = std::to_array<Kind>({{"erratum", Sibling::erratum},
                                             {"comment", Sibling::comment},
                                             {"protocol", Sibling::protocol},
                                             {"part", Sibling::part}});

/// The marks that only one of two titles bears.
Marks only_in_one(const Marks& a, const Marks& b) {
    Marks out;
    std::ranges::set_symmetric_difference(a, b, std::back_inserter(out));
    return out;
}

bool has_kind(const Marks& marks, std::string_view kind) {
    return std::ranges::find(marks, kind, &TitleMark::kind) != marks.end();
}

Sibling relation_by(const Marks& marks) {
    for (const Kind& kind : kKinds) {
        if (has_kind(marks, kind.name)) {
            return kind.relation;
        }
    }
    return marks.empty() ? Sibling::none : Sibling::report;
}

/// Words by which a citation says behind the title what its work is: "[Abstract]", "Study protocol."
struct Behind {
    std::string_view word;
    std::string_view kind;
};
constexpr auto kBehind =
    std::to_array<Behind>({{"protocol", "protocol"}, {"abstract", kSummary}, {"poster", kSummary}});

bool names_meeting(std::string_view container) {
    constexpr auto kMeetings =
        std::to_array<std::string_view>({"conference", "congress", "convention", "forum", "meeting",
                                         "presented at", "scientific sessions", "symposium", "workshop"});
    const auto folded = text::fold(container);
    return std::ranges::any_of(kMeetings,
                               [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

/// What was told at a meeting, in a citation without volume and page, before a journal printed it.
bool was_told_before(const bib::Item& cited, const bib::Item& record) {
    return cited.volume.empty() && cited.page.empty() && !record.volume.empty() && !record.page.empty() &&
           cited.issued.year != 0 && cited.issued.year <= record.issued.year &&
           names_meeting(cited.container_title) && !names_meeting(record.container_title);
}

/// The words that stand behind the title in the raw string, at most two of them: "study protocol",
/// "abstract". Not those at its end, where links are: "PubMed Abstract".
std::span<const std::string> words_behind_title(const Citation& citation) {
    constexpr std::size_t kTold = 3;  // words of the title's end that are looked for
    constexpr std::ptrdiff_t kBehindIt = 2;
    const auto title = text::fold_words(citation.item.title);
    const auto end = std::span(title).last(std::min(title.size(), kTold));
    const auto found = std::ranges::search(citation.raw_words, end);
    if (end.empty() || found.empty()) {
        return {};
    }
    return {found.end(), std::min(kBehindIt, citation.raw_words.end() - found.end()) + found.end()};
}

/// The marks of a citation: of its title, of what stands behind it where no field of the record has those
/// words, and of the meeting that it names for a journal.
Marks marks_of(const Citation& citation, const bib::Item& record) {
    Marks out = title_marks(citation.item.title);
    const auto behind = words_behind_title(citation);
    for (const auto& [word, kind] : kBehind) {
        const bool stands = std::ranges::find(behind, word) != behind.end();
        const bool explained = std::ranges::any_of(
            std::array{&record.title, &record.container_title, &record.container_title_short},
            [&](const std::string* text) {
                const auto words = text::fold_words(*text);
                return std::ranges::find(words, word) != words.end();
            });
        if (stands && !explained) {
            out.push_back({kind, {}});
        }
    }
    if (was_told_before(citation.item, record)) {
        out.push_back({kSummary, {}});
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Does the record's title begin with the cited one, which leaves a subtitle out?
bool is_cut_title(const std::string& cited, const std::string& held) {
    const auto words = text::fold_words(cited);
    const auto all = text::fold_words(held);
    return !words.empty() && words.size() < all.size() && std::equal(words.begin(), words.end(), all.begin());
}

/// The marks that tell the works apart. What the record's title has alone counts for nothing where the raw
/// string has that title as a whole, nor, unless it makes it a protocol, comment or erratum, where the
/// citation leaves its subtitle out.
Marks telling_marks(const Citation& citation, const Candidate& candidate) {
    const bib::Item& record = candidate.record.item;
    const Marks cited = marks_of(citation, record);
    Marks held = title_marks(record.title);
    const auto* title = candidate.comparison.of(Field::title);
    if (title != nullptr && title->agrees() && title->note == kAsWritten) {
        std::erase_if(held, [&](const TitleMark& mark) { return !std::ranges::binary_search(cited, mark); });
    } else if (is_cut_title(citation.item.title, record.title)) {
        std::erase_if(held, [&](const TitleMark& mark) {
            const Sibling relation = relation_by({mark});
            return relation == Sibling::report || relation == Sibling::part;
        });
    }
    return only_in_one(cited, held);
}

/// How many facts of the place, identifiers among them, agree and differ.
struct PlaceTally {
    explicit PlaceTally(const Comparison& comparison) {
        for (const Field field :
             {Field::container_title, Field::issued, Field::volume, Field::page, Field::DOI, Field::PMID}) {
            agree += comparison.agrees(field) ? 1U : 0U;
            differ += comparison.differs(field) ? 1U : 0U;
        }
    }
    unsigned agree = 0;
    unsigned differ = 0;
};

/// Is a work with these marks mostly printed beside the one that it belongs to?
bool is_printed_beside(const Marks& marks) {
    const Sibling relation = relation_by(marks);
    return has_kind(marks, kSummary) || relation == Sibling::erratum || relation == Sibling::comment ||
           relation == Sibling::part;
}

}  // namespace

Sibling companionship(std::string_view cited_title, std::string_view record_title) {
    return relation_by(only_in_one(title_marks(cited_title), title_marks(record_title)));
}

Sibling companion_elsewhere(const Citation& citation, const Candidate& candidate) {
    const Comparison& comparison = candidate.comparison;
    const auto* title = comparison.of(Field::title);
    const auto* author = comparison.of(Field::author);
    constexpr double kLeastAlike = 0.5;
    const bool alike = title != nullptr && (title->agrees() || title->closeness >= kLeastAlike);
    const bool others = author != nullptr && author->differs() && author->closeness == 0.0;
    if (!candidate.identifiers.empty() || !alike || others) {
        return Sibling::none;
    }
    const PlaceTally place(comparison);
    if (comparison.agrees(Field::page) || place.differ == 0) {
        return Sibling::none;
    }
    const Marks marks = telling_marks(citation, candidate);
    const bool apart =
        place.differ >= place.agree || (comparison.differs(Field::page) && is_printed_beside(marks));
    return !marks.empty() && apart ? relation_by(marks) : Sibling::none;
}

}  // namespace whereof::verify
