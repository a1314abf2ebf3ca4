// SPDX-License-Identifier: MIT
#include "serve/near_works.hpp"

#include "authority/keys.hpp"
#include "search/suggestions.hpp"
#include "verify/retraction.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

constexpr std::size_t kShown = 3;
constexpr std::size_t kAsked = 10;   ///< of which some may not be offered
constexpr std::size_t kPerKey = 16;  ///< records of one title or identifier

/// Does the work stand, by what an authority has filed under its identifiers and its title? Of works with one
/// title any may be the one meant: that a sound one is not offered harms nobody.
bool may_be_offered(authority::Authority& authority, const bib::Item& item) {
    using finding::Status;
    const auto stands = [&](const authority::Record& record) {
        const Status status = verify::standing_of(record, authority.events(record.item.DOI, record.item.PMID),
                                                  record.item.title)
                                  .status;
        return status != Status::retracted && status != Status::concern &&
               status != Status::retraction_notice;
    };
    authority::Record as_cited;
    as_cited.item = item;
    if (!stands(as_cited)) {
        return false;
    }
    std::vector<authority::Key> keys{authority::title_key(item.title)};
    for (const bib::Field field : {bib::Field::DOI, bib::Field::PMID}) {
        if (!item.text(field).empty()) {
            keys.push_back(authority::identifier_key(field, item.text(field)));
        }
    }
    std::vector<authority::RecordId> ids;
    for (const auto& some : authority.by_keys(keys, kPerKey)) {
        ids.insert(ids.end(), some.begin(), some.end());
    }
    return std::ranges::all_of(authority.records(ids), stands);
}

}  // namespace

nlohmann::ordered_json near_works(store::Store& store, const std::vector<authority::Authority*>& authorities,
                                  const article::Article& article, const article::Claim& claim) {
    using Json = nlohmann::ordered_json;
    std::vector<bib::Item> cited;
    for (const std::uint32_t reference : claim.references) {
        cited.push_back(article.references[reference].reference.item);
    }
    Json out = Json::array();
    for (const search::Candidate& candidate :
         search::suggest_works(store, authorities, claim.text, cited, kAsked)) {
        const auto offers = [&](authority::Authority* one) { return may_be_offered(*one, candidate.item); };
        if (out.size() == kShown || !std::ranges::all_of(authorities, offers)) {
            continue;
        }
        Json one{{"candidate", candidate.item.title}, {"where", candidate.where}};
        if (candidate.item.issued.year != 0) {
            one["year"] = candidate.item.issued.year;
        }
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace whereof::serve
