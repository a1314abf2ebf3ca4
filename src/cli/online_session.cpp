// SPDX-License-Identifier: MIT
#include "cli/online_session.hpp"

#include "base/io.hpp"
#include "base/version.hpp"
#include "cli/paths.hpp"
#include "http/cache.hpp"
#include "http/url.hpp"
#include "report/json_text.hpp"
#include "sqlite/database.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace whereof::cli {
namespace {

/// What stands before the sign in --endpoint NAME=URL.
std::vector<std::string> endpoint_names() {
    std::vector<std::string> out;
    for (const auto& row : authority::online_services()) {
        out.emplace_back(row.name);
    }
    for (const auto& source : authority::bulk_sources()) {
        out.push_back(fmt::format("fetch-{}", source.name));
    }
    return out;
}

/// The service and the address of "crossref=http://127.0.0.1:8080/path".
std::optional<std::pair<std::string, http::Url>> read_endpoint(std::string_view text) {
    const auto sign = text.find('=');
    const auto name = text.substr(0, sign);
    const auto names = endpoint_names();
    const bool known = std::ranges::find(names, name) != names.end();
    auto url =
        sign != std::string_view::npos && known ? http::parse_url(text.substr(sign + 1)) : std::nullopt;
    if (!url) {
        return std::nullopt;
    }
    return std::pair{std::string(name), std::move(*url)};
}

/// One address, of which nothing is a header's end or a second one.
bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.size() <= 254 &&
           std::ranges::all_of(
               text, [](char c) { return c > 0x20 && c < 0x7F && c != ',' && c != '(' && c != ')'; });
}

std::string request_line(const http::Request& request, std::string_view user_agent) {
    nlohmann::ordered_json headers{{"User-Agent", user_agent}};
    for (const auto& [name, value] : request.headers) {
        headers[name] = value;
    }
    const nlohmann::ordered_json line{
        {"method", request.method}, {"url", request.url}, {"headers", headers}, {"body", request.body}};
    return report::json_line(line);
}

}  // namespace

void OnlineOptions::declare(Arguments& arguments) {
    arguments.flag(
        "--online", online,
        "Ask Crossref, PubMed, doi.org and others too; citations and identifiers leave the machine");
    arguments.flag("--offline", offline, "Ask nobody on the network: the default; wins over --online");
    arguments.option("--mailto", mailto, "ADDRESS",
                     "Tell the services how to reach you; they serve you better");
    arguments.option("--dump-requests", dump, "FILE",
                     "Write every request that leaves the machine, one JSON a line");
    arguments.option("--endpoint", endpoints, "NAME=URL",
                     "Ask a service at another address (a mirror, or a test)");
}

std::optional<std::string> OnlineOptions::validate() const {
    if (!mailto.empty() && !is_mail_address(mailto)) {
        return fmt::format("--mailto: '{}' is no mail address", mailto.substr(0, 60));
    }
    for (const std::string& endpoint : endpoints) {
        if (!read_endpoint(endpoint)) {
            return fmt::format(
                "--endpoint: expected NAME=URL with one of {} and an http or https URL, found '{}'",
                fmt::join(endpoint_names(), ", "), endpoint.substr(0, 80));
        }
    }
    return std::nullopt;
}

struct OnlineSession::State {
    std::ofstream dump;
    std::unique_ptr<http::NetworkTransport> network;
    std::unique_ptr<http::CacheTransport> cache;
    std::unique_ptr<authority::Online> online;
    std::string cache_problem;
    std::map<std::string, std::string> endpoints;  ///< as given, without '/' at the end

    void open_network(const OnlineOptions& options, authority::OnlineOptions& services);
    void open_cache(const Context& context);
};

/// Each service within its own rate; an address that the user gave in place of one may be on this machine.
void OnlineSession::State::open_network(const OnlineOptions& options, authority::OnlineOptions& services) {
    http::NetworkOptions wanted;
    wanted.user_agent = fmt::format("whereof/{}", kVersion);
    if (!options.mailto.empty()) {
        wanted.user_agent += fmt::format(" (mailto:{})", options.mailto);
    }
    for (const auto& row : authority::online_services()) {
        wanted.rates[http::parse_url(row.endpoint)->authority()] = {row.per_second, row.at_once};
    }
    for (const std::string& endpoint : options.endpoints) {
        const auto [name, url] = *read_endpoint(endpoint);
        std::string base = url.text();
        while (base.ends_with('/')) {
            base.pop_back();
        }
        endpoints[name] = base;
        wanted.rates[url.authority()] = {50.0, 8};
        const std::string port = ":" + std::to_string(url.port);
        for (const std::string& host :
             url.host == "localhost"
                 ? std::vector<std::string>{"127.0.0.1", "[::1]"}
                 : std::vector<std::string>{url.host.find(':') == std::string::npos ? url.host
                                                                                    : "[" + url.host + "]"}) {
            wanted.allowed_addresses.push_back(host + port);
        }
    }
    services.endpoints = endpoints;
    if (!options.dump.empty()) {
        dump.open(options.dump, std::ios::binary | std::ios::trunc);
        if (!dump) {
            throw IoError(options.dump, "write", errno);
        }
        wanted.on_request = [this, path = options.dump](const http::Request& request,
                                                        std::string_view agent) {
            dump << request_line(request, agent) << std::flush;
            if (!dump) {
                throw IoError(path, "write", errno);
            }
        };
    }
    network = std::make_unique<http::NetworkTransport>(std::move(wanted));
}

/// Without a place to keep answers they are kept for this run.
void OnlineSession::State::open_cache(const Context& context) {
    const auto folder = cache_folder(context);
    try {
        if (!folder.empty()) {
            make_parent_folder(folder / "answers.db");
            cache =
                std::make_unique<http::CacheTransport>(folder / "answers.db", *network, http::CacheOptions{});
            return;
        }
    } catch (const sqlite::DbError& error) {
        cache_problem = error.what();
    } catch (const IoError& error) {
        cache_problem = error.what();
    }
    cache = std::make_unique<http::CacheTransport>("", *network, http::CacheOptions{});
}

OnlineSession::OnlineSession(Context& context, const OnlineOptions& options)
    : state_(std::make_unique<State>()) {
    authority::OnlineOptions services;
    services.mailto = options.mailto;
    state_->open_network(options, services);
    state_->open_cache(context);
    if (!state_->cache_problem.empty()) {
        context.err << fmt::format("whereof: answers are not kept for the next run: {}\n",
                                   state_->cache_problem);
    }
    state_->online = std::make_unique<authority::Online>(*state_->cache, std::move(services));
}

OnlineSession::~OnlineSession() = default;

authority::Online& OnlineSession::services() { return *state_->online; }

http::Transport& OnlineSession::network() { return *state_->network; }

std::string OnlineSession::endpoint_of(const authority::BulkSource& source) const {
    const auto given = state_->endpoints.find(fmt::format("fetch-{}", source.name));
    return given != state_->endpoints.end() ? given->second : std::string(source.endpoint);
}

Result<std::string> OnlineSession::page(const std::string& url, std::size_t most_bytes) {
    http::Request request;
    request.url = url;
    request.headers.push_back({"Accept", "text/html, application/xml, text/markdown, text/plain, */*;q=0.1"});
    request.most_bytes = most_bytes;
    http::Reply reply = state_->network->send_one(request);
    if (const auto* failure = reply.failure()) {
        return Error{"cannot be brought: " + failure->what};
    }
    if (reply.response()->status != 200) {
        return Error{fmt::format("expected status 200, found {}", reply.response()->status)};
    }
    return std::move(reply.response()->body);
}

std::string OnlineSession::contacted() const {
    std::string hosts;
    int requests = 0;
    for (const auto& [host, asked, failures] : state_->network->hosts()) {
        requests += asked;
        hosts += fmt::format("{}{} {}", hosts.empty() ? "" : ", ", host, asked);
        hosts += failures > 0 ? fmt::format(" ({} failed)", failures) : "";
    }
    return requests == 0
               ? "no request left this machine"
               : fmt::format("{} request{} left this machine: {}", requests, requests == 1 ? "" : "s", hosts);
}

}  // namespace whereof::cli
