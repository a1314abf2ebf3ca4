// SPDX-License-Identifier: MIT
#include "base/shared_library.hpp"

#include <stdexcept>
#include <utility>

#include <dlfcn.h>
#include <fmt/format.h>

namespace whereof {

SharedLibrary::SharedLibrary(std::string file, std::string package)
    : file_(std::move(file)),
      package_(std::move(package)),
      handle_(::dlopen(file_.c_str(), RTLD_NOW | RTLD_LOCAL)) {
    if (handle_ == nullptr) {
        const char* reason = ::dlerror();
        fail(fmt::format("found none ({})", reason == nullptr ? "no reason given" : reason));
    }
}

void* SharedLibrary::symbol(const char* name) const {
    void* out = ::dlsym(handle_, name);
    if (out == nullptr) {
        fail(fmt::format("found one without {}", name));
    }
    return out;
}

void SharedLibrary::fail(const std::string& found) const {
    throw std::runtime_error(
        fmt::format("expected the library {}, {}; install the package {}", file_, found, package_));
}

}  // namespace whereof
