// SPDX-License-Identifier: MIT
// Checks the citations of a set of cases against an index and prints one verdict a line, as score_verify.py
// reads them; the times go to stderr.
//
// usage: verify_bench CASES.jsonl INDEX.db [FILE…]     the files are imported into the index first
#include "authority/import.hpp"
#include "authority/local_index.hpp"
#include "bib/reference.hpp"
#include "formats/csl_json.hpp"
#include "verify/verify.hpp"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::ordered_json;
using namespace whereof;

struct Case {
    std::string id;
    bib::Reference reference;
};

std::vector<Case> read_cases(const std::string& path) {
    std::vector<Case> out;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
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
    out["evidence"] = Json::array();
    for (const auto& evidence : verdict.evidence) {
        out["evidence"].push_back({{"field", bib::csl_name(evidence.field)},
                                   {"agreement", finding::name(evidence.agreement)},
                                   {"cited", evidence.cited},
                                   {"found", evidence.found},
                                   {"note", evidence.note}});
    }
    out["probability"] = verdict.probability;
    return out;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: verify_bench CASES.jsonl INDEX.db [FILE...]\n";
        return 2;
    }
    auto start = std::chrono::steady_clock::now();
    const std::vector<std::filesystem::path> files(argv + 3, argv + argc);
    if (!files.empty()) {
        const auto report = authority::import_files(argv[2], files, {});
        std::cerr << fmt::format("{} records imported in {:.1f} s\n", report.records, seconds_since(start));
    }
    const auto index = authority::open_index(argv[2]);

    start = std::chrono::steady_clock::now();
    const auto cases = read_cases(argv[1]);
    std::cerr << fmt::format("{} citations parsed in {:.2f} s\n", cases.size(), seconds_since(start));

    verify::Verifier verifier({index.get()});
    start = std::chrono::steady_clock::now();
    const auto clock_start = std::clock();
    std::vector<finding::Verdict> verdicts;
    for (const auto& entry : cases) {
        verdicts.push_back(verifier.check(entry.reference));
    }
    const auto took = seconds_since(start);
    const auto cpu = static_cast<double>(std::clock() - clock_start) / CLOCKS_PER_SEC;
    std::cerr << fmt::format("{} citations checked in {:.2f} s ({:.2f} s of processor), {:.0f} a second\n",
                             cases.size(), took, cpu, static_cast<double>(cases.size()) / took);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        std::cout << line_of(cases[i].id, verdicts[i]).dump() << '\n';
    }
    return 0;
}
