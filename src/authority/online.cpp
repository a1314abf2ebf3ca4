// SPDX-License-Identifier: MIT
#include "authority/online.hpp"

#include "authority/index_builder.hpp"
#include "authority/index_reader.hpp"
#include "authority/normalise.hpp"
#include "authority/online_clients.hpp"
#include "authority/url_state.hpp"
#include "sqlite/migrations.hpp"

#include <array>
#include <ctime>

namespace whereof::authority {
namespace {

// A new service: its client in ask_<name>.cpp, its declaration in online_clients.hpp, and one row here.
constexpr std::array kServices{
    OnlineServiceRow{"crossref", "https://api.crossref.org",
                     "works with Crossref DOIs, and their retractions", 5.0, 3, Turn::first, make_crossref},
    OnlineServiceRow{"doi.org", "https://doi.org", "whether a DOI is registered, and with whom", 5.0, 3,
                     Turn::never, make_doi_org},
    OnlineServiceRow{"pubmed", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils", "PubMed's articles and books",
                     3.0, 3, Turn::first, make_pubmed},
    OnlineServiceRow{"datacite", "https://api.datacite.org", "works with DataCite DOIs, arXiv's among them",
                     3.0, 2, Turn::never, make_datacite},
    OnlineServiceRow{"europepmc", "https://www.ebi.ac.uk/europepmc/webservices/rest",
                     "PubMed, PubMed Central and preprints", 5.0, 3, Turn::last, make_europepmc},
    OnlineServiceRow{"openalex", "https://api.openalex.org", "works of every kind, put together by programs",
                     5.0, 3, Turn::last, make_openalex},
};

std::string iso_day(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    std::array<char, 16> text{};
    ::gmtime_r(&time, &parts);
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts)};
}

/// Keeps what the services say until an index is made of it.
class Collected final : public RecordSink {
  public:
    void record(Say say) override {
        normalise(say);
        says.push_back(std::move(say));
        changed = true;
    }
    void event(std::string DOI, std::string PMID, StatusEvent event) override {
        events.push_back({std::move(DOI), std::move(PMID), std::move(event)});
        changed = true;
    }
    void deleted(std::string) override {}
    void skipped(std::uint64_t, std::uint64_t, std::string) override {}
    void kind(std::string_view) override {}

    struct Event {
        std::string DOI;
        std::string PMID;
        StatusEvent event;
    };
    std::vector<Say> says;
    std::vector<Event> events;
    bool changed = true;
};

/// An index in memory that is made anew when something was added.
class CollectedAuthority final : public Authority {
  public:
    explicit CollectedAuthority(const OnlineContext& context) : context_(context) { info_.online = true; }

    [[nodiscard]] const AuthorityInfo& info() const noexcept override { return info_; }
    std::vector<std::vector<RecordId>> by_keys(std::span<const Key> keys, std::size_t limit) override {
        return index().by_keys(keys, limit);
    }
    std::vector<Record> records(std::span<const RecordId> ids) override { return index().records(ids); }
    std::vector<RecordId> candidates(std::span<const std::string> words, std::size_t limit) override {
        return index().candidates(words, limit);
    }
    std::vector<std::int64_t> document_frequencies(std::span<const std::string> words) override {
        return index().document_frequencies(words);
    }
    std::vector<StatusEvent> events(std::string_view DOI, std::string_view PMID) override {
        return index().events(DOI, PMID);
    }

    Collected collected;

    void refresh() {
        if (!collected.changed) {
            return;
        }
        sqlite::Database database("", sqlite::OpenMode::memory);
        sqlite::migrate(database, "authority");
        IndexBuilder builder(database, context_.oldest > 0 ? iso_day(context_.oldest) : "");
        for (const Say& say : collected.says) {
            builder.add(say);
        }
        for (const auto& [DOI, PMID, event] : collected.events) {
            builder.add_event(DOI, PMID, event);
        }
        builder.end_file(std::nullopt);
        builder.set_meta("name", "online");
        builder.finish({});
        index_ = std::make_unique<IndexReader>(std::move(database));
        info_ = index_->info();
        info_.online = true;
        collected.changed = false;
    }

  private:
    IndexReader& index() {
        refresh();
        return *index_;
    }

    const OnlineContext& context_;
    std::unique_ptr<IndexReader> index_;
    AuthorityInfo info_;
};

}  // namespace

std::span<const OnlineServiceRow> online_services() { return kServices; }

struct Online::State {
    struct Client {
        const OnlineServiceRow* row = nullptr;
        std::unique_ptr<OnlineContext> context;
        std::unique_ptr<OnlineService> service;
    };
    OnlineContext shared;  ///< of no service: for addresses, and the date
    std::vector<Client> clients;
    CollectedAuthority authority{shared};

    /// The index says from when the oldest answer in it is.
    void note_age() {
        for (const Client& client : clients) {
            const std::int64_t oldest = client.context->oldest;
            if (oldest != 0 && (shared.oldest == 0 || oldest < shared.oldest)) {
                shared.oldest = oldest;
            }
        }
        authority.refresh();
    }
};

Online::Online(http::Transport& transport, OnlineOptions options) : state_(std::make_unique<State>()) {
    state_->shared.transport = &transport;
    for (const OnlineServiceRow& row : kServices) {
        const auto given = options.endpoints.find(std::string(row.name));
        auto context = std::make_unique<OnlineContext>();
        context->transport = &transport;
        context->endpoint = given != options.endpoints.end() ? given->second : std::string(row.endpoint);
        context->mailto = options.mailto;
        auto service = row.make(*context);
        state_->clients.push_back({&row, std::move(context), std::move(service)});
    }
    state_->authority.refresh();
}

Online::~Online() = default;

Authority& Online::records() { return state_->authority; }

void Online::begin() {
    state_->authority.collected = Collected();
    state_->authority.refresh();
}

std::vector<Answer> Online::by_identifiers(std::span<const Question> questions) {
    std::vector<Answer> answers(questions.size());
    std::vector<Asked> asked;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        asked.push_back({&questions[i], &answers[i]});
    }
    for (const auto& client : state_->clients) {
        client.service->by_identifiers(asked, state_->authority.collected);
    }
    state_->note_age();
    return answers;
}

void Online::by_description(std::span<const Asked> asked, Turn turn) {
    for (const auto& client : state_->clients) {
        if (client.row->turn == turn) {
            client.service->by_description(asked, state_->authority.collected);
        }
    }
    state_->note_age();
}

void Online::by_url(std::span<const Asked> asked) { ask_urls(state_->shared, asked); }

}  // namespace whereof::authority
