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
    constexpr std::array<std::string_view, 5> kWords{"Corrected", "Expression of concern", "Retracted",
                                                     "Reinstated", "A newer version exists"};
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

}  // namespace

Standing standing_of(const authority::Record& record, std::span<const StatusEvent> filed,
                     std::string_view cited_title) {
    Standing out;
    if (record.is_retraction_notice || has_type(record, "retraction of publication") ||
        authority::is_retraction_notice(record.item.title)) {
        out.status = Status::retraction_notice;
        out.notices.emplace_back("The work cited is itself a notice of retraction.");
        return out;
    }
    std::vector<StatusEvent> events(filed.begin(), filed.end());
    events.insert(events.end(), record.events.begin(), record.events.end());
    std::ranges::stable_sort(events, {}, &StatusEvent::date);
    bool retracted = has_type(record, "retracted publication") ||
                     authority::retracted_mark(record.item.title) > 0 ||
                     authority::retracted_mark(cited_title) > 0;
    bool concern = false;
    bool corrected = false;
    bool superseded = false;
    for (const auto& event : events) {
        switch (event.kind) {
            case EventKind::retraction:
                retracted = true;
                out.retracted_on = event.date;
                break;
            case EventKind::reinstatement:
                retracted = false;
                out.retracted_on.clear();
                corrected = true;
                break;
            case EventKind::concern:
                concern = true;
                break;
            case EventKind::correction:
                corrected = true;
                break;
            case EventKind::new_version:
                superseded = true;
                break;
        }
        auto text = sentence(event);
        if (std::ranges::find(out.notices, text) == out.notices.end()) {
            out.notices.push_back(std::move(text));
        }
    }
    out.status = retracted    ? Status::retracted
                 : concern    ? Status::concern
                 : corrected  ? Status::corrected
                 : superseded ? Status::superseded
                              : Status::current;
    if (retracted && out.notices.empty()) {
        out.notices.emplace_back("The authority's record is marked as retracted.");
    }
    return out;
}

}  // namespace whereof::verify
