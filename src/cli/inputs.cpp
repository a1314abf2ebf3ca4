// SPDX-License-Identifier: MIT
#include "cli/inputs.hpp"

#include "base/bounded_queue.hpp"
#include "base/digest.hpp"
#include "base/io.hpp"
#include "cli/input_files.hpp"
#include "formats/formats.hpp"
#include "report/terminal.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>
#include <thread>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

namespace fs = std::filesystem;

std::string read_stream(std::istream& in, std::size_t max_bytes) {
    std::string out;
    std::array<char, std::size_t{64} << 10U> buffer{};
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
        out.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (out.size() > max_bytes) {
            throw IoError("standard input", "read", EFBIG);
        }
    }
    return out;
}

/// The reader that the format names or the content shows; nullptr when none recognises it.
const article::Reader* choose_reader(std::string_view head, std::string_view format) {
    if (format.empty() && formats::recognise_format(head) != nullptr) {
        return nullptr;  // works of a list, one a line
    }
    for (const auto& reader : article::readers()) {
        if (format.empty() ? reader.recognises(head.substr(0, 4096)) : reader.name == format) {
            return &reader;
        }
    }
    return nullptr;
}

/// Reads files one after the other into a queue.
class InputReader {
  public:
    InputReader(Context& context, const ReadOptions& options, BoundedQueue<InputArticle>& queue)
        : context_(context), options_(options), queue_(queue) {}

    void read_all(const std::vector<std::string>& files) {
        for (auto file = files.begin(); file != files.end() && !stopped_; ++file) {
            read(*file);
            bytes_before_ += bytes_of({*file});
        }
    }

    [[nodiscard]] std::size_t known() const noexcept { return known_; }
    [[nodiscard]] const std::vector<Error>& skipped() const noexcept { return skipped_; }

  private:
    void read(const std::string& path) {
        try {
            if (is_web_address(path)) {
                read_page(path);
            } else if (path != "-" && is_jsonl(path)) {
                read_lines(path);
            } else {
                read_bytes(path, path == "-" ? read_stream(context_.in, options_.max_bytes)
                                             : read_file(path, options_.max_bytes));
            }
        } catch (const IoError& error) {
            skipped_.push_back({error.what(), path});
        }
    }

    bool is_jsonl(const std::string& path) const {
        if (fs::is_directory(path)) {
            return false;
        }
        const auto source = open_source(path);
        std::array<char, formats::kHeadBytes> head{};
        const std::size_t size = source->read(head.data(), head.size());
        const auto* reader = choose_reader({head.data(), size}, options_.format);
        return reader != nullptr && reader->name == "jsonl";
    }

    void read_page(const std::string& url) {
        const auto page =
            options_.fetch
                ? options_.fetch(url)
                : Result<std::string>(Error{"an address on the network is read with --online only"});
        if (!page) {
            take_error(url, page.error());
            return;
        }
        read_bytes(url, *page);
    }

    void read_bytes(const std::string& path, const std::string& bytes) {
        const std::string digest = sha256_hex(bytes);
        if (options_.known && options_.known(path, digest)) {
            ++known_;
            return;
        }
        if (options_.look) {
            options_.look(path, bytes);
        }
        auto read = article::read_named_articles(bytes, path, options_.format);
        std::ranges::move(read.skipped, std::back_inserter(skipped_));
        for (auto& named : read.articles) {
            hand_over(
                {std::move(named.name), digest, std::move(named.article), bytes_before_ + bytes.size()});
        }
    }

    void read_lines(const std::string& path) {
        const auto source = open_source(path);
        LineReader lines(*source, options_.max_bytes);
        article::LineArticles articles(path);
        std::string_view line;
        while (!stopped_ && lines.next(line)) {
            if (text::trim(line).empty()) {
                continue;
            }
            if (lines.cut()) {
                skipped_.push_back({fmt::format("line {} is longer than {} bytes (raise it with --max-size)",
                                                lines.number(), options_.max_bytes),
                                    path, lines.offset()});
                continue;
            }
            auto result = articles.read(line, static_cast<std::uint32_t>(lines.number()));
            if (!result) {
                take_error(path, {result.error().what, {}, lines.offset() + result.error().offset});
                continue;
            }
            hand_over({article::name_in_file(path, *result, lines.number()), sha256_hex(line),
                       std::move(*result), bytes_before_ + source->taken()});
        }
    }

    void hand_over(InputArticle input) { stopped_ = !queue_.push(std::move(input)); }

    void take_error(const std::string& path, Error error) {
        if (error.where.empty()) {
            error.where = path;
        }
        skipped_.push_back(std::move(error));
    }

    Context& context_;
    const ReadOptions& options_;
    BoundedQueue<InputArticle>& queue_;
    std::vector<Error> skipped_;
    std::uint64_t bytes_before_ = 0;  ///< of the files before this one
    std::size_t known_ = 0;
    bool stopped_ = false;  ///< nobody takes articles any more
};

/// An InputReader at work in a thread of its own, which ends with the object.
class InputReading {
  public:
    InputReading(Context& context, const ReadOptions& options, const std::vector<std::string>& files)
        : reader_(context, options, queue_), thread_([this, &files] { work(files); }) {}
    InputReading(const InputReading&) = delete;
    InputReading& operator=(const InputReading&) = delete;
    ~InputReading() { end(); }

    std::optional<InputArticle> next() { return queue_.pop(); }

    /// After the last article. Rethrows what went wrong in the thread.
    const InputReader& finish() {
        end();
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        return reader_;
    }

  private:
    void work(const std::vector<std::string>& files) {
        try {
            reader_.read_all(files);
        } catch (...) {
            failure_ = std::current_exception();
        }
        queue_.close();
    }
    void end() {
        queue_.close();
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    static constexpr std::size_t kArticlesWaiting = 4;
    BoundedQueue<InputArticle> queue_{kArticlesWaiting};
    InputReader reader_;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace

std::size_t read_inputs(Context& context, const std::vector<std::string>& files, const ReadOptions& options,
                        std::vector<Error>& skipped, const std::function<void(InputArticle&&)>& each) {
    InputReading reading(context, options, files);
    while (auto input = reading.next()) {
        each(std::move(*input));
    }
    const InputReader& reader = reading.finish();
    skipped.insert(skipped.end(), reader.skipped().begin(), reader.skipped().end());
    return reader.known();
}

void print_skipped(Context& context, std::vector<Error> skipped) {
    std::ranges::stable_sort(skipped, {}, &Error::where);
    for (const auto& error : skipped) {
        context.err << "skipped ";
        if (!error.where.empty()) {
            context.err << report::one_line(error.where) << ": ";
        }
        context.err << report::one_line(error.what);
        if (error.offset > 0) {
            context.err << " (byte " << error.offset << ")";
        }
        context.err << '\n';
    }
}

}  // namespace whereof::cli
