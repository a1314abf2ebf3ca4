// SPDX-License-Identifier: MIT
#include "verify/compare.hpp"
#include "verify/person.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

constexpr std::size_t kMostAuthors = 400;  ///< longer lists are compared by their beginning

struct AuthorList {
    std::vector<Person> people;
    std::vector<const bib::Name*> names;
    bool elided = false;
};

AuthorList list_of(const std::vector<bib::Name>& names, bool elided) {
    AuthorList out;
    out.elided = elided;
    for (const auto& name : names) {
        if (is_elision(name)) {
            out.elided = true;
        } else if (out.people.size() < kMostAuthors) {
            out.people.push_back(person_of(name));
            out.names.push_back(&name);
        }
    }
    return out;
}

std::string shown(const bib::Name& name) {
    if (!name.literal.empty()) {
        return name.literal;
    }
    return name.given.empty() ? name.family : name.family + " " + name.given;
}

std::string shown(const AuthorList& list) {
    std::string out;
    for (std::size_t i = 0; i < list.names.size() && i < 12; ++i) {
        out += (i == 0 ? "" : ", ") + shown(*list.names[i]);
    }
    if (list.names.size() > 12) {
        out += fmt::format(", … ({} in all)", list.names.size());
    }
    return list.elided ? out + ", et al." : out;
}

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Which found author each cited one is.
struct Pairing {
    std::vector<std::size_t> found_of;  ///< per cited author, kNone without partner
    std::vector<bool> taken;            ///< per found author
    bool in_order = true;
    bool variant = false;
    std::size_t other_given = kNone;  ///< a cited author whose given names contradict the record's
    std::size_t pairs = 0;
};

Pairing pair_up(const AuthorList& cited, const AuthorList& found) {
    Pairing out;
    out.found_of.assign(cited.people.size(), kNone);
    out.taken.assign(found.people.size(), false);
    // The same place first, then the next free one: lists are mostly in order.
    const auto try_pair = [&](std::size_t c, std::size_t f, bool loosely) {
        if (out.taken[f]) {
            return false;
        }
        const auto how = same_person(cited.people[c], found.people[f]);
        if (how == SamePerson::no || (how == SamePerson::other_given && !loosely)) {
            return false;
        }
        out.found_of[c] = f;
        out.taken[f] = true;
        out.variant = out.variant || how != SamePerson::same;
        if (how == SamePerson::other_given && out.other_given == kNone) {
            out.other_given = c;
        }
        return true;
    };
    for (const bool loosely : {false, true}) {
        for (std::size_t c = 0; c < cited.people.size(); ++c) {
            if (out.found_of[c] != kNone) {
                continue;
            }
            if (c < found.people.size() && try_pair(c, c, loosely)) {
                continue;
            }
            for (std::size_t f = 0; f < found.people.size(); ++f) {
                if (try_pair(c, f, loosely)) {
                    break;
                }
            }
        }
    }
    std::size_t last = 0;
    for (const auto f : out.found_of) {
        if (f == kNone) {
            continue;
        }
        out.in_order = out.in_order && f >= last;
        last = f;
        ++out.pairs;
    }
    return out;
}

/// MEDLINE kept only the first 10 authors from 1984 to 1995 and the first 24 and the last from 1996 to 1999
/// (NLM, "MEDLINE/PubMed Data Element Descriptions", Author).
bool is_cut_by_medline(const bib::Item& found, std::size_t authors) {
    const auto year = found.issued.year;
    return (authors == 10 && year >= 1983 && year <= 1996) || (authors == 25 && year >= 1995 && year <= 2000);
}

bool only_first_author(const bib::Item& found) {
    return found.author.size() == 1 && found.author.front().given.empty() &&
           found.author.front().literal.empty();
}

/// First cited author that the record lacks, groups not counted.
std::size_t first_extra(const AuthorList& cited, const Pairing& pairing) {
    for (std::size_t c = 0; c < cited.people.size(); ++c) {
        if (pairing.found_of[c] == kNone && !cited.people[c].collective) {
            return c;
        }
    }
    return kNone;
}

/// First of the record's authors that the citation leaves out, groups not counted; with "et al." only those
/// before the last one cited count, and the very last may stand behind the gap ("A, B, … Z").
std::size_t first_missing(const AuthorList& cited, const AuthorList& found, const Pairing& pairing) {
    std::size_t end = found.people.size();
    if (cited.elided) {
        std::vector<std::size_t> places;
        for (const auto f : pairing.found_of) {
            if (f != kNone) {
                places.push_back(f);
            }
        }
        std::ranges::sort(places);
        if (places.size() > 1 && places.back() + 1 == found.people.size()) {
            places.pop_back();
        }
        end = places.empty() ? 0 : places.back() + 1;
    }
    for (std::size_t f = 0; f < end; ++f) {
        if (!pairing.taken[f] && !found.people[f].collective) {
            return f;
        }
    }
    return kNone;
}

/// Who is left out; of a long list cut at its end also how much of it is there, for styles that print only
/// the first so many have a sign for it.
std::string left_out(const AuthorList& cited, const AuthorList& found, std::size_t missing) {
    auto out = fmt::format("{} is left out without “et al.”", shown(*found.names[missing]));
    constexpr std::size_t kLong = 3;
    if (missing >= kLong && missing == cited.people.size() && found.people.size() > missing + 1) {
        out += fmt::format(" (the first {} of {} authors are cited)", missing, found.people.size());
    }
    return out;
}

}  // namespace

FieldMatch compare_authors(const bib::Item& cited_item, const bib::Item& found_item, bool found_incomplete) {
    const auto cited = list_of(cited_item.author, cited_item.authors_elided);
    const auto found = list_of(found_item.author, found_item.authors_elided);
    FieldMatch out{bib::Field::author, Agreement::absent, 0.0, shown(cited), shown(found), ""};
    if (cited.people.empty() || found.people.empty()) {
        return out;
    }
    const auto pairing = pair_up(cited, found);
    const auto shorter = std::min(cited.people.size(), found.people.size());
    out.closeness = std::min(1.0, static_cast<double>(pairing.pairs) / static_cast<double>(shorter));
    if (only_first_author(found_item) && pairing.found_of.front() == kNone) {
        out.closeness = 0.0;  // the one that is held must be the one that is cited first
    }
    const auto extra = first_extra(cited, pairing);
    const auto missing = first_missing(cited, found, pairing);
    const bool incomplete = found_incomplete || found.elided || only_first_author(found_item) ||
                            is_cut_by_medline(found_item, found.people.size());
    if (cited.people.front().collective != found.people.front().collective && pairing.pairs == 0) {
        out.note = "a group on one side, persons on the other";
        return out;  // an authority that names the group and a list that names its members do not contradict
    }
    out.agreement = Agreement::different;
    const bool stranger =
        extra != kNone && !(incomplete && pairing.found_of.front() != kNone && missing == kNone);
    if (pairing.other_given != kNone) {
        out.closeness *= 0.95;
    }
    if (pairing.other_given != kNone && !stranger) {
        const auto at = pairing.other_given;
        out.note = fmt::format("{} is {} in the record", shown(*cited.names[at]),
                               shown(*found.names[pairing.found_of[at]]));
    } else if (stranger) {
        out.note = fmt::format("{} is not among the record's authors", shown(*cited.names[extra]));
    } else if (missing != kNone) {
        out.note = cited.elided ? fmt::format("{} is passed over", shown(*found.names[missing]))
                                : left_out(cited, found, missing);
    } else if (!pairing.in_order) {
        out.note = "the same authors in another order";
    } else {
        const bool plain = !pairing.variant && !cited.elided && cited.people.size() == found.people.size();
        out.agreement = plain ? Agreement::same : Agreement::variant;
        out.note = cited.elided ? "shortened with “et al.”" : "";
    }
    return out;
}

}  // namespace whereof::verify
