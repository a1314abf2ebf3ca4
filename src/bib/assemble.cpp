// SPDX-License-Identifier: MIT
#include "bib/assemble.hpp"

#include "bib/cues.hpp"
#include "bib/dates.hpp"
#include "bib/edges.hpp"
#include "bib/kind_of_work.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "bib/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace whereof::bib {
namespace {

/// Neighbouring tokens with one label.
struct Run {
    Label label{};  ///< its first label
    std::size_t begin = 0;
    std::size_t end = 0;
    float sum = 0;    ///< of the probabilities
    float least = 1;  ///< of the words' and numbers'
    bool used = false;
};

bool is_mark(const Token& token) noexcept {
    return token.look < Look::initial || token.look == Look::unreadable;
}

std::vector<Run> find_runs(std::span<const Token> tokens, std::span<const Label> labels,
                           std::span<const float> probabilities) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Label first = facts(labels[i]).first;
        if (runs.empty() || runs.back().label != first) {
            runs.push_back({first, i, i, 0, 1, false});
        }
        Run& run = runs.back();
        run.end = i + 1;
        run.sum += probabilities[i];
        if (!is_mark(tokens[i])) {
            run.least = std::min(run.least, probabilities[i]);
        }
    }
    return runs;
}

/// What stands behind the last token: only a text that is too long for a reference has more than blanks
/// there.
Span trimmed_ends(std::string_view raw, std::size_t begin) {
    while (begin < raw.size() && text::is_ascii_space(raw[begin])) {
        ++begin;
    }
    return {begin, raw.size()};
}

/// Fills one reference from its runs.
class Assembly {
  public:
    Assembly(std::span<const Token> tokens, std::vector<Run> runs, Reference& reference)
        : tokens_(tokens), runs_(std::move(runs)), reference_(reference), item_(reference.item) {}

    void fill() {
        fill_names(Label::author, item_.author, item_.authors_elided);
        fill_names(Label::editor_first, item_.editor, item_.editors_elided);
        fill_text(Label::genre, item_.genre);
        give_back_subtitle();
        fill_title();
        fill_text(Label::container_first, item_.container_title);
        item_.container_title = clean_container(item_.container_title);
        fill_text(Label::collection_first, item_.collection_title);
        fill_text(Label::publisher_first, item_.publisher);
        fill_text(Label::place, item_.publisher_place);
        fill_number(Label::edition, item_.edition, normalise_edition);
        fill_number(Label::volume, item_.volume, normalise_volume);
        fill_number(Label::issue, item_.issue, normalise_issue);
        fill_number(Label::page, item_.page, normalise_pages);
        fill_issued();
        fill_date(Label::accessed, item_.accessed);
        fill_date(Label::epub, item_.epub);
        fill_note();
    }

    [[nodiscard]] bool has_in() const noexcept {
        return std::ranges::any_of(
            tokens_, [](const Token& token) { return token.cue == static_cast<std::uint8_t>(Cue::in); });
    }

  private:
    [[nodiscard]] Span span(const Run& run) const {
        return trimmed(reference_.raw, {tokens_[run.begin].span.begin, tokens_[run.end - 1].span.end});
    }

    /// The run of that label that the tagger is surest of, nullptr when there is none.
    [[nodiscard]] Run* best(Label label) {
        Run* out = nullptr;
        for (Run& run : runs_) {
            if (run.label == label && !run.used && (out == nullptr || run.sum > out->sum)) {
                out = &run;
            }
        }
        return out;
    }

    void record(Run& run, Field field, Span where) {
        run.used = true;
        reference_.spans.push_back({field, where, static_cast<double>(run.least)});
    }

    void fill_names(Label label, std::vector<Name>& names, bool& elided) {
        Run* run = best(label);
        if (run == nullptr) {
            return;
        }
        const Span whole{tokens_[run->begin].span.begin, tokens_[run->end - 1].span.end};
        NameList list = parse_names(text::make_valid_utf8(whole.of(reference_.raw)));
        names = std::move(list.names);
        elided = list.elided;
        record(*run, *facts(label).field, span(*run));
    }

    void fill_text(Label label, std::string& out) {
        Run* run = best(label);
        if (run == nullptr) {
            return;
        }
        const Span where = span(*run);
        if (!where.empty()) {
            out = readable(where.of(reference_.raw));
            record(*run, *facts(label).field, where);
        }
    }

    [[nodiscard]] bool has_run(Label label) const {
        return std::ranges::any_of(runs_, [label](const Run& run) { return run.label == label; });
    }

    /// Words that only containers have: "Proceedings", "Journal".
    [[nodiscard]] bool names_container(const Run& run) const {
        return std::ranges::any_of(tokens_.subspan(run.begin, run.end - run.begin), [](const Token& token) {
            const auto cue = static_cast<Cue>(token.cue);
            return cue == Cue::meeting || cue == Cue::journal || cue == Cue::series;
        });
    }

    /// "Taboo. On dealing with shame. Berlin: Kadmos": of a book without any sign of a container, what was
    /// taken for one right behind the title is its second half.
    void give_back_subtitle() {
        const bool in_something =
            has_run(Label::volume) || has_run(Label::issue) || has_run(Label::page) || has_in();
        if (in_something || !has_run(Label::place)) {
            return;
        }
        const Run* title = best(Label::title_first);
        for (std::size_t i = 0; title != nullptr && i + 1 < runs_.size(); ++i) {
            if (&runs_[i] == title && runs_[i + 1].label == Label::container_first &&
                !names_container(runs_[i + 1])) {
                runs_[i].end = runs_[i + 1].end;
                runs_[i].sum += runs_[i + 1].sum;
                runs_[i].least = std::min(runs_[i].least, runs_[i + 1].least);
                runs_[i + 1].used = true;
                return;
            }
        }
    }

    /// Notes in brackets behind a title ("[Article in German]") go where they belong.
    void fill_title() {
        std::string cited;
        fill_text(Label::title_first, cited);
        CleanTitle clean = clean_title(cited);
        item_.title = clean.title.empty() ? std::move(cited) : std::move(clean.title);
        item_.language = std::move(clean.language);
        if (item_.genre.empty()) {
            item_.genre = std::move(clean.genre);
        }
    }

    template <typename Normalise>
    void fill_number(Label label, std::string& out, Normalise normalise) {
        Run* run = best(label);
        if (run == nullptr) {
            return;
        }
        const Span where = span(*run);
        out = normalise(readable(where.of(reference_.raw)));
        record(*run, *facts(label).field, where);
    }

    void fill_issued() {
        for (const Label label : {Label::date_early, Label::date_late}) {
            while (Run* run = best(label)) {
                run->used = true;
                Date date = parse_date(readable(span(*run).of(reference_.raw)));
                if (!date.empty() && (item_.issued.empty() || (item_.issued.year == 0 && date.year != 0))) {
                    item_.issued = std::move(date);
                    record(*run, Field::issued, span(*run));
                }
            }
        }
    }

    void fill_date(Label label, Date& out) {
        if (Run* run = best(label)) {
            out = parse_date(readable(span(*run).of(reference_.raw)));
            record(*run, *facts(label).field, span(*run));
        }
    }

    void fill_note() {
        for (const Run& run : runs_) {
            if (run.used || run.label == Label::cue || run.label == Label::identifier) {
                continue;
            }
            const Span where = span(run);
            if (where.empty()) {
                continue;
            }
            if (!item_.note.empty()) {
                item_.note += ' ';
            }
            item_.note += readable(where.of(reference_.raw));
            reference_.spans.push_back({Field::note, where, static_cast<double>(run.least)});
        }
        const std::size_t read = tokens_.empty() ? 0 : tokens_.back().span.end;
        const Span unread = trimmed_ends(reference_.raw, read);
        if (!unread.empty()) {
            item_.note += (item_.note.empty() ? "" : " ") + readable(unread.of(reference_.raw));
            reference_.spans.push_back({Field::note, unread, 1.0});
        }
    }

    std::span<const Token> tokens_;
    std::vector<Run> runs_;
    Reference& reference_;
    Item& item_;
};

void fill_identifiers(std::span<const FoundIdentifier> identifiers, Reference& reference) {
    for (const FoundIdentifier& found : identifiers) {
        std::string* text = reference.item.text(found.field);
        if (text != nullptr && text->empty()) {
            *text = found.value;
            reference.spans.push_back({found.field, found.span, 1.0});
        }
    }
    // No resolver leads from a PII to its work: without a DOI the address that bore it is the only way there.
    if (reference.item.DOI.empty() && reference.item.URL.empty()) {
        for (const FoundIdentifier& found : identifiers) {
            const std::string_view written = found.span.of(reference.raw);
            if (found.field == Field::PII && (written.starts_with("http") || written.starts_with("www."))) {
                reference.item.URL = written;
                return;
            }
        }
    }
}

/// How sure one can be of the whole: the tagger's mean, less for a text without the fields that make a
/// reference.
double confidence(std::span<const float> probabilities, const Item& item) {
    double sum = 0;
    for (const float probability : probabilities) {
        sum += static_cast<double>(probability);
    }
    const double mean = probabilities.empty() ? 0 : sum / static_cast<double>(probabilities.size());
    const bool identifier = !item.DOI.empty() || !item.PMID.empty() || !item.PMCID.empty() ||
                            !item.arXiv.empty() || !item.ISBN.empty() || !item.URL.empty();
    const int evidence =
        (item.author.empty() ? 0 : 1) + (item.title.empty() ? 0 : 1) + (item.issued.year == 0 ? 0 : 1) +
        (item.container_title.empty() && item.publisher.empty() && item.publisher_place.empty() ? 0 : 1) +
        (item.volume.empty() && item.page.empty() ? 0 : 1) + (identifier ? 1 : 0);
    constexpr std::array<double, 4> kByEvidence{0.0, 0.15, 0.6, 0.95};
    return mean * (evidence < 4 ? kByEvidence[static_cast<std::size_t>(evidence)] : 1.0);
}

}  // namespace

void assemble(std::span<const Token> tokens, std::span<const Label> labels,
              std::span<const float> probabilities, std::span<const FoundIdentifier> identifiers,
              Reference& reference) {
    Assembly assembly(tokens, find_runs(tokens, labels, probabilities), reference);
    assembly.fill();
    fill_identifiers(identifiers, reference);
    std::ranges::sort(reference.spans, {}, [](const FieldSpan& field) { return field.span.begin; });
    reference.item.type = kind_of_work(reference.item, reference.raw, assembly.has_in());
    reference.confidence = confidence(probabilities, reference.item);
}

}  // namespace whereof::bib
