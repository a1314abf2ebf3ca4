// SPDX-License-Identifier: MIT
#include "claim/comparison_choice.hpp"

namespace whereof::claim {

const CompareEvent* EventChoice::choose(const std::vector<CompareEvent>& events) const {
    if (events.empty()) {
        return nullptr;
    }
    if (in_.asked.outcome == AskedStatement::kNowhere) {
        return events.size() == 1 || !in_.question.outcome.empty() ? &events.front()
                                                                   : best_without_outcome(events);
    }
    const CompareEvent* before = nullptr;
    const CompareEvent* after = nullptr;
    for (const CompareEvent& event : events) {
        if (event.at <= in_.asked.outcome) {
            before = &event;
        } else if (after == nullptr) {
            after = &event;
        }
    }
    if (after == nullptr || before == nullptr) {
        return after == nullptr ? before : after;
    }
    // "X was lower, and pain was less": a statement of its own behind the outcome.
    const bool said =
        verb_between(in_.asked.outcome, after->first + 1) || in_.tokens[after->first].has(kSame);
    return said && !list_between(before->at, in_.asked.outcome) ? after : before;
}

std::optional<CompareEvent> EventChoice::happened_along(const CompareEvent& event) const {
    if (in_.asked.outcome == AskedStatement::kNowhere || event.at > in_.asked.outcome || event.sign == 0) {
        return std::nullopt;
    }
    for (std::size_t i = event.at; i < in_.asked.outcome; ++i) {
        if (in_.tokens[i].has(kAlong)) {
            return CompareEvent{event.at, event.first, 1, false, 0};
        }
    }
    return std::nullopt;
}

/// Is there a verb between the two, so that what follows is said of what stands before?
bool EventChoice::verb_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        if (in_.tokens[i].has(kVerb) && !in_.tokens[i].has(kHedge)) {
            return true;
        }
    }
    return false;
}

/// Does the outcome follow the event in one breath: "reduced A and B", "improvement in A, B and C"?
bool EventChoice::list_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from + 1; i < to; ++i) {
        if (in_.tokens[i].has(kVerb | kThan) || in_.tokens[i].has(kPValue)) {
            return false;
        }
    }
    return true;
}

/// The event that stands with "than".
const CompareEvent* EventChoice::best_without_outcome(const std::vector<CompareEvent>& events) const {
    for (const CompareEvent& event : events) {
        for (std::size_t i = event.at; i < in_.asked.end; ++i) {
            if (in_.tokens[i].has(kThan)) {
                return &event;
            }
        }
    }
    return &events.front();
}

}  // namespace whereof::claim
