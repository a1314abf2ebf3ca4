// SPDX-License-Identifier: MIT
#pragma once

#include "authority/keys.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

namespace whereof::authority {

/// What a key can prove about the rows that share it.
enum class KeyRole : std::uint8_t {
    plain = 0,
    title = 1,  ///< the whole title of a row without identifiers: rows may be the same to the last letter
    work = 2,   ///< an identifier: the rows may mean one work
};

struct KeyEntry {
    Key key = 0;
    RecordId id = 0;
    KeyRole role = KeyRole::plain;
};

/// Sorts any number of keys in bounded memory: runs are sorted in memory, written to nameless files in
/// `folder` and merged. First add(), then next() until it says false. Throws IoError when the disk is full.
class KeyRuns {
  public:
    /// An empty folder keeps everything in memory.
    explicit KeyRuns(std::filesystem::path folder, std::size_t in_memory = std::size_t{6} << 20U);
    KeyRuns(const KeyRuns&) = delete;
    KeyRuns& operator=(const KeyRuns&) = delete;
    ~KeyRuns();

    void add(const KeyEntry& entry);
    bool next(KeyEntry& entry);  ///< in order of key, then id
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

  private:
    struct Packed {
        Key key;
        std::uint64_t id_and_role;
        auto operator<=>(const Packed&) const = default;
    };
    class Run;
    void spill();
    void start_merge();

    std::filesystem::path folder_;
    std::size_t in_memory_;
    std::size_t size_ = 0;
    std::vector<Packed> entries_;
    std::vector<std::unique_ptr<Run>> runs_;  ///< while merging a heap, smallest first
    bool merging_ = false;
};

}  // namespace whereof::authority
