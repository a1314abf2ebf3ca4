// SPDX-License-Identifier: MIT
#include "authority/online_clients.hpp"
#include "authority/online_reply.hpp"
#include "http/url.hpp"

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr JsonService kService{"datacite", "application/vnd.api+json",
                               [](std::string_view body) { return has_member(body, "data"); }};

/// https://support.datacite.org/docs/api: /dois/{DOI}. arXiv registers its papers there as
/// 10.48550/arXiv.NUMBER.
class DataCite final : public OnlineService {
  public:
    explicit DataCite(OnlineContext& context) : context_(context) {}

    void by_identifiers(std::span<const Asked> asked, RecordSink& sink) override {
        std::vector<Wanted> wanted;
        for (const auto& [question, answer] : asked) {
            const bool is_its_own = answer->agency == "DataCite";
            const std::string DOI = is_its_own                      ? question->item.DOI
                                    : !question->item.arXiv.empty() ? "10.48550/arxiv." + question->item.arXiv
                                                                    : "";
            if (!DOI.empty() && !answer->has_record) {
                wanted.push_back(
                    {fmt::format("{}/dois/{}", context_.endpoint, http::percent_encode(DOI)), answer});
            }
        }
        read_each(context_, kService, wanted, [&](Answer& answer, const JsonElement& reply) {
            answer.has_record |= read_datacite(*member(reply, "data"), sink);
        });
    }

    void by_description(std::span<const Asked>, RecordSink&) override {}

  private:
    OnlineContext& context_;
};

}  // namespace

std::unique_ptr<OnlineService> make_datacite(OnlineContext& context) {
    return std::make_unique<DataCite>(context);
}

}  // namespace whereof::authority
