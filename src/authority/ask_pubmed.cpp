// SPDX-License-Identifier: MIT
#include "authority/online_clients.hpp"
#include "authority/online_reply.hpp"
#include "bib/numbers.hpp"
#include "http/url.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace whereof::authority {
namespace {

constexpr std::string_view kName = "pubmed";
constexpr std::size_t kMostIds = 200;  ///< in one EFetch by GET (NCBI)

/// A set that is whole: a body that was cut off would make its last records look absent.
bool is_record_set(std::string_view body) {
    const std::string_view tail = body.substr(body.size() - std::min<std::size_t>(body.size(), 200));
    return looks_like_pubmed(body.substr(0, kHeadSize)) &&
           (tail.find("</PubmedArticleSet>") != std::string_view::npos ||
            tail.find("<PubmedArticleSet/>") != std::string_view::npos);
}

bool is_search_result(std::string_view body) {
    return body.find("<eSearchResult>") != std::string_view::npos &&
           body.find("</eSearchResult>") != std::string_view::npos &&
           body.find("<ERROR>") == std::string_view::npos;
}

/// PubMed's query language would take these for its own.
std::string term(std::string_view text, std::string_view field) {
    std::string out;
    for (const std::string& word : text::fold_words(text)) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out.empty() ? out : fmt::format("\"{}\"[{}]", out, field);
}

std::string joined(const std::vector<std::string>& terms) {
    std::string out;
    for (const std::string& one : terms) {
        out += (out.empty() ? "" : " AND ") + one;
    }
    return "(" + out + ")";
}

/// The work by its title, or by its place: who stands on that page is worth knowing also when it is another.
std::string query_of(const bib::Item& item) {
    constexpr std::size_t kMostWords = 6;
    constexpr std::size_t kFewestWords = 3;
    std::vector<std::string> alternatives;
    std::vector<std::string> title;
    for (const std::string& word : telling_words(item.title, kMostWords)) {
        title.push_back(word + "[ti]");
    }
    if (title.size() >= kFewestWords) {
        alternatives.push_back(joined(title));
    }
    const auto pages = bib::page_range(bib::normalise_pages(item.page));
    const std::string volume = term(item.volume, "vi");
    if (pages.first > 0 && !volume.empty()) {
        const std::string page = fmt::format("{}[pg]", pages.first);
        if (const std::string journal = term(item.container_title, "ta"); !journal.empty()) {
            alternatives.push_back(joined({journal, volume, page}));
        }
        if (!item.author.empty() && !item.author.front().family.empty()) {
            alternatives.push_back(joined({term(item.author.front().family, "1au"), volume, page}));
        }
    }
    std::string out;
    for (const std::string& one : alternatives) {
        out += (out.empty() ? "" : " OR ") + one;
    }
    return out;
}

/// NCBI's E-utilities: https://www.ncbi.nlm.nih.gov/books/NBK25501/.
class PubMed final : public OnlineService {
  public:
    explicit PubMed(OnlineContext& context) : context_(context) {}

    void by_identifiers(std::span<const Asked> asked, RecordSink& sink) override {
        std::set<std::string> PMIDs;
        for (const auto& [question, answer] : asked) {
            PMIDs.insert(question->item.PMID);
        }
        PMIDs.erase("");
        const auto records = records_of({PMIDs.begin(), PMIDs.end()}, sink);
        std::set<std::string> missing;
        for (const auto& [question, answer] : asked) {
            const std::string& PMID = question->item.PMID;
            if (PMID.empty()) {
                continue;
            }
            const auto& [of_ids, outcome] = *std::ranges::find_if(
                records, [&](const Batch& batch) { return std::ranges::binary_search(batch.asked, PMID); });
            note(*answer, kName, outcome.reply);
            if (outcome.found.contains(PMID)) {
                answer->has_record = true;
                answer->PMID = Registered::yes;
            } else if (outcome.reply.kind == Fetched::Kind::good && outcome.is_whole) {
                missing.insert(PMID);
            }
        }
        const auto denied = denied_of({missing.begin(), missing.end()});
        for (const auto& [question, answer] : asked) {
            answer->PMID = denied.contains(question->item.PMID) ? Registered::no : answer->PMID;
        }
    }

    void by_description(std::span<const Asked> asked, RecordSink& sink) override {
        std::vector<std::string> urls;
        std::vector<Answer*> answers;
        for (const auto& [question, answer] : asked) {
            const std::string query = query_of(question->item);
            if (!query.empty() && !is_beyond_indexes(question->item)) {
                urls.push_back(
                    url("esearch", fmt::format("retmode=xml&retmax=8&term={}", http::percent_encode(query))));
                answers.push_back(answer);
            }
        }
        const auto replies = fetch(context_, urls, "text/xml", is_search_result);
        std::set<std::string> PMIDs;
        for (std::size_t i = 0; i < replies.size(); ++i) {
            note(*answers[i], kName, replies[i]);
            if (replies[i].kind == Fetched::Kind::good) {
                add_ids(replies[i].body, PMIDs);
            }
        }
        for (const auto& [ids, outcome] : records_of({PMIDs.begin(), PMIDs.end()}, sink)) {
            if (outcome.reply.kind == Fetched::Kind::failed) {
                for (Answer* answer : answers) {
                    note(*answer, kName, outcome.reply);
                }
            }
        }
    }

  private:
    struct Outcome {
        Fetched reply;
        std::set<std::string> found;
        bool is_whole = false;  ///< every record could be read
    };
    struct Batch {
        std::vector<std::string> asked;  ///< sorted
        Outcome outcome;
    };

    [[nodiscard]] std::string url(std::string_view tool, std::string_view rest) const {
        const std::string who =
            context_.mailto.empty() ? "" : "&email=" + http::percent_encode(context_.mailto);
        return fmt::format("{}/{}.fcgi?db=pubmed&tool=whereof{}&{}", context_.endpoint, tool, who, rest);
    }

    /// EFetch leaves out what it does not find; ESummary says of each that it has none. Those of which it
    /// does.
    std::set<std::string> denied_of(const std::vector<std::string>& PMIDs) {
        std::set<std::string> out;
        const auto batches = batches_of(PMIDs);
        std::vector<std::string> urls;
        for (const auto& batch : batches) {
            urls.push_back(url("esummary", "retmode=json&version=2.0&id=" + list_of(batch)));
        }
        const auto replies = fetch(context_, urls, "application/json",
                                   [](std::string_view body) { return has_member(body, "result"); });
        simdjson::dom::parser parser;
        for (std::size_t i = 0; i < replies.size(); ++i) {
            const auto json =
                replies[i].kind == Fetched::Kind::good ? parse_reply(parser, replies[i].body) : std::nullopt;
            const auto result = json ? member(*json, "result") : std::nullopt;
            for (const std::string& PMID : batches[i]) {
                const auto summary = result ? member(*result, PMID) : std::nullopt;
                if (summary && member(*summary, "error")) {
                    out.insert(PMID);
                }
            }
        }
        return out;
    }

    static std::vector<std::vector<std::string>> batches_of(const std::vector<std::string>& ids) {
        std::vector<std::vector<std::string>> out;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (i % kMostIds == 0) {
                out.emplace_back();
            }
            out.back().push_back(ids[i]);
        }
        return out;
    }

    static std::string list_of(const std::vector<std::string>& ids) {
        std::string out;
        for (const std::string& id : ids) {
            out += (out.empty() ? "" : ",") + id;
        }
        return out;
    }

    /// `PMIDs` are sorted.
    std::vector<Batch> records_of(const std::vector<std::string>& PMIDs, RecordSink& sink) {
        std::vector<Batch> out;
        std::vector<std::string> urls;
        for (auto& ids : batches_of(PMIDs)) {
            urls.push_back(url("efetch", "retmode=xml&id=" + list_of(ids)));
            out.push_back({std::move(ids), {}});
        }
        const auto replies = fetch(context_, urls, "text/xml", is_record_set);
        for (std::size_t i = 0; i < replies.size(); ++i) {
            out[i].outcome.reply = replies[i];
            if (replies[i].kind == Fetched::Kind::good) {
                CountingSink counting(sink);
                const auto source = open_bytes(replies[i].body, "efetch");
                read_pubmed_file(*source, counting);
                out[i].outcome.found.insert(counting.PMIDs().begin(), counting.PMIDs().end());
                out[i].outcome.is_whole = counting.skipped_records() == 0;
            }
        }
        return out;
    }

    static void add_ids(const std::string& body, std::set<std::string>& PMIDs) {
        pugi::xml_document document;
        if (document.load_buffer(body.data(), body.size())) {
            for (const auto& id : document.child("eSearchResult").child("IdList").children("Id")) {
                PMIDs.insert(canonical_PMID(id.child_value()));
            }
        }
        PMIDs.erase("");
    }

    OnlineContext& context_;
};

}  // namespace

std::unique_ptr<OnlineService> make_pubmed(OnlineContext& context) {
    return std::make_unique<PubMed>(context);
}

}  // namespace whereof::authority
