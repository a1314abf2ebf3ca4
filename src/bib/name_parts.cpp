// SPDX-License-Identifier: MIT
#include "bib/name_parts.hpp"

#include "bib/given_names.hpp"
#include "bib/name_tables.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace whereof::bib {
namespace {

/// Where the family begins in "John van der Berg", "Mary C. Noonan": the last word and its particles.
std::size_t family_start(Words words) {
    std::size_t first = words.size() - 1;
    while (first > 1 && (words[first - 1].particle || words[first - 1].big_particle) &&
           !words[first - 1].initials) {
        --first;
    }
    return first == 1 && words[0].particle ? 0 : first;
}

/// Do the words look like the two families of Spanish and Portuguese names? Accents and "-ez" say so.
bool is_double_family(Words words) {
    return words.size() >= 2 && std::ranges::any_of(words, [](const NameWord& word) {
               return word.text.ends_with("ez") || word.text == "y" || word.text == "e" ||
                      std::ranges::any_of(word.text,
                                          [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
           });
}

bool is_organisation(Words words) {
    bool known = false;
    bool glue = false;
    for (const NameWord& word : words) {
        known = known || is_organisation_word(word.text);
        glue = glue || is_organisation_glue(word.text);
        // "GBD 2019 Diseases", "1000 Genomes"
        known = known || (words.size() > 1 && word.text.size() >= 3 &&
                          std::ranges::all_of(word.text, text::is_ascii_digit));
    }
    return known || (glue && words.size() >= 3);
}

}  // namespace

bool has_stop(const NameWord& word) { return word.text.find('.') != std::string::npos; }

bool is_east_asian(const NameWord& word) {
    const auto lead = static_cast<unsigned char>(word.text.front());
    return lead >= 0xE3 && lead <= 0xED;
}

std::string join_words(Words words) {
    std::string out;
    for (const NameWord& word : words) {
        if (!out.empty()) {
            out += ' ';
        }
        out += word.text;
    }
    return out;
}

void set_family(Name& name, Words words) {
    std::size_t first = 0;
    while (first + 1 < words.size() && words[first].particle) {
        ++first;
    }
    name.non_dropping_particle = join_words(words.first(first));
    name.family = join_words(words.subspan(first));
}

void set_given(Name& name, Words words) {
    if (words.size() > 1 && words.back().suffix) {
        name.suffix = words.back().text;
        words = words.first(words.size() - 1);
    }
    name.given = join_words(words);
}

Name family_given(Words family, Words given) {
    Name name;
    if (family.size() > 1 && family.back().suffix) {
        name.suffix = family.back().text;
        family = family.first(family.size() - 1);
    }
    set_family(name, family);
    set_given(name, given);
    return name;
}

Name read_family_initials(Words words) {
    std::size_t end = words.size();
    while (end > 1 && (words[end - 1].suffix || words[end - 1].particle)) {
        --end;
    }
    std::size_t first = end;
    while (first > 1 && words[first - 1].initials) {
        --first;
    }
    // "Frey Bruno S."; but "De Maria E."
    if (first > 1 && first < end && has_stop(words[first]) && is_given_name(words[first - 1].text) &&
        !words[first - 2].particle && !words[first - 2].big_particle) {
        --first;
    }
    return family_given(words.first(first), words.subspan(first));
}

Name read_given_family(Words words) {
    Name name;
    if (words.size() > 1 && words.back().suffix) {
        name.suffix = words.back().text;
        words = words.first(words.size() - 1);
    }
    std::size_t first = family_start(words);
    // "J. M. García Márquez" has two families, "F. Scott Fitzgerald" and "A. Kim Burton" have one.
    std::size_t behind = 0;
    while (behind + 1 < words.size() && words[behind].initials) {
        ++behind;
    }
    if (behind > 0) {
        while (behind + 1 < words.size() && (is_given_name(words[behind].text) || words[behind].initials)) {
            ++behind;
        }
        if (is_double_family(words.subspan(behind))) {
            first = std::min(first, behind);
        }
    }
    set_family(name, words.subspan(first));
    name.given = join_words(words.first(first));
    return name;
}

void settle_capitals(std::vector<NameWord>& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        NameWord& word = words[at];
        if (at == 0 && words.size() > 1 && (word.text == "v." || word.text == "d.")) {  // von, de
            word.initials = false;
            word.particle = true;
        }
        if (at == 0 && words.size() > 2 && (word.text == "St." || word.text == "Ste.") && words[1].upper &&
            !words[1].initials) {  // "St. Clair A"
            word.initials = false;
            word.big_particle = true;
        }
        if (at + 1 < words.size() && word.ambiguous && word.big_particle) {
            word.initials = word.ambiguous = false;
        }
        if (at >= 2 && words[at - 1].initials && is_capital_suffix(word.text)) {
            word.initials = word.ambiguous = false;
            word.suffix = true;
        }
        if (at == 1 && words.size() == 2 && word.text == "IV") {  // "Zubarev IV"
            word.initials = true;
            word.suffix = false;
        }
    }
}

PartShape shape_of(Words words) {
    if (is_organisation(words)) {
        return PartShape::organisation;
    }
    std::size_t end = words.size();
    if (end == 1 && words[0].suffix) {
        return PartShape::suffix;
    }
    while (end > 1 && (words[end - 1].suffix || words[end - 1].particle)) {
        --end;
    }
    const Words core = words.first(end);
    const bool all_initials = core.front().initials && std::ranges::all_of(core, [](const NameWord& w) {
                                  return w.initials || w.particle;
                              });
    if (all_initials) {
        const bool undecided = core.size() >= 2 && (core.front().ambiguous || core.back().ambiguous);
        return undecided ? PartShape::either : PartShape::initials;
    }
    if (core.back().initials && !core.front().initials) {
        return PartShape::family_initials;
    }
    if (core.back().initials && core.front().ambiguous) {
        return PartShape::family_initials;
    }
    // Nobody signs with four capitals run together and a family of two words: "AAFP Choosing Wisely".
    const std::string& lead = core.front().text;
    if (core.size() >= 3 && lead.size() == 4 &&
        std::ranges::all_of(lead, [](char c) { return text::is_ascii_upper(c); })) {
        return PartShape::organisation;
    }
    if (core.front().initials) {
        return PartShape::initials_family;
    }
    std::size_t first = 0;
    while (first + 1 < core.size() && (core[first].particle || core[first].big_particle)) {
        ++first;
    }
    return first + 1 == core.size() ? PartShape::one_word : PartShape::words;
}

}  // namespace whereof::bib
