// SPDX-License-Identifier: MIT
#pragma once

#include <curl/curl.h>

namespace whereof::http {

/// The functions of libcurl that are used here, by their names without "curl_". The library is opened when it
/// is first asked for and stays open: linked the usual way it brings 26 other libraries along, which cost
/// every command that asks nobody more time than all the rest of its start (ldd, and `whereof --version`
/// timed with and without it). Only files of this room include this header.
struct CurlLibrary {
    decltype(&::curl_global_init) global_init = nullptr;
    decltype(&::curl_easy_init) easy_init = nullptr;
    decltype(&::curl_easy_cleanup) easy_cleanup = nullptr;
    decltype(&::curl_easy_setopt) easy_setopt = nullptr;
    decltype(&::curl_easy_getinfo) easy_getinfo = nullptr;
    decltype(&::curl_easy_strerror) easy_strerror = nullptr;
    decltype(&::curl_multi_init) multi_init = nullptr;
    decltype(&::curl_multi_cleanup) multi_cleanup = nullptr;
    decltype(&::curl_multi_add_handle) multi_add_handle = nullptr;
    decltype(&::curl_multi_remove_handle) multi_remove_handle = nullptr;
    decltype(&::curl_multi_info_read) multi_info_read = nullptr;
    decltype(&::curl_multi_perform) multi_perform = nullptr;
    decltype(&::curl_multi_poll) multi_poll = nullptr;
    decltype(&::curl_slist_append) slist_append = nullptr;
    decltype(&::curl_slist_free_all) slist_free_all = nullptr;
};

/// Opens libcurl.so.4 and makes it ready, once; safe from any thread. Throws std::runtime_error, which says
/// what to install, where there is none, where it is older than 7.85 or does not start.
const CurlLibrary& curl();

}  // namespace whereof::http
