// SPDX-License-Identifier: MIT
#include "verify/outcome.hpp"

#include "text/utf8.hpp"
#include "verify/companion.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace whereof::verify {
namespace {

using bib::Field;

constexpr std::array kIdentifiers{Field::DOI, Field::PMID, Field::PMCID, Field::arXiv, Field::PII};

/// From a preprint to its journal.
constexpr int kYearsToPrint = 4;

bool led_here(const Candidate& candidate) { return !candidate.identifiers.empty(); }

/// A record that belongs to the work cited, and whose facts are therefore not to be held against it.
bool is_sibling(const Citation& citation, const Candidate& candidate) {
    const auto relation = relation_of(citation, candidate);
    const auto& comparison = candidate.comparison;
    switch (relation) {
        case Sibling::preprint: {
            const int years = citation.item.issued.year - candidate.record.item.issued.year;
            const bool later = citation.item.issued.year == 0 || (years >= 0 && years <= kYearsToPrint);
            return later && !comparison.agrees(Field::container_title) && comparison.agrees(Field::title) &&
                   !comparison.differs(Field::author);
        }
        case Sibling::version:
            return comparison.differs(Field::issued) ||
                   (comparison.agrees(Field::title) && !comparison.differs(Field::author));
        case Sibling::edition:
            return comparison.agrees(Field::title) && !comparison.differs(Field::author);
        case Sibling::part:
        case Sibling::protocol:
        case Sibling::report:
            return companion_elsewhere(citation, candidate) == relation;
        case Sibling::elsewhere:
            return true;
        default:
            return false;
    }
}

/// Near enough in its title to be named beside a work that is not held.
bool is_near(const Citation& citation, const Candidate& candidate) {
    const auto* title = candidate.comparison.of(Field::title);
    const bool sibling = is_sibling(citation, candidate);
    return title != nullptr && title->closeness >= (sibling ? 0.5 : 0.6) &&
           (!candidate.comparison.differs(Field::author) || sibling);
}

/// Better match first; ties by what is held of the work, then by the record's own identifiers, so that
/// neither the authorities' order nor the candidates' matters.
bool is_better(const Candidate& a, const Candidate& b) {
    const auto rank = [](const Candidate& candidate) {
        // An agreeing identifier tells twins apart but does not outweigh the description.
        return candidate.score + 0.6 * static_cast<double>(candidate.identifiers.size());
    };
    if (rank(a) != rank(b)) {
        return rank(a) > rank(b);
    }
    const auto held = [](const Candidate& candidate) {
        const auto& item = candidate.record.item;
        return int{!item.DOI.empty()} + int{!item.PMID.empty()} + int{!item.page.empty()} +
               int{!item.volume.empty()};
    };
    if (held(a) != held(b)) {
        return held(a) > held(b);
    }
    const auto& x = a.record.item;
    const auto& y = b.record.item;
    return std::tie(x.DOI, x.PMID, x.title, a.record.id) < std::tie(y.DOI, y.PMID, y.title, b.record.id);
}

/// Takes over from unmerged records of the same work the identifiers that the chosen one lacks, and lets what
/// they say count as another source's say.
void complete(const Citation& citation, Candidate& work, std::vector<Candidate>& candidates) {
    bool changed = false;
    for (auto& other : candidates) {
        const auto* title = other.comparison.of(Field::title);
        const bool near = title == nullptr || title->closeness >= 0.5;
        if (&other == &work || !near || !is_same_work(work.record.item, other.record.item)) {
            continue;
        }
        for (const auto field : kIdentifiers) {
            auto* own = work.record.item.text(field);
            if (own->empty()) {
                *own = std::as_const(other.record.item).text(field);
            }
        }
        work.record.variants.push_back(other.record.item);
        std::ranges::copy(other.record.events, std::back_inserter(work.record.events));
        for (const auto field : other.identifiers) {
            if (std::ranges::find(work.identifiers, field) == work.identifiers.end()) {
                work.identifiers.push_back(field);
            }
        }
        changed = true;
    }
    if (changed) {
        weigh(citation, work);
    }
}

bool is_led_by(const Candidate& candidate, Field field) {
    return std::ranges::find(candidate.identifiers, field) != candidate.identifiers.end();
}

/// Two records under one number are one work, however differently two authorities put it (a translated
/// title).
bool has_shared_identifier(const bib::Item& a, const bib::Item& b) {
    return (!a.DOI.empty() && a.DOI == b.DOI) || (!a.PMID.empty() && a.PMID == b.PMID) ||
           (!a.PMCID.empty() && a.PMCID == b.PMCID);
}

/// Titles of two works on the same thing have this much in common by chance.
constexpr double kNothingShared = 0.3;

/// A title in another script than the record's is no other title: it may be a translation.
bool in_one_script(std::string_view a, std::string_view b) {
    const auto is_latin = [](std::string_view text) {
        return 2 * std::ranges::count_if(text, text::is_ascii_letter) > std::ssize(text);
    };
    return is_latin(a) == is_latin(b);
}

/// Does an identifier's owner contradict the description enough to say that it is another work?
bool contradicts(const Citation& citation, const Candidate& owner) {
    const auto* title = owner.comparison.of(Field::title);
    const auto* author = owner.comparison.of(Field::author);
    const bool other_title = title != nullptr && title->differs() && title->closeness < 0.5;
    const bool other_author = author != nullptr && author->differs() && author->closeness < 0.5;
    if (other_title && (other_author || author == nullptr || author->agreement == Agreement::absent)) {
        // Invented words around a real identifier copy its journal and its year too.
        const bool nothing_shared = title->closeness < kNothingShared && other_author &&
                                    author->closeness == 0.0 &&
                                    in_one_script(citation.item.title, owner.record.item.title);
        return owner.supports <= 1 || citation.item.author.empty() || nothing_shared;
    }
    // Neither title nor author can be compared: the place must contradict throughout.
    const auto differing = std::ranges::count_if(owner.comparison.fields, [](const FieldMatch& match) {
        return match.differs() && (match.field == Field::container_title || match.field == Field::volume ||
                                   match.field == Field::page || match.field == Field::issued);
    });
    return other_title && owner.supports == 0 && differing >= 2;
}

void find_foreign(const Citation& citation, const std::vector<Candidate>& candidates, Outcome& out) {
    for (const auto field : kIdentifiers) {
        const auto& cited = citation.item.text(field);
        if (cited.empty() || (out.work != nullptr && is_led_by(*out.work, field))) {
            continue;
        }
        const auto owner = std::ranges::find_if(
            candidates, [&](const Candidate& candidate) { return is_led_by(candidate, field); });
        if (out.work == nullptr) {
            if (owner != candidates.end() && contradicts(citation, *owner)) {
                out.foreign.push_back({field, &*owner});
            }
            continue;
        }
        if (owner != candidates.end()) {
            const bool twin = has_shared_identifier(out.work->record.item, owner->record.item);
            const auto relation = sibling_of(out.work->record.item, owner->record.item);
            const bool version =
                (relation != Sibling::none && relation != Sibling::report) ||
                compare_DOI(cited, out.work->record.item.DOI).agreement == Agreement::variant;
            if (!version && !twin) {
                out.foreign.push_back({field, &*owner});
            }
        } else if (field == Field::PMID && out.work->comparison.differs(field)) {
            out.foreign.push_back(
                {field, nullptr});  // PubMed numbers a work once: another number, another work
        }
    }
}

}  // namespace

bool is_work_cited(const Citation& citation, const Candidate& candidate) {
    return is_described(citation, candidate, led_here(candidate)) && !is_sibling(citation, candidate);
}

Outcome decide(const Citation& citation, std::vector<Candidate>& candidates) {
    Outcome out;
    Candidate* best = nullptr;
    for (auto& candidate : candidates) {
        if (is_work_cited(citation, candidate) && (best == nullptr || is_better(candidate, *best))) {
            best = &candidate;
        }
    }
    if (best != nullptr) {
        complete(citation, *best, candidates);
        out.work = best;
    }
    find_foreign(citation, candidates, out);
    if (out.work == nullptr) {
        for (const auto& candidate : candidates) {
            const auto relation =
                is_near(citation, candidate) ? relation_of(citation, candidate) : Sibling::none;
            if (relation != Sibling::none && (out.sibling == nullptr || is_better(candidate, *out.sibling))) {
                out.sibling = &candidate;
                out.relation = relation;
            }
        }
    }
    for (auto& fault : bib::check_identifiers(citation.item)) {
        const bool vouched = out.work != nullptr && is_led_by(*out.work, fault.field);
        if (!vouched) {
            out.faults.push_back(std::move(fault));
        }
    }
    return out;
}

}  // namespace whereof::verify
