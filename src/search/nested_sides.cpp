// SPDX-License-Identifier: MIT
#include "search/nested_sides.hpp"

#include "text/terms.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace whereof::search {
namespace {

using Terms = std::vector<std::string>;

constexpr std::array<std::string_view, 3> kDenials{"no", "without", "not"};
constexpr std::array<std::string_view, 3> kShams{"sham", "placebo", "simulated"};
/// Between the parts of "exercise plus yoga".
constexpr std::array<std::string_view, 4> kJoints{"plus", "with", "and", "in addition to"};
constexpr std::array<std::string_view, 3> kAnyCare{"treatment", "intervention", "therapy"};

Terms with(Terms front, const Terms& back) {
    front.insert(front.end(), back.begin(), back.end());
    return front;
}

bool starts(const Terms& all, const Terms& some) {
    return all.size() > some.size() && std::equal(some.begin(), some.end(), all.begin());
}

bool ends(const Terms& all, const Terms& some) {
    return all.size() > some.size() && std::equal(some.rbegin(), some.rend(), all.rbegin());
}

/// "no surgery" of "surgery", however it is said.
std::vector<Terms> marked(const Terms& larger, const Terms& smaller) {
    std::vector<Terms> out;
    for (const auto& markers : {kDenials, kShams}) {
        const bool marks = std::ranges::any_of(markers, [&](std::string_view marker) {
            return larger == with(text::terms_of(marker), smaller);
        });
        for (const std::string_view marker : markers) {
            if (marks) {
                out.push_back(with(text::terms_of(marker), smaller));
            }
        }
        for (const std::string_view care : kAnyCare) {
            if (marks) {
                out.push_back(with(text::terms_of(markers.front()), text::terms_of(care)));
            }
        }
    }
    return out;
}

/// "exercise plus yoga" of "exercise", either part first.
std::vector<Terms> added(const Terms& larger, const Terms& smaller) {
    std::vector<Terms> out;
    Terms other;
    for (const std::string_view joint : kJoints) {
        const Terms between = text::terms_of(joint);
        const Terms front = with(smaller, between);
        const Terms back = with(between, smaller);
        if (starts(larger, front)) {
            other.assign(larger.begin() + static_cast<std::ptrdiff_t>(front.size()), larger.end());
        } else if (ends(larger, back)) {
            other.assign(larger.begin(), larger.end() - static_cast<std::ptrdiff_t>(back.size()));
        }
    }
    for (const std::string_view joint : kJoints) {
        if (!other.empty()) {
            const Terms between = text::terms_of(joint);
            out.push_back(with(with(smaller, between), other));
            out.push_back(with(with(other, between), smaller));
        }
    }
    return out;
}

}  // namespace

std::string_view without_alone(std::string_view side) {
    for (const std::string_view end : {" alone", " only"}) {
        if (side.ends_with(end)) {
            side.remove_suffix(end.size());
        }
    }
    return side;
}

std::optional<NestedSides> NestedSides::read(std::string_view first, std::string_view second) {
    first = without_alone(first);
    second = without_alone(second);
    const Terms one = text::terms_of(first);
    const Terms other = text::terms_of(second);
    NestedSides out;
    out.first_is_larger_ = one.size() > other.size();
    const Terms& larger = out.first_is_larger_ ? one : other;
    const Terms& smaller = out.first_is_larger_ ? other : one;
    if (smaller.empty()) {
        return std::nullopt;
    }
    out.smaller_ = out.first_is_larger_ ? second : first;
    out.sayings_ = marked(larger, smaller);
    if (out.sayings_.empty()) {
        out.sayings_ = added(larger, smaller);
    }
    return out.sayings_.empty() ? std::nullopt : std::optional(std::move(out));
}

std::string NestedSides::joined(std::string_view claim, claim::Forms& forms) const {
    const auto words = text::read_terms(claim);
    std::string out(claim);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Terms& saying : sayings_) {
            const bool here = i + saying.size() <= words.size() &&
                              std::ranges::equal(saying, std::span(words).subspan(i, saying.size()), {}, {},
                                                 &std::pair<std::string, Span>::first);
            if (!here) {
                continue;
            }
            const std::size_t last = i + saying.size() - 1;
            const Span whole{words[i].second.begin, words[last].second.end};
            // A sign between the words ends a phrase: "with surgery, and exercise".
            if (whole.of(claim).find_first_of(",;:.()") != std::string_view::npos) {
                continue;
            }
            for (std::size_t at = whole.begin; at < whole.end; ++at) {
                out[at] = text::is_ascii_letter(out[at]) ? out[at] : 'x';
            }
            forms.push_back(text::terms_of(whole.of(out)));
            i = last;
            break;
        }
    }
    return out;
}

}  // namespace whereof::search
