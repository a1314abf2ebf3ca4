// SPDX-License-Identifier: MIT
#include "store/codec.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>
#include <xxhash.h>

namespace whereof::store {
namespace {

using bib::Field;

/// An item's plain text fields in the order in which they are packed. Appending is a new schema number.
constexpr std::array kTextFields{Field::title,
                                 Field::container_title,
                                 Field::collection_title,
                                 Field::volume,
                                 Field::issue,
                                 Field::page,
                                 Field::edition,
                                 Field::publisher,
                                 Field::publisher_place,
                                 Field::genre,
                                 Field::DOI,
                                 Field::PMID,
                                 Field::PMCID,
                                 Field::arXiv,
                                 Field::ISBN,
                                 Field::ISSN,
                                 Field::PII,
                                 Field::trial,
                                 Field::URL,
                                 Field::note};
constexpr std::uint64_t kAbstractBit = std::uint64_t{1} << kTextFields.size();

template <typename Enum>
Enum checked(std::uint64_t value, Enum last) {
    if (value > static_cast<std::uint64_t>(last)) {
        fail_damaged("a value is out of its range");
    }
    return static_cast<Enum>(value);
}

/// Signed numbers with small ones short, as Protocol Buffers has it ("ZigZag").
std::uint64_t zigzag(std::int64_t value) noexcept {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
int unzigzag(std::uint64_t value) noexcept {
    return static_cast<int>(static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U));
}

void pack_names(Packer& out, const std::vector<bib::Name>& names) {
    out.number(names.size());
    for (const bib::Name& name : names) {
        out.text(name.family);
        out.text(name.given);
        out.text(name.dropping_particle);
        out.text(name.non_dropping_particle);
        out.text(name.suffix);
        out.text(name.literal);
    }
}

std::vector<bib::Name> unpack_names(Unpacker& in) {
    std::vector<bib::Name> out(in.count());
    for (bib::Name& name : out) {
        name.family = in.text();
        name.given = in.text();
        name.dropping_particle = in.text();
        name.non_dropping_particle = in.text();
        name.suffix = in.text();
        name.literal = in.text();
    }
    return out;
}

void pack_date(Packer& out, const bib::Date& date) {
    out.number(zigzag(date.year));
    out.number(zigzag(date.month));
    out.number(zigzag(date.day));
    out.text(date.literal);
}

bib::Date unpack_date(Unpacker& in) {
    bib::Date out;
    out.year = unzigzag(in.number());
    out.month = unzigzag(in.number());
    out.day = unzigzag(in.number());
    out.literal = in.text();
    return out;
}

}  // namespace

/// Absent fields cost one bit: a mask of those present stands before them.
void pack(Packer& out, const bib::Item& item) {
    out.number(static_cast<std::uint64_t>(item.type));
    pack_names(out, item.author);
    pack_names(out, item.editor);
    out.flag(item.authors_elided);
    out.flag(item.editors_elided);
    pack_date(out, item.issued);
    pack_date(out, item.epub);
    pack_date(out, item.accessed);
    out.text(item.container_title_short);
    out.text(item.language);
    std::uint64_t present = 0;
    for (std::size_t i = 0; i < kTextFields.size(); ++i) {
        present |= static_cast<std::uint64_t>(item.text(kTextFields[i]).empty() ? 0 : 1) << i;
    }
    present |= item.abstract.empty() ? 0 : kAbstractBit;
    out.number(present);
    for (const Field field : kTextFields) {
        if (const std::string& value = item.text(field); !value.empty()) {
            out.text(value);
        }
    }
    if (!item.abstract.empty()) {
        out.text(item.abstract);
    }
}

bib::Item unpack_item(Unpacker& in) {
    bib::Item out;
    out.type = checked(in.number(), bib::ItemType::webpage);
    out.author = unpack_names(in);
    out.editor = unpack_names(in);
    out.authors_elided = in.flag();
    out.editors_elided = in.flag();
    out.issued = unpack_date(in);
    out.epub = unpack_date(in);
    out.accessed = unpack_date(in);
    out.container_title_short = in.text();
    out.language = in.text();
    const std::uint64_t present = in.number();
    for (std::size_t i = 0; i < kTextFields.size(); ++i) {
        if ((present >> i & 1U) != 0) {
            *out.text(kTextFields[i]) = in.text();
        }
    }
    if ((present & kAbstractBit) != 0) {
        out.abstract = in.text();
    }
    return out;
}

std::string pack_reference(const article::ListedReference& listed) {
    Packer out;
    pack(out, listed.reference.item);
    out.number(listed.reference.spans.size());
    for (const bib::FieldSpan& span : listed.reference.spans) {
        out.number(static_cast<std::uint64_t>(span.field));
        out.number(span.span.begin);
        out.number(span.span.end);
        out.real(span.confidence);
    }
    out.real(listed.reference.confidence);
    out.text(listed.id);
    out.number(listed.position.line);
    out.number(listed.position.column);
    out.flag(listed.from_link);
    // Stores of earlier versions have neither of these.
    if (listed.reference.is_record || listed.end) {
        out.flag(listed.reference.is_record);
    }
    if (listed.end) {
        out.number(listed.end->line);
        out.number(listed.end->column);
    }
    return out.take();
}

article::ListedReference unpack_reference(std::string_view bytes, std::string raw, std::string label) {
    Unpacker in(bytes);
    article::ListedReference out;
    out.reference.raw = std::move(raw);
    out.reference.label = std::move(label);
    out.reference.item = unpack_item(in);
    out.reference.spans.resize(in.count());
    for (bib::FieldSpan& span : out.reference.spans) {
        span.field = checked(in.number(), Field::note);
        span.span.begin = static_cast<std::size_t>(in.number());
        span.span.end = static_cast<std::size_t>(in.number());
        span.confidence = in.real();
    }
    out.reference.confidence = in.real();
    out.id = in.text();
    out.position.line = in.small_number();
    out.position.column = in.small_number();
    out.from_link = in.flag();
    out.reference.is_record = !in.done() && in.flag();
    if (!in.done()) {
        const std::uint32_t line = in.small_number();
        out.end = article::Position{line, in.small_number()};
    }
    return out;
}

std::string pack_verdict(const finding::Verdict& verdict) {
    Packer out;
    out.number(static_cast<std::uint64_t>(verdict.existence));
    out.number(verdict.description ? static_cast<std::uint64_t>(*verdict.description) + 1 : 0);
    out.number(verdict.status ? static_cast<std::uint64_t>(*verdict.status) + 1 : 0);
    out.number(static_cast<std::uint64_t>(verdict.headline));
    out.number(verdict.wrong_fields.size());
    for (const Field field : verdict.wrong_fields) {
        out.number(static_cast<std::uint64_t>(field));
    }
    out.text(verdict.reason);
    out.text(verdict.next_step);
    out.number(verdict.evidence.size());
    for (const finding::Evidence& evidence : verdict.evidence) {
        out.number(static_cast<std::uint64_t>(evidence.field));
        out.number(static_cast<std::uint64_t>(evidence.agreement));
        out.text(evidence.cited);
        out.text(evidence.found);
        out.text(evidence.source);
        out.text(evidence.note);
    }
    for (const auto* item : {&verdict.record, &verdict.corrected}) {
        out.flag(item->has_value());
        if (*item) {
            pack(out, **item);
        }
    }
    out.text(pack_texts(verdict.notices));
    out.real(verdict.probability);
    out.text(pack_texts(verdict.publication_types));
    return out.take();
}

finding::Verdict unpack_verdict(std::string_view bytes) {
    Unpacker in(bytes);
    finding::Verdict out;
    out.existence = checked(in.number(), finding::Existence::unchecked);
    if (const std::uint64_t description = in.number(); description != 0) {
        out.description = checked(description - 1, finding::Description::wrong);
    }
    if (const std::uint64_t status = in.number(); status != 0) {
        out.status = checked(status - 1, finding::Status::superseded);
    }
    out.headline = checked(in.number(), finding::Headline::unchecked);
    out.wrong_fields.resize(in.count());
    for (Field& field : out.wrong_fields) {
        field = checked(in.number(), Field::note);
    }
    out.reason = in.text();
    out.next_step = in.text();
    out.evidence.resize(in.count());
    for (finding::Evidence& evidence : out.evidence) {
        evidence.field = checked(in.number(), Field::note);
        evidence.agreement = checked(in.number(), finding::Agreement::absent);
        evidence.cited = in.text();
        evidence.found = in.text();
        evidence.source = in.text();
        evidence.note = in.text();
    }
    for (auto* item : {&out.record, &out.corrected}) {
        if (in.flag()) {
            *item = unpack_item(in);
        }
    }
    out.notices = unpack_texts(in.text());
    out.probability = in.real();
    if (!in.done()) {  // verdicts of earlier versions end here
        out.publication_types = unpack_texts(in.text());
    }
    return out;
}

std::string pack_anchors(const std::vector<article::Anchor>& anchors) {
    Packer out;
    out.number(anchors.size());
    std::size_t offset = 0;
    std::uint32_t line = 0;
    for (const article::Anchor& anchor : anchors) {  // both grow in most files: the differences are short
        out.number(zigzag(static_cast<std::int64_t>(anchor.offset - offset)));
        out.number(zigzag(static_cast<std::int64_t>(anchor.position.line) - static_cast<std::int64_t>(line)));
        out.number(anchor.position.column);
        offset = anchor.offset;
        line = anchor.position.line;
    }
    return out.take();
}

std::vector<article::Anchor> unpack_anchors(std::string_view bytes) {
    Unpacker in(bytes);
    std::vector<article::Anchor> out(in.count());
    std::int64_t offset = 0;
    std::int64_t line = 0;
    for (article::Anchor& anchor : out) {
        offset += unzigzag(in.number());
        line += unzigzag(in.number());
        anchor = {static_cast<std::size_t>(offset), {static_cast<std::uint32_t>(line), in.small_number()}};
    }
    return out;
}

std::string pack_texts(const std::vector<std::string>& texts) {
    Packer out;
    out.number(texts.size());
    for (const std::string& text : texts) {
        out.text(text);
    }
    return out.take();
}

std::vector<std::string> unpack_texts(std::string_view bytes) {
    Unpacker in(bytes);
    std::vector<std::string> out(in.count());
    for (std::string& text : out) {
        text = in.text();
    }
    return out;
}

std::string pack_comparisons(const std::vector<claim::Comparison>& comparisons) {
    if (comparisons.empty()) {
        return {};
    }
    Packer out;
    out.number(comparisons.size());
    for (const claim::Comparison& one : comparisons) {
        out.text(one.first);
        out.text(one.second);
        out.text(one.outcome);
        out.number(static_cast<std::uint64_t>(one.change));
        out.number(static_cast<std::uint64_t>(one.direction));
        out.flag(one.hedged);
        out.real(one.confidence);
        out.text(pack_texts(one.words));
    }
    for (const claim::Comparison& one : comparisons) {
        out.text(one.population);  // stores of earlier versions have none
    }
    return out.take();
}

std::vector<claim::Comparison> unpack_comparisons(std::string_view bytes) {
    std::vector<claim::Comparison> out;
    if (bytes.empty()) {
        return out;
    }
    Unpacker in(bytes);
    out.resize(in.count());
    for (claim::Comparison& one : out) {
        one.first = in.text();
        one.second = in.text();
        one.outcome = in.text();
        one.change = checked(in.number(), claim::Change::same);
        one.direction = checked(in.number(), claim::Direction::no_difference);
        one.hedged = in.flag();
        one.confidence = in.real();
        one.words = unpack_texts(in.text());
    }
    for (std::size_t i = 0; i < out.size() && !in.done(); ++i) {
        out[i].population = in.text();
    }
    return out;
}

std::string list_of_numbers(const std::vector<std::uint32_t>& numbers) {
    return fmt::format("{}", fmt::join(numbers, " "));
}

std::vector<std::uint32_t> numbers_of_list(std::string_view list) {
    std::vector<std::uint32_t> out;
    const char* at = list.data();
    const char* const end = list.data() + list.size();
    while (at != end) {
        std::uint32_t value = 0;
        const auto [after, error] = std::from_chars(at, end, value);
        if (error != std::errc()) {
            fail_damaged("a list of numbers holds something else");
        }
        out.push_back(value);
        at = after != end ? after + 1 : after;
    }
    return out;
}

std::uint64_t digest_of(const article::Article& article) {
    Packer out;
    for (const std::string* field : {&article.id, &article.title, &article.site, &article.url, &article.DOI,
                                     &article.date, &article.language, &article.format, &article.text}) {
        out.text(*field);
    }
    out.text(pack_anchors(article.anchors));
    out.text(pack_texts(article.warnings));
    for (const article::Section& section : article.sections) {
        out.text(section.heading);
        out.number(section.level);
    }
    for (const article::Sentence& sentence : article.sentences) {
        out.number(sentence.span.begin);
        out.number(sentence.span.end);
        out.number(sentence.section);
        out.number(static_cast<std::uint64_t>(sentence.block));
    }
    for (const article::ListedReference& listed : article.references) {
        out.text(listed.reference.raw);
        out.text(listed.reference.label);
        out.text(pack_reference(listed));
    }
    for (const article::Marker& marker : article.markers) {
        out.number(static_cast<std::uint64_t>(marker.kind));
        out.number(marker.span.begin);
        out.number(marker.span.end);
        out.text(list_of_numbers(marker.references));
        out.text(pack_texts(marker.dangling));
    }
    for (const article::Claim& claim : article.claims) {
        out.number(claim.sentence);
        out.text(claim.text);
        out.text(list_of_numbers(claim.references));
        out.text(list_of_numbers(claim.markers));
        out.text(claim.evidence);
        out.flag(claim.cited);
        for (const article::Clause& clause : claim.clauses) {
            out.number(clause.span.begin);
            out.number(clause.span.end);
            out.text(list_of_numbers(clause.references));
        }
    }
    return XXH3_64bits(out.bytes().data(), out.bytes().size());
}

}  // namespace whereof::store
