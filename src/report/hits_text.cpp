// SPDX-License-Identifier: MIT
#include "report/cited_text.hpp"
#include "report/evidence_level.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace whereof::report {
namespace {

constexpr std::size_t kIndent = 5;
constexpr std::size_t kLabel = 10;
constexpr std::size_t kLongest = 600;

/// A word of the hit as it goes to the terminal, and its columns without escape sequences.
struct Word {
    std::string painted;
    std::size_t columns = 0;
};

/// [begin, end) of the text with what the query matched in bold.
Word paint_word(const search::Hit& hit, std::size_t begin, std::size_t end, const Paint& paint) {
    Word out;
    const std::string_view text = hit.text;
    const auto add = [&](std::size_t from, std::size_t to, bool bold) {
        const std::string safe = terminal_safe(text.substr(from, to - from));
        out.columns += columns(safe);
        out.painted += bold && !safe.empty() ? paint.bold(safe) : safe;
    };
    for (const Span& span : hit.matched) {
        const std::size_t from = std::max(span.begin, begin);
        const std::size_t to = std::min(span.end, end);
        if (from < to) {
            add(begin, from, false);
            add(from, to, true);
            begin = to;
        }
    }
    add(begin, end, false);
    return out;
}

std::vector<Word> painted_words(const search::Hit& hit, const Paint& paint) {
    std::vector<Word> out;
    const std::string_view text = std::string_view(hit.text).substr(0, std::min(hit.text.size(), kLongest));
    std::size_t at = 0;
    while ((at = text.find_first_not_of(" \n\t\r", at)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(" \n\t\r", at), text.size());
        out.push_back(paint_word(hit, at, end, paint));
        at = end;
    }
    if (text.size() < hit.text.size()) {
        out.push_back({"…", 1});
    }
    return out;
}

void append_text(std::string& out, const search::Hit& hit, const TextStyle& style) {
    const std::string margin(kIndent, ' ');
    std::size_t used = 0;
    for (const Word& word : painted_words(hit, Paint(style.colour))) {
        const bool breaks =
            style.width != 0 && used > 0 && margin.size() + used + 1 + word.columns > style.width;
        out += used == 0 ? margin : breaks ? "\n" + margin : " ";
        used = (breaks || used == 0 ? 0 : used + 1) + word.columns;
        out += word.painted;
    }
    out += '\n';
}

/// "✗ mismatch: …", behind a label or, without one, below what it is about.
void append_verdict(std::string& out, std::string_view label, const finding::Verdict& verdict,
                    const TextStyle& style) {
    const std::string_view word = finding::name(verdict.headline);
    const std::string text = fmt::format("{}: {}", word, one_line(verdict.reason));
    std::string line;
    if (label.empty()) {
        append_labelled(line, kIndent + kLabel, 2, symbol(verdict.headline), text, style.width);
    } else {
        append_labelled(line, kIndent, kLabel, label, fmt::format("{} {}", symbol(verdict.headline), text),
                        style.width);
    }
    if (const std::size_t at = line.find(word); style.colour && at != std::string::npos) {
        line.replace(at, word.size(), Paint(style.colour).headline(verdict.headline, word));
    }
    out += line;
}

/// What a hit rests on; of the reference that is itself the hit, what its text does not say.
void append_source(std::string& out, const search::Hit& hit, const search::HitReference& source,
                   const TextStyle& style) {
    const std::string label =
        fmt::format("[{}]", source.reference.label.empty() ? std::to_string(source.index)
                                                           : clipped(source.reference.label, 20));
    const bool is_shown = source.reference.raw == hit.text;
    if (!is_shown) {
        append_labelled(out, kIndent, kLabel, label, clipped(cited_text(source.reference), 300), style.width);
    }
    if (source.verdict) {
        append_verdict(out, is_shown ? label : "", *source.verdict, style);
        if (const std::string level = evidence_level_text(source.reference.item, source.verdict);
            !level.empty()) {
            append_labelled(out, kIndent + kLabel, 2, "·", level, style.width);
        }
    }
}

void append_hit(std::string& out, const search::Hit& hit, const TextStyle& style) {
    const Paint paint(style.colour);
    std::string place = one_line(hit.path);
    if (hit.line != 0) {
        place += fmt::format(":{}:{}", hit.line, hit.column);
    }
    out += fmt::format("{} {}\n", paint.bold(fmt::format("{}.", hit.rank)), place);
    const std::string where = hit.text == hit.article_title ? ""
                              : hit.heading.empty() || hit.heading == hit.article_title
                                  ? clipped(hit.article_title, 200)
                                  : clipped(hit.article_title, 120) + " › " + clipped(hit.heading, 80);
    if (!where.empty()) {
        for (const std::string& line :
             wrap(where, style.width == 0 ? 0 : std::max<std::size_t>(style.width, 30) - 5)) {
            out += std::string(kIndent, ' ') + paint.dim(line) + "\n";
        }
    }
    append_text(out, hit, style);
    if (!hit.in_abstracts.empty()) {
        append_labelled(out, kIndent, kLabel, "in",
                        fmt::format("the abstract of what it cites: {}",
                                    one_line(fmt::format("{}", fmt::join(hit.in_abstracts, ", ")))),
                        style.width);
    }
    for (const search::HitReference& source : hit.references) {
        append_source(out, hit, source, style);
    }
    if (hit.counts) {
        const auto& [citations, articles] = *hit.counts;
        append_labelled(out, kIndent, kLabel, "cited",
                        fmt::format("by {} reference{} in {} article{}", citations, citations == 1 ? "" : "s",
                                    articles, articles == 1 ? "" : "s"),
                        style.width);
    }
    if (hit.references.empty() && hit.id.find("#c") != std::string::npos) {
        append_labelled(out, kIndent, kLabel, "[–]", "no source is cited for this", style.width);
    }
    for (const std::string& line : hit.explanation) {
        append_labelled(out, kIndent, kLabel, "why", one_line(line), style.width);
    }
    out += '\n';
}

/// The hits of a query that compares, by what they say to it; each keeps its rank.
std::string grouped_hits(std::span<const search::Hit> hits, const search::ComparativeQuery& query,
                         const TextStyle& style) {
    using search::Stance;
    std::string out;
    for (const Stance stance : {Stance::agrees, Stance::disagrees, Stance::no_direction, Stance::unrelated}) {
        bool first = true;
        for (const search::Hit& hit : hits) {
            if ((hit.comparison ? hit.comparison->stance : Stance::unrelated) != stance) {
                continue;
            }
            if (first) {
                out += Paint(style.colour).bold(stance_heading(stance, query)) + "\n\n";
                first = false;
            }
            append_hit(out, hit, style);
        }
    }
    return out;
}

}  // namespace

std::string stance_heading(search::Stance stance, const search::ComparativeQuery& query) {
    const bool second = query.asked == claim::Direction::favours_second;
    const std::string better = clipped(second ? query.second : query.first, 60);
    const std::string other = clipped(second ? query.first : query.second, 60);
    switch (stance) {
        case search::Stance::agrees:
            return query.asked == claim::Direction::none
                       ? fmt::format("In favour of {} over {}", better, other)
                       : fmt::format("Agrees: {} does better than {}", better, other);
        case search::Stance::disagrees:
            return query.asked == claim::Direction::none
                       ? fmt::format("In favour of {} over {}", other, better)
                       : fmt::format("Disagrees: {} does better than {}", other, better);
        case search::Stance::no_direction:
            return fmt::format("Compares {} with {}, without a direction", better, other);
        case search::Stance::unrelated:
            break;
    }
    return "Does not compare the two";
}

std::string hits_text(std::span<const search::Hit> hits, std::string_view query, const TextStyle& style) {
    if (hits.empty()) {
        return fmt::format("Nothing found for “{}”.\n", clipped(query, 200));
    }
    if (std::ranges::any_of(hits, [](const search::Hit& hit) {
            return hit.comparison && hit.comparison->stance != search::Stance::unrelated;
        })) {
        if (const auto compared = search::read_comparative(query)) {
            return grouped_hits(hits, *compared, style);
        }
    }
    std::string out;
    for (const search::Hit& hit : hits) {
        append_hit(out, hit, style);
    }
    return out;
}

}  // namespace whereof::report
