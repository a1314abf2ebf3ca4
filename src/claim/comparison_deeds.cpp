// SPDX-License-Identifier: MIT
#include "claim/comparison_deeds.hpp"

#include "claim/comparison_outcome.hpp"
#include "text/word_list.hpp"

#include <algorithm>

namespace whereof::claim {
namespace {

std::string_view class_of_deed(std::string_view verb) {
    static const text::WordList list("corpus/words/deed_words.tsv");
    return list.class_of(verb);
}

/// A class that has a value however it is told.
bool is_told(std::string_view deed) { return is_one_of(deed, {"good", "bad", "loss", "gain"}); }

/// What more of a thing means for whom loses it: of weight 1, of strength -1, of days 0.
int value_when_lost(const std::vector<std::string>& terms) {
    const auto holds = [&](std::initializer_list<std::string_view> list) {
        return std::ranges::any_of(terms, [&](const std::string& term) { return is_one_of(term, list); });
    };
    return holds({"weight", "fat", "kg"})                                                                 ? 1
           : holds({"blood", "teeth", "tooth", "workdai", "workday", "bone"}) || outcome_value(terms) > 0 ? -1
                                                                                                          : 0;
}

}  // namespace

std::optional<DeedReader::Deed> DeedReader::read(TokenRun statement, const CompareEvent& event) const {
    for (const auto& found : {before(statement, event), in_more(statement, event), behind(statement, event),
                              done_more(statement, event), of_subject(statement, event)}) {
        if (found) {
            return found;
        }
    }
    return std::nullopt;
}

/// Nothing of the verb's own follows: "closed with A", "healed than", "were cured."
bool DeedReader::ends_saying(std::size_t i) const {
    return i >= tokens_.size() || tokens_[i].sign != '\0' ||
           tokens_[i].has(kPlace | kThan | kStop | kClause | kAlong);
}

int DeedReader::value_of(std::string_view deed, TokenRun thing) const {
    return deed == "good"   ? 1
           : deed == "bad"  ? -1
           : deed == "loss" ? value_when_lost(names_.terms_of(thing))
           : deed == "gain" ? outcome_value(names_.terms_of(thing))
                            : 0;
}

/// "A cured more infections", "patients lost more weight", "A spared patients more pain"
std::optional<DeedReader::Deed> DeedReader::before(TokenRun statement, const CompareEvent& event) const {
    std::size_t verb = event.first;
    const auto passes =
        [&](std::size_t i) {  // "lost significantly more", "lost 2 kg more", "healed a greater"
            return has(i, kSignificant | kPeople) || tokens_[i].is_number || names_.is_article(i) ||
                   (i > statement.begin && tokens_[i - 1].is_number && tokens_[i].cues == 0);
        };
    while (verb > statement.begin && passes(verb - 1)) {
        --verb;
    }
    if (verb < statement.begin + 2) {
        return std::nullopt;
    }
    --verb;
    const std::string_view deed = class_of_deed(lower_word(verb));
    const bool told =
        !deed.empty() && deed != "alone" && (deed != "shows" || is_of_side(event, statement.end));
    if (!told || is_being(verb - 1) || tokens_[verb - 1].sign != '\0') {
        return std::nullopt;
    }
    const TokenRun thing = names_.outcome_behind(event.at + 1, statement.end);
    if (thing.empty()) {
        return std::nullopt;  // "the tumour regressed more"
    }
    return Deed{verb, thing, deed == "finds" ? 1 : value_of(deed, thing)};
}

/// "A showed more than B", not "showed more with A than with B"
bool DeedReader::is_of_side(const CompareEvent& event, std::size_t end) const {
    const std::size_t than = find_cue(tokens_, {event.at, end}, kThan);
    return than == kNoToken || !has(than + 1, kPlace);
}

/// "more infections were cured", "more ulcers healed", "less weight was lost"
std::optional<DeedReader::Deed> DeedReader::behind(TokenRun statement, const CompareEvent& event) const {
    if (has(event.at, kNoun)) {
        return std::nullopt;
    }
    bool than = false;  // "than those cured with B" tells who they are
    for (std::size_t i = event.at + 2; i < statement.end; ++i) {
        const TokenRun thing{event.at + 1, i};
        const std::string_view deed = class_of_deed(lower_word(i));
        const bool done = is_being(i - 1);
        than = than || has(i, kThan);
        const bool told = !deed.empty() && deed != "shows" && (done || (!than && deed != "unknown"));
        if (told && ends_saying(i + 1)) {
            return Deed{i, {event.at + 1, done ? i - 1 : i}, deed == "alone" ? !done : value_of(deed, thing)};
        }
        const bool passive = is_being(i) || is_one_of(lower_word(i), {"had", "has", "have"});
        if (tokens_[i].has(kClause | kChange) || tokens_[i].sign == ';' || tokens_[i].sign == '.' ||
            (tokens_[i].has(kVerb) && !passive)) {
            break;
        }
    }
    return std::nullopt;
}

/// "eradicated the infection in more patients", "pain was controlled in more patients"
std::optional<DeedReader::Deed> DeedReader::in_more(TokenRun statement, const CompareEvent& event) const {
    if (!has(event.at + 1, kPeople) || event.first < statement.begin + 3 ||
        !is_one_of(lower_word(event.first - 1), {"in", "among", "for"})) {
        return std::nullopt;
    }
    for (std::size_t i = event.first - 2; i > statement.begin && tokens_[i].sign == '\0'; --i) {
        const bool done = is_being(i - 1);
        const TokenRun thing = done ? TokenRun{statement.begin, i - 1} : TokenRun{i + 1, event.first - 1};
        const std::string_view deed = class_of_deed(lower_word(i));
        if (is_told(deed) && !thing.empty()) {
            return Deed{i, thing, value_of(deed, thing)};
        }
    }
    return std::nullopt;
}

/// "infections were eradicated more often", "weight was lost sooner"
std::optional<DeedReader::Deed> DeedReader::done_more(TokenRun statement, const CompareEvent& event) const {
    const std::size_t verb = names_.without_amount({statement.begin, event.first}).end - 1;
    if (event.first < statement.begin + 3 || !is_being(verb - 1) || event.valued) {
        return std::nullopt;
    }
    const TokenRun thing{statement.begin, verb - 1};
    const std::string_view deed = class_of_deed(lower_word(verb));
    return is_told(deed) ? std::optional(Deed{verb, thing, value_of(deed, thing)}) : std::nullopt;
}

/// "weight lost was greater", "the number of patients cured with A was higher"
std::optional<DeedReader::Deed> DeedReader::of_subject(TokenRun statement, const CompareEvent& event) const {
    std::size_t being = event.first;
    while (being > statement.begin && has(being - 1, kSignificant | kHedge)) {
        --being;
    }
    if (being == statement.begin || !is_being(being - 1)) {
        return std::nullopt;
    }
    for (std::size_t i = statement.begin + 1; i + 1 < being; ++i) {
        const std::string_view deed = class_of_deed(lower_word(i));
        if (is_told(deed) && (i + 2 == being || has(i + 1, kPlace))) {
            return Deed{i, {statement.begin, i}, value_of(deed, {statement.begin, i})};
        }
        if ((tokens_[i].has(kPlace) && !names_.is_of(i)) || tokens_[i].has(kVerb)) {
            break;
        }
    }
    return std::nullopt;
}

}  // namespace whereof::claim
