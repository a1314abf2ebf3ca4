// SPDX-License-Identifier: MIT
#include "report/issues.hpp"
#include "report/report.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

namespace whereof::report {
namespace {

using finding::Headline;

/// How many unlike reasons, and files that could not be read, are named one by one.
constexpr std::size_t kNamed = 10;

void append_counts(std::string& out, std::span<const CheckedArticle> all, const TextStyle& style) {
    const Paint paint(style.colour);
    std::map<Headline, std::size_t> counts;
    std::size_t references = 0;
    for (const CheckedArticle& checked : all) {
        for (const finding::Verdict& verdict : checked.verdicts) {
            ++counts[verdict.headline];
            ++references;
        }
    }
    out += paint.bold(fmt::format("{} {} in {} {}", references, references == 1 ? "reference" : "references",
                                  all.size(), all.size() == 1 ? "article" : "articles")) +
           "\n";
    for (const auto& [headline, count] : counts) {
        out += fmt::format("  {}\n", paint.headline(headline, fmt::format("{} {:>4} {}", symbol(headline),
                                                                          count, finding::name(headline))));
    }
}

void append_authorities(std::string& out, std::span<const authority::AuthorityInfo> authorities,
                        const TextStyle& style) {
    if (authorities.empty()) {
        append_labelled(out, 0, 8, "asked", "nobody: no authority is installed", style.width);
    }
    const char* label = "asked";
    for (const authority::AuthorityInfo& info : authorities) {
        std::string line = one_line(info.name);
        line += fmt::format(": {} {}", info.records, info.records == 1 ? "record" : "records");
        line += info.date.empty() ? "" : ", of " + one_line(info.date);
        if (info.events > 0) {
            line += fmt::format(", {} editorial {}", info.events, info.events == 1 ? "notice" : "notices");
        }
        line += info.sample ? "; a sample only: that it does not hold a work says nothing" : "";
        append_labelled(out, 0, 8, label, line, style.width);
        label = "";
    }
}

/// Why references could not be decided, each reason once with its number.
void append_open_questions(std::string& out, std::span<const CheckedArticle> all, const TextStyle& style) {
    std::map<std::string, std::size_t> reasons;
    std::size_t open = 0;
    for (const CheckedArticle& checked : all) {
        for (const finding::Verdict& verdict : checked.verdicts) {
            if (verdict.headline == Headline::undecidable || verdict.headline == Headline::unchecked) {
                ++reasons[clipped(verdict.reason, 200)];
                ++open;
            }
        }
    }
    if (open == 0) {
        return;
    }
    append_labelled(out, 0, 8, "open", fmt::format("{} could not be decided:", open), style.width);
    std::vector<std::pair<std::string, std::size_t>> sorted(reasons.begin(), reasons.end());
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
    for (std::size_t i = 0; i < std::min(sorted.size(), kNamed); ++i) {
        append_labelled(out, 8, 5, fmt::format("{}×", sorted[i].second), sorted[i].first, style.width);
    }
    if (sorted.size() > kNamed) {
        append_labelled(out, 8, 5, "", fmt::format("and {} other reasons", sorted.size() - kNamed),
                        style.width);
    }
}

void append_skipped(std::string& out, std::span<const Error> skipped, const TextStyle& style) {
    if (skipped.empty()) {
        return;
    }
    append_labelled(
        out, 0, 8, "skipped",
        fmt::format("{} {} not read:", skipped.size(), skipped.size() == 1 ? "input was" : "inputs were"),
        style.width);
    for (std::size_t i = 0; i < std::min(skipped.size(), kNamed); ++i) {
        const Error& error = skipped[i];
        append_labelled(out, 8, 2, "–",
                        (error.where.empty() ? "" : one_line(error.where) + ": ") + one_line(error.what),
                        style.width);
    }
    if (skipped.size() > kNamed) {
        append_labelled(out, 8, 2, "", fmt::format("and {} more", skipped.size() - kNamed), style.width);
    }
}

}  // namespace

std::string check_summary_text(std::span<const CheckedArticle> all, std::span<const Error> skipped,
                               std::span<const authority::AuthorityInfo> authorities,
                               const TextStyle& style) {
    std::string out;
    append_counts(out, all, style);
    if (const std::string quiet = suppressed_in_words(all); !quiet.empty()) {
        append_labelled(out, 0, 8, "quiet", quiet + "; --show-suppressed shows them", style.width);
    }
    append_authorities(out, authorities, style);
    append_open_questions(out, all, style);
    append_skipped(out, skipped, style);
    return out;
}

}  // namespace whereof::report
