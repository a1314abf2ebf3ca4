// SPDX-License-Identifier: MIT
#pragma once

#include "serve/page.hpp"
#include "serve/survey_keeper.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::serve {

/// The largest body of a request: a file and what the form adds to it.
inline constexpr std::size_t kMostBodyBytes = (std::size_t{64} << 20U) + (std::size_t{64} << 10U);

struct SiteOptions {
    std::uint16_t port = 0;  ///< that the Host header must name
    bool may_edit = false;
    std::string version;  ///< of the program
    /// Makes a desk; called from any thread, one call at a time. Throws what opening stores throws; without a
    /// store the desk has none.
    std::function<std::unique_ptr<PageDesk>()> open_desk;
};

/// The local web site: pages for people, each but exports with a JSON twin (?format=json). No sockets: a
/// request in, a reply out. May be asked from many threads; at most kDesks pages are made at once.
class Site {
  public:
    explicit Site(SiteOptions options)
        : options_(std::move(options)), surveys_([this] { return open_desk(); }) {
        free_desks_.reserve(kDesks);  // give_back() must not throw
    }

    /// Begins, beside everything else, what the first pages would have to wait for.
    void warm_up();
    /// What can be said before the body of a request is read: that it is refused. Absent when it is welcome.
    [[nodiscard]] std::optional<PageReply> refusal(const PageRequest& head) const;
    /// Never throws; failures are pages too.
    [[nodiscard]] PageReply answer(const PageRequest& request);
    /// The reply to a body larger than kMostBodyBytes.
    [[nodiscard]] static PageReply too_large(const PageRequest& head);
    /// The reply to a body that did not come whole.
    [[nodiscard]] static PageReply cut_off(const PageRequest& head);
    /// The reply to a body that had not come whole when its time was over.
    [[nodiscard]] static PageReply too_slow(const PageRequest& head);

    static constexpr std::size_t kDesks = 4;

  private:
    class Borrowed;
    [[nodiscard]] PageReply make(const Route& route, std::string_view name, const Parameters& parameters,
                                 const PageRequest& request);
    [[nodiscard]] static PageReply told(const PageData& page, const Route* route, const Visit* visit,
                                        std::string_view target);
    std::unique_ptr<PageDesk> open_desk();
    std::unique_ptr<PageDesk> borrow(bool to_edit);
    void give_back(std::unique_ptr<PageDesk> desk) noexcept;

    SiteOptions options_;
    std::mutex opening_mutex_;
    std::mutex desks_mutex_;
    std::condition_variable desk_came_back_;
    std::vector<std::unique_ptr<PageDesk>> free_desks_;
    std::size_t lent_ = 0;
    std::chrono::steady_clock::time_point edited_{};  ///< desks that were opened before are not lent again
    SurveyKeeper surveys_;                            ///< last: what it counts with goes after it
};

/// Every kind of page, in the order in which paths are held against them.
std::span<const Route> routes() noexcept;

}  // namespace whereof::serve
