// SPDX-License-Identifier: MIT
#include "article/document_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace whereof::article {
namespace {

/// How many lines around one speak for it.
constexpr std::size_t kContext = 3;
/// Costs of changing between the states, in the unit of LineFacts::evidence.
constexpr double kEnter = 7.0;
/// The same where another list stands under a heading: lists without one are then unlikely.
constexpr double kEnterBesideHeaded = 15.0;
/// The same behind what follows such a list: the journal's or the author's other papers are no part of it.
constexpr double kEnterBehindClosing = 40.0;
constexpr double kSureList = 12.0;
constexpr double kEnterAfterHeading = -4.0;
constexpr double kLeave = 5.0;
constexpr double kLeaveAtHeading = -3.0;
constexpr double kInterrupt = 1.5;
constexpr double kStayInterrupted = 0.7;
/// A list does not go on behind what follows lists.
constexpr double kInterruptedByClosing = -6.0;
/// A list with less evidence in all is none.
constexpr double kLeastEvidence = 4.0;
constexpr double kLeastUnderHeading = 0.5;

enum State : std::size_t { kOutside, kInside, kInterrupted, kStates };

/// Evidence of each line with its neighbours', blank lines and page marks left out of the count.
std::vector<double> smoothed(const std::vector<LineFacts>& facts, const std::vector<std::size_t>& rows) {
    std::vector<double> out(rows.size(), 0.0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::size_t first = r > kContext ? r - kContext : 0;
        const std::size_t last = std::min(rows.size(), r + kContext + 1);
        double sum = 0.0;
        double count = 0.0;
        for (std::size_t n = first; n < last; ++n) {
            if (!facts[rows[n]].page_mark) {
                sum += facts[rows[n]].evidence;
                count += 1.0;
            }
        }
        const double around = count > 0 ? sum / count : 0.0;
        out[r] = 0.35 * facts[rows[r]].evidence + 0.65 * around;
    }
    return out;
}

double cost(State from, State to, const LineFacts& before, const LineFacts& line, double enter) {
    if (from == to) {
        return to == kInterrupted ? kStayInterrupted : 0.0;
    }
    if (to == kInside) {
        return from == kInterrupted ? 0.0 : (before.opens_list ? kEnterAfterHeading : enter);
    }
    if (to == kInterrupted) {
        return from == kInside ? kInterrupt : std::numeric_limits<double>::infinity();
    }
    return line.ends_list ? kLeaveAtHeading : kLeave;
}

double gain(State state, const LineFacts& line, double evidence) {
    if (state == kInside) {
        return line.page_mark || line.opens_list ? -1.5 : (line.ends_list ? -3.0 : evidence);
    }
    if (state == kInterrupted) {
        if (line.ends_list) {
            return kInterruptedByClosing;
        }
        return line.page_mark || line.opens_list ? 0.5 : std::min(0.0, -evidence) - 0.3;
    }
    return 0.0;
}

/// The best path; `headed` becomes true when it has a sure list under a heading.
std::vector<char> best_path(const std::vector<LineFacts>& facts, const std::vector<std::size_t>& rows,
                            const std::vector<double>& evidence, const std::vector<double>& enter,
                            bool& headed) {
    std::vector<char> labels(facts.size(), 0);
    std::vector<std::array<State, kStates>> came_from(rows.size());
    std::array<double, kStates> best{0.0, gain(kInside, facts[rows[0]], evidence[0]) - enter[0],
                                     -std::numeric_limits<double>::infinity()};
    for (std::size_t r = 1; r < rows.size(); ++r) {
        std::array<double, kStates> next{};
        for (const State to : {kOutside, kInside, kInterrupted}) {
            next[to] = -std::numeric_limits<double>::infinity();
            for (const State from : {kOutside, kInside, kInterrupted}) {
                const double value =
                    best[from] - cost(from, to, facts[rows[r - 1]], facts[rows[r]], enter[r]);
                if (value > next[to]) {
                    next[to] = value;
                    came_from[r][to] = from;
                }
            }
            next[to] += gain(to, facts[rows[r]], evidence[r]);
        }
        best = next;
    }
    State state = best[kInside] > best[kOutside] ? kInside : kOutside;
    state = best[kInterrupted] > best[state] ? kInterrupted : state;
    double sum = 0.0;
    std::size_t end = rows.size();
    for (std::size_t r = rows.size(); r-- > 0;) {
        labels[rows[r]] = state == kInside ? 1 : 0;
        sum += state == kInside ? evidence[r] : 0.0;
        const State before = r > 0 ? came_from[r][state] : kOutside;
        if (state != kOutside && before == kOutside) {
            headed = headed || (r > 0 && facts[rows[r - 1]].opens_list && sum >= kSureList);
            const bool under_heading = r > 0 && facts[rows[r - 1]].opens_list;
            const double least = under_heading ? kLeastUnderHeading : kLeastEvidence;
            for (std::size_t n = r; sum < least && n < end; ++n) {
                labels[rows[n]] = 0;
            }
            sum = 0.0;
        }
        if (state == kOutside) {
            end = r;
        }
        state = before;
    }
    return labels;
}

}  // namespace

std::vector<char> label_lines(const std::vector<LineFacts>& facts) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!facts[i].text.empty()) {
            rows.push_back(i);
        }
    }
    if (rows.empty()) {
        return std::vector<char>(facts.size(), 0);
    }
    const std::vector<double> evidence = smoothed(facts, rows);
    bool headed = false;
    std::vector<double> enter(rows.size(), kEnter);
    std::vector<char> labels = best_path(facts, rows, evidence, enter, headed);
    if (headed) {
        bool opened = false;
        bool closed = false;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const LineFacts& line = facts[rows[r]];
            opened = opened || (line.opens_list && labels[rows[std::min(r + 1, rows.size() - 1)]] != 0);
            closed = !line.opens_list && (closed || (opened && line.ends_list));
            enter[r] = closed ? kEnterBehindClosing : kEnterBesideHeaded;
        }
        labels = best_path(facts, rows, evidence, enter, headed);
    }
    return labels;
}

}  // namespace whereof::article
