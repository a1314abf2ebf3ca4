// SPDX-License-Identifier: MIT
#include "authority/say_text.hpp"

namespace whereof::authority {
namespace {

constexpr char kPart = '\x1f';
constexpr char kItem = '\x1e';
constexpr char kLiteral = '\x1d';

void append_clean(std::string& out, std::string_view text) {
    for (const char c : text) {
        out.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
    }
}

/// Calls each(part) for the parts of `text` between `divider`s; an empty text has none.
template <typename Each>
void split(std::string_view text, char divider, Each each) {
    while (!text.empty()) {
        const std::size_t end = text.find(divider);
        each(text.substr(0, end));
        if (end == std::string_view::npos) {
            return;
        }
        text.remove_prefix(end + 1);
    }
}

/// Text fields kept in say.rest. The letters are stored: never give one a second meaning.
struct RestField {
    char letter;
    std::string bib::Item::*field;
};
constexpr std::array kRestFields{
    RestField{'s', &bib::Item::collection_title},
    RestField{'e', &bib::Item::edition},
    RestField{'p', &bib::Item::publisher_place},
    RestField{'g', &bib::Item::genre},
    RestField{'l', &bib::Item::language},
    RestField{'a', &bib::Item::arXiv},
    RestField{'b', &bib::Item::ISBN},
    RestField{'i', &bib::Item::PII},
    RestField{'t', &bib::Item::trial},
    RestField{'u', &bib::Item::URL},
    RestField{'n', &bib::Item::note},
    RestField{'m', &bib::Item::PMID},
    RestField{'c', &bib::Item::PMCID},
};
constexpr char kEditors = 'E';
constexpr char kPublicationType = 'P';
constexpr char kEvent = 'N';
constexpr char kVernacular = 'V';
constexpr char kIssuedLiteral = 'D';
constexpr char kAuthorsElided = 'A';
constexpr char kEditorsElided = 'F';

void put(std::string& out, char letter, std::string_view text) {
    if (!out.empty()) {
        out.push_back(kItem);
    }
    out.push_back(letter);
    append_clean(out, text);
}

void put_event(std::string& out, const StatusEvent& event) {
    put(out, kEvent, std::to_string(static_cast<int>(event.kind)));
    for (const std::string* part : {&event.notice_DOI, &event.notice_PMID, &event.date, &event.source}) {
        out.push_back(kPart);
        append_clean(out, *part);
    }
}

StatusEvent decode_event(std::string_view text) {
    StatusEvent out;
    std::string kind;
    const std::array parts{&kind, &out.notice_DOI, &out.notice_PMID, &out.date, &out.source};
    std::size_t at = 0;
    split(text, kPart, [&](std::string_view part) {
        if (at < parts.size()) {
            *parts[at++] = part;
        }
    });
    const int number = kind.size() == 1 ? kind.front() - '0' : -1;
    out.kind = number >= 0 && number <= static_cast<int>(EventKind::replacement)
                   ? static_cast<EventKind>(number)
                   : EventKind::correction;
    return out;
}

}  // namespace

std::string encode_names(const std::vector<bib::Name>& names) {
    std::string out;
    for (const bib::Name& name : names) {
        if (!out.empty()) {
            out.push_back(kItem);
        }
        if (!name.literal.empty()) {
            out.push_back(kLiteral);
            append_clean(out, name.literal);
            continue;
        }
        const std::array parts{&name.family, &name.given, &name.non_dropping_particle,
                               &name.dropping_particle, &name.suffix};
        std::size_t count = parts.size();
        while (count > 1 && parts[count - 1]->empty()) {
            --count;
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) {
                out.push_back(kPart);
            }
            append_clean(out, *parts[i]);
        }
    }
    return out;
}

std::vector<bib::Name> decode_names(std::string_view text) {
    std::vector<bib::Name> out;
    split(text, kItem, [&out](std::string_view one) {
        bib::Name name;
        if (!one.empty() && one.front() == kLiteral) {
            name.literal = one.substr(1);
        } else {
            const std::array parts{&name.family, &name.given, &name.non_dropping_particle,
                                   &name.dropping_particle, &name.suffix};
            std::size_t at = 0;
            split(one, kPart, [&](std::string_view part) {
                if (at < parts.size()) {
                    *parts[at++] = part;
                }
            });
        }
        out.push_back(std::move(name));
    });
    return out;
}

std::vector<bib::Name> decode_first_name(std::string_view text) {
    return decode_names(text.substr(0, text.find(kItem)));
}

std::string encode_rest(const Say& say) {
    std::string out;
    for (const auto& [letter, field] : kRestFields) {
        const std::string& value = say.item.*field;
        const bool in_column = letter == 'm' || letter == 'c';  // as numbers, unless they are not
        if (!value.empty() && (!in_column || value.find_first_not_of("PMC0123456789") != std::string::npos)) {
            put(out, letter, value);
        }
    }
    for (const bib::Name& editor : say.item.editor) {
        put(out, kEditors, "");
        out += encode_names({editor});
    }
    for (const std::string& type : say.publication_types) {
        put(out, kPublicationType, type);
    }
    for (const StatusEvent& event : say.events) {
        put_event(out, event);
    }
    if (!say.vernacular_title.empty()) {
        put(out, kVernacular, say.vernacular_title);
    }
    if (!say.item.issued.literal.empty()) {
        put(out, kIssuedLiteral, say.item.issued.literal);
    }
    if (say.item.authors_elided) {
        put(out, kAuthorsElided, "");
    }
    if (say.item.editors_elided) {
        put(out, kEditorsElided, "");
    }
    return out;
}

void decode_rest(std::string_view text, Say& say) {
    split(text, kItem, [&say](std::string_view part) {
        if (part.empty()) {
            return;
        }
        const char letter = part.front();
        part.remove_prefix(1);
        switch (letter) {
            case kEditors:
                for (bib::Name& name : decode_names(part)) {
                    say.item.editor.push_back(std::move(name));
                }
                return;
            case kPublicationType:
                say.publication_types.emplace_back(part);
                return;
            case kEvent:
                say.events.push_back(decode_event(part));
                return;
            case kVernacular:
                say.vernacular_title = part;
                return;
            case kIssuedLiteral:
                say.item.issued.literal = part;
                return;
            case kAuthorsElided:
                say.item.authors_elided = true;
                return;
            case kEditorsElided:
                say.item.editors_elided = true;
                return;
            default:
                break;
        }
        for (const auto& [known, field] : kRestFields) {
            if (known == letter) {
                say.item.*field = part;
            }
        }
    });
}

std::string whole_text(const Say& say) {
    std::string out;
    for (const auto field : kTextFields) {
        out += say.item.*field;
        out.push_back('\n');
    }
    for (const std::int64_t number :
         {encode_date(say.item.issued), encode_date(say.item.epub), static_cast<std::int64_t>(say.item.type),
          static_cast<std::int64_t>(say.flags), static_cast<std::int64_t>(say.source), say.revision}) {
        out += std::to_string(number);
        out.push_back('\n');
    }
    out += encode_names(say.item.author);
    out.push_back('\n');
    return out + encode_rest(say);
}

std::int64_t encode_date(const bib::Date& date) noexcept {
    return std::int64_t{date.year} * 10000 + date.month * 100 + date.day;
}

void decode_date(std::int64_t number, bib::Date& date) noexcept {
    date.year = static_cast<int>(number / 10000);
    date.month = static_cast<int>(number / 100 % 100);
    date.day = static_cast<int>(number % 100);
}

}  // namespace whereof::authority
