// SPDX-License-Identifier: MIT
#include "bib/lexicon.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

namespace whereof::bib {
namespace {

constexpr std::string_view kMagic = "WHEREOF-LEXICON-1\n";
constexpr std::size_t kHeader = 24 + 3 * 4;
constexpr std::size_t kLongestJournal = 16;
constexpr unsigned kProbes = 4;

std::uint32_t number_at(std::string_view bytes, std::size_t at) noexcept {
    std::uint32_t out = 0;
    std::memcpy(&out, bytes.data() + at, sizeof out);
    return out;
}

template <typename Number>
void append(std::string& out, Number value) {
    std::array<char, sizeof value> bytes{};
    std::memcpy(bytes.data(), &value, sizeof value);
    out.append(bytes.data(), bytes.size());
}

/// The bit of the filter that the probe of that number looks at (Kirsch & Mitzenmacher 2006: two hashes do).
/// `bits` is a power of two.
std::size_t probe(std::uint32_t sequence, unsigned number, std::size_t bits) noexcept {
    return (sequence + number * (mix(sequence, 0x51EDU) | 1U)) & (bits - 1);
}

/// A small word may: "npj Precision Oncology".
bool begins_journal(Look look) noexcept { return look >= Look::initial && look <= Look::lower_short; }

}  // namespace

Lexicon::Lexicon(std::string_view bytes) {
    assert(bytes.starts_with(kMagic));
    const std::size_t words = number_at(bytes, 24);
    assert(bytes.size() == kHeader + words * 6 + number_at(bytes, 28) / 8);
    assert(std::has_single_bit(number_at(bytes, 28)));
    const auto size = std::bit_ceil(words * 2 + 1);
    slots_.resize(size);
    mask_ = static_cast<std::uint32_t>(size - 1);
    for (std::size_t i = 0; i < words; ++i) {
        Slot slot{number_at(bytes, kHeader + 4 * i), 0};
        std::memcpy(&slot.marks, bytes.data() + kHeader + 4 * words + 2 * i, sizeof slot.marks);
        std::uint32_t at = slot.word & mask_;
        while (slots_[at].marks != 0) {
            at = (at + 1) & mask_;
        }
        slots_[at] = slot;
    }
    filter_ = bytes.substr(kHeader + words * 6);
}

std::uint16_t Lexicon::marks(std::uint32_t word) const noexcept {
    for (std::uint32_t at = word & mask_; slots_[at].marks != 0; at = (at + 1) & mask_) {
        if (slots_[at].word == word) {
            return slots_[at].marks;
        }
    }
    return 0;
}

std::size_t Lexicon::journal_length(std::span<const Token> tokens) const noexcept {
    if (tokens.empty() || !begins_journal(tokens.front().look)) {
        return 0;
    }
    const std::size_t bits = filter_.size() * 8;
    std::array<std::uint32_t, kLongestJournal> sequences;
    std::array<std::uint8_t, kLongestJournal> lengths;
    std::size_t words = 0;
    for (std::size_t i = 0; i < tokens.size() && words < kLongestJournal && i < 255; ++i) {
        if (tokens[i].look == Look::period) {
            continue;
        }
        sequences[words] = mix(words == 0 ? 0 : sequences[words - 1], tokens[i].word);
        lengths[words] = static_cast<std::uint8_t>(i + 1);
        __builtin_prefetch(&filter_[probe(sequences[words], 0, bits) / 8]);
        ++words;
    }
    for (; words > 0; --words) {  // the longest first: the others do not matter
        const auto holds = [&](unsigned number) {
            const std::size_t bit = probe(sequences[words - 1], number, bits);
            return ((static_cast<unsigned>(static_cast<unsigned char>(filter_[bit / 8])) >> (bit % 8)) &
                    1U) != 0;
        };
        static_assert(kProbes == 4);
        if (holds(0) && holds(1) && holds(2) && holds(3)) {
            return lengths[words - 1];
        }
    }
    return 0;
}

const Lexicon& Lexicon::embedded() {
    static const Lexicon lexicon(embedded_file("corpus/weights/parser_lexicon.bin").bytes);
    return lexicon;
}

void LexiconMaker::add(Role role, std::string_view text) {
    tokenize(text, {}, tokens_);
    std::uint32_t sequence = 0;
    for (const Token& token : tokens_) {
        if (token.look == Look::period) {
            continue;
        }
        sequence = mix(sequence, token.word);
        if (token.look >= Look::initial && token.look <= Look::other_script && token.letters > 1) {
            words_.emplace_back(token.word, role);
        }
    }
    if (role == Role::journal && !tokens_.empty() && begins_journal(tokens_.front().look)) {
        sequences_.push_back(sequence);
    }
}

std::string LexiconMaker::file() const {
    auto words = words_;
    std::ranges::sort(words);
    std::vector<Seen> seen;
    std::array<double, kRoleCount> total{};
    for (const auto& [word, role] : words) {
        if (seen.empty() || seen.back().word != word) {
            seen.push_back({word, {}});
        }
        ++seen.back().times[static_cast<std::size_t>(role)];
        ++total[static_cast<std::size_t>(role)];
    }
    std::string hashes;
    std::string marks;
    std::uint32_t kept = 0;
    for (const Seen& one : seen) {
        double all = 0;
        std::uint32_t times = 0;
        for (std::size_t role = 0; role < kRoleCount; ++role) {
            all += one.times[role] / (total[role] + 1);
            times += one.times[role];
        }
        unsigned mark = 0;
        for (std::size_t role = 0; role < kRoleCount; ++role) {
            const double share = one.times[role] / (total[role] + 1) / all;
            const unsigned level = one.times[role] == 0 ? 0 : share > 0.8 ? 3 : share > 0.25 ? 2 : 1;
            mark |= level << (2U * role);
        }
        if (times >= 3) {  // rarer words would make the file four times as long
            append(hashes, one.word);
            append(marks, static_cast<std::uint16_t>(mark));
            ++kept;
        }
    }
    auto sequences = sequences_;
    std::ranges::sort(sequences);
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    const std::size_t bits = std::bit_ceil(sequences.size() * 10 + 64);
    std::string filter(bits / 8, '\0');
    for (const std::uint32_t sequence : sequences) {
        for (unsigned number = 0; number < kProbes; ++number) {
            const std::size_t bit = probe(sequence, number, bits);
            filter[bit / 8] =
                static_cast<char>(static_cast<unsigned char>(filter[bit / 8]) | (1U << (bit % 8)));
        }
    }
    std::string out(kMagic);
    out.resize(24, '\0');
    append(out, kept);
    append(out, static_cast<std::uint32_t>(bits));
    append(out, std::uint32_t{0});
    return out + hashes + marks + filter;
}

}  // namespace whereof::bib
