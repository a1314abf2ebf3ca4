// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "authority/authority.hpp"
#include "verify/verify.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace whereof::verify {

/// Gives the references of articles the abstracts of their works, from authorities that keep them.
class SourceAbstracts {
  public:
    /// Asks those of `authorities` that keep abstracts; they outlive the object.
    explicit SourceAbstracts(std::span<authority::Authority* const> authorities);

    /// Is there any to ask?
    [[nodiscard]] bool any() const noexcept { return !authorities_.empty(); }

    /// Sets the abstract of each reference that has none and whose work is found as it is described: not of
    /// one that is wrongly identified or described, for it may mean another. How many were set. Throws what
    /// the authorities throw.
    std::size_t fill(article::Article& article);

  private:
    std::string abstract_of(const bib::Item& work);

    std::vector<authority::Authority*> authorities_;
    Verifier verifier_;
};

}  // namespace whereof::verify
