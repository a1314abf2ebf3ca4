// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record_sink.hpp"
#include "base/bounded_queue.hpp"

#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace whereof::authority {

/// What a reader found, in the file's order.
struct FoundEvent {
    std::string DOI;
    std::string PMID;
    StatusEvent event;
};
struct FoundDeletion {
    std::string PMID;
};
struct FoundFault {
    std::uint64_t line = 0;
    std::uint64_t offset = 0;
    std::string what;
};
struct FoundKind {
    std::string name;
};
using Found = std::variant<Say, FoundEvent, FoundDeletion, FoundFault, FoundKind>;
struct FoundBatch {
    std::vector<Found> found;
    std::uint64_t taken = 0;  ///< bytes of the file that were read so far
};

/// Reads one file in a thread of its own: unpacking, parsing and normalising there, so that the caller has
/// only to write. The thread ends with the object.
class FileReading {
  public:
    FileReading(std::filesystem::path path, Abstracts abstracts);
    FileReading(const FileReading&) = delete;
    FileReading& operator=(const FileReading&) = delete;
    ~FileReading();

    /// The next finds; absent at the end.
    std::optional<FoundBatch> next() { return queue_.pop(); }

    /// After the end: why the file could not be read, or not to its end; empty when it could. Rethrows what
    /// is no fault of the file's.
    std::string problem();

  private:
    void read();

    std::filesystem::path path_;
    Abstracts abstracts_;
    BoundedQueue<FoundBatch> queue_;
    std::string problem_;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace whereof::authority
