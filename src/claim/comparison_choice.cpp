// SPDX-License-Identifier: MIT
#include "claim/comparison_choice.hpp"

namespace whereof::claim {

const CompareEvent* EventChoice::choose(const std::vector<CompareEvent>& events) const {
    if (events.empty()) {
        return nullptr;
    }
    if (asked_.outcome == AskedStatement::kNowhere) {
        return events.size() == 1 || !question_.outcome.empty() ? &events.front()
                                                                : best_without_outcome(events);
    }
    const CompareEvent* before = nullptr;
    const CompareEvent* after = nullptr;
    for (const CompareEvent& event : events) {
        if (event.at <= asked_.outcome) {
            before = &event;
        } else if (after == nullptr) {
            after = &event;
        }
    }
    if (after == nullptr || before == nullptr) {
        return after == nullptr ? before : after;
    }
    // "X was lower, and pain was less": a statement of its own behind the outcome.
    const bool said = verb_between(asked_.outcome, after->first + 1) || tokens_[after->first].has(kSame);
    return said && !list_between(before->at, asked_.outcome) ? after : before;
}

std::optional<CompareEvent> EventChoice::happened_along(const CompareEvent& event) const {
    if (asked_.outcome == AskedStatement::kNowhere || event.at > asked_.outcome || event.sign == 0) {
        return std::nullopt;
    }
    for (std::size_t i = event.at; i < asked_.outcome; ++i) {
        if (tokens_[i].has(kAlong)) {
            return CompareEvent{event.at, event.first, 1, false, 0};
        }
    }
    return std::nullopt;
}

/// Is there a verb between the two, so that what follows is said of what stands before?
bool EventChoice::verb_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        if (tokens_[i].has(kVerb) && !tokens_[i].has(kHedge)) {
            return true;
        }
    }
    return false;
}

/// Does the outcome follow the event in one breath: "reduced A and B", "improvement in A, B and C"?
bool EventChoice::list_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from + 1; i < to; ++i) {
        if (tokens_[i].has(kVerb | kThan) || tokens_[i].has(kPValue)) {
            return false;
        }
    }
    return true;
}

/// The event that stands with "than".
const CompareEvent* EventChoice::best_without_outcome(const std::vector<CompareEvent>& events) const {
    for (const CompareEvent& event : events) {
        for (std::size_t i = event.at; i < asked_.end; ++i) {
            if (tokens_[i].has(kThan)) {
                return &event;
            }
        }
    }
    return &events.front();
}

}  // namespace whereof::claim
