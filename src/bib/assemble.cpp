// SPDX-License-Identifier: MIT
#include "bib/assemble.hpp"

#include "bib/confidence.hpp"
#include "bib/dates.hpp"
#include "bib/edges.hpp"
#include "bib/kind_of_work.hpp"
#include "bib/names.hpp"
#include "bib/numbers.hpp"
#include "bib/runs.hpp"
#include "bib/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace whereof::bib {
namespace {

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
    Assembly(Runs& runs, std::size_t read, Reference& reference)
        : runs_(runs), read_(read), reference_(reference), item_(reference.item) {}

    void fill() {
        give_year_back();
        give_title_back();
        give_editors_back();
        give_container_back();
        give_issue_back();
        fill_names(Label::author, item_.author, item_.authors_elided);
        fill_names(Label::editor_first, item_.editor, item_.editors_elided);
        fill_genre();
        give_back_subtitle();
        fill_title();
        fill_text(Label::container_first, item_.container_title, clean_container);
        fill_text(Label::collection_first, item_.collection_title, clean_container);
        fill_text(Label::publisher_first, item_.publisher, clean_name);
        fill_text(Label::place, item_.publisher_place, clean_name);
        fill_text(Label::edition, item_.edition, normalise_edition);
        fill_text(Label::volume, item_.volume, normalise_volume);
        fill_text(Label::issue, item_.issue, normalise_issue);
        fill_text(Label::page, item_.page, normalise_pages);
        fill_issued();
        fill_date(Label::accessed, item_.accessed);
        fill_date(Label::epub, item_.epub);
        fill_note();
    }

  private:
    [[nodiscard]] Span span(const Run& run) const { return trimmed(reference_.raw, runs_.whole(run)); }

    /// What a normaliser reads: the field and the full stop behind it, which may belong to its last word.
    [[nodiscard]] std::string with_stop(const Run& run, Span where) const {
        const std::size_t end = runs_.whole(run).end;
        if (where.end < end && reference_.raw[where.end] == '.') {
            ++where.end;
        }
        return readable(where.of(reference_.raw));
    }

    void record(Run& run, Field field, Span where) {
        run.used = true;
        reference_.spans.push_back({field, where, static_cast<double>(run.least)});
    }

    /// The last word of a list says whether it is of editors: "Burton K, Main CJ, editors." A work without
    /// other editors has these, whatever the tagger took them for.
    void give_editors_back() {
        if (runs_.has(Label::editor_first)) {
            return;
        }
        Run* run = runs_.best(Label::author);
        if (run == nullptr) {
            return;
        }
        if (ends_in_role(*run) || role_follows(*run)) {
            run->label = Label::editor_first;
        }
    }

    [[nodiscard]] bool ends_in_role(const Run& run) const {
        const auto tokens = runs_.tokens_of(run);
        const auto last = std::find_if_not(tokens.rbegin(), tokens.rend(), is_mark);
        return last != tokens.rend() && std::next(last) != tokens.rend() && is_role(*last, *std::next(last));
    }

    /// The next run begins with the role: "Burton K" "(editors)".
    [[nodiscard]] bool role_follows(const Run& run) const {
        const auto& runs = runs_.all();
        const auto next = static_cast<std::size_t>(&run - runs.data()) + 1;
        if (next >= runs.size() || (runs[next].label != Label::cue && runs[next].label != Label::note)) {
            return false;
        }
        const auto tokens = runs_.tokens_of(runs[next]);
        const auto word = std::ranges::find_if_not(tokens, is_mark);
        const Token& left = word == tokens.begin() ? runs_.tokens_of(run).back() : *std::prev(word);
        return word != tokens.end() && is_role(*word, left);
    }

    /// "in Sergio Fabbrini (ed.) L’europeizzazione dell’Italia": what stands behind the bracketed role in one
    /// run with the names is no name. Without another container it is the container.
    void give_container_back() {
        if (runs_.has(Label::container_first)) {
            return;
        }
        auto& runs = runs_.all();
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (runs[i].label != Label::editor_first || !runs_.has(Label::title_first)) {
                continue;
            }
            const auto tokens = runs_.tokens_of(runs[i]);
            std::size_t role = 1;
            while (role < tokens.size() &&
                   (tokens[role].depth == 0 || !is_role(tokens[role], tokens[role - 1]))) {
                ++role;
            }
            while (role < tokens.size() && (is_mark(tokens[role]) || tokens[role].depth > 0)) {
                ++role;
            }
            constexpr std::ptrdiff_t kFewestWords = 2;
            if (role < tokens.size() && std::ranges::count_if(tokens.subspan(role), [](const Token& t) {
                                            return !is_mark(t);
                                        }) >= kFewestWords) {
                Run container = runs[i];
                container.label = Label::container_first;
                container.begin += role;
                runs[i].end = container.begin;
                runs.insert(runs.begin() + static_cast<std::ptrdiff_t>(i) + 1, container);
            }
            return;
        }
    }

    /// "27 (2018) 5, 535–557": of two volumes with only a date between them the second is the issue.
    void give_issue_back() {
        auto& runs = runs_.all();
        for (std::size_t i = 2; i < runs.size() && !runs_.has(Label::issue); ++i) {
            if (runs[i].label == Label::volume && runs[i - 1].label == Label::date_late &&
                runs[i - 2].label == Label::volume) {
                runs[i].label = Label::issue;
            }
        }
    }

    /// "EFNS Task Force 2010. … 2012;17:1113": a year without brackets behind a body's name is part of it
    /// when another one stands before the volume.
    void give_year_back() {
        auto& runs = runs_.all();
        for (std::size_t i = 1; i < runs.size(); ++i) {
            Run& name = runs[i - 1];
            Run& year = runs[i];
            if (name.label != Label::author || year.label != Label::date_early ||
                !runs_.has_cue(name, Cue::organisation) || runs_.tokens_of(year).front().depth > 0) {
                continue;
            }
            const bool dated = std::ranges::any_of(runs, [&](const Run& run) {
                return run.label == Label::date_late && &run != &runs.back() &&
                       (&run)[1].label == Label::volume &&
                       parse_date(readable(span(run).of(reference_.raw))).year !=
                           parse_date(readable(span(year).of(reference_.raw))).year;
            });
            if (dated) {
                name.end = year.end;
                year.used = true;
            }
            return;
        }
    }

    /// "Back pain [Internet]. London: …": what stands before "[Internet]" is a title.
    void give_title_back() {
        auto& runs = runs_.all();
        if (runs.size() < 2 || runs_.has(Label::title_first) || runs[0].label != Label::author ||
            runs[1].label != Label::cue || !runs_.has_cue(runs[1], Cue::web)) {
            return;
        }
        runs[0].label = Label::title_first;
    }

    void fill_names(Label label, std::vector<Name>& names, bool& elided) {
        Run* run = runs_.best(label);
        if (run == nullptr) {
            return;
        }
        const Span where = span(*run);
        Span text = runs_.whole(*run);
        const char first = reference_.raw[text.begin];
        if (first == '(' || first == '[') {  // "(K. Lee, ed.)"
            text = where;
        }
        NameList list = parse_names(text::make_valid_utf8(text.of(reference_.raw)));
        names = std::move(list.names);
        elided = list.elided;
        if (names.empty() && !elided && !list.repeated && !where.empty()) {
            names.emplace_back().literal = readable(where.of(reference_.raw));
        }
        record(*run, *facts(label).field, where);
    }

    template <typename Clean>
    void fill_text(Label label, std::string& out, Clean clean) {
        Run* run = runs_.best(label);
        if (run == nullptr) {
            return;
        }
        const Span where = span(*run);
        if (!where.empty()) {
            out = clean(with_stop(*run, where));
            record(*run, *facts(label).field, where);
        }
    }

    /// "PhD thesis", "Review"; and what PubMed says of the language: "German.", "[Article in German]".
    void fill_genre() {
        for (Run& run : runs_.all()) {
            if (run.label != Label::genre) {
                continue;
            }
            const Span where = span(run);
            std::string text = readable(where.of(reference_.raw));
            if (text.starts_with('[') && text.ends_with(']')) {
                text = text.substr(1, text.size() - 2);
            }
            if (text.empty()) {
                continue;
            }
            const auto tokens = runs_.tokens_of(run);
            const bool language = std::ranges::all_of(tokens, [](const Token& token) {
                const auto cue = static_cast<Cue>(token.cue);
                return is_mark(token) || cue == Cue::language || cue == Cue::in || cue == Cue::joint ||
                       cue == Cue::article_number;
            });
            std::string& field = language ? item_.language : item_.genre;
            if (field.empty()) {
                field = language ? text.substr(text.rfind(' ') + 1) : std::move(text);
                record(run, Field::genre, where);
            }
        }
    }

    /// Words that only containers have: "Proceedings", "Journal".
    [[nodiscard]] bool names_container(const Run& run) const {
        return runs_.has_cue(run, Cue::meeting) || runs_.has_cue(run, Cue::journal) ||
               runs_.has_cue(run, Cue::series);
    }

    /// "Taboo. On dealing with shame. Berlin: Kadmos": of a book without any sign of a container, what was
    /// taken for one right behind the title is its second half.
    void give_back_subtitle() {
        const bool in_something =
            runs_.has(Label::volume) || runs_.has(Label::issue) || runs_.has(Label::page) || runs_.says_in();
        if (in_something || !runs_.has(Label::place)) {
            return;
        }
        const Run* title = runs_.best(Label::title_first);
        std::vector<Run>& runs = runs_.all();
        for (std::size_t i = 0; title != nullptr && i + 1 < runs.size(); ++i) {
            if (&runs[i] == title && runs[i + 1].label == Label::container_first &&
                !names_container(runs[i + 1])) {
                runs[i].end = runs[i + 1].end;
                runs[i].sum += runs[i + 1].sum;
                runs[i].least = std::min(runs[i].least, runs[i + 1].least);
                runs[i + 1].used = true;
                return;
            }
        }
    }

    /// Notes in brackets behind a title ("[Article in German]") go where they belong.
    void fill_title() {
        CleanTitle clean;
        fill_text(Label::title_first, item_.title, [&clean](std::string cited) {
            clean = clean_title(cited);
            return clean.title.empty() ? std::move(cited) : std::move(clean.title);
        });
        if (item_.language.empty()) {
            item_.language = std::move(clean.language);
        }
        if (item_.genre.empty()) {
            item_.genre = std::move(clean.genre);
        }
    }

    /// The first date that has a year, else what stands for one ("in press"); of two dates of one year the
    /// preciser. What is not taken stays for the note.
    void fill_issued() {
        for (const Label label : {Label::date_early, Label::date_late}) {
            for (Run& run : runs_.all()) {
                if (run.label != label || run.used) {
                    continue;
                }
                const Span where = span(run);
                Date date = parse_date(with_stop(run, where));
                if (date.year == 0 && !stands_for_date(run)) {
                    continue;
                }
                const Date& held = item_.issued;
                const bool better = held.empty() || (held.year == 0 && date.year != 0) ||
                                    (held.year == date.year && held.month == 0 && date.month != 0);
                if (!date.empty() && better) {
                    item_.issued = std::move(date);
                }
                if (better || (date.year != 0 && date.year == held.year && date.month == 0)) {
                    record(run, Field::issued, where);
                }
            }
        }
    }

    /// "in press", "forthcoming", "n.d.", "o. J."
    [[nodiscard]] bool stands_for_date(const Run& run) const {
        constexpr std::size_t kMostMarks = 8;  // "(o. J.):"
        const auto tokens = runs_.tokens_of(run);
        const bool initials =
            tokens.size() <= kMostMarks && std::ranges::all_of(tokens, [](const Token& token) {
                return is_mark(token) || (token.letters <= 2 && token.look < Look::year);
            });
        return initials || runs_.has_cue(run, Cue::pending) || runs_.has_cue(run, Cue::undated);
    }

    void fill_date(Label label, Date& out) {
        if (Run* run = runs_.best(label)) {
            const Date date = parse_date(with_stop(*run, span(*run)));
            if (date.year != 0) {
                out = date;
                record(*run, *facts(label).field, span(*run));
            }
        }
    }

    void fill_note() {
        for (const auto& [stretch, least] : runs_.left_over()) {
            add_note(trimmed(reference_.raw, stretch), static_cast<double>(least));
        }
        add_note(trimmed_ends(reference_.raw, read_), 1.0);
    }

    void add_note(Span where, double sure) {
        if (!where.empty()) {
            item_.note += (item_.note.empty() ? "" : " ") + readable(where.of(reference_.raw));
            reference_.spans.push_back({Field::note, where, sure});
        }
    }

    Runs& runs_;
    std::size_t read_;  ///< bytes of the text that were divided into tokens
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

}  // namespace

void assemble(std::span<const Token> tokens, std::span<const Label> labels,
              std::span<const float> probabilities, std::span<const FoundIdentifier> identifiers,
              Reference& reference) {
    Runs runs(tokens, labels, probabilities);
    Assembly assembly(runs, tokens.empty() ? 0 : tokens.back().span.end, reference);
    assembly.fill();
    fill_identifiers(identifiers, reference);
    std::ranges::sort(reference.spans, {}, [](const FieldSpan& field) { return field.span.begin; });
    reference.item.type =
        kind_of_work(reference.item, reference.raw, runs.beside_title(reference.raw), runs.says_in());
    reference.likeness = likeness(tokens, probabilities, reference.item);
    reference.confidence = confidence(reference);
}

}  // namespace whereof::bib
