// SPDX-License-Identifier: MIT
#pragma once

#include "authority/json_fields.hpp"
#include "authority/online_service.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace whereof::authority {

/// A reply, understood as far as all services are alike.
struct Fetched {
    enum class Kind : std::uint8_t {
        good,    ///< 200 and what was expected
        absent,  ///< 404 or 410
        failed,  ///< everything else, `problem` says what
    };
    Kind kind = Kind::failed;
    std::string body;
    std::string problem;
};

/// Asks for these URLs, in their order. `is_expected` looks at the body of a 200: an HTML page where JSON
/// should be, or half a document, is a failure.
std::vector<Fetched> fetch(OnlineContext& context, const std::vector<std::string>& urls,
                           std::string_view accept, bool (*is_expected)(std::string_view body));

/// Notes on an answer that the service was asked, and whether it failed.
void note(Answer& answer, std::string_view service, const Fetched& fetched);

/// The body as JSON, to be read before the parser reads another; absent when it is none, or no object.
std::optional<JsonElement> parse_reply(simdjson::dom::parser& parser, std::string_view body);

/// A URL to ask for, and the answer that it is for.
struct Wanted {
    std::string url;
    Answer* answer;
};

/// How a service that speaks JSON is asked.
struct JsonService {
    std::string_view name;
    std::string_view accept;
    bool (*is_expected)(std::string_view body);
};

/// Asks for all of them, notes on each answer that the service was asked, and reads the good replies in their
/// order.
void read_each(OnlineContext& context, const JsonService& service, const std::vector<Wanted>& wanted,
               const std::function<void(Answer& answer, const JsonElement& reply)>& read);

/// Is the body a JSON object with this member?
bool has_member(std::string_view body, std::string_view name);

/// At most `most` words of a title that tell it apart: the longest ones, without those that every title has.
std::vector<std::string> telling_words(std::string_view title, std::size_t most);

/// The citation as one line to search by: the raw string, or its fields in the order of a reference; without
/// URLs, at most 400 bytes.
std::string search_text(const Question& question);

/// Is it cited as something that is on no bibliographic index: a web page, a law, a newspaper's article?
bool is_beyond_indexes(const bib::Item& item);

/// Passes all on, and counts.
class CountingSink final : public RecordSink {
  public:
    explicit CountingSink(RecordSink& inner) : inner_(inner) {}
    void record(Say say) override;
    void event(std::string DOI, std::string PMID, StatusEvent event) override;
    void deleted(std::string) override {}
    void skipped(std::uint64_t, std::uint64_t, std::string) override { ++skipped_; }
    void kind(std::string_view) override {}

    [[nodiscard]] const std::vector<std::string>& PMIDs() const noexcept { return PMIDs_; }
    [[nodiscard]] std::size_t records() const noexcept { return records_; }
    [[nodiscard]] std::size_t skipped_records() const noexcept { return skipped_; }

  private:
    RecordSink& inner_;
    std::vector<std::string> PMIDs_;
    std::size_t records_ = 0;
    std::size_t skipped_ = 0;
};

}  // namespace whereof::authority
