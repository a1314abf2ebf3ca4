// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace whereof::text {

/// Calls take(phrase, class) for each row of the embedded list of that name, which must exist; the class is
/// empty in a row without one. The views point into the program's own data.
void each_word_of(std::string_view embedded_name,
                  const std::function<void(std::string_view phrase, std::string_view kind)>& take);

/// An embedded list of words or phrases, one a line: "phrase" or "phrase TAB class"; lines that start with
/// '#' are comments. Phrases are compared as they stand: write them as fold() gives them.
class WordList {
  public:
    /// Reads the embedded file of that name ("corpus/words/abbreviations.tsv"), which must exist. The views
    /// point into the program's own data.
    explicit WordList(std::string_view embedded_name);

    [[nodiscard]] bool contains(std::string_view phrase) const { return classes_.contains(phrase); }
    /// The second column; empty for words without one and for words that are not in the list.
    [[nodiscard]] std::string_view class_of(std::string_view phrase) const;
    /// Does a phrase of several words begin with this one? Tells most words of a text that no phrase starts
    /// there.
    [[nodiscard]] bool begins_phrase(std::string_view word) const { return beginnings_.contains(word); }
    [[nodiscard]] std::size_t size() const noexcept { return classes_.size(); }

  private:
    std::unordered_map<std::string_view, std::string_view> classes_;
    std::unordered_set<std::string_view> beginnings_;  ///< first words of the phrases of several words
};

}  // namespace whereof::text
