// SPDX-License-Identifier: MIT
#include "text/entities.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include <libxml/HTMLparser.h>

namespace whereof::text {
namespace {

struct Named {
    std::string_view name;
    char32_t code_point;
};

/// Names of the ISO entity sets (ISO 8879, ISO 9573-13), as JATS and its forerunners declare them, that HTML
/// 4 lacks; the ones met in journals: spaces, dashes, accented letters of Latin Extended-A, operators.
constexpr Named kIsoNames[] = {
    {"Abreve", 0x102},  {"Amacr", 0x100},   {"Aogon", 0x104},   {"Cacute", 0x106},  {"Ccaron", 0x10C},
    {"Ccirc", 0x108},   {"Dcaron", 0x10E},  {"Dstrok", 0x110},  {"Ecaron", 0x11A},  {"Emacr", 0x112},
    {"Eogon", 0x118},   {"Gbreve", 0x11E},  {"Idot", 0x130},    {"Imacr", 0x12A},   {"Lcaron", 0x13D},
    {"Lstrok", 0x141},  {"Nacute", 0x143},  {"Ncaron", 0x147},  {"Odblac", 0x150},  {"Omacr", 0x14C},
    {"Rcaron", 0x158},  {"Sacute", 0x15A},  {"Scedil", 0x15E},  {"Tcaron", 0x164},  {"Udblac", 0x170},
    {"Umacr", 0x16A},   {"Uring", 0x16E},   {"Zacute", 0x179},  {"Zcaron", 0x17D},  {"Zdot", 0x17B},
    {"abreve", 0x103},  {"amacr", 0x101},   {"aogon", 0x105},   {"ap", 0x2248},     {"apos", 0x27},
    {"ast", 0x2A},      {"bsol", 0x5C},     {"cacute", 0x107},  {"caron", 0x2C7},   {"ccaron", 0x10D},
    {"ccirc", 0x109},   {"check", 0x2713},  {"colon", 0x3A},    {"comma", 0x2C},    {"commat", 0x40},
    {"dash", 0x2010},   {"dcaron", 0x10F},  {"dollar", 0x24},   {"dot", 0x2D9},     {"dstrok", 0x111},
    {"ecaron", 0x11B},  {"ell", 0x2113},    {"emacr", 0x113},   {"emsp13", 0x2004}, {"emsp14", 0x2005},
    {"eogon", 0x119},   {"equals", 0x3D},   {"excl", 0x21},     {"ffilig", 0xFB03}, {"fflig", 0xFB00},
    {"ffllig", 0xFB04}, {"filig", 0xFB01},  {"fllig", 0xFB02},  {"gbreve", 0x11F},  {"ges", 0x2A7E},
    {"grave", 0x60},    {"gsim", 0x2273},   {"hairsp", 0x200A}, {"half", 0xBD},     {"horbar", 0x2015},
    {"hyphen", 0x2010}, {"imacr", 0x12B},   {"inodot", 0x131},  {"lcaron", 0x13E},  {"lcub", 0x7B},
    {"ldquor", 0x201E}, {"les", 0x2A7D},    {"lowbar", 0x5F},   {"lpar", 0x28},     {"lsim", 0x2272},
    {"lsqb", 0x5B},     {"lstrok", 0x142},  {"male", 0x2642},   {"mldr", 0x2026},   {"nacute", 0x144},
    {"ncaron", 0x148},  {"num", 0x23},      {"numsp", 0x2007},  {"odblac", 0x151},  {"omacr", 0x14D},
    {"percnt", 0x25},   {"period", 0x2E},   {"phone", 0x260E},  {"plus", 0x2B},     {"puncsp", 0x2008},
    {"quest", 0x3F},    {"rcaron", 0x159},  {"rcub", 0x7D},     {"ring", 0x2DA},    {"rpar", 0x29},
    {"rsqb", 0x5D},     {"sacute", 0x15B},  {"scedil", 0x15F},  {"semi", 0x3B},     {"sol", 0x2F},
    {"squ", 0x25A1},    {"square", 0x25A1}, {"tcaron", 0x165},  {"udblac", 0x171},  {"umacr", 0x16B},
    {"uring", 0x16F},   {"verbar", 0x7C},   {"vert", 0x7C},     {"zacute", 0x17A},  {"zcaron", 0x17E},
    {"zdot", 0x17C},
};
static_assert(std::is_sorted(std::begin(kIsoNames), std::end(kIsoNames),
                             [](const Named& a, const Named& b) { return a.name < b.name; }));

char32_t named(std::string_view name) {
    const auto found = std::lower_bound(std::begin(kIsoNames), std::end(kIsoNames), name,
                                        [](const Named& row, std::string_view n) { return row.name < n; });
    if (found != std::end(kIsoNames) && found->name == name) {
        return found->code_point;
    }
    const std::string terminated(name);
    const auto* html = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    return html == nullptr ? 0 : static_cast<char32_t>(html->value);
}

char32_t numbered(std::string_view digits) {
    const int base = digits.starts_with('x') || digits.starts_with('X') ? 16 : 10;
    digits.remove_prefix(base == 16 ? 1 : 0);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || end != digits.data() + digits.size()) {
        return 0;
    }
    const bool is_character =
        error == std::errc{} && value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return is_character ? static_cast<char32_t>(value) : kReplacement;
}

}  // namespace

std::string read_entity(std::string_view text, std::size_t& at) {
    constexpr std::size_t kLongest = 32;
    const auto rest = text.substr(at + 1, kLongest);
    const auto end = rest.find(';');
    char32_t code_point = 0;
    if (end != std::string_view::npos && end > 0) {
        code_point = rest[0] == '#' ? numbered(rest.substr(1, end - 1)) : named(rest.substr(0, end));
    }
    std::string out;
    if (code_point == 0) {
        ++at;
        return "&";
    }
    at += end + 2;
    append_code_point(out, code_point);
    return out;
}

std::string decode_entities(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('&', at), text.size());
        out.append(text, at, next - at);
        at = next;
        if (at < text.size()) {
            out += read_entity(text, at);
        }
    }
    return out;
}

}  // namespace whereof::text
