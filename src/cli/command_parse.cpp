// SPDX-License-Identifier: MIT
#include "cli/command_parse.hpp"

#include "bib/reference.hpp"
#include "cli/citations.hpp"
#include "cli/inputs.hpp"
#include "cli/stream_lines.hpp"
#include "formats/csl_json.hpp"

#include <cmath>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestLine = std::size_t{16} << 20U;

/// Four decimals: more would say nothing, and would differ between processors.
double rounded(double confidence) { return std::round(confidence * 1e4) / 1e4; }

Json to_json(const std::string& id, const bib::Reference& reference) {
    Json out{{"id", id}};
    out.update(formats::to_csl_json(reference.item));
    Json& custom = out["custom"];
    custom["confidence"] = rounded(reference.confidence);
    if (reference.confidence < bib::kDoubtful) {
        custom["doubt"] = "does not look like a reference";
    }
    if (!reference.label.empty()) {
        custom["label"] = reference.label;
    }
    custom["spans"] = Json::array();
    for (const auto& [field, span, confidence] : reference.spans) {
        custom["spans"].push_back({{"field", csl_name(field)},
                                   {"begin", span.begin},
                                   {"end", span.end},
                                   {"confidence", rounded(confidence)}});
    }
    custom["raw"] = reference.raw;
    return out;
}

class ParseInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("FILE", file_,
                             "Reference strings, one a line; standard input when left out or -", false);
        arguments.choice("--input-format", input_format_, {"lines", "ndjson"},
                         "ndjson: one {\"id\",\"raw\"} a line");
    }

    int run(Context& context) override {
        std::vector<Error> skipped;
        std::size_t count = 0;
        for_each_line(context, file_, kLongestLine, [&](std::string_view line, std::size_t number, bool cut) {
            ++count;
            std::string id = std::to_string(number);
            bib::Reference reference;
            if (input_format_ == "ndjson") {
                auto read = cut ? Result<CitationLine>(Error{"the line is too long"})
                                : read_citation_line(line, number, id);
                if (read) {
                    reference = std::move(read->reference);
                } else {
                    skipped.push_back({fmt::format("line {}: {}", number, read.error().what), file_});
                    reference.raw = line;
                    reference.confidence = 0;
                }
            } else {
                reference = bib::parse_reference(line);
            }
            context.out << to_json(id, reference).dump(-1, ' ', false, Json::error_handler_t::replace)
                        << '\n';
        });
        print_skipped(context, skipped);
        if (skipped.empty()) {
            return kDone;
        }
        context.err << fmt::format("whereof parse: {} of {} lines could not be read\n", skipped.size(),
                                   count);
        return skipped.size() == count ? kBroken : kFound;
    }

  private:
    std::string file_ = "-";
    std::string input_format_ = "lines";
};

}  // namespace

std::unique_ptr<Invocation> make_parse() { return std::make_unique<ParseInvocation>(); }

}  // namespace whereof::cli
