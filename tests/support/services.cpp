// SPDX-License-Identifier: MIT
#include "support/services.hpp"

#include "support/recorded.hpp"

#include <algorithm>

namespace whereof::test {

std::vector<std::string> ConstructedServices::names() {
    return {"crossref", "doi.org", "pubmed", "datacite", "europepmc", "openalex"};
}

ConstructedServices::ConstructedServices()
    : server_([this](const ServerRequest& request) { return answer(request); }) {}

void ConstructedServices::put(std::string_view service, std::string_view beginning, ServerReply reply) {
    replies_["/" + std::string(service) + std::string(beginning)] = std::move(reply);
}

std::map<std::string, std::string> ConstructedServices::endpoints() const {
    std::map<std::string, std::string> out;
    for (const std::string& name : names()) {
        out[name] = server_.url("/" + name);
    }
    return out;
}

std::vector<std::string> ConstructedServices::endpoint_options() const {
    std::vector<std::string> out;
    for (const auto& [name, url] : endpoints()) {
        out.insert(out.end(), {"--endpoint", name + "=" + url});
    }
    return out;
}

std::size_t ConstructedServices::count(std::string_view service) const {
    const auto requests = server_.requests();
    return static_cast<std::size_t>(std::ranges::count_if(requests, [service](const ServerRequest& request) {
        return request.target.starts_with("/" + std::string(service) + "/");
    }));
}

ServerReply ConstructedServices::answer(const ServerRequest& request) const {
    const std::string target = percent_decode(request.target);
    const ServerReply* best = nullptr;
    std::size_t longest = 0;
    for (const auto& [beginning, reply] : replies_) {
        if (target.starts_with(beginning) && beginning.size() > longest) {
            best = &reply;
            longest = beginning.size();
        }
    }
    if (best != nullptr) {
        return *best;
    }
    if (target.starts_with("/crossref/works?")) {
        return json_reply(
            R"({"status":"ok","message-type":"work-list","message":{"total-results":0,"items":[]}})");
    }
    if (target.starts_with("/crossref/")) {
        return json_reply("Resource not found.", 404);
    }
    if (target.starts_with("/doi.org/api/handles/")) {
        return json_reply(R"({"responseCode":100,"handle":"?"})", 404);
    }
    if (target.starts_with("/pubmed/esearch")) {
        ServerReply reply;
        reply.headers.emplace_back("Content-Type", "text/xml");
        reply.body = "<eSearchResult><Count>0</Count><IdList/></eSearchResult>";
        return reply;
    }
    if (target.starts_with("/pubmed/efetch")) {
        ServerReply reply;
        reply.headers.emplace_back("Content-Type", "text/xml");
        reply.body = "<?xml version=\"1.0\" ?>\n<PubmedArticleSet></PubmedArticleSet>";
        return reply;
    }
    if (target.starts_with("/europepmc/search")) {
        return json_reply(R"({"version":"6.9","hitCount":0,"resultList":{"result":[]}})");
    }
    if (target.starts_with("/openalex/works?")) {
        return json_reply(R"({"meta":{"count":0},"results":[]})");
    }
    return json_reply(R"({"errors":[{"status":"404"}]})", 404);
}

ServerReply crossref_work(std::string_view DOI, std::string_view title, std::string_view family,
                          std::string_view given, std::string_view journal, int year, std::string_view more) {
    std::string body = R"({"status":"ok","message-type":"work","message":{"DOI":")";
    body.append(DOI).append(R"(","type":"journal-article","title":[")").append(title);
    body.append(R"("],"author":[{"given":")").append(given).append(R"(","family":")").append(family);
    body.append(R"("}],"container-title":[")").append(journal).append(R"("],"issued":{"date-parts":[[)");
    body.append(std::to_string(year)).append("]]}").append(more).append("}}");
    return json_reply(std::move(body));
}

}  // namespace whereof::test
