// SPDX-License-Identifier: MIT
// rooms: serve
// Any bytes as a request of the web site: a path, and behind the first line feed a body. Every answer is a
// page or a JSON document, and nothing of the request or the store gets into a page as markup.
#include "serve/sample_site.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace {

using namespace whereof;

test::SampleSite& sample_site() {
    static test::SampleSite site;
    return site;
}

bool is_type(const serve::PageReply& reply, std::string_view type) {
    return reply.content_type.starts_with(type);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all(reinterpret_cast<const char*>(data), size);
    const std::size_t end = all.find('\n');
    const std::string target = "/" + std::string(all.substr(0, end));
    const bool posts = end != std::string_view::npos;
    const auto reply = posts ? sample_site().ask("POST", target, std::string(all.substr(end + 1)),
                                                 "application/x-www-form-urlencoded")
                             : sample_site().get(target);
    if (reply.status < 200 || reply.status > 599 || (reply.status >= 500 && reply.status != 503)) {
        std::abort();
    }
    if (is_type(reply, "application/json") && !nlohmann::json::accept(reply.body)) {
        std::abort();
    }
    if (is_type(reply, "text/html") && reply.body.find("<script>") != std::string::npos) {
        std::abort();  // our own one has a source
    }
    return 0;
}
