// SPDX-License-Identifier: MIT
#include "search/synonyms.hpp"

#include "base/embedded.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

#include <fmt/format.h>

namespace whereof::search {
namespace {

constexpr std::size_t kMostTerms = 8;     ///< of a form; nobody types longer ones
constexpr std::size_t kMostForms = 24;    ///< of a concept; a search tries each
constexpr std::size_t kLongestEcho = 60;  ///< bytes of a bad line that are shown

struct Row {
    std::string_view name;
    std::string_view forms;  ///< divided by "|"
};

std::string_view take_line(std::string_view& rest) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0;;) {
        const std::size_t tab = line.find('\t', at);
        out.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
        if (tab == std::string_view::npos) {
            return out;
        }
        at = tab + 1;
    }
}

/// Where a table with a heading line has its ids and names: MeSH as it is handed around.
struct MeshColumns {
    std::size_t id = 0;
    std::size_t name = 0;
};
std::optional<MeshColumns> mesh_columns(std::string_view heading) {
    const auto columns = columns_of(heading);
    const auto id = std::ranges::find(columns, "mesh_id");
    const auto name = std::ranges::find(columns, "mesh_name");
    if (id == columns.end() || name == columns.end()) {
        return std::nullopt;
    }
    return MeshColumns{static_cast<std::size_t>(id - columns.begin()),
                       static_cast<std::size_t>(name - columns.begin())};
}

/// The value of "ENTRY = Lumbago|T184|…" up to the first bar, for that key; empty for other lines.
std::string_view mesh_value(std::string_view line, std::string_view key) {
    if (!line.starts_with(key) || !line.substr(key.size()).starts_with(" = ")) {
        return {};
    }
    line.remove_prefix(key.size() + 3);
    return line.substr(0, line.find('|'));
}

/// "Pain, Acute" in the order in which people say it; empty when it is not turned round. More than one comma
/// is a list of words as often as a heading.
std::string natural_order(std::string_view heading) {
    const std::size_t comma = heading.find(", ");
    if (comma == std::string_view::npos || heading.find(',', comma + 1) != std::string_view::npos) {
        return {};
    }
    return fmt::format("{} {}", heading.substr(comma + 2), heading.substr(0, comma));
}

/// Is there a word in it? Most often the first letter tells.
bool has_word(std::string_view text) {
    return std::ranges::any_of(text, text::is_ascii_alnum) || !text::read_terms(text).empty();
}

/// Reads a table line by line; the kind of table is told by its first lines.
class TableReader {
  public:
    TableReader(std::string_view table, std::string_view name) : rest_(table), name_(name) {
        descriptors_ = text::trim(table).starts_with("*NEWRECORD");
    }

    /// The next row; absent at the end, or when error() says what is wrong.
    std::optional<Row> next() {
        while (!rest_.empty() && !error_) {
            const std::string_view line = take_line(rest_);
            ++number_;
            if (const auto row = descriptors_ ? read_descriptor(line) : read_row(line)) {
                return row;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
    [[nodiscard]] bool is_mesh() const noexcept { return descriptors_ || mesh_; }

  private:
    std::optional<Row> read_descriptor(std::string_view line) {
        if (const auto heading = mesh_value(line, "MH"); !heading.empty()) {
            heading_ = heading;
            return Row{heading_, heading_};
        }
        for (const std::string_view key : {"ENTRY", "PRINT ENTRY"}) {
            if (const auto entry = mesh_value(line, key); !entry.empty()) {
                if (heading_.empty()) {
                    fail("a heading (MH = …) before its ENTRY", line);
                    return std::nullopt;
                }
                return Row{heading_, entry};
            }
        }
        return std::nullopt;
    }

    std::optional<Row> read_row(std::string_view line) {
        if (text::trim(line).empty() || line.starts_with('#')) {
            return std::nullopt;
        }
        if (!seen_ && (mesh_ = mesh_columns(line))) {
            seen_ = true;
            return std::nullopt;
        }
        seen_ = true;
        const auto columns = columns_of(line);
        if (mesh_) {
            if (columns.size() <= std::max(mesh_->id, mesh_->name) || columns[mesh_->id].empty()) {
                fail("as many columns as the heading line has", line);
                return std::nullopt;
            }
            return Row{columns[mesh_->id], columns[mesh_->name]};
        }
        if (columns.size() != 2 || text::trim(columns[0]).empty() || !has_word(columns[1])) {
            fail("a concept, a tab and its forms divided by \"|\"", line);
            return std::nullopt;
        }
        return Row{text::trim(columns[0]), columns[1]};
    }

    void fail(std::string_view expected, std::string_view line) {
        const std::size_t size = std::min(line.size(), kLongestEcho);
        error_ = Error{
            fmt::format("{}:{}: expected {}, not \"{}\"", name_, number_, expected, line.substr(0, size)),
            std::string(name_), 0};
    }

    std::string_view rest_;
    std::string_view name_;
    std::size_t number_ = 0;
    bool descriptors_ = false;
    bool seen_ = false;  ///< a line that is no remark
    std::optional<MeshColumns> mesh_;
    std::string_view heading_;
    std::optional<Error> error_;
};

}  // namespace

const Synonyms& Synonyms::shipped() {
    static const Synonyms table = [] {
        Synonyms out;
        const auto added =
            out.add(embedded_file("corpus/words/synonyms.tsv").bytes, "corpus/words/synonyms.tsv");
        assert(added);
        (void)added;
        return out;
    }();
    return table;
}

Result<std::size_t> Synonyms::add(std::string_view table, std::string_view name) {
    std::vector<Row> rows;
    TableReader reader(table, name);
    while (const auto row = reader.next()) {
        rows.push_back(*row);
    }
    if (reader.error()) {
        return *reader.error();
    }
    for (const Row& row : rows) {
        std::string_view forms = row.forms;
        while (!forms.empty()) {
            const std::string_view form = forms.substr(0, forms.find('|'));
            forms.remove_prefix(std::min(forms.size(), form.size() + 1));
            add_form(row.name, text::trim(form));
            if (const std::string natural = natural_order(form); reader.is_mesh() && !natural.empty()) {
                add_form(row.name, natural);
            }
        }
    }
    return static_cast<std::size_t>(
        std::ranges::count_if(concepts_, [](const Concept& row) { return row.forms.size() > 1; }));
}

void Synonyms::add_form(std::string_view concept_name, std::string_view form) {
    const auto [known, is_new] = by_name_.try_emplace(std::string(concept_name), concepts_.size());
    if (is_new) {
        concepts_.push_back({std::string(concept_name), {}});
    }
    Form added;
    added.shown = form;
    for (auto& [term, span] : text::read_terms(form)) {
        added.terms.push_back(std::move(term));
    }
    auto& forms = concepts_[known->second].forms;
    const bool there =
        std::ranges::any_of(forms, [&](const Form& other) { return other.terms == added.terms; });
    if (added.terms.empty() || added.terms.size() > kMostTerms || forms.size() >= kMostForms || there) {
        return;
    }
    by_first_term_[added.terms.front()].push_back({known->second, forms.size()});
    forms.push_back(std::move(added));
}

std::vector<FoundForm> Synonyms::forms_at(std::span<const std::string> terms) const {
    std::vector<FoundForm> out;
    const auto found = terms.empty() ? by_first_term_.end() : by_first_term_.find(terms.front());
    if (found == by_first_term_.end()) {
        return out;
    }
    for (const FoundForm& form : found->second) {
        const auto& wanted = concepts_[form.concept_number].forms[form.form].terms;
        if (wanted.size() <= terms.size() && std::equal(wanted.begin(), wanted.end(), terms.begin())) {
            out.push_back(form);
        }
    }
    return out;
}

}  // namespace whereof::search
