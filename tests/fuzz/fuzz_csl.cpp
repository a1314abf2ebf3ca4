// SPDX-License-Identifier: MIT
// The bulk reader of CSL-JSON.
// rooms: authority
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
        const std::string line = "[" + std::string(text) + "]";  // as an element of an array
        for (const std::string_view whole : {text, std::string_view(line)}) {
            const auto source = open_bytes(whole, "fuzz");
            CountingSink sink;
            read_json_file(*source, whole.substr(0, kHeadSize), sink);
        }
    } catch (const IoError&) {
        // A gzip stream that ends in the middle.
    }
    return 0;
}
