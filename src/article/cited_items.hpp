// SPDX-License-Identifier: MIT
#pragma once

#include "article/citation_fields.hpp"
#include "article/draft_builder.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace whereof::article {

/// The works that the fields of a document cite, and how they become its reference list.
class CitedItems {
  public:
    /// The work's id in the draft, the same for the same key. `offset`: the byte of the builder's text near
    /// which it was cited.
    std::string add(const FieldItem& cited, std::size_t offset);

    /// Once all text is there and labels are lifted: gives each printed entry of the list the fields of the
    /// work that it prints, and adds an entry for each work that no entry prints. Printed entries are the
    /// blocks with is_reference, or, where there is none, the run of blocks that print cited works.
    /// Time linear in text and works.
    void settle(DraftBuilder& builder);

    /// Gives the entries that were added the positions of their first citations.
    void place(Draft& draft) const;

  private:
    struct Cited {
        std::string id;
        std::size_t offset = 0;
        bib::Item item;
        std::uint32_t block = kNone;  ///< that prints it
    };
    static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
    void pair(DraftBuilder& builder, const std::vector<bool>& candidates);
    void mark_run(DraftBuilder& builder);

    std::vector<Cited> cited_;
    std::unordered_map<std::string, std::size_t> by_key_;
    std::size_t first_added_ = 0;     ///< block
    std::vector<std::size_t> added_;  ///< places in cited_ of the blocks from there on
};

}  // namespace whereof::article
