// SPDX-License-Identifier: MIT
// The bulk reader of Retraction Watch's CSV.
#include "base/io.hpp"
#include "counting_sink.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace whereof;
    using namespace whereof::authority;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const auto source = open_bytes(text, "fuzz");
        CountingSink sink;
        read_retraction_watch_csv(*source, sink);
    } catch (const IoError&) {
        // A gzip stream that ends in the middle.
    }
    return 0;
}
