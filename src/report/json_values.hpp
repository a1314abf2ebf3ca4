// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "authority/authority.hpp"
#include "base/result.hpp"
#include "bib/reference.hpp"
#include "finding/finding.hpp"
#include "finding/verdict.hpp"
#include "report/report.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace whereof::report {

/// The members that every form of a verdict has, in their order, appended to an object of which `out` is the
/// beginning: headline, existence, description, status, wrong_fields, record, evidence, reason, next_step,
/// corrected, probability, notices.
void append_verdict(std::string& out, const finding::Verdict& verdict);

/// One finding; its reference as 1-based `index`, its claim as the claim's text.
nlohmann::ordered_json finding_json(const finding::Finding& finding, const article::Article& article);

/// {"by","reason"} of what does not count, or null.
nlohmann::ordered_json suppression_json(const std::map<std::size_t, Suppression>& quiet, std::size_t index);

/// The authorities asked, each {"name","date","records","events","sample"}.
nlohmann::ordered_json authorities_json(std::span<const authority::AuthorityInfo> authorities);

/// {"what","where","offset"}
nlohmann::ordered_json error_json(const Error& error);

/// The documents that report.hpp writes, for who goes on with them. The names of files in them are any bytes.
nlohmann::ordered_json check_document(std::span<const CheckedArticle> all, std::span<const Error> skipped,
                                      std::span<const authority::AuthorityInfo> authorities);
nlohmann::ordered_json hits_document(std::span<const search::Hit> hits, std::string_view query);
nlohmann::ordered_json conflicts_document(std::span<const search::Conflict> conflicts,
                                          const search::NotListed& not_listed, std::size_t total);

}  // namespace whereof::report
