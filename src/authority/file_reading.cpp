// SPDX-License-Identifier: MIT
#include "authority/file_reading.hpp"

#include "authority/normalise.hpp"
#include "authority/peeked_source.hpp"
#include "formats/formats.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace whereof::authority {
namespace {

constexpr std::size_t kBatchesWaiting = 8;
constexpr std::size_t kFindsABatch = 256;
constexpr std::size_t kBytesABatch = std::size_t{1} << 20U;

/// Thrown through a reader when nobody takes its finds any more.
struct Abandoned {};

class QueueSink final : public RecordSink {
  public:
    QueueSink(BoundedQueue<FoundBatch>& queue, const PeekedSource& source, Abstracts abstracts)
        : queue_(queue), source_(source), abstracts_(abstracts) {}

    void record(Say say) override {
        if (abstracts_ == Abstracts::drop) {
            say.item.abstract.clear();
        }
        normalise(say);
        constexpr std::size_t kBytesAName = 64;
        const std::size_t bytes =
            say.item.title.size() + say.item.abstract.size() + kBytesAName * say.item.author.size();
        put(std::move(say), bytes);
    }
    void event(std::string DOI, std::string PMID, StatusEvent event) override {
        put(FoundEvent{std::move(DOI), std::move(PMID), std::move(event)}, 0);
    }
    void deleted(std::string PMID) override { put(FoundDeletion{std::move(PMID)}, 0); }
    void skipped(std::uint64_t line, std::uint64_t offset, std::string what) override {
        put(FoundFault{line, offset, std::move(what)}, 0);
    }
    void kind(std::string_view name) override {
        if (kind_.empty()) {
            kind_ = name;
            put(FoundKind{kind_}, 0);
        }
    }
    void flush() {
        batch_.taken = source_.taken();
        if (!queue_.push(std::move(batch_))) {
            throw Abandoned();
        }
        batch_ = FoundBatch();
        batch_.found.reserve(kFindsABatch);
        bytes_ = 0;
    }

  private:
    void put(Found found, std::size_t bytes) {
        batch_.found.push_back(std::move(found));
        bytes_ += bytes;
        if (batch_.found.size() >= kFindsABatch || bytes_ >= kBytesABatch) {
            flush();
        }
    }

    BoundedQueue<FoundBatch>& queue_;
    const PeekedSource& source_;
    Abstracts abstracts_;
    FoundBatch batch_;
    std::size_t bytes_ = 0;
    std::string kind_;
};

/// What a file is that nobody reads, as far as its head tells.
std::string what_it_is(std::string_view head) {
    const std::string first = text::ascii_lower(head.substr(0, head.find('\n')));
    const auto names = [&first](std::string_view word) { return first.find(word) != std::string::npos; };
    if (head.empty()) {
        return "an empty file";
    }
    constexpr const char* kJournals =
        "a list of journals, which describes no works (the journals' names are built in)";
    if (head.find("\nJrId: ") != std::string_view::npos) {  // NLM's J_Medline.txt, J_Entrez
        return kJournals;
    }
    if (const formats::Format* list = formats::recognise_format(head)) {
        return fmt::format(
            "a reference list, {}: whereof check and whereof add take it, and whereof export FILE "
            "--format csl-json makes records of it",
            list->about);
    }
    if (!names(",") && !names("\t")) {
        return "something else (whereof check and whereof add read articles)";
    }
    // PMC-ids.csv has the titles of journals alone.
    const bool has_titles =
        first.starts_with("title") || names(",title") || names("\ttitle") || names("\"title");
    if (names("doi") && (names("pmid") || names("pmcid")) && !has_titles) {
        return "a table of pairs of identifiers, which describes no works (the records of PubMed, Crossref "
               "and OpenAlex hold their pairs)";
    }
    if (names("issn")) {
        return kJournals;
    }
    return "another table";
}

/// Chooses the reader by the first bytes; returns why there is none.
std::string read_any(PeekedSource& source, RecordSink& sink) {
    const std::string head(source.head().substr(0, kHeadSize));
    if (looks_like_json(head)) {
        read_json_file(source, head, sink);
    } else if (looks_like_pubmed(head)) {
        read_pubmed_file(source, sink);
    } else if (looks_like_nbib(head)) {
        read_nbib_file(source, sink);
    } else if (looks_like_retraction_watch_csv(head)) {
        read_retraction_watch_csv(source, sink);
    } else {
        if (source.head().empty()) {
            char byte = 0;
            (void)source.read(&byte, 1);  // throws when it is not empty but unreadable
        }
        return fmt::format(
            "expected CSL-JSON, PubMed XML or NBIB, Crossref, OpenAlex or DataCite JSON or a list of "
            "retractions, found {}",
            what_it_is(head));
    }
    return {};
}

}  // namespace

FileReading::FileReading(std::filesystem::path path, Abstracts abstracts)
    : path_(std::move(path)), abstracts_(abstracts), queue_(kBatchesWaiting), thread_([this] { read(); }) {}

FileReading::~FileReading() {
    queue_.close();
    thread_.join();
}

void FileReading::read() {
    try {
        PeekedSource source(open_source(path_));
        QueueSink sink(queue_, source, abstracts_);
        try {
            problem_ = read_any(source, sink);
        } catch (const IoError& broken) {
            problem_ = broken.what();
        }
        sink.flush();
    } catch (const IoError& broken) {
        problem_ = broken.what();
    } catch (const Abandoned&) {
        // The import ends here.
    } catch (...) {
        failure_ = std::current_exception();
    }
    queue_.close();
}

std::string FileReading::problem() {
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    return problem_;
}

}  // namespace whereof::authority
