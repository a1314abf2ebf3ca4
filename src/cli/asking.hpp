// SPDX-License-Identifier: MIT
#pragma once

#include "base/ordered_work.hpp"
#include "cli/authorities.hpp"
#include "verify/online_check.hpp"
#include "verify/verify.hpp"

#include <algorithm>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace whereof::cli {

/// Authorities and who asks them, for one thread.
struct Asking {
    Asking(const Context& context, const std::vector<std::string>& named)
        : authorities(context, named), at_hand(authorities.pointers()), verifier(at_hand) {}

    finding::Verdict check(const bib::Reference& reference) {
        const auto* cited = &reference;
        return online ? std::move(online->check({&cited, 1}).front()) : verifier.check(reference);
    }

    Authorities authorities;
    std::vector<authority::Authority*> at_hand;
    verify::Verifier verifier;
    std::optional<verify::OnlineVerifier> online;
};
using Askings = std::vector<std::unique_ptr<Asking>>;

/// `ask` with each of `askings` in turn, as the workers of an OrderedWork.
template <typename Task, typename Outcome>
std::vector<typename OrderedWork<Task, Outcome>::Worker> workers(const Askings& askings,
                                                                 Outcome (*ask)(Asking&, const Task&)) {
    using Done = typename OrderedWork<Task, Outcome>::Done;
    std::vector<typename OrderedWork<Task, Outcome>::Worker> out;
    for (const auto& one : askings) {
        out.push_back([&asking = *one, ask](std::span<Task> tasks, const Done& done) {
            if (asking.online) {
                std::ranges::for_each(tasks, [&](const Task& task) { done(ask(asking, task)); });
                return;
            }
            std::vector<Outcome> made;
            std::exception_ptr failure;
            try {
                // The index is locked once for all of them, and never while somebody reads what they are.
                const authority::Reading reading(asking.at_hand);
                for (const Task& task : tasks) {
                    made.push_back(ask(asking, task));
                }
            } catch (...) {
                failure = std::current_exception();
            }
            for (Outcome& outcome : made) {
                done(std::move(outcome));
            }
            if (failure) {
                std::rethrow_exception(failure);
            }
        });
    }
    return out;
}

/// The verdicts on `references`, in order, each handed to `take`.
void ask_all(const Askings& askings, std::span<const bib::Reference* const> references,
             const std::function<void(finding::Verdict&&)>& take);

}  // namespace whereof::cli
