// SPDX-License-Identifier: MIT
#include "authority/url_state.hpp"

#include "http/url.hpp"

#include <vector>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr std::size_t kStart = std::size_t{16} << 10U;

/// Servers that do not know HEAD, or treat it as an intrusion.
bool wants_get(const http::Reply& reply) {
    const auto* response = reply.response();
    return response != nullptr &&
           (response->status == 405 || response->status == 403 || response->status == 501 ||
            response->status == 400 || response->status == 404);
}

void judge(const http::Reply& reply, Answer& answer) {
    if (const auto* failure = reply.failure()) {
        answer.URL_state = "could not be looked at: " + failure->what;
        return;
    }
    const int status = reply.response()->status;
    answer.URL_state = status < 300 ? "answers"
                       : status == 404 || status == 410
                           ? fmt::format("is gone (status {})", status)
                           : fmt::format("could not be looked at: status {}", status);
}

}  // namespace

void ask_urls(OnlineContext& context, std::span<const Asked> asked) {
    std::vector<http::Request> requests;
    std::vector<Answer*> answers;
    for (const auto& [question, answer] : asked) {
        if (http::parse_url(question->item.URL)) {
            http::Request request;
            request.url = question->item.URL;
            request.method = "HEAD";
            requests.push_back(std::move(request));
            answers.push_back(answer);
        }
    }
    auto replies = context.transport->send(requests);
    std::vector<http::Request> again;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < replies.size(); ++i) {
        if (wants_get(replies[i])) {
            http::Request request;
            request.url = requests[i].url;
            request.most_bytes = kStart;
            request.keeps_start = true;
            again.push_back(std::move(request));
            places.push_back(i);
        }
    }
    auto gets = context.transport->send(again);
    for (std::size_t i = 0; i < gets.size(); ++i) {
        replies[places[i]] = std::move(gets[i]);
    }
    for (std::size_t i = 0; i < replies.size(); ++i) {
        judge(replies[i], *answers[i]);
    }
}

}  // namespace whereof::authority
