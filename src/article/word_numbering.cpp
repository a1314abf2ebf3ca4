// SPDX-License-Identifier: MIT
#include "article/word_numbering.hpp"

#include "article/jats_reference.hpp"
#include "article/xml_part.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace whereof::article {
namespace {

constexpr std::size_t kLongestMark = 64;  // bytes of what is printed before a paragraph
constexpr std::size_t kMostLists = 20'000;

std::string_view value_of(pugi::xml_node node) { return attribute_of(node, "val"); }

std::uint32_t number_of(std::string_view text, std::uint32_t otherwise) {
    std::uint32_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string roman(std::uint32_t number) {
    struct Row {
        std::uint32_t value;
        const char* letters;
    };
    constexpr Row kRows[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                             {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                             {5, "v"},    {4, "iv"},   {1, "i"}};
    std::string out;
    for (const Row& row : kRows) {
        for (; number >= row.value; number -= row.value) {
            out += row.letters;
        }
    }
    return out;
}

}  // namespace

std::string format_list_number(std::uint32_t number, std::string_view format) {
    constexpr std::uint32_t kLargestRoman = 4000;
    constexpr std::uint32_t kLetters = 26;
    if (format == "lowerLetter" && number > 0) {
        // aa, bb, … follow z.
        return std::string(std::min((number - 1) / kLetters + 1, 8U),
                           static_cast<char>('a' + (number - 1) % kLetters));
    }
    if (format == "lowerRoman" && number < kLargestRoman) {
        return roman(number);
    }
    if (format == "upperLetter" || format == "upperRoman") {
        return text::ascii_upper(
            format_list_number(number, format == "upperLetter" ? "lowerLetter" : "lowerRoman"));
    }
    return std::to_string(number);
}

void WordNumbering::read_level(pugi::xml_node node, std::array<Level, kLevels>& levels) {
    const std::uint32_t at = number_of(attribute_of(node, "ilvl"), 0);
    if (at >= kLevels) {
        return;
    }
    Level& level = levels[at];
    level.start = number_of(value_of(child_of(node, "start")), level.start);
    if (const auto format = child_of(node, "numFmt")) {
        level.format = value_of(format);
    }
    if (const auto text = child_of(node, "lvlText")) {
        level.text = value_of(text).substr(0, kLongestMark);
    }
}

WordNumbering::WordNumbering(pugi::xml_node part) {
    std::unordered_map<std::string, std::array<Level, kLevels>> patterns;
    const auto numbering = child_of(part, "numbering");
    for (const auto node : numbering.children()) {
        if (local_name(node) == "abstractNum" && patterns.size() < kMostLists) {
            auto& levels = patterns[std::string(attribute_of(node, "abstractNumId"))];
            for (const auto level : node.children()) {
                if (local_name(level) == "lvl") {
                    read_level(level, levels);
                }
            }
        }
    }
    for (const auto node : numbering.children()) {
        if (local_name(node) != "num" || lists_.size() >= kMostLists) {
            continue;
        }
        const std::string id(attribute_of(node, "numId"));
        const std::string pattern(value_of(child_of(node, "abstractNumId")));
        List list{patterns[pattern], {}, pattern};
        for (const auto change : node.children()) {
            if (local_name(change) != "lvlOverride") {
                continue;
            }
            const std::uint32_t at = number_of(attribute_of(change, "ilvl"), 0);
            if (const auto level = child_of(change, "lvl")) {
                read_level(level, list.levels);
            }
            if (const auto start = child_of(change, "startOverride"); start && at < kLevels) {
                list.levels[at].start = number_of(value_of(start), 1);
                list.restarts[at] = true;
            }
        }
        lists_.emplace(id, std::move(list));
    }
}

WordNumbering::Label WordNumbering::next(const WordNumber& number) {
    const auto found = lists_.find(number.id);
    if (found == lists_.end() || number.level >= kLevels) {
        return {};
    }
    List& list = found->second;
    Counter& counter = counters_[list.pattern];
    for (std::size_t i = 0; i < kLevels && !list.used; ++i) {
        counter.started[i] = counter.started[i] && !list.restarts[i];
    }
    list.used = true;
    const std::size_t at = number.level;
    counter.values[at] = counter.started[at] ? counter.values[at] + 1 : list.levels[at].start;
    counter.started[at] = true;
    std::fill(counter.started.begin() + static_cast<std::ptrdiff_t>(at) + 1, counter.started.end(), false);
    const Level& level = list.levels[at];
    if (level.format == "bullet") {
        return {"•", false};
    }
    if (level.format == "none") {
        return {};
    }
    Label label{{}, true};
    for (std::size_t i = 0; i < level.text.size(); ++i) {
        const char next = i + 1 < level.text.size() ? level.text[i + 1] : '\0';
        if (level.text[i] == '%' && next >= '1' && next <= '9') {
            const auto other = static_cast<std::size_t>(next - '1');
            const std::uint32_t value =
                counter.started[other] ? counter.values[other] : list.levels[other].start;
            label.text += format_list_number(value, list.levels[other].format);
            ++i;
        } else {
            label.text += level.text[i];
        }
    }
    return label;
}

}  // namespace whereof::article
