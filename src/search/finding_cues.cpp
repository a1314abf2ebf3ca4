// SPDX-License-Identifier: MIT
#include "search/finding_cues.hpp"

#include "base/embedded.hpp"
#include "search/term_starts.hpp"
#include "text/terms.hpp"

#include <string>
#include <unordered_map>

namespace whereof::search {
namespace {

struct CueTable {
    std::unordered_map<std::string, FindingCue> cues;
    TermStarts starts;

    CueTable() {
        std::string_view lines = embedded_file("corpus/words/finding_cues.tsv").bytes;
        while (!lines.empty()) {
            const std::string_view line = lines.substr(0, lines.find('\n'));
            lines.remove_prefix(std::min(lines.size(), line.size() + 1));
            const std::size_t tab = line.find('\t');
            if (line.starts_with('#') || tab == std::string_view::npos) {
                continue;
            }
            const FindingCue cue = line.substr(0, tab) == "result" ? FindingCue::result : FindingCue::method;
            for (std::string& term : text::terms_of(line.substr(tab + 1))) {
                starts.add(term);
                cues.emplace(std::move(term), cue);
            }
        }
    }
};

}  // namespace

FindingCue finding_cue(std::string_view term) {
    static const CueTable table;
    if (!table.starts.may_have(term)) {
        return FindingCue::none;
    }
    const auto found = table.cues.find(std::string(term));
    return found != table.cues.end() ? found->second : FindingCue::none;
}

}  // namespace whereof::search
