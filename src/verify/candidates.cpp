// SPDX-License-Identifier: MIT
#include "verify/candidates.hpp"

#include "authority/keys.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "verify/match.hpp"
#include "verify/outcome.hpp"
#include "verify/page_range.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace whereof::verify {
namespace {

using authority::Key;
using authority::RecordId;

constexpr std::size_t kPerKey = 16;       ///< records asked for under one key
constexpr std::size_t kMostRecords = 96;  ///< records compared for one citation
constexpr std::size_t kRarestWords = 6;   ///< SCALE: two of the six rarest words find 98 % at 0.4 ms

constexpr std::array kIdentifiers{bib::Field::DOI,   bib::Field::PMID, bib::Field::PMCID,
                                  bib::Field::arXiv, bib::Field::PII,  bib::Field::ISBN};

/// Is the record worth a full comparison? Half of its title's words stand in the citation, or its place does.
/// Cheap: most records that share two rare words or a surname and a year end here.
bool is_plausible(const Citation& citation, const bib::Item& record) {
    const auto page = page_range(record.page).first;
    if (!page.empty() && page == page_range(citation.item.page).first &&
        (record.issued.year == citation.item.issued.year || record.volume == citation.item.volume)) {
        return true;
    }
    const auto words = title_words(record.title);
    std::size_t content = 0;
    std::size_t shared = 0;
    for (const auto& word : words) {
        if (!is_stop_word(word)) {
            ++content;
            shared += std::ranges::binary_search(citation.words, word) ? 1U : 0U;
        }
    }
    // A short title may be broken over lines or lie in a slip; it is compared in any case.
    return content <= 3 ? shared > 0 || content == 0 : shared * 2 >= content;
}

/// Fetches, compares and appends the records of `ids` that are not there yet. `all`: even those that hardly
/// look like the citation, for an identifier led to them.
void add_records(authority::Authority& authority, std::size_t index, const Citation& citation,
                 const std::vector<RecordId>& ids, bool all, std::vector<Candidate>& candidates) {
    std::vector<RecordId> unseen;
    for (const auto id : ids) {
        const bool known = std::ranges::any_of(candidates, [&](const Candidate& candidate) {
            return candidate.authority == index && candidate.record.id == id;
        });
        if (!known && std::ranges::find(unseen, id) == unseen.end() && unseen.size() < kMostRecords) {
            unseen.push_back(id);
        }
    }
    if (unseen.empty()) {
        return;
    }
    for (auto& record : authority.records(unseen)) {
        if (!all && !is_plausible(citation, record.item)) {
            continue;
        }
        Candidate candidate;
        candidate.authority = index;
        candidate.record = std::move(record);
        weigh(citation, candidate);
        candidates.push_back(std::move(candidate));
    }
}

std::vector<RecordId> ids_of(authority::Authority& authority, const std::vector<Key>& keys) {
    std::vector<RecordId> out;
    for (const auto& ids : authority.by_keys(keys, kPerKey)) {
        out.insert(out.end(), ids.begin(), ids.end());
    }
    return out;
}

/// Surnames that the raw string may begin with: its first words that are not initials.
std::vector<std::string> raw_surnames(const Citation& citation) {
    std::vector<std::string> out;
    for (const auto& word : citation.raw_words) {
        if (word.size() >= 3 && !has_digit(word) && out.size() < 3) {
            out.push_back(word);
        }
        if (out.size() == 3) {
            break;
        }
    }
    return out;
}

std::string volume_of(const bib::Item& item) {
    const auto numbers = page_numbers(item.volume);
    return numbers.empty() ? item.volume : numbers.front();
}

}  // namespace

void add_by_identifiers(authority::Authority& authority, std::size_t index, const Citation& citation,
                        std::vector<Candidate>& candidates) {
    std::vector<bib::Field> fields;
    std::vector<Key> keys;
    for (const auto field : kIdentifiers) {
        if (const auto& value = citation.item.text(field); !value.empty()) {
            fields.push_back(field);
            keys.push_back(authority::identifier_key(field, value));
        }
    }
    if (keys.empty()) {
        return;
    }
    const auto holders = authority.by_keys(keys, kPerKey);
    std::vector<RecordId> ids;
    for (const auto& of_key : holders) {
        ids.insert(ids.end(), of_key.begin(), of_key.end());
    }
    add_records(authority, index, citation, ids, true, candidates);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        for (auto& candidate : candidates) {
            if (candidate.authority == index &&
                std::ranges::find(holders[i], candidate.record.id) != holders[i].end()) {
                candidate.identifiers.push_back(fields[i]);
            }
        }
    }
}

void add_by_place(authority::Authority& authority, std::size_t index, const Citation& citation,
                  std::vector<Candidate>& candidates) {
    const auto& item = citation.item;
    const auto year = item.issued.year;
    const auto volume = volume_of(item);
    const auto page = page_range(item.page).first;
    std::vector<Key> keys;
    if (!item.title.empty()) {
        keys.push_back(authority::title_key(item.title));
    }
    for (const auto& surname : likely_surnames(item)) {
        if (year != 0 && !page.empty()) {
            keys.push_back(authority::surname_year_page_key(surname, year, page));
        }
        if (!volume.empty() && !page.empty()) {
            keys.push_back(authority::surname_volume_page_key(surname, volume, page));
        }
    }
    if (year != 0 && !volume.empty() && !page.empty()) {
        keys.push_back(authority::year_volume_page_key(year, volume, page));
    }
    if (!keys.empty()) {
        add_records(authority, index, citation, ids_of(authority, keys), false, candidates);
    }
}

void add_by_facts(authority::Authority& authority, std::size_t index, const Citation& citation,
                  std::vector<Candidate>& candidates) {
    const auto& item = citation.item;
    const auto volume = volume_of(item);
    std::vector<Key> keys;
    if (!item.title.empty()) {
        keys.push_back(authority::title_start_key(item.title));
    }
    if (item.issued.year != 0 && !volume.empty()) {
        for (const auto& surname : likely_surnames(item)) {
            keys.push_back(authority::surname_year_volume_key(surname, item.issued.year, volume));
        }
    }
    if (!keys.empty()) {
        add_records(authority, index, citation, ids_of(authority, keys), false, candidates);
    }
}

void add_by_raw_numbers(authority::Authority& authority, std::size_t index, const Citation& citation,
                        std::vector<Candidate>& candidates) {
    std::set<Key> keys;
    std::vector<std::string> numbers;
    for (const auto& number : citation.numbers) {
        if (number.size() <= 6 && numbers.size() < 10 &&
            std::ranges::find(numbers, number) == numbers.end()) {
            numbers.push_back(number);
        }
    }
    const auto surnames = raw_surnames(citation);
    for (const int year : citation.years) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            for (const auto& surname : surnames) {
                keys.insert(authority::surname_year_page_key(surname, year, numbers[i]));
            }
            for (auto j = i + 1; j < std::min(numbers.size(), i + 3); ++j) {
                keys.insert(authority::year_volume_page_key(year, numbers[i], numbers[j]));
            }
        }
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (auto j = i + 1; j < std::min(numbers.size(), i + 3); ++j) {
            for (const auto& surname : surnames) {
                keys.insert(authority::surname_volume_page_key(surname, numbers[i], numbers[j]));
            }
        }
    }
    if (!keys.empty()) {
        const std::vector<Key> list(keys.begin(), keys.end());
        add_records(authority, index, citation, ids_of(authority, list), false, candidates);
    }
}

void add_by_words(authority::Authority& authority, std::size_t index, const Citation& citation,
                  std::vector<Candidate>& candidates) {
    auto words = citation.item.title.empty() ? citation.raw_words
                                             : text::fold_words(without_markup(citation.item.title));
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::erase_if(words, [](const std::string& word) { return word.size() < 3 || is_stop_word(word); });
    if (words.size() < 2) {
        return;
    }
    const auto frequencies = authority.document_frequencies(words);
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return frequencies[a] < frequencies[b]; });
    std::vector<std::string> rarest;
    for (const auto at : order) {
        if (frequencies[at] > 0 && rarest.size() < kRarestWords) {
            rarest.push_back(words[at]);
        }
    }
    if (rarest.size() < 2) {
        return;
    }
    // The likeliest first: of works that are held, most are in the first batch.
    constexpr std::size_t kBatch = 16;
    const auto ids = authority.candidates(rarest, kMostRecords);
    for (std::size_t begin = 0; begin < ids.size(); begin += kBatch) {
        const auto end = std::min(ids.size(), begin + kBatch);
        add_records(authority, index, citation,
                    {ids.begin() + static_cast<std::ptrdiff_t>(begin),
                     ids.begin() + static_cast<std::ptrdiff_t>(end)},
                    false, candidates);
        if (std::ranges::any_of(
                candidates, [&](const Candidate& candidate) { return is_work_cited(citation, candidate); })) {
            return;
        }
    }
}

}  // namespace whereof::verify
