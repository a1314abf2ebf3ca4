// SPDX-License-Identifier: MIT
#include "claim/comparison_statement.hpp"

#include "claim/comparison_events.hpp"
#include "claim/comparison_plans.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace whereof::claim {
namespace {

/// A word of the question names its outcome better than the opposite does.
constexpr double kOppositeLess = 0.5;

/// Where statements begin, and the end.
std::vector<std::size_t> statement_bounds(const std::vector<CompareToken>& tokens) {
    std::vector<std::size_t> bounds{0};
    bool subordinate = false;  // "Although A, B": ends at the comma
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool clause = tokens[i].has(kClause);
        const bool ends = tokens[i].sign == ';' || tokens[i].sign == '.' || clause ||
                          (subordinate && tokens[i].sign == ',');
        if (ends && i > 0) {
            bounds.push_back(i);
        }
        subordinate = clause || (subordinate && !ends);
    }
    bounds.push_back(tokens.size());
    return bounds;
}

/// What the words of the outcome weigh together.
double full_weight(const ComparisonQuestion& question) {
    double wanted = 0.0;
    for (const Form& form : question.outcome) {
        for (const std::string& term : form) {
            wanted += outcome_weight(term);
        }
    }
    return wanted;
}

}  // namespace

AskedStatement find_statement(const std::vector<CompareToken>& tokens, const ComparisonQuestion& question,
                              const ComparisonMarks& marks) {
    AskedStatement out;
    const auto bounds = statement_bounds(tokens);
    const double wanted = full_weight(question);
    double best = -1.0;
    for (std::size_t n = 0; n + 1 < bounds.size(); ++n) {
        double score = 0.0;
        std::set<std::string> seen;
        for (std::size_t i = bounds[n]; i < bounds[n + 1]; ++i) {
            if (marks.outcome[i] > 0 && seen.insert(tokens[i].term).second) {
                score += marks.outcome[i];
            }
        }
        out.coverage = std::max(out.coverage, wanted > 0 ? score / wanted : 0.0);
        const bool tells = !find_events(tokens, bounds[n], bounds[n + 1], marks.ignored).empty() &&
                           !is_plan(tokens, bounds[n], bounds[n + 1]);
        score += tells ? 0.3 : 0.0;
        if (score > best) {
            best = score;
            out.begin = bounds[n];
            out.end = bounds[n + 1];
        }
    }
    out.coverage = std::min(out.coverage, 1.0);  // "survival" and "mortality" are one
    double named = 0.0;
    for (std::size_t i = out.begin; i < out.end; ++i) {
        const double weight = marks.outcome[i] - (marks.opposed[i] ? kOppositeLess : 0.0);
        if (weight > named) {
            named = weight;
            out.outcome = i;
        }
    }
    out.opposed = out.outcome != AskedStatement::kNowhere && marks.opposed[out.outcome];
    return out;
}

}  // namespace whereof::claim
