// SPDX-License-Identifier: MIT
#include "search/suggestions.hpp"

#include "search/search.hpp"
#include "search/synonyms.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace whereof::search {
namespace {

constexpr std::size_t kManyWords = 3;
constexpr std::size_t kFewestRare = 2;  ///< of these words, how many tell a subject from others
constexpr double kLeastShare = 1.0 / 3;
/// Where these are fewer than three words of a title, they must be more of it.
constexpr double kShareOfFew = 0.6;
/// A title with so much of the claim's own words needs no rare ones.
constexpr double kCovered = 0.4;
/// A word is rare that stands in no more articles than these, or than a quarter of all.
constexpr std::size_t kRare = 1;
/// Of the words of a claim so much stands in the title or abstract of a work that is about it, and so many
/// words in its title. Chosen on claims that were made of abstracts, beside claims that none of them is
/// about: tests/bench/abstracts_bench.
constexpr double kAbout = 2.0 / 3;
constexpr std::size_t kFewestInTitle = 1;
constexpr double kInAbstract = 0.5;     ///< what a word in the abstract counts beside one in the title
constexpr std::size_t kLooked = 50;     ///< works of a store or index that are looked at
constexpr std::size_t kMostWords = 60;  ///< of a claim

/// What a text is about: without the words for how it was found out, of which every title of a trial has
/// some.
std::set<std::string> subject_of(std::string_view text) {
    static const std::vector<std::string> method = text::telling_terms(
        "randomised randomized controlled trial trials clinical study studies systematic review reviews meta "
        "analysis analyses "
        "cohort pilot placebo blind double single parallel group groups cluster pragmatic prospective "
        "retrospective multicenter "
        "multicentre observational protocol report results evidence research effect effects efficacy "
        "effective effectiveness evaluation "
        "comparison compared comparative versus outcome outcomes treatment patients participants assessment "
        "method methods literature "
        "guideline guidelines practice using based recent new current status shows shown showed found "
        "suggests reported eases eased helps helped reduces reduced improves improved relieves relieved "
        "increases increased lowers lowered prevents prevented better more less most best people adults");
    std::set<std::string> out;
    for (std::string& term : text::telling_terms(text)) {
        const bool number = text::is_ascii_digit(term.front());
        if (!number && std::ranges::find(method, term) == method.end()) {
            out.insert(std::move(term));
        }
    }
    return out;
}

class Suggester {
    using Terms = std::set<std::string>;

  public:
    Suggester(store::Store& store, std::string_view claim, std::span<const bib::Item> cited)
        : store_(store), own_terms_(subject_of(claim)), terms_(own_terms_) {
        for (std::string& word : text::fold_words(claim)) {
            const auto terms = subject_of(word);
            if (words_.size() < kMostWords && !terms.empty()) {
                words_.push_back(std::move(word));
            }
        }
        for (const std::string& term : terms_) {
            subjects_.push_back({term});
        }
        subject_size_ = static_cast<double>(terms_.size());
        add_synonyms(claim);
        for (const bib::Item& item : cited) {
            seen_.insert(text::fold_key(item.title));
        }
    }

    void add_works() {
        const std::set<std::int64_t> misdescribed =
            references_with({"not_found", "wrong_identifier", "mismatch"});
        std::set<std::int64_t> withdrawn;
        for (const std::int64_t reference : references_with({"retracted", "concern"})) {
            if (const auto stored = store_.reference(reference)) {
                withdrawn.insert(stored->work);
            }
        }
        // Folded words hold no operator or field of the query language.
        Options options;
        options.scope = Scope::works;
        options.limit = kLooked;
        const auto hits = search(store_, fmt::format("{}", fmt::join(words_, " ")), options);
        if (!hits) {
            return;
        }
        for (const Hit& hit : *hits) {
            const auto shown = store_.reference(hit.references.front().id);
            if (!shown || withdrawn.contains(shown->work)) {
                continue;
            }
            const auto citations = misdescribed.contains(shown->id)
                                       ? store_.references_of_work(shown->work)
                                       : std::vector<store::StoredReference>{*shown};
            const auto sound = std::ranges::find_if(
                citations, [&](const store::StoredReference& one) { return !misdescribed.contains(one.id); });
            if (sound != citations.end()) {
                add(sound->listed.reference.item, hit.id);
            }
        }
    }

    void add_records(authority::Authority& authority) {
        auto ids = authority.candidates(words_, kLooked);
        const std::vector<std::string> terms(own_terms_.begin(), own_terms_.end());
        for (const authority::RecordId id : authority.about(terms, kLooked)) {
            if (std::ranges::find(ids, id) == ids.end()) {
                ids.push_back(id);
            }
        }
        const auto abstracts = authority.abstracts(ids);
        const auto records = authority.records(ids);
        for (std::size_t i = 0; i < records.size(); ++i) {
            bib::Item item = records[i].item;
            const auto place = std::ranges::find(ids, records[i].id) - ids.begin();
            item.abstract = abstracts[static_cast<std::size_t>(place)];
            const std::string key = !item.DOI.empty()    ? item.DOI
                                    : !item.PMID.empty() ? "PMID " + item.PMID
                                                         : std::to_string(records[i].id);
            add(item, fmt::format("{}#{}", authority.info().name, key));
        }
    }

    /// The nearest: that have the rarest of what the claim speaks of, by all titles that were looked at, and
    /// the most of the rest.
    std::vector<Candidate> take(std::size_t limit) {
        std::size_t rarest = std::numeric_limits<std::size_t>::max();
        std::vector<std::size_t> titles;  // that have each subject
        for (const auto& subject : subjects_) {
            titles.push_back(static_cast<std::size_t>(
                std::ranges::count_if(looked_at_, [&](const auto& text) { return has(text, subject); })));
            rarest = titles.back() > 0 ? std::min(rarest, titles.back()) : rarest;
        }
        for (Near& near : out_) {
            bool telling = false;
            for (std::size_t i = 0; i < subjects_.size(); ++i) {
                const double share = has(near.title, subjects_[i])      ? 1.0
                                     : has(near.abstract, subjects_[i]) ? kInAbstract
                                                                        : 0.0;
                if (share > 0 && titles[i] > 0) {
                    telling = telling || titles[i] == rarest;
                    near.weight += share * std::log1p(static_cast<double>(looked_at_.size()) /
                                                      static_cast<double>(titles[i]));
                }
            }
            near.weight = telling || !near.abstract.empty() ? near.weight : 0.0;
        }
        std::erase_if(out_, [](const Near& near) { return near.weight <= 0.0; });
        std::ranges::sort(out_, [](const Near& a, const Near& b) {
            return std::tuple(-a.weight, -a.candidate.share, a.candidate.item.title, a.candidate.where) <
                   std::tuple(-b.weight, -b.candidate.share, b.candidate.item.title, b.candidate.where);
        });
        std::vector<Candidate> out;
        for (Near& near : out_) {
            if (out.size() < limit) {
                out.push_back(std::move(near.candidate));
            }
        }
        return out;
    }

  private:
    std::set<std::int64_t> references_with(std::initializer_list<std::string_view> headlines) {
        std::set<std::int64_t> out;
        for (const std::string_view headline : headlines) {
            const auto some = store_.index().references_with_headline(headline);
            out.insert(some.begin(), some.end());
        }
        return out;
    }

    struct Near {
        Candidate candidate;
        Terms title;
        Terms abstract;
        double weight = 0.0;
    };

    static bool has(const Terms& title, const Terms& subject) {
        return std::ranges::any_of(subject, [&](const std::string& term) { return title.contains(term); });
    }

    /// "PT" of a claim is the "physical therapy" of a title.
    void add_synonyms(std::string_view claim) {
        const Synonyms& synonyms = Synonyms::shipped();
        const std::vector<std::string> terms = text::terms_of(claim);
        for (std::size_t i = 0; i < std::min(terms.size(), kMostWords); ++i) {
            for (const FoundForm& found : synonyms.forms_at(std::span(terms).subspan(i))) {
                for (const Form& form : synonyms.concepts()[found.concept_number].forms) {
                    terms_.insert(form.terms.begin(), form.terms.end());
                    for (Terms& subject : subjects_) {
                        if (subject.contains(terms[i])) {
                            subject.insert(form.terms.begin(), form.terms.end());
                        }
                    }
                }
            }
        }
    }

    void add(const bib::Item& item, std::string where) {
        const Terms title = subject_of(item.title);
        const Terms abstract = subject_of(item.abstract);
        looked_at_.push_back(title);
        looked_at_.back().insert(abstract.begin(), abstract.end());
        std::size_t common = 0;
        std::size_t rare = 0;
        for (const std::string& term : title) {
            if (terms_.contains(term)) {
                ++common;
                rare += is_rare(term) ? 1U : 0U;
            }
        }
        const double share =
            title.empty() ? 0.0 : static_cast<double>(common) / static_cast<double>(title.size());
        const bool covers = common >= kManyWords && static_cast<double>(common) >= kCovered * subject_size_;
        const bool by_title =
            (rare >= kFewestRare || covers) && share >= (common < kManyWords ? kShareOfFew : kLeastShare);
        if ((!by_title && !is_about(title, abstract)) || !seen_.insert(text::fold_key(item.title)).second) {
            return;
        }
        out_.push_back({{item, std::move(where), share}, title, abstract, 0.0});
    }

    /// Has it most of what the claim speaks of in title and abstract, and some of it in the title?
    [[nodiscard]] bool is_about(const Terms& title, const Terms& abstract) const {
        if (abstract.empty()) {
            return false;
        }
        std::size_t in_title = 0;
        std::size_t in_either = 0;
        for (const Terms& subject : subjects_) {
            in_title += has(title, subject) ? 1U : 0U;
            in_either += has(title, subject) || has(abstract, subject) ? 1U : 0U;
        }
        return in_title >= kFewestInTitle && in_either >= kManyWords &&
               static_cast<double>(in_either) >= kAbout * subject_size_;
    }

    bool is_rare(const std::string& term) {
        const auto [known, is_new] = rare_.try_emplace(term, false);
        if (is_new) {
            const auto all = static_cast<std::size_t>(store_.index().totals().articles);
            known->second = store_.index().articles_with(term) <= std::max(kRare, all / 4);
        }
        return known->second;
    }

    store::Store& store_;
    std::map<std::string, bool> rare_;
    double subject_size_ = 0.0;  ///< words that the claim is about
    Terms own_terms_;            ///< of the claim
    Terms terms_;                ///< and what says the same
    std::vector<std::string> words_;
    std::set<std::string> seen_;
    std::vector<Terms> subjects_;   ///< of the claim: each word with what says the same
    std::vector<Terms> looked_at_;  ///< all works: the terms of title and abstract
    std::vector<Near> out_;
};

}  // namespace

std::vector<Candidate> suggest_works(store::Store& store, std::span<authority::Authority* const> authorities,
                                     std::string_view claim, std::span<const bib::Item> cited,
                                     std::size_t limit) {
    Suggester suggester(store, claim, cited);
    suggester.add_works();
    for (authority::Authority* authority : authorities) {
        suggester.add_records(*authority);
    }
    return suggester.take(limit);
}

}  // namespace whereof::search
