// SPDX-License-Identifier: MIT
#include "authority/online_clients.hpp"
#include "authority/online_reply.hpp"
#include "http/url.hpp"

#include <fmt/format.h>

namespace whereof::authority {
namespace {

bool is_reply(std::string_view body) {
    simdjson::dom::parser parser;
    const auto json = parse_reply(parser, body);
    return json && text_at(*json, "status") == "ok" && member(*json, "message").has_value();
}

constexpr JsonService kService{"crossref", "application/json", is_reply};

/// https://github.com/CrossRef/rest-api-doc: /works/{DOI}, /works?query.bibliographic=.
class Crossref final : public OnlineService {
  public:
    explicit Crossref(OnlineContext& context) : context_(context) {}

    void by_identifiers(std::span<const Asked> asked, RecordSink& sink) override {
        struct Place {
            Answer* answer;
            bool is_cited;
        };
        std::vector<std::string> urls;
        std::vector<Place> places;
        const auto add = [&](const std::string& DOI, Answer* answer, bool is_cited) {
            urls.push_back(fmt::format("{}/works/{}", context_.endpoint, http::percent_encode(DOI)));
            places.push_back({answer, is_cited});
        };
        for (const auto& [question, answer] : asked) {
            const std::string& DOI = question->item.DOI;
            if (!DOI.empty()) {
                add(DOI, answer, true);
            }
            if (!question->also_DOI.empty() && question->also_DOI != DOI) {
                add(question->also_DOI, answer, false);
            }
        }
        const auto replies = fetch(context_, urls, kService.accept, kService.is_expected);
        for (std::size_t i = 0; i < replies.size(); ++i) {
            Answer& answer = *places[i].answer;
            note(answer, kService.name, replies[i]);
            const bool good = replies[i].kind == Fetched::Kind::good;
            const auto json = good ? parse_reply(parser_, replies[i].body) : std::nullopt;
            const bool found = json && read_message(*json, sink);
            if (places[i].is_cited) {
                answer.has_record |= found;
                answer.DOI = good ? Registered::yes : answer.DOI;
                answer.crossref_lacks = replies[i].kind == Fetched::Kind::absent;
            }
        }
    }

    void by_description(std::span<const Asked> asked, RecordSink& sink) override {
        constexpr int kRows = 5;
        std::vector<Wanted> wanted;
        for (const auto& [question, answer] : asked) {
            const std::string text = search_text(*question);
            if (!is_beyond_indexes(question->item) && text.size() >= kShortest) {
                wanted.push_back({fmt::format("{}/works?query.bibliographic={}&rows={}", context_.endpoint,
                                              http::percent_encode(text), kRows),
                                  answer});
            }
        }
        read_each(context_, kService, wanted,
                  [&sink](Answer&, const JsonElement& reply) { read_message(reply, sink); });
    }

  private:
    static constexpr std::size_t kShortest = 12;  ///< bytes of a description that can be searched by

    /// One work, or those that a search found; true when one was read.
    static bool read_message(const JsonElement& reply, RecordSink& sink) {
        const auto message = member(reply, "message");
        const auto items = member(*message, "items");
        bool found = false;
        for_each(items ? items : message, [&](const JsonElement& one) { found |= read_crossref(one, sink); });
        return found;
    }

    OnlineContext& context_;
    simdjson::dom::parser parser_;
};

}  // namespace

std::unique_ptr<OnlineService> make_crossref(OnlineContext& context) {
    return std::make_unique<Crossref>(context);
}

}  // namespace whereof::authority
