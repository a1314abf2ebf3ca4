// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whereof::search {

/// A word or phrase that stands for a concept.
struct Form {
    std::vector<std::string> terms;
    std::string shown;  ///< as the table has it
};

struct Concept {
    std::string name;
    std::vector<Form> forms;
};

/// A form that stands at the start of some terms: the numbers of its concept and of the form in it.
struct FoundForm {
    std::size_t concept_number = 0;
    std::size_t form = 0;
};

/// Which words and phrases say nearly the same: the table that ships, and those that the user adds.
class Synonyms {
  public:
    /// corpus/words/synonyms.tsv alone.
    static const Synonyms& shipped();

    /// Adds a table.
    ///
    /// Takes   lines "concept TAB form|form", "#" before a remark; lines of one concept, also of one that
    /// ships,
    ///         belong together. Or MeSH: a table with a heading line that names mesh_id and mesh_name (other
    ///         columns are passed over), or descriptors in MeSH's ASCII form (MH = …, ENTRY = …). A heading
    ///         turned round ("Pain, Acute") also stands for its natural order.
    /// Gives   how many concepts have at least two forms now that the table is in.
    /// Fails   on the first line that is neither, as "name:line: …", and then adds nothing of the table.
    Result<std::size_t> add(std::string_view table, std::string_view name);

    [[nodiscard]] const std::vector<Concept>& concepts() const noexcept { return concepts_; }
    /// All forms that `terms` begins with.
    [[nodiscard]] std::vector<FoundForm> forms_at(std::span<const std::string> terms) const;

  private:
    void add_form(std::string_view concept_name, std::string_view form);

    std::vector<Concept> concepts_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::unordered_map<std::string, std::vector<FoundForm>> by_first_term_;
};

}  // namespace whereof::search
