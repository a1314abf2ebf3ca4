// SPDX-License-Identifier: MIT
// Prints how fast an index is built from bulk files and asked.
//
// usage: authority_bench INDEX FILES…      INDEX is made anew
#include "authority/import.hpp"
#include "authority/keys.hpp"
#include "authority/local_index.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

namespace {

using namespace whereof;
using namespace whereof::authority;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Runs `ask` for every record and prints the mean and the worst of a hundred, in microseconds, and how often
/// it found the record.
template <typename Ask>
void measure(std::string_view what, const std::vector<Record>& records, Ask ask) {
    std::vector<double> times;
    std::size_t found = 0;
    const auto start = Clock::now();
    for (const Record& record : records) {
        const auto begin = Clock::now();
        const std::vector<RecordId> ids = ask(record.item);
        times.push_back(1e6 * seconds_since(begin));
        found += static_cast<std::size_t>(std::ranges::count(ids, record.id) > 0);
    }
    const double all = seconds_since(start);
    std::ranges::sort(times);
    fmt::print("{:24} {:9.0f} look-ups/s   mean {:7.1f} us   p99 {:8.1f} us   found {:5.1f} %\n", what,
               static_cast<double>(records.size()) / all, 1e6 * all / static_cast<double>(records.size()),
               times[times.size() * 99 / 100],
               100.0 * static_cast<double>(found) / static_cast<double>(records.size()));
}

/// Records spread over the whole index.
std::vector<Record> some_records(Authority& authority, std::size_t wanted) {
    std::mt19937_64 random(1);
    std::uniform_int_distribution<RecordId> any(1, std::max<RecordId>(1, authority.info().records));
    std::vector<Record> out;
    for (std::size_t tries = 0; out.size() < wanted && tries < 4 * wanted; ++tries) {
        for (Record& record : authority.records(std::vector<RecordId>{any(random)})) {
            out.push_back(std::move(record));
        }
    }
    return out;
}

void ask_all(Authority& authority) {
    const auto records = some_records(authority, 10'000);
    if (records.empty()) {
        return;
    }
    const auto by = [&](const std::vector<Key>& keys) {
        std::vector<RecordId> out;
        for (const auto& ids : authority.by_keys(keys, 50)) {
            out.insert(out.end(), ids.begin(), ids.end());
        }
        return out;
    };
    measure("every key of a record", records, [&](const bib::Item& item) { return by(keys_of(item)); });
    measure("DOI or PMID", records, [&](const bib::Item& item) {
        return by({identifier_key(bib::Field::DOI, item.DOI), identifier_key(bib::Field::PMID, item.PMID)});
    });
    measure("surname, year, page", records, [&](const bib::Item& item) {
        const std::string surname = item.author.empty() ? std::string() : item.author[0].family;
        return by({surname_year_page_key(surname, item.issued.year, item.page)});
    });
    measure("words of the title", records,
            [&](const bib::Item& item) { return authority.candidates(text::fold_words(item.title), 100); });
    const auto start = Clock::now();
    for (const Record& record : records) {
        (void)authority.records(std::vector<RecordId>{record.id});
    }
    fmt::print("{:24} {:9.0f} look-ups/s\n", "whole record",
               static_cast<double>(records.size()) / seconds_since(start));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: authority_bench INDEX FILES...\n", stderr);
        return 2;
    }
    const std::filesystem::path index = argv[1];
    const std::vector<std::filesystem::path> files(argv + 2, argv + argc);
    std::filesystem::remove(index);
    double reading = 0;
    const auto start = Clock::now();
    ImportOptions options;
    options.progress = [&](const ImportProgress& progress) {
        reading = progress.phase == ImportProgress::Phase::reading ? seconds_since(start) : reading;
        return true;
    };
    const ImportReport report = import_files(index, files, options);
    const double all = seconds_since(start);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto records = static_cast<double>(std::max<std::int64_t>(1, report.records));
    fmt::print(
        "import: {} records in {:.2f} s ({:.0f} records/s; reading {:.2f} s, filing {:.2f} s), {} works, "
        "{:.0f} "
        "bytes a record, {} MB of memory\n",
        report.records, all, records / all, reading, all - reading, report.works,
        static_cast<double>(std::filesystem::file_size(index)) / records, usage.ru_maxrss / 1024);
    ask_all(*open_index(index));
    return 0;
}
