// SPDX-License-Identifier: MIT
#include "bib/name_bodies.hpp"

#include "bib/given_names.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace whereof::bib {
namespace {

/// The parts of longer names are read as they are.
constexpr std::size_t kMostParts = 12;

class Joiner {
  public:
    Joiner(NameLine& line, std::vector<PartShape>& shapes) : line_(line), shapes_(shapes) {
        initials_behind_ = std::ranges::count(shapes, PartShape::family_initials) > 0 &&
                           std::ranges::count(shapes, PartShape::initials_family) == 0;
    }

    void run() {
        std::size_t kept = 0;
        for (std::size_t begin = 0; begin < shapes_.size();) {
            const std::size_t end = may_begin(begin, kept) ? end_of_body(begin) : begin + 1;
            const bool body = end > begin + 1 && holds_organisation(begin, end);
            keep(begin, body ? end : begin + 1, kept++);
            begin = body ? end : begin + 1;
        }
        line_.parts.erase(line_.parts.begin() + static_cast<std::ptrdiff_t>(kept), line_.parts.end());
        shapes_.resize(kept);
        for (NamePart& part : line_.parts) {
            part.before = part.before == Separator::slash ? Separator::hard : part.before;
        }
    }

  private:
    [[nodiscard]] Words words(std::size_t part) const { return line_.parts[part].words; }
    [[nodiscard]] Separator before(std::size_t part) const { return line_.parts[part].before; }

    [[nodiscard]] bool is_person(std::size_t part) const {
        switch (shapes_[part]) {
            case PartShape::organisation:
                return false;
            case PartShape::one_word:
            case PartShape::words:
                return is_given_name(words(part).front().text);
            case PartShape::initials:  // "WHO" and "AANS" are shaped as initials
            case PartShape::either:
                return std::ranges::any_of(
                    words(part), [](const NameWord& word) { return has_stop(word) || word.text.size() < 3; });
            case PartShape::family_initials:
                return !is_half_of_body(part);
            default:
                return true;
        }
    }

    /// "Joint FAO" in "Joint FAO/WHO Expert Committee": three capitals and more, and a body behind the slash.
    [[nodiscard]] bool is_half_of_body(std::size_t part) const {
        const NameWord& last = words(part).back();
        return part + 1 < shapes_.size() && before(part + 1) == Separator::slash &&
               shapes_[part + 1] == PartShape::organisation && last.capitals && !has_stop(last) &&
               last.text.size() >= 3;
    }

    /// A slash or a conjunction in front makes a part the next one of a name that ended; a comma may stand
    /// between a family and its given names.
    [[nodiscard]] bool may_begin(std::size_t part, std::size_t kept) const {
        return !is_person(part) && (kept == 0 || before(part) == Separator::hard || initials_behind_);
    }

    [[nodiscard]] bool holds_organisation(std::size_t begin, std::size_t end) const {
        return std::find(shapes_.begin() + static_cast<std::ptrdiff_t>(begin),
                         shapes_.begin() + static_cast<std::ptrdiff_t>(end),
                         PartShape::organisation) != shapes_.begin() + static_cast<std::ptrdiff_t>(end);
    }

    [[nodiscard]] std::size_t end_of_body(std::size_t begin) const {
        std::size_t end = begin + 1;
        while (end < shapes_.size() && end - begin < kMostParts && !is_person(end) && goes_on(begin, end)) {
            ++end;
        }
        return end;
    }

    /// Whether the part behind [begin, end) belongs to the same name.
    [[nodiscard]] bool goes_on(std::size_t begin, std::size_t end) const {
        switch (before(end)) {
            case Separator::slash:
                return true;
            case Separator::conjunction:
                // "Smith and the Back Group" are two; two bodies in a list of whole names too.
                return shapes_[end - 1] == PartShape::organisation
                           ? initials_behind_
                           : words(end).front().text != "the" &&
                                 (initials_behind_ || shapes_[end] == PartShape::organisation);
            case Separator::comma:
                return initials_behind_ && holds_organisation(begin, end) &&
                       (leads_to_conjunction(end) || is_bare_word(end));
            default:
                return false;
        }
    }

    /// ", Collaborators": no body is called that alone.
    [[nodiscard]] bool is_bare_word(std::size_t part) const {
        return shapes_[part] == PartShape::organisation && words(part).size() == 1;
    }

    /// ", Physical Activity, and Metabolism": the list inside a name ends with a conjunction.
    [[nodiscard]] bool leads_to_conjunction(std::size_t part) const {
        std::size_t at = part;
        while (at < shapes_.size() && at - part < kMostParts && !is_person(at) &&
               (at == part || before(at) == Separator::comma) && shapes_[at] != PartShape::organisation) {
            ++at;
        }
        return at > part && at < shapes_.size() && !is_person(at) && before(at) == Separator::conjunction;
    }

    /// Puts the parts [begin, end) as one at place `to`.
    void keep(std::size_t begin, std::size_t end, std::size_t to) {
        const bool joined = end > begin + 1;
        if (to != begin) {
            line_.parts[to] = std::move(line_.parts[begin]);
        }
        auto& all = line_.parts[to].words;
        for (std::size_t at = begin + 1; at < end; ++at) {
            auto& more = line_.parts[at].words;
            all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        shapes_[to] = joined ? PartShape::organisation : shapes_[begin];
    }

    NameLine& line_;
    std::vector<PartShape>& shapes_;
    bool initials_behind_ = false;  ///< persons are "Smith J", and commas stand between them
};

}  // namespace

void join_bodies(NameLine& line, std::vector<PartShape>& shapes) { Joiner(line, shapes).run(); }

}  // namespace whereof::bib
