// SPDX-License-Identifier: MIT
#include "serve/site.hpp"

#include "base/embedded.hpp"
#include "report/escapes.hpp"
#include "report/html_parts.hpp"
#include "report/json_text.hpp"
#include "report/terminal.hpp"
#include "serve/page_frame.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kJson = "application/json; charset=utf-8";
constexpr std::string_view kPlain = "text/plain; charset=utf-8";
constexpr std::chrono::seconds kPatienceForADesk{10};
constexpr std::chrono::seconds kDeskAge{60};
constexpr std::size_t kMostExported = 10'000;  ///< claims found, for one file: no page takes a desk for long

/// Nothing from elsewhere, no script or style of a page's own: what a file says can do nothing.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";

struct Asset {
    std::string_view path;
    std::string_view type;
    std::string_view file;
    bool with_report_style = false;  ///< behind the style sheet of reports
};
constexpr std::array kAssets{
    Asset{"/style.css", "text/css; charset=utf-8", "corpus/web/style.css", true},
    Asset{"/script.js", "text/javascript; charset=utf-8", "corpus/web/script.js"},
    Asset{"/icon.svg", "image/svg+xml", "corpus/web/icon.svg"},
};

void secure(PageReply& reply) {
    const auto add = [&reply](std::string_view name, std::string_view value) {
        reply.headers.emplace_back(name, value);
    };
    add("Content-Security-Policy", kPolicy);
    add("X-Content-Type-Options", "nosniff");
    add("Referrer-Policy", "no-referrer");
    add("Cross-Origin-Resource-Policy", "same-origin");
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cache-Control", "no-store");
}

/// A target in its parts. Absent for one that no browser would send.
struct Address {
    std::string path;
    Parameters parameters;
};
std::optional<Address> read_target(std::string_view target) {
    target = target.substr(0, target.find('#'));
    const std::size_t end = std::min(target.find('?'), target.size());
    auto path = percent_decoded(target.substr(0, end));
    if (!path || !path->starts_with('/')) {
        return std::nullopt;
    }
    return Address{*std::move(path), read_form(target.substr(std::min(end + 1, target.size())))};
}

bool matches(const Route& route, std::string_view path) {
    return route.pattern.size() > 1 && route.pattern.ends_with('/')
               ? path.starts_with(route.pattern) && path.size() > route.pattern.size()
               : path == route.pattern;
}

const Asset* asset_at(std::string_view path) {
    const auto* found = std::ranges::find(kAssets, path, &Asset::path);
    return found == kAssets.end() ? nullptr : found;
}

/// The methods that a path has: "GET, HEAD", or empty where there is no such page.
std::string methods_of(std::string_view path) {
    std::string out = asset_at(path) != nullptr ? "GET, HEAD" : "";
    for (const Route& route : routes()) {
        if (matches(route, path)) {
            out +=
                (out.empty() ? "" : ", ") + std::string(route.method == "GET" ? "GET, HEAD" : route.method);
        }
    }
    return out;
}

const Route* route_of(std::string_view method, std::string_view path) {
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    const auto found = std::ranges::find_if(
        routes(), [&](const Route& route) { return route.method == wanted && matches(route, path); });
    return found == routes().end() ? nullptr : &*found;
}

/// Also of a target that has no page.
bool wants_json(std::string_view target) {
    target = target.substr(0, target.find('#'));
    const std::size_t query = target.find('?');
    return query != std::string_view::npos &&
           value_of(read_form(target.substr(query + 1)), "format") == "json";
}

/// A refusal for what no page of ours sent: in one line, or the JSON document where that is asked for.
PageReply refused(int status, std::string_view what, std::string_view next_step, std::string_view target) {
    PageReply out{status, std::string(kPlain), report::one_line(what) + "\n", {}};
    if (wants_json(target)) {
        out.content_type = kJson;
        out.body = report::json_document(*failed(status, std::string(what), std::string(next_step)).json);
    }
    secure(out);
    return out;
}

}  // namespace

std::optional<PageReply> Site::refusal(const PageRequest& head) const {
    const std::string port = fmt::format(":{}", options_.port);
    const std::string host = text::ascii_lower(head.host);
    const bool known =
        std::ranges::any_of(std::array{"127.0.0.1", "localhost", "[::1]"}, [&](const std::string& name) {
            return host == name + port || (options_.port == 80 && host == name);
        });
    if (!known) {
        return refused(421,
                       fmt::format("whereof answers to http://127.0.0.1{}/ only, not to the host '{}'", port,
                                   report::clipped(head.host, 60)),
                       fmt::format("Ask http://127.0.0.1{}/ for it.", port), head.target);
    }
    const auto address = read_target(head.target);
    if (!address) {
        return refused(400, "expected the address of a page, percent-encoded",
                       "The start page leads to all there is.", head.target);
    }
    const std::string methods = methods_of(address->path);
    if (methods.empty()) {
        return told(failed(404, "There is no such page here.", "The start page leads to all there is."),
                    nullptr, nullptr, head.target);
    }
    const Route* route = route_of(head.method, address->path);
    const bool reads = head.method == "GET" || head.method == "HEAD";
    if (route == nullptr && !(reads && asset_at(address->path) != nullptr)) {
        PageReply out = refused(405, fmt::format("this page takes {} only", methods),
                                fmt::format("Send the request with {}.", methods), head.target);
        out.headers.emplace_back("Allow", methods);
        return out;
    }
    if (!reads) {
        // A page that sends no referrer sends Origin: null, so that Sec-Fetch-Site decides where there is
        // one.
        const bool own = head.fetch_site.empty() ? head.origin.empty() || head.origin == "http://" + head.host
                                                 : head.fetch_site == "same-origin";
        if (!own) {
            return refused(403, "a form of another site may not be sent here",
                           "Send it from a page of this site.", head.target);
        }
    }
    if (route != nullptr && route->edits && !options_.may_edit) {
        return told(
            failed(403, "This page only shows.", "Start it with whereof serve --edit to change the store."),
            nullptr, nullptr, head.target);
    }
    return std::nullopt;
}

void Site::warm_up() { surveys_.survey(std::chrono::milliseconds(0)); }

PageReply Site::too_large(const PageRequest& head) {
    return told(
        failed(413,
               fmt::format("That is more than the {} MB that can be taken at once.", kMostBodyBytes >> 20U),
               "Give the file in parts, or use whereof check on the command line."),
        nullptr, nullptr, head.target);
}

PageReply Site::cut_off(const PageRequest& head) {
    return told(failed(400, "That is cut off: it came in part only.", "Go back and send it again."), nullptr,
                nullptr, head.target);
}

PageReply Site::too_slow(const PageRequest& head) {
    return told(failed(408, "That took too long to come.",
                       "Send it again, or check the file with whereof check on the command line."),
                nullptr, nullptr, head.target);
}

PageReply Site::answer(const PageRequest& request) {
    if (auto refused = refusal(request)) {
        return *std::move(refused);
    }
    const Address address = *read_target(request.target);
    if (const Asset* asset = asset_at(address.path)) {
        PageReply out{200, std::string(asset->type), {}, {}};
        out.body = asset->with_report_style ? report::html_style() : std::string_view();
        out.body += embedded_file(asset->file).bytes;
        secure(out);
        return out;
    }
    const Route& route = *route_of(request.method, address.path);
    const std::string_view name =
        std::string_view(address.path).substr(std::min(route.pattern.size(), address.path.size()));
    return make(route, name, address.parameters, request);
}

/// Lends a desk for the time of one page. A desk that something was thrown at is not used again.
class Site::Borrowed {
  public:
    Borrowed(Site& site, bool to_edit) : site_(site), desk_(site.borrow(to_edit)) {}
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    ~Borrowed() {
        if (desk_ != nullptr) {
            site_.give_back(std::uncaught_exceptions() > 0 ? nullptr : std::move(desk_));
        }
    }
    [[nodiscard]] PageDesk* get() const noexcept { return desk_.get(); }  ///< nullptr: all are lent

  private:
    Site& site_;
    std::unique_ptr<PageDesk> desk_;
};

std::unique_ptr<PageDesk> Site::open_desk() {
    const std::lock_guard one_at_a_time(opening_mutex_);
    auto out = options_.open_desk();
    out->opened = std::chrono::steady_clock::now();
    out->desk.most_found = std::min(out->desk.most_found, kMostExported);
    return out;
}

std::unique_ptr<PageDesk> Site::borrow(bool to_edit) {
    std::vector<std::unique_ptr<PageDesk>> closed;  // after the lock is given back
    {
        std::unique_lock lock(desks_mutex_);
        if (!desk_came_back_.wait_for(lock, kPatienceForADesk, [this] { return lent_ < kDesks; })) {
            return nullptr;
        }
        ++lent_;
        if (to_edit) {
            // The store may have been moved or replaced: what is written goes into the one that is there now,
            // and is found there by the pages after it.
            edited_ = std::chrono::steady_clock::now();
            closed.reserve(kDesks);
            closed.swap(free_desks_);
        } else if (!free_desks_.empty()) {
            auto out = std::move(free_desks_.back());
            free_desks_.pop_back();
            return out;
        }
    }
    try {
        return open_desk();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void Site::give_back(std::unique_ptr<PageDesk> desk) noexcept {
    const std::lock_guard lock(desks_mutex_);
    --lent_;
    // A store may be made, or another put in its place, while we serve.
    const bool is_fresh = desk != nullptr && desk->store != nullptr && desk->opened >= edited_ &&
                          std::chrono::steady_clock::now() - desk->opened < kDeskAge;
    if (is_fresh) {
        free_desks_.push_back(std::move(desk));  // never more than kDesks, for which there is room: no throw
    }
    desk_came_back_.notify_one();
}

PageReply Site::make(const Route& route, std::string_view name, const Parameters& parameters,
                     const PageRequest& request) {
    try {
        Borrowed borrowed(*this, options_.may_edit && route.method == "POST");
        PageDesk* desk = borrowed.get();
        if (desk == nullptr) {
            return told(failed(503, "Too much is asked at once.", "Try again in a moment."), nullptr, nullptr,
                        request.target);
        }
        Visit visit{parameters, name, request, *desk, surveys_, options_.may_edit, options_.version};
        if (route.needs_store && desk->store == nullptr) {
            return told(failed(404, "There is no store yet, so there is nothing to look up.",
                               "Make one with whereof add PATH, then reload this page."),
                        nullptr, nullptr, request.target);
        }
        const auto reading = desk->store != nullptr && route.method == "GET"
                                 ? std::make_unique<store::Reading>(*desk->store)
                                 : nullptr;
        const PageData page = route.data(visit);
        return told(page, &route, &visit, request.target);
    } catch (...) {
        return told(current_failure(), nullptr, nullptr, request.target);
    }
}

PageReply Site::told(const PageData& page, const Route* route, const Visit* visit, std::string_view target) {
    PageReply out;
    out.status = page.status;
    if (!page.location.empty()) {
        out.status = 303;
        out.headers.emplace_back("Location", page.location);
        out.content_type = kPlain;
    } else if (!page.file_name.empty()) {
        out.content_type = page.file_type;
        out.body = page.file;
        out.headers.emplace_back("Content-Disposition",
                                 fmt::format("attachment; filename=\"{}\"", page.file_name));
    } else if (wants_json(target)) {
        out.content_type = kJson;
        out.body = report::json_document(*page.json);
    } else {
        std::string main;
        if (page.status == 200 && route != nullptr) {
            route->html(page, *visit, main);
        } else {
            append_failure(main, page);
        }
        out.content_type = kHtml;
        out.body = framed(page, main, target);
    }
    secure(out);
    return out;
}

}  // namespace whereof::serve
