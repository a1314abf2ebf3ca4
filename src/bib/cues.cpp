// SPDX-License-Identifier: MIT
#include "bib/cues.hpp"

#include "base/embedded.hpp"
#include "bib/tokens.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace whereof::bib {
namespace {

constexpr std::array<std::string_view, kCueCount> kNames{
    "none",    "accessed", "also",     "joint",        "article_number", "available", "chapter",
    "edition", "editor",   "epub",     "genre",        "guideline",      "in",        "issue",
    "journal", "meeting",  "month",    "organisation", "page",           "pending",   "publisher",
    "report",  "series",   "suffix",   "supplement",   "translator",     "undated",   "version",
    "volume",  "web",      "particle", "updated",      "language"};

/// Open addressing over twice as many slots as words, so that most words cost one look.
class CueTable {
  public:
    CueTable() : slots_(kSlots) {
        std::string_view rest = embedded_file("corpus/words/reference_cues.tsv").bytes;
        while (!rest.empty()) {
            const auto line = take(rest, '\n');
            const auto tab = line.find('\t');
            const auto name = std::ranges::find(kNames, line.substr(0, tab));
            std::string_view words = line.substr(tab + 1);
            while (!words.empty()) {
                put(word_hash(take(words, ' ')), static_cast<Cue>(name - kNames.begin()));
            }
        }
    }

    [[nodiscard]] Cue find(std::uint32_t word) const noexcept {
        for (std::size_t at = word % kSlots; slots_[at].second != Cue::none; at = (at + 1) % kSlots) {
            if (slots_[at].first == word) {
                return slots_[at].second;
            }
        }
        return Cue::none;
    }

  private:
    static std::string_view take(std::string_view& rest, char separator) {
        const auto end = std::min(rest.find(separator), rest.size());
        const auto taken = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return taken;
    }

    /// The first row that has a word keeps it.
    void put(std::uint32_t word, Cue cue) {
        if (find(word) != Cue::none) {
            return;
        }
        std::size_t at = word % kSlots;
        while (slots_[at].second != Cue::none) {
            at = (at + 1) % kSlots;
        }
        slots_[at] = {word, cue};
    }

    static constexpr std::size_t kSlots = 4096;
    std::vector<std::pair<std::uint32_t, Cue>> slots_;
};

}  // namespace

Cue cue_of(std::uint32_t word) noexcept {
    static const CueTable table;
    return table.find(word);
}

bool only_announces(Cue cue) noexcept {
    switch (cue) {
        case Cue::accessed:
        case Cue::article_number:
        case Cue::available:
        case Cue::chapter:
        case Cue::edition:
        case Cue::editor:
        case Cue::epub:
        case Cue::in:
        case Cue::issue:
        case Cue::joint:
        case Cue::page:
        case Cue::volume:
        case Cue::web:
            return true;
        default:
            return false;
    }
}

std::string_view cue_name(Cue cue) noexcept { return kNames[static_cast<std::size_t>(cue)]; }

}  // namespace whereof::bib
