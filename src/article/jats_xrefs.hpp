// SPDX-License-Identifier: MIT
#pragma once

#include "article/draft.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>

#include <pugixml.hpp>

namespace whereof::article {

/// The reference entries of a JATS article by their ids, and what xrefs to them mean.
class JatsXrefs {
  public:
    void learn(pugi::xml_node article);

    /// Ids of the references that an xref names, divided by blanks, an entry of several citations as all of
    /// them; empty when it names none (xrefs to tables, figures, authors' addresses).
    [[nodiscard]] std::string target(pugi::xml_node xref) const;

    /// The id of the n-th citation (from 0) of an entry: the entry's own, then "B5:2", "B5:3".
    static std::string citation_id(pugi::xml_node ref, std::size_t index);

  private:
    std::unordered_map<std::string, std::size_t> citations_;  ///< of each entry
};

/// Makes "1" – "5", two xrefs with a dash between them, mean the entries from the first to the last in the
/// order of the list: the second takes all ids behind the first's. At most kMostInRange entries.
void expand_ranges(Draft& draft);

inline constexpr std::size_t kMostInRange = 1000;

}  // namespace whereof::article
