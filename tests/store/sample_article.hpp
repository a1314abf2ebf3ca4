// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace whereof::test {

/// Puts an article together by hand, as a reader would: sentence by sentence, each claim with its references.
class ArticleBuilder {
  public:
    explicit ArticleBuilder(std::string_view title) {
        article_.title = title;
        article_.format = "text";
        article_.sections.push_back({"", 0});
    }
    ArticleBuilder& heading(std::string_view text) {
        article_.sections.push_back({std::string(text), 2});
        return *this;
    }
    ArticleBuilder& sentence(std::string_view text) {
        append(text);
        return *this;
    }
    /// A sentence that ends in a marker "[n]" for each reference; n counts from 1, `references` from 0.
    ArticleBuilder& claim(std::string_view text, std::vector<std::uint32_t> references,
                          std::string_view evidence = {}) {
        std::string written(text);
        for (const std::uint32_t reference : references) {
            written += "[" + std::to_string(reference + 1) + "]";
        }
        append(written);
        article::Claim claim;
        claim.sentence = static_cast<std::uint32_t>(article_.sentences.size() - 1);
        claim.text = text;
        claim.references = references;
        claim.evidence = evidence;
        claim.cited = !references.empty();
        const std::size_t begin = article_.sentences.back().span.begin;
        std::size_t at = begin + text.size();
        for (const std::uint32_t reference : references) {
            const std::size_t size = std::to_string(reference + 1).size() + 2;
            claim.markers.push_back(static_cast<std::uint32_t>(article_.markers.size()));
            article_.markers.push_back({article::MarkerKind::bracket, {at, at + size}, {reference}, {}});
            at += size;
        }
        if (!references.empty()) {
            claim.clauses.push_back({{begin, begin + text.size()}, references});
        }
        article_.claims.push_back(claim);
        return *this;
    }
    ArticleBuilder& reference(std::string_view author, std::string_view title, std::string_view journal,
                              int year, std::string_view DOI = {}, std::string_view PMID = {}) {
        article::ListedReference listed;
        bib::Item& item = listed.reference.item;
        listed.reference.label = std::to_string(article_.references.size() + 1);
        listed.reference.raw = std::string(author) + ". " + std::string(title) + ". " + std::string(journal) +
                               ". " + std::to_string(year) + ". " + std::string(DOI);
        item.type = bib::ItemType::article_journal;
        item.author.push_back({std::string(author), "A", "", "", "", ""});
        item.title = title;
        item.container_title = journal;
        item.issued.year = year;
        item.DOI = DOI;
        item.PMID = PMID;
        listed.position = {static_cast<std::uint32_t>(100 + article_.references.size()), 1};
        article_.references.push_back(listed);
        return *this;
    }
    article::Article& get() { return article_; }

  private:
    void append(std::string_view text) {
        if (!article_.text.empty()) {
            article_.text += "\n\n";
        }
        const std::size_t begin = article_.text.size();
        article_.text += text;
        article_.anchors.push_back(
            {begin, {static_cast<std::uint32_t>(article_.sentences.size() * 2 + 1), 1}});
        article_.sentences.push_back({{begin, article_.text.size()},
                                      static_cast<std::uint32_t>(article_.sections.size() - 1),
                                      article::BlockKind::paragraph});
    }
    article::Article article_;
};

}  // namespace whereof::test
