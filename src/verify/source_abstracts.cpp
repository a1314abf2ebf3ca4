// SPDX-License-Identifier: MIT
#include "verify/source_abstracts.hpp"

#include "authority/keys.hpp"

#include <string>
#include <utility>

namespace whereof::verify {
namespace {

std::vector<authority::Authority*> with_abstracts(std::span<authority::Authority* const> authorities) {
    std::vector<authority::Authority*> out;
    for (authority::Authority* authority : authorities) {
        if (authority->info().abstracts > 0) {
            out.push_back(authority);
        }
    }
    return out;
}

}  // namespace

SourceAbstracts::SourceAbstracts(std::span<authority::Authority* const> authorities)
    : authorities_(with_abstracts(authorities)), verifier_(authorities_) {}

std::string SourceAbstracts::abstract_of(const bib::Item& work) {
    for (authority::Authority* authority : authorities_) {
        for (const authority::Key key :
             {authority::identifier_key(bib::Field::DOI, work.DOI),
              authority::identifier_key(bib::Field::PMID, work.PMID), authority::title_key(work.title)}) {
            constexpr std::size_t kFew = 2;
            const auto ids = authority->by_keys(std::span(&key, 1), kFew).front();
            if (ids.size() != 1) {
                continue;  // "Editorial" is many works' title
            }
            if (std::string abstract = authority->abstracts(ids).front(); !abstract.empty()) {
                return abstract;
            }
        }
    }
    return {};
}

std::size_t SourceAbstracts::fill(article::Article& article) {
    std::size_t filled = 0;
    if (!any()) {
        return filled;
    }
    const authority::Reading reading(authorities_);
    for (article::ListedReference& listed : article.references) {
        bib::Item& item = listed.reference.item;
        if (!item.abstract.empty()) {
            continue;
        }
        const finding::Verdict verdict = verifier_.check(listed.reference);
        if (verdict.existence != finding::Existence::found || !verdict.record ||
            verdict.headline == finding::Headline::mismatch ||
            verdict.headline == finding::Headline::wrong_identifier) {
            continue;
        }
        item.abstract = abstract_of(*verdict.record);
        filled += item.abstract.empty() ? 0U : 1U;
    }
    return filled;
}

}  // namespace whereof::verify
