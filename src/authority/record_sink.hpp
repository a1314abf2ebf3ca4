// SPDX-License-Identifier: MIT
#pragma once

#include "authority/say.hpp"
#include "base/io.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace whereof::authority {

/// Where the readers of bulk files put what they find.
class RecordSink {
  public:
    virtual ~RecordSink() = default;
    virtual void record(Say say) = 0;  ///< as the source has it; the sink normalises
    virtual void event(std::string DOI, std::string PMID, StatusEvent event) = 0;
    virtual void deleted(std::string PMID) = 0;
    /// A record that cannot be read: `offset` is its first byte in the unpacked file, `line` from 1 or 0.
    virtual void skipped(std::uint64_t line, std::uint64_t offset, std::string what) = 0;
    virtual void kind(std::string_view name) = 0;  ///< of the file; the first call counts
};

/// The largest single record that is read; a work with thousands of authors and references stays below.
inline constexpr std::size_t kLargestRecord = std::size_t{16} << 20U;

/// How much of a file its kind is told by.
inline constexpr std::size_t kHeadSize = std::size_t{64} << 10U;

/// The readers: each takes a file from its first byte. Throw IoError when the stream breaks; what was whole
/// before has then been given to the sink.
void read_json_file(ByteSource& source, std::string_view head, RecordSink& sink);
void read_pubmed_file(ByteSource& source, RecordSink& sink);
void read_retraction_watch_csv(ByteSource& source, RecordSink& sink);
void read_nbib_file(ByteSource& source, RecordSink& sink);

/// Do these first bytes look like PubMed's XML, its tagged text, the CSV that Retraction Watch publishes,
/// JSON?
[[nodiscard]] bool looks_like_pubmed(std::string_view head);
[[nodiscard]] bool looks_like_nbib(std::string_view head);
[[nodiscard]] bool looks_like_retraction_watch_csv(std::string_view head);
[[nodiscard]] bool looks_like_json(std::string_view head);

}  // namespace whereof::authority
