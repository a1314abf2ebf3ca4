// SPDX-License-Identifier: MIT
#include "article/word_styles.hpp"

#include "article/jats_reference.hpp"
#include "article/xml_part.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace whereof::article {
namespace {

constexpr std::uint32_t kDeepestHeading = 6;

std::string_view value_of(pugi::xml_node node) { return attribute_of(node, "val"); }

long number_of(std::string_view text, long otherwise) {
    long value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// <w:b/> and <w:b w:val="1"/> are on, "0", "false" and "off" are off.
std::optional<bool> switched(pugi::xml_node node) {
    if (!node) {
        return std::nullopt;
    }
    const auto value = value_of(node);
    return value != "0" && value != "false" && value != "off";
}

/// Raised text is a superscript too: half points above the line.
std::optional<bool> raised(pugi::xml_node properties) {
    constexpr long kLeastRise = 4;
    if (const auto align = child_of(properties, "vertAlign")) {
        return value_of(align) == "superscript";
    }
    if (const auto position = child_of(properties, "position")) {
        return number_of(value_of(position), 0) >= kLeastRise;
    }
    return std::nullopt;
}

/// "heading 1" in Word, "Heading 1" in LibreOffice; 0 for other styles.
std::uint32_t heading_of(std::string_view name) {
    const std::string lower = text::ascii_lower(name);
    if (!lower.starts_with("heading ")) {
        return 0;
    }
    const long level = number_of(std::string_view(lower).substr(8), 0);
    return level < 1 || level > 9 ? 0 : std::min(static_cast<std::uint32_t>(level), kDeepestHeading);
}

}  // namespace

void WordStyle::override_with(const WordStyle& own) {
    heading = own.heading != 0 ? own.heading : heading;
    is_title = is_title || own.is_title;
    number = own.number ? own.number : number;
    superscript = own.superscript ? own.superscript : superscript;
    italic = own.italic ? own.italic : italic;
    bold = own.bold ? own.bold : bold;
    hidden = own.hidden ? own.hidden : hidden;
}

WordStyle read_word_properties(pugi::xml_node properties) {
    WordStyle style;
    if (const auto outline = child_of(properties, "outlineLvl")) {
        const long level = number_of(value_of(outline), 9);
        style.heading =
            level < 0 || level > 8 ? 0 : std::min(static_cast<std::uint32_t>(level) + 1, kDeepestHeading);
    }
    if (const auto list = child_of(properties, "numPr")) {
        const long level = number_of(value_of(child_of(list, "ilvl")), 0);
        style.number = WordNumber{std::string(value_of(child_of(list, "numId"))),
                                  static_cast<std::uint32_t>(std::clamp(level, 0L, 8L))};
    }
    style.superscript = raised(properties);
    style.italic = switched(child_of(properties, "i"));
    style.bold = switched(child_of(properties, "b"));
    style.hidden = switched(child_of(properties, "vanish"));
    return style;
}

WordStyles::WordStyles(pugi::xml_node part) {
    struct Raw {
        std::string based_on;
        WordStyle own;
    };
    std::unordered_map<std::string, Raw> raw;
    const auto styles = child_of(part, "styles");
    const auto defaults = child_of(child_of(child_of(styles, "docDefaults"), "rPrDefault"), "rPr");
    language_ = value_of(child_of(defaults, "lang"));
    for (const auto node : styles.children()) {
        if (local_name(node) != "style") {
            continue;
        }
        Raw style{std::string(value_of(child_of(node, "basedOn"))), {}};
        style.own = read_word_properties(child_of(node, "pPr"));
        style.own.override_with(read_word_properties(child_of(node, "rPr")));
        const auto name = value_of(child_of(node, "name"));
        style.own.heading = std::max(style.own.heading, heading_of(name));
        style.own.is_title = text::ascii_lower(name) == "title";
        raw.emplace(attribute_of(node, "styleId"), std::move(style));
    }
    for (const auto& [id, style] : raw) {
        // What a style is based on may lead in a circle.
        constexpr std::size_t kLongestChain = 16;
        std::vector<const Raw*> chain{&style};
        for (auto base = raw.find(style.based_on); base != raw.end() && chain.size() < kLongestChain;
             base = raw.find(chain.back()->based_on)) {
            chain.push_back(&base->second);
        }
        WordStyle whole;
        for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
            whole.override_with((*link)->own);
        }
        whole.is_title = style.own.is_title;
        styles_.emplace(id, whole);
    }
}

const WordStyle& WordStyles::find(std::string_view id) const {
    static const WordStyle plain;
    const auto found = styles_.find(std::string(id));
    return found == styles_.end() ? plain : found->second;
}

}  // namespace whereof::article
