// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "article/draft.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace whereof::article {

/// A format is a row, not a class tree.
struct Reader {
    std::string_view name;       ///< as typed after --input-format
    std::string_view extension;  ///< with the dot, lower case; only breaks ties, content decides
    bool (*recognises)(std::string_view head);  ///< looks at the first 4096 bytes at most
    Result<Draft> (*read)(std::string_view bytes);
    bool is_binary = false;  ///< reads bytes that are no text
};

/// Every reader, most particular first; the last (text) recognises everything that is text.
std::span<const Reader> readers();

/// The largest file that is read, in bytes; larger ones are refused with a clear error (option --max-size).
inline constexpr std::size_t kMaxFileBytes = std::size_t{256} << 20U;

/// What may be named as the format of an input: every reader, then every reference format that is read.
std::vector<std::string> input_formats();

/// Reads the articles of one file: one, or for JSONL one a line (a bad line is an Error of its own, and the
/// rest goes on); a file of references alone (reference_list.hpp) is one article and an Error for each broken
/// entry. `format` is one of input_formats(), or empty: then the content decides. `name` is the file's name,
/// for messages and for the tie-breaking extension. An empty file, binary data (PDF, ZIP, images) and unknown
/// formats are an Error that says what was expected and what was there.
std::vector<Result<Article>> read_articles(std::string_view bytes, std::string_view name,
                                           std::string_view format = {});

/// How the `number`th article (from 1) of a file that may have several is called: "file.jsonl#id", by its
/// number where it has no id of its own.
std::string name_in_file(std::string_view file, const Article& article, std::size_t number);

struct NamedArticle {
    std::string name;  ///< the file's; of a JSONL line as name_in_file() has it
    Article article;
};
struct NamedArticles {
    std::vector<NamedArticle> articles;
    std::vector<Error>
        skipped;  ///< what could not be read; `where` is the file when the reader named no place
};
/// What read_articles() gives, each article under its name.
NamedArticles read_named_articles(std::string_view bytes, std::string_view name,
                                  std::string_view format = {});

/// Reads a JSONL file line by line, each an article, for files that are too long to be held: places count the
/// file's lines, errors name theirs, and an id that an earlier line has is an Error (its own article would
/// take the other's place).
class LineArticles {
  public:
    explicit LineArticles(std::string_view name) : name_(name) {}
    /// `number` counts from 1; an Error's offset is a byte of the line.
    Result<Article> read(std::string_view line, std::uint32_t number);

  private:
    std::string name_;
    std::unordered_map<std::string, std::uint32_t> line_of_id_;
};

}  // namespace whereof::article
