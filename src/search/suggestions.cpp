// SPDX-License-Identifier: MIT
#include "search/suggestions.hpp"

#include "search/search.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace whereof::search {
namespace {

constexpr std::size_t kFewestWords = 3;
constexpr double kLeastShare = 1.0 / 3;
constexpr std::size_t kLooked = 50;     ///< works of a store or index that are looked at
constexpr std::size_t kMostWords = 60;  ///< of a claim

std::set<std::string> terms_of(std::string_view text) {
    const auto terms = text::telling_terms(text);
    return {terms.begin(), terms.end()};
}

class Suggester {
  public:
    Suggester(std::string_view claim, std::span<const bib::Item> cited)
        : terms_(terms_of(claim)), words_(text::fold_words(claim)) {
        words_.resize(std::min(words_.size(), kMostWords));
        for (const bib::Item& item : cited) {
            seen_.insert(text::fold_key(item.title));
        }
    }

    void add_works(store::Store& store) {
        // Folded words hold no operator or field of the query language.
        Options options;
        options.scope = Scope::works;
        options.limit = kLooked;
        const auto hits = search(store, fmt::format("{}", fmt::join(words_, " ")), options);
        if (!hits) {
            return;
        }
        for (const Hit& hit : *hits) {
            for (const HitReference& source : hit.references) {
                add(source.reference.item, hit.id);
            }
        }
    }

    void add_records(authority::Authority& authority) {
        const auto ids = authority.candidates(words_, kLooked);
        for (const authority::Record& record : authority.records(ids)) {
            const bib::Item& item = record.item;
            const std::string key = !item.DOI.empty()    ? item.DOI
                                    : !item.PMID.empty() ? "PMID " + item.PMID
                                                         : std::to_string(record.id);
            add(item, fmt::format("{}#{}", authority.info().name, key));
        }
    }

    std::vector<Candidate> take(std::size_t limit) {
        std::ranges::sort(out_, [](const Candidate& a, const Candidate& b) {
            return std::tuple(-a.share, a.title, a.where) < std::tuple(-b.share, b.title, b.where);
        });
        out_.resize(std::min(out_.size(), limit));
        return std::move(out_);
    }

  private:
    void add(const bib::Item& item, std::string where) {
        const auto title = terms_of(item.title);
        std::size_t common = 0;
        for (const std::string& term : title) {
            common += terms_.contains(term) ? 1U : 0U;
        }
        const double share =
            title.empty() ? 0.0 : static_cast<double>(common) / static_cast<double>(title.size());
        if (common < kFewestWords || share < kLeastShare ||
            !seen_.insert(text::fold_key(item.title)).second) {
            return;
        }
        out_.push_back({item.title, std::move(where), item.issued.year, share});
    }

    std::set<std::string> terms_;
    std::vector<std::string> words_;
    std::set<std::string> seen_;
    std::vector<Candidate> out_;
};

}  // namespace

std::vector<Candidate> suggest_works(store::Store& store, std::span<authority::Authority* const> authorities,
                                     std::string_view claim, std::span<const bib::Item> cited,
                                     std::size_t limit) {
    Suggester suggester(claim, cited);
    suggester.add_works(store);
    for (authority::Authority* authority : authorities) {
        suggester.add_records(*authority);
    }
    return suggester.take(limit);
}

}  // namespace whereof::search
