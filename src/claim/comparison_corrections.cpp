// SPDX-License-Identifier: MIT
#include "claim/comparison_corrections.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace whereof::claim {
namespace {

/// Tokens of "than B" between what is corrected and its correction.
constexpr std::size_t kSideReach = 8;

class CorrectionReader {
  public:
    CorrectionReader(std::string_view sentence, std::vector<CompareToken>& tokens)
        : sentence_(sentence), tokens_(tokens) {}

    void run() {
        for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
            if (const Denied denied = denied_at(i); denied.sign != 0) {
                static_cast<void>(correct_behind(i, denied) || correct_past_side(i, denied) ||
                                  correct_before(i, denied) || correct_opening(i, denied));
            } else if (lower_word(i) == "rather than" && i > 0 && sign_of(i - 1) != 0 &&
                       sign_of(i + 1) == -sign_of(i - 1)) {
                erase(i, i + 2);  // "worse rather than better than B"
            }
        }
    }

  private:
    /// "not better", as one phrase or as two tokens.
    struct Denied {
        int sign = 0;         ///< of what is denied: 1 better or more; 0 when nothing is denied
        std::size_t end = 0;  ///< past it
    };

    [[nodiscard]] std::string lower_word(std::size_t i) const {
        return i < tokens_.size() ? text::ascii_lower(tokens_[i].span.of(sentence_)) : std::string();
    }
    [[nodiscard]] bool is_comma(std::size_t i) const { return i < tokens_.size() && tokens_[i].sign == ','; }

    [[nodiscard]] static int sign_of_cues(std::uint32_t cues) {
        const bool up = (cues & (kMore | kBetter)) != 0;
        return up == ((cues & (kLess | kWorse)) != 0) ? 0 : up ? 1 : -1;
    }
    [[nodiscard]] int sign_of(std::size_t i) const {
        return i < tokens_.size() ? sign_of_cues(tokens_[i].cues) : 0;
    }

    [[nodiscard]] Denied denied_at(std::size_t i) const {
        const std::string phrase = lower_word(i);
        if (phrase == "far from") {
            const std::size_t at = i + (lower_word(i + 1) == "being" ? 2 : 1);
            return {sign_of(at), at + 1};
        }
        if (!phrase.starts_with("no") || tokens_[i].sign != '\0') {
            return {};
        }
        if (phrase == "not" || phrase == "no") {
            return {sign_of(i + 1), i + 2};
        }
        const std::size_t blank = phrase.find(' ');
        if (!tokens_[i].has(kSame) || blank == std::string::npos) {
            return {};
        }
        return {sign_of_cues(find_cues(std::string_view(phrase).substr(blank + 1)).value_or(0)),
                i + 1};  // "no better"
    }

    /// Past "but", "but rather", "and in fact": words that put what follows in the place of what was denied;
    /// `from` when there are none. `firm`: only those that say so whatever stands between.
    [[nodiscard]] std::size_t past_joint(std::size_t from, bool firm) const {
        const std::string joint = lower_word(from);
        std::size_t at = from + 1;
        if (joint != "but" && joint != "and") {
            return from;
        }
        bool corrects = joint == "but" && !firm;
        at += is_comma(at) ? 1U : 0U;
        if (lower_word(at) == "in" && lower_word(at + 1) == "fact") {
            at += 2;
            corrects = true;
        } else if (is_one_of(lower_word(at), {"indeed", "actually", "rather", "instead"})) {
            ++at;
            corrects = true;
        }
        at += is_comma(at) ? 1U : 0U;
        while (corrects &&
               (lower_word(at) == "was" || lower_word(at) == "were" || has(at, kSignificant | kHedge) ||
                is_one_of(lower_word(at), {"even", "much", "far"}))) {
            ++at;
        }
        return corrects ? at : from;
    }
    [[nodiscard]] bool has(std::size_t i, std::uint32_t cues) const {
        return i < tokens_.size() && tokens_[i].has(cues);
    }

    /// "not better, but worse, than B"
    bool correct_behind(std::size_t i, const Denied& denied) {
        const std::size_t joint = denied.end + (is_comma(denied.end) ? 1 : 0);
        const std::size_t said = past_joint(joint, false);
        if (said == joint || sign_of(said) != -denied.sign) {
            return false;
        }
        if (is_comma(said + 1) && has(said + 2, kThan)) {
            erase(said + 1, said + 2);
        }
        erase(i, said);
        return true;
    }

    /// "no better than B, and in fact worse"
    bool correct_past_side(std::size_t i, const Denied& denied) {
        if (!has(denied.end, kThan)) {
            return false;
        }
        std::size_t joint = denied.end + 1;
        while (joint < std::min(tokens_.size(), denied.end + kSideReach) && !is_comma(joint) &&
               lower_word(joint) != "and" && lower_word(joint) != "but" && tokens_[joint].sign == '\0') {
            ++joint;
        }
        const std::size_t from = joint + (is_comma(joint) ? 1 : 0);
        const std::size_t said = past_joint(from, true);
        const bool ends = said + 1 >= tokens_.size() || tokens_[said + 1].sign != '\0';
        if (said == from || sign_of(said) != -denied.sign || !ends) {
            return false;
        }
        CompareToken correction = std::move(tokens_[said]);
        erase(joint, said + 1);
        erase(i, denied.end - 1);
        tokens_[i] = std::move(correction);
        return true;
    }

    /// "worse, not better, than B"; "reduced no more than B" corrects nothing
    bool correct_before(std::size_t i, const Denied& denied) {
        const std::size_t before = i - (i > 0 && is_comma(i - 1) ? 1 : 0);
        const bool measures = before == i && tokens_[i].has(kLarge);
        if (before == 0 || measures || sign_of(before - 1) != -denied.sign) {
            return false;
        }
        const std::size_t end = denied.end + (is_comma(denied.end) ? 1 : 0);
        if (!has(end, kThan | kPlace)) {
            return false;
        }
        erase(before, end);
        return true;
    }

    /// "Far from being better, A was worse than B"
    bool correct_opening(std::size_t i, const Denied& denied) {
        if ((i > 0 && tokens_[i - 1].sign != '.') || !is_comma(denied.end)) {
            return false;
        }
        std::size_t said = denied.end + 1;
        while (said < tokens_.size() && sign_of(said) == 0 && tokens_[said].sign == '\0') {
            ++said;
        }
        if (sign_of(said) != -denied.sign) {
            return false;
        }
        erase(i, denied.end + 1);
        return true;
    }

    void erase(std::size_t begin, std::size_t end) {
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(end));
    }

    std::string_view sentence_;
    std::vector<CompareToken>& tokens_;
};

}  // namespace

void drop_corrected(std::string_view sentence, std::vector<CompareToken>& tokens) {
    CorrectionReader(sentence, tokens).run();
}

}  // namespace whereof::claim
