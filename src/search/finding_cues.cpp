// SPDX-License-Identifier: MIT
#include "search/finding_cues.hpp"

#include "search/term_starts.hpp"
#include "text/terms.hpp"
#include "text/word_list.hpp"

#include <string>
#include <unordered_map>

namespace whereof::search {
namespace {

struct CueTable {
    std::unordered_map<std::string, FindingCue> cues;
    TermStarts starts;

    CueTable() {
        text::each_word_of(
            "corpus/words/finding_cues.tsv", [this](std::string_view word, std::string_view kind) {
                for (std::string& term : text::terms_of(word)) {
                    starts.add(term);
                    cues.emplace(std::move(term), kind == "result" ? FindingCue::result : FindingCue::method);
                }
            });
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
