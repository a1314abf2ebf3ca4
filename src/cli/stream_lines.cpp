// SPDX-License-Identifier: MIT
#include "cli/stream_lines.hpp"

#include "base/io.hpp"
#include "text/utf8.hpp"

#include <istream>

namespace whereof::cli {
namespace {

/// The context's input as a source: hands out what is there, so that a conversation over a pipe goes on.
class StreamSource final : public ByteSource {
  public:
    explicit StreamSource(std::istream& in) : in_(in) {}
    std::size_t read(char* out, std::size_t size) override {
        if (size == 0 || in_.peek() == std::istream::traits_type::eof()) {
            return 0;
        }
        const std::streamsize got = in_.readsome(out, static_cast<std::streamsize>(size));
        if (got > 0) {
            return static_cast<std::size_t>(got);
        }
        in_.get(*out);
        return in_ ? 1 : 0;
    }

  private:
    std::istream& in_;
};

}  // namespace

void for_each_line(Context& context, const std::string& path, std::size_t max_line,
                   const std::function<void(std::string_view line, std::size_t number, bool cut)>& each) {
    StreamSource stream(context.in);
    const auto file = path == "-" ? nullptr : open_source(path);
    LineReader lines(path == "-" ? static_cast<ByteSource&>(stream) : *file, max_line);
    std::string_view line;
    while (lines.next(line)) {
        if (!text::trim(line).empty()) {
            each(line, lines.number(), lines.cut());
        }
    }
}

}  // namespace whereof::cli
