// SPDX-License-Identifier: MIT
#include "serve/merge_works.hpp"

#include "verify/cited_pair.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace whereof::serve {
namespace {

/// Items gathered into works; each work is known by one of its items.
class Works {
  public:
    explicit Works(std::span<const bib::Item* const> items)
        : items_(items), leader_(items.size()), keeper_(items.size()), reason_(items.size()) {
        std::iota(leader_.begin(), leader_.end(), std::size_t{0});
        std::iota(keeper_.begin(), keeper_.end(), std::size_t{0});
    }

    std::size_t leader_of(std::size_t item) {
        while (leader_[item] != item) {
            leader_[item] = leader_[leader_[item]];
            item = leader_[item];
        }
        return item;
    }

    /// The item that stands for the work of `item`.
    std::size_t keeper_of(std::size_t item) { return keeper_[leader_of(item)]; }

    /// The key by which `item` came to its work.
    const std::string& reason_of(std::size_t item) {
        // The leader was there first: it is joined to whoever stands for the work.
        return reason_[leader_[item] == item ? keeper_[item] : item];
    }

    /// Makes one work of two unless their titles forbid it. True when they are one now.
    bool unite(std::size_t a, std::size_t b, const std::string& key) {
        std::size_t first = leader_of(a);
        std::size_t second = leader_of(b);
        if (first == second) {
            return true;
        }
        // The two that share the key may say more together than those that stand for their works.
        const bib::Item& here = *items_[keeper_[first]];
        const bib::Item& there = *items_[keeper_[second]];
        if (is_described(here, there) && !is_one_work(here, there) && !is_one_work(*items_[a], *items_[b])) {
            return false;
        }
        if (second < first) {
            std::swap(first, second);
        }
        leader_[second] = first;
        reason_[second] = key;
        if (items_[keeper_[first]]->title.empty() && !items_[keeper_[second]]->title.empty()) {
            keeper_[first] = keeper_[second];
        }
        return true;
    }

  private:
    static bool is_described(const bib::Item& a, const bib::Item& b) {
        return !a.title.empty() && !b.title.empty();
    }
    static bool is_one_work(const bib::Item& a, const bib::Item& b) {
        return is_described(a, b) && verify::hold_side_by_side(a, b).same_work;
    }

    std::span<const bib::Item* const> items_;
    std::vector<std::size_t> leader_;
    std::vector<std::size_t> keeper_;  ///< by leader
    std::vector<std::string> reason_;
};

}  // namespace

std::vector<Merged> merge_works(std::span<const bib::Item* const> items) {
    // Different works under one key are rare (a wrong DOI, a common title): more than these are not compared.
    constexpr std::size_t kMostUnderOneKey = 16;
    Works works(items);
    std::unordered_map<std::string, std::vector<std::size_t>> by_key;
    std::vector<Merged> out(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (auto& key : verify::work_keys(*items[i])) {
            auto& known = by_key[key];
            const bool united =
                std::ranges::any_of(known, [&](std::size_t other) { return works.unite(other, i, key); });
            if (!united && known.size() < kMostUnderOneKey) {
                known.push_back(i);
            }
        }
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        out[i].into = works.keeper_of(i);
        if (out[i].into != i) {
            const std::string& key = works.reason_of(i);
            out[i].because = key.starts_with("title:") ? "title" : key;
        }
    }
    return out;
}

bool complete(bib::Item& item, const bib::Item& other) {
    bool changed = false;
    for (const auto field : {bib::Field::DOI, bib::Field::PMID, bib::Field::PMCID, bib::Field::ISBN}) {
        if (item.text(field)->empty() && !other.text(field).empty()) {
            *item.text(field) = other.text(field);
            changed = true;
        }
    }
    return changed;
}

}  // namespace whereof::serve
