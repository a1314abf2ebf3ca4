// SPDX-License-Identifier: MIT
#include "claim/comparison_marks.hpp"

#include "claim/outcome_poles.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

namespace whereof::claim {
namespace {

using Terms = std::vector<std::string>;
using TermSet = std::set<std::string, std::less<>>;

TermSet terms_of_list(std::string_view words) {
    TermSet out;
    for (auto& [term, span] : text::read_terms(words)) {
        out.insert(std::move(term));
    }
    return out;
}

/// Words of outcomes that say how it was measured rather than what.
bool is_measure(const std::string& term) {
    static const TermSet kMeasures = terms_of_list(
        "mean median score scores level levels rate rates number total change changes incidence "
        "frequency proportion percentage percent patients participants at weeks week months month "
        "days day hours baseline overall average values value measure measures scale assessment "
        "follow up year years subjects people group groups minutes time first after between versus "
        "concentration index test effect effects outcome outcomes");
    return kMeasures.contains(term);
}

/// Words that many treatments have in their names: they name a side only together with its own word.
bool is_generic(const std::string& term) {
    static const TermSet kGeneric = terms_of_list(
        "injection injections therapy therapies treatment treatments exercise exercises surgery "
        "surgical training program programme intervention interventions medication drug drugs care "
        "diet diets supplement supplements supplementation tablet tablets capsule dose dosage "
        "education management rehabilitation technique method methods device procedure agent agents "
        "regimen infusion use cream gel oral topical intravenous group groups arm patients system "
        "approach");
    return kGeneric.contains(term);
}

bool has(const Terms& terms, const std::string& term) {
    return std::ranges::find(terms, term) != terms.end();
}

bool names_control(const Terms& terms) {
    return std::ranges::any_of(terms, [](const std::string& term) {
        return is_one_of(term, {"placebo", "control", "sham", "usual", "standard", "convent", "routin",
                                "untreat", "wait", "waitlist", "vehicl", "salin"});
    });
}

/// A side's words, each once: those that the other side has, or those that it has not.
std::vector<Forms> forms_of(const Terms& own, const Terms& other, bool shared) {
    std::vector<Forms> out;
    for (const std::string& term : own) {
        const Forms form{Form{term}};
        const bool digits = term.size() < 2 && term.front() >= '0' && term.front() <= '9';
        if (has(other, term) == shared && !digits && std::ranges::find(out, form) == out.end()) {
            out.push_back(form);
        }
    }
    return out;
}

class Marker {
  public:
    Marker(const std::vector<CompareToken>& tokens, const ComparisonQuestion& question)
        : tokens_(tokens), question_(question) {}

    ComparisonMarks run() {
        mark();
        return std::move(marks_);
    }

  private:
    /// Of "botulinum injection" the "injection" is not that of a question's "steroid injection".
    [[nodiscard]] bool is_of_another(std::size_t i, std::uint8_t bit) const {
        if (i == 0) {
            return false;
        }
        const CompareToken& before = tokens_[i - 1];
        return before.sign == '\0' && !before.is_number && before.cues == 0 && !before.term.empty() &&
               !text::is_stop_term(before.term) && !is_generic(before.term) && words_of_[bit - 1][i - 1] == 0;
    }

    /// A word that says which of many: a side's words that are no more than "injection" or "therapy" do not,
    /// where it has others.
    static std::vector<bool> own_words(const std::vector<Forms>& words) {
        std::vector<bool> out;
        for (const Forms& forms : words) {
            out.push_back(!(forms.front().size() == 1 && is_generic(forms.front().front())));
        }
        if (std::ranges::find(out, true) == out.end()) {
            out.assign(words.size(), true);
            if (out.size() > 1) {
                out.back() = false;  // "exercise therapy"
            }
        }
        return out;
    }

    void mark_form(const Form& form, std::size_t word, std::uint8_t bit) {
        const bool own = own_[bit - 1][word];
        for (std::size_t i = 0; i + form.size() <= tokens_.size(); ++i) {
            if (!own && is_of_another(i, bit)) {
                continue;
            }
            std::size_t at = i;
            std::size_t matched = 0;
            // One other word may stand before each term but the first.
            while (matched < form.size() && at < tokens_.size() && at <= i + 2 * matched) {
                matched += tokens_[at].term == form[matched] ? 1U : 0U;
                ++at;
                if (matched == 0) {
                    break;
                }
            }
            if (matched == form.size()) {
                for (std::size_t n = i; n < at; ++n) {
                    marks_.side[n] |= bit;
                    words_of_[bit - 1][n] = word + 1;
                }
            }
        }
    }

    void mark() {
        marks_.side.assign(tokens_.size(), 0);
        marks_.outcome.assign(tokens_.size(), 0.0);
        marks_.opposed.assign(tokens_.size(), false);
        marks_.ignored.assign(tokens_.size(), false);
        for (std::size_t side = 0; side < 2; ++side) {
            words_of_[side].assign(tokens_.size(), 0);
            const auto& words = side == 0 ? question_.first : question_.second;
            own_[side] = own_words(words);
            for (const bool own : {true, false}) {
                for (std::size_t word = 0; word < words.size(); ++word) {
                    for (const Form& form : own_[side][word] == own ? words[word] : Forms()) {
                        mark_form(form, word, static_cast<std::uint8_t>(side + 1));
                    }
                }
            }
        }
        marks_.first_share = share_of(0, 0, tokens_.size());
        marks_.second_share = share_of(1, 0, tokens_.size());
        settle_mixed();
        mark_aliases();
        mark_poles();
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::string& term = tokens_[i].term;
            for (const Form& form : question_.outcome) {
                if (!term.empty() && has(form, term) && marks_.side[i] == 0) {
                    marks_.outcome[i] = std::max(marks_.outcome[i], is_measure(term) ? 0.2 : 1.0);
                }
            }
            // "increased" of an outcome "increase in weight" is what changes, not the change.
            marks_.ignored[i] = marks_.side[i] != 0 || (marks_.outcome[i] > 0 && tokens_[i].has(kNoun));
        }
    }

    /// "Deaths" and "survivors" of a question of "mortality": the same outcome, by another name or its
    /// opposite.
    void mark_poles() {
        for (const Form& form : question_.outcome) {
            for (const std::string& asked : form) {
                const OutcomePole pole = pole_of(asked, form);
                for (std::size_t i = 0; pole.sign != 0 && i < tokens_.size(); ++i) {
                    const OutcomePole other = pole_of(tokens_[i].term, words_about(i));
                    if (tells_of(other, pole) && marks_.side[i] == 0) {
                        marks_.outcome[i] = 1.0;
                        marks_.opposed[i] = other.sign != pole.sign;
                    }
                }
            }
        }
    }

    /// The words that may belong to one outcome with that at a token: "heart failure", "disease-free
    /// survival".
    [[nodiscard]] std::vector<std::string> words_about(std::size_t i) const {
        constexpr std::size_t kReach = 2;
        std::vector<std::string> out;
        for (std::size_t n = i > kReach ? i - kReach : 0; n < std::min(tokens_.size(), i + kReach); ++n) {
            out.push_back(tokens_[n].term);
        }
        return out;
    }

    /// "delayed PT" of a question "starting PT early or waiting": words of both sides beside one another name
    /// the side of which they are the greater part.
    void settle_mixed() {
        constexpr std::size_t kGap = 1;
        for (std::size_t begin = 0; begin < tokens_.size();) {
            if (marks_.side[begin] == 0) {
                ++begin;
                continue;
            }
            std::size_t end = begin + 1;  // past the last mark of the group
            for (std::size_t i = end; i < tokens_.size() && i <= end + kGap; ++i) {
                if (tokens_[i].sign != '\0' || tokens_[i].has(kThan | kVerb | kClause | kSame | kExample) ||
                    (marks_.side[i] == 0 && tokens_[i].has(kChange)) ||
                    is_one_of(tokens_[i].term, {"and", "or", "nor", "to", "with"})) {
                    break;
                }
                end = marks_.side[i] != 0 ? i + 1 : end;
            }
            settle(begin, end);
            begin = end;
        }
    }

    /// Of a side's words, how many stand among tokens [begin, end).
    [[nodiscard]] double share_of(std::size_t side, std::size_t begin, std::size_t end) const {
        std::set<std::size_t> seen;
        for (std::size_t i = begin; i < end; ++i) {
            seen.insert(words_of_[side][i]);
        }
        constexpr double kGenericWeight = 0.25;
        double named = 0.0;
        double all = 0.0;
        for (std::size_t word = 0; word < own_[side].size(); ++word) {
            const double weight = own_[side][word] ? 1.0 : kGenericWeight;
            all += weight;
            named += seen.contains(word + 1) ? weight : 0.0;
        }
        return all > 0 ? named / all : 0.0;
    }

    void settle(std::size_t begin, std::size_t end) {
        const double first = share_of(0, begin, end);
        const double second = share_of(1, begin, end);
        if (first > 0 && second > 0) {
            const std::uint8_t side = first > second ? 1 : first < second ? 2 : 0;
            for (std::size_t i = begin; i < end; ++i) {
                marks_.side[i] = marks_.side[i] != 0 ? side : std::uint8_t{0};
            }
        }
    }

    /// "the control group", "the intervention arm" for sides of other names.
    void mark_aliases() {
        const bool one = question_.first_is_control != question_.second_is_control;
        if (!one) {
            return;
        }
        const std::uint8_t control = question_.first_is_control ? 1 : 2;
        const auto other = static_cast<std::uint8_t>(3 - control);
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::string& term = tokens_[i].term;
            if (term.empty() || marks_.side[i] != 0) {
                continue;
            }
            const bool before_group = i + 1 < tokens_.size() && tokens_[i + 1].has(kGroup);
            if (is_one_of(term, {"control", "placebo", "untreat", "sham"})) {
                marks_.side[i] = control;
            } else if (is_one_of(term, {"intervent", "experiment"}) ||
                       (before_group &&
                        is_one_of(term, {"treatment", "treat", "activ", "studi", "trial", "case"}))) {
                marks_.side[i] = other;
            }
        }
    }

    const std::vector<CompareToken>& tokens_;
    const ComparisonQuestion& question_;
    ComparisonMarks marks_;
    std::array<std::vector<bool>, 2> own_;              ///< by side and word: does it say which of many?
    std::array<std::vector<std::size_t>, 2> words_of_;  ///< by side and token: which word of it, from 1
};

}  // namespace

double outcome_weight(const std::string& term) { return is_measure(term) ? 0.2 : 1.0; }

ComparisonMarks mark_question(const std::vector<CompareToken>& tokens, const ComparisonQuestion& question) {
    return Marker(tokens, question).run();
}

ComparisonQuestion make_question(std::string_view first, std::string_view second, std::string_view outcome) {
    const Terms a = text::telling_terms(first);
    const Terms b = text::telling_terms(second);
    ComparisonQuestion out;
    out.first = forms_of(a, b, false);
    out.second = forms_of(b, a, false);
    out.shared = forms_of(a, b, true);
    if (Terms terms = text::telling_terms(outcome); !terms.empty()) {
        out.outcome.push_back(std::move(terms));
        out.outcome_phrase = text::terms_of(outcome);
    }
    out.first_is_control = names_control(a);
    out.second_is_control = names_control(b);
    return out;
}

}  // namespace whereof::claim
