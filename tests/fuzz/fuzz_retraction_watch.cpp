// SPDX-License-Identifier: MIT
// The bulk reader of Retraction Watch's CSV.
// rooms: authority
#include "counting_sink.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace whereof;
    using namespace whereof::authority;
    return read_bulk(data, size, [](ByteSource& source, std::string_view, CountingSink& sink) {
        read_retraction_watch_csv(source, sink);
    });
}
