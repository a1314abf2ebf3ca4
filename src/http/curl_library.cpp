// SPDX-License-Identifier: MIT
#include "http/curl_library.hpp"

#include "base/shared_library.hpp"

#include <string>

namespace whereof::http {
namespace {

CurlLibrary open() {
    const SharedLibrary library("libcurl.so.4", "libcurl4, 7.85 or newer,");
    CurlLibrary curl;
    library.bind("curl_global_init", curl.global_init);
    library.bind("curl_easy_init", curl.easy_init);
    library.bind("curl_easy_cleanup", curl.easy_cleanup);
    library.bind("curl_easy_setopt", curl.easy_setopt);
    library.bind("curl_easy_getinfo", curl.easy_getinfo);
    library.bind("curl_easy_strerror", curl.easy_strerror);
    library.bind("curl_multi_init", curl.multi_init);
    library.bind("curl_multi_cleanup", curl.multi_cleanup);
    library.bind("curl_multi_add_handle", curl.multi_add_handle);
    library.bind("curl_multi_remove_handle", curl.multi_remove_handle);
    library.bind("curl_multi_info_read", curl.multi_info_read);
    library.bind("curl_multi_perform", curl.multi_perform);
    library.bind("curl_multi_poll", curl.multi_poll);
    library.bind("curl_slist_append", curl.slist_append);
    library.bind("curl_slist_free_all", curl.slist_free_all);
    decltype(&::curl_version_info) version_info = nullptr;
    library.bind("curl_version_info", version_info);
    const auto* version = version_info(CURLVERSION_NOW);
    if (version->version_num < CURL_VERSION_BITS(7, 85, 0)) {
        library.fail(std::string("found version ") + version->version);
    }
    if (const CURLcode code = curl.global_init(CURL_GLOBAL_DEFAULT); code != CURLE_OK) {
        library.fail(std::string("found one that does not start: ") + curl.easy_strerror(code));
    }
    return curl;
}

}  // namespace

const CurlLibrary& curl() {
    static const CurlLibrary library = open();
    return library;
}

}  // namespace whereof::http
