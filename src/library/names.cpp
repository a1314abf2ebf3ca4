// SPDX-License-Identifier: MIT
#include "finding/verdict.hpp"
#include "whereof.hpp"

// The words of the library's header are those of finding/verdict.hpp, in the same order; tests/library holds
// them together.
namespace whereof {

std::string_view name(Existence value) noexcept {
    return finding::name(static_cast<finding::Existence>(value));
}
std::string_view name(Description value) noexcept {
    return finding::name(static_cast<finding::Description>(value));
}
std::string_view name(Status value) noexcept { return finding::name(static_cast<finding::Status>(value)); }
std::string_view name(Headline value) noexcept {
    return finding::name(static_cast<finding::Headline>(value));
}
std::string_view name(Agreement value) noexcept {
    return finding::name(static_cast<finding::Agreement>(value));
}
std::string_view name(Level value) noexcept { return finding::name(static_cast<finding::Level>(value)); }

Level level_of(Headline headline) noexcept {
    return static_cast<Level>(finding::level_of(static_cast<finding::Headline>(headline)));
}

}  // namespace whereof
