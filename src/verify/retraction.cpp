// SPDX-License-Identifier: MIT
#include "verify/retraction.hpp"

#include "authority/notice_titles.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace whereof::verify {
namespace {

using authority::EventKind;
using authority::StatusEvent;
using finding::Status;

bool has_type(const authority::Record& record, std::string_view type) {
    return std::ranges::any_of(record.publication_types,
                               [&](const std::string& name) { return text::fold(name) == type; });
}

std::string sentence(const StatusEvent& event) {
    constexpr std::array<std::string_view, 6> kWords{
        "Corrected",  "Expression of concern",  "Retracted",
        "Reinstated", "A newer version exists", "Retracted and replaced by a corrected article"};
    std::string out(kWords[static_cast<std::size_t>(event.kind)]);
    if (!event.date.empty()) {
        out += " on " + event.date;
    }
    if (!event.notice_DOI.empty()) {
        out += ", notice https://doi.org/" + event.notice_DOI;
    } else if (!event.notice_PMID.empty()) {
        out += ", notice PMID " + event.notice_PMID;
    }
    return event.source.empty() ? out + "." : fmt::format("{} (says {}).", out, event.source);
}

/// Is this retraction the one by which the work was replaced, told less exactly by another source? A later
/// one, of the replacement, is not.
bool is_replacing(const StatusEvent& retraction, std::span<const StatusEvent> events) {
    return std::ranges::any_of(events, [&](const StatusEvent& event) {
        return event.kind == EventKind::replacement &&
               (event.date.empty() || retraction.date.empty() || retraction.date <= event.date ||
                (!event.notice_DOI.empty() && event.notice_DOI == retraction.notice_DOI) ||
                (!event.notice_PMID.empty() && event.notice_PMID == retraction.notice_PMID));
    });
}

bool was_replaced(std::span<const StatusEvent> events) {
    return std::ranges::find(events, EventKind::replacement, &StatusEvent::kind) != events.end();
}

bool is_notice(const authority::Record& record) {
    return record.is_retraction_notice || has_type(record, "retraction of publication") ||
           authority::is_retraction_notice(record.item.title);
}

/// What has happened to a work, event by event.
struct History {
    bool retracted = false;
    bool concern = false;
    bool corrected = false;
    bool superseded = false;
    std::string retracted_on;

    void add(const StatusEvent& event) {
        switch (event.kind) {
            case EventKind::retraction:
                retracted = true;
                retracted_on = event.date;
                break;
            case EventKind::reinstatement:
                retracted = false;
                retracted_on.clear();
                corrected = true;
                break;
            case EventKind::concern:
                concern = true;
                break;
            case EventKind::replacement:
            case EventKind::correction:
                corrected = true;
                break;
            case EventKind::new_version:
                superseded = true;
                break;
        }
    }

    [[nodiscard]] Status status() const {
        return retracted    ? Status::retracted
               : concern    ? Status::concern
               : corrected  ? Status::corrected
               : superseded ? Status::superseded
                            : Status::current;
    }
};

/// The events filed and the record's own, oldest first.
std::vector<StatusEvent> all_events(const authority::Record& record, std::span<const StatusEvent> filed) {
    std::vector<StatusEvent> out(filed.begin(), filed.end());
    out.insert(out.end(), record.events.begin(), record.events.end());
    std::ranges::stable_sort(out, {}, &StatusEvent::date);
    return out;
}

}  // namespace

Standing standing_of(const authority::Record& record, std::span<const StatusEvent> filed,
                     std::string_view cited_title) {
    Standing out;
    if (is_notice(record)) {
        out.status = Status::retraction_notice;
        out.notices.emplace_back("The work cited is itself a notice of retraction.");
        return out;
    }
    const std::vector<StatusEvent> events = all_events(record, filed);
    History history;
    history.retracted = (has_type(record, "retracted publication") && !was_replaced(events)) ||
                        authority::retracted_mark(record.item.title) > 0 ||
                        authority::retracted_mark(cited_title) > 0;
    for (const auto& event : events) {
        if (event.kind == EventKind::retraction && is_replacing(event, events)) {
            continue;  // told with the replacement
        }
        history.add(event);
        auto text = sentence(event);
        if (std::ranges::find(out.notices, text) == out.notices.end()) {
            out.notices.push_back(std::move(text));
        }
    }
    out.status = history.status();
    out.retracted_on = std::move(history.retracted_on);
    if (history.retracted && out.notices.empty()) {
        out.notices.emplace_back("The authority's record is marked as retracted.");
    }
    return out;
}

}  // namespace whereof::verify
