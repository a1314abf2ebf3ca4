// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include "cli/output.hpp"
#include "report/terminal.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr auto kFirstAfter = std::chrono::milliseconds(500);
constexpr auto kEvery = std::chrono::milliseconds(200);
constexpr std::size_t kBar = 20;  ///< columns

/// "0:27", "1:02:05"
std::string clock_time(double seconds) {
    constexpr double kLongest = 359'999.0;  // a hundred hours: what is longer is not known any better
    const auto all = static_cast<std::uint64_t>(std::clamp(seconds, 0.0, kLongest));
    return all < 3600 ? fmt::format("{}:{:02}", all / 60, all % 60)
                      : fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
}

std::string bar(double share) {
    std::string out(kBar, ' ');
    const auto full = static_cast<std::size_t>(share * static_cast<double>(kBar));
    std::fill_n(out.begin(), full, '=');
    if (full < kBar) {
        out[full] = '>';
    }
    return out;
}

}  // namespace

std::string progress_line(const Step& step, std::chrono::duration<double> passed, std::size_t width) {
    const double seconds = std::max(passed.count(), 1e-3);
    const double share =
        step.whole == 0 ? 0.0
                        : std::min(1.0, static_cast<double>(step.part) / static_cast<double>(step.whole));
    std::string tail = fmt::format("{} {}, {:.0f}/s", report::grouped(step.done), step.unit,
                                   static_cast<double>(step.done) / seconds);
    if (share > 0.0 && seconds >= 1.0) {
        tail += fmt::format(", {} left", clock_time(seconds / share - seconds));
    }
    constexpr std::size_t kLongestName = 40;
    const std::string what = report::clipped(step.what, kLongestName);
    const std::string percent = step.whole == 0 ? "" : fmt::format("{:.0f} %  ", share * 100.0);
    std::string out =
        fmt::format("{}  {}{}{}", what, step.whole == 0 ? "" : "[" + bar(share) + "] ", percent, tail);
    if (report::columns(out) > width) {
        out = fmt::format("{}  {}{}", what, percent, tail);
    }
    return report::columns(out) > width ? (percent + tail).substr(0, width) : out;
}

Progress::Progress(Context& context, bool quiet)
    : context_(context), shown_(context.err_is_terminal && !quiet && !is_dumb_terminal(context)) {}

void Progress::at(const Step& step) {
    if (!shown_) {
        return;
    }
    const auto now = Clock::now();
    if (step.what != what_) {
        what_ = step.what;
        began_ = now;
        next_ = std::max(next_, now + kFirstAfter);
    }
    if (now < next_) {
        return;
    }
    next_ = now + kEvery;
    has_line_ = true;
    const std::size_t width =
        std::max<std::size_t>(context_.width, 2) - 1;  // the last column would break the line
    context_.err << "\r\x1b[K" << progress_line(step, now - began_, width) << std::flush;
}

void Progress::clear() {
    if (has_line_) {
        has_line_ = false;
        context_.err << "\r\x1b[K" << std::flush;
    }
}

}  // namespace whereof::cli
