// SPDX-License-Identifier: MIT
#include "authority/online_reply.hpp"

#include "bib/identifiers.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr std::size_t kLongestSearch = 400;

Fetched understood(const http::Reply& reply, bool (*is_expected)(std::string_view)) {
    Fetched out;
    if (const auto* failure = reply.failure()) {
        out.problem = failure->what;
        return out;
    }
    const http::Response& response = *reply.response();
    out.body = response.body;
    if (response.status == 404 || response.status == 410) {
        out.kind = Fetched::Kind::absent;
    } else if (response.status != 200) {
        out.problem = fmt::format("status {}", response.status);
    } else if (!is_expected(response.body)) {
        const std::string type = response.content_type();
        out.problem = type.find("html") != std::string::npos ? "a web page came instead of a record"
                                                             : "the answer is not what was asked for";
    } else {
        out.kind = Fetched::Kind::good;
    }
    return out;
}

std::string without_urls(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    for (const auto& found : bib::find_identifiers(text)) {
        if (found.field == bib::Field::URL) {
            out += text.substr(at, found.span.begin - at);
            at = found.span.end;
        }
    }
    return out + std::string(text.substr(at));
}

/// Cut before the character that does not fit.
std::string shortened(std::string text) {
    if (text.size() > kLongestSearch) {
        std::size_t cut = kLongestSearch;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
            --cut;
        }
        text.resize(cut);
    }
    return text;
}

}  // namespace

std::vector<Fetched> fetch(OnlineContext& context, const std::vector<std::string>& urls,
                           std::string_view accept, bool (*is_expected)(std::string_view body)) {
    std::vector<http::Request> requests;
    for (const std::string& url : urls) {
        http::Request request;
        request.url = url;
        request.headers.push_back({"Accept", std::string(accept)});
        request.is_expected = [is_expected](const http::Response& response) {
            return is_expected(response.body);
        };
        requests.push_back(std::move(request));
    }
    std::vector<Fetched> out;
    for (const http::Reply& reply : context.transport->send(requests)) {
        if (const auto* response = reply.response()) {
            context.oldest =
                context.oldest == 0 ? response->retrieved : std::min(context.oldest, response->retrieved);
        }
        out.push_back(understood(reply, is_expected));
    }
    return out;
}

void note(Answer& answer, std::string_view service, const Fetched& fetched) {
    auto& list = fetched.kind == Fetched::Kind::failed ? answer.failed : answer.asked;
    std::string text(service);
    if (fetched.kind == Fetched::Kind::failed) {
        text += " (" + fetched.problem + ")";
    }
    if (std::ranges::find(list, text) == list.end()) {
        list.push_back(std::move(text));
    }
}

std::optional<JsonElement> parse_reply(simdjson::dom::parser& parser, std::string_view body) {
    JsonElement json;
    if (parser.parse(body.data(), body.size(), true).get(json) != simdjson::SUCCESS || !json.is_object()) {
        return std::nullopt;
    }
    return json;
}

void read_each(OnlineContext& context, const JsonService& service, const std::vector<Wanted>& wanted,
               const std::function<void(Answer& answer, const JsonElement& reply)>& read) {
    std::vector<std::string> urls;
    for (const Wanted& one : wanted) {
        urls.push_back(one.url);
    }
    simdjson::dom::parser parser;
    const auto replies = fetch(context, urls, service.accept, service.is_expected);
    for (std::size_t i = 0; i < replies.size(); ++i) {
        note(*wanted[i].answer, service.name, replies[i]);
        const auto json =
            replies[i].kind == Fetched::Kind::good ? parse_reply(parser, replies[i].body) : std::nullopt;
        if (json) {
            read(*wanted[i].answer, *json);
        }
    }
}

bool has_member(std::string_view body, std::string_view name) {
    simdjson::dom::parser parser;
    const auto json = parse_reply(parser, body);
    return json && member(*json, name).has_value();
}

std::vector<std::string> telling_words(std::string_view title, std::size_t most) {
    constexpr std::size_t kShortest = 4;
    auto words = text::fold_words(title);
    std::erase_if(words, [](const std::string& word) { return word.size() < kShortest; });
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::ranges::stable_sort(words,
                             [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    words.resize(std::min(words.size(), most));
    return words;
}

std::string search_text(const Question& question) {
    if (!question.raw.empty()) {
        return shortened(without_urls(question.raw));
    }
    const bib::Item& item = question.item;
    std::string out;
    for (std::size_t i = 0; i < std::min<std::size_t>(item.author.size(), 3); ++i) {
        const auto& name = item.author[i];
        out += (name.family.empty() ? name.literal : name.family) + " ";
    }
    out += item.title + " " + item.container_title + " " + item.volume + " " + item.page;
    if (item.issued.year != 0) {
        out += " " + std::to_string(item.issued.year);
    }
    return shortened(std::move(out));
}

bool is_beyond_indexes(const bib::Item& item) {
    const bool has_place = !item.volume.empty() || !item.page.empty();
    return (item.type == bib::ItemType::webpage && !has_place) || item.type == bib::ItemType::legislation ||
           item.type == bib::ItemType::patent || item.type == bib::ItemType::article_newspaper;
}

void CountingSink::record(Say say) {
    ++records_;
    if (!say.item.PMID.empty()) {
        PMIDs_.push_back(say.item.PMID);
    }
    inner_.record(std::move(say));
}

void CountingSink::event(std::string DOI, std::string PMID, StatusEvent event) {
    inner_.event(std::move(DOI), std::move(PMID), std::move(event));
}

}  // namespace whereof::authority
