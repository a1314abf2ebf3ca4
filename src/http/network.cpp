// SPDX-License-Identifier: MIT
#include "http/network.hpp"

#include "http/curl_library.hpp"
#include "http/transfer.hpp"

#include <algorithm>
#include <ctime>
#include <deque>
#include <optional>
#include <random>
#include <set>

#include <fmt/format.h>

namespace whereof::http {
namespace {

constexpr std::size_t kMostAtOnce = 16;  ///< requests open over all hosts
constexpr int kMostTimeouts = 2;         ///< tries that end in a timeout: each costs half a minute

/// One request on its way: through its hops and tries.
struct Job {
    const Request* request = nullptr;
    std::size_t index = 0;
    Url url;
    std::string method;
    Clock::time_point due;
    int tries = 0;
    int timeouts = 0;
    int redirects = 0;
    std::set<std::string> seen;  ///< URLs asked, to notice circles
    std::unique_ptr<Transfer> transfer;
};

struct Host {
    HostLimit limit;
    HostUse use;
    int failed_in_a_row = 0;
};

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_worth_another_try(int status) {
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

struct FreeMulti {
    void operator()(CURLM* multi) const noexcept { curl().multi_cleanup(multi); }
};

}  // namespace

struct NetworkTransport::State {
    NetworkOptions options;
    std::unique_ptr<CURLM, FreeMulti> multi;
    std::map<std::string, Host> hosts;
    std::mt19937_64 random;
    std::deque<Job> jobs;  ///< not yet done; a deque keeps their places
    std::vector<std::optional<Reply>> replies;

    explicit State(NetworkOptions wanted) : options(std::move(wanted)), random(options.seed) {
        multi.reset(curl().multi_init());
        if (!multi) {
            throw std::bad_alloc();
        }
    }

    Host& host_of(const Url& url);
    void add(const Request& request, std::size_t index);
    /// Starts what is due; gives the time of the next that is not.
    Clock::time_point start_due();
    void start(Job& job, Host& host);
    void take_finished();
    void finish(Job& job, Hop hop);
    void redirect(Job& job, const Response& response);
    void try_again(Job& job, Milliseconds wait);
    Milliseconds backoff(int tries);
    void refuse(Job& job, const Response& response);
    void fail(Job& job, Failure failure);
    void answer(Job& job, Response response);
};

Host& NetworkTransport::State::host_of(const Url& url) {
    const std::string name = url.authority();
    const auto found = hosts.find(name);
    if (found != hosts.end()) {
        return found->second;
    }
    const auto rate = options.rates.find(name);
    const Host host{HostLimit(rate != options.rates.end() ? rate->second : options.other_rate, Clock::now()),
                    {name, 0, 0},
                    0};
    return hosts.emplace(name, host).first->second;
}

void NetworkTransport::State::add(const Request& request, std::size_t index) {
    auto url = parse_url(request.url);
    if (!url) {
        replies[index] = Failure{FailureKind::bad_url, "not an http or https address", "", 0};
        return;
    }
    Job job;
    job.request = &request;
    job.index = index;
    job.url = std::move(*url);
    job.method = request.method;
    job.due = Clock::now();
    job.seen.insert(job.url.text());
    jobs.push_back(std::move(job));
}

Clock::time_point NetworkTransport::State::start_due() {
    const auto now = Clock::now();
    auto next = now + std::chrono::seconds(1);
    auto running = static_cast<std::size_t>(
        std::ranges::count_if(jobs, [](const Job& job) { return job.transfer != nullptr; }));
    for (Job& job : jobs) {
        if (job.transfer || replies[job.index] || running >= kMostAtOnce) {
            continue;
        }
        Host& host = host_of(job.url);
        if (host.failed_in_a_row >= options.patience) {
            fail(job, {FailureKind::gave_up, "not asked any more: it failed too often in this run", "", 0});
            next = now;
            continue;
        }
        const auto allowed = host.limit.next(now);
        if (!allowed) {
            continue;
        }
        const auto when = std::max(*allowed, job.due);
        if (when <= now) {
            start(job, host);
            ++running;
        } else {
            next = std::min(next, when);
        }
    }
    return next;
}

void NetworkTransport::State::start(Job& job, Host& host) {
    ++job.tries;
    ++host.use.requests;
    host.limit.begin(Clock::now());
    if (options.on_request) {
        Request sent = *job.request;
        sent.url = job.url.text();
        sent.method = job.method;
        sent.body = job.method == "POST" ? sent.body : "";
        options.on_request(sent, options.user_agent);
    }
    job.transfer = std::make_unique<Transfer>(*job.request, job.url, job.method, options);
    curl().multi_add_handle(multi.get(), static_cast<CURL*>(job.transfer->handle()));
}

void NetworkTransport::State::take_finished() {
    int left = 0;
    while (const CURLMsg* message = curl().multi_info_read(multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        CURL* easy = message->easy_handle;
        const auto code = message->data.result;
        const auto job = std::ranges::find_if(
            jobs, [easy](const Job& one) { return one.transfer && one.transfer->handle() == easy; });
        curl().multi_remove_handle(multi.get(), easy);
        Hop hop = job->transfer->finish(code);
        job->transfer.reset();
        finish(*job, std::move(hop));
    }
}

void NetworkTransport::State::finish(Job& job, Hop hop) {
    HostLimit& limit = host_of(job.url).limit;
    limit.end();
    if (hop.failure) {
        job.timeouts += hop.failure->kind == FailureKind::timeout ? 1 : 0;
        if (hop.may_try_again && job.tries < options.most_tries && job.timeouts < kMostTimeouts &&
            !job.request->on_body) {
            try_again(job, backoff(job.tries));
        } else {
            fail(job, std::move(*hop.failure));
        }
        return;
    }
    Response& response = *hop.response;
    limit.learn(told_rate(response.headers), Clock::now());
    if (is_redirect(response.status) && !response.header("location").empty()) {
        redirect(job, response);
    } else if (is_worth_another_try(response.status)) {
        refuse(job, response);
    } else {
        answer(job, std::move(response));
    }
}

void NetworkTransport::State::redirect(Job& job, const Response& response) {
    const auto location = response.header("location");
    auto url = resolve(job.url, location);
    if (!url) {
        return fail(
            job, {FailureKind::bad_url,
                  fmt::format("redirects to “{}”, which is no http or https address", location.substr(0, 80)),
                  "", response.status});
    }
    if (++job.redirects > options.most_redirects || !job.seen.insert(url->text()).second) {
        return fail(job, {FailureKind::too_many_redirects, "redirects too often or in a circle", "",
                          response.status});
    }
    if (response.status == 303 || (response.status <= 302 && job.method == "POST")) {
        job.method = "GET";
    }
    host_of(job.url).failed_in_a_row = 0;
    job.url = std::move(*url);
    job.tries = 0;
    job.due = Clock::now();
}

/// 429 and 5xx: later again, when the host says, or after a while.
void NetworkTransport::State::refuse(Job& job, const Response& response) {
    const auto asked =
        retry_after(response.header("retry-after"), static_cast<std::int64_t>(std::time(nullptr)));
    const auto wait = asked ? *asked : backoff(job.tries);
    const bool is_last = job.tries >= options.most_tries || job.request->on_body;
    if (is_last || wait > options.longest_wait) {
        const std::string why =
            is_last
                ? fmt::format("status {} at {} of {} tries", response.status, job.tries, options.most_tries)
                : fmt::format("status {}; asks to wait {} s", response.status, wait.count() / 1000);
        return fail(job, {FailureKind::refused, why, "", response.status});
    }
    host_of(job.url).limit.pause_until(Clock::now() + wait);
    try_again(job, wait);
}

void NetworkTransport::State::try_again(Job& job, Milliseconds wait) { job.due = Clock::now() + wait; }

/// Half of it is chance, so that many clients that failed together do not come back together.
Milliseconds NetworkTransport::State::backoff(int tries) {
    const auto whole =
        std::min(options.first_backoff.count() << std::min(tries - 1, 16), options.longest_wait.count());
    const auto half = static_cast<std::uint64_t>(whole / 2);
    return Milliseconds(static_cast<std::int64_t>(half + random() % (half + 1)));
}

void NetworkTransport::State::fail(Job& job, Failure failure) {
    Host& host = host_of(job.url);
    failure.host = job.url.authority();
    ++host.use.failures;
    host.failed_in_a_row +=
        failure.kind != FailureKind::too_large && failure.kind != FailureKind::stopped ? 1 : 0;
    replies[job.index] = std::move(failure);
}

void NetworkTransport::State::answer(Job& job, Response response) {
    host_of(job.url).failed_in_a_row = 0;
    replies[job.index] = std::move(response);
}

NetworkTransport::NetworkTransport(NetworkOptions options)
    : state_(std::make_unique<State>(std::move(options))) {}

NetworkTransport::~NetworkTransport() = default;

std::vector<Reply> NetworkTransport::send(std::span<const Request> requests) {
    State& state = *state_;
    state.replies.assign(requests.size(), std::nullopt);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        state.add(requests[i], i);
    }
    const auto is_done = [&state](const Job& job) { return state.replies[job.index].has_value(); };
    while (!std::ranges::all_of(state.jobs, is_done)) {
        const auto next = state.start_due();
        const auto wait = std::chrono::ceil<Milliseconds>(next - Clock::now());
        const auto limit = static_cast<int>(std::clamp<std::int64_t>(wait.count(), 0, 1000));
        curl().multi_poll(state.multi.get(), nullptr, 0, limit, nullptr);
        int running = 0;
        curl().multi_perform(state.multi.get(), &running);
        state.take_finished();
    }
    state.jobs.clear();
    std::vector<Reply> out;
    for (auto& reply : state.replies) {
        out.push_back(std::move(*reply));
    }
    return out;
}

std::vector<HostUse> NetworkTransport::hosts() const {
    std::vector<HostUse> out;
    for (const auto& [name, host] : state_->hosts) {
        if (host.use.requests > 0) {
            out.push_back(host.use);
        }
    }
    return out;
}

}  // namespace whereof::http
