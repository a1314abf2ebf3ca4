// SPDX-License-Identifier: MIT
#include "search/spelling.hpp"

#include "search/slots.hpp"
#include "text/similarity.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <span>

namespace whereof::search {
namespace {

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kShortest = 4;         ///< letters of a word that is corrected
constexpr std::size_t kShortestTwice = 6;    ///< of one with two slips
constexpr std::size_t kMostTerms = 200'000;  ///< that are looked through for one word

/// A word one slip away, and how likely that slip is beside others.
struct Slip {
    std::string word;
    std::size_t weight = 1;
};

/// Every word one slip away. Two letters in the wrong order are the likeliest: "pian" is no "plan".
std::vector<Slip> one_slip_from(const std::string& word) {
    constexpr std::size_t kSwapped = 16;
    std::vector<Slip> out;
    for (std::size_t i = 0; i <= word.size(); ++i) {
        if (i < word.size()) {
            out.push_back({word.substr(0, i) + word.substr(i + 1)});
        }
        if (i + 1 < word.size() && word[i] != word[i + 1]) {
            out.push_back({word, kSwapped});
            std::swap(out.back().word[i], out.back().word[i + 1]);
        }
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            out.push_back({word});
            out.back().word.insert(i, 1, letter);
            if (i < word.size()) {
                out.push_back({word});
                out.back().word[i] = letter;
            }
        }
    }
    return out;
}

/// A term as a sentence of an article that has it writes it; empty when none does.
std::string as_written(store::Index& index, const std::string& term) {
    const auto postings = index.postings(std::span(&term, 1));
    for (const store::Posting& posting : postings.front()) {
        if (posting.counts.body == 0) {
            continue;
        }
        for (const store::ArticleWords& words : index.words(std::span(&posting.article, 1))) {
            for (std::uint32_t i = 0; i < words.sentences.size(); ++i) {
                const auto terms = words.terms_of(words.sentences[i].words);
                if (std::ranges::find(terms, term) == terms.end()) {
                    continue;
                }
                const auto place = index.sentence(posting.article, i);
                for (const auto& [found, span] : text::read_terms(place ? place->text : std::string())) {
                    if (found == term) {
                        return text::ascii_lower(span.of(place->text));
                    }
                }
            }
        }
        break;
    }
    return {};
}

/// The term two slips from `term`, with the same first letter, that most articles have.
std::string two_slips_from(store::Index& index, const std::string& term) {
    std::string best;
    std::size_t most = 0;
    for (const std::string& other : index.terms_with_prefix(term.substr(0, 1), kMostTerms)) {
        if (text::edit_distance(term, other, 2) > 2) {
            continue;
        }
        if (const std::size_t articles = index.articles_with(other); articles > most) {
            most = articles;
            best = other;
        }
    }
    return best.empty() ? best : as_written(index, best);
}

std::string nearest_word(store::Index& index, const std::string& typed) {
    const std::string word = text::ascii_lower(typed);
    if (word.size() < kShortest || word.size() > text::TermReader::kLongestTerm ||
        !std::ranges::all_of(word, text::is_ascii_letter)) {
        return {};
    }
    std::string best;
    std::size_t most = 0;
    for (Slip& other : one_slip_from(word)) {
        const std::size_t weight = other.weight * index.articles_with(text::term_of_word(other.word));
        if (weight > most) {
            most = weight;
            best = std::move(other.word);
        }
    }
    if (best.empty()) {
        return word.size() < kShortestTwice ? best : two_slips_from(index, text::term_of_word(word));
    }
    // The stem of a slip may be a word's ("physicical"): better as an article has it.
    std::string written = as_written(index, text::term_of_word(best));
    return written.empty() ? best : written;
}

}  // namespace

std::vector<UnknownWord> unknown_words(const Node& query, store::Store& store, const Synonyms& synonyms) {
    const store::Reading reading(store);
    store::Index& index = store.index();
    const Slots slots = make_slots(query, index, synonyms, Weights());
    std::vector<UnknownWord> out;
    for (const Slot& slot : slots.slots) {
        const bool known = std::ranges::any_of(slot.alternatives, [&](const Alternative& alternative) {
            return std::ranges::all_of(alternative.terms,
                                       [&](std::uint32_t term) { return index.has_term(slots.terms[term]); });
        });
        if (!known && out.size() < kMostWords) {
            out.push_back({slot.shown, nearest_word(index, slot.shown)});
        }
    }
    return out;
}

}  // namespace whereof::search
