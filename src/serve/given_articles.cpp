// SPDX-License-Identifier: MIT
#include "serve/given_articles.hpp"

#include "article/readers.hpp"
#include "base/digest.hpp"
#include "base/io.hpp"
#include "bib/reference.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

/// A list of strings as an article that has nothing else.
article::Article list_article(const nlohmann::json& strings) {
    article::Article out;
    out.format = "references";
    for (const auto& raw : strings) {
        article::ListedReference listed;
        listed.reference = bib::parse_reference(raw.get_ref<const std::string&>());
        listed.position.line = static_cast<std::uint32_t>(out.references.size() + 1);
        out.references.push_back(std::move(listed));
    }
    return out;
}

void add_articles(std::string_view bytes, const std::string& name, GivenArticles& out) {
    auto read = article::read_named_articles(bytes, name);
    for (auto& named : read.articles) {
        out.articles.push_back({std::move(named.name), std::move(named.article)});
    }
    std::ranges::move(read.skipped, std::back_inserter(out.skipped));
}

/// Is there something, and not too much of it?
Result<GivenArticles> judged(GivenArticles given) {
    if (given.articles.empty()) {
        return given.skipped.empty() ? Error{"there is nothing to read"} : given.skipped.front();
    }
    std::size_t references = 0;
    for (const auto& named : given.articles) {
        references += named.article.references.size();
    }
    if (references > kMostReferences) {
        return Error{
            fmt::format("there are {} references, and at most {} are taken at once: give them in parts",
                        references, kMostReferences)};
    }
    return given;
}

}  // namespace

Result<GivenArticles> read_bytes(std::string_view bytes, const std::string& name) {
    GivenArticles out;
    add_articles(bytes, name, out);
    const std::string digest = sha256_hex(bytes);
    for (GivenArticle& named : out.articles) {
        named.sha256 = digest;
    }
    return judged(std::move(out));
}

Result<GivenArticles> read_given(const nlohmann::json& arguments) {
    const std::size_t given =
        arguments.count("text") + arguments.count("path") + arguments.count("references");
    if (given != 1) {
        return Error{"expected one of text, path, references" +
                     std::string(given > 1 ? ", not several" : "")};
    }
    GivenArticles out;
    if (const auto strings = arguments.find("references"); strings != arguments.end()) {
        out.articles.push_back({"references", list_article(*strings)});
    } else if (const auto text = arguments.find("text"); text != arguments.end()) {
        add_articles(text->get_ref<const std::string&>(), "text", out);
    } else {
        const auto& path = arguments.at("path").get_ref<const std::string&>();
        add_articles(read_file(path, kMostFileBytes), path, out);
    }
    return judged(std::move(out));
}

}  // namespace whereof::serve
