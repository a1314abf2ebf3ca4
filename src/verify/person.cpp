// SPDX-License-Identifier: MIT
#include "verify/person.hpp"

#include "text/fold.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"
#include "text/word_list.hpp"
#include "verify/words.hpp"

#include <algorithm>
#include <array>

namespace whereof::verify {
namespace {

constexpr std::array<std::string_view, 29> kParticles{
    "al", "ap",  "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di",     "do",  "dos", "du",
    "el", "ibn", "la", "le",  "lo", "mac", "st", "te",  "ten",   "ter", "van", "vander", "von", "zu"};

constexpr std::array<std::string_view, 30> kGroupWords{
    "academy",    "agency",       "alliance",     "association",   "board",         "center",
    "centre",     "centers",      "college",      "collaboration", "collaborative", "collaborators",
    "commission", "committee",    "consortium",   "council",       "department",    "federation",
    "force",      "foundation",   "group",        "initiative",    "institute",     "investigators",
    "network",    "organisation", "organization", "panel",         "society",       "team"};

bool is_particle(std::string_view word) { return std::ranges::find(kParticles, word) != kParticles.end(); }

/// The words of given names, initials written together ("JM") taken apart.
std::vector<std::string> given_words(std::string_view given) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    const auto flush = [&](std::size_t end) {
        const auto word = given.substr(begin, end - begin);
        const bool initials = looks_like_initials(word);
        for (const auto& folded : text::fold_words(word)) {
            if (has_digit(folded) || (is_title_or_degree(folded) && !out.empty())) {
                continue;
            }
            if (!initials) {
                out.push_back(folded);
                continue;
            }
            for (std::size_t at = 0; at < folded.size();) {
                const auto from = at;
                (void)text::next_code_point(folded, at);
                out.emplace_back(folded.substr(from, at - from));
            }
        }
    };
    for (std::size_t at = 0; at <= given.size(); ++at) {
        if (at == given.size() || given[at] == ' ' || given[at] == '.' || given[at] == ',') {
            flush(at);
            begin = at + 1;
        }
    }
    return out;
}

/// Folded, without the numbers of affiliations that are glued to a name ("Cox1").
std::vector<std::string> name_words(std::string_view name) {
    auto words = text::fold_words(name);
    for (auto& word : words) {
        word.resize(word.find_last_not_of("0123456789") + 1);
    }
    std::erase_if(words, [](const std::string& word) { return word.empty() || has_digit(word); });
    return words;
}

std::vector<std::string> family_words(std::string_view family) {
    auto words = name_words(family);
    if (words.size() > 1) {
        std::erase_if(words, is_title_or_degree);
    }
    std::vector<std::string> out;
    for (const auto& word : words) {
        if (!is_particle(word)) {
            out.push_back(word);
        }
    }
    return out.empty() ? words : out;
}

/// "SosioCorrado": a name whose parts a publisher ran together.
std::vector<std::string_view> camel_parts(std::string_view name) {
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    for (std::size_t at = 1; at < name.size(); ++at) {
        if (text::is_ascii_upper(name[at]) && text::is_ascii_lower(name[at - 1]) && at - begin > 3) {
            out.push_back(name.substr(begin, at - begin));
            begin = at;
        }
    }
    out.push_back(name.substr(begin));
    return out;
}

/// A family name as it is left when a text loses every letter beyond ASCII; empty when it has none.
std::string without_foreign_letters(std::string_view family) {
    std::string out;
    bool foreign = false;
    for (const char c : family) {
        foreign = foreign || static_cast<unsigned char>(c) >= 0x80;
        if (text::is_ascii_letter(c)) {
            out += text::ascii_lower(c);
        }
    }
    return foreign && out.size() >= 3 ? out : std::string();
}

bool looks_collective(const std::vector<std::string>& words) {
    return words.size() > 5 || std::ranges::any_of(words, [](const std::string& word) {
               return std::ranges::find(kGroupWords, word) != kGroupWords.end() || word == "of" ||
                      word == "for";
           });
}

Person person_of_literal(std::string_view literal) {
    Person out;
    const auto comma = literal.find(',');
    if (comma != std::string_view::npos && comma > 0) {
        out.family = family_words(literal.substr(0, comma));
        out.given = given_words(literal.substr(comma + 1));
    } else {
        std::vector<std::string_view> parts;
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= literal.size(); ++at) {
            if (at == literal.size() || literal[at] == ' ') {
                if (at > begin) {
                    parts.push_back(literal.substr(begin, at - begin));
                }
                begin = at + 1;
            }
        }
        if (parts.size() == 1) {
            parts = camel_parts(parts.front());
        }
        while (parts.size() > 1 && is_title_or_degree(joined(text::fold_words(parts.back())))) {
            parts.pop_back();
        }
        if (parts.size() > 1 && looks_like_initials(parts.back()) && !looks_like_initials(parts.front())) {
            for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
                std::ranges::copy(family_words(parts[i]), std::back_inserter(out.family));
            }
            out.given = given_words(parts.back());
        } else if (!parts.empty()) {
            out.unordered = true;
            out.family = family_words(parts.back());
            out.plain = without_foreign_letters(parts.back());
            for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
                std::ranges::copy(given_words(parts[i]), std::back_inserter(out.given));
            }
        }
    }
    out.whole = joined(out.family);
    out.all = name_words(literal);
    out.collective = looks_collective(out.all);
    return out;
}

/// German and Nordic letters written out ("ue", "oe", "aa") meet those without their marks, whose own vowels
/// may stand beside them ("Boee" for "Bøe"): what is left has no letter of such a pair that could go.
std::string without_written_out_marks(std::string text) {
    for (std::size_t before = 0; before != text.size();) {
        before = text.size();
        for (const std::string_view pair : {"ae", "oe", "ue", "aa"}) {
            for (auto at = text.find(pair); at != std::string::npos; at = text.find(pair, at + 1)) {
                text.erase(at + 1, 1);
            }
        }
    }
    return text;
}

bool families_alike(const std::string& a, const std::string& b) {
    // Marks never stand for the first letter, and most names differ in it.
    return a == b || (!a.empty() && !b.empty() && a.front() == b.front() &&
                      without_written_out_marks(a) == without_written_out_marks(b));
}

bool family_slip(std::string_view a, std::string_view b) {
    const auto length = std::max(a.size(), b.size());
    return length >= 5 && typing_distance(a, b, length >= 9 ? 2 : 1) <= (length >= 9 ? 2U : 1U);
}

bool within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
    return std::ranges::all_of(
        part, [&](const std::string& word) { return std::ranges::find(whole, word) != whole.end(); });
}

std::string_view first_letter(std::string_view word) {
    std::size_t at = 0;
    (void)text::next_code_point(word, at);
    return word.substr(0, at);
}

/// Is `word` the initials of `names` run together ("mjoe"), of which either side may leave out the last?
bool are_initials_of(std::string_view word, const std::vector<std::string>& names) {
    std::string initials;
    for (const auto& name : names) {
        initials += first_letter(name);
    }
    return word.size() >= 3 && initials.size() >= 2 &&
           (initials.starts_with(word) || word.starts_with(initials));
}

/// The names that a short form stands for, and the name itself.
std::vector<std::string_view> names_behind(std::string_view given) {
    static const text::WordList nicknames("corpus/words/nicknames.tsv");
    std::vector<std::string_view> out{given};
    for (auto rest = nicknames.class_of(given); !rest.empty();) {
        out.push_back(rest.substr(0, rest.find('|')));
        rest.remove_prefix(std::min(rest.size(), out.back().size() + 1));
    }
    return out;
}

/// "Bob" and "Robert", "Bill" and "Will".
bool share_a_name(std::string_view a, std::string_view b) {
    const auto behind_a = names_behind(a);
    const auto behind_b = names_behind(b);
    return std::ranges::any_of(
        behind_a, [&](std::string_view name) { return std::ranges::find(behind_b, name) != behind_b.end(); });
}

/// same, variant (initials, nicknames, left out) or other_given.
SamePerson compare_given(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a == b) {
        return SamePerson::same;
    }
    if (a.empty() || b.empty()) {
        return SamePerson::variant;
    }
    const auto shares_initial = [&](const std::string& word) {
        return std::ranges::any_of(
            b, [&](const std::string& other) { return first_letter(word) == first_letter(other); });
    };
    const auto& first = a.front();
    const auto& other = b.front();
    if ((a.size() == 1 && are_initials_of(first, b)) || (b.size() == 1 && are_initials_of(other, a)) ||
        share_a_name(first, other)) {
        return SamePerson::variant;
    }
    if (first_letter(first) != first_letter(other)) {
        const bool joined_up = joined(a).starts_with(joined(b)) || joined(b).starts_with(joined(a));
        return joined_up || std::ranges::all_of(a, shares_initial) ||
                       (a.size() > 1 && shares_initial(first) && b.size() > 1)
                   ? SamePerson::variant
                   : SamePerson::other_given;
    }
    const bool written_out = first.size() > 2 && other.size() > 2;
    if (written_out && !first.starts_with(other) && !other.starts_with(first) &&
        text::similarity(first, other) < 0.4) {
        return joined(a) == joined(b) ? SamePerson::variant : SamePerson::other_given;
    }
    return SamePerson::variant;
}

/// "for the SUP-ICU investigators" and "SUP-ICU investigators": groups have no given names.
bool same_group(const Person& a, const Person& b) {
    const auto key = [](const Person& group) {
        auto words = group.all;
        std::erase_if(words, [](const std::string& word) { return is_stop_word(word) || word == "behalf"; });
        return joined(words);
    };
    const auto key_a = key(a);
    const auto key_b = key(b);
    return key_a.find(key_b) != std::string::npos || key_b.find(key_a) != std::string::npos;
}

/// "Van" for "Van Meter": a family name of which a program kept the first word, a particle.
bool is_head_of(const Person& part, const Person& whole) {
    return part.family.size() == 1 && is_particle(part.family.front()) && !part.given.empty() &&
           !whole.all.empty() && part.family.front() == whole.all.front() &&
           whole.whole.size() > part.whole.size() && whole.whole.starts_with(part.whole);
}

std::vector<std::string> without(const std::vector<std::string>& words,
                                 const std::vector<std::string>& taken) {
    std::vector<std::string> out;
    std::ranges::copy_if(words, std::back_inserter(out), [&](const std::string& word) {
        return std::ranges::find(taken, word) == taken.end() && !is_particle(word);
    });
    return out;
}

/// The names may be divided elsewhere: a double family name, given and family exchanged, a literal name.
bool are_divided_elsewhere(const Person& whole, const Person& other) {
    return !whole.family.empty() && within(whole.family, other.all) &&
           std::ranges::any_of(other.family, [&](const std::string& word) {
               return std::ranges::find(whole.all, word) != whole.all.end() ||
                      std::ranges::find(whole.given, word.substr(0, 1)) != whole.given.end();
           });
}

/// variant or other_given, of two such names.
SamePerson compare_divided(const Person& a, const Person& b) {
    const auto given_a = without(a.given, b.family);
    const auto given_b = without(b.given, a.family);
    const bool compatible = given_a.empty() || given_b.empty() ||
                            compare_given(given_a, given_b) != SamePerson::other_given ||
                            compare_given(a.given, without(b.all, a.family)) != SamePerson::other_given ||
                            compare_given(b.given, without(a.all, b.family)) != SamePerson::other_given;
    return compatible ? SamePerson::variant : SamePerson::other_given;
}

}  // namespace

bool is_title_or_degree(std::string_view word) {
    constexpr std::array<std::string_view, 36> kBehindNames{
        "2nd",  "3rd",   "ba",   "bs",  "bsc",    "dds", "do",   "dpt",  "dr", "drph", "dvm",  "facp",
        "facs", "frcp",  "frcs", "ii",  "iii",    "iv",  "jr",   "ma",   "mb", "mba",  "mbbs", "md",
        "mph",  "mphil", "ms",   "msc", "pharmd", "phd", "prof", "psyd", "pt", "rn",   "scd",  "sr"};
    return std::ranges::binary_search(kBehindNames, word);
}

bool looks_like_initials(std::string_view text) {
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = text::next_code_point(text, at);
        if (text::is_letter(c)) {
            if (!text::is_upper(c) && (capitals == 0 || (c != U'd' && c != U'v'))) {
                return false;
            }
            capitals += text::is_upper(c) ? 1U : 0U;
        } else if (text::is_digit(c)) {
            return false;
        }
    }
    return capitals >= 1 && capitals <= 3;
}

Person person_of(const bib::Name& raw_name) {
    bib::Name name;
    name.family = without_markup(raw_name.family);
    name.given = without_markup(raw_name.given);
    name.literal = without_markup(raw_name.literal);
    if (name.family.empty() && !name.literal.empty()) {
        return person_of_literal(name.literal);
    }
    Person out;
    out.family = family_words(name.family.empty() ? name.given : name.family);
    out.given = name.family.empty() ? std::vector<std::string>{} : given_words(name.given);
    out.whole = joined(name_words(raw_name.non_dropping_particle)) + joined(name_words(name.family));
    out.plain = without_foreign_letters(name.family);
    out.all = name_words(name.family);
    std::ranges::copy(name_words(name.given), std::back_inserter(out.all));
    out.collective = looks_collective(text::fold_words(name.family));
    return out;
}

SamePerson same_person(const Person& a, const Person& b) {
    if (a.family.empty() || b.family.empty()) {
        return SamePerson::no;
    }
    if (a.all == b.all) {
        return SamePerson::same;
    }
    if (a.collective && b.collective) {
        return same_group(a, b) ? SamePerson::variant : SamePerson::no;
    }
    const auto family_a = joined(a.family);
    const auto family_b = joined(b.family);
    if (families_alike(family_a, family_b) || family_a == b.plain || family_b == a.plain ||
        families_alike(a.whole, b.whole)) {
        return compare_given(a.given, b.given);
    }
    if (is_head_of(a, b) || is_head_of(b, a)) {
        return compare_given(a.given, b.given) == SamePerson::other_given ? SamePerson::no
                                                                          : SamePerson::variant;
    }
    if (family_a == joined(b.given) && family_b == joined(a.given)) {
        return SamePerson::variant;  // family and given name exchanged, the given one run together
    }
    if (are_divided_elsewhere(a, b) || are_divided_elsewhere(b, a)) {
        return compare_divided(a, b);
    }
    const bool initial_fits =
        a.given.empty() || b.given.empty() || first_letter(a.given.front()) == first_letter(b.given.front());
    if (initial_fits && family_slip(family_a, family_b)) {
        return SamePerson::variant;
    }
    if (joined(a.all) == joined(b.all) || (a.family.size() + b.family.size() > 2 && initial_fits &&
                                           (within(a.family, b.family) || within(b.family, a.family)))) {
        return SamePerson::variant;
    }
    return SamePerson::no;
}

bool is_elision(const bib::Name& name) {
    const auto words = text::fold_words(name.literal.empty() ? name.family + " " + name.given : name.literal);
    const auto key = joined(words);
    return key == "etal" || key == "al" || key == "others" || key == "andothers" || key == "othersand" ||
           key == "etalia" || key == "coworkers" ||
           (words.empty() && name.literal.find("\u2026") != std::string::npos);
}

}  // namespace whereof::verify
