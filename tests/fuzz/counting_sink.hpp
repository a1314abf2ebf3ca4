// SPDX-License-Identifier: MIT
#pragma once

#include "authority/normalise.hpp"
#include "authority/record_sink.hpp"
#include "authority/say_text.hpp"
#include "base/io.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace whereof::authority {

/// Takes what a reader finds, and holds normalising and the index's own text form to their promises.
class CountingSink final : public RecordSink {
  public:
    void record(Say say) override {
        normalise(say);
        Say again = say;
        normalise(again);
        if (!(again == say)) {
            std::abort();  // normalise twice is normalise once
        }
        const std::string names = encode_names(say.item.author);
        if (encode_names(decode_names(names)) != names) {
            std::abort();
        }
    }
    void event(std::string, std::string, StatusEvent) override {}
    void deleted(std::string) override {}
    void skipped(std::uint64_t, std::uint64_t, std::string) override {}
    void kind(std::string_view) override {}
};

/// Hands the bytes to `read(source, text, sink)` as one bulk file, which may be gzip that ends in the middle.
int read_bulk(const std::uint8_t* data, std::size_t size, auto read) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const auto source = open_bytes(text, "fuzz");
        CountingSink sink;
        read(*source, text, sink);
    } catch (const IoError&) {
        return 0;  // the gzip stream was cut
    }
    return 0;
}

}  // namespace whereof::authority
