// SPDX-License-Identifier: MIT
#include "bib/features.hpp"

#include "bib/cues.hpp"

#include <algorithm>
#include <array>

namespace whereof::bib {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({
    "word",
    "word to the left",
    "word to the right",
    "two to the left",
    "two to the right",
    "word and left",
    "word and right",
    "nearest word before, look",
    "nearest word behind, look",
    "looks: left",
    "looks: right",
    "looks: one on each side",
    "looks: two left",
    "looks: two right",
    "looks: two on each side",
    "looks: four left",
    "looks: four right",
    "looks: three on each side",
    "first letters",
    "last three letters",
    "last two letters and look",
    "word and look of left",
    "word and look of right",
    "glue",
    "tokens from the start",
    "tokens to the end",
    "quotes before and behind",
    "lexicon",
    "lexicon, left",
    "lexicon, right",
    "lexicon, two on each side",
    "known journal and left",
    "known journal and part",
    "portrait of the part",
    "portraits, part before",
    "portraits, part behind",
    "portrait and look",
    "cue",
    "cues on both sides",
    "cue before",
    "cue before and looks",
    "years before and behind",
    "numbers before and behind",
    "numbers, years and looks",
    "style and look",
    "style and part",
    "opening and look",
    "opening and part",
    "part and tokens since it began",
});
constexpr std::size_t kFeatures = kNames.size();
constexpr std::size_t kFarthestJournal = 32;  ///< tokens of a journal's title, its dots among them

bool is_number(Look look) noexcept { return look >= Look::year && look <= Look::digits_letter; }
bool is_year(Look look) noexcept { return look == Look::year || look == Look::year_letter; }
bool is_word(Look look) noexcept { return look >= Look::initial && look <= Look::month; }

std::uint32_t number(Look look) noexcept { return static_cast<std::uint32_t>(look); }

template <typename... Values>
std::uint32_t hash(std::uint32_t seed, Values... values) noexcept {
    std::uint32_t out = (seed + 1) * 0x85EBCA6BU;
    ((out = mix(out, static_cast<std::uint32_t>(values))), ...);
    return out == 0 ? 1 : out;
}

bool is_hidden(const Token& token, std::uint32_t hide) noexcept {
    return hide != 0 && mix(hide, token.word) % 4 == 0;
}

std::uint32_t bucket(std::size_t value) noexcept {
    constexpr std::array<std::uint32_t, 13> kBuckets{0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 8, 8};
    return value < kBuckets.size() ? kBuckets[value] : value < 20 ? 9 : value < 40 ? 10 : 11;
}

std::uint8_t one_more(std::uint8_t value, std::uint8_t most) noexcept {
    return value < most ? static_cast<std::uint8_t>(value + 1) : most;
}

}  // namespace

std::span<const std::string_view> feature_names() noexcept { return kNames; }

std::span<const std::uint32_t> Features::of(std::size_t token) const noexcept {
    return {values_.data() + token * kFeatures, kFeatures};
}

void Features::compute(std::span<const Token> tokens, const Lexicon& lexicon, std::uint32_t hide) {
    count_ = tokens.size();
    context_.assign(count_ + 2 * kMargin, Context{});
    for (std::size_t i = 0; i < count_; ++i) {
        context_[i + kMargin].token = tokens[i];
    }
    look_up(lexicon, hide);
    find_journals(tokens, lexicon, hide);
    count_both_ways();
    divide();
    values_.resize(count_ * kFeatures);
    for (std::size_t i = 0; i < count_; ++i) {
        put(i);
    }
}

void Features::look_up(const Lexicon& lexicon, std::uint32_t hide) {
    for (std::size_t i = kMargin; i < count_ + kMargin; ++i) {
        Context& here = context_[i];
        const Token& token = here.token;
        if (is_word(token.look)) {
            const std::uint16_t marks = lexicon.marks(token.word);
            here.marks = is_hidden(token, hide) ? 0 : marks;
            here.journal_ends = marks != 0 && Lexicon::mark(marks, Role::journal) == 0;
        }
        const std::size_t cue_class =
            token.cue != 0 && token.look >= Look::initial && token.look <= Look::lower
                ? kLookCount + (token.cue % 16)
                : number(token.look);
        here.joint = static_cast<std::uint8_t>(std::min(cue_class, kJointCount - 1));
    }
}

/// Looks for known journals in the tokens; in training some are hidden by their first word.
void Features::find_journals(std::span<const Token> tokens, const Lexicon& lexicon, std::uint32_t hide) {
    std::size_t inside_until = 0;
    std::size_t end = 0;  // of the tokens from here on that may all be in one journal's title
    for (std::size_t i = 0; i < count_; ++i) {
        Context& here = context_[i + kMargin];
        for (end = std::max(end, i); end < count_ && !context_[end + kMargin].journal_ends;) {
            ++end;
        }
        const std::size_t length =
            lexicon.journal_length(tokens.subspan(i, std::min(end - i, kFarthestJournal)));
        if (length > 0 && i + length > inside_until && !is_hidden(here.token, hide)) {
            here.journal = static_cast<std::uint8_t>(1 + std::min<std::size_t>(length, 6));
            here.journal_words = static_cast<std::uint8_t>(length);
            inside_until = i + length;
        } else if (i < inside_until) {
            here.journal = 1;
        }
    }
}

void Features::count_both_ways() {
    for (std::size_t i = kMargin; i < count_ + kMargin; ++i) {
        Context& here = context_[i];
        const Context& left = context_[i - 1];
        here.years_before = left.years_before;
        here.numbers_before = left.numbers_before;
        here.quotes_before = left.quotes_before;
        here.word_before = left.word_before;
        here.last_cue = left.last_cue;
        if (is_year(left.token.look)) {
            here.years_before = one_more(here.years_before, 2);
        } else if (is_number(left.token.look)) {
            here.numbers_before = one_more(here.numbers_before, 4);
        }
        if (left.token.look == Look::close_quote) {
            here.quotes_before = one_more(here.quotes_before, 2);
        }
        if (is_word(left.token.look)) {
            here.word_before = left.token.word;
            here.last_cue = left.token.cue;
        }
    }
    for (std::size_t i = count_ + kMargin; i-- > kMargin;) {
        Context& here = context_[i];
        const Context& right = context_[i + 1];
        here.years_after = right.years_after;
        here.numbers_after = right.numbers_after;
        here.quotes_after = right.quotes_after;
        here.word_after = is_word(right.token.look) ? right.token.word : right.word_after;
        if (is_year(right.token.look)) {
            here.years_after = one_more(here.years_after, 2);
        } else if (is_number(right.token.look)) {
            here.numbers_after = one_more(here.numbers_after, 4);
        }
        if (right.token.look == Look::open_quote) {
            here.quotes_after = one_more(here.quotes_after, 2);
        }
    }
}

/// Parts end at a full stop that ends no initial and no abbreviation inside a name, at '?', at a closing
/// quotation, and round a year in brackets.
void Features::divide() {
    parts_.clear();
    Part part;
    part.begin = kMargin;
    for (std::size_t i = kMargin; i < count_ + kMargin; ++i) {
        const Context& here = context_[i];
        const Token& right = context_[i + 1].token;
        const Token& left = context_[i - 1].token;
        const Token& left2 = context_[i - 2].token;
        bool ends = i + 1 == count_ + kMargin;
        if (here.token.look == Look::period && !right.glued && right.look != Look::lower_short) {
            const bool after_name = left2.look == Look::capitalised || left2.look == Look::mixed_case;
            ends = ends || left.look != Look::initial || (after_name && !left.glued);
        } else if (here.token.look == Look::question || here.token.look == Look::close_quote) {
            ends = true;
        } else if (right.look == Look::open_round && is_year(context_[i + 2].token.look)) {
            ends = true;
        }
        context_[i].segment = static_cast<std::uint8_t>(std::min<std::size_t>(parts_.size(), 7));
        context_[i].part = static_cast<std::uint16_t>(parts_.size());
        context_[i].from_start = static_cast<std::uint8_t>(std::min<std::size_t>(i - part.begin, 255));
        if (ends) {
            part.end = static_cast<std::uint16_t>(i + 1);
            draw_portrait(part);
            parts_.push_back(part);
            part.begin = static_cast<std::uint16_t>(i + 1);
            part.roles = false;
        }
    }
    std::size_t year_at = 0;
    bool bracketed = false;
    bool quotes = false;
    bool also = false;
    for (std::size_t i = kMargin; i < count_ + kMargin; ++i) {
        const Token& token = context_[i].token;
        if (year_at == 0 && is_year(token.look)) {
            year_at = i;
            bracketed = token.depth > 0;
        }
        quotes = quotes || token.look == Look::close_quote;
        also = also || token.cue == static_cast<std::uint8_t>(Cue::also);
    }
    const std::size_t tenth = year_at == 0 ? 9 : (year_at - kMargin) * 5 / count_;
    style_ = hash(1000, tenth, bracketed, quotes, also, parts_.size() > 1 ? 1 : 0);
    opening_ = hash(1001, context_[kMargin].token.look, context_[kMargin + 1].token.look,
                    context_[kMargin + 2].token.look, context_[kMargin + 3].token.look,
                    context_[kMargin + 1].token.glued);
}

void Features::draw_portrait(Part& part) {
    std::size_t words = 0;
    std::size_t lower = 0;
    std::size_t initials = 0;
    std::size_t numbers = 0;
    std::size_t years = 0;
    std::size_t known = 0;
    std::size_t surnames = 0;
    for (std::size_t i = part.begin; i < part.end; ++i) {
        const Context& here = context_[i];
        const Look look = here.token.look;
        words += is_word(look) ? 1U : 0U;
        lower += look == Look::lower || look == Look::lower_short ? 1U : 0U;
        initials += look == Look::initial || look == Look::capitals_few ? 1U : 0U;
        years += is_year(look) ? 1U : 0U;
        numbers += is_number(look) && !is_year(look) ? 1U : 0U;
        known += here.journal_words;
        surnames += Lexicon::mark(here.marks, Role::surname) >= 2 ? 1U : 0U;
        part.roles = part.roles || is_role(here.token, context_[i - 1].token);
    }
    const auto share = [](std::size_t some, std::size_t all) {
        return all == 0 ? 0 : (some * 4 + all / 2) / all;
    };
    const auto size = static_cast<std::size_t>(part.end - part.begin);
    part.portrait = hash(1002, share(lower, words), share(initials, words), std::min<std::size_t>(numbers, 3),
                         std::min<std::size_t>(years, 1), std::min<std::size_t>(share(known, size), 3),
                         share(surnames, words) / 2, std::min<std::size_t>(words, 4));
}

void Features::put(std::size_t at) {
    const Context* c = &context_[at + kMargin];
    const auto w = [c](int i) { return c[i].token.word; };
    const auto k = [c](int i) { return number(c[i].token.look); };
    const auto m = [c](int i) { return static_cast<std::uint32_t>(c[i].marks); };
    const Token& token = c[0].token;
    const std::uint32_t look = k(0);
    const std::uint32_t glue = (token.glued ? 1U : 0U) | (c[1].token.glued ? 2U : 0U);
    const std::uint32_t state = (token.in_quotes ? 1U : 0U) | (std::uint32_t{token.depth} << 1U);
    const std::size_t here = c[0].part;
    const std::uint32_t portrait = parts_[here].portrait;
    const std::uint32_t roles = parts_[here].roles ? 1U : 0U;
    const std::uint32_t left_portrait = here > 0 ? parts_[here - 1].portrait : 1U;
    const std::uint32_t right_portrait = here + 1 < parts_.size() ? parts_[here + 1].portrait : 2U;
    const std::uint32_t years = c[0].years_before * 3U + c[0].years_after;
    const std::uint32_t numbers = c[0].numbers_before * 5U + c[0].numbers_after;
    const std::uint32_t cue = token.cue;
    const std::array<std::uint32_t, kFeatures> values{
        hash(0, w(0)),
        hash(1, w(-1), look),
        hash(2, w(1), look),
        hash(3, w(-2)),
        hash(4, w(2)),
        hash(5, w(-1), w(0)),
        hash(6, w(0), w(1)),
        hash(7, c[0].word_before, look),
        hash(8, c[0].word_after, look),
        hash(9, k(-1), look, token.glued),
        hash(10, look, k(1), c[1].token.glued),
        hash(11, k(-1), look, k(1), glue),
        hash(12, k(-2), k(-1), look),
        hash(13, look, k(1), k(2)),
        hash(14, k(-2), k(-1), look, k(1), k(2)),
        hash(15, k(-4), k(-3), k(-2), k(-1), look),
        hash(16, look, k(1), k(2), k(3), k(4)),
        hash(17, k(-3), k(-2), k(-1), look, k(1), k(2), k(3)),
        hash(18, token.prefix, look),
        hash(19, token.suffix, look),
        hash(20, token.ending, look),
        hash(21, w(0), k(-1)),
        hash(22, w(0), k(1)),
        hash(23, glue, look, k(-1), k(1), state),
        hash(24, bucket(at), look),
        hash(25, bucket(count_ - 1 - at), look),
        hash(26, state, c[0].quotes_before, c[0].quotes_after, look),
        hash(27, m(0), look),
        hash(28, m(-1), m(0), look),
        hash(29, m(0), m(1), look),
        hash(30, m(-2), m(-1), m(0), m(1), m(2)),
        hash(31, c[0].journal, c[-1].journal, k(-1), c[1].journal),
        hash(32, c[0].journal, c[0].segment, c[0].years_before),
        hash(33, portrait, c[0].segment),
        hash(34, left_portrait, portrait),
        hash(35, portrait, right_portrait),
        hash(36, portrait, look, k(-1)),
        hash(37, cue, look),
        hash(38, c[-1].token.cue, cue, c[1].token.cue),
        hash(39, c[0].last_cue, look),
        hash(40, c[0].last_cue, k(-1), look, k(1)),
        hash(41, years, look, state),
        hash(42, numbers, look, c[0].years_before),
        hash(43, numbers, years, k(-1), look, k(1)),
        hash(44, style_, look),
        hash(45, style_, c[0].segment, roles),
        hash(46, opening_, look),
        hash(47, opening_, c[0].segment, c[0].years_before),
        hash(48, c[0].segment, bucket(c[0].from_start), look, roles),
    };
    std::ranges::copy(values, values_.begin() + static_cast<std::ptrdiff_t>(at * kFeatures));
}

}  // namespace whereof::bib
