// SPDX-License-Identifier: MIT
// Reads {"id","raw"[,"doc"]} a line and writes {"id","fields"} with CSL-JSON names, for measuring weights
// that are not in the binary yet.
//   parse_lines [--lexicon FILE --weights FILE] [--only K/N] IN.jsonl... > OUT.jsonl
// --only K/N reads the documents of part K of N alone, as train_parser --leave leaves them out.
#include "bib/parser.hpp"
#include "training_data.hpp"

#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using namespace whereof;

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

json people(const std::vector<bib::Name>& names) {
    json out = json::array();
    for (const bib::Name& name : names) {
        json one = json::object();
        const auto put = [&one](const char* key, const std::string& value) {
            if (!value.empty()) {
                one[key] = value;
            }
        };
        put("family", name.family);
        put("given", name.given);
        put("dropping-particle", name.dropping_particle);
        put("non-dropping-particle", name.non_dropping_particle);
        put("suffix", name.suffix);
        put("literal", name.literal);
        out.push_back(std::move(one));
    }
    return out;
}

json fields_of(const bib::Item& item) {
    json out = json::object();
    for (std::size_t i = 0; i < bib::kFieldCount; ++i) {
        const auto field = static_cast<bib::Field>(i);
        if (!item.text(field).empty()) {
            out[std::string(bib::csl_name(field))] = item.text(field);
        }
    }
    if (!item.author.empty()) {
        out["author"] = people(item.author);
    }
    if (!item.editor.empty()) {
        out["editor"] = people(item.editor);
    }
    if (item.issued.year != 0) {
        out["issued"] = std::to_string(item.issued.year);
    }
    out["type"] = bib::csl_name(item.type);
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    std::string weights;
    std::string lexicon;
    std::string only;
    std::vector<std::string> inputs;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        std::string* value = name == "--weights"   ? &weights
                             : name == "--lexicon" ? &lexicon
                             : name == "--only"    ? &only
                                                   : nullptr;
        if (value != nullptr && i + 1 < argc) {
            *value = argv[++i];
        } else {
            inputs.push_back(name);
        }
    }
    const std::string weight_bytes = weights.empty() ? "" : read_file(weights);
    const std::string lexicon_bytes = lexicon.empty() ? "" : read_file(lexicon);
    std::vector<std::uint16_t> pilots;
    std::optional<bib::Weights> own_weights;
    std::optional<bib::Lexicon> own_lexicon;
    if (!weights.empty()) {
        pilots = bib::find_pilots(bib::features_of(weight_bytes));
        own_weights.emplace(weight_bytes, pilots);
    }
    if (!lexicon.empty()) {
        own_lexicon.emplace(lexicon_bytes);
    }
    bib::Parser parser(own_weights ? *own_weights : bib::Weights::embedded(),
                       own_lexicon ? *own_lexicon : bib::Lexicon::embedded());
    const unsigned part = only.empty() ? 0 : static_cast<unsigned>(std::stoul(only));
    const unsigned folds =
        only.empty() ? 1 : static_cast<unsigned>(std::stoul(only.substr(only.find('/') + 1)));
    for (const std::string& path : inputs) {
        std::ifstream in(path);
        for (std::string line; std::getline(in, line);) {
            const json record = json::parse(line);
            if (bench::fold_of(record.value("doc", ""), folds) != part) {
                continue;
            }
            const bib::Reference reference = parser.parse(record["raw"].get<std::string>());
            json fields = fields_of(reference.item);
            fields["confidence"] = reference.confidence;
            std::cout << json{{"id", record["id"]}, {"fields", std::move(fields)}}.dump() << "\n";
        }
    }
    return 0;
}
