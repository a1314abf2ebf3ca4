// SPDX-License-Identifier: MIT
#include "verify/merge_works.hpp"

#include "verify/complete.hpp"
#include "verify/one_work.hpp"
#include "verify/work_keys.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace whereof::verify {
namespace {

/// Does what an item says mean one work, so that another that says the same means it too?
bool says_which(const bib::Item& item) {
    const bool named = !item.title.empty() || !item.URL.empty() || !item.note.empty();
    const bool placed = !item.container_title.empty() && (!item.volume.empty() || !item.page.empty());
    return named || placed || !work_keys(item).empty() || !item.ISBN.empty();
}

/// Records gathered into works. Each work holds what all its records say together, so that no two of them
/// that exclude each other meet by way of a third.
class Works {
  public:
    explicit Works(std::vector<const bib::Item*> records)
        : records_(std::move(records)), leader_(records_.size()), reason_(records_.size()) {
        std::iota(leader_.begin(), leader_.end(), std::size_t{0});
        for (const bib::Item* record : records_) {
            said_.push_back(*record);
        }
    }

    std::size_t leader_of(std::size_t record) {
        while (leader_[record] != record) {
            leader_[record] = leader_[leader_[record]];
            record = leader_[record];
        }
        return record;
    }

    /// Why the record, or when it was the first, another one, came to its work.
    const std::string& reason_of(std::size_t record) const { return reason_[record]; }

    /// Goes through the works until no two of them are one.
    void gather() {
        while (gather_once()) {
        }
    }

  private:
    bool gather_once() {
        // Different works under one key are rare (a wrong DOI, a common title): more are not compared.
        constexpr std::size_t kMostUnderOneKey = 16;
        std::unordered_map<std::string, std::vector<std::size_t>> by_key;
        bool changed = false;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (leader_of(i) != i) {
                continue;
            }
            for (auto& key : work_keys(said_[i])) {
                auto& known = by_key[key];
                const bool united = std::ranges::any_of(known, [&](std::size_t other) {
                    return leader_of(other) == leader_of(i) || (unite(other, i) && (changed = true));
                });
                if (!united && known.size() < kMostUnderOneKey) {
                    known.push_back(i);
                }
            }
        }
        return changed;
    }

    bool unite(std::size_t a, std::size_t b) {
        const std::size_t first = std::min(leader_of(a), leader_of(b));
        const std::size_t second = std::max(leader_of(a), leader_of(b));
        std::string reason = why_one_work(said_[first], said_[second]);
        if (reason.empty()) {
            return false;
        }
        leader_[second] = first;
        complete(said_[first], said_[second]);
        if (reason_[first].empty()) {
            reason_[first] = reason;
        }
        if (reason_[second].empty()) {
            reason_[second] = std::move(reason);
        }
        return true;
    }

    std::vector<const bib::Item*> records_;
    std::vector<std::size_t> leader_;
    std::vector<bib::Item> said_;  ///< by leader
    std::vector<std::string> reason_;
};

/// The records that say something of their own, and which of them each item is. Ordered by what they say, so
/// that the order in which they came decides nothing. What does not say which work it means stands alone.
struct Records {
    std::vector<const bib::Item*> records;
    std::vector<std::size_t> record_of;  ///< by item
};
Records distinct_records(std::span<const bib::Item* const> items) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return *items[a] < *items[b]; });
    Records out;
    out.record_of.resize(items.size());
    for (const std::size_t i : order) {
        if (out.records.empty() || *out.records.back() != *items[i] || !says_which(*items[i])) {
            out.records.push_back(items[i]);
        }
        out.record_of[i] = out.records.size() - 1;
    }
    return out;
}

}  // namespace

std::vector<Merged> merge_works(std::span<const bib::Item* const> items) {
    const auto [records, record_of] = distinct_records(items);
    Works works(records);
    works.gather();

    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> keeper(records.size(), kNone);  // by leader
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::size_t& kept = keeper[works.leader_of(record_of[i])];
        if (kept == kNone || (items[kept]->title.empty() && !items[i]->title.empty())) {
            kept = i;
        }
    }
    std::vector<Merged> out(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        out[i].into = keeper[works.leader_of(record_of[i])];
        if (out[i].into == i) {
            continue;
        }
        const bool is_copy = record_of[i] == record_of[out[i].into];
        out[i].because = is_copy ? "the same record twice" : why_one_work(*items[out[i].into], *items[i]);
        if (out[i].because.empty()) {
            out[i].because = works.reason_of(record_of[i]);
        }
    }
    return out;
}

std::vector<std::size_t> kept_items(std::span<const Merged> merged) {
    std::vector<bool> seen(merged.size());
    std::vector<std::size_t> out;
    for (const Merged& one : merged) {
        if (!seen[one.into]) {
            seen[one.into] = true;
            out.push_back(one.into);
        }
    }
    return out;
}

std::vector<Merged> unite_works(std::span<bib::Item* const> items) {
    auto merged = merge_works(std::vector<const bib::Item*>(items.begin(), items.end()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (merged[i].into != i) {
            complete(*items[merged[i].into], *items[i]);
        }
    }
    return merged;
}

}  // namespace whereof::verify
