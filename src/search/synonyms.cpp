// SPDX-License-Identifier: MIT
#include "search/synonyms.hpp"

#include "base/embedded.hpp"
#include "text/terms.hpp"

#include <algorithm>
#include <unordered_map>

namespace whereof::search {
namespace {

std::vector<Concept> load() {
    std::vector<Concept> out;
    std::string_view bytes = embedded_file("corpus/words/synonyms.tsv").bytes;
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (line.empty() || line.front() == '#' || tab == std::string_view::npos) {
            continue;
        }
        Concept row;
        row.name = line.substr(0, tab);
        std::string_view forms = line.substr(tab + 1);
        while (!forms.empty()) {
            const std::string_view shown = forms.substr(0, forms.find('|'));
            forms.remove_prefix(std::min(forms.size(), shown.size() + 1));
            Form form;
            form.shown = shown;
            for (auto& [term, span] : text::read_terms(shown)) {
                form.terms.push_back(std::move(term));
            }
            row.forms.push_back(std::move(form));
        }
        out.push_back(std::move(row));
    }
    return out;
}

/// The forms that start with a term.
const std::unordered_map<std::string, std::vector<FoundForm>>& forms_by_first_term() {
    static const auto table = [] {
        std::unordered_map<std::string, std::vector<FoundForm>> out;
        for (std::size_t i = 0; i < concepts().size(); ++i) {
            for (std::size_t j = 0; j < concepts()[i].forms.size(); ++j) {
                out[concepts()[i].forms[j].terms.front()].push_back({i, j});
            }
        }
        return out;
    }();
    return table;
}

}  // namespace

const std::vector<Concept>& concepts() {
    static const std::vector<Concept> table = load();
    return table;
}

std::vector<FoundForm> forms_at(std::span<const std::string> terms) {
    std::vector<FoundForm> out;
    if (terms.empty()) {
        return out;
    }
    const auto found = forms_by_first_term().find(terms.front());
    if (found == forms_by_first_term().end()) {
        return out;
    }
    for (const FoundForm& form : found->second) {
        const auto& wanted = concepts()[form.concept_number].forms[form.form].terms;
        if (wanted.size() <= terms.size() && std::equal(wanted.begin(), wanted.end(), terms.begin())) {
            out.push_back(form);
        }
    }
    return out;
}

}  // namespace whereof::search
