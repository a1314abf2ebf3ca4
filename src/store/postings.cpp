// SPDX-License-Identifier: MIT
#include "store/postings.hpp"

#include "store/packer.hpp"

#include <algorithm>
#include <bit>

namespace whereof::store {
namespace {

constexpr std::uint32_t kManyInBody = 15;
constexpr std::uint8_t kInTitle = 0x10;
constexpr std::uint8_t kInSource = 0x20;
constexpr std::uint8_t kInMeta = 0x40;
constexpr std::uint8_t kInAbstract = 0x80;

}  // namespace

std::uint8_t pack_length(std::uint32_t length) noexcept {
    if (length < 32) {
        return static_cast<std::uint8_t>(length);
    }
    const auto exponent = static_cast<std::uint32_t>(std::bit_width(length)) - 5;  // from 1
    return static_cast<std::uint8_t>(
        std::min<std::uint32_t>(255, 16 * (exponent + 1) + ((length >> exponent) & 15U)));
}

std::uint32_t unpack_length(std::uint8_t packed) noexcept {
    if (packed < 32) {
        return packed;
    }
    return (16U + (packed & 15U)) << (packed / 16U - 1U);
}

std::string pack_postings(const std::vector<Posting>& postings, std::int64_t first) {
    Packer out;
    for (const Posting& posting : postings) {
        out.number(static_cast<std::uint64_t>(posting.article - first));
        first = posting.article;
        const FieldCounts& counts = posting.counts;
        std::uint32_t head = std::min(counts.body, kManyInBody);
        head |= (counts.title != 0 ? kInTitle : 0U) | (counts.source != 0 ? kInSource : 0U) |
                (counts.meta != 0 ? kInMeta : 0U) | (counts.abstract != 0 ? kInAbstract : 0U);
        out.number(head);
        if (counts.body >= kManyInBody) {
            out.number(counts.body);
        }
        for (const std::uint32_t count : {counts.title, counts.source, counts.meta, counts.abstract}) {
            if (count != 0) {
                out.number(count);
            }
        }
        out.number(pack_length(posting.length));
    }
    return out.take();
}

void unpack_postings(std::string_view bytes, std::int64_t first, std::vector<Posting>& out) {
    Unpacker in(bytes);
    while (!in.done()) {
        Posting posting;
        first += static_cast<std::int64_t>(in.number());
        posting.article = first;
        const std::uint32_t head = in.small_number();
        FieldCounts& counts = posting.counts;
        counts.body = head & kManyInBody;
        if (counts.body == kManyInBody) {
            counts.body = in.small_number();
        }
        counts.title = (head & kInTitle) != 0 ? in.small_number() : 0;
        counts.source = (head & kInSource) != 0 ? in.small_number() : 0;
        counts.meta = (head & kInMeta) != 0 ? in.small_number() : 0;
        counts.abstract = (head & kInAbstract) != 0 ? in.small_number() : 0;
        posting.length = unpack_length(static_cast<std::uint8_t>(in.small_number()));
        out.push_back(posting);
    }
}

std::vector<std::pair<std::string_view, Posting>> postings_of(const ArticleWords& words,
                                                              const ArticleCounts& counts) {
    std::vector<std::pair<std::string_view, Posting>> out;
    out.reserve(words.terms.size() + counts.years.size());
    Posting posting;
    posting.article = words.article;
    posting.length = unpack_length(pack_length(counts.body_words));
    // A year of a reference may stand in the text as a word too: one posting has both.
    std::vector<std::string_view> years(counts.years.begin(), counts.years.end());
    for (std::size_t i = 0; i < words.terms.size(); ++i) {
        posting.counts = counts.by_term[i];
        const auto year = words.terms[i].size() <= 4 ? std::ranges::find(years, words.terms[i]) : years.end();
        if (year != years.end()) {
            ++posting.counts.meta;
            years.erase(year);
        }
        if (posting.counts != FieldCounts()) {
            out.emplace_back(words.terms[i], posting);
        }
    }
    posting.counts = FieldCounts();
    posting.counts.meta = 1;
    for (const std::string_view year : years) {
        out.emplace_back(year, posting);
    }
    return out;
}

void PostingBuffer::add(std::uint32_t term, const Posting& posting) {
    if (term >= terms_.size()) {
        terms_.resize(term + 1);
    }
    terms_[term].push_back(posting);
    constexpr std::size_t kShare = 2;  // vectors hold about twice what they need
    bytes_ += kShare * sizeof(Posting);
}

std::vector<std::pair<std::string_view, const std::vector<Posting>*>> PostingBuffer::sorted(
    const text::TermReader& reader) {
    std::vector<std::pair<std::string_view, const std::vector<Posting>*>> out;
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
        if (!terms_[i].empty()) {
            std::ranges::sort(terms_[i], {}, &Posting::article);
            out.emplace_back(reader.term(i), &terms_[i]);
        }
    }
    std::ranges::sort(out, {}, [](const auto& row) { return row.first; });
    return out;
}

void PostingBuffer::clear() {
    terms_.clear();
    bytes_ = 0;
}

}  // namespace whereof::store
