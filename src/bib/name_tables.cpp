// SPDX-License-Identifier: MIT
#include "bib/name_tables.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace whereof::bib {
namespace {

/// Particles of Dutch, German, Romance, Arabic and Nordic names.
constexpr std::string_view kParticles[] = {
    "'s",    "'t",  "af",    "auf",   "av",    "bin",   "d'",  "da",  "dal", "dalla", "das", "de",
    "degli", "dei", "del",   "della", "delle", "dello", "den", "der", "des", "di",    "do",  "dos",
    "du",    "el",  "ibn",   "in't",  "la",    "las",   "le",  "los", "op",  "te",    "ten", "ter",
    "tot",   "van", "van't", "vom",   "von",   "zu",    "zum", "zur", "’t"};
static_assert(std::ranges::is_sorted(kParticles));
constexpr std::string_view kOthers[] = {"altri", "andere",    "anderen",       "autres",         "co-workers",
                                        "col",   "colab",     "colaboradores", "collaborateurs", "colleagues",
                                        "cols",  "coworkers", "inni",          "ostatní",        "others",
                                        "otras", "otros",     "outras",        "outros"};
static_assert(std::ranges::is_sorted(kOthers));
constexpr std::string_view kRoles[] = {
    "bearb",       "comp",          "compiler",      "compilers",  "comps", "coord",
    "coordinador", "coordinadores", "coords",        "dir",        "dirs",  "ed",
    "edit",        "editor",        "editors",       "eds",        "edt",   "herausgeber",
    "hg",          "hgg",           "hgs",           "hrg",        "hrsg",  "hrsgg",
    "org",         "organizador",   "organizadores", "orgs",       "red",   "szerk",
    "trad",        "trads",         "trans",         "translator", "éd",    "éds"};
static_assert(std::ranges::is_sorted(kRoles));
constexpr std::string_view kDegrees[] = {"BSc", "DDS",  "DMD",   "DPT",  "DPhil",  "DVM",  "DrPH",
                                         "EdD", "FACS", "FRCP",  "FRCS", "M.D",    "M.D.", "M.Sc.",
                                         "MA",  "MBA",  "MBBS",  "MD",   "MPH",    "MS",   "MSN",
                                         "MSc", "Ph.D", "Ph.D.", "PhD",  "PharmD", "PsyD", "RN"};
static_assert(std::ranges::is_sorted(kDegrees));
constexpr std::string_view kClipped[] = {
    "alex", "ch",   "chas",  "chr", "cl",   "ed",  "edw",  "eug", "fr", "fred", "friedr",
    "geo",  "gust", "heinr", "hj",  "jas",  "joh", "jos",  "jr",  "ju", "kh",   "ph",
    "rob",  "sh",   "st",    "th",  "thos", "ts",  "wilh", "wm",  "ya", "yu",   "zh"};
static_assert(std::ranges::is_sorted(kClipped));
/// What persons are not called. English, German, French, Spanish, Portuguese, Italian, Dutch, Nordic.
constexpr std::string_view kOrganisations[] = {"academia",
                                               "academic",
                                               "academies",
                                               "academy",
                                               "académie",
                                               "administration",
                                               "affairs",
                                               "agence",
                                               "agencia",
                                               "agencies",
                                               "agency",
                                               "agência",
                                               "akademie",
                                               "alliance",
                                               "arbeitsgemeinschaft",
                                               "arbeitsgruppe",
                                               "asociación",
                                               "assembleia",
                                               "associados",
                                               "associates",
                                               "association",
                                               "associations",
                                               "associação",
                                               "ausschuss",
                                               "authority",
                                               "banco",
                                               "bank",
                                               "beirat",
                                               "board",
                                               "bundesagentur",
                                               "bundesamt",
                                               "bundesministerium",
                                               "bundesregierung",
                                               "bundestag",
                                               "bundesverband",
                                               "bureau",
                                               "center",
                                               "centers",
                                               "centre",
                                               "centres",
                                               "centro",
                                               "clinic",
                                               "clínica",
                                               "coalition",
                                               "colegio",
                                               "collaboration",
                                               "collaborative",
                                               "collaboratives",
                                               "collaborator",
                                               "collaborators",
                                               "college",
                                               "colleges",
                                               "colégio",
                                               "comisión",
                                               "comissão",
                                               "comité",
                                               "comitê",
                                               "commission",
                                               "committee",
                                               "committees",
                                               "communities",
                                               "community",
                                               "company",
                                               "confederation",
                                               "confederação",
                                               "conference",
                                               "conferência",
                                               "congreso",
                                               "congress",
                                               "conseil",
                                               "consejo",
                                               "conselho",
                                               "consensus",
                                               "consorcio",
                                               "consortium",
                                               "consórcio",
                                               "coordenação",
                                               "coordenação-geral",
                                               "corp",
                                               "corporation",
                                               "council",
                                               "councils",
                                               "câmara",
                                               "departamento",
                                               "department",
                                               "departments",
                                               "dept",
                                               "deutsche",
                                               "deutscher",
                                               "deutsches",
                                               "diretoria",
                                               "division",
                                               "département",
                                               "education",
                                               "european",
                                               "européenne",
                                               "faculty",
                                               "federal",
                                               "federation",
                                               "federação",
                                               "fondation",
                                               "force",
                                               "foundation",
                                               "fundación",
                                               "fundação",
                                               "gesellschaft",
                                               "gmbh",
                                               "gobierno",
                                               "gouvernement",
                                               "government",
                                               "governo",
                                               "group",
                                               "groupe",
                                               "groups",
                                               "grupo",
                                               "gruppe",
                                               "guideline",
                                               "guidelines",
                                               "health",
                                               "hospital",
                                               "hospitals",
                                               "inc",
                                               "initiative",
                                               "instituição",
                                               "institut",
                                               "institute",
                                               "institutes",
                                               "institution",
                                               "institutions",
                                               "instituto",
                                               "instituut",
                                               "internacional",
                                               "international",
                                               "internationale",
                                               "investigators",
                                               "istituto",
                                               "kantons",
                                               "kommission",
                                               "kommissionen",
                                               "laboratories",
                                               "laboratory",
                                               "landesamt",
                                               "library",
                                               "llc",
                                               "ltd",
                                               "medicine",
                                               "members",
                                               "ministerio",
                                               "ministerium",
                                               "ministero",
                                               "ministries",
                                               "ministry",
                                               "ministère",
                                               "ministério",
                                               "museum",
                                               "nacional",
                                               "national",
                                               "nationale",
                                               "nationales",
                                               "nations",
                                               "network",
                                               "networks",
                                               "observatorio",
                                               "observatory",
                                               "observatório",
                                               "oecd",
                                               "office",
                                               "organisatie",
                                               "organisation",
                                               "organisations",
                                               "organización",
                                               "organization",
                                               "organizations",
                                               "organização",
                                               "organizzazione",
                                               "panel",
                                               "parlament",
                                               "parliament",
                                               "participants",
                                               "partnership",
                                               "party",
                                               "police",
                                               "prefeitura",
                                               "press",
                                               "program",
                                               "programa",
                                               "programme",
                                               "project",
                                               "projeto",
                                               "proyecto",
                                               "rat",
                                               "rede",
                                               "registry",
                                               "republic",
                                               "república",
                                               "research",
                                               "resources",
                                               "school",
                                               "science",
                                               "sciences",
                                               "secretaria",
                                               "secretariat",
                                               "secretaría",
                                               "section",
                                               "senado",
                                               "service",
                                               "services",
                                               "sociedad",
                                               "sociedade",
                                               "societies",
                                               "society",
                                               "societé",
                                               "société",
                                               "states",
                                               "statistics",
                                               "statistik",
                                               "statistisches",
                                               "steering",
                                               "stiftung",
                                               "study",
                                               "subcommittee",
                                               "superintendência",
                                               "supremo",
                                               "survey",
                                               "system",
                                               "systems",
                                               "taskforce",
                                               "team",
                                               "teams",
                                               "technologies",
                                               "technology",
                                               "trial",
                                               "trials",
                                               "tribunal",
                                               "unesco",
                                               "unicef",
                                               "unit",
                                               "united",
                                               "universidad",
                                               "universidade",
                                               "universitas",
                                               "universitat",
                                               "universities",
                                               "university",
                                               "universität",
                                               "université",
                                               "verband",
                                               "verein",
                                               "workgroup",
                                               "world",
                                               "zentrum"};
static_assert(std::ranges::is_sorted(kOrganisations));
constexpr std::string_view kGlue[] = {"against", "au",   "aux",  "des", "for", "für",  "of",  "on", "para",
                                      "pela",    "pelo", "pour", "sur", "the", "with", "zum", "zur"};
static_assert(std::ranges::is_sorted(kGlue));
/// As written: "E" and "Y" are initials.
constexpr std::string_view kConjunctions[] = {"&",  "AND", "ET", "UND",   "and", "e",  "en",  "et", "i",
                                              "ja", "och", "og", "sowie", "u",   "u.", "und", "y",  "и"};
static_assert(std::ranges::is_sorted(kConjunctions));
constexpr std::string_view kSuffixes[] = {"2nd", "2nd.", "3rd",  "3rd.", "4th", "II",  "II.",  "III", "III.",
                                          "IV",  "Jnr",  "Jnr.", "Jr",   "Jr.", "Snr", "Snr.", "Sr",  "Sr."};
static_assert(std::ranges::is_sorted(kSuffixes));

/// A sorted word list that turns most other words away by their first byte and length alone.
template <std::size_t N>
class WordTable {
  public:
    explicit constexpr WordTable(const std::string_view (&words)[N]) : words_(words) {
        for (const std::string_view word : words_) {
            lengths_[static_cast<unsigned char>(word.front())] |= bit(word.size());
        }
    }
    [[nodiscard]] bool holds(std::string_view word) const {
        return !word.empty() &&
               (lengths_[static_cast<unsigned char>(word.front())] & bit(word.size())) != 0 &&
               std::ranges::binary_search(words_, word);
    }

  private:
    static constexpr std::uint32_t bit(std::size_t length) {
        return std::uint32_t{1} << std::min<std::size_t>(length, 31);
    }
    std::span<const std::string_view, N> words_;
    std::array<std::uint32_t, 256> lengths_{};
};

constexpr WordTable kParticleTable{kParticles};
constexpr WordTable kOtherTable{kOthers};
constexpr WordTable kRoleTable{kRoles};
constexpr WordTable kDegreeTable{kDegrees};
constexpr WordTable kClippedTable{kClipped};
constexpr WordTable kOrganisationTable{kOrganisations};
constexpr WordTable kGlueTable{kGlue};
constexpr WordTable kConjunctionTable{kConjunctions};
constexpr WordTable kSuffixTable{kSuffixes};

}  // namespace

std::string lower_key(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = text::next_code_point(word, at);
        if (c < 0x80) {
            if (c != U'.') {
                out += text::ascii_lower(static_cast<char>(c));
            }
        } else if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F)) {
            text::append_code_point(out, c + 0x20);
        } else {
            text::append_code_point(out, c);
        }
    }
    return out;
}

bool is_particle(std::string_view key) { return kParticleTable.holds(key); }
bool is_suffix_word(std::string_view word) { return kSuffixTable.holds(word); }
bool is_capital_suffix(std::string_view word) {
    return word == "JR" || word == "JR." || word == "SR" || word == "SR.";
}
bool is_conjunction_word(std::string_view word) { return kConjunctionTable.holds(word); }
bool is_others_word(std::string_view key) { return kOtherTable.holds(key); }
bool is_degree_word(std::string_view word) { return kDegreeTable.holds(word); }
bool is_clipped_given(std::string_view key) { return kClippedTable.holds(key); }

bool is_repeat_mark(std::string_view word) {
    const std::string key = lower_key(word);
    if (key == "ders" || key == "dies" || key == "idem" || key == "derselbe" || key == "dieselbe" ||
        key == "ibid" || key == "dens") {
        return true;
    }
    std::size_t dashes = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = text::next_code_point(word, at);
        if (!text::is_dash(c) && c != U'_' && c != U'.') {
            return false;
        }
        dashes += c == U'-' || c == U'_' ? 1 : c == U'.' ? 0 : 3;
    }
    constexpr std::size_t kShortestRule = 2;
    return dashes >= kShortestRule;
}

bool is_lead_in(std::string_view word) {
    return word == "In" || word == "in" || word == "by" || word == "By" || word == "IN";
}

bool is_role_word(std::string_view word, bool alone) {
    const std::string key = lower_key(word);
    if (!kRoleTable.holds(key) || word == "Ed" || word == "ED" || word == "ED.") {
        return false;
    }
    // "Ed" and "Comp" are also given names: in a name they are roles only with a full stop or in lower case.
    return alone || key.size() > 4 || word.ends_with('.') || text::is_ascii_lower(word.front());
}

bool is_organisation_word(std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == '\'')) {
        word.remove_suffix(1);
    }
    return kOrganisationTable.holds(lower_key(word));
}

bool is_organisation_glue(std::string_view word) { return kGlueTable.holds(word); }

}  // namespace whereof::bib
