// SPDX-License-Identifier: MIT
#include "claim/comparison_subject.hpp"

#include "claim/comparison_amounts.hpp"

#include <algorithm>

namespace whereof::claim {
namespace {

/// A side that is compared with stands at most this far behind "than".
constexpr std::size_t kThanReach = 14;

}  // namespace

EventSubject::Found EventSubject::find(const CompareEvent& event) const {
    const std::size_t than = than_of(event);
    Found out;
    if (than != AskedStatement::kNowhere) {
        out = not_behind(than, event);
        if (out.side != 0) {
            return out;
        }
    }
    if (const Found found = by_ends(event); found.side != 0) {
        return found;
    }
    // "lower in A", "A reduced", "A had a lower"
    const std::size_t end = than != AskedStatement::kNowhere && than > event.at ? than : asked_.end;
    const NamedSides::Place behind = sides_.first_in(event.at + 1, end);
    const NamedSides::Place before = sides_.last_before(event.first);
    // "patients preferred A to B"
    if (before.side == 0 && behind.side != 0 && tokens_[event.at].has(kPrefer)) {
        out.side = behind.side;
        out.basis = 0.92;
        return out;
    }
    const NamedSides::Place nearest = before.side != 0 ? before : behind;
    if (nearest.side == 0) {
        const Found other = elsewhere();
        return {other.side, other.basis, out.than, out.before};
    }
    if (sides_.are_named_together(nearest.at)) {
        return out;  // said of both
    }
    if (before.side != 0 && behind.side != 0 && before.side != behind.side) {
        const bool beats = tokens_[event.at].has(kBeats);
        const bool near = behind.at <= event.at + 8 && place_between(event.at, behind.at);
        out.side = near && !beats ? behind.side : before.side;
        out.basis = beats ? 0.92 : 0.6;
        return out;
    }
    out.side = nearest.side;
    out.basis = than != AskedStatement::kNowhere && !out.before ? 0.85 : 0.8;
    return out;
}

/// The "than B", "compared with B" or "versus B" that belongs to the event: the first behind it, else the
/// last before it.
std::size_t EventSubject::than_of(const CompareEvent& event) const {
    std::size_t out = AskedStatement::kNowhere;
    for (std::size_t i = asked_.begin; i < asked_.end; ++i) {
        if (tokens_[i].has(kThan)) {
            out = i;
            if (i >= event.at) {
                break;
            }
        }
    }
    return out;
}

/// The side that is not what the event is compared with.
EventSubject::Found EventSubject::not_behind(std::size_t than, const CompareEvent& event) const {
    const std::size_t reach = std::min(asked_.end, than + kThanReach);
    std::size_t stop = than + 1;
    while (stop < reach && !(tokens_[stop].sign == ',' && stop > than + 1) && stop != event.first) {
        ++stop;
    }
    const std::uint8_t reference = sides_.only_in(than + 1, stop);
    if (reference != 0) {
        return {NamedSides::other(reference), 0.92, than, false};
    }
    const bool before = find_cue(tokens_, {than + 1, stop}, kBefore) != kNoToken;
    return {0, 0.0, AskedStatement::kNowhere, before};
}

/// "fell from 33% with B to 16% with A", "A cut O from 12% with B to 4%": not the side that it began with.
EventSubject::Found EventSubject::by_ends(const CompareEvent& event) const {
    const auto ends = change_ends(tokens_, event.at, asked_.end);
    if (!ends) {
        return {};
    }
    const bool forth = ends->from < ends->to;
    const std::uint8_t began = sides_.only_in(ends->from, forth ? ends->to : asked_.end);
    const std::uint8_t ended = sides_.only_in(ends->to, forth ? asked_.end : ends->from);
    if (began == 0 || ended == began) {
        return {};
    }
    return {NamedSides::other(began), 0.9};
}

/// Is there an "in", "with" or the like between the two?
bool EventSubject::place_between(std::size_t from, std::size_t to) const {
    return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const CompareToken& token) { return token.has(kPlace); });
}

/// Another part of the sentence may name the side; else it is what was tried.
EventSubject::Found EventSubject::elsewhere() const {
    std::uint8_t found = 0;
    for (const std::uint8_t side : marks_.side) {
        if (side == 1 || side == 2) {
            found = found == 0 || found == side ? side : std::uint8_t{3};
        }
    }
    if (found == 1 || found == 2) {
        return {found, 0.65};
    }
    if (question_.first_was_tried) {
        return {1, 0.6};
    }
    if (question_.first_is_control != question_.second_is_control) {
        return {static_cast<std::uint8_t>(question_.first_is_control ? 2 : 1), 0.6};
    }
    return {};
}

bool EventSubject::is_of_others(const CompareEvent& event) const {
    for (std::size_t i = asked_.begin; i < asked_.end; ++i) {
        if (!tokens_[i].has(kThan)) {
            continue;
        }
        if (tokens_[i].has(kContrast)) {
            return true;
        }
        const bool named = sides_.first_in(i + 1, std::min(asked_.end, i + kThanReach)).side != 0;
        const NamedSides::Place subject = sides_.first_in(asked_.begin, event.at);
        if (!named && i > event.at && subject.side != 0 && sides_.are_named_together(subject.at)) {
            return true;
        }
    }
    return false;
}

}  // namespace whereof::claim
