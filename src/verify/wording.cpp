// SPDX-License-Identifier: MIT
#include "verify/wording.hpp"

#include "text/utf8.hpp"
#include "verify/online_answer.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace whereof::verify {
namespace {

using bib::Field;
using finding::Headline;

constexpr std::size_t kShown = 90;  ///< bytes of a field in a sentence

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return std::string(text);
    }
    auto cut = text.rfind(' ', most);
    cut = cut == std::string_view::npos ? most : cut;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
        --cut;
    }
    return std::string(text.substr(0, cut)) + " …";
}

/// Where two texts begin to differ in their letters and digits, as bytes of each.
std::pair<std::size_t, std::size_t> first_difference(std::string_view a, std::string_view b) {
    const auto skip = [](std::string_view text, std::size_t at) {
        while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 &&
               !text::is_ascii_alnum(text[at])) {
            ++at;
        }
        return at;
    };
    auto x = skip(a, 0);
    auto y = skip(b, 0);
    while (x < a.size() && y < b.size() && text::ascii_lower(a[x]) == text::ascii_lower(b[y])) {
        x = skip(a, x + 1);
        y = skip(b, y + 1);
    }
    return {x, y};
}

/// At most about `most` bytes of a text, among them those at `at`.
std::string window(std::string_view text, std::size_t at, std::size_t most) {
    if (text.size() <= most || at < most * 2 / 3) {
        return shortened(text, most);
    }
    const auto begin = text.find(' ', at - most / 2);
    if (begin == std::string_view::npos || begin >= at) {
        return shortened(text, most);
    }
    return "… " + shortened(text.substr(begin + 1), most);
}

/// "volume 39 should be 9; page 12 should be 120-131"
std::string wrong_facts(const finding::Verdict& verdict) {
    std::string out;
    for (const auto field : verdict.wrong_fields) {
        const auto at = std::ranges::find_if(verdict.evidence, [&](const finding::Evidence& evidence) {
            return evidence.field == field && evidence.agreement == finding::Agreement::different;
        });
        if (at == verdict.evidence.end()) {
            continue;
        }
        out += out.empty() ? "" : "; ";
        if (field == Field::author && !at->note.empty()) {
            out += "authors: " + at->note;
        } else if (at->found.empty()) {
            out += fmt::format("{} “{}” cannot be right: {}", word_for(field), shortened(at->cited, kShown),
                               at->note);
        } else {
            const auto [in_cited, in_found] = first_difference(at->cited, at->found);
            out += fmt::format("{} “{}” should be “{}”", word_for(field), window(at->cited, in_cited, kShown),
                               window(at->found, in_found, kShown));
        }
    }
    return out;
}

std::string foreign_reason(const Citation& citation, const Outcome& outcome) {
    std::string out;
    for (const auto& [field, owner] : outcome.foreign) {
        const auto& value = citation.item.text(field);
        out += out.empty() ? "" : " ";
        if (owner != nullptr) {
            out += fmt::format("The {} {} belongs to {}, not to this work.", word_for(field), value,
                               name_work(owner->record.item));
        } else {
            out += fmt::format("{} {} is not this work's: it has {} {}.", word_for(field), value,
                               word_for(field), outcome.work->record.item.text(field));
        }
    }
    for (const auto& fault : outcome.faults) {
        if (fault.convicts) {
            const std::string_view what = fault.rule.starts_with("other-journal") ? "is another journal's"
                                          : fault.rule == kUnregistered           ? "is registered nowhere"
                                                                                  : "cannot exist";
            out += out.empty() ? "" : " ";
            out += fmt::format("The {} {} {}: {}.", word_for(fault.field), fault.value, what, explain(fault));
        }
    }
    return out;
}

std::string incomplete_reason(const finding::Verdict& verdict) {
    std::string unknown;
    for (const auto& evidence : verdict.evidence) {
        if (evidence.agreement == finding::Agreement::absent && !evidence.cited.empty() &&
            evidence.found.empty() && !evidence.source.starts_with("rule:")) {
            unknown += fmt::format("{}{}", unknown.empty() ? "" : ", ", word_for(evidence.field));
        }
    }
    if (!unknown.empty()) {
        return fmt::format("All that the record holds agrees; it does not tell: {}.", unknown);
    }
    return verdict.description == finding::Description::exact ? "Every field cited is the record's."
           : verdict.description == finding::Description::variant
               ? "The same facts as the record's, some in another form."
               : "Nothing cited is wrong; some usual fields are absent.";
}

std::string undecidable_reason(const Citation& citation, const Outcome& outcome) {
    if (outcome.unknown_registrant) {
        return fmt::format("The description fits {}, but nothing held has a DOI of the registrant of {}.",
                           name_work(outcome.work->record.item), citation.item.DOI);
    }
    if (outcome.sibling != nullptr) {
        return fmt::format("The work cited is not held; {} is held, {} this work.",
                           name_work(outcome.sibling->record.item), name(outcome.relation));
    }
    if (!citation.describes_something() && !citation.has_identifier()) {
        return "Too little is cited to tell which work is meant.";
    }
    const std::string page =
        outcome.URL_state.empty() ? "" : fmt::format(" The address cited {}.", outcome.URL_state);
    return "No authority asked holds this work, and none is known to cover its kind, journal and year." +
           page;
}

std::string unchecked_reason(const Outcome& outcome) {
    return outcome.failed.empty() ? "No authority is installed, so nobody could be asked."
                                  : fmt::format("Could not be asked: {}.", fmt::join(outcome.failed, "; "));
}

}  // namespace

std::string_view word_for(Field field) noexcept {
    switch (field) {
        case Field::author:
            return "authors";
        case Field::container_title:
            return "journal";
        case Field::issued:
            return "year";
        case Field::publisher_place:
            return "place";
        default:
            return bib::csl_name(field);
    }
}

std::string name_work(const bib::Item& item) {
    const auto& journal = item.container_title.empty() ? item.container_title_short : item.container_title;
    std::string place = journal;
    if (item.issued.year != 0) {
        place += (place.empty() ? "" : " ") + std::to_string(item.issued.year);
    }
    const auto title = shortened(item.title.empty() ? "a work without title" : item.title, 110);
    return place.empty() ? fmt::format("‘{}’", title) : fmt::format("‘{}’ ({})", title, place);
}

std::string explain(const bib::IdentifierFault& fault) {
    if (fault.of == 0) {
        return fault.explanation;
    }
    const std::string fail = fault.exceptions == 0   ? "none"
                             : fault.exceptions == 1 ? "one"
                                                     : std::to_string(fault.exceptions);
    return fmt::format("{} ({} of {} registered ones {} this rule)", fault.explanation, fail, fault.of,
                       fault.exceptions > 1 ? "fail" : "fails");
}

std::string reason_for(const finding::Verdict& verdict, const Citation& citation, const Outcome& outcome) {
    switch (verdict.headline) {
        case Headline::retracted:
            if (outcome.work == nullptr) {
                return "An identifier cited is a retracted work's, though nobody asked holds the work. " +
                       verdict.notices.back();
            }
            return verdict.notices.empty() ? "The work has been retracted." : verdict.notices.back();
        case Headline::wrong_identifier:
            return foreign_reason(citation, outcome);
        case Headline::mismatch:
            return fmt::format("The work exists, but {}.", wrong_facts(verdict));
        case Headline::concern:
            return "An expression of concern stands against this work.";
        case Headline::corrected:
            return "The work has been corrected since it appeared.";
        case Headline::verified:
            return incomplete_reason(verdict);
        case Headline::not_found:
            return fmt::format(
                "No authority holds this work, though one that would have known it was asked: {}.",
                outcome.attested ? outcome.attested->reason : "");
        case Headline::undecidable:
            return undecidable_reason(citation, outcome);
        case Headline::unchecked:
            return unchecked_reason(outcome);
    }
    return "";
}

std::string next_step_for(const finding::Verdict& verdict, const Outcome& outcome) {
    switch (verdict.headline) {
        case Headline::retracted:
            return "Remove the citation, or say that the work was retracted.";
        case Headline::wrong_identifier:
            return outcome.work != nullptr
                       ? "Replace the identifier with the work's own; see the corrected citation."
                       : "Look the work up by its title and take the identifier from there.";
        case Headline::mismatch:
            return "Compare with the source and correct the fields named.";
        case Headline::concern:
        case Headline::corrected:
            return "Read the notice and see whether the claim still stands.";
        case Headline::not_found:
            return "Ask the author for the source; do not publish the claim on it.";
        case Headline::undecidable:
            if (outcome.unknown_registrant) {
                return "See whether the DOI leads to the work (https://doi.org).";
            }
            return "Look it up by hand, or add an authority that covers it.";
        case Headline::unchecked:
            return outcome.failed.empty()
                       ? "Import an authority (whereof authority import) and check again."
                       : "Check again later; what was answered is kept and not asked for twice.";
        case Headline::verified:
            return "";
    }
    return "";
}

}  // namespace whereof::verify
