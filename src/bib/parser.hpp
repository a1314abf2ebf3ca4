// SPDX-License-Identifier: MIT
#pragma once

#include "bib/features.hpp"
#include "bib/identifiers.hpp"
#include "bib/lexicon.hpp"
#include "bib/reference.hpp"
#include "bib/tagger.hpp"
#include "bib/tokens.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace whereof::bib {

/// Reads reference strings with given weights: what parse_reference() does with those in the binary. Keeps
/// its buffers from string to string; not for two threads at once.
class Parser {
  public:
    Parser(const Weights& weights, const Lexicon& lexicon) : lexicon_(&lexicon), tagger_(weights) {}

    Reference parse(std::string_view text);

    /// Of the last text: its tokens, with spans into Reference::raw, and what was said of them. Without a
    /// date that was read apart from the rest (date_before_name).
    [[nodiscard]] std::span<const Token> tokens() const noexcept { return tokens_; }
    [[nodiscard]] const Tagger& tagger() const noexcept { return tagger_; }
    [[nodiscard]] const Features& features() const noexcept { return features_; }

  private:
    void tag(std::span<const Token> tokens);
    /// Reads what stands behind the first `date` tokens by itself. False, and nothing is done, when no author
    /// begins there.
    bool parse_behind(std::size_t date, Reference& out);

    const Lexicon* lexicon_;
    Tagger tagger_;
    std::vector<FoundIdentifier> identifiers_;
    std::vector<Token> tokens_;
    Features features_;
};

}  // namespace whereof::bib
