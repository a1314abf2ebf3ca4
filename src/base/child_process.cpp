// SPDX-License-Identifier: MIT
#include "base/child_process.hpp"

#include "base/io.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace whereof {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostError = 4096;
/// The child's exit code when the program could not be started; it has told the reason in errno.
constexpr int kNotStarted = 127;

class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }

    void close() {
        if (number_ >= 0) {
            ::close(std::exchange(number_, -1));
        }
    }
    [[nodiscard]] int get() const noexcept { return number_; }
    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }

  private:
    int number_ = -1;
};

[[noreturn]] void fail(const std::string& program, std::string_view doing) {
    throw IoError(program, doing, errno);
}

struct Pipe {
    Descriptor read_end, write_end;
};

Pipe make_pipe(const std::string& program) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        fail(program, "open a pipe to");
    }
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A file without a name that holds `bytes`, at its beginning.
Descriptor make_file(const std::string& program, std::string_view bytes) {
    Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    if (!file.is_open()) {
        fail(program, "make the input of");
    }
    while (!bytes.empty()) {
        const auto written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            fail(program, "write the input of");
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    if (::lseek(file.get(), 0, SEEK_SET) != 0) {
        fail(program, "rewind the input of");
    }
    return file;
}

std::string search_path() {
    const char* path = std::getenv("PATH");
    return path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
}

/// The program's file, or nothing. Folders of PATH that are relative are passed over.
std::string find_program(const std::string& name, std::string_view path) {
    if (name.find('/') != std::string::npos) {
        return ::access(name.c_str(), X_OK) == 0 ? name : std::string();
    }
    while (!path.empty()) {
        const std::size_t colon = std::min(path.find(':'), path.size());
        const std::string file = std::string(path.substr(0, colon)) + "/" + name;
        if (file.front() == '/' && ::access(file.c_str(), X_OK) == 0) {
            return file;
        }
        path.remove_prefix(std::min(colon + 1, path.size()));
    }
    return {};
}

void set_limit(__rlimit_resource resource, rlim_t most) {
    const rlimit limit{most, most};
    ::setrlimit(resource, &limit);
}

/// What the new process is to become, made ready before the fork: behind it, in a program of several
/// threads, nothing may be allocated.
struct Start {
    const char* program = nullptr;
    char* const* arguments = nullptr;
    char* const* environment = nullptr;
    int input = -1;
    int output = -1;
    int errors = -1;
};

[[noreturn]] void become(const Start& start, const ChildLimits& limits) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    sigset_t none;
    ::sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_CPU, limits.cpu_seconds);
    set_limit(RLIMIT_FSIZE, limits.output_bytes);
    set_limit(RLIMIT_AS, limits.memory_bytes);
    ::dup2(start.input, STDIN_FILENO);
    ::dup2(start.output, STDOUT_FILENO);
    ::dup2(start.errors, STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    ::execve(start.program, start.arguments, start.environment);
    ::_exit(kNotStarted);
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> out;
    for (std::string& string : strings) {
        out.push_back(string.data());
    }
    out.push_back(nullptr);
    return out;
}

/// A started process, killed with all that it started unless it was waited for.
class Child {
  public:
    explicit Child(pid_t number) : number_(number) { ::setpgid(number, number); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (!ended_) {
            kill_all();
        }
    }

    /// False while it runs on.
    bool has_ended() {
        int status = 0;
        if (!ended_ && ::waitpid(number_, &status, WNOHANG) == number_) {
            take(status);
        }
        return ended_;
    }

    void kill_all() {
        ::kill(-number_, SIGKILL);
        ::kill(number_, SIGKILL);
        int status = 0;
        while (::waitpid(number_, &status, 0) < 0 && errno == EINTR) {
        }
        take(status);
    }

    /// What it left running in its group goes with it.
    void end_group() const { ::kill(-number_, SIGKILL); }

    [[nodiscard]] int status() const noexcept { return status_; }

  private:
    void take(int status) {
        ended_ = true;
        status_ = status;
    }
    pid_t number_;
    bool ended_ = false;
    int status_ = 0;
};

/// Reads what is there; closes the pipe at its end. At most `most` bytes are kept.
void drain(Descriptor& pipe, std::string& out, std::size_t most) {
    std::array<char, std::size_t{64} << 10U> buffer{};
    const auto size = ::read(pipe.get(), buffer.data(), buffer.size());
    if (size > 0) {
        const std::size_t room = most - std::min(most, out.size());
        out.append(buffer.data(), std::min(static_cast<std::size_t>(size), room));
    } else if (size == 0 || (errno != EINTR && errno != EAGAIN)) {
        pipe.close();
    }
}

int milliseconds_until(Clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left + 1, 0, 60'000));
}

/// Collects what the child writes until both pipes are closed and it has ended, or a limit is reached.
ChildEnd watch(Child& child, Descriptor& output, Descriptor& errors, const ChildLimits& limits,
               ChildOutcome& outcome) {
    constexpr int kPatience = 5;  // ms between two looks at a child that has closed its pipes
    const auto end = Clock::now() + limits.time;
    while (output.is_open() || errors.is_open() || !child.has_ended()) {
        if (Clock::now() >= end) {
            return ChildEnd::timed_out;
        }
        std::array<pollfd, 2> waiting{pollfd{output.get(), POLLIN, 0}, pollfd{errors.get(), POLLIN, 0}};
        const bool closed = !output.is_open() && !errors.is_open();
        if (::poll(waiting.data(), waiting.size(), closed ? kPatience : milliseconds_until(end)) < 0) {
            continue;
        }
        if (waiting[0].revents != 0) {
            drain(output, outcome.out, limits.output_bytes + 1);
        }
        if (waiting[1].revents != 0) {
            drain(errors, outcome.err, kMostError);
        }
        if (outcome.out.size() > limits.output_bytes) {
            outcome.out.resize(limits.output_bytes);
            return ChildEnd::overflowed;
        }
    }
    return ChildEnd::exited;
}

}  // namespace

ChildOutcome run_child(std::span<const std::string> command, std::string_view input,
                       const ChildLimits& limits) {
    ChildOutcome outcome;
    const std::string path = search_path();
    const std::string program = find_program(command.front(), path);
    if (program.empty()) {
        return outcome;
    }
    std::vector<std::string> arguments(command.begin(), command.end());
    std::vector<std::string> environment{"PATH=" + path, "LC_ALL=C.UTF-8", "HOME=/nonexistent"};
    const auto argument_pointers = pointers(arguments);
    const auto environment_pointers = pointers(environment);
    const Descriptor file = make_file(program, input);
    Pipe output = make_pipe(program);
    Pipe errors = make_pipe(program);
    const Start start{program.c_str(), argument_pointers.data(), environment_pointers.data(),
                      file.get(),      output.write_end.get(),   errors.write_end.get()};
    const pid_t number = ::fork();
    if (number < 0) {
        fail(program, "start");
    }
    if (number == 0) {
        become(start, limits);
    }
    Child child(number);
    output.write_end.close();
    errors.write_end.close();
    outcome.end = watch(child, output.read_end, errors.read_end, limits, outcome);
    if (outcome.end != ChildEnd::exited) {
        child.kill_all();
        return outcome;
    }
    child.end_group();
    if (WIFSIGNALED(child.status())) {
        outcome.end = ChildEnd::signalled;
        outcome.code = WTERMSIG(child.status());
    } else {
        outcome.code = WEXITSTATUS(child.status());
    }
    return outcome;
}

}  // namespace whereof
