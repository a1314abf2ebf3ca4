// SPDX-License-Identifier: MIT
#include "claim/comparison_halves.hpp"

#include "claim/comparison_events.hpp"
#include "claim/comparison_names.hpp"
#include "claim/comparison_times.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace whereof::claim {
namespace {

using Tokens = std::vector<CompareToken>;

/// Tokens between the joint and what the second half says: "but was also significantly more expensive".
constexpr std::size_t kLead = 5;

class HalvesReader : private TokenReader {
  public:
    HalvesReader(std::string_view sentence, const Tokens& tokens)
        : TokenReader(sentence, tokens), names_(sentence, tokens) {}

    std::vector<Tokens> run() {
        std::size_t begin = 0;
        for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
            if (tokens_[i].sign == ';' || tokens_[i].sign == '.') {
                begin = i + 1;
            } else if (joins(i) && split({begin, end_of(i)}, i)) {
                return std::move(out_);
            }
        }
        return {tokens_};
    }

  private:
    [[nodiscard]] bool joins(std::size_t i) const {
        const std::string name = lower_word(i);
        return name == "and" || is_turning_word(name);
    }
    [[nodiscard]] std::size_t end_of(std::size_t from) const {
        std::size_t end = from;
        while (end < tokens_.size() && tokens_[end].sign != ';' && tokens_[end].sign != '.') {
            ++end;
        }
        return end;
    }

    /// Nothing but "was also significantly" before what is said: no subject of its own.
    [[nodiscard]] bool leads(std::size_t from, std::size_t to) const {
        static constexpr std::array<std::string_view, 8> kAdverbs{"also", "only", "with", "at",
                                                                  "even", "much", "far",  "not"};
        for (std::size_t i = from; i < to; ++i) {
            if (i == from && (lower_word(i) == "it" || lower_word(i) == "they")) {
                continue;
            }
            const bool adverb =
                std::ranges::find(kAdverbs, std::string_view(lower_word(i))) != kAdverbs.end();
            if (!adverb && !tokens_[i].has(kVerb | kHedge | kSignificant)) {
                return false;
            }
        }
        return to <= from + kLead;
    }

    /// The "than B" of a half: a link, or the "to" of "superior to B".
    [[nodiscard]] std::size_t link_in(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i + 1 < to; ++i) {
            const bool counts = tokens_[i + 1].is_number;
            const bool to_it = i > from && tokens_[i - 1].has(kBeats) && lower_word(i) == "to";
            const bool alike = tokens_[i].has(kSame) && lower_word(i).ends_with(" as");
            if ((tokens_[i].has(kThan) && !counts) || to_it || alike) {
                return i;
            }
        }
        return kNoToken;
    }

    bool split(TokenRun statement, std::size_t joint) {
        const auto first = find_events(tokens_, statement.begin, joint, {});
        const auto second = find_events(tokens_, joint + 1, statement.end, {});
        if (first.empty() || second.empty() || !tokens_[first.front().at].has(kChange | kSame) ||
            !says_change(second.front(), joint)) {
            return false;
        }
        const std::size_t subject = first.front().first;
        const std::size_t link = link_in(statement.begin, joint);
        const std::size_t other = link_in(joint + 1, statement.end);
        const bool told = tokens_[first.front().at].has(kChange);
        if ((link == kNoToken) == (other == kNoToken) || (link == kNoToken && !told)) {
            return false;  // none, or each half has its own
        }
        if (changes_with_time(sentence_, tokens_, statement.begin, statement.end)) {
            return false;
        }
        Tokens one = copied(0, joint);
        Tokens two = copied(statement.begin, subject);
        if (link != kNoToken && link < subject) {  // "Compared with B, A …"
            append(two, joint + 1, tokens_.size());
        } else if (link != kNoToken) {
            const std::size_t insert = place_behind(second.front().at, statement.end);
            append(two, joint + 1, insert);
            append_link(two, link, joint);
            append(two, insert, tokens_.size());
        } else {
            append_link(one, other, statement.end);
            append(two, joint + 1, tokens_.size());
        }
        out_.push_back(std::move(one));
        out_.push_back(std::move(two));
        return true;
    }

    /// Is it a saying of the same subject that tells of a change, or denies one?
    [[nodiscard]] bool says_change(const CompareEvent& event, std::size_t joint) const {
        const CompareToken& at = tokens_[event.at];
        const bool noun = at.has(kNoun) && event.first == event.at;
        return at.has(kChange) && !noun && leads(joint + 1, event.first);
    }

    /// The "in" or "for" behind what is said, else the end.
    [[nodiscard]] std::size_t place_behind(std::size_t at, std::size_t end) const {
        for (std::size_t i = at + 1; i < end; ++i) {
            if ((tokens_[i].has(kPlace) && !names_.is_of(i)) || tokens_[i].sign == '(' ||
                tokens_[i].sign == ',') {
                return i;
            }
        }
        return end;
    }

    [[nodiscard]] Tokens copied(std::size_t begin, std::size_t end) const {
        Tokens out;
        append(out, begin, end);
        return out;
    }
    void append(Tokens& out, std::size_t begin, std::size_t end) const {
        std::copy(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                  tokens_.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(out));
    }
    void append_link(Tokens& out, std::size_t link, std::size_t end) const {
        CompareToken than = tokens_[link];
        than.cues = kThan;
        out.push_back(std::move(than));
        append(out, link + 1, names_.side_at(link + 1, end).end);
    }

    SentenceNames names_;
    std::vector<Tokens> out_;
};

}  // namespace

std::vector<std::vector<CompareToken>> comparison_halves(std::string_view sentence,
                                                         const std::vector<CompareToken>& tokens) {
    return HalvesReader(sentence, tokens).run();
}

}  // namespace whereof::claim
