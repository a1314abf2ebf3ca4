// SPDX-License-Identifier: MIT
#include "report/rules.hpp"

#include "verify/checks.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

namespace whereof::report {
namespace {

using finding::Headline;

struct HeadlineText {
    Headline headline;
    std::string_view explains;
    std::string_view help;
};
constexpr std::array kHeadlines{
    HeadlineText{Headline::retracted, "The work cited has been retracted.",
                 "Take the reference out, or say in the text that the work was retracted. The notice tells "
                 "when and why."},
    HeadlineText{Headline::wrong_identifier,
                 "An identifier of the reference leads to another work, belongs to another journal, or "
                 "cannot exist.",
                 "Look the work up by its title and take the identifier from there."},
    HeadlineText{Headline::mismatch,
                 "The work exists, but fields of the reference are not those of its record.",
                 "Compare the fields named with the source; whereof fix corrects them where the record is "
                 "sure."},
    HeadlineText{Headline::concern, "An expression of concern has been published about the work cited.",
                 "Read the notice, and weigh whether the work can still carry the claim."},
    HeadlineText{Headline::corrected, "A correction of the work cited has been published.",
                 "Read the correction; cite it too where it touches what the text says."},
    HeadlineText{Headline::not_found, "An authority that would know the work holds another in its place.",
                 "Ask the author for the source. Search for the title: the place may be misprinted."},
    HeadlineText{Headline::undecidable,
                 "No authority asked covers such a work, or too little is cited to tell.",
                 "This speaks neither for nor against the reference: look it up by hand, or add an authority "
                 "that covers it (whereof authority)."},
    HeadlineText{Headline::unchecked, "Nobody could be asked about the reference.",
                 "Import an index (whereof authority import), or try again when the service answers."},
};

struct CheckHelp {
    std::string_view rule;
    std::string_view help;
};
constexpr std::array kCheckHelp{
    CheckHelp{"identifier-conflict", "Find out which of the identifiers belongs to the work described."},
    CheckHelp{"cited-differently", "Compare the two references with the source, and make them agree."},
    CheckHelp{"duplicate-reference", "Keep one of the entries, and let all markers point to it."},
    CheckHelp{"shared-identifier", "Find out which of the entries the identifier belongs to."},
    CheckHelp{"uncited-reference", "Cite the reference where it is used, or take it out of the list."},
    CheckHelp{"dangling-marker", "Add the missing reference, or correct the marker."},
    CheckHelp{"uncited-claim", "Cite the evidence that the sentence speaks of."},
    CheckHelp{"evidence-differs",
              "Compare the sentence with its source: design and year should be the same."},
    CheckHelp{"rests-on-flagged", "Correct the references, or find another source for the claim."},
    CheckHelp{"retraction-notice", "Make sure that the notice, and not the retracted work, is meant."},
    CheckHelp{"superseded", "Read the newer version, and cite it where it says otherwise."},
    CheckHelp{"cited-after-retraction", "Take the reference out, or say in the text that it was retracted."},
};

std::vector<Rule> all_rules() {
    std::vector<Rule> out;
    for (const HeadlineText& text : kHeadlines) {
        out.push_back(
            {finding::name(text.headline), finding::level_of(text.headline), text.explains, text.help});
    }
    for (const verify::Check& check : verify::checks()) {
        const auto* const help = std::ranges::find(kCheckHelp, check.rule, &CheckHelp::rule);
        assert(help != kCheckHelp.end());
        out.push_back({check.rule, check.level, check.explains, help->help});
    }
    return out;
}

}  // namespace

std::span<const Rule> rules() {
    static const std::vector<Rule> all = all_rules();
    return all;
}

const Rule* find_rule(std::string_view name) {
    const auto found = std::ranges::find(rules(), name, &Rule::name);
    return found == rules().end() ? nullptr : &*found;
}

}  // namespace whereof::report
