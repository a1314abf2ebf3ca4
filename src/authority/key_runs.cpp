// SPDX-License-Identifier: MIT
#include "authority/key_runs.hpp"

#include "base/io.hpp"

#include <algorithm>
#include <cerrno>
#include <span>

#include <unistd.h>

namespace whereof::authority {

/// One sorted run: a nameless file read in blocks, or the entries that never left memory.
class KeyRuns::Run {
  public:
    Run(std::filesystem::path folder, std::vector<Packed>& sorted) : folder_(std::move(folder)) {
        std::string name = (folder_ / "keys-XXXXXX").string();
        const int fd = ::mkstemp(name.data());
        if (fd < 0) {
            throw IoError(folder_, "write the keys of the index in", errno);
        }
        ::unlink(name.c_str());
        file_.reset(::fdopen(fd, "w+b"));
        if (std::fwrite(sorted.data(), sizeof(Packed), sorted.size(), file_.get()) != sorted.size() ||
            std::fflush(file_.get()) != 0) {
            throw IoError(folder_, "write the keys of the index in", errno);
        }
        std::rewind(file_.get());
    }
    explicit Run(std::vector<Packed> sorted) : block_(std::move(sorted)) {}

    [[nodiscard]] const Packed& front() const noexcept { return block_[at_]; }

    /// Moves to the next entry; false at the end.
    bool advance() {
        ++at_;
        return at_ < block_.size() || fill();
    }
    bool fill() {
        if (!file_) {
            return false;
        }
        constexpr std::size_t kBlock = std::size_t{16} << 10U;
        block_.resize(kBlock);
        block_.resize(std::fread(block_.data(), sizeof(Packed), kBlock, file_.get()));
        if (std::ferror(file_.get()) != 0) {
            throw IoError(folder_, "read the keys of the index in", errno);
        }
        at_ = 0;
        return !block_.empty();
    }

  private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    std::filesystem::path folder_;
    std::unique_ptr<std::FILE, Close> file_;
    std::vector<Packed> block_;
    std::size_t at_ = 0;
};

KeyRuns::KeyRuns(std::filesystem::path folder, std::size_t in_memory)
    : folder_(std::move(folder)), in_memory_(in_memory) {}

KeyRuns::~KeyRuns() = default;

void KeyRuns::add(const KeyEntry& entry) {
    entries_.push_back(
        {entry.key, static_cast<std::uint64_t>(entry.id) << 2U | static_cast<std::uint64_t>(entry.role)});
    ++size_;
    if (entries_.size() >= in_memory_ && !folder_.empty()) {
        spill();
    }
}

void KeyRuns::spill() {
    std::ranges::sort(entries_);
    auto run = std::make_unique<Run>(folder_, entries_);
    if (run->fill()) {
        runs_.push_back(std::move(run));
    }
    entries_.clear();
}

void KeyRuns::start_merge() {
    merging_ = true;
    if (!entries_.empty()) {
        std::ranges::sort(entries_);
        runs_.push_back(std::make_unique<Run>(std::move(entries_)));
        entries_.clear();
    }
    std::ranges::make_heap(runs_, [](const auto& a, const auto& b) { return b->front() < a->front(); });
}

bool KeyRuns::next(KeyEntry& entry) {
    if (!merging_) {
        start_merge();
    }
    if (runs_.empty()) {
        return false;
    }
    const auto later = [](const auto& a, const auto& b) { return b->front() < a->front(); };
    std::ranges::pop_heap(runs_, later);
    const Packed& front = runs_.back()->front();
    entry = {front.key, static_cast<RecordId>(front.id_and_role >> 2U),
             static_cast<KeyRole>(front.id_and_role & 3U)};
    if (runs_.back()->advance()) {
        std::ranges::push_heap(runs_, later);
    } else {
        runs_.pop_back();
    }
    return true;
}

}  // namespace whereof::authority
