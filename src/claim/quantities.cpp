// SPDX-License-Identifier: MIT
#include "claim/quantities.hpp"

#include "claim/estimates.hpp"
#include "claim/numbers.hpp"
#include "claim/units.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace whereof::claim {
namespace {

class QuantityReader {
  public:
    explicit QuantityReader(std::string_view text) : text_(text) {}

    std::vector<Quantity> run() {
        for (std::size_t at = 0; at < text_.size() && out_.size() < kMostQuantities;) {
            const std::size_t next = take(at);
            at = next > at ? next : past_word(text_, at);
        }
        return std::move(out_);
    }

  private:
    /// Reads a quantity that begins at `at`, and appends it. Past it, or `at` when there is none.
    std::size_t take(std::size_t at) {
        if (at > 0 && belongs_to_word(at)) {
            return at;
        }
        for (const auto read : {p_value_at, number_of_people_at, named_estimate_at}) {
            if (auto quantity = read(text_, at)) {
                out_.push_back(std::move(*quantity));
                return out_.back().span.end;
            }
        }
        return take_number(at);
    }

    /// Is what begins here the rest of something: the 19 of "COVID-19", the 5 of "12/5/2020"?
    [[nodiscard]] bool belongs_to_word(std::size_t at) const {
        std::size_t before = at;
        char32_t c = text::previous_code_point(text_, before);
        if (text::is_letter(c) || text::is_digit(c) || before == 0) {
            return text::is_letter(c) || text::is_digit(c);
        }
        const bool dash = text::is_dash(c);
        const bool slash = c == U'/';
        c = text::previous_code_point(text_, before);
        return (dash && text::is_letter(c)) || (slash && text::is_digit(c));
    }

    /// A number in digits or words, and what behind it tells what it is of.
    std::size_t take_number(std::size_t at) {
        Quantity out;
        std::size_t begin = read_relation(text_, at, out.relation);
        begin = begin == at ? at : past_blanks(text_, begin);
        if (const std::size_t end = take_money(at, begin, out); end != at) {
            return end;
        }
        auto number = read_signed_number(text_, begin);
        const bool in_words = !number;
        if (in_words) {
            number = read_number_words(text_, begin);
        }
        if (!number || (begin > 0 && begin == at && labelled(at))) {
            return at;
        }
        if (text_.substr(0, begin).ends_with("per ") && number->value > 1) {
            return number->end;  // "per 1,000 person-years": what a rate is of
        }
        out.values = {number->value};
        std::size_t end = number->end;
        read_second(end, out, in_words);
        const auto unit = unit_of(end, out.values.back());
        out.kind = unit ? unit->kind : QuantityKind::estimate;
        if (unit) {
            out.unit = unit->name;
            end = unit->end;
        }
        if (part_) {
            out.kind = QuantityKind::part;
        } else if (!unit || out.kind <= QuantityKind::percentage) {
            end = read_interval(text_, end, out);
        }
        const bool bare = out.kind == QuantityKind::estimate && out.interval.empty();
        if (bare || (is_year(*number) && out.kind >= QuantityKind::studies && named_as_year(at))) {
            return at;
        }
        return add(std::move(out), at, end);
    }

    /// What stands behind the number that ends at `end`: "mg", "trials", "times a day".
    [[nodiscard]] std::optional<FoundUnit> unit_of(std::size_t end, double value) const {
        auto unit = unit_behind(text_, end);
        unit = unit ? unit : counted_behind(text_, end, value);
        if (unit && text_.substr(0, unit->end).ends_with("times")) {
            const auto frequency = frequency_behind(text_, unit->end);
            unit = frequency ? frequency : unit;
        }
        return unit;
    }

    /// "$300", "€1.2 million"
    std::size_t take_money(std::size_t at, std::size_t begin, Quantity& out) {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSigns{
            {{"US$", "USD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}}};
        for (const auto& [sign, currency] : kSigns) {
            if (!text_.substr(begin).starts_with(sign)) {
                continue;
            }
            const auto number = read_number(text_, past_blanks(text_, begin + sign.size()));
            if (!number) {
                return at;
            }
            out.kind = QuantityKind::money;
            out.unit = currency;
            out.values = {number->value};
            std::size_t end = number->end;
            read_second(end, out, false);
            end = read_multiplier(end, out);
            end = read_multiplier_letter(end, out);
            return add(std::move(out), at, end);
        }
        return at;
    }

    /// "€3m", "$1.2bn"
    std::size_t read_multiplier_letter(std::size_t end, Quantity& out) const {
        for (const auto& [letters, factor] : {std::pair{std::string_view("bn"), 1e9},
                                              {"mn", 1e6},
                                              {"m", 1e6},
                                              {"M", 1e6},
                                              {"k", 1e3},
                                              {"K", 1e3}}) {
            if (text_.substr(end).starts_with(letters) && !letter_at(text_, end + letters.size())) {
                for (double& value : out.values) {
                    value *= factor;
                }
                return end + letters.size();
            }
        }
        return end;
    }

    std::size_t read_multiplier(std::size_t end, Quantity& out) const {
        const std::size_t word = past_blanks(text_, end);
        for (const auto& [name, factor] :
             {std::pair{std::string_view("million"), 1e6}, std::pair{std::string_view("billion"), 1e9},
              std::pair{std::string_view("thousand"), 1e3}}) {
            if (text_.substr(word).starts_with(name) && !letter_at(text_, word + name.size())) {
                for (double& value : out.values) {
                    value *= factor;
                }
                return word + name.size();
            }
        }
        return end;
    }

    /// What may join a number to a second one: past it, and whether it makes the two part and whole.
    struct Joint {
        std::size_t end = 0;
        bool part = false;
        bool ratio = false;  ///< "1 in 6": part and whole where people are behind it, and else nothing
    };
    [[nodiscard]] std::optional<Joint> joint_at(std::size_t at) const {
        at += text_.substr(at).starts_with("- to ") ? 1U : 0U;  // "2- to 4-week"
        const std::size_t sign = past_blanks(text_, at);
        for (const auto& [word, part] :
             {std::pair(std::string_view("to "), false), std::pair(std::string_view("or "), false),
              std::pair(std::string_view("of the "), true), std::pair(std::string_view("of "), true),
              std::pair(std::string_view("out of "), true)}) {
            if (text_.substr(sign).starts_with(word)) {
                return Joint{sign + word.size(), part, false};
            }
        }
        if (text_.substr(sign).starts_with("in ")) {
            return Joint{sign + 3, true, true};
        }
        if (sign >= text_.size()) {
            return std::nullopt;
        }
        std::size_t past = sign;
        const char32_t c = text::next_code_point(text_, past);
        const bool slash = c == U'/' && sign == at;
        return slash || text::is_dash(c) || c == U'±'
                   ? std::optional(Joint{past_blanks(text_, past), slash, false})
                   : std::nullopt;
    }

    /// The other end of a range, the whole of a part, a deviation. Sets part_.
    void read_second(std::size_t& end, Quantity& out, bool in_words) {
        part_ = false;
        end = read_multiplier(end, out);
        if (unit_behind(text_, end)) {
            return;
        }
        const auto joint = joint_at(end);
        if (!joint) {
            return;
        }
        auto second = read_number(text_, joint->end);
        if (!second && in_words) {
            second = read_number_words(text_, joint->end);
        }
        if (!second || text_.substr(second->end).starts_with('/')) {  // a date
            return;
        }
        auto unit = unit_behind(text_, second->end);
        if (joint->ratio) {
            unit = unit ? unit : counted_behind(text_, second->end, second->value);
            if (!unit || unit->kind != QuantityKind::people || is_year(*second)) {
                return;
            }
        }
        // "120/80 mmHg" is a pair of values; "2 of 30 %" is none.
        const bool part = joint->part && (!unit || unit->kind >= QuantityKind::studies);
        const bool grows = out.values.front() <= second->value;
        const bool deviation =
            text_.substr(0, joint->end).ends_with("±") || text_.substr(0, joint->end).ends_with("± ");
        if (!grows && (part || !(deviation || joint->part))) {
            return;
        }
        if (part && in_words && !joint->ratio && out.values.front() == 1.0) {
            return;  // "one of the 524 foods"
        }
        part_ = part;
        out.values.push_back(second->value);
        end = second->end;
    }

    /// "Figure 2", "type 2", "phase 3": a name, not an amount.
    [[nodiscard]] bool labelled(std::size_t at) const {
        static constexpr std::array<std::string_view, 24> kLabels{
            "figure", "fig",  "table", "type",  "phase", "stage",   "grade",     "class",
            "level",  "step", "part",  "group", "arm",   "section", "chapter",   "appendix",
            "no",     "ref",  "item",  "model", "box",   "version", "reference", "equation"};
        std::size_t end = at;
        while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == '.')) {
            --end;
        }
        std::size_t begin = end;
        while (begin > 0 && text::is_ascii_letter(text_[begin - 1])) {
            --begin;
        }
        const std::string word = text::ascii_lower(text_.substr(begin, end - begin));
        return std::ranges::find(kLabels, word) != kLabels.end();
    }

    static bool is_year(const FoundNumber& number) noexcept {
        constexpr double kFirst = 1900;
        constexpr double kPast = 2101;
        return number.plain && number.value >= kFirst && number.value < kPast;
    }

    /// "a 2023", "in 2023": before numbers that may be years.
    [[nodiscard]] bool named_as_year(std::size_t at) const {
        static constexpr std::array<std::string_view, 12> kBefore{
            "a", "in", "the", "since", "during", "by", "from", "until", "this", "to", "and", "of"};
        std::size_t end = at;
        while (end > 0 && text_[end - 1] == ' ') {
            --end;
        }
        std::size_t begin = end;
        while (begin > 0 && text::is_ascii_letter(text_[begin - 1])) {
            --begin;
        }
        return std::ranges::find(kBefore, text::ascii_lower(text_.substr(begin, end - begin))) !=
               kBefore.end();
    }

    std::size_t add(Quantity quantity, std::size_t begin, std::size_t end) {
        quantity.span = {begin, end};
        out_.push_back(std::move(quantity));
        return end;
    }

    std::string_view text_;
    std::vector<Quantity> out_;
    bool part_ = false;  ///< of the number being read: part and whole
};

}  // namespace

std::vector<Quantity> find_quantities(std::string_view sentence) {
    return text::is_valid_utf8(sentence) ? QuantityReader(sentence).run() : std::vector<Quantity>();
}

}  // namespace whereof::claim
