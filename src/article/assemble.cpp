// SPDX-License-Identifier: MIT
#include "article/claims.hpp"
#include "article/draft.hpp"
#include "article/furniture.hpp"
#include "article/kept_text.hpp"
#include "article/layout.hpp"
#include "article/links.hpp"
#include "article/reference_section.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace whereof::article {
namespace {

/// Four to thirty words in one line that is no sentence, menu, date or byline.
bool looks_like_title(std::string_view line) {
    constexpr std::size_t kLongestTitle = 300;
    if (line.empty() || line.size() > kLongestTitle || line.find_first_of("|\n") != std::string_view::npos) {
        return false;
    }
    const char last = line.back();
    const auto words = std::count(line.begin(), line.end(), ' ') + 1;
    return words >= 4 && words <= 30 && last != '.' && last != ':' && last != ',' && last != ';';
}

class Assembler {
  public:
    explicit Assembler(Draft draft) : draft_(std::move(draft)) {}

    Article run() {
        copy_facts();
        const std::vector<DraftLine> lines = lay_out(draft_);
        const bool given = !draft_.sentences.empty();
        std::vector<bool> drop =
            given ? std::vector<bool>(draft_.blocks.size(), false) : find_furniture(draft_);
        sections_ = find_reference_sections(draft_, lines, drop);
        std::vector<bool> listed(lines.size(), false);
        for (const ReferenceSection& section : sections_) {
            std::fill(listed.begin() + static_cast<std::ptrdiff_t>(section.begin),
                      listed.begin() + static_cast<std::ptrdiff_t>(section.end), true);
        }
        kept_ = keep_text(draft_, lines, drop, listed, article_);
        choose_title();
        add_references(lines);
        divide_sentences();
        link_markers(article_, kept_.inlines, numbers_, lists_, places_);
        if (!given) {
            attach_trailing_markers(article_);
        }
        make_claims(article_);
        return std::move(article_);
    }

  private:
    void copy_facts() {
        article_.id = std::move(draft_.id);
        article_.title = std::move(draft_.title);
        article_.site = std::move(draft_.site);
        article_.url = std::move(draft_.url);
        article_.DOI = std::move(draft_.DOI);
        article_.date = std::move(draft_.date);
        article_.language = std::move(draft_.language);
        article_.format = std::move(draft_.format);
        article_.warnings = std::move(draft_.warnings);
    }

    /// In plain text the first line is often a logo or a menu: the title is then the first line among the
    /// first ones that could be one.
    void choose_title() {
        if (article_.format != "text" || looks_like_title(article_.title)) {
            return;
        }
        constexpr std::size_t kFirstBlocks = 12;
        for (std::size_t i = 0; i < std::min(kFirstBlocks, kept_.blocks.size()); ++i) {
            const std::string_view block = kept_.blocks[i].span.of(article_.text);
            if (kept_.blocks[i].kind != BlockKind::list_item && looks_like_title(block)) {
                article_.title = block;
                return;
            }
        }
    }

    void add_references(const std::vector<DraftLine>& lines) {
        auto structured = draft_.structured.begin();
        PositionCursor cursor(draft_);
        PositionCursor ends(draft_);
        for (const ReferenceSection& section : sections_) {
            const Span first = section.begin < lines.size() ? lines[section.begin].span : Span{};
            places_.push_back(kept_.place_of(first.begin));
            for (const Entry& entry : section.entries) {
                ListedReference listed;
                while (structured != draft_.structured.end() && structured->block < entry.block) {
                    ++structured;
                }
                const bool known = structured != draft_.structured.end() && structured->block == entry.block;
                if (known) {
                    listed.reference.item = structured->item;
                } else {
                    listed.reference = bib::parse_reference(entry.raw);
                }
                listed.reference.raw = entry.raw;
                listed.reference.label = entry.label;
                listed.id = draft_.blocks[entry.block].id;
                listed.position = cursor.position_of(entry.first.begin);
                if (!draft_.blocks[entry.block].is_made) {
                    listed.end = end_of(ends, entry);
                }
                numbers_.push_back(entry.number);
                lists_.push_back(entry.list);
                article_.references.push_back(std::move(listed));
            }
        }
    }

    /// Behind the last character of an entry.
    Position end_of(PositionCursor& cursor, const Entry& entry) const {
        std::size_t last = entry.end;
        text::previous_code_point(draft_.text, last);
        Position out = cursor.position_of(std::max(last, entry.first.begin));
        ++out.column;
        return out;
    }

    void divide_sentences() {
        if (!draft_.sentences.empty()) {
            take_sentences();
            return;
        }
        for (const KeptBlock& block : kept_.blocks) {
            const std::string_view text = block.span.of(article_.text);
            if (block.kind == BlockKind::heading || block.kind == BlockKind::table_cell) {
                article_.sentences.push_back({block.span, block.section, block.kind});
                continue;
            }
            for (const Span& span : text::split_sentences(text)) {
                article_.sentences.push_back({{block.span.begin + span.begin, block.span.begin + span.end},
                                              block.section,
                                              block.kind});
            }
        }
    }

    /// The file's own sentences: where each stands in the text. A text that does not hold them in order is
    /// replaced by them, one a paragraph.
    void take_sentences() {
        std::size_t at = 0;
        std::vector<Span> spans;
        for (const std::string& sentence : draft_.sentences) {
            constexpr std::size_t kGap = 64;
            const std::string_view window =
                std::string_view(article_.text).substr(at, sentence.size() + kGap);
            const std::size_t found = window.find(sentence);
            if (found == std::string_view::npos) {
                spans.clear();
                break;
            }
            spans.push_back({at + found, at + found + sentence.size()});
            at = spans.back().end;
        }
        if (spans.empty()) {
            article_.text.clear();
            article_.anchors.clear();
            article_.sections = {{"", 0}};
            kept_.inlines.clear();
            kept_.blocks.clear();
            for (const std::string& sentence : draft_.sentences) {
                article_.text += article_.text.empty() ? "" : "\n\n";
                spans.push_back({article_.text.size(), article_.text.size() + sentence.size()});
                article_.text += sentence;
            }
        }
        auto block = kept_.blocks.begin();
        for (const Span& span : spans) {
            while (block != kept_.blocks.end() && block->span.end <= span.begin) {
                ++block;
            }
            const bool inside = block != kept_.blocks.end();
            article_.sentences.push_back(
                {span, inside ? block->section : 0, inside ? block->kind : BlockKind::paragraph});
        }
    }

    Draft draft_;
    Article article_;
    std::vector<ReferenceSection> sections_;
    KeptText kept_;
    std::vector<std::uint32_t> numbers_;
    std::vector<std::uint32_t> lists_;
    std::vector<std::size_t> places_;
};

}  // namespace

Article assemble(Draft draft) { return Assembler(std::move(draft)).run(); }

}  // namespace whereof::article
