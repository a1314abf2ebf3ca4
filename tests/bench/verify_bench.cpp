// SPDX-License-Identifier: MIT
// Checks the citations of a set of cases against an index built from CSL-JSON lines and prints one verdict a
// line, as score_verify.py reads them; the time goes to stderr.
//
// usage: verify_bench CASES.jsonl AUTHORITY.csl.jsonl[.gz]…   ("id","raw" or "id","csl" a line)
#include "authority/local_index.hpp"
#include "base/io.hpp"
#include "bib/reference.hpp"
#include "formats/csl_json.hpp"
#include "verify/verify.hpp"

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

namespace {

using Json = nlohmann::ordered_json;
using namespace whereof;

struct Case {
    std::string id;
    bib::Reference reference;
};

std::vector<std::string> lines_of(const std::string& path) {
    std::vector<std::string> out;
    gzFile file = gzopen(path.c_str(), "rb");  // reads plain files too
    if (file == nullptr) {
        std::cerr << "verify_bench: cannot open " << path << '\n';
        std::exit(2);
    }
    std::string line;
    std::vector<char> buffer(1U << 16U);
    while (gzgets(file, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
        line += buffer.data();
        if (line.ends_with('\n')) {
            out.push_back(line);
            line.clear();
        }
    }
    if (!line.empty()) {
        out.push_back(line);
    }
    gzclose(file);
    return out;
}

std::vector<bib::Item> read_authority(const std::string& path) {
    std::vector<bib::Item> out;
    for (const auto& line : lines_of(path)) {
        if (auto item = formats::from_csl_json(Json::parse(line))) {
            out.push_back(*std::move(item));
        }
    }
    return out;
}

std::vector<Case> read_cases(const std::string& path) {
    std::vector<Case> out;
    for (const auto& line : lines_of(path)) {
        const auto json = Json::parse(line);
        Case entry;
        entry.id = json.at("id").get<std::string>();
        if (json.contains("raw")) {
            entry.reference = bib::parse_reference(json.at("raw").get<std::string>());
        } else if (auto item = formats::from_csl_json(json.at("csl"))) {
            entry.reference.item = *std::move(item);
        }
        out.push_back(std::move(entry));
    }
    return out;
}

Json line_of(const std::string& id, const finding::Verdict& verdict) {
    Json out;
    out["id"] = id;
    out["headline"] = finding::name(verdict.headline);
    out["existence"] = finding::name(verdict.existence);
    out["wrong_fields"] = Json::array();
    for (const auto field : verdict.wrong_fields) {
        out["wrong_fields"].push_back(bib::csl_name(field));
    }
    out["record"] = nullptr;
    if (verdict.record) {
        out["record"] = {{"DOI", verdict.record->DOI}, {"PMID", verdict.record->PMID}};
    }
    out["reason"] = verdict.reason;
    out["probability"] = verdict.probability;
    return out;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: verify_bench CASES.jsonl AUTHORITY.csl.jsonl[.gz]...\n";
        return 2;
    }
    auto start = std::chrono::steady_clock::now();
    std::vector<bib::Item> items;
    for (int i = 2; i < argc; ++i) {
        auto more = read_authority(argv[i]);
        items.insert(items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    const auto index = authority::index_in_memory(items);
    std::cerr << fmt::format("{} records indexed in {:.1f} s\n", items.size(), seconds_since(start));

    start = std::chrono::steady_clock::now();
    const auto cases = read_cases(argv[1]);
    std::cerr << fmt::format("{} citations parsed in {:.2f} s\n", cases.size(), seconds_since(start));

    verify::Verifier verifier({index.get()});
    start = std::chrono::steady_clock::now();
    std::vector<finding::Verdict> verdicts;
    for (const auto& entry : cases) {
        verdicts.push_back(verifier.check(entry.reference));
    }
    const auto took = seconds_since(start);
    std::cerr << fmt::format("{} citations checked in {:.2f} s, {:.0f} a second\n", cases.size(), took,
                             static_cast<double>(cases.size()) / took);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        std::cout << line_of(cases[i].id, verdicts[i]).dump() << '\n';
    }
    return 0;
}
