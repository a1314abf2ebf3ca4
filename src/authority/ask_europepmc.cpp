// SPDX-License-Identifier: MIT
#include "authority/online_clients.hpp"
#include "authority/online_reply.hpp"
#include "authority/update_kinds.hpp"
#include "http/url.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr JsonService kService{"europepmc", "application/json",
                               [](std::string_view body) { return has_member(body, "resultList"); }};

void read_authors(const JsonElement& result, bib::Item& item) {
    const auto list = member(result, "authorList");
    for_each(list ? member(*list, "author") : std::nullopt, [&item](const JsonElement& one) {
        bib::Name name;
        name.family = text_at(one, "lastName");
        name.given = text_at(one, "firstName");
        if (name.given.empty()) {
            name.given = text_at(one, "initials");
        }
        name.literal = name.family.empty() ? text_at(one, "collectiveName") : "";
        if (!name.family.empty() || !name.literal.empty()) {
            item.author.push_back(std::move(name));
        }
    });
}

void read_place(const JsonElement& result, bib::Item& item) {
    if (const auto info = member(result, "journalInfo")) {
        item.volume = text_at(*info, "volume");
        item.issue = text_at(*info, "issue");
        item.issued.year = static_cast<int>(number_at(*info, "yearOfPublication"));
        if (const auto journal = member(*info, "journal")) {
            item.container_title = text_at(*journal, "title");
            item.container_title_short = text_at(*journal, "medlineAbbreviation");
            item.ISSN = text_at(*journal, "issn");
        }
    }
    if (item.issued.year == 0) {
        item.issued = date_of_text(text_at(result, "pubYear"));
    }
    item.page = text_at(result, "pageInfo");
    const bib::Date first = date_of_text(text_at(result, "firstPublicationDate"));
    if (first.year != 0 && first.year != item.issued.year) {
        item.epub = first;
    }
    if (const auto book = member(result, "bookOrReportDetails"); book && item.container_title.empty()) {
        item.publisher = text_at(*book, "publisher");
    }
}

/// "Retraction in", "Erratum in", "Expression of concern in": the notices on this work.
void read_notices(const JsonElement& result, const bib::Item& item, RecordSink& sink) {
    const auto list = member(result, "commentCorrectionList");
    for_each(list ? member(*list, "commentCorrection") : std::nullopt, [&](const JsonElement& one) {
        const auto kind = event_kind(text_at(one, "type"), item.DOI);
        if (kind) {
            const std::string PMID =
                text_at(one, "source") == "MED" ? canonical_PMID(text_at(one, "id")) : "";
            sink.event(item.DOI, item.PMID, {*kind, "", PMID, "", std::string(kService.name)});
        }
    });
}

bool read_result(const JsonElement& result, RecordSink& sink) {
    Say say;
    say.source = Source::europepmc;
    bib::Item& item = say.item;
    item.title = text_at(result, "title");
    item.DOI = canonical_DOI(text_at(result, "doi"));
    item.PMID = canonical_PMID(text_at(result, "pmid"));
    item.PMCID = canonical(bib::Field::PMCID, text_at(result, "pmcid"));
    if (item.title.empty() || (item.DOI.empty() && item.PMID.empty() && item.PMCID.empty())) {
        return false;
    }
    if (item.title.ends_with('.')) {
        item.title.pop_back();
    }
    item.type = text_at(result, "source") == "PPR" ? bib::ItemType::article : bib::ItemType::article_journal;
    read_authors(result, item);
    read_place(result, item);
    if (const auto types = member(result, "pubTypeList")) {
        for_each(member(*types, "pubType"), [&say](const JsonElement& type) {
            say.publication_types.push_back(text_of(type));
            if (text::ascii_lower(say.publication_types.back()) == "retraction of publication") {
                say.flags |= kFlagRetractionNotice;
            }
        });
    }
    read_notices(result, item, sink);
    sink.record(std::move(say));
    return true;
}

/// https://europepmc.org/RestfulWebService: /search. Holds PubMed, PMC and preprints; asked by identifier for
/// what PubMed and Crossref were not asked for or could not answer.
class EuropePmc final : public OnlineService {
  public:
    explicit EuropePmc(OnlineContext& context) : context_(context) {}

    void by_identifiers(std::span<const Asked> asked, RecordSink& sink) override {
        std::vector<Wanted> wanted;
        for (const auto& [question, answer] : asked) {
            const bib::Item& item = question->item;
            std::string query;
            if (!item.PMCID.empty()) {
                query = "PMCID:" + item.PMCID;
            } else if (!answer->has_record && !item.PMID.empty() && answer->PMID != Registered::no) {
                query = fmt::format("EXT_ID:{} AND SRC:MED", item.PMID);
            } else if (!answer->has_record && !answer->failed.empty() && !item.DOI.empty()) {
                query = fmt::format("DOI:\"{}\"", item.DOI);
            }
            if (!query.empty()) {
                wanted.push_back({search_url(query, 3), answer});
            }
        }
        read_all(wanted, true, sink);
    }

    void by_description(std::span<const Asked> asked, RecordSink& sink) override {
        constexpr std::size_t kMostWords = 8;
        constexpr std::size_t kFewestWords = 3;
        std::vector<Wanted> wanted;
        for (const auto& [question, answer] : asked) {
            const auto words = telling_words(question->item.title, kMostWords);
            if (words.size() < kFewestWords || is_beyond_indexes(question->item)) {
                continue;
            }
            std::string query;
            for (const std::string& word : words) {
                query += (query.empty() ? "TITLE:" : " AND TITLE:") + word;
            }
            wanted.push_back({search_url(query, 5), answer});
        }
        read_all(wanted, false, sink);
    }

  private:
    [[nodiscard]] std::string search_url(std::string_view query, int most) const {
        return fmt::format("{}/search?query={}&resultType=core&format=json&pageSize={}", context_.endpoint,
                           http::percent_encode(query), most);
    }

    void read_all(const std::vector<Wanted>& wanted, bool by_identifier, RecordSink& sink) {
        read_each(context_, kService, wanted, [&](Answer& answer, const JsonElement& reply) {
            bool found = false;
            for_each(member(*member(reply, "resultList"), "result"),
                     [&](const JsonElement& one) { found |= read_result(one, sink); });
            answer.has_record |= found && by_identifier;
        });
    }

    OnlineContext& context_;
};

}  // namespace

std::unique_ptr<OnlineService> make_europepmc(OnlineContext& context) {
    return std::make_unique<EuropePmc>(context);
}

}  // namespace whereof::authority
