// SPDX-License-Identifier: MIT
#include "http/curl_library.hpp"

#include <stdexcept>
#include <string>

#include <dlfcn.h>
#include <fmt/format.h>

namespace whereof::http {
namespace {

constexpr const char* kFile = "libcurl.so.4";

[[noreturn]] void fail(std::string_view reason) {
    throw std::runtime_error(fmt::format(
        "the network cannot be asked: expected {} of libcurl 7.85 or newer, {}; install the package libcurl4",
        kFile, reason));
}

template <typename Function>
void bind(void* library, const char* symbol, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, symbol));
    if (function == nullptr) {
        fail(fmt::format("found one without {}", symbol));
    }
}

CurlLibrary open() {
    void* library = ::dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        const char* reason = ::dlerror();
        fail(fmt::format("found none ({})", reason == nullptr ? "no reason given" : reason));
    }
    CurlLibrary curl;
    bind(library, "curl_global_init", curl.global_init);
    bind(library, "curl_easy_init", curl.easy_init);
    bind(library, "curl_easy_cleanup", curl.easy_cleanup);
    bind(library, "curl_easy_setopt", curl.easy_setopt);
    bind(library, "curl_easy_getinfo", curl.easy_getinfo);
    bind(library, "curl_easy_strerror", curl.easy_strerror);
    bind(library, "curl_multi_init", curl.multi_init);
    bind(library, "curl_multi_cleanup", curl.multi_cleanup);
    bind(library, "curl_multi_add_handle", curl.multi_add_handle);
    bind(library, "curl_multi_remove_handle", curl.multi_remove_handle);
    bind(library, "curl_multi_info_read", curl.multi_info_read);
    bind(library, "curl_multi_perform", curl.multi_perform);
    bind(library, "curl_multi_poll", curl.multi_poll);
    bind(library, "curl_slist_append", curl.slist_append);
    bind(library, "curl_slist_free_all", curl.slist_free_all);
    decltype(&::curl_version_info) version_info = nullptr;
    bind(library, "curl_version_info", version_info);
    const unsigned version = version_info(CURLVERSION_NOW)->version_num;
    if (version < CURL_VERSION_BITS(7, 85, 0)) {
        fail(fmt::format("found {}", version_info(CURLVERSION_NOW)->version));
    }
    if (const CURLcode code = curl.global_init(CURL_GLOBAL_DEFAULT); code != CURLE_OK) {
        fail(fmt::format("found one that does not start ({})", curl.easy_strerror(code)));
    }
    return curl;
}

}  // namespace

const CurlLibrary& curl() {
    static const CurlLibrary library = open();
    return library;
}

}  // namespace whereof::http
