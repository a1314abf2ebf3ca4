// SPDX-License-Identifier: MIT
#include "finding/verdict.hpp"

#include <algorithm>
#include <array>

namespace whereof::finding {
namespace {

constexpr std::array<std::string_view, 4> kExistence{"found", "not_found", "undecidable", "unchecked"};
constexpr std::array<std::string_view, 4> kDescription{"exact", "variant", "incomplete", "wrong"};
constexpr std::array<std::string_view, 6> kStatus{"current",   "corrected",         "concern",
                                                  "retracted", "retraction_notice", "superseded"};
constexpr std::array<std::string_view, 9> kHeadline{"retracted", "wrong_identifier", "mismatch",
                                                    "concern",   "corrected",        "verified",
                                                    "not_found", "undecidable",      "unchecked"};
constexpr std::array<std::string_view, 4> kAgreement{"same", "variant", "different", "absent"};
constexpr std::array<std::string_view, 4> kLevel{"none", "note", "warning", "error"};

}  // namespace

std::string_view name(Existence value) noexcept { return kExistence[static_cast<std::size_t>(value)]; }
std::string_view name(Description value) noexcept { return kDescription[static_cast<std::size_t>(value)]; }
std::string_view name(Status value) noexcept { return kStatus[static_cast<std::size_t>(value)]; }
std::string_view name(Headline value) noexcept { return kHeadline[static_cast<std::size_t>(value)]; }
std::string_view name(Agreement value) noexcept { return kAgreement[static_cast<std::size_t>(value)]; }
std::string_view name(Level value) noexcept { return kLevel[static_cast<std::size_t>(value)]; }

std::optional<Headline> headline_of_name(std::string_view text) noexcept {
    const auto found = std::ranges::find(kHeadline, text);
    if (found == kHeadline.end()) {
        return std::nullopt;
    }
    return static_cast<Headline>(found - kHeadline.begin());
}

Headline headline_of(const Verdict& verdict, bool identifier_wrong) noexcept {
    if (verdict.status == Status::retracted) {
        return Headline::retracted;
    }
    if (identifier_wrong) {
        return Headline::wrong_identifier;
    }
    switch (verdict.existence) {
        case Existence::not_found:
            return Headline::not_found;
        case Existence::undecidable:
            return Headline::undecidable;
        case Existence::unchecked:
            return Headline::unchecked;
        case Existence::found:
            break;
    }
    if (verdict.description == Description::wrong) {
        return Headline::mismatch;
    }
    if (verdict.status == Status::concern) {
        return Headline::concern;
    }
    if (verdict.status == Status::corrected) {
        return Headline::corrected;
    }
    return Headline::verified;
}

Level level_of(Headline headline) noexcept {
    switch (headline) {
        case Headline::retracted:
        case Headline::wrong_identifier:
        case Headline::mismatch:
        case Headline::not_found:
            return Level::error;
        case Headline::concern:
        case Headline::corrected:
            return Level::warning;
        case Headline::undecidable:
        case Headline::unchecked:
            return Level::note;
        case Headline::verified:
            return Level::none;
    }
    return Level::none;
}

}  // namespace whereof::finding
