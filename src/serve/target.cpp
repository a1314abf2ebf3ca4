// SPDX-License-Identifier: MIT
#include "serve/target.hpp"

#include <charconv>
#include <limits>
#include <utility>

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

/// "draft.md" and 24 of "draft.md:24"; no number where none stands at the end.
std::pair<std::string_view, std::optional<std::int64_t>> cut_number(std::string_view id) {
    const std::size_t colon = id.rfind(':');
    if (colon == std::string_view::npos || colon == 0) {
        return {id, std::nullopt};
    }
    return {id.substr(0, colon), digits_of(id.substr(colon + 1))};
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
    const auto [article, last] = cut_number(id);
    if (!last) {
        return {Target::Kind::article, std::string(id)};
    }
    const auto [file, line] = cut_number(article);
    return line ? Target{Target::Kind::place, std::string(file), *line, *last}
                : Target{Target::Kind::place, std::string(article), *last};
}

Target resolve_target(store::Store& store, const FindArticle& find, const std::string& id) {
    if (find(store, id)) {
        return {Target::Kind::article, id};
    }
    Target target = parse_target(id);
    if (target.kind == Target::Kind::place && target.column != 0 && !find(store, target.article)) {
        const auto [article, line] = cut_number(id);
        if (find(store, std::string(article))) {
            return {Target::Kind::place, std::string(article), *line};
        }
    }
    return target;
}

std::optional<std::uint32_t> index_of(const Target& target) {
    if (target.number < 1 || target.number > std::numeric_limits<std::uint32_t>::max()) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(target.number - 1);
}

std::optional<Target> target_at(const article::Article& article, const Target& place) {
    const auto is_there = [&](const article::Position& position) {
        return position.line == place.number && (place.column == 0 || position.column == place.column);
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
