// SPDX-License-Identifier: MIT
#pragma once

#include "authority/online_service.hpp"

#include <memory>

namespace whereof::authority {

/// The clients, each in its ask_<name>.cpp; online.cpp has the table. The context outlives them.
std::unique_ptr<OnlineService> make_crossref(OnlineContext& context);
std::unique_ptr<OnlineService> make_doi_org(OnlineContext& context);
std::unique_ptr<OnlineService> make_pubmed(OnlineContext& context);
std::unique_ptr<OnlineService> make_europepmc(OnlineContext& context);
std::unique_ptr<OnlineService> make_datacite(OnlineContext& context);
std::unique_ptr<OnlineService> make_openalex(OnlineContext& context);

}  // namespace whereof::authority
