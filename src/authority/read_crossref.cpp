// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"
#include "authority/update_kinds.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace whereof::authority {
namespace {

struct TypeName {
    std::string_view crossref;
    bib::ItemType type;
};
constexpr std::array kTypes{
    TypeName{"journal-article", bib::ItemType::article_journal},
    TypeName{"proceedings-article", bib::ItemType::paper_conference},
    TypeName{"book-chapter", bib::ItemType::chapter},
    TypeName{"book-section", bib::ItemType::chapter},
    TypeName{"book-part", bib::ItemType::chapter},
    TypeName{"reference-entry", bib::ItemType::chapter},
    TypeName{"book", bib::ItemType::book},
    TypeName{"monograph", bib::ItemType::book},
    TypeName{"edited-book", bib::ItemType::book},
    TypeName{"reference-book", bib::ItemType::book},
    TypeName{"proceedings", bib::ItemType::book},
    TypeName{"posted-content", bib::ItemType::article},
    TypeName{"report", bib::ItemType::report},
    TypeName{"report-component", bib::ItemType::report},
    TypeName{"standard", bib::ItemType::report},
    TypeName{"dissertation", bib::ItemType::thesis},
    TypeName{"dataset", bib::ItemType::dataset},
};

bib::ItemType type_of(std::string_view crossref) {
    const auto found = std::ranges::find(kTypes, crossref, &TypeName::crossref);
    return found != kTypes.end() ? found->type : bib::ItemType::document;
}

std::vector<bib::Name> names_of(const std::optional<JsonElement>& json) {
    std::vector<bib::Name> out;
    for_each(json, [&out](const JsonElement& one) {
        bib::Name& name = out.emplace_back();
        name.family = text_at(one, "family");
        name.given = text_at(one, "given");
        name.suffix = text_at(one, "suffix");
        name.literal = text_at(one, "name");
        if (name.family.empty() && name.literal.empty()) {
            name.literal = std::move(name.given);
            name.given.clear();
        }
    });
    return out;
}

/// "Title: Subtitle", unless the title has the subtitle already.
std::string whole_title(const JsonElement& json) {
    std::string title = text_at(json, "title");
    const std::string subtitle = text_at(json, "subtitle");
    if (title.empty() || subtitle.empty() ||
        text::fold_key(title).find(text::fold_key(subtitle)) != std::string::npos) {
        return title;
    }
    return title + ": " + subtitle;
}

/// An Elsevier PII among the publisher's own numbers: "S0140673618304806" or with punctuation.
std::string pii_of(const JsonElement& json) {
    std::string out;
    for_each(member(json, "alternative-id"), [&out](const JsonElement& one) {
        std::string text = text_of(one);
        std::erase_if(text, [](char c) { return c == '-' || c == '(' || c == ')'; });
        constexpr std::size_t kLength = 17;
        if (out.empty() && text.size() == kLength && (text[0] == 'S' || text[0] == 'B')) {
            out = canonical(bib::Field::PII, text);
        }
    });
    return out;
}

void read_dates(const JsonElement& json, bib::Item& item) {
    const bib::Date issued = date_of(member(json, "issued"));
    const bib::Date print = date_of(member(json, "published-print"));
    const bib::Date online = date_of(member(json, "published-online"));
    item.issued = print.year != 0 ? print : issued;
    item.issued.literal.clear();
    if (online.year != 0 && online != item.issued) {
        item.epub = online;
    }
}

/// The work says what notices were published on it.
void read_updated_by(const JsonElement& json, const bib::Item& item, RecordSink& sink) {
    for_each(member(json, "updated-by"), [&](const JsonElement& update) {
        const auto kind = event_kind(text_at(update, "type"), item.DOI);
        if (kind) {
            const std::string source = text_at(update, "source");
            sink.event(item.DOI, "",
                       {*kind, canonical_DOI(text_at(update, "DOI")), "",
                        iso_date(date_of(member(update, "updated"))),
                        source == "retraction-watch" ? source : "crossref"});
        }
    });
}

/// The notice says which works it is about.
void read_update_to(const JsonElement& json, Say& say, RecordSink& sink) {
    for_each(member(json, "update-to"), [&](const JsonElement& update) {
        const std::string work = canonical_DOI(text_at(update, "DOI"));
        const auto kind = event_kind(text_at(update, "type"), work);
        if (!kind || work.empty()) {
            return;
        }
        if (*kind == EventKind::retraction && work != say.item.DOI) {
            say.flags |= kFlagRetractionNotice;
        }
        const std::string source = text_at(update, "source");
        sink.event(work, "",
                   {*kind, say.item.DOI, "", iso_date(date_of(member(update, "updated"))),
                    source == "retraction-watch" ? source : "crossref"});
    });
}

}  // namespace

bool read_crossref(const JsonElement& json, RecordSink& sink) {
    Say say;
    say.source = Source::crossref;
    bib::Item& item = say.item;
    item.DOI = canonical_DOI(text_at(json, "DOI"));
    if (item.DOI.empty()) {
        return false;
    }
    const std::string type = text_at(json, "type");
    // Parts of a work (figures, supplements) and reviewers' reports are nothing that a reference means.
    if (type == "component" || type == "peer-review" || type == "journal" || type == "journal-issue" ||
        type == "journal-volume" || type == "grant") {
        return true;
    }
    item.type = type_of(type);
    item.title = whole_title(json);
    item.container_title = text_at(json, "container-title");
    item.container_title_short = text_at(json, "short-container-title");
    item.volume = text_at(json, "volume");
    item.issue = text_at(json, "issue");
    item.page = text_at(json, "page");
    if (item.page.empty() || item.page == "1-1") {
        const std::string number = text_at(json, "article-number");
        item.page = number.empty() ? item.page : number;
    }
    item.edition = text_at(json, "edition-number");
    item.publisher = text_at(json, "publisher");
    item.publisher_place = text_at(json, "publisher-location");
    item.language = text_at(json, "language");
    item.abstract = text_at(json, "abstract");
    item.ISSN = text_at(json, "ISSN");
    const std::string isbn = text_at(json, "ISBN");
    item.ISBN = isbn.empty() ? isbn : canonical(bib::Field::ISBN, isbn.substr(isbn.rfind('/') + 1));
    item.PII = pii_of(json);
    item.author = names_of(member(json, "author"));
    item.editor = names_of(member(json, "editor"));
    read_dates(json, item);
    const auto deposited = member(json, "deposited");
    say.revision = deposited ? number_at(*deposited, "timestamp") / 1000 : 0;
    read_updated_by(json, item, sink);
    read_update_to(json, say, sink);
    sink.record(std::move(say));
    return true;
}

}  // namespace whereof::authority
