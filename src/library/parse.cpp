// SPDX-License-Identifier: MIT
#include "base/version.hpp"
#include "formats/csl_json.hpp"
#include "library/values.hpp"

namespace whereof {

std::string_view version() noexcept { return kVersion; }

Failure::~Failure() = default;

std::string csl_json(const Item& item) {
    return library::guarded([&] {
        std::string out;
        formats::append_csl_json(out, library::taken(item));
        return out;
    });
}

Reference parse_reference(std::string_view text) {
    return library::guarded([&] { return library::given(bib::parse_reference(text)); });
}

std::vector<Reference> parse_references(std::span<const std::string> texts) {
    std::vector<Reference> out;
    out.reserve(texts.size());
    for (const std::string& text : texts) {
        out.push_back(parse_reference(text));
    }
    return out;
}

}  // namespace whereof
