// SPDX-License-Identifier: MIT
#include "authority/online_clients.hpp"
#include "authority/online_reply.hpp"
#include "http/url.hpp"

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr JsonService kService{"openalex", "application/json", [](std::string_view body) {
                                   return has_member(body, "id") || has_member(body, "results");
                               }};

/// https://developers.openalex.org: /works/doi:{DOI} is free, /works?search= is counted against a daily
/// budget, so it is asked last.
class OpenAlex final : public OnlineService {
  public:
    explicit OpenAlex(OnlineContext& context) : context_(context) {}

    /// DOIs that Crossref and DataCite did not answer for: other agencies', or when those are down.
    void by_identifiers(std::span<const Asked> asked, RecordSink& sink) override {
        std::vector<Wanted> wanted;
        for (const auto& [question, answer] : asked) {
            const std::string& DOI = question->item.DOI;
            if (!DOI.empty() && !answer->has_record && answer->DOI != Registered::no) {
                wanted.push_back({fmt::format("{}/works/doi:{}{}", context_.endpoint,
                                              http::percent_encode(DOI, "/"), who('?')),
                                  answer});
            }
        }
        read_all(wanted, true, sink);
    }

    void by_description(std::span<const Asked> asked, RecordSink& sink) override {
        constexpr std::size_t kMostWords = 10;
        constexpr std::size_t kFewestWords = 2;
        std::vector<Wanted> wanted;
        for (const auto& [question, answer] : asked) {
            std::string words;
            const auto telling = telling_words(question->item.title, kMostWords);
            for (const std::string& word : telling) {
                words += (words.empty() ? "" : " ") + word;
            }
            if (telling.size() >= kFewestWords && !is_beyond_indexes(question->item)) {
                wanted.push_back({fmt::format("{}/works?search={}&per_page=5{}", context_.endpoint,
                                              http::percent_encode(words), who('&')),
                                  answer});
            }
        }
        read_all(wanted, false, sink);
    }

  private:
    [[nodiscard]] std::string who(char joint) const {
        return context_.mailto.empty()
                   ? ""
                   : fmt::format("{}mailto={}", joint, http::percent_encode(context_.mailto));
    }

    void read_all(const std::vector<Wanted>& wanted, bool by_identifier, RecordSink& sink) {
        read_each(context_, kService, wanted, [&](Answer& answer, const JsonElement& reply) {
            const auto results = member(reply, "results");
            bool found = false;
            for_each(results ? *results : reply,
                     [&](const JsonElement& one) { found |= read_openalex(one, sink); });
            answer.has_record |= found && by_identifier;
        });
    }

    OnlineContext& context_;
};

}  // namespace

std::unique_ptr<OnlineService> make_openalex(OnlineContext& context) {
    return std::make_unique<OpenAlex>(context);
}

}  // namespace whereof::authority
