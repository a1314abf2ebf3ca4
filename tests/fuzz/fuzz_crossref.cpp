// SPDX-License-Identifier: MIT
// The bulk reader of Crossref, OpenAlex, DataCite and the lists of retractions.
// rooms: authority
#include "counting_sink.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace whereof;
    using namespace whereof::authority;
    return read_bulk(data, size, [](ByteSource& source, std::string_view text, CountingSink& sink) {
        read_json_file(source, text.substr(0, kHeadSize), sink);
    });
}
