// SPDX-License-Identifier: MIT
#pragma once

#include "authority/record_sink.hpp"
#include "bib/item.hpp"
#include "http/transport.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// One citation to ask about. Identifiers are canonical.
struct Question {
    bib::Item item;
    std::string raw;       ///< as the article has it; empty for structured citations
    std::string also_DOI;  ///< of a record that is held already: to learn what became of the work
};

/// Is there such an identifier? Only the registry's own word counts.
enum class Registered : std::uint8_t { unknown, yes, no };

/// What became of a question, beside the records that it brought.
struct Answer {
    std::vector<std::string>
        failed;  ///< "crossref (status 503 at 4 of 4 tries)": services that did not answer
    std::vector<std::string> asked;  ///< names of services that did, each once
    Registered DOI = Registered::unknown;
    std::string agency;  ///< the registration agency of the DOI, where doi.org was asked: "DataCite"
    Registered PMID = Registered::unknown;
    std::string URL_state;        ///< what the cited address answers, one clause; empty when it was not asked
    bool crossref_lacks = false;  ///< Crossref answered that the cited DOI is none of its own
    bool has_record = false;      ///< an identifier of the citation led to a record
};

/// A question on its way.
struct Asked {
    const Question* question = nullptr;
    Answer* answer = nullptr;
};

/// What a service's client needs.
struct OnlineContext {
    http::Transport* transport = nullptr;
    std::string endpoint;     ///< without '/' at the end: "https://api.crossref.org"
    std::string mailto;       ///< of the user; may be empty
    std::int64_t oldest = 0;  ///< seconds since 1970, of the oldest answer so far; 0 without any
};

/// A service on the network that is asked for bibliographic records. What it cannot or will not answer goes
/// to Answer::failed: never does silence look like an absent work.
class OnlineService {
  public:
    virtual ~OnlineService() = default;

    /// Looks up the identifiers that it knows of.
    virtual void by_identifiers(std::span<const Asked> asked, RecordSink& sink) = 0;

    /// Looks for works that the citation may mean; those it finds are candidates, no more.
    virtual void by_description(std::span<const Asked> asked, RecordSink& sink) = 0;
};

/// When a service is asked for a description.
enum class Turn : std::uint8_t {
    first,
    last,   ///< only when those before left the citation open: what it holds they mostly hold too, or it
            ///< charges
    never,  ///< it knows identifiers only
};

struct OnlineServiceRow {
    std::string_view name;      ///< as in --endpoint NAME=URL
    std::string_view endpoint;  ///< the service's own
    std::string_view what;      ///< what it holds, for people
    double per_second;          ///< asked at most, unless it allows less
    int at_once;
    Turn turn;
    std::unique_ptr<OnlineService> (*make)(OnlineContext& context);  ///< the context outlives it
};

/// The services in the order in which they are asked.
std::span<const OnlineServiceRow> online_services();

}  // namespace whereof::authority
