// SPDX-License-Identifier: MIT
#include "cli/checker.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <thread>
#include <utility>

namespace whereof::cli {
namespace {

constexpr std::size_t kMostJobs = 64;

}  // namespace

std::vector<const bib::Reference*> references_of(const article::Article& article) {
    std::vector<const bib::Reference*> out;
    out.reserve(article.references.size());
    for (const auto& listed : article.references) {
        out.push_back(&listed.reference);
    }
    return out;
}

Checker::Checker(Context& context, const std::vector<std::string>& authorities, std::size_t jobs,
                 const OnlineOptions& online, bool quiet)
    : progress_(context, quiet) {
    if (online.wanted()) {
        // The services' limits bound what can be asked at once, not the processors.
        session_ = std::make_unique<OnlineSession>(context, online);
        askings_.push_back(std::make_unique<Asking>(context, authorities));
        askings_.front()->online.emplace(askings_.front()->authorities.pointers(), session_->services());
        return;
    }
    const std::size_t wanted = jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : jobs;
    for (std::size_t i = 0; i < std::min(wanted, kMostJobs); ++i) {
        askings_.push_back(std::make_unique<Asking>(context, authorities));
    }
}

std::vector<finding::Verdict> Checker::verdicts_on(std::span<const bib::Reference* const> references) {
    if (session_) {
        return askings_.front()->online->check(references);
    }
    std::vector<finding::Verdict> out;
    out.reserve(references.size());
    ask_all(askings_, references, [&](finding::Verdict&& verdict) {
        out.push_back(std::move(verdict));
        progress_.at({"checking", out.size(), "references", out.size(), references.size()});
    });
    progress_.clear();
    return out;
}

void Checker::fill_verdicts(std::vector<report::CheckedArticle>& checked) {
    std::vector<const bib::Reference*> references;
    for (const auto& one : checked) {
        std::ranges::copy(references_of(one.article), std::back_inserter(references));
    }
    if (session_) {  // an article at a time: its citations are asked for side by side
        std::size_t done = 0;
        for (auto& one : checked) {
            one.verdicts = verdicts_on(references_of(one.article));
            done += one.verdicts.size();
            progress_.at({"checking", done, "references", done, references.size()});
        }
        progress_.clear();
        return;
    }
    auto verdicts = verdicts_on(references);
    auto next = std::make_move_iterator(verdicts.begin());
    for (auto& one : checked) {
        const auto past = next + static_cast<std::ptrdiff_t>(one.article.references.size());
        one.verdicts.assign(next, past);
        next = past;
    }
}

std::vector<authority::AuthorityInfo> Checker::infos() const {
    auto out = askings_.front()->authorities.infos();
    if (session_) {
        out.push_back(session_->services().records().info());
    }
    return out;
}

}  // namespace whereof::cli
