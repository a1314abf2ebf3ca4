// SPDX-License-Identifier: MIT
#include "cli/output_buffer.hpp"

#include "base/io.hpp"

#include <cerrno>

#include <unistd.h>

namespace whereof::cli {

void OutputBuffer::write_out() {
    const char* at = pbase();
    const char* const end = pptr();
    take_all();
    while (at != end) {
        const ssize_t put = ::write(descriptor_, at, static_cast<std::size_t>(end - at));
        if (put < 0 && errno != EINTR) {
            throw IoError(kStandardOutput, "write to", errno);
        }
        at += put > 0 ? put : 0;
    }
}

OutputBuffer::int_type OutputBuffer::overflow(int_type c) {
    write_out();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
        sputc(traits_type::to_char_type(c));
    }
    return traits_type::not_eof(c);
}

int OutputBuffer::sync() {
    write_out();
    return 0;
}

}  // namespace whereof::cli
