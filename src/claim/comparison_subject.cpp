// SPDX-License-Identifier: MIT
#include "claim/comparison_subject.hpp"

#include "claim/comparison_amounts.hpp"

#include <algorithm>
#include <cmath>

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
    for (const Found& found : {by_ends(event), by_amounts(event), by_exchange()}) {
        if (found.side != 0) {
            return found;
        }
    }
    return by_place(event, than, out.before);
}

/// "lower in A", "A reduced", "A had a lower"; `than` and `before` as they are known so far.
EventSubject::Found EventSubject::by_place(const CompareEvent& event, std::size_t than, bool earlier) const {
    Found out;
    out.before = earlier;
    const std::size_t end = than != AskedStatement::kNowhere && than > event.at ? than : in_.asked.end;
    const NamedSides::Place behind = sides_.first_in(event.at + 1, end);
    const NamedSides::Place before = sides_.last_before(event.first);
    // "patients preferred A to B"
    if (before.side == 0 && behind.side != 0 && in_.tokens[event.at].has(kPrefer)) {
        out.side = behind.side;
        out.basis = 0.92;
        return out;
    }
    const NamedSides::Place nearest = before.side != 0 ? before : behind;
    if (nearest.side == 0) {
        const Found other = elsewhere();
        return {other.side, other.basis, out.than, out.before, !compares(event)};
    }
    if (sides_.are_named_together(nearest.at)) {
        return out;  // said of both
    }
    if (before.side != 0 && behind.side != 0 && before.side != behind.side) {
        const bool beats = in_.tokens[event.at].has(kBeats);
        const bool near = behind.at <= event.at + 8 && place_between(event.at, behind.at);
        out.side = near && !beats ? behind.side : before.side;
        out.basis = beats ? 0.92 : 0.6;
        return out;
    }
    out.side = nearest.side;
    const bool linked = than != AskedStatement::kNowhere && !out.before;
    out.basis = linked ? 0.85 : 0.8;
    out.alone = !linked && !compares(event);
    return out;
}

/// Does the word itself compare: "lower", "more effective", "beats"? Of "A improved O" no other side follows.
bool EventSubject::compares(const CompareEvent& event) const {
    if (event.first != event.at || event.measure != 0 ||
        in_.tokens[event.at].has(kSmall | kLarge | kBeats | kPrefer)) {
        return true;
    }
    const std::string_view word = in_.tokens[event.at].span.of(in_.text);
    return word.starts_with("more ") || word.starts_with("less ") || word == "worse" || word == "best" ||
           (word.ends_with("er") && word != "hamper");
}

/// "O fell by 40% with A and by 15% with B": said of the side with the greater change.
EventSubject::Found EventSubject::by_amounts(const CompareEvent& event) const {
    std::size_t first = AskedStatement::kNowhere;
    for (std::size_t i = event.at + 2; i < in_.asked.end; ++i) {
        if (!in_.tokens[i].is_number ||
            (first == AskedStatement::kNowhere && in_.tokens[i - 1].term != "by")) {
            continue;
        }
        if (first == AskedStatement::kNowhere) {
            first = i;
            continue;
        }
        const NamedSides::Place one = sides_.first_in(first, i);
        const NamedSides::Place two = sides_.first_in(i, in_.asked.end);
        const double difference = std::abs(in_.tokens[first].value) - std::abs(in_.tokens[i].value);
        if (one.side == 0 || two.side != NamedSides::other(one.side) || difference == 0.0) {
            return {};
        }
        return {difference > 0 ? one.side : two.side, 0.85};
    }
    return {};
}

/// "O fell when B was replaced by A", "switching from B to A": said of what came instead.
EventSubject::Found EventSubject::by_exchange() const {
    for (std::size_t i = in_.asked.begin; i < in_.asked.end; ++i) {
        const std::string& term = in_.tokens[i].term;
        const bool replaces = term == "replac";
        const bool moves = term == "switch" || term == "convers";
        if (!replaces && !moves) {
            continue;
        }
        const auto is_link = [&](const std::string& word) {
            return replaces ? word == "by" || word == "with" : word == "to";
        };
        std::size_t link = i + 1;
        while (link < in_.asked.end && !is_link(in_.tokens[link].term)) {
            ++link;
        }
        if (link == in_.asked.end) {
            continue;
        }
        NamedSides::Place out = sides_.first_in(i + 1, link);
        if (replaces && out.side == 0) {  // "B was replaced by"
            out = sides_.last_before(i);
        }
        if (out.side != 0 && sides_.first_in(link, in_.asked.end).side == NamedSides::other(out.side)) {
            return {NamedSides::other(out.side), 0.85};
        }
    }
    return {};
}

/// The "than B", "compared with B" or "versus B" that belongs to the event: the first behind it, else the
/// last before it.
std::size_t EventSubject::than_of(const CompareEvent& event) const {
    std::size_t out = AskedStatement::kNowhere;
    for (std::size_t i = in_.asked.begin; i < in_.asked.end; ++i) {
        if (in_.tokens[i].has(kThan)) {
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
    const std::size_t reach = std::min(in_.asked.end, than + kThanReach);
    std::size_t stop = than + 1;
    while (stop < reach && !(in_.tokens[stop].sign == ',' && stop > than + 1) && stop != event.first) {
        ++stop;
    }
    const std::uint8_t reference = sides_.only_in(than + 1, stop);
    if (reference != 0) {
        return {NamedSides::other(reference), 0.92, than, false};
    }
    const bool before = find_cue(in_.tokens, {than + 1, stop}, kBefore) != kNoToken;
    return {0, 0.0, AskedStatement::kNowhere, before};
}

/// "fell from 33% with B to 16% with A", "A cut O from 12% with B to 4%": not the side that it began with.
EventSubject::Found EventSubject::by_ends(const CompareEvent& event) const {
    const auto ends = change_ends(in_.tokens, event.at, in_.asked.end);
    if (!ends) {
        return {};
    }
    const bool forth = ends->from < ends->to;
    const std::uint8_t began = sides_.only_in(ends->from, forth ? ends->to : in_.asked.end);
    const std::uint8_t ended = sides_.only_in(ends->to, forth ? in_.asked.end : ends->from);
    if (began == 0 || ended == began) {
        return {};
    }
    return {NamedSides::other(began), 0.9};
}

/// Is there an "in", "with" or the like between the two?
bool EventSubject::place_between(std::size_t from, std::size_t to) const {
    return std::any_of(in_.tokens.begin() + static_cast<std::ptrdiff_t>(from),
                       in_.tokens.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const CompareToken& token) { return token.has(kPlace); });
}

/// Another part of the sentence may name the side; else it is what was tried.
EventSubject::Found EventSubject::elsewhere() const {
    std::uint8_t found = 0;
    for (const std::uint8_t side : in_.marks.side) {
        if (side == 1 || side == 2) {
            found = found == 0 || found == side ? side : std::uint8_t{3};
        }
    }
    if (found == 1 || found == 2) {
        return {found, 0.65};
    }
    if (in_.question.first_was_tried) {
        return {1, 0.6};
    }
    if (in_.question.first_is_control != in_.question.second_is_control) {
        return {static_cast<std::uint8_t>(in_.question.first_is_control ? 2 : 1), 0.6};
    }
    return {};
}

bool EventSubject::is_of_others(const CompareEvent& event) const {
    for (std::size_t i = in_.asked.begin; i < in_.asked.end; ++i) {
        if (!in_.tokens[i].has(kThan)) {
            continue;
        }
        if (in_.tokens[i].has(kContrast)) {
            return true;
        }
        const bool named = sides_.first_in(i + 1, std::min(in_.asked.end, i + kThanReach)).side != 0;
        const NamedSides::Place subject = sides_.first_in(in_.asked.begin, event.at);
        if (!named && i > event.at && subject.side != 0 && sides_.are_named_together(subject.at)) {
            return true;
        }
    }
    return false;
}

}  // namespace whereof::claim
