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

/// Past the unit behind a number when it is "%", else `at`.
std::size_t past_percent(std::string_view text, std::size_t at) {
    const auto unit = unit_behind(text, at);
    return unit && unit->kind == QuantityKind::percentage ? unit->end : at;
}

/// Past "(95% CI", ", 95% confidence interval (CI) of" and the like, up to the lower limit; absent when no
/// interval is named.
std::optional<std::size_t> past_interval_name(std::string_view text, std::size_t at) {
    if (const auto level = read_number(text, at)) {
        const std::size_t end = past_percent(text, level->end);
        if (end == level->end) {
            return std::nullopt;
        }
        at = past_blanks(text, end);
    }
    static constexpr std::array<std::string_view, 6> kNames{
        "confidence intervals", "confidence interval", "credible interval", "CIs", "CI", "CrI"};
    const auto* const named = std::ranges::find_if(
        kNames, [&](std::string_view name) { return text.substr(at).starts_with(name); });
    if (named == kNames.end()) {
        return std::nullopt;
    }
    at += named->size();
    for (const std::string_view short_form : {" (CI)", " [CI]"}) {
        at += text.substr(at).starts_with(short_form) ? short_form.size() : 0;
    }
    while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '=' || text[at] == ',' ||
                                text[at] == '[' || text[at] == '(')) {
        ++at;
    }
    return at + (text.substr(at).starts_with("of ") ? 3U : 0U);
}

/// Past the "to", dash or comma between two limits; absent when there is none.
std::optional<std::size_t> past_joint(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return std::nullopt;
    }
    std::size_t past = at;
    const char32_t joint = text::next_code_point(text, past);
    if (text.substr(at).starts_with("to ")) {
        return at + 3;
    }
    return text::is_dash(joint) || joint == U',' || joint == U';' ? std::optional(past) : std::nullopt;
}

/// Where the longest name of a measure ends, of at most four words; `at` when none begins there.
std::size_t past_measure(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongestMeasure = 4;  // words
    std::size_t named = at;
    std::string folded;
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
    return named;
}

/// Past "[HR] was" between the name of a measure and its number.
std::size_t past_copula(std::string_view text, std::size_t at) {
    if (at < text.size() && (text[at] == '(' || text[at] == '[')) {  // "hazard ratio [HR] 0.71"
        constexpr std::size_t kLongestShortForm = 8;
        const std::size_t close = text.substr(at, kLongestShortForm).find_first_of(")]");
        if (close != std::string_view::npos) {
            at = past_blanks(text, at + close + 1);
        }
    }
    for (const std::string_view joint : {"of ", "was ", "is ", "=", ":", ",", "was"}) {
        if (text.substr(at).starts_with(joint)) {
            return past_blanks(text, at + joint.size());
        }
    }
    return at;
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
    const auto limits = past_interval_name(text, at);
    const auto low = limits ? read_signed_number(text, *limits) : std::nullopt;
    if (!low) {
        return end;
    }
    const auto joint = past_joint(text, past_blanks(text, past_percent(text, low->end)));
    const auto high = joint ? read_signed_number(text, past_blanks(text, *joint)) : std::nullopt;
    if (!high || high->value < low->value) {
        return end;
    }
    out.interval = {low->value, high->value};
    std::size_t close = past_percent(text, high->end);
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
    const std::size_t named = past_measure(text, at);
    if (named == at) {
        return std::nullopt;
    }
    Quantity out;
    out.kind = QuantityKind::estimate;
    out.measure = text.substr(at, named - at);
    std::size_t begin = past_copula(text, past_blanks(text, named));
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
