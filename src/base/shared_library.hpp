// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace whereof {

/// A library that is opened when it is first needed rather than with the program, and stays open. For those
/// that bring many others along and serve few commands: each costs every start of the program what it costs
/// to map and relocate.
class SharedLibrary {
  public:
    /// Opens `file` ("libcurl.so.4"). Throws std::runtime_error, which names `package` as what to install,
    /// when it cannot be had.
    SharedLibrary(std::string file, std::string package);

    /// Sets `function` to the function of that name, whose type is the caller's to know, from the library's
    /// own header. Throws like the constructor where the library has none.
    template <typename Function>
    void bind(const char* name, Function*& function) const {
        function = reinterpret_cast<Function*>(symbol(name));
    }

    /// Throws what the constructor throws; `found` says what is wrong with the library: "found version 7.64".
    [[noreturn]] void fail(const std::string& found) const;

  private:
    [[nodiscard]] void* symbol(const char* name) const;

    std::string file_;
    std::string package_;
    void* handle_;
};

}  // namespace whereof
