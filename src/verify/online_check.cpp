// SPDX-License-Identifier: MIT
#include "verify/online_check.hpp"

#include "verify/citation.hpp"

#include <utility>

namespace whereof::verify {
namespace {

using authority::Turn;

std::vector<authority::Authority*> with(std::vector<authority::Authority*> authorities,
                                        authority::Authority& more) {
    authorities.push_back(&more);
    return authorities;
}

authority::Question question_of(const bib::Reference& reference, const finding::Verdict& known) {
    authority::Question out;
    out.item = prepare(reference).item;
    out.raw = reference.is_record ? "" : reference.raw;
    out.also_DOI = known.record ? known.record->DOI : "";
    return out;
}

}  // namespace

OnlineVerifier::OnlineVerifier(std::vector<authority::Authority*> at_hand, authority::Online& online)
    : online_(online), at_hand_(at_hand), all_(with(std::move(at_hand), online.records())) {}

std::vector<finding::Verdict> OnlineVerifier::check(std::span<const bib::Reference* const> references) {
    std::vector<authority::Question> questions;
    for (const auto* reference : references) {
        questions.push_back(question_of(*reference, at_hand_.check(*reference)));
    }
    online_.begin();
    auto answers = online_.by_identifiers(questions);
    std::vector<finding::Verdict> verdicts;
    for (std::size_t i = 0; i < references.size(); ++i) {
        verdicts.push_back(all_.check(*references[i], answers[i]));
    }
    const auto ask_about_open = [&](auto ask, auto is_worth_it) {
        std::vector<authority::Asked> open;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < references.size(); ++i) {
            if (!verdicts[i].record && is_worth_it(i)) {
                open.push_back({&questions[i], &answers[i]});
                places.push_back(i);
            }
        }
        if (!open.empty()) {
            ask(open);
        }
        for (const auto i : places) {
            verdicts[i] = all_.check(*references[i], answers[i]);
        }
    };
    const auto always = [](std::size_t) { return true; };
    ask_about_open([&](const auto& open) { online_.by_description(open, Turn::first); }, always);
    ask_about_open([&](const auto& open) { online_.by_description(open, Turn::last); }, always);
    ask_about_open([&](const auto& open) { online_.by_url(open); },
                   [&](std::size_t i) { return !questions[i].item.URL.empty(); });
    return verdicts;
}

}  // namespace whereof::verify
