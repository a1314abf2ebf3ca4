// SPDX-License-Identifier: MIT
#include "text/stem.hpp"

#include <memory>

#include <libstemmer.h>

namespace whereof::text {

std::string stem(std::string_view word) {
    struct Delete {
        void operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }
    };
    thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(sb_stemmer_new("english", "UTF_8"));
    constexpr std::size_t kLongest =
        64;  // no English word is longer; Snowball is quadratic on none, but why try
    if (word.size() > kLongest) {
        return std::string(word);
    }
    const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* out = sb_stemmer_stem(stemmer.get(), symbols, static_cast<int>(word.size()));
    if (out == nullptr) {
        return std::string(word);
    }
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

}  // namespace whereof::text
