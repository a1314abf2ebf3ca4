// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace whereof::cli {

/// How far a long piece of work is.
struct Step {
    std::string_view what;    ///< "reading", "checking"; control characters are shown, not sent
    std::uint64_t done = 0;   ///< of what the rate counts
    std::string_view unit;    ///< "references"
    std::uint64_t part = 0;   ///< of `whole`, which the bar and the time that is left follow: often bytes
    std::uint64_t whole = 0;  ///< 0: not known, so there is neither
};

/// "checking  [======>             ] 31 %  12,345 references, 812/s, 0:27 left", in at most `width` columns:
/// the bar goes first, then the name, then the end. No time is told in the first second, which says little of
/// the rest.
std::string progress_line(const Step& step, std::chrono::duration<double> passed, std::size_t width);

/// Shows how far a piece of work is, in one line of a terminal that it writes over and takes away in the end.
/// Work of less than half a second shows nothing. Nothing either when standard error is no terminal.
class Progress {
  public:
    /// `context` outlives it.
    Progress(Context& context, bool quiet);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    [[nodiscard]] bool is_shown() const noexcept { return shown_; }
    void at(const Step& step);
    /// Takes the line away, before something else is printed.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    Context& context_;
    bool shown_;
    bool has_line_ = false;
    std::string what_;  ///< the step that `began_` is of
    Clock::time_point began_;
    Clock::time_point next_;  ///< no sooner is a line written
};

}  // namespace whereof::cli
