// SPDX-License-Identifier: MIT
#include "claim/estimates.hpp"

#include "claim/numbers.hpp"
#include "claim/units.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace whereof::claim {
namespace {

/// Names of effects that stand before their number, folded.
bool is_measure(std::string_view folded) {
    static constexpr std::array<std::string_view, 26> kMeasures{
        "hazard ratio",
        "hazard ratios",
        "odds ratio",
        "odds ratios",
        "risk ratio",
        "risk ratios",
        "rate ratio",
        "relative risk",
        "mean difference",
        "risk difference",
        "effect size",
        "standardized mean difference",
        "standardised mean difference",
        "weighted mean difference",
        "number needed to treat",
        "prevalence ratio",
        "correlation",
        "hr",
        "or",
        "rr",
        "md",
        "smd",
        "wmd",
        "nnt",
        "irr",
        "aor",
    };
    return std::ranges::find(kMeasures, folded) != kMeasures.end();
}

}  // namespace

std::size_t read_relation(std::string_view text, std::size_t at, std::string& relation) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSigns{
        {{"<=", "≤"}, {">=", "≥"}, {"<", "<"}, {">", ">"}, {"≤", "≤"}, {"≥", "≥"}, {"=", ""}}};
    for (const auto& [sign, meaning] : kSigns) {
        if (text.substr(at).starts_with(sign)) {
            relation = meaning;
            return at + sign.size();
        }
    }
    return at;
}

std::size_t read_interval(std::string_view text, std::size_t end, Quantity& out) {
    std::size_t at = past_blanks(text, end);
    bool open = false;
    while (at < text.size() && (text[at] == '(' || text[at] == '[' || text[at] == ',' || text[at] == ';')) {
        open = open || text[at] == '(' || text[at] == '[';
        at = past_blanks(text, at + 1);
    }
    if (const auto level = read_number(text, at)) {
        const auto unit = unit_behind(text, level->end);
        if (!unit || unit->kind != QuantityKind::percentage) {
            return end;
        }
        at = past_blanks(text, unit->end);
    }
    bool named = false;
    for (const std::string_view word :
         {"confidence intervals", "confidence interval", "credible interval", "CIs", "CI", "CrI"}) {
        if (text.substr(at).starts_with(word)) {
            at += word.size();
            named = true;
            break;
        }
    }
    if (!named) {
        return end;
    }
    for (const std::string_view short_form : {" (CI)", " [CI]"}) {
        at += text.substr(at).starts_with(short_form) ? short_form.size() : 0;
    }
    while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '=' || text[at] == ',' ||
                                text[at] == '[' || text[at] == '(')) {
        ++at;
    }
    at += text.substr(at).starts_with("of ") ? 3U : 0U;
    const auto low = read_signed_number(text, at);
    if (!low) {
        return end;
    }
    std::size_t between = low->end;
    if (const auto unit = unit_behind(text, between); unit && unit->kind == QuantityKind::percentage) {
        between = unit->end;
    }
    between = past_blanks(text, between);
    std::size_t past = between;
    if (between >= text.size()) {
        return end;
    }
    const char32_t joint = text::next_code_point(text, past);
    if (text.substr(between).starts_with("to ")) {
        past = between + 3;
    } else if (!text::is_dash(joint) && joint != U',' && joint != U';') {
        return end;
    }
    const auto high = read_signed_number(text, past_blanks(text, past));
    if (!high || high->value < low->value) {
        return end;
    }
    out.interval = {low->value, high->value};
    std::size_t close = high->end;
    if (const auto unit = unit_behind(text, close); unit && unit->kind == QuantityKind::percentage) {
        close = unit->end;
    }
    while (open && close < text.size() && (text[close] == ')' || text[close] == ']')) {
        ++close;
        open = false;
    }
    return close;
}

std::optional<Quantity> p_value_at(std::string_view text, std::size_t at) {
    if (text[at] != 'p' && text[at] != 'P') {
        return std::nullopt;
    }
    std::size_t end = at + 1;
    for (const std::string_view word : {"-value", " value", "-values", " values"}) {
        if (text.substr(end).starts_with(word) && !letter_at(text, end + word.size())) {
            end += word.size();
            break;
        }
    }
    end = past_blanks(text, end);
    Quantity out;
    const std::size_t sign = read_relation(text, end, out.relation);
    if (sign == end) {
        return std::nullopt;
    }
    const auto number = read_number(text, past_blanks(text, sign));
    if (!number) {
        return std::nullopt;
    }
    out.kind = QuantityKind::p_value;
    out.values = {number->value};
    out.span = {at, number->end};
    return out;
}

std::optional<Quantity> number_of_people_at(std::string_view text, std::size_t at) {
    if ((text[at] != 'n' && text[at] != 'N') || letter_at(text, at + 1)) {
        return std::nullopt;
    }
    const std::size_t sign = past_blanks(text, at + 1);
    if (sign >= text.size() || text[sign] != '=') {
        return std::nullopt;
    }
    const auto number = read_number(text, past_blanks(text, sign + 1));
    if (!number) {
        return std::nullopt;
    }
    Quantity out;
    out.kind = QuantityKind::people;
    out.values = {number->value};
    out.span = {at, number->end};
    return out;
}

std::optional<Quantity> named_estimate_at(std::string_view text, std::size_t at) {
    if (!letter_at(text, at)) {
        return std::nullopt;
    }
    std::size_t named = at;
    std::string folded;
    constexpr std::size_t kLongestMeasure = 4;  // words
    std::size_t end = at;
    for (std::size_t words = 0; words < kLongestMeasure && letter_at(text, end); ++words) {
        const std::size_t past = past_word(text, end);
        const std::string_view word = text.substr(end, past - end);
        folded += (folded.empty() ? "" : " ") + text::ascii_lower(word);
        // "or" and "md" in small letters are words like others
        if (is_measure(folded) && (words > 0 || word == "correlation" || text::is_ascii_upper(word.back()))) {
            named = past;
        }
        end = past_blanks(text, past);
    }
    if (named == at) {
        return std::nullopt;
    }
    Quantity out;
    out.kind = QuantityKind::estimate;
    out.measure = text.substr(at, named - at);
    std::size_t begin = past_blanks(text, named);
    if (begin < text.size() && (text[begin] == '(' || text[begin] == '[')) {  // "hazard ratio [HR] 0.71"
        constexpr std::size_t kLongestShortForm = 8;
        const std::size_t close = text.substr(begin, kLongestShortForm).find_first_of(")]");
        if (close != std::string_view::npos) {
            begin = past_blanks(text, begin + close + 1);
        }
    }
    for (const std::string_view joint : {"of ", "was ", "is ", "=", ":", ",", "was", ""}) {
        if (text.substr(begin).starts_with(joint)) {
            begin = past_blanks(text, begin + joint.size());
            break;
        }
    }
    begin = past_blanks(text, read_relation(text, begin, out.relation));
    const auto number = read_signed_number(text, begin);
    if (!number || letter_at(text, number->end)) {
        return std::nullopt;
    }
    out.values = {number->value};
    std::size_t past = number->end;
    if (const auto unit = unit_behind(text, past); unit && unit->kind <= QuantityKind::percentage) {
        out.unit = unit->name;
        past = unit->end;
    }
    past = read_interval(text, past, out);
    out.span = {at, past};
    return out;
}

}  // namespace whereof::claim
