// SPDX-License-Identifier: MIT
#include "report/issues.hpp"

#include "bib/fingerprint.hpp"
#include "bib/names.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::report {
namespace {

const Suppression* find(const std::map<std::size_t, Suppression>& quiet, std::size_t index) {
    const auto found = quiet.find(index);
    return found == quiet.end() ? nullptr : &found->second;
}

Issue issue_of_verdict(const CheckedArticle& checked, std::size_t index) {
    const finding::Verdict& verdict = verdict_of(checked, index);
    const article::Position at = checked.article.references[index].position;
    Issue out;
    out.rule = finding::name(verdict.headline);
    out.level = finding::level_of(verdict.headline);
    out.message = verdict.reason;
    out.next_step = verdict.next_step;
    out.line = at.line;
    out.column = at.column;
    out.reference = index;
    out.is_verdict = true;
    out.suppressed = find(checked.quiet_verdicts, index);
    return out;
}

Issue issue_of_finding(const CheckedArticle& checked, std::size_t index) {
    const finding::Finding& finding = checked.findings[index];
    Issue out;
    out.rule = finding.rule;
    out.level = finding.level;
    out.message = finding.message;
    out.next_step = finding.hint;
    out.line = finding.line;
    out.column = finding.column;
    if (finding.reference && *finding.reference < checked.article.references.size()) {
        out.reference = *finding.reference;
    }
    if (finding.claim && *finding.claim < checked.article.claims.size()) {
        out.claim = *finding.claim;
    }
    out.suppressed = find(checked.quiet_findings, index);
    return out;
}

}  // namespace

std::string_view name(Suppression::By by) noexcept {
    constexpr std::array<std::string_view, 3> kNames{"comment", "accepted", "baseline"};
    return kNames[static_cast<std::size_t>(by)];
}

const finding::Verdict& verdict_of(const CheckedArticle& checked, std::size_t reference) {
    static const finding::Verdict none;
    return reference < checked.verdicts.size() ? checked.verdicts[reference] : none;
}

std::vector<Issue> issues_of(const CheckedArticle& checked) {
    std::vector<Issue> out;
    for (std::size_t i = 0; i < checked.article.references.size(); ++i) {
        if (verdict_of(checked, i).headline != finding::Headline::verified) {
            out.push_back(issue_of_verdict(checked, i));
        }
    }
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        out.push_back(issue_of_finding(checked, i));
    }
    std::ranges::stable_sort(out, {}, [](const Issue& issue) { return std::pair(issue.line, issue.column); });
    return out;
}

std::string fingerprint(const CheckedArticle& checked, const Issue& issue) {
    std::string about;
    if (issue.reference) {
        about = bib::fingerprint(checked.article.references[*issue.reference].reference);
    } else {
        about = bib::fingerprint(issue.claim ? std::string_view(checked.article.claims[*issue.claim].text)
                                             : issue.message);
    }
    return fingerprint_of(issue.rule, about);
}

std::string fingerprint_of(std::string_view rule, std::string_view subject) {
    return fmt::format("{}-{}", rule, subject);
}

std::string verdict_fingerprint(const CheckedArticle& checked, std::size_t reference) {
    return fingerprint(checked, issue_of_verdict(checked, reference));
}

std::string finding_fingerprint(const CheckedArticle& checked, std::size_t finding) {
    return fingerprint(checked, issue_of_finding(checked, finding));
}

std::string short_name(const article::ListedReference& listed, std::size_t index) {
    const bib::Item& item = listed.reference.item;
    std::string who = item.author.empty() ? "" : bib::surname(item.author.front());
    if (who.empty()) {
        who = clipped(item.title.empty() ? listed.reference.raw : item.title, 40);
    }
    std::string out = fmt::format(
        "[{}] {}",
        listed.reference.label.empty() ? std::to_string(index + 1) : clipped(listed.reference.label, 30),
        clipped(who, 40));
    if (item.issued.year != 0) {
        out += fmt::format(" {}", item.issued.year);
    }
    return out;
}

std::string suppressed_in_words(std::span<const CheckedArticle> all) {
    std::array<std::size_t, 3> counts{};
    for (const CheckedArticle& checked : all) {
        for (const auto* quiet : {&checked.quiet_verdicts, &checked.quiet_findings}) {
            for (const auto& [index, suppression] : *quiet) {
                ++counts[static_cast<std::size_t>(suppression.by)];
            }
        }
    }
    constexpr std::array<std::string_view, 3> kWords{"by a comment in the text", "accepted in the store",
                                                     "known from the baseline"};
    std::string out;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            out += fmt::format("{}{} {}", out.empty() ? "" : ", ", counts[i], kWords[i]);
        }
    }
    return out;
}

}  // namespace whereof::report
