// SPDX-License-Identifier: MIT
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/terminal.hpp"
#include "verify/wording.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace whereof::report {
namespace {

using finding::Headline;
using finding::Level;

/// A marker "[1-400]" is told of its first sources; all are in the list.
constexpr std::size_t kSourcesInTip = 5;
constexpr std::size_t kLongestInTip = 240;

/// The gravest of what a marker cites: by level, then in the order of headlines.
std::optional<Headline> gravest(const CheckedArticle& checked, const article::Marker& marker) {
    std::optional<Headline> out;
    for (const std::uint32_t reference : marker.references) {
        const Headline headline = verdict_of(checked, reference).headline;
        if (!out || std::pair(-static_cast<int>(finding::level_of(headline)), headline) <
                        std::pair(-static_cast<int>(finding::level_of(*out)), *out)) {
            out = headline;
        }
    }
    return out;
}

article::BlockKind kind_of(const article::Article& article, Span block, std::uint32_t& section) {
    const auto at =
        std::ranges::lower_bound(article.sentences, block.begin, {},
                                 [](const article::Sentence& sentence) { return sentence.span.begin; });
    if (at == article.sentences.end() || at->span.begin >= block.end) {
        return article::BlockKind::paragraph;
    }
    section = at->section;
    return at->block;
}

/// What opens and closes a block, and a run of such blocks.
struct Frame {
    std::string_view around;
    std::string_view around_end;
    std::string open;
    std::string_view close;
};

Frame frame_of(const article::Article& article, article::BlockKind kind, std::uint32_t section) {
    switch (kind) {
        case article::BlockKind::heading: {
            const std::uint32_t level =
                section < article.sections.size() ? article.sections[section].level : 1;
            constexpr std::string_view kClose[] = {"</h4>\n", "</h5>\n", "</h6>\n"};
            const std::uint32_t depth = std::clamp<std::uint32_t>(level, 1, 3) - 1;
            return {"", "", fmt::format("<h{}>", depth + 4), kClose[depth]};
        }
        case article::BlockKind::list_item:
            return {"<ul>\n", "</ul>\n", "<li>", "</li>\n"};
        case article::BlockKind::table_cell:
            return {"<p class=\"cells\">", "</p>\n", "<span class=\"cell\">", "</span> "};
        case article::BlockKind::quote:
            return {"<blockquote>\n", "</blockquote>\n", "<p>", "</p>\n"};
        case article::BlockKind::paragraph:
            break;
    }
    return {"", "", "<p>", "</p>\n"};
}

/// Each field that differs, once: "year: cited 2016, found 2018".
void append_differences(std::string& out, const finding::Verdict& verdict) {
    std::set<bib::Field> told;
    for (const finding::Evidence& evidence : verdict.evidence) {
        if (evidence.agreement == finding::Agreement::different && !evidence.found.empty() &&
            told.insert(evidence.field).second) {
            out +=
                fmt::format(R"(<span class="diff">{}: cited <del>{}</del>, found <ins>{}</ins></span>)",
                            verify::word_for(evidence.field), markup(clipped(evidence.cited, kLongestInTip)),
                            markup(clipped(evidence.found, kLongestInTip)));
        }
    }
}

}  // namespace

/// A marker, or a finding that stands behind its sentence.
struct HtmlArticle::Insert {
    std::size_t offset = 0;
    bool is_marker = false;
    std::size_t index = 0;
};

HtmlArticle::HtmlArticle(const CheckedArticle& checked, std::size_t number, HtmlPlaces places)
    : checked_(checked),
      number_(number),
      places_(std::move(places)),
      cited_at_(checked.article.references.size()),
      findings_on_(checked.article.references.size()) {
    for (std::size_t i = 0; i < checked.article.markers.size(); ++i) {
        for (const std::uint32_t reference : checked.article.markers[i].references) {
            if (reference < cited_at_.size() &&
                (cited_at_[reference].empty() || cited_at_[reference].back() != i)) {
                cited_at_[reference].push_back(i);
            }
        }
    }
    for (std::size_t i = 0; i < checked.findings.size(); ++i) {
        const auto reference = checked.findings[i].reference;
        if (reference && *reference < findings_on_.size()) {
            findings_on_[*reference].push_back(i);
        }
    }
}

std::string HtmlArticle::id() const { return fmt::format("a{}", number_); }
std::string HtmlArticle::reference_id(std::size_t reference) const {
    return fmt::format("a{}-r{}", number_, reference + 1);
}
std::string HtmlArticle::marker_id(std::size_t marker) const {
    return fmt::format("a{}-m{}", number_, marker + 1);
}
std::string HtmlArticle::finding_id(std::size_t finding) const {
    return fmt::format("a{}-f{}", number_, finding + 1);
}

std::vector<HtmlArticle::Insert> HtmlArticle::inserts() const {
    const article::Article& article = checked_.article;
    std::vector<Insert> out;
    for (std::size_t i = 0; i < article.markers.size(); ++i) {
        out.push_back({article.markers[i].span.begin, true, i});
    }
    for (std::size_t i = 0; i < checked_.findings.size(); ++i) {
        const auto claim = checked_.findings[i].claim;
        if (claim && *claim < article.claims.size() &&
            article.claims[*claim].sentence < article.sentences.size()) {
            out.push_back({article.sentences[article.claims[*claim].sentence].span.end, false, i});
        }
    }
    std::ranges::stable_sort(out, {}, &Insert::offset);
    return out;
}

void HtmlArticle::append_text(std::string& out) const {
    const article::Article& article = checked_.article;
    const std::vector<Insert> all = inserts();
    std::size_t next = 0;
    std::string_view open_around;
    std::string_view open_around_end;
    for (std::size_t begin = 0; begin < article.text.size();) {
        const std::size_t end = std::min(article.text.find("\n\n", begin), article.text.size());
        std::uint32_t section = 0;
        const Frame frame = frame_of(article, kind_of(article, {begin, end}, section), section);
        if (frame.around != open_around) {
            out += open_around_end;
            out += frame.around;
            open_around = frame.around;
            open_around_end = frame.around_end;
        }
        out += frame.open;
        append_stretch(out, {begin, end}, all, next);
        out += frame.close;
        begin = end + 2;
    }
    out += open_around_end;
}

void HtmlArticle::append_stretch(std::string& out, Span stretch, const std::vector<Insert>& all,
                                 std::size_t& next) const {
    const std::string_view text = checked_.article.text;
    std::size_t at = stretch.begin;
    for (; next < all.size() && all[next].offset <= stretch.end; ++next) {
        const Insert& insert = all[next];
        if (insert.offset == stretch.end && insert.is_marker) {
            break;
        }
        if (insert.offset < at) {
            if (!insert.is_marker) {
                append_flag(out, insert.index);
            }
            continue;  // a marker inside another one
        }
        append_markup(out, text.substr(at, insert.offset - at));
        at = insert.offset;
        if (insert.is_marker) {
            append_marker(out, insert.index);
            at = std::min(checked_.article.markers[insert.index].span.end, stretch.end);
        } else {
            append_flag(out, insert.index);
        }
    }
    append_markup(out, text.substr(at, stretch.end - at));
}

void HtmlArticle::append_marker(std::string& out, std::size_t index) const {
    const article::Marker& marker = checked_.article.markers[index];
    const std::optional<Headline> headline = gravest(checked_, marker);
    const std::string_view kind = headline ? finding::name(*headline) : "dangling";
    const std::string shown = markup(marker.span.of(checked_.article.text));
    const std::string id = marker_id(index);
    out += fmt::format(R"(<span class="m v-{}" id="{}">)", kind, id);
    if (headline && marker.references.front() < checked_.article.references.size()) {
        out += fmt::format(R"(<a href="#{}" aria-describedby="{}-t">)",
                           reference_id(marker.references.front()), id);
    } else {
        out += fmt::format(R"(<a href="#{}" aria-describedby="{}-t">)", id, id);
    }
    // "²" is raised by itself, "2" in a <sup> of the source is not.
    const bool raised =
        marker.kind == article::MarkerKind::superscript &&
        std::ranges::all_of(shown, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    out += (raised ? "<sup>" : "") + shown + (raised ? "</sup>" : "");
    out += fmt::format(R"(<span class="chip"> {} {}</span></a>)",
                       headline ? symbol(*headline) : std::string_view("?"),
                       headline ? in_words(kind) : "no such reference");
    append_tip(out, index);
    out += "</span>";
}

void HtmlArticle::append_tip(std::string& out, std::size_t index) const {
    const article::Marker& marker = checked_.article.markers[index];
    out += fmt::format(R"(<span class="tip" role="tooltip" id="{}-t">)", marker_id(index));
    std::size_t shown = 0;
    for (const std::uint32_t reference : marker.references) {
        if (reference >= checked_.article.references.size()) {
            continue;
        }
        if (++shown > kSourcesInTip) {
            out += fmt::format(R"(<span class="line">and {} more</span>)",
                               marker.references.size() - kSourcesInTip);
            break;
        }
        const finding::Verdict& verdict = verdict_of(checked_, reference);
        out += R"(<span class="line">)";
        append_badge(out, verdict.headline);
        out += fmt::format(R"( <a href="#{}">{}</a> {})", reference_id(reference),
                           markup(short_name(checked_.article.references[reference], reference)),
                           markup(clipped(verdict.reason, kLongestInTip)));
        append_differences(out, verdict);
        out += "</span>";
    }
    for (std::size_t i = 0; i < std::min(marker.dangling.size(), kSourcesInTip); ++i) {
        out += fmt::format(R"(<span class="line">The list holds no “{}”.</span>)",
                           markup(clipped(marker.dangling[i], kLongestInTip)));
    }
    out += "</span>";
}

void HtmlArticle::append_flag(std::string& out, std::size_t index) const {
    const finding::Finding& finding = checked_.findings[index];
    const bool quiet = checked_.quiet_findings.contains(index);
    out += fmt::format(R"( <span class="m flag l-{}{}"><a href="#{}" aria-describedby="{}-t">)"
                       R"(<span class="chip">{} {}</span></a><span class="tip" role="tooltip" id="{}-t">)"
                       R"(<span class="line">{}</span></span></span>)",
                       finding::name(finding.level), quiet ? " quiet" : "", finding_id(index),
                       finding_id(index), symbol(finding.level), in_words(finding.rule), finding_id(index),
                       markup(clipped(finding.message, kLongestInTip)));
}

}  // namespace whereof::report
