// SPDX-License-Identifier: MIT
// Speed of the reference formats: references a second written, megabytes a second read.
// usage: formats_bench speed SOURCE COUNT        a table of every format
//        formats_bench write SOURCE COUNT NAME   the file of one format to stdout
// SOURCE is a CSL-JSON list; its works are repeated, each with a volume of its own, up to COUNT.
#include "base/io.hpp"
#include "formats/formats.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace {

using namespace whereof;

std::vector<bib::Item> make_items(const char* source, std::size_t count) {
    const std::string file = read_file(source, std::uintmax_t{1} << 30U);
    std::vector<bib::Item> items;
    for (const auto& entry : formats::find_format("csl-json")->read(file)) {
        if (entry) {
            items.push_back(entry->item);
        }
    }
    for (std::size_t i = 0; !items.empty() && items.size() < count; ++i) {
        items.push_back(items[i]);
        items.back().volume = std::to_string(items.size());
    }
    items.resize(count);
    return items;
}

/// The seconds of processor time of the quicker of two runs.
template <typename Work>
double seconds_of(Work work) {
    double best = 1e9;
    for (int run = 0; run < 2; ++run) {
        const std::clock_t begin = std::clock();
        work();
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
}

void print_speed(const std::vector<formats::Entry>& entries) {
    fmt::print("{:<10} {:>14} {:>8} {:>9}\n", "format", "references/s", "MB", "MB/s read");
    for (const auto& format : formats::formats()) {
        if (format.write == nullptr) {
            continue;
        }
        std::string file;
        const double writing = seconds_of([&] { file = format.write(entries); });
        const double megabytes = static_cast<double>(file.size()) / 1e6;
        std::string reading = "-";
        if (format.read != nullptr) {
            std::size_t read = 0;
            const double seconds = seconds_of([&] { read = format.read(file).size(); });
            reading = fmt::format("{:.0f}{}", megabytes / seconds, read == entries.size() ? "" : " (!)");
        }
        fmt::print("{:<10} {:>14.0f} {:>8.1f} {:>9}\n", format.name,
                   static_cast<double>(entries.size()) / writing, megabytes, reading);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        return 2;
    }
    const auto items = make_items(argv[2], std::strtoul(argv[3], nullptr, 10));
    std::vector<formats::Entry> entries;
    for (const auto& item : items) {
        entries.push_back({fmt::format("r{}", entries.size() + 1), &item, {}});
    }
    if (std::string_view(argv[1]) == "speed") {
        print_speed(entries);
        return 0;
    }
    const auto* format = argc > 4 ? formats::find_format(argv[4]) : nullptr;
    if (format == nullptr || format->write == nullptr) {
        return 2;
    }
    const std::string file = format->write(entries);
    std::fwrite(file.data(), 1, file.size(), stdout);
    return 0;
}
