// SPDX-License-Identifier: MIT
#pragma once

#include "authority/bulk_files.hpp"
#include "authority/online.hpp"
#include "base/result.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "http/network.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::cli {

/// The options of a command that may ask services on the network. Offline unless the user says otherwise.
struct OnlineOptions {
    bool online = false;
    bool offline = false;  ///< wins
    std::string mailto;
    std::string dump;
    std::vector<std::string> endpoints;  ///< "crossref=http://127.0.0.1:8080"

    void declare(Arguments& arguments);
    [[nodiscard]] std::optional<std::string> validate() const;
    [[nodiscard]] bool wanted() const noexcept { return online && !offline; }
};

/// The network, the kept answers before it, and the services behind it, for the run of one command.
class OnlineSession {
  public:
    /// Throws IoError when the file for --dump-requests cannot be made.
    OnlineSession(Context& context, const OnlineOptions& options);
    OnlineSession(const OnlineSession&) = delete;
    OnlineSession& operator=(const OnlineSession&) = delete;
    ~OnlineSession();

    [[nodiscard]] authority::Online& services();
    [[nodiscard]] http::Transport& network();  ///< without the kept answers
    /// Where a kind of bulk files lies: --endpoint fetch-NAME=URL, or the source's own place.
    [[nodiscard]] std::string endpoint_of(const authority::BulkSource& source) const;

    /// What an article's own address holds, at most `most_bytes` of it. Fails with the reason.
    [[nodiscard]] Result<std::string> page(const std::string& url, std::size_t most_bytes);

    /// One line for stderr: which hosts were contacted, and how often.
    [[nodiscard]] std::string contacted() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace whereof::cli
