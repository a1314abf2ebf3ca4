// SPDX-License-Identifier: MIT
#include "serve/page.hpp"
#include "sqlite/database.hpp"
#include "sqlite/migrations.hpp"

#include <exception>
#include <new>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace whereof::serve {
namespace {

constexpr const char* kDoctor = "whereof doctor looks for what is broken.";

/// What SQLite says, for people.
PageData failure_of_database(const sqlite::DbError& error) {
    using sqlite::DbCause;
    switch (error.cause()) {
        case DbCause::stated:
            return failed(500, error.what(), kDoctor);
        case DbCause::busy:
            return failed(500, "Another whereof is writing to the store.", "Wait and try again.");
        case DbCause::read_only:
            return failed(500, "The store is read-only: its file or folder may not be written to.",
                          "Make it writable, or start whereof serve with another --db.");
        case DbCause::disk:
            return failed(500, "The disk is full or broken.", "Free some space and try again.");
        case DbCause::damaged:
        case DbCause::cannot_open:
        case DbCause::other:
            break;
    }
    return failed(500, fmt::format("The store or an index cannot be read (SQLite's code {}).", error.code()),
                  kDoctor);
}

}  // namespace

PageData failed(int status, std::string what, std::string next_step) {
    PageData out;
    out.status = status;
    out.has_twin = false;
    out.title = status == 404 ? "Not found" : status >= 500 ? "Something is broken" : "That cannot be done";
    out.json = std::make_shared<const nlohmann::ordered_json>(nlohmann::ordered_json{
        {"error", {{"what", std::move(what)}, {"where", ""}, {"next_step", std::move(next_step)}}}});
    return out;
}

PageData current_failure() {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return failed(500, "Out of memory.", "Ask for less at once.");
    } catch (const sqlite::SchemaError& failure) {
        return failed(500, failure.what(), kDoctor);
    } catch (const sqlite::DbError& failure) {
        return failure_of_database(failure);
    } catch (const std::exception& failure) {
        return failed(500, failure.what(), kDoctor);
    }
}

}  // namespace whereof::serve
