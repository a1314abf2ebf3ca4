// SPDX-License-Identifier: MIT
#pragma once

#include "authority/local_index.hpp"
#include "bib/reference.hpp"
#include "verify/citation.hpp"
#include "verify/compare.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::verify {

/// "Hartvigsen J, Hancock MJ"
inline std::vector<bib::Name> names(std::string_view list) {
    std::vector<bib::Name> out;
    while (!list.empty()) {
        const auto comma = list.find(", ");
        const auto one = list.substr(0, comma);
        const auto blank = one.rfind(' ');
        bib::Name name;
        name.family = one.substr(0, blank);
        name.given = one.substr(blank + 1);
        out.push_back(std::move(name));
        list = comma == std::string_view::npos ? "" : list.substr(comma + 2);
    }
    return out;
}

inline bib::Item journal_article(std::string_view authors, std::string_view title, std::string_view journal,
                                 int year, std::string_view volume, std::string_view issue,
                                 std::string_view page, std::string_view DOI, std::string_view PMID) {
    bib::Item out;
    out.type = bib::ItemType::article_journal;
    out.author = names(authors);
    out.title = title;
    out.container_title = journal;
    out.issued.year = year;
    out.volume = volume;
    out.issue = issue;
    out.page = page;
    out.DOI = DOI;
    out.PMID = PMID;
    return out;
}

/// Works that the tests cite: bibliographic facts of real articles on back pain.
inline bib::Item hartvigsen() {
    return journal_article(
        "Hartvigsen J, Hancock MJ, Kongsted A, Louw Q, Ferreira ML, Genevay S, Hoy D, Karppinen J, "
        "Pransky G, Sieper J, Smeets RJ, Underwood M",
        "What low back pain is and why we need to pay attention", "Lancet", 2018, "391", "10137", "2356-2367",
        "10.1016/s0140-6736(18)30480-x", "29573870");
}
inline bib::Item foster() {
    return journal_article(
        "Foster NE, Anema JR, Cherkin D, Chou R, Cohen SP, Gross DP, Ferreira PH, Fritz JM, Koes BW, "
        "Peul W, Turner JA, Maher CG",
        "Prevention and treatment of low back pain: evidence, challenges, and promising directions", "Lancet",
        2018, "391", "10137", "2368-2383", "10.1016/s0140-6736(18)30489-6", "29573872");
}
inline bib::Item maher() {
    return journal_article("Maher C, Underwood M, Buchbinder R", "Non-specific low back pain", "Lancet", 2017,
                           "389", "10070", "736-747", "10.1016/s0140-6736(16)30970-9", "27745712");
}
inline bib::Item chou() {
    return journal_article(
        "Chou R, Deyo R, Friedly J, Skelly A, Hashimoto R, Weimer M",
        "Nonpharmacologic Therapies for Low Back Pain: A Systematic Review for an American College of "
        "Physicians Clinical Practice Guideline",
        "Annals of Internal Medicine", 2017, "166", "7", "493-505", "10.7326/m16-2459", "28192793");
}
inline bib::Item qaseem() {
    return journal_article(
        "Qaseem A, Wilt TJ, McLean RM, Forciea MA",
        "Noninvasive Treatments for Acute, Subacute, and Chronic Low Back Pain: A Clinical Practice "
        "Guideline From the American College of Physicians",
        "Annals of Internal Medicine", 2017, "166", "7", "514-530", "10.7326/m16-2367", "28192789");
}

inline std::vector<bib::Item> all_works() { return {hartvigsen(), foster(), maher(), chou(), qaseem()}; }

inline std::vector<bib::Item> noise() {
    return {
        journal_article("Smith A, Jones B", "Treatment of low back pain in general practice", "BMJ", 2018,
                        "391", "2", "2368-2370", "10.1136/bmj.a1", "11111111"),
        journal_article("Maher C, Latimer J", "Specific low back pain", "Lancet", 1999, "353", "9158",
                        "736-740", "10.1016/s0140-6736(05)76587-9", "10073510"),
        journal_article("Foster NE", "Barriers and progress in the treatment of low back pain",
                        "BMC Medicine", 2011, "9", "", "108", "10.1186/1741-7015-9-108", "21943396"),
    };
}

inline std::unique_ptr<authority::Authority> index_of(const std::vector<bib::Item>& items) {
    return authority::index_in_memory(std::span<const bib::Item>(items));
}

/// The first `count` authors and "et al.".
inline bib::Item shortened(bib::Item item, std::size_t count) {
    item.author.resize(std::min(count, item.author.size()));
    item.authors_elided = true;
    return item;
}

inline bib::Reference as_reference(bib::Item item) {
    bib::Reference out;
    out.item = std::move(item);
    return out;
}

/// A citation whose raw string has been read, the record of a work, and how the parsed fields compare with
/// it.
struct RawCitation {
    Citation citation;
    authority::Record record;
    Comparison comparison;
};
inline RawCitation raw_citation(const std::string& raw, const bib::Item& parsed, const bib::Item& held) {
    bib::Reference reference;
    reference.raw = raw;
    reference.item = parsed;
    RawCitation out;
    out.citation = prepare(reference);
    read_raw(out.citation);
    out.record.item = held;
    out.comparison = compare(out.citation.item, out.record);
    return out;
}

/// All of one index that says of itself what it is told to say.
class Posing : public authority::Authority {
  public:
    Posing(authority::Authority& whole, bool sample, std::int64_t records)
        : whole_(whole), info_(whole.info()) {
        info_.sample = sample;
        info_.records = records;
    }
    [[nodiscard]] const authority::AuthorityInfo& info() const noexcept override { return info_; }
    std::vector<std::vector<authority::RecordId>> by_keys(std::span<const authority::Key> keys,
                                                          std::size_t limit) override {
        return whole_.by_keys(keys, limit);
    }
    std::vector<authority::Record> records(std::span<const authority::RecordId> ids) override {
        return whole_.records(ids);
    }
    std::vector<authority::RecordId> candidates(std::span<const std::string> words,
                                                std::size_t limit) override {
        return whole_.candidates(words, limit);
    }
    std::vector<std::int64_t> document_frequencies(std::span<const std::string> words) override {
        return whole_.document_frequencies(words);
    }
    std::vector<authority::StatusEvent> events(std::string_view DOI, std::string_view PMID) override {
        return whole_.events(DOI, PMID);
    }

  protected:
    void count_event() { ++info_.events; }

  private:
    authority::Authority& whole_;
    authority::AuthorityInfo info_;
};

}  // namespace whereof::verify
