// SPDX-License-Identifier: MIT
#include "http/cache.hpp"

#include "base/digest.hpp"
#include "sqlite/migrations.hpp"

#include <ctime>
#include <optional>

namespace whereof::http {
namespace {

sqlite::Database open(const std::filesystem::path& path) {
    sqlite::Database database(path, path.empty() ? sqlite::OpenMode::memory : sqlite::OpenMode::create);
    sqlite::migrate(database, "http");
    return database;
}

/// Two requests with one key have one answer: same URL, same headers.
std::string key_of(const Request& request) {
    std::string text = request.url;
    for (const Header& header : request.headers) {
        text += "\n" + header.name + ": " + header.value;
    }
    return sha256_hex(text);
}

bool is_kept(const Request& request) {
    return request.method == "GET" && !request.keeps_start && !request.on_body;
}

}  // namespace

CacheTransport::CacheTransport(const std::filesystem::path& path, Transport& behind, CacheOptions options)
    : behind_(behind),
      options_(std::move(options)),
      database_(open(path)),
      find_(database_.prepare("SELECT status, type, url, retrieved, body FROM answer WHERE key = ?")),
      keep_(database_.prepare("INSERT OR REPLACE INTO answer (key, status, type, url, retrieved, body) "
                              "VALUES (?, ?, ?, ?, ?, ?)")) {
    drop_oldest();
}

std::int64_t CacheTransport::now() const {
    return options_.now ? options_.now() : static_cast<std::int64_t>(std::time(nullptr));
}

std::optional<Response> CacheTransport::find(const Request& request) {
    find_.bind(key_of(request));
    std::optional<Response> out;
    if (find_.step()) {
        Response response;
        response.status = static_cast<int>(find_.integer(0));
        response.headers.push_back({"content-type", std::string(find_.text(1))});
        response.url = find_.text(2);
        response.retrieved = find_.integer(3);
        response.body = find_.text(4);
        response.from_cache = true;
        const auto age = now() - response.retrieved;
        const auto oldest = response.status == 200 ? options_.positive_age : options_.negative_age;
        if (age >= 0 && age <= oldest) {
            out = std::move(response);
        }
    }
    find_.reset();
    return out;
}

void CacheTransport::keep(const Request& request, const Response& response) {
    const bool is_good = response.status == 200 && (!request.is_expected || request.is_expected(response));
    if (is_good || response.status == 404 || response.status == 410) {
        keep_.bind(key_of(request), response.status, response.header("content-type"), response.url, now(),
                   sqlite::Blob{response.body});
        keep_.run();
    }
}

void CacheTransport::drop_oldest() {
    auto drop = database_.prepare(
        "DELETE FROM answer WHERE retrieved < ?1 OR key IN (SELECT key FROM (SELECT key, "
        "sum(length(body)) OVER (ORDER BY retrieved DESC, key) AS bytes FROM answer) WHERE bytes > ?2)");
    drop.bind(now() - options_.positive_age, options_.most_bytes);
    drop.run();
}

std::vector<Reply> CacheTransport::send(std::span<const Request> requests) {
    std::vector<std::optional<Reply>> replies(requests.size());
    std::vector<Request> unknown;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (is_kept(requests[i])) {
            if (auto kept = find(requests[i])) {
                replies[i] = std::move(*kept);
                continue;
            }
        }
        unknown.push_back(requests[i]);
        places.push_back(i);
    }
    if (!unknown.empty()) {
        auto brought = behind_.send(unknown);
        sqlite::Transaction transaction(database_);
        for (std::size_t i = 0; i < unknown.size(); ++i) {
            if (const Response* response = brought[i].response();
                response != nullptr && is_kept(unknown[i])) {
                keep(unknown[i], *response);
            }
            replies[places[i]] = std::move(brought[i]);
        }
        transaction.commit();
    }
    std::vector<Reply> out;
    for (auto& reply : replies) {
        out.push_back(std::move(*reply));
    }
    return out;
}

}  // namespace whereof::http
