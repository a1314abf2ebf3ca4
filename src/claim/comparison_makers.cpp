// SPDX-License-Identifier: MIT
#include "claim/comparison_makers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace whereof::claim {
namespace {

/// How the sides of a question are named in a sentence.
class MakerReader : private TokenReader {
  public:
    explicit MakerReader(const AskedSentence& in) : TokenReader(in.text, in.tokens), in_(in) {}

    [[nodiscard]] bool run() const {
        std::array<bool, 2> made{};
        std::array<bool, 2> bound{true, true};
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::uint8_t side = in_.marks.side[i];
            if (side != 1 && side != 2) {
                continue;
            }
            std::size_t end = i + 1;
            while (end < tokens_.size() && in_.marks.side[end] == side) {
                ++end;
            }
            const bool of_maker = is_maker(end) || follows_maker(i);
            made[side - 1U] = made[side - 1U] || of_maker;
            bound[side - 1U] = bound[side - 1U] && (of_maker || stands_for_maker(i));
            i = end - 1;
        }
        return bound[0] && bound[1] && (made[0] || made[1]);
    }

  private:
    [[nodiscard]] bool is_maker(std::size_t i) const { return has(i, kMaker) && !is_asked(i); }

    /// A word of the question: "yoga teachers" against "pilates teachers".
    [[nodiscard]] bool is_asked(std::size_t i) const {
        const Form term{tokens_[i].term};
        const auto holds = [&](const std::vector<Forms>& side) {
            return std::ranges::any_of(side, [&](const Forms& forms) { return forms.front() == term; });
        };
        return in_.marks.side[i] != 0 || holds(in_.question.shared) || holds(in_.question.first) ||
               holds(in_.question.second);
    }

    /// The "of" of "trials of A", the "giving" of "nurses giving A".
    [[nodiscard]] bool leads(std::size_t i) const {
        return is_one_of(lower_word(i), {"of", "on", "for", "about", "with"}) || gives(i);
    }
    [[nodiscard]] bool gives(std::size_t i) const {
        return is_one_of(lower_word(i), {"giving", "delivering", "administering", "teaching", "prescribing",
                                         "providing", "performing", "offering"});
    }

    [[nodiscard]] bool follows_maker(std::size_t side) const {
        if (side < 2 || !leads(side - 1)) {
            return false;
        }
        const bool taker = lower_word(side - 1) == "performing";  // "patients performing yoga"
        return is_maker(side - 2) || (gives(side - 1) && !taker && has(side - 2, kPeople));
    }

    /// "those of B", "that for B", "those performing B"
    [[nodiscard]] bool stands_for_maker(std::size_t side) const {
        return side > 1 && leads(side - 1) && is_one_of(lower_word(side - 2), {"those", "that"});
    }

    AskedSentence in_;
};

}  // namespace

bool compares_makers(const AskedSentence& in) { return MakerReader(in).run(); }

}  // namespace whereof::claim
