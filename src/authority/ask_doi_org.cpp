// SPDX-License-Identifier: MIT
#include "authority/online_clients.hpp"
#include "authority/online_reply.hpp"
#include "http/url.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr std::string_view kName = "doi.org";
constexpr std::int64_t kSuccess = 1;
constexpr std::int64_t kNotFound = 100;
constexpr std::int64_t kNoValues = 200;  ///< the handle is there, without values of the kind asked for

bool is_reply(std::string_view) { return true; }  // looked at below, whatever the status

/// Other readings of a DOI that is registered nowhere: our own reading of the citation may have cut it short
/// at a line break or run on into the next word.
std::vector<std::string> other_readings(const Question& question) {
    const std::string& DOI = question.item.DOI;
    const std::string raw = text::ascii_lower(question.raw);
    std::vector<std::string> out;
    const std::size_t at = raw.find(DOI);
    if (at != std::string::npos) {
        std::string_view rest = std::string_view(raw).substr(at + DOI.size());
        const std::size_t mark = std::min(rest.find_first_not_of(".-_/"), rest.size());
        const std::string_view joint = rest.substr(0, std::min<std::size_t>(mark, 1));
        rest = text::trim(rest.substr(joint.size()));
        std::string_view next = rest.substr(0, rest.find_first_of(" \t\n\r"));
        while (!next.empty() && std::string_view(".,;:)]").find(next.back()) != std::string_view::npos) {
            next.remove_suffix(1);
        }
        if (!next.empty()) {
            out.push_back(fmt::format("{}{}{}", DOI, joint, next));
            if (!joint.empty()) {
                out.push_back(fmt::format("{}{}", DOI, next));
            }
        }
    }
    constexpr std::size_t kMostHyphens = 4;
    std::size_t hyphens = 0;
    for (std::size_t hyphen = DOI.find('-'); hyphen != std::string::npos && hyphens < kMostHyphens;
         hyphen = DOI.find('-', hyphen + 1), ++hyphens) {
        out.push_back(DOI.substr(0, hyphen) + DOI.substr(hyphen + 1));  // it divided a line
    }
    const std::size_t cut = DOI.find_last_not_of("abcdefghijklmnopqrstuvwxyz.,;:()[]_-");
    if (cut != std::string::npos && cut + 1 < DOI.size() && cut > DOI.find('/')) {
        out.push_back(DOI.substr(0, cut + 1));
    }
    return out;
}

/// The DOI system's own registry: https://doi.org/api/handles/{DOI} says whether there is such a DOI,
/// https://doi.org/doiRA/{DOI} whose it is. Asked only about DOIs that Crossref does not hold.
class DoiOrg final : public OnlineService {
  public:
    explicit DoiOrg(OnlineContext& context) : context_(context) {}

    void by_identifiers(std::span<const Asked> asked, RecordSink&) override {
        std::vector<Asked> open;
        for (const Asked& one : asked) {
            if (one.answer->crossref_lacks) {
                open.push_back(one);
            }
        }
        std::vector<std::string> urls;
        for (const auto& [question, answer] : open) {
            urls.push_back(handle_url(question->item.DOI));
        }
        const auto replies = ask(urls);
        std::vector<Asked> registered;
        for (std::size_t i = 0; i < replies.size(); ++i) {
            Answer& answer = *open[i].answer;
            const std::int64_t code = handle_code(replies[i]);
            note_reply(answer, replies[i], code != 0);
            if (code == kSuccess || code == kNoValues) {
                answer.DOI = Registered::yes;
                registered.push_back(open[i]);
            } else if (code == kNotFound) {
                answer.DOI = is_read_rightly(*open[i].question) ? Registered::no : Registered::unknown;
            }
        }
        ask_agencies(registered);
    }

    void by_description(std::span<const Asked>, RecordSink&) override {}

  private:
    std::vector<Fetched> ask(const std::vector<std::string>& urls) {
        return fetch(context_, urls, "application/json", is_reply);
    }

    std::string handle_url(std::string_view DOI) const {
        return fmt::format("{}/api/handles/{}", context_.endpoint, http::percent_encode(DOI, "/"));
    }

    /// 0 when the reply is none of the handle system's.
    std::int64_t handle_code(const Fetched& reply) {
        const auto json =
            reply.kind != Fetched::Kind::failed ? parse_reply(parser_, reply.body) : std::nullopt;
        return json ? number_at(*json, "responseCode") : 0;
    }

    static void note_reply(Answer& answer, const Fetched& reply, bool understood) {
        Fetched noted = reply;
        noted.kind = understood ? Fetched::Kind::good : Fetched::Kind::failed;
        noted.problem = reply.problem.empty() ? "the answer is not what was asked for" : reply.problem;
        note(answer, kName, noted);
    }

    /// Is no other reading of the DOI registered, and did the registry say so of each?
    bool is_read_rightly(const Question& question) {
        std::vector<std::string> urls;
        for (const std::string& reading : other_readings(question)) {
            urls.push_back(handle_url(reading));
        }
        const auto replies = ask(urls);
        return std::ranges::all_of(replies,
                                   [this](const Fetched& reply) { return handle_code(reply) == kNotFound; });
    }

    void ask_agencies(const std::vector<Asked>& asked) {
        std::vector<std::string> urls;
        for (const auto& [question, answer] : asked) {
            urls.push_back(
                fmt::format("{}/doiRA/{}", context_.endpoint, http::percent_encode(question->item.DOI, "/")));
        }
        const auto replies = ask(urls);
        for (std::size_t i = 0; i < replies.size(); ++i) {
            simdjson::dom::element json;
            if (replies[i].kind == Fetched::Kind::good &&
                parser_.parse(replies[i].body.data(), replies[i].body.size(), true).get(json) ==
                    simdjson::SUCCESS) {
                for_each(json, [&](const JsonElement& one) { asked[i].answer->agency = text_at(one, "RA"); });
            }
            note_reply(*asked[i].answer, replies[i], !asked[i].answer->agency.empty());
        }
    }

    OnlineContext& context_;
    simdjson::dom::parser parser_;
};

}  // namespace

std::unique_ptr<OnlineService> make_doi_org(OnlineContext& context) {
    return std::make_unique<DoiOrg>(context);
}

}  // namespace whereof::authority
