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

/// One line of JSON, ended by "\n"; invalid UTF-8 becomes U+FFFD, so that it is valid whatever was read.
std::string json_line(const nlohmann::ordered_json& json);
/// A document for people too: indented by two, ended by "\n".
std::string json_document(const nlohmann::ordered_json& json);

}  // namespace whereof::report
