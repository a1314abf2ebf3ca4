// SPDX-License-Identifier: MIT
#pragma once

#include "authority/authority.hpp"
#include "authority/online_service.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace whereof::authority {

struct OnlineOptions {
    std::string mailto;  ///< of the user, so that a service can reach them; may be empty
    std::map<std::string, std::string>
        endpoints{};  ///< by service, in place of its own; without '/' at the end
};

/// The services on the network together: asked about a list of citations at once, they fill an Authority with
/// the records that they hold of them. Records of several services that mean one work are merged as in an
/// index of bulk files, each with its source.
///
/// Crossref is asked for DOIs, PubMed for PMIDs, Europe PMC for PMCIDs, DataCite for arXiv numbers and its
/// own DOIs; doi.org for what Crossref does not hold; Europe PMC and OpenAlex stand in where those fail.
class Online {
  public:
    /// `transport` outlives it.
    Online(http::Transport& transport, OnlineOptions options);
    Online(const Online&) = delete;
    Online& operator=(const Online&) = delete;
    ~Online();

    /// What was brought since the last begin(); the same object all the time.
    [[nodiscard]] Authority& records();

    void begin();  ///< forgets the records of the list before
    /// One Answer a question, for the following to add to. `questions` outlive the calls.
    std::vector<Answer> by_identifiers(std::span<const Question> questions);
    void by_description(std::span<const Asked> asked, Turn turn);
    void by_url(std::span<const Asked> asked);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace whereof::authority
