// SPDX-License-Identifier: MIT
#include "search/row_scoring.hpp"

#include "search/question_words.hpp"
#include "text/terms.hpp"

#include <algorithm>

namespace whereof::search {
namespace {

using store::ArticleWords;
using store::WordRun;

constexpr std::uint32_t kNeighbours = 2;  ///< one word may stand between (stop words stand in runs)
constexpr int kMostCues = 3;

/// Is the heading a question? By its first words: "Do I need …", "Q: How soon …", "3. Is it …".
bool asks(const store::ArticleWords& words, WordRun heading) {
    constexpr std::uint32_t kLabel = 1;  // words that may stand before: "Q", "FAQ", a number
    const std::uint32_t end = std::min(heading.end, heading.begin + kLabel + 1);
    for (std::uint32_t i = heading.begin; i < end; ++i) {
        if (is_question_term(words.terms[words.stream[i]])) {
            return true;
        }
    }
    return false;
}

}  // namespace

RowScorer::RowScorer(const Slots& slots, const TermStatistics& statistics, store::Index& index,
                     const Weights& weights)
    : slots_(slots),
      statistics_(statistics),
      weights_(weights),
      letters_(slots, statistics, index, weights),
      uses_(slots.terms.size()),
      counts_(slots.terms.size(), 0.0),
      pairs_(slots.slots.size(), 0.0),
      best_(slots.slots.size()) {
    for (std::uint32_t i = 0; i < slots.terms.size(); ++i) {
        if (text::is_prefix(slots.terms[i])) {
            prefixes_.push_back(i);
            continue;
        }
        term_numbers_.emplace(slots.terms[i], i);
        starts_.add(slots.terms[i]);
    }
    for (std::uint32_t s = 0; s < slots.slots.size(); ++s) {
        const Slot& slot = slots.slots[s];
        for (std::uint32_t a = 0; a < slot.alternatives.size(); ++a) {
            uses_[slot.alternatives[a].terms.front()].push_back({s, a});
        }
        const std::uint32_t own = slot.alternatives.front().terms.front();
        full_score_ += slot.weight * statistics.sentence_idf[own];
        full_article_ += slot.weight * statistics.article_idf[own];
    }
}

void RowScorer::take(const ArticleWords& words) {
    words_ = &words;
    term_of_.assign(words.terms.size(), kOther);
    cue_of_.assign(words.terms.size(), std::nullopt);
    for (std::size_t i = 0; i < words.terms.size(); ++i) {
        const std::string_view term = words.terms[i];
        if (starts_.may_have(term)) {
            const auto found = term_numbers_.find(term);
            term_of_[i] = found != term_numbers_.end() ? found->second : kOther;
        }
        for (const std::uint32_t prefix : prefixes_) {
            if (term_of_[i] == kOther && text::stands_for(slots_.terms[prefix], term)) {
                term_of_[i] = prefix;
            }
        }
    }
    look_through(words.title, title_);
    headings_.assign(words.headings.size(), std::nullopt);
    source_titles_.assign(words.sources.size(), std::nullopt);
    source_names_.assign(words.sources.size(), std::nullopt);
    source_abstracts_.assign(words.sources.size(), std::nullopt);
}

void RowScorer::look_through(WordRun run, FoundRun& out) const {
    out.found.clear();
    out.size = run.size();
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
        if (const std::uint32_t term = term_of_[words_->stream[i]]; term != kOther) {
            out.found.push_back({i - run.begin, term});
        }
    }
}

const RowScorer::FoundRun& RowScorer::kept(std::vector<std::optional<FoundRun>>& runs, std::size_t index,
                                           WordRun run) {
    if (!runs[index]) {
        runs[index].emplace();
        look_through(run, *runs[index]);
    }
    return *runs[index];
}

void RowScorer::gather_fields(const Row& row) {
    fields_.clear();
    text_.found.clear();
    text_.size = 0;
    const bool source_alone = row.sentence == Row::kNone;
    if (!source_alone) {
        const store::SentenceWords& sentence = words_->sentences[row.sentence];
        look_through(sentence.words, text_);
        fields_.push_back({RowField::text, 1.0, &text_});
        if (sentence.section < words_->headings.size()) {
            const WordRun heading = words_->headings[sentence.section];
            fields_.push_back({RowField::heading,
                               asks(*words_, heading) ? weights_.row_question : weights_.row_heading,
                               &kept(headings_, sentence.section, heading)});
        }
        fields_.push_back({RowField::title, weights_.row_title, &title_});
    }
    for (const std::uint32_t source : row.sources) {
        const store::SourceWords& words = words_->sources[source];
        const FoundRun& title = kept(source_titles_, source, words.title);
        const FoundRun& names = kept(source_names_, source, {words.authors.begin, words.container.end});
        fields_.push_back({RowField::source, source_alone ? 1.0 : weights_.row_source, &title});
        fields_.push_back({RowField::meta, source_alone ? 0.7 : weights_.row_meta, &names});
        if (words.abstract.size() > 0) {
            fields_.push_back({RowField::abstract,
                               source_alone ? weights_.work_abstract : weights_.row_abstract,
                               &kept(source_abstracts_, source, words.abstract)});
        }
    }
}

/// How often the terms stand in this order with at most one word between each two.
double RowScorer::count_phrase(const FoundRun& run, const std::vector<std::uint32_t>& terms) {
    double count = 0;
    for (std::size_t i = 0; i < run.found.size(); ++i) {
        if (run.found[i].term != terms.front()) {
            continue;
        }
        std::uint32_t place = run.found[i].place;
        std::size_t next = 1;
        for (std::size_t j = i + 1; j < run.found.size() && next < terms.size(); ++j) {
            if (run.found[j].place > place + kNeighbours) {
                break;
            }
            if (run.found[j].term == terms[next]) {
                place = run.found[j].place;
                ++next;
            }
        }
        count += next == terms.size() ? 1 : 0;
    }
    return count;
}

/// Fills best_ from fields_; gives the sum.
double RowScorer::match_slots(double length_ratio) {
    std::ranges::fill(best_, SlotMatch());
    direct_ = false;
    touched_.clear();
    for (const FieldRun& field : fields_) {
        for (const Found& found : field.run->found) {
            if (counts_[found.term] == 0.0) {
                touched_.push_back(found.term);
            }
            counts_[found.term] += field.weight;
        }
    }
    double sum = 0.0;
    for (const std::uint32_t term : touched_) {
        for (const Use& use : uses_[term]) {
            const Slot& slot = slots_.slots[use.slot];
            const Alternative& alternative = slot.alternatives[use.alternative];
            double count = counts_[term];
            double idf = statistics_.sentence_idf[term];
            if (alternative.terms.size() > 1) {
                count = 0;
                for (const FieldRun& field : fields_) {
                    count += field.weight * count_phrase(*field.run, alternative.terms);
                }
                for (const std::uint32_t other : alternative.terms) {
                    idf = std::max(idf, statistics_.sentence_idf[other]);
                }
            }
            const double score = slot.weight * alternative.weight * idf *
                                 saturated(count, length_ratio, weights_.row_k1, weights_.row_b);
            SlotMatch& best = best_[use.slot];
            direct_ = direct_ || (count > 0 && alternative.weight > weights_.synonym);
            if (count > 0 && score > best.score) {
                sum += score - best.score;
                best = {use.slot, use.alternative, RowField::text, score};
            }
        }
    }
    for (const std::uint32_t term : touched_) {
        counts_[term] = 0.0;
    }
    return sum;
}

/// Counts words that stand beside one another in the query and here.
void RowScorer::count_pairs(const FoundRun& run, double weight) {
    for (std::size_t i = 0; i + 1 < run.found.size(); ++i) {
        const Found& a = run.found[i];
        for (std::size_t j = i + 1; j < run.found.size() && run.found[j].place <= a.place + kNeighbours;
             ++j) {
            for (const Use& first : uses_[a.term]) {
                const std::size_t next = first.slot + 1;
                if (first.alternative == 0 && next < slots_.slots.size() && slots_.slots[next].follows &&
                    slots_.slots[next].alternatives.front().terms.front() == run.found[j].term) {
                    pairs_[next] += weight;
                }
            }
        }
    }
}

/// The score of the pairs counted so far, which are then forgotten.
double RowScorer::take_pairs(double k1) {
    double sum = 0.0;
    for (std::size_t i = 1; i < pairs_.size(); ++i) {
        if (pairs_[i] > 0) {
            const double idf =
                statistics_.article_idf[slots_.slots[i - 1].alternatives.front().terms.front()] +
                statistics_.article_idf[slots_.slots[i].alternatives.front().terms.front()];
            sum += idf * saturated(pairs_[i], 1.0, k1, 0.0);
        }
        pairs_[i] = 0.0;
    }
    return sum;
}

/// By best_: see RowScore::answers.
bool RowScorer::answers_enough() const {
    constexpr double kEnough = 0.5;
    if (direct_) {
        return true;
    }
    double answered = 0.0;
    for (const SlotMatch& match : best_) {
        if (match.score <= 0) {
            continue;
        }
        const Slot& slot = slots_.slots[match.slot];
        answered += slot.weight * statistics_.sentence_idf[slot.alternatives.front().terms.front()];
    }
    return answered > 0 && answered >= kEnough * full_score_;
}

/// Does all that the query asks stand in the row's own text, if some of it in a short or long form?
bool RowScorer::is_whole() const {
    if (std::ranges::any_of(best_, [](const SlotMatch& match) { return match.score <= 0; })) {
        return false;  // no field has it
    }
    std::vector<bool> answered(slots_.slots.size(), false);
    for (const Found& found : text_.found) {
        for (const Use& use : uses_[found.term]) {
            const Alternative& alternative = slots_.slots[use.slot].alternatives[use.alternative];
            answered[use.slot] =
                answered[use.slot] ||
                (alternative.weight > weights_.synonym &&
                 (alternative.terms.size() == 1 || count_phrase(text_, alternative.terms) > 0));
        }
    }
    return !answered.empty() && std::ranges::find(answered, false) == answered.end();
}

RowScore RowScorer::score(const Row& row) {
    gather_fields(row);
    RowScore out;
    out.own_words = std::ranges::any_of(fields_, [](const FieldRun& field) {
        return field.field != RowField::title && !field.run->found.empty();
    });
    if (!out.own_words && title_.found.empty()) {
        return out;
    }
    double length = text_.size;
    if (row.sentence == Row::kNone) {
        for (const FieldRun& field : fields_) {
            length += (field.field == RowField::abstract ? field.weight : 1.0) * field.run->size;
        }
    }
    out.words = match_slots(length / statistics_.average_sentence);
    out.answers = answers_enough();
    for (const FieldRun& field : fields_) {
        if (field.field == RowField::text || field.field == RowField::source) {
            count_pairs(*field.run, field.weight);
        }
    }
    out.neighbours = weights_.row_bigram * take_pairs(weights_.row_k1);
    out.prior = prior_of(row, nullptr) * full_score_;
    out.whole = is_whole() ? weights_.whole * full_article_ : 0.0;
    return out;
}

double RowScorer::prior_of(const Row& row, std::vector<std::string>* cues) {
    if (row.sentence == Row::kNone) {
        return 0.0;
    }
    int results = 0;
    bool method = false;
    for (const std::uint32_t word : words_->of(words_->sentences[row.sentence].words)) {
        std::optional<FindingCue>& cue = cue_of_[word];
        if (!cue) {
            cue = finding_cue(words_->terms[word]);
        }
        if (*cue == FindingCue::result) {
            ++results;
            if (cues != nullptr && results <= kMostCues) {
                cues->emplace_back(words_->terms[word]);
            }
        }
        method = method || *cue == FindingCue::method;
    }
    return weights_.cue * std::min(results, kMostCues) + (method ? weights_.method : 0.0) +
           (row.sentence == 0 ? weights_.first : 0.0);
}

ArticleBonus RowScorer::article_bonus() {
    double best = 0.0;
    count_pairs(title_, 1.0);
    for (const store::SentenceWords& sentence : words_->sentences) {
        look_through(sentence.words, text_);
        if (text_.found.empty()) {
            continue;
        }
        count_pairs(text_, 1.0);
        fields_.assign(1, {RowField::text, 1.0, &text_});
        best = std::max(best, match_slots(text_.size / statistics_.average_sentence));
    }
    return {weights_.bigram * take_pairs(weights_.article_k1), weights_.gram * letters_.score(*words_),
            weights_.best_sentence * best};
}

RowExplanation RowScorer::explain(const Row& row) {
    RowExplanation out;
    out.score = score(row);
    for (SlotMatch match : best_) {
        if (match.score <= 0) {
            continue;
        }
        // The field in which the alternative stands; the text before others.
        const auto& terms = slots_.slots[match.slot].alternatives[match.alternative].terms;
        for (const FieldRun& field : fields_) {
            if (count_phrase(*field.run, terms) > 0) {
                match.field = field.field;
                break;
            }
        }
        out.matches.push_back(match);
    }
    prior_of(row, &out.cues);
    return out;
}

}  // namespace whereof::search
