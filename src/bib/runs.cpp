// SPDX-License-Identifier: MIT
#include "bib/runs.hpp"

namespace whereof::bib {

bool is_mark(const Token& token) noexcept {
    return token.look < Look::initial || token.look == Look::unreadable;
}

Runs::Runs(std::span<const Token> tokens, std::span<const Label> labels, std::span<const float> probabilities)
    : tokens_(tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Label first = facts(labels[i]).first;
        if (runs_.empty() || runs_.back().label != first) {
            runs_.push_back({first, i, i, 0, 1, false});
        }
        Run& run = runs_.back();
        run.end = i + 1;
        run.sum += probabilities[i];
        if (!is_mark(tokens[i])) {
            run.least = std::min(run.least, probabilities[i]);
        }
    }
}

Run* Runs::best(Label label) noexcept {
    Run* out = nullptr;
    for (Run& run : runs_) {
        if (run.label == label && !run.used && (out == nullptr || run.sum > out->sum)) {
            out = &run;
        }
    }
    return out;
}

bool Runs::says_in() const noexcept {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const Run& run = runs_[i];
        const bool cue = run.label == Label::cue && has_cue(run, Cue::in);
        const bool leads = (run.label == Label::editor_first || run.label == Label::container_first) &&
                           tokens_[run.begin].cue == static_cast<std::uint8_t>(Cue::in);
        if (cue || leads) {
            return true;
        }
    }
    return false;
}

std::string Runs::beside_title(std::string_view raw) const {
    std::string out;
    for (const Run& run : runs_) {
        const bool elsewhere = run.label == Label::author || run.label == Label::editor_first ||
                               run.label == Label::title_first || run.label == Label::identifier;
        if (!elsewhere) {
            out += whole(run).of(raw);
            out += ' ';
        }
    }
    return out;
}

bool Runs::is_left(const Run& run) const noexcept {
    if (run.used || run.label == Label::identifier) {
        return false;
    }
    return std::ranges::any_of(tokens_of(run), [&](const Token& token) {
        return !is_mark(token) && (run.label != Label::cue || !only_announces(static_cast<Cue>(token.cue)));
    });
}

std::vector<Runs::Stretch> Runs::left_over() const {
    std::vector<Stretch> out;
    std::size_t last = runs_.size();  // the run that ended the stretch before
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        if (!is_left(runs_[i])) {
            continue;
        }
        const bool in_a_row = last + 1 == i || (last + 2 == i && runs_[last + 1].label == Label::cue);
        // What goes on in lower case began before: "[Epub ahead] of print".
        const auto tokens = tokens_of(runs_[i]);
        const auto word = std::ranges::find_if_not(tokens, is_mark);
        const bool goes_on =
            word != tokens.end() && (word->look == Look::lower || word->look == Look::lower_short);
        const bool announced = !in_a_row && i > 0 && runs_[i - 1].label == Label::cue &&
                               (goes_on || runs_[i].label != Label::note);
        if (in_a_row && last < runs_.size()) {
            out.back().span.end = whole(runs_[i]).end;
            out.back().least = std::min(out.back().least, runs_[i].least);
        } else {
            out.push_back({{whole(runs_[announced ? i - 1 : i]).begin, whole(runs_[i]).end}, runs_[i].least});
        }
        last = i;
    }
    return out;
}

}  // namespace whereof::bib
