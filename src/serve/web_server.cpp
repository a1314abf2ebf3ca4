// SPDX-License-Identifier: MIT
#include "serve/web_server.hpp"

#include "serve/connection_pool.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <exception>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace whereof::serve {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;

constexpr std::size_t kThreads = 64;  ///< most of them wait for slow readers; pages take a desk
constexpr std::size_t kWaiting = 64;  ///< connections that no thread has yet
constexpr std::size_t kMostHeadBytes = std::size_t{64} << 10U;
constexpr std::size_t kMostTargetBytes = std::size_t{8} << 10U;
/// A body that is too large is read on this far, so that a browser gets to read the refusal.
constexpr std::size_t kMostDiscarded = std::size_t{256} << 20U;
/// How long the thread that listens waits at most before it asks whether the server ends.
constexpr std::chrono::milliseconds kIdle{100};

/// A request whose body is taken in pieces.
using Parser = http::request_parser<http::buffer_body>;

PageRequest request_of(const Parser::value_type& request) {
    const auto text = [](boost::beast::string_view view) { return std::string(view.data(), view.size()); };
    return {text(request.method_string()),
            text(request.target()),
            request.count(http::field::host) == 1 ? text(request[http::field::host]) : "",
            text(request[http::field::origin]),
            text(request["Sec-Fetch-Site"]),
            text(request[http::field::content_type]),
            {}};
}

/// One request and its reply.
class Exchange {
  public:
    Exchange(BoundedStream& stream, Site& site) : stream_(stream), site_(site) {
        parser_.header_limit(kMostHeadBytes);
        parser_.body_limit(std::numeric_limits<std::uint64_t>::max());  // it is counted here
    }

    void run() {
        error_code error;
        http::read_header(stream_, buffer_, parser_, error);
        if (error) {
            refuse(error);
            return;
        }
        stream_.begin_body(kMostDiscarded);
        const Parser::value_type& request = parser_.get();
        if (request.target().size() > kMostTargetBytes) {
            send(bare(http::status::uri_too_long));
            return;
        }
        give(reply_to(request_of(request)), request.method() == http::verb::head);
    }

  private:
    /// A reply of a status alone.
    static http::response<http::string_body> bare(http::status status) {
        http::response<http::string_body> out(status, 11);
        out.keep_alive(false);
        out.prepare_payload();
        return out;
    }

    /// Of what cannot be read as a head; who is late or has gone gets no answer.
    void refuse(const error_code& error) {
        const error_code gone = http::error::end_of_stream;
        if (error == http::error::header_limit || error == http::error::buffer_overflow) {
            send(bare(http::status::request_header_fields_too_large));
        } else if (error.category() == gone.category() && error != gone &&
                   error != http::error::partial_message) {
            send(bare(http::status::bad_request));
        }
    }

    PageReply reply_to(PageRequest&& page) {
        if (auto refused = site_.refusal(page)) {
            return *std::move(refused);
        }
        if (page.method != "POST") {
            return site_.answer(page);
        }
        if (parser_.content_length().value_or(0) > kMostDiscarded) {
            return Site::too_large(page);
        }
        page.body.reserve(std::min<std::size_t>(parser_.content_length().value_or(0), kMostBodyBytes + 1));
        if (parser_.get().version() >= 11 &&
            boost::beast::iequals(parser_.get()[http::field::expect], "100-continue")) {
            send(http::response<http::empty_body>(http::status::continue_, 11));
        }
        const bool whole = read_body(page.body);
        return page.body.size() > kMostBodyBytes ? Site::too_large(page)
               : whole                           ? site_.answer(page)
               : stream_.is_late()               ? Site::too_slow(page)
                                                 : Site::cut_off(page);
    }

    /// Appends the body, too large by one byte where the rest of it was thrown away. Did it all come?
    bool read_body(std::string& out) {
        std::array<char, 1U << 14U> piece{};
        error_code error;
        while (!error && !parser_.is_done()) {
            parser_.get().body().data = piece.data();
            parser_.get().body().size = piece.size();
            http::read(stream_, buffer_, parser_, error);
            if (error == http::error::need_buffer) {
                error = {};
            }
            const std::size_t got = piece.size() - parser_.get().body().size;
            out.append(piece.data(), std::min(got, kMostBodyBytes + 1 - out.size()));
        }
        return !error;
    }

    void give(PageReply&& reply, bool head_only) {
        http::response<http::string_body> out;
        out.version(11);
        out.result(static_cast<unsigned>(reply.status));
        for (const auto& [name, value] : reply.headers) {
            out.insert(name, value);
        }
        out.set(http::field::content_type, reply.content_type);
        out.keep_alive(false);
        out.content_length(reply.body.size());
        if (!head_only) {
            out.body() = std::move(reply.body);
        }
        send(std::move(out));
    }

    template <typename Body>
    void send(http::response<Body>&& reply) {
        error_code gone;  // nobody is left to be told
        http::write(stream_, reply, gone);
    }

    BoundedStream& stream_;
    Site& site_;
    Parser parser_;
    boost::beast::flat_buffer buffer_{2 * kMostHeadBytes};
};

}  // namespace

void WebServer::run(Site& site, const std::function<bool()>& ends) {
    std::atomic<bool> ending = false;
    ConnectionPool pool(kThreads, kWaiting, [&](int socket) {
        BoundedStream stream(socket, ending, times_);
        try {
            Exchange(stream, site).run();
        } catch (const std::exception&) {  // no memory for what was sent; to say so would take memory too
        }
        stream.say_goodbye();
    });
    while (!ending) {
        const int socket = socket_.accept(kIdle);
        while (socket >= 0 && !pool.put(socket, kIdle)) {
            ending = ending || ends();
        }
        ending = ending || ends();
    }
}

}  // namespace whereof::serve
