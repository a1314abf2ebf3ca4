// SPDX-License-Identifier: MIT
#include "bib/names.hpp"

#include "bib/given_names.hpp"
#include "bib/name_bodies.hpp"
#include "bib/name_cut.hpp"
#include "bib/name_parts.hpp"
#include "bib/name_tables.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

/// "StataCorp", "PEDro", "IQWiG": capitals inside that no family name has ("McKay", "DeLuca" do).
bool is_brand(std::string_view word) {
    std::size_t inner = 0;
    for (std::size_t at = 1; at < word.size(); ++at) {
        inner += word[at] >= 'A' && word[at] <= 'Z' ? 1U : 0U;
    }
    constexpr std::size_t kLongestPrefix = 4;  // "Fitz", "Mac"
    const std::size_t second = word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1);
    return inner >= 2 ||
           (inner == 1 && second > kLongestPrefix && word[second - 1] != '-' && word[second - 1] != '\'');
}

class Reader {
  public:
    explicit Reader(std::string_view text) : line_(cut_names(text)) {
        shapes_.reserve(line_.parts.size());
        for (NamePart& part : line_.parts) {
            settle_capitals(part.words);
            shapes_.push_back(shape_of(part.words));
        }
        join_bodies(line_, shapes_);
    }

    NameList run() {
        list_.elided = line_.elided;
        list_.repeated = line_.repeated;
        vote();
        for (std::size_t begin = 0; begin < shapes_.size();) {
            std::size_t end = begin + 1;
            while (end < shapes_.size() && line_.parts[end].before != Separator::hard) {
                ++end;
            }
            read_stretch(begin, end);
            begin = end;
        }
        return std::move(list_);
    }

  private:
    [[nodiscard]] Words words(std::size_t part) const { return line_.parts[part].words; }

    /// Decides what a part alone leaves open by what the other parts are.
    void vote() {
        const auto family_first = std::ranges::count(shapes_, PartShape::family_initials);
        const auto family_last = std::ranges::count(shapes_, PartShape::initials_family);
        family_first_ = family_first >= family_last;
        const bool vancouver = (family_first >= 2 && family_last == 0) || given_names_last();
        bool open_family = false;  // the part before is a family that waits for its given names
        for (std::size_t at = 0; at < shapes_.size(); ++at) {
            PartShape& shape = shapes_[at];
            const bool waits = open_family && line_.parts[at].before == Separator::comma;
            if (!waits && names_a_family(at)) {
                shape = PartShape::one_word;
            } else if (shape == PartShape::either) {
                shape = waits && family_first == 0 ? PartShape::initials
                        : family_first_            ? PartShape::family_initials
                                                   : PartShape::initials_family;
            } else if (shape == PartShape::words && vancouver &&
                       (words(at).size() == 2 || ends_like_initials(at))) {
                line_.parts[at].words.back().initials = true;  // "Liu Yping" among "Lei J, Yin MM"
                shape = PartShape::family_initials;
            }
            open_family = shape == PartShape::one_word;
        }
    }

    /// "Liu Xun, Lv Linsheng": two-word names of which more end in a given name than begin with one.
    [[nodiscard]] bool given_names_last() const {
        int last = 0;
        int first = 0;
        for (std::size_t at = 0; at < shapes_.size(); ++at) {
            if (shapes_[at] == PartShape::words && words(at).size() == 2) {
                last += is_given_name(words(at)[1].text) ? 1 : 0;
                first += is_given_name(words(at)[0].text) ? 1 : 0;
            }
        }
        return last > first;
    }

    /// "ALI" in "ALI, S., KHAN, N." and "BUU CHAU, L.": initials by their shape, but initials follow them.
    [[nodiscard]] bool names_a_family(std::size_t at) const {
        return std::ranges::all_of(words(at), [](const NameWord& w) { return w.capitals && !has_stop(w); }) &&
               at + 1 < shapes_.size() && shapes_[at + 1] == PartShape::initials &&
               line_.parts[at + 1].before == Separator::comma;
    }

    /// "Tavares MCGCF", "Barbosa Filho Ta"
    [[nodiscard]] bool ends_like_initials(std::size_t at) const {
        constexpr std::size_t kMostInitials = 6;
        const NameWord& last = words(at).back();
        return !words(at).front().capitals &&
               (last.text.size() <= 2 || (last.capitals && last.text.size() <= kMostInitials));
    }

    /// Parts between hard separators: one organisation, or persons with organisations among them.
    void read_stretch(std::size_t begin, std::size_t end) {
        const bool organisation_leads = shapes_[begin] == PartShape::organisation ||
                                        (end - begin >= 2 && shapes_[begin] == PartShape::one_word &&
                                         shapes_[begin + 1] == PartShape::organisation);
        const bool persons =
            std::any_of(shapes_.begin() + static_cast<std::ptrdiff_t>(begin),
                        shapes_.begin() + static_cast<std::ptrdiff_t>(end), [](PartShape shape) {
                            return shape == PartShape::initials || shape == PartShape::family_initials ||
                                   shape == PartShape::initials_family;
                        });
        if (organisation_leads && !persons) {
            add_literal(begin, end);
            return;
        }
        for (std::size_t at = begin; at < end;) {
            std::size_t piece = at + 1;
            while (piece < end && line_.parts[piece].before != Separator::conjunction) {
                ++piece;
            }
            read_piece(at, piece, end);
            at = piece;
        }
    }

    /// Parts between commas, from one conjunction or hard separator to the next.
    void read_piece(std::size_t begin, std::size_t end, std::size_t stretch_end) {
        piece_pairs_ = (end - begin) % 2 == 0 && pairs_of_given(begin, end);
        for (std::size_t at = begin; at < end;) {
            at = read_name(at, begin, end, stretch_end);
        }
    }

    std::size_t read_name(std::size_t at, std::size_t begin, std::size_t end, std::size_t stretch_end) {
        const PartShape next = at + 1 < end ? shapes_[at + 1] : PartShape::organisation;
        switch (shapes_[at]) {
            case PartShape::organisation:
                add_literal(at, at + 1);
                return at + 1;
            case PartShape::suffix:
                if (!list_.names.empty() && list_.names.back().suffix.empty()) {
                    list_.names.back().suffix = words(at)[0].text;
                }
                return at + 1;
            case PartShape::initials:
                return read_stray_initials(at, end);
            case PartShape::family_initials:
                if (next == PartShape::initials && inverted_words(at)) {
                    return add_pair(at, end);
                }
                list_.names.push_back(read_family_initials(words(at)));
                return at + 1;
            case PartShape::initials_family:
                list_.names.push_back(read_given_family(words(at)));
                return at + 1;
            case PartShape::one_word:
            case PartShape::words:
            case PartShape::either:
                break;
        }
        if (next == PartShape::initials || next == PartShape::suffix ||
            takes_given(at, begin, end, stretch_end)) {
            return add_pair(at, end);
        }
        add_whole(at);
        return at + 1;
    }

    /// "Smith J, B." is no "Family Given, Initials"; "VAN DER BERG, J." is.
    [[nodiscard]] bool inverted_words(std::size_t at) const {
        const Words part = words(at);
        return part.back().capitals && part.front().capitals && part.back().ambiguous;
    }

    /// Given names without their family: in front of it ("K. , Sabatino") or of a name that lost it.
    std::size_t read_stray_initials(std::size_t at, std::size_t end) {
        if (!list_.names.empty() && take_late_initials(list_.names.back(), words(at))) {
            return at + 1;
        }
        if (at + 1 < end && shapes_[at + 1] == PartShape::one_word &&
            (at + 2 >= end || shapes_[at + 2] != PartShape::initials)) {
            list_.names.push_back(family_given(words(at + 1), words(at)));
            return at + 2;
        }
        const Words part = words(at);
        if (part.size() == 1 && part[0].capitals &&
            (!has_stop(part[0]) || part[0].text.find('.') + 1 == part[0].text.size())) {
            add_literal(at, at + 1);  // an acronym: "WHO"
        } else if (part.size() > 1 && part[0].capitals) {
            list_.names.push_back(read_family_initials(part));
        } else if (part.size() > 1 && count_letters(part[0].text).lower > 0) {  // "Wu. X"
            Name name = family_given(part.first(1), part.subspan(1));
            name.family.resize(name.family.find_last_not_of('.') + 1);
            list_.names.push_back(std::move(name));
        } else if (count_letters(part[0].text).count > 1) {
            add_literal(at, at + 1);
        }
        return at + 1;
    }

    /// "Birke; M.; Jäger, Th.": the given names of the family before, and "Smith A, JR".
    static bool take_late_initials(Name& name, Words words) {
        if (name.family.empty()) {
            return false;
        }
        if (words.size() == 1 && is_capital_suffix(words[0].text) && name.suffix.empty()) {
            name.suffix = words[0].text;
            return true;
        }
        if (name.given.empty() && words[0].text.find('.') != std::string::npos) {
            set_given(name, words);
            return true;
        }
        return false;
    }

    /// Does the part behind `at` hold the given names of `at`, where neither is initials?
    [[nodiscard]] bool takes_given(std::size_t at, std::size_t begin, std::size_t end,
                                   std::size_t stretch_end) const {
        if (at + 1 >= end) {
            return false;
        }
        const PartShape next = shapes_[at + 1];
        const std::size_t count = end - begin;
        if (next ==
            PartShape::initials_family) {  // "Allen, I. Elaine; Langowitz, Nan", "Mason, R. Hal and John Ray"
            return (count == 2 && (at == 0 || line_.parts[begin].before == Separator::hard)) ||
                   (at == 0 && rest_is_direct(at + 2, stretch_end));
        }
        if (next == PartShape::organisation) {
            return false;
        }
        const bool first_of_list = at == 0;
        if (next == PartShape::family_initials) {  // "Disch, Thomas M."
            return shapes_[at] == PartShape::one_word && (first_of_list || (at - begin) % 2 == 0) &&
                   !seen_direct(at);
        }
        if (shapes_[at] == PartShape::words && next == PartShape::words && count != 2) {
            return false;
        }
        if (shapes_[at] == PartShape::words && next == PartShape::words) {
            return words(at)[0].particle || words(at)[0].big_particle;
        }
        if (count == 2) {
            const bool families_only = end < stretch_end && shapes_[end] == PartShape::one_word &&
                                       (end + 1 == stretch_end || shapes_[end + 1] == PartShape::one_word) &&
                                       next == PartShape::one_word && !pairs_behind(end, stretch_end);
            return !families_only;
        }
        if (first_of_list && rest_is_direct(at + 2, stretch_end)) {
            return true;  // "Smith, John, Jane Doe, Bob Roe"
        }
        return count % 2 == 0 && (pairs_behind(end, stretch_end) || piece_pairs_);
    }

    [[nodiscard]] bool seen_direct(std::size_t at) const {
        return at > 0 && shapes_[at - 1] == PartShape::family_initials &&
               shapes_[0] == PartShape::family_initials;
    }

    /// All parts from `at` on are whole names in given-family order.
    [[nodiscard]] bool rest_is_direct(std::size_t at, std::size_t end) const {
        if (at >= end) {
            return false;
        }
        for (; at < end; ++at) {
            if (shapes_[at] != PartShape::words && shapes_[at] != PartShape::initials_family) {
                return false;
            }
        }
        return true;
    }

    /// Behind a conjunction stands "Family, Given", so the list is made of such pairs.
    [[nodiscard]] bool pairs_behind(std::size_t begin, std::size_t end) const {
        return end - begin == 2 && line_.parts[begin + 1].before == Separator::comma;
    }

    /// "Bernardi, Laura, Keim, Sylvia": every second part is known as a given name, or most are.
    [[nodiscard]] bool pairs_of_given(std::size_t begin, std::size_t end) const {
        std::size_t given = 0;
        for (std::size_t at = begin + 1; at < end; at += 2) {
            given += is_given_name(words(at)[0].text) ? 1U : 0U;
        }
        return 4 * given >= end - begin;
    }

    std::size_t add_pair(std::size_t at, std::size_t end) {
        std::size_t given = at + 1;
        std::string suffix;
        if (shapes_[given] == PartShape::suffix) {
            suffix = words(given)[0].text;
            ++given;
            if (given >= end || shapes_[given] == PartShape::organisation) {
                add_whole(at);
                list_.names.back().suffix = suffix;
                return given;
            }
        }
        list_.names.push_back(family_given(words(at), words(given)));
        if (!suffix.empty()) {
            list_.names.back().suffix = suffix;
        }
        return given + 1;
    }

    /// A part that is a whole name: "John Smith", "GERST Detlef", "Smith", "OECD".
    void add_whole(std::size_t at) {
        const Words part = words(at);
        Name name;
        if (shapes_[at] == PartShape::one_word) {
            const bool alone = part.size() == 1 && line_.parts.size() == 1;
            if ((alone && (part[0].capitals || is_brand(part[0].text))) || !part.back().upper) {
                name.literal = join_words(part);
            } else {
                set_family(name, part);
            }
            list_.names.push_back(std::move(name));
            return;
        }
        if (is_east_asian(part[0])) {
            list_.names.push_back(family_given(part.first(1), part.subspan(1)));
            return;
        }
        const auto small = std::ranges::find_if(part, [](const NameWord& w) { return !w.capitals; });
        const auto capitals = static_cast<std::size_t>(small - part.begin());
        if (capitals > 0 && capitals < part.size()) {
            list_.names.push_back(family_given(part.first(capitals), part.subspan(capitals)));
            return;
        }
        list_.names.push_back(read_given_family(part));
    }

    void add_literal(std::size_t begin, std::size_t end) {
        const std::size_t from = line_.parts[begin].words.front().begin;
        const std::size_t to = line_.parts[end - 1].words.back().end;
        Name name;
        name.literal = line_.text.substr(from, to - from) + acronym_behind(to);
        for (const std::string_view lead : {"on behalf of the ", "on behalf of ", "for the ", "the "}) {
            if (name.literal.starts_with(lead)) {
                name.literal.erase(0, lead.size());
                break;
            }
        }
        while (name.literal.ends_with('.') || name.literal.ends_with(',')) {
            name.literal.pop_back();
        }
        if (!name.literal.empty()) {
            list_.names.push_back(std::move(name));
        }
    }

    /// " (BR)", " (WHO)": what a bracket behind an organisation says, unless it is a role.
    [[nodiscard]] std::string acronym_behind(std::size_t at) const {
        constexpr std::size_t kLongest = 40;
        const std::string_view rest = std::string_view(line_.text).substr(at, kLongest);
        const std::size_t close = rest.find(')');
        if (!rest.starts_with(" (") || close == std::string_view::npos ||
            is_role_word(rest.substr(2, close - 2), true)) {
            return {};
        }
        return std::string(rest.substr(0, close + 1));
    }

    NameLine line_;
    std::vector<PartShape> shapes_;
    NameList list_;
    bool family_first_ = true;
    bool piece_pairs_ = false;  ///< the piece being read is made of "Family, Given"
};

}  // namespace

NameList parse_names(std::string_view text) { return Reader(text).run(); }

std::string surname(const Name& name) {
    if (name.family.empty()) {
        return name.literal.empty() ? name.given : name.literal;
    }
    std::string out;
    for (const std::string* part : {&name.dropping_particle, &name.non_dropping_particle, &name.family}) {
        if (!part->empty()) {
            out += out.empty() ? *part : " " + *part;
        }
    }
    return out;
}

}  // namespace whereof::bib
