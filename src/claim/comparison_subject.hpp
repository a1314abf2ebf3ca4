// SPDX-License-Identifier: MIT
#pragma once

#include "claim/comparison_events.hpp"
#include "claim/comparison_sides.hpp"
#include "claim/comparison_statement.hpp"

#include <cstddef>
#include <cstdint>

namespace whereof::claim {

/// Which side of a question a saying is said of. Looks at what it is made of, which must live as long.
class EventSubject {
  public:
    EventSubject(const AskedSentence& in, const NamedSides& sides) : in_(in), sides_(sides) {}

    struct Found {
        std::uint8_t side = 0;                        ///< 1 the first, 2 the second, 0 unknown
        double basis = 0.0;                           ///< how well it is known
        std::size_t than = AskedStatement::kNowhere;  ///< the link that tells it
        bool before = false;                          ///< compared with an earlier time
        bool alone = false;                           ///< nothing sets it against the other side
    };
    [[nodiscard]] Found find(const CompareEvent& event) const;

    /// "Unlike A, B did not reduce O" and "neither A nor B was better than C" do not tell A and B alike.
    [[nodiscard]] bool is_of_others(const CompareEvent& event) const;

  private:
    [[nodiscard]] std::size_t than_of(const CompareEvent& event) const;
    [[nodiscard]] Found not_behind(std::size_t than, const CompareEvent& event) const;
    [[nodiscard]] Found by_ends(const CompareEvent& event) const;
    [[nodiscard]] Found by_place(const CompareEvent& event, std::size_t than, bool earlier) const;
    [[nodiscard]] bool place_between(std::size_t from, std::size_t to) const;
    [[nodiscard]] Found elsewhere() const;
    [[nodiscard]] bool compares(const CompareEvent& event) const;
    [[nodiscard]] Found by_amounts(const CompareEvent& event) const;
    [[nodiscard]] Found by_exchange() const;

    AskedSentence in_;
    const NamedSides& sides_;
};

}  // namespace whereof::claim
