// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace whereof::http {

/// A header's name and value. Names are compared without case.
struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};

/// The longest body that is read unless the request says otherwise, unpacked.
inline constexpr std::size_t kMostBytes = std::size_t{16} << 20U;

struct Response;

/// What is to be asked. `url` is absolute, http or https, already percent-encoded.
struct Request {
    std::string url;
    std::string method = "GET";     ///< GET, HEAD or POST
    std::vector<Header> headers{};  ///< Accept and the like; User-Agent is the transport's
    std::string body{};             ///< of a POST: a web form
    std::size_t most_bytes = kMostBytes;
    /// Is a 200 what was asked for? A cache keeps it only then; without the function, always.
    std::function<bool(const Response&)> is_expected{};
    bool keeps_start = false;  ///< a longer body is cut at `most_bytes` instead of being a failure
    /// Takes the body of a 2xx answer as it comes, packed as it is; Response::body then stays empty. False
    /// ends the transfer. Such a request is tried once and has no time limit as long as bytes come.
    std::function<bool(const Response& head, std::string_view bytes)> on_body{};
};

/// An answer, whatever its status. Retries and redirects lie behind it.
struct Response {
    int status = 0;
    std::vector<Header> headers;  ///< names in lower case, of the last hop
    std::string body;             ///< unpacked
    std::string url;              ///< of the last hop
    std::int64_t retrieved = 0;   ///< seconds since 1970, UTC; of the original answer when it was kept
    bool from_cache = false;

    /// The first value of a header, by its lower-case name; empty without one.
    [[nodiscard]] std::string_view header(std::string_view name) const noexcept;
    /// "application/json", without parameters, lower case; empty when the server did not say.
    [[nodiscard]] std::string content_type() const;
};

enum class FailureKind : std::uint8_t {
    bad_url,            ///< not http(s), or malformed; nothing was sent
    forbidden_address,  ///< the host is private, loopback, link-local or a cloud's metadata; nothing was sent
    unresolved,         ///< the host's name has no address: no such name, or no network
    unreachable,        ///< no connection: refused or reset
    tls,                ///< the certificate is not the host's, or the handshake failed
    timeout,            ///< too slow to connect, to answer, or to go on
    cut_off,            ///< the connection ended before the body did
    too_large,          ///< the body is longer than allowed, unpacked
    too_many_redirects,  ///< more than five, or in a circle
    protocol,            ///< what came is not HTTP, or not in the encoding it says
    refused,             ///< 429, or 5xx, at every try: the service was asked too much or is down
    stopped,             ///< Request::on_body said so
    gave_up,             ///< the host failed so often in this run that it is no longer asked
};
[[nodiscard]] std::string_view name(FailureKind kind) noexcept;

/// Why there is no answer. Never the same as an answer that says no.
struct Failure {
    FailureKind kind{};
    std::string what;  ///< one clause for people, without the host: "status 503 at 4 tries"
    std::string host;
    int status = 0;  ///< the last one seen; 0 without any
};

/// An answer or the reason why there is none.
class Reply {
  public:
    Reply(Response response) : state_(std::in_place_index<0>, std::move(response)) {}
    Reply(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}
    [[nodiscard]] const Response* response() const noexcept { return std::get_if<0>(&state_); }
    [[nodiscard]] Response* response() noexcept { return std::get_if<0>(&state_); }
    [[nodiscard]] const Failure* failure() const noexcept { return std::get_if<1>(&state_); }

  private:
    std::variant<Response, Failure> state_;
};

}  // namespace whereof::http
