// SPDX-License-Identifier: MIT
#include "serve/target.hpp"

#include <charconv>
#include <limits>

namespace whereof::serve {
namespace {

std::optional<std::int64_t> digits_of(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

Target parse_target(std::string_view id) {
    if (id.starts_with('w')) {
        if (const auto number = digits_of(id.substr(1))) {
            return {Target::Kind::work, {}, *number};
        }
    }
    const std::size_t hash = id.rfind('#');
    if (hash != std::string_view::npos && hash + 2 <= id.size() &&
        (id[hash + 1] == 'c' || id[hash + 1] == 'r')) {
        if (const auto number = digits_of(id.substr(hash + 2))) {
            const auto kind = id[hash + 1] == 'c' ? Target::Kind::claim : Target::Kind::reference;
            return {kind, std::string(id.substr(0, hash)), *number};
        }
    }
    const std::size_t before_column = id.rfind(':');
    const std::size_t before_line = before_column == std::string_view::npos || before_column == 0
                                        ? id.npos
                                        : id.rfind(':', before_column - 1);
    if (before_line != std::string_view::npos) {
        const auto line = digits_of(id.substr(before_line + 1, before_column - before_line - 1));
        const auto column = digits_of(id.substr(before_column + 1));
        if (line && column) {
            return {Target::Kind::place, std::string(id.substr(0, before_line)), *line, *column};
        }
    }
    return {Target::Kind::article, std::string(id)};
}

std::optional<std::uint32_t> index_of(const Target& target) {
    if (target.number < 1 || target.number > std::numeric_limits<std::uint32_t>::max()) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(target.number - 1);
}

std::optional<Target> target_at(const article::Article& article, const Target& place) {
    const auto is_there = [&](const article::Position& position) {
        return position.line == place.number && position.column == place.column;
    };
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        if (is_there(article.position_of(article.sentences[article.claims[i].sentence].span.begin))) {
            return Target{Target::Kind::claim, place.article, static_cast<std::int64_t>(i + 1)};
        }
    }
    for (std::size_t i = 0; i < article.references.size(); ++i) {
        if (is_there(article.references[i].position)) {
            return Target{Target::Kind::reference, place.article, static_cast<std::int64_t>(i + 1)};
        }
    }
    return std::nullopt;
}

}  // namespace whereof::serve
