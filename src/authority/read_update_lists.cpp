// SPDX-License-Identifier: MIT
#include "authority/json_fields.hpp"
#include "authority/update_kinds.hpp"

#include <chrono>

#include <fmt/format.h>

namespace whereof::authority {
namespace {

std::string iso_day_of_milliseconds(std::int64_t since_epoch) {
    if (since_epoch <= 0) {
        return {};
    }
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(since_epoch)));
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string doi_below(const JsonElement& json, std::string_view key) {
    const auto identifier = member(json, key);
    return identifier ? canonical_DOI(text_at(*identifier, "doi")) : std::string();
}

}  // namespace

/// {"identifier": {"doi": work}, "title": of the notice or the work, "updates": [{"identifier": {"doi":
/// notice}, "type", "timestamp"}]}. Where work and notice are one DOI, the publisher either retracted in
/// place or deposited the notice as an update of itself; its title tells which.
bool read_update_list_row(const JsonElement& json, RecordSink& sink) {
    const std::string work = doi_below(json, "identifier");
    if (work.empty()) {
        return false;
    }
    const bool own_notice = is_own_notice(text_at(json, "title"));
    for_each(member(json, "updates"), [&](const JsonElement& update) {
        const std::string notice = doi_below(update, "identifier");
        const auto kind = event_kind(text_at(update, "type"), work);
        if (kind && !(notice == work && own_notice)) {
            // The row's date belongs to what its title names.
            const bool dated = own_notice && notice != work;
            sink.event(work, "",
                       {*kind, notice, "", dated ? iso_day_of_milliseconds(number_at(json, "timestamp")) : "",
                        "open-retractions"});
        }
    });
    return true;
}

/// {"retractions": {work: notice}, "concerns": {work: notice}}
bool read_retraction_pairs(const JsonElement& json, RecordSink& sink) {
    bool any = false;
    const auto read = [&](std::string_view key, EventKind kind) {
        simdjson::dom::object pairs;
        if (json.at_key(key).get_object().get(pairs) != simdjson::SUCCESS) {
            return;
        }
        any = true;
        for (const auto [work, notice] : pairs) {
            const std::string DOI = canonical_DOI(work);
            if (DOI.empty()) {
                sink.skipped(
                    0, 0, fmt::format("expected a DOI under \"{}\", found \"{}\"", key, work.substr(0, 60)));
            } else {
                sink.event(DOI, "", {kind, canonical_DOI(text_of(notice)), "", "", "retraction-watch"});
            }
        }
    };
    read("retractions", EventKind::retraction);
    read("concerns", EventKind::concern);
    return any;
}

}  // namespace whereof::authority
