// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
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

/// Every concept of corpus/words/synonyms.tsv.
const std::vector<Concept>& concepts();

/// A form that stands at the start of `terms`: the numbers of its concept and of the form in it.
struct FoundForm {
    std::size_t concept_number = 0;
    std::size_t form = 0;
};
/// All forms that `terms` begins with.
std::vector<FoundForm> forms_at(std::span<const std::string> terms);

}  // namespace whereof::search
