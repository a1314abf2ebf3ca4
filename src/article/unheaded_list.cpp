// SPDX-License-Identifier: MIT
#include "article/unheaded_list.hpp"

#include "article/reference_score.hpp"

#include <algorithm>

namespace whereof::article {
namespace {

/// What the entries must look like on average.
constexpr double kLikeness = 0.65;
/// So many labels "1" are tried.
constexpr std::size_t kMostTries = 8;
/// So many lines may stand behind a list: who wrote the article, what else there is to read.
constexpr std::size_t kMostBehind = 40;
constexpr std::size_t kFewestEntries = 3;
// In the unit of `evidence`: three lines in a row that look like nothing of a list end it.
constexpr double kDrop = 2.5;

/// An entry's form: a head with a date or an identifier, or a title with both.
bool has_form(std::string_view entry) {
    const ReferenceFeatures f = reference_features(entry);
    const bool head = f.author_head || f.body_head;
    return head ? f.year_places + f.identifiers > 0
                : f.starts_upper && f.year_places > 0 && f.identifiers > 0;
}

/// What a line says for (above 0) or against its being part of a list.
double evidence(std::string_view line) {
    constexpr double kSure = 0.75;
    constexpr double kLikely = 0.5;
    constexpr double kPossible = 0.3;
    const double likeness = reference_likeness(line);
    if (likeness >= kLikely) {
        return likeness >= kSure ? 1.0 : 0.5;
    }
    return reference_features(line).running >= 2 ? -2.0 : likeness >= kPossible ? -0.5 : -1.0;
}

class Finder {
  public:
    Finder(const Draft& draft, const std::vector<DraftLine>& lines, const std::vector<bool>& skip)
        : draft_(draft), lines_(lines), skip_(skip) {}

    std::optional<UnheadedList> find_numbered() const {
        std::size_t tried = 0;
        for (std::size_t i = lines_.size(); i-- > 0 && tried < kMostTries;) {
            if (skip_[lines_[i].block] || label_of(draft_, lines_[i]).number != 1) {
                continue;
            }
            ++tried;
            EntryRun run = read_entries(draft_, lines_, i);
            if (run.entries.size() >= 2 && run.likeness >= kLikeness) {
                return UnheadedList{i, std::move(run)};
            }
        }
        return std::nullopt;
    }

    /// Goes back from the end: a run begins where the sum of its lines' evidence is largest, and is over when
    /// the sum has dropped.
    std::optional<UnheadedList> find_run() const {
        std::size_t behind = 0;
        std::size_t end = lines_.size();
        while (end > 0 && behind < kMostBehind) {
            if (!may_be_listed(end - 1) || evidence(text_of(end - 1)) <= 0.0) {
                --end;
                ++behind;
                continue;
            }
            const std::size_t begin = begin_of_run(end);
            if (auto list = read_run(begin, end)) {
                return list;
            }
            behind += end - begin;
            end = begin;
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] std::string_view text_of(std::size_t line) const {
        return lines_[line].span.of(draft_.text);
    }

    [[nodiscard]] bool may_be_listed(std::size_t line) const {
        return draft_.blocks[lines_[line].block].kind != BlockKind::heading && !skip_[lines_[line].block];
    }

    [[nodiscard]] std::size_t begin_of_run(std::size_t end) const {
        std::size_t begin = end;
        double sum = 0.0;
        double most = 0.0;
        for (std::size_t i = end; i-- > 0 && may_be_listed(i) && sum >= most - kDrop;) {
            sum += evidence(text_of(i));
            if (sum >= most) {
                most = sum;
                begin = i;
            }
        }
        return begin;
    }

    [[nodiscard]] std::optional<UnheadedList> read_run(std::size_t begin, std::size_t end) const {
        while (begin < end && !has_form(text_of(begin))) {
            ++begin;
        }
        if (begin == end) {
            return std::nullopt;
        }
        EntryRun run = read_entries(draft_, lines_, begin);
        const auto formed = static_cast<std::size_t>(
            std::ranges::count_if(run.entries, [](const Entry& entry) { return has_form(entry.raw); }));
        if (run.entries.size() < kFewestEntries || run.likeness < kLikeness ||
            3 * formed < 2 * run.entries.size()) {
            return std::nullopt;
        }
        return UnheadedList{begin, std::move(run)};
    }

    const Draft& draft_;
    const std::vector<DraftLine>& lines_;
    const std::vector<bool>& skip_;
};

}  // namespace

std::optional<UnheadedList> find_unheaded_list(const Draft& draft, const std::vector<DraftLine>& lines,
                                               const std::vector<bool>& skip) {
    const Finder finder(draft, lines, skip);
    auto list = finder.find_numbered();
    return list ? std::move(list) : finder.find_run();
}

}  // namespace whereof::article
