// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.hpp"
#include "serve/page_address.hpp"
#include "serve/tools.hpp"
#include "store/store.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace whereof::serve {

/// What a browser asks, as far as a page may know of it.
struct PageRequest {
    std::string method;  ///< "GET"
    std::string target;  ///< as sent: "/search?q=bed%20rest"
    std::string host;    ///< the headers Host, Origin, Sec-Fetch-Site and Content-Type; empty when absent
    std::string origin;
    std::string fetch_site;
    std::string content_type;
    std::string body;  ///< of a POST
};

struct PageReply {
    int status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// What a page is made with, by one thread at a time.
struct PageDesk {
    Desk desk;                                       ///< its open_store is for tools
    std::unique_ptr<store::Store> store;             ///< nullptr: there is none yet
    std::shared_ptr<void> keeps;                     ///< what `desk` points to
    std::chrono::steady_clock::time_point opened{};  ///< the site fills it in
};

class SurveyKeeper;

/// All that a page may use.
struct Visit {
    const Parameters& parameters;
    std::string_view name;  ///< what follows the route's pattern, decoded: "draft.md"
    const PageRequest& request;
    PageDesk& desk;
    SurveyKeeper& surveys;
    bool may_edit = false;
    std::string_view version{};  ///< of the program
    /// The store; only where the route needs one.
    [[nodiscard]] store::Store& store() const { return *desk.store; }
    /// Verdicts on its references. What is looked up for a page is not kept.
    [[nodiscard]] StoredJudge judge() const {
        return {*desk.store, desk.desk.authorities, desk.desk.authority_state, Keeping::nothing};
    }
};

/// What a page shows, before it is told in a form.
struct PageData {
    int status = 200;
    std::string title;
    std::shared_ptr<const nlohmann::ordered_json> json;  ///< the JSON twin; HTML is made of the same
    std::vector<report::CheckedArticle> checked{};       ///< articles that are shown with their text
    std::vector<Error> skipped{};                        ///< what could not be read of them
    bool has_twin = true;                                ///< the same address gives it as JSON
    bool has_more = false;                               ///< of a list that goes on on a next page
    std::string location{};                              ///< where to go instead
    std::string file_name{};                             ///< of a download, whose bytes are `file`
    std::string file_type{};
    std::string file{};
};

/// A page that says what is wrong, and what to do about it.
PageData failed(int status, std::string what, std::string next_step);
/// What a page threw, as such a page; no statement of SQL is in it. Call it in a catch block only.
PageData current_failure();

/// One kind of page. Data first: both forms are made of what `data` gives.
struct Route {
    std::string_view method;
    std::string_view
        pattern;  ///< the path; one that ends in '/' goes before a name ("/article/" + "draft.md")
    bool needs_store = false;
    bool edits = false;  ///< only where editing is allowed
    PageData (*data)(Visit& visit);
    /// What goes into <main>; nullptr for routes that only give files or lead elsewhere.
    void (*html)(const PageData& page, const Visit& visit, std::string& out);
};

}  // namespace whereof::serve
