// SPDX-License-Identifier: MIT
// Makes an index of millions out of real records, and measures it. The records made are synthetic and say so:
// their DOIs are of the registrant 10.99999, which nobody has, and their titles, names and numbers are real
// ones mixed anew.
//
// usage: scale_bench records SOURCE.csl.jsonl[.gz] COUNT csl|pubmed > FILE     COUNT records, the same each
// time
//        scale_bench cases SOURCE.csl.jsonl[.gz] COUNT CASES plain|identified > FILE     citations of such
//        records scale_bench floor COUNT FILE.db       bare SQLite: rows put in, keys looked up scale_bench
//        latency INDEX.db < CASES     how long one citation takes
#include "authority/local_index.hpp"
#include "base/io.hpp"
#include "bib/reference.hpp"
#include "formats/csl_json.hpp"
#include "formats/formats.hpp"
#include "sqlite/database.hpp"
#include "text/utf8.hpp"
#include "verify/verify.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using namespace whereof;
using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// splitmix64: a number that looks random, the same for the same seed.
std::uint64_t mix(std::uint64_t seed) {
    seed += 0x9E3779B97F4A7C15U;
    seed = (seed ^ (seed >> 30U)) * 0xBF58476D1CE4E5B9U;
    seed = (seed ^ (seed >> 27U)) * 0x94D049BB133111EBU;
    return seed ^ (seed >> 31U);
}

std::vector<bib::Item> read_source(const std::string& path) {
    std::vector<bib::Item> out;
    const auto source = open_source(path);
    LineReader lines(*source, std::size_t{16} << 20U);
    std::string_view line;
    while (lines.next(line)) {
        const auto json = Json::parse(line, nullptr, false);
        if (auto item = formats::from_csl_json(json); item && !item->title.empty() && !item->author.empty()) {
            out.push_back(std::move(*item));
        }
    }
    return out;
}

/// The record of that number: a real one whose title, authors and place in its journal are partly another's.
class Multiplier {
  public:
    explicit Multiplier(std::vector<bib::Item> real) : real_(std::move(real)) {}

    bib::Item operator()(std::uint64_t number) const {
        const auto pick = [&](std::uint64_t salt) -> const bib::Item& {
            return real_[mix(number * 16 + salt) % real_.size()];
        };
        bib::Item out = real_[number % real_.size()];
        out.title = crossed(out.title, pick(1).title);
        for (std::size_t i = 0; i < out.author.size(); ++i) {
            const auto& other = pick(2 + i % 5).author;
            const auto& name = other[i % other.size()];
            if (name.literal.empty()) {
                out.author[i] = name;
            }
        }
        const auto random = mix(number);
        out.issued = {1975 + static_cast<int>(random % 50), out.issued.month, 0, ""};
        out.volume = std::to_string(1 + random / 64 % 120);
        out.issue = std::to_string(1 + random / 8192 % 12);
        const auto page = 1 + random / 131072 % 2000;
        out.page = fmt::format("{}-{}", page, page + 1 + random % 12);
        out.DOI = fmt::format("10.99999/synthetic.{}", number);
        out.PMID = std::to_string(50'000'000 + number);
        out.PMCID.clear();
        out.PII.clear();
        out.URL.clear();
        return out;
    }

  private:
    /// The first half of one title and the second half of another.
    static std::string crossed(std::string_view one, std::string_view other) {
        const auto cut = one.find(' ', one.size() / 2);
        const auto join = other.find(' ', other.size() / 2);
        return std::string(one.substr(0, cut)) +
               std::string(join == std::string_view::npos ? "" : other.substr(join));
    }
    std::vector<bib::Item> real_;
};

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return out;
}

std::string pubmed_of(const bib::Item& item) {
    std::string authors;
    for (const auto& name : item.author) {
        authors += fmt::format("<Author><LastName>{}</LastName><ForeName>{}</ForeName></Author>",
                               escaped(name.family), escaped(name.given));
    }
    return fmt::format(
        "<PubmedArticle><MedlineCitation><PMID "
        "Version=\"1\">{}</PMID><Article><Journal><JournalIssue><Volume>{}"
        "</Volume><Issue>{}</Issue><PubDate><Year>{}</Year></PubDate></JournalIssue><Title>{}</Title></"
        "Journal>"
        "<ArticleTitle>{}</ArticleTitle><Pagination><MedlinePgn>{}</MedlinePgn></Pagination><AuthorList>{}"
        "</AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType=\"doi\">{}"
        "</ArticleId></ArticleIdList></PubmedData></PubmedArticle>\n",
        item.PMID, item.volume, item.issue, item.issued.year, escaped(item.container_title),
        escaped(item.title), item.page, authors, item.DOI);
}

void print_records(const Multiplier& multiply, std::uint64_t count, bool as_pubmed) {
    if (as_pubmed) {
        std::cout << "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n";
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto item = multiply(i);
        if (as_pubmed) {
            std::cout << pubmed_of(item);
        } else {
            std::cout << formats::to_csl_json(item).dump(-1, ' ', false, Json::error_handler_t::replace)
                      << '\n';
        }
    }
    if (as_pubmed) {
        std::cout << "</PubmedArticleSet>\n";
    }
}

void print_cases(const Multiplier& multiply, std::uint64_t count, std::uint64_t cases, bool identified) {
    const auto* vancouver = formats::find_format("vancouver");
    for (std::uint64_t i = 0; i < cases; ++i) {
        auto item = multiply(mix(i + 7) % count);
        if (!identified) {
            item.DOI.clear();
            item.PMID.clear();
        }
        const formats::Entry entry{"", &item, ""};
        std::string raw = vancouver->write({&entry, 1});
        raw = text::trim(raw.substr(std::min(raw.find(' ') + 1, raw.size())));
        std::cout << Json{{"id", std::to_string(i)}, {"raw", raw}}.dump(-1, ' ', false,
                                                                        Json::error_handler_t::replace)
                  << '\n';
    }
}

/// What no index can do without: rows of the same size, and a key looked up.
void measure_floor(std::uint64_t count, const std::string& path) {
    std::filesystem::remove(path);
    const sqlite::Database database(path, sqlite::OpenMode::create);
    database.execute("CREATE TABLE row(id INTEGER PRIMARY KEY, text TEXT) STRICT");
    const std::string text(300, 'x');
    auto start = Clock::now();
    {
        sqlite::Transaction transaction(database);
        auto insert = database.prepare("INSERT INTO row VALUES(?, ?)");
        for (std::uint64_t i = 0; i < count; ++i) {
            insert.bind(static_cast<std::int64_t>(i), text).run();
        }
        transaction.commit();
    }
    fmt::print("bare SQLite: {:.0f} rows of 300 bytes put in a second",
               static_cast<double>(count) / seconds_since(start));
    auto select = database.prepare("SELECT text FROM row WHERE id = ?");
    constexpr std::uint64_t kLookUps = 200'000;
    start = Clock::now();
    for (std::uint64_t i = 0; i < kLookUps; ++i) {
        select.bind(static_cast<std::int64_t>(mix(i) % count));
        while (select.step()) {
        }
        select.reset();
    }
    fmt::print(", {:.0f} keys looked up a second\n", static_cast<double>(kLookUps) / seconds_since(start));
}

void measure_latency(const std::string& index) {
    const auto authority = authority::open_index(index);
    verify::Verifier verifier({authority.get()});
    std::vector<double> times;
    std::size_t verified = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const auto raw = Json::parse(line).at("raw").get<std::string>();
        const auto start = Clock::now();
        const auto verdict = verifier.check(bib::parse_reference(raw));
        times.push_back(1e3 * seconds_since(start));
        verified += verdict.headline == finding::Headline::verified ? 1U : 0U;
    }
    if (times.empty()) {
        return;
    }
    std::ranges::sort(times);
    const auto at = [&](std::size_t percent) { return times[(times.size() - 1) * percent / 100]; };
    fmt::print(
        "one at a time: p50 {:.2f} ms, p95 {:.2f} ms, p99 {:.2f} ms, most {:.2f} ms; {:.1f} % verified\n",
        at(50), at(95), at(99), times.back(),
        100.0 * static_cast<double>(verified) / static_cast<double>(times.size()));
}

int usage() {
    std::fputs(
        "usage: scale_bench records SOURCE COUNT csl|pubmed | cases SOURCE COUNT CASES plain|identified | "
        "floor COUNT FILE.db | latency INDEX.db\n",
        stderr);
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 4 && words[0] == "records") {
        print_records(Multiplier(read_source(words[1])), std::stoull(words[2]), words[3] == "pubmed");
    } else if (words.size() == 5 && words[0] == "cases") {
        print_cases(Multiplier(read_source(words[1])), std::stoull(words[2]), std::stoull(words[3]),
                    words[4] == "identified");
    } else if (words.size() == 3 && words[0] == "floor") {
        measure_floor(std::stoull(words[1]), words[2]);
    } else if (words.size() == 2 && words[0] == "latency") {
        measure_latency(words[1]);
    } else {
        return usage();
    }
    return 0;
}
