// SPDX-License-Identifier: MIT
#include "http/transfer.hpp"

#include "http/address.hpp"
#include "http/curl_library.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <new>

#include <fmt/format.h>
#include <sys/socket.h>

namespace whereof::http {
namespace {

constexpr std::size_t kMostHeaderBytes = std::size_t{64} << 10U;
constexpr long kSlowestBytesPerSecond = 100;

struct FreeEasy {
    void operator()(CURL* easy) const noexcept { curl().easy_cleanup(easy); }
};
struct FreeList {
    void operator()(curl_slist* list) const noexcept { curl().slist_free_all(list); }
};

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

struct Transfer::State {
    const Request& request;
    const NetworkOptions& options;
    Url url;
    std::unique_ptr<CURL, FreeEasy> easy;
    std::unique_ptr<curl_slist, FreeList> headers;
    Response response;
    std::size_t header_bytes = 0;
    std::string forbidden;  ///< the address that was refused; empty while none was
    bool too_large = false;
    bool cut = false;  ///< stopped at Request::most_bytes, as wished
    bool stopped = false;

    State(const Request& asked, Url to, const NetworkOptions& wanted)
        : request(asked), options(wanted), url(std::move(to)), easy(curl().easy_init()) {
        if (!easy) {
            throw std::bad_alloc();
        }
    }

    static State& of(void* pointer) { return *static_cast<State*>(pointer); }
    static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* pointer);
    static std::size_t on_bytes(char* data, std::size_t size, std::size_t count, void* pointer);
    static curl_socket_t on_open(void* pointer, curlsocktype purpose, curl_sockaddr* address);

    template <typename Value>
    void set(CURLoption option, Value value) {
        curl().easy_setopt(easy.get(), option, value);
    }
    void set_up(const std::string& method, Transfer* self);
    void set_limits();
    [[nodiscard]] Failure failure_of(CURLcode code, bool& may_try_again) const;
};

std::size_t Transfer::State::on_header(char* data, std::size_t size, std::size_t count, void* pointer) {
    State& state = of(pointer);
    const std::string_view line(data, size * count);
    state.header_bytes += line.size();
    if (state.header_bytes > kMostHeaderBytes) {
        state.too_large = true;
        return 0;
    }
    if (line.starts_with("HTTP/")) {
        state.response.headers.clear();  // of a "100 Continue" before
        return line.size();
    }
    const auto colon = line.find(':');
    if (colon != std::string_view::npos) {
        state.response.headers.push_back(
            {lower_case(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
    }
    return line.size();
}

std::size_t Transfer::State::on_bytes(char* data, std::size_t size, std::size_t count, void* pointer) {
    State& state = of(pointer);
    const std::string_view bytes(data, size * count);
    long status = 0;
    curl().easy_getinfo(state.easy.get(), CURLINFO_RESPONSE_CODE, &status);
    if (state.request.on_body && status >= 200 && status < 300) {
        state.response.status = static_cast<int>(status);
        state.stopped = !state.request.on_body(state.response, bytes);
        return state.stopped ? 0 : bytes.size();
    }
    const std::size_t room = state.request.most_bytes - state.response.body.size();
    state.response.body.append(bytes.substr(0, room));
    if (bytes.size() > room) {
        (state.request.keeps_start ? state.cut : state.too_large) = true;
        return 0;
    }
    return bytes.size();
}

curl_socket_t Transfer::State::on_open(void* pointer, curlsocktype purpose, curl_sockaddr* address) {
    State& state = of(pointer);
    const std::string text = address_text(address->addr);
    const auto& allowed = state.options.allowed_addresses;
    if (purpose != CURLSOCKTYPE_IPCXN ||
        (!is_public_address(address->addr) && std::ranges::find(allowed, text) == allowed.end())) {
        state.forbidden = text;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void Transfer::State::set_limits() {
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, kSlowestBytesPerSecond);
    const auto silence = std::chrono::ceil<std::chrono::seconds>(options.silence_timeout);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(silence.count()));
    if (!request.on_body) {
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_timeout.count()));
        set(CURLOPT_ACCEPT_ENCODING, "");  // all that this libcurl can unpack
    }
}

void Transfer::State::set_up(const std::string& method, Transfer* self) {
    set(CURLOPT_PRIVATE, self);
    set(CURLOPT_URL, url.text().c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_PROXY, "");  // and none from the environment
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PATH_AS_IS, 1L);  // a DOI may hold "/../"
    set(CURLOPT_USERAGENT, options.user_agent.c_str());
    set(CURLOPT_HEADERFUNCTION, &State::on_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &State::on_bytes);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &State::on_open);
    set(CURLOPT_OPENSOCKETDATA, this);
    set_limits();
    if (method == "HEAD") {
        set(CURLOPT_NOBODY, 1L);
    } else if (method == "POST") {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.c_str());
    }
    for (const Header& header : request.headers) {
        auto* longer = curl().slist_append(headers.get(), (header.name + ": " + header.value).c_str());
        if (longer == nullptr) {
            throw std::bad_alloc();
        }
        static_cast<void>(headers.release());
        headers.reset(longer);
    }
    set(CURLOPT_HTTPHEADER, headers.get());
}

Failure Transfer::State::failure_of(CURLcode code, bool& may_try_again) const {
    may_try_again = false;
    const auto failure = [this](FailureKind kind, std::string what) {
        return Failure{kind, std::move(what), url.authority(), 0};
    };
    if (!forbidden.empty()) {
        return failure(FailureKind::forbidden_address,
                       fmt::format("{} is no address of the public internet", forbidden));
    }
    if (stopped) {
        return failure(FailureKind::stopped, "the transfer was stopped");
    }
    if (too_large) {
        return failure(FailureKind::too_large,
                       fmt::format("the answer is longer than {} kB", request.most_bytes >> 10U));
    }
    const std::string said = curl().easy_strerror(code);
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            may_try_again = true;
            return failure(FailureKind::timeout, "too slow to answer");
        case CURLE_COULDNT_RESOLVE_HOST:
            may_try_again = true;
            return failure(FailureKind::unresolved, "the host's name has no address, or there is no network");
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
            may_try_again = true;
            return failure(FailureKind::cut_off, "the connection ended in the middle of the answer");
        case CURLE_GOT_NOTHING:
        case CURLE_COULDNT_CONNECT:
        case CURLE_SEND_ERROR:
            may_try_again = true;
            return failure(FailureKind::unreachable, lower_case(said));
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
            return failure(FailureKind::tls, lower_case(said));
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return failure(FailureKind::bad_url, lower_case(said));
        default:
            return failure(FailureKind::protocol, lower_case(said));
    }
}

Transfer::Transfer(const Request& request, Url url, std::string method, const NetworkOptions& options)
    : state_(std::make_unique<State>(request, std::move(url), options)) {
    state_->set_up(method, this);
}

Transfer::~Transfer() = default;

void* Transfer::handle() const noexcept { return state_->easy.get(); }

Hop Transfer::finish(int curl_code) {
    Hop hop;
    const auto code = static_cast<CURLcode>(curl_code);
    if (code != CURLE_OK && !(code == CURLE_WRITE_ERROR && state_->cut)) {
        hop.failure = state_->failure_of(code, hop.may_try_again);
        return hop;
    }
    long status = 0;
    curl().easy_getinfo(state_->easy.get(), CURLINFO_RESPONSE_CODE, &status);
    hop.response = std::move(state_->response);
    hop.response->status = static_cast<int>(status);
    hop.response->url = state_->url.text();
    hop.response->retrieved = static_cast<std::int64_t>(std::time(nullptr));
    return hop;
}

}  // namespace whereof::http
