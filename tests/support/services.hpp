// SPDX-License-Identifier: MIT
#pragma once

#include "support/server.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::test {

/// Stands in for all services at once on one loopback server, each under its name: /crossref/works/…. Replies
/// are constructed, small and our own; what nobody put there is answered as the real service answers for what
/// it does not have.
class ConstructedServices {
  public:
    ConstructedServices();

    /// What a path and query (decoded; after the service's name) that begin so are answered with. The longest
    /// beginning counts.
    void put(std::string_view service, std::string_view beginning, ServerReply reply);

    [[nodiscard]] const LoopbackServer& server() const noexcept { return server_; }
    /// "--endpoint NAME=URL" for every service, as words of a command line.
    [[nodiscard]] std::vector<std::string> endpoint_options() const;
    [[nodiscard]] std::map<std::string, std::string> endpoints() const;
    /// How often a service was asked.
    [[nodiscard]] std::size_t count(std::string_view service) const;

    static std::vector<std::string> names();

  private:
    ServerReply answer(const ServerRequest& request) const;

    std::map<std::string, ServerReply> replies_;
    LoopbackServer server_;
};

/// A Crossref reply with one work; `more` are further members of it: ",\"volume\":\"3\"".
ServerReply crossref_work(std::string_view DOI, std::string_view title, std::string_view family,
                          std::string_view given, std::string_view journal, int year,
                          std::string_view more = "");

}  // namespace whereof::test
