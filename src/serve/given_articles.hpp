// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

inline constexpr std::size_t kMostGivenBytes = std::size_t{12} << 20U;  ///< of a text
inline constexpr std::size_t kMostFileBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kLongestReference = std::size_t{64} << 10U;
inline constexpr std::size_t kMostReferences = 2000;  ///< checked or given in one call

struct GivenArticle {
    std::string path;  ///< "text" or "references" for what came without a file; one of several "file#id"
    article::Article article;
    std::string sha256{};  ///< of the bytes it was read from; empty for what came without a file
};

struct GivenArticles {
    std::vector<GivenArticle> articles;
    std::vector<Error> skipped;  ///< what could not be read
};

/// Reads the articles of a file of any format. Fails when nothing can be read, and when there are more than
/// kMostReferences.
Result<GivenArticles> read_bytes(std::string_view bytes, const std::string& name);

/// Reads what the members `text`, `path` or `references` of a tool's arguments hold. Fails unless just one is
/// given, when nothing can be read, and when there are more than kMostReferences. Throws IoError.
Result<GivenArticles> read_given(const nlohmann::json& arguments);

}  // namespace whereof::serve
