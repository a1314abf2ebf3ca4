// SPDX-License-Identifier: MIT
#include "claim/comparison_outcome.hpp"

#include "claim/comparison_words.hpp"
#include "text/terms.hpp"
#include "text/word_list.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace whereof::claim {
namespace {

constexpr std::size_t kLongestOutcome = 4;  ///< terms of a phrase in the list

struct OutcomeTable {
    std::unordered_map<std::string, std::string_view> classes;  ///< by terms, divided by blanks
    OutcomeTable() {
        text::each_word_of("corpus/words/outcome_words.tsv",
                           [this](std::string_view phrase, std::string_view name) {
                               std::string terms;
                               for (const auto& [term, span] : text::read_terms(phrase)) {
                                   terms += (terms.empty() ? "" : " ") + term;
                               }
                               classes.emplace(std::move(terms), name);
                           });
    }
};

/// The value of the head word, with the words that turn one joined to what they turn: "pain-free" turns the
/// pain alone, so that "disease-free survival" stays good.
class OutcomeReader {
  public:
    explicit OutcomeReader(const std::vector<std::string>& terms) : terms_(terms) {}

    OutcomeSense run() {
        const int value = read_all();
        static const std::string survival = text::term_of_word("survival");
        const bool survives = value > 0 && std::ranges::find(terms_, survival) != terms_.end();
        return {value, survives, value < 0 && (goes_on_ || tells_of_death()), value > 0 && leads_ > 0};
    }

  private:
    int read_all() {
        for (std::size_t i = 0; i < terms_.size();) {
            const std::size_t size = phrase_at(i);
            read(i, class_of(i, size));
            i += size;
        }
        if (listed_ * value_ < 0) {
            return 0;  // "pain and function"
        }
        if (value_ == 0) {
            return alone_bad_ || (lost_ && turn_next_) ? -1 : 0;  // "loss of" a thing not listed
        }
        if (leads_ != 0) {
            return leads_ > 0 ? -value_ : 0;
        }
        if (alone_bad_ && value_ > 0 && !turned_) {
            // "recovery time" is bad, "rate of recovery" is not.
            const bool waits = std::ranges::any_of(terms_, is_wait);
            return (lasts_ ? waits : std::ranges::any_of(terms_, is_time)) ? -1 : 1;
        }
        return value_;
    }

    [[nodiscard]] bool tells_of_death() const {
        return std::ranges::any_of(terms_, [this](const std::string& term) {
            static const std::array<std::string, 4> kDeaths{
                text::term_of_word("death"), text::term_of_word("died"), text::term_of_word("die"),
                text::term_of_word("dying")};
            return std::ranges::find(kDeaths, term) != kDeaths.end();
        });
    }
    static bool is_wait(const std::string& term) { return term == "delay" || term == "latenc"; }
    static bool is_time(const std::string& term) {
        return term == "time" || term == "day" || term == "durat" || term == "length" || is_wait(term) ||
               term == "hour" || term == "interv";
    }
    /// Of the `size` terms at i; empty when no list has them.
    [[nodiscard]] std::string_view class_of(std::size_t i, std::size_t size = 1) const {
        static const OutcomeTable outcomes;
        if (i + size > terms_.size()) {
            return {};
        }
        std::string phrase = terms_[i];
        for (std::size_t n = i + 1; n < i + size; ++n) {
            phrase += " " + terms_[n];
        }
        const auto found = outcomes.classes.find(phrase);
        return found == outcomes.classes.end() ? std::string_view() : found->second;
    }
    static bool is_bad(std::string_view name) {
        return name == "bad" || name == "illness" || name == "process";
    }
    static bool is_good(std::string_view name) {
        return name == "good" || name == "lasting" || name == "response" || name == "mends";
    }
    /// How many terms the longest phrase of the list at i has; 1 when none begins there.
    [[nodiscard]] std::size_t phrase_at(std::size_t i) const {
        std::size_t size = kLongestOutcome;
        while (size > 1 && class_of(i, size).empty()) {
            --size;
        }
        return size;
    }
    [[nodiscard]] bool is(std::size_t i, std::string_view term) const {
        return i < terms_.size() && terms_[i] == term;
    }
    [[nodiscard]] bool has_complement(std::size_t i) const {
        return is(i + 1, "of") || is(i + 1, "in") || is(i + 1, "from");
    }

    void value(int sign) {
        if (spoilt_ || (mended_ && sign < 0)) {
            return;
        }
        value_ = turn_next_ ? -sign : sign;
        turned_ = turn_next_;
        turn_next_ = false;
        open_ = true;
        weak_ = false;
    }
    /// "inadequate pain relief" stays bad.
    void turn_back() {
        if (spoilt_) {
            return;
        }
        value_ = -value_;
        turned_ = !turned_;
    }

    void read(std::size_t i, std::string_view name) {
        if (terms_[i] == "and" || terms_[i] == "or") {
            open_ = false;
            spoilt_ = false;
            listed_ = value_ != 0 ? value_ : listed_;
        } else if (read_value(name)) {
            spoilt_ = spoilt_ || (name == "process" && has_complement(i));  // "deterioration of function"
        } else if (name == "course") {
            goes_on_ = true;
        } else if ((terms_[i] == "non" || terms_[i] == "low") && is_good(class_of(i + 1))) {
            turn_next_ = true;  // "non-response", "low mood"
        } else if (value_ > 0 && !turned_ && !weak_ &&
                   is_one_of(terms_[i], {"of", "in", "from", "after", "against"})) {
            mended_ = true;  // "quality of life in depression", "detection of cancer"
        } else if (name == "turn" && open_ && !has_complement(i)) {
            turn_back();  // "pain relief"
        } else if (name == "turn" || name == "turn_next") {
            turn_next_ = !turn_next_;  // "relief of pain", "poor function"
        } else if (name == "free") {
            read_free(i);
        } else if (name == "loss") {
            read_loss(i);
        } else if (name == "absence") {
            is(i + 1, "of") ? void(turn_next_ = true) : value(-1);
        } else if (name == "bad_if_alone") {
            alone_bad_ = true;
            terms_[i] == "delay" ? read_delay(i) : read_time(i);
        }
    }

    /// A "delay in recovery" is bad and one "in relapse" is good; "delayed healing" and "delayed bleeding"
    /// are both bad.
    void read_delay(std::size_t i) {
        if (has_complement(i)) {
            turn_next_ = !turn_next_;
        } else if (is(i + 1, "to") || is(i + 1, "until")) {
            read_time(i);
        } else if (i + 1 < terms_.size() && !is(i + 1, "and") && !is(i + 1, "or") &&
                   !is_time(terms_[i + 1])) {
            value(-1);
            spoilt_ = true;
        }
    }

    /// Of a class with a value of its own.
    bool read_value(std::string_view name) {
        if (name == "good" || name == "lasting") {
            value(1);
            lasts_ = lasts_ || name == "lasting";
        } else if (name == "mends") {
            value(1);
            mended_ = !turned_;
        } else if (name == "unknown") {
            value_ = 0;
        } else if (name == "spoils") {
            value(-1);
            spoilt_ = true;
        } else if (name == "illness" || name == "process") {
            value(-1);
            ill_ = name == "illness";
            goes_on_ = goes_on_ || name == "process";
        } else if (name == "response") {
            read_response();
        } else if (name == "weak_good" || name == "weak_bad") {
            if (value_ == 0) {
                value(name == "weak_good" ? 1 : -1);
                weak_ = true;
            }
        } else if (name == "bad") {
            value(-1);
        } else {
            return false;
        }
        return true;
    }

    /// "tumour response" is good, "inflammatory response" is not.
    void read_response() {
        if (ill_ && !turned_) {
            value(1);
        } else if (value_ == 0) {
            value(1);
        }
        lasts_ = true;  // "duration of response"
    }

    /// "free of pain", "pain-free"; of "event-free survival" nothing is turned.
    void read_free(std::size_t i) {
        if (i == 0 || has_complement(i)) {
            turn_next_ = true;
        } else if (open_) {
            turn_back();
        }
    }

    /// "loss of function", "weight loss", "hair loss"
    void read_loss(std::size_t i) {
        goes_on_ = true;
        lost_ = true;
        if (has_complement(i) || class_of(i + 1) == "good") {
            turn_next_ = true;
        } else if (open_) {
            turn_back();
        } else {
            value(-1);
        }
    }

    /// Longer is the "time to relapse", the better; without its "to" the words do not say.
    void read_time(std::size_t i) {
        const bool from_to =
            is(i + 1, "from") && std::find(terms_.begin() + static_cast<std::ptrdiff_t>(i), terms_.end(),
                                           std::string_view("to")) != terms_.end();
        if (is_time(terms_[i]) && (is(i + 1, "to") || is(i + 1, "until") || from_to)) {
            leads_ = 1;
        } else if (terms_[i] == "time" && is_bad(class_of(i + 1))) {
            leads_ = -1;
        }
    }

    const std::vector<std::string>& terms_;
    int value_ = 0;   ///< of the last word that has one
    int listed_ = 0;  ///< of what stands before an "and"
    int leads_ = 0;   ///< 1 a time to what has the value, -1 perhaps one
    bool turned_ = false;
    bool turn_next_ = false;
    bool weak_ = false;  ///< the value gives way to any other
    bool open_ = false;  ///< a word behind may still turn the value
    bool alone_bad_ = false;
    bool spoilt_ = false;   ///< "adverse": whatever follows is bad
    bool mended_ = false;   ///< "cure of": whatever bad follows is what is mended
    bool lasts_ = false;    ///< the longer it lasts, the better
    bool ill_ = false;      ///< the value is that of an illness
    bool lost_ = false;     ///< "loss of"
    bool goes_on_ = false;  ///< names something bad that goes on: slower is better
};

/// Words that say how fast something goes on.
bool is_pace(std::string_view word) {
    static constexpr std::array<std::string_view, 11> kPaces{
        "slower",        "faster", "quicker", "took longer", "take longer", "takes longer",
        "taking longer", "delay",  "delays",  "delayed",     "postponed"};
    return std::ranges::find(kPaces, word) != kPaces.end();
}

bool is_hazard(std::string_view word) {
    return word.ends_with("HR") || word.find("azard") != std::string_view::npos;
}

}  // namespace

OutcomeSense outcome_sense(const std::vector<std::string>& terms) {
    std::vector<std::string> telling = terms;
    std::erase_if(telling,
                  [](const std::string& term) { return term == "the" || term == "a" || term == "an"; });
    return OutcomeReader(telling).run();
}

OutcomeSense multiplied_sense(const std::vector<std::string>& terms) {
    static constexpr std::array<std::string_view, 4> kGiven{"dose", "dosag", "visit", "session"};
    const bool given = std::ranges::any_of(terms, [](const std::string& term) {
        return std::ranges::find(kGiven, std::string_view(term)) != kGiven.end();
    });
    return given ? OutcomeSense() : outcome_sense(terms);
}

int outcome_value(const std::vector<std::string>& terms) { return outcome_sense(terms).value; }

Effect effect_on(std::string_view word, int sign, bool valued, OutcomeSense outcome) {
    if (is_pace(word) && outcome.put_off) {
        return effect_of(-sign, false, outcome.value);  // "time to death was faster"
    }
    const bool paced = is_pace(word) && outcome.goes_on;  // "progression was slower"
    return effect_of(outcome.survival && is_hazard(word) ? -sign : sign, valued && !paced, outcome.value);
}

}  // namespace whereof::claim
