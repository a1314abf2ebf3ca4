// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"
#include "bib/reference.hpp"
#include "verify/verify.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whereof::cli {

/// One line of `check --input-format ndjson` or `parse --input-format ndjson`.
struct CitationLine {
    std::string id;  ///< as JSON: "\"a1\"" or "7"; the line's number when the line has none
    bib::Reference reference;
};

/// Reads {"id","raw"} or {"id","csl":{…}}. `id` is filled even when the rest cannot be read.
Result<CitationLine> read_citation_line(std::string_view line, std::size_t number, std::string& id);

/// Which references of several articles may mean one work: those that share an identifier or a title. Keeps
/// only the references, not the articles.
class CitationIndex {
  public:
    void add(const std::string& article, const bib::Reference& reference);
    /// Citations by other articles that share a key with `references`, each once.
    [[nodiscard]] std::vector<verify::OtherCitation> others(
        const std::string& article, const std::vector<const bib::Reference*>& references) const;

  private:
    static std::vector<std::string> keys_of(const bib::Reference& reference);
    std::vector<verify::OtherCitation> citations_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
};

}  // namespace whereof::cli
