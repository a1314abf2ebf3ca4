// SPDX-License-Identifier: MIT
#include "cli/command_doctor.hpp"

#include "base/embedded.hpp"
#include "base/io.hpp"
#include "base/version.hpp"
#include "cli/authorities.hpp"
#include "cli/paths.hpp"
#include "sqlite/database.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr long kOldAfterDays = 90;

/// Days from an ISO 8601 date to today, UTC; absent for what is none.
std::optional<long> days_since(const std::string& date) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (std::sscanf(date.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) {
        return std::nullopt;
    }
    const std::chrono::year_month_day then{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!then.ok()) {
        return std::nullopt;
    }
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<long>((today - std::chrono::sys_days(then)).count());
}

/// Where PATH has a program of that name; empty when nowhere.
std::string find_program(const Context& context, std::string_view name) {
    const std::string path = context.environment("PATH").value_or("");
    for (std::string_view rest = path; !rest.empty();) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const auto candidate = std::filesystem::path(rest.substr(0, end)) / name;
        rest.remove_prefix(std::min(end + 1, rest.size()));
        std::error_code none;
        const auto status = std::filesystem::status(candidate, none);
        if (std::filesystem::is_regular_file(status) &&
            (status.permissions() & std::filesystem::perms::others_exec) != std::filesystem::perms::none) {
            return candidate.string();
        }
    }
    return {};
}

class DoctorInvocation final : public Invocation {
  public:
    void declare(Arguments& arguments) override {
        arguments.option("--db", db_, "FILE", "The store");
        arguments.option("--authority", authorities_, "FILE", "An index to look at; may be repeated");
    }

    int run(Context& context) override {
        context.out << "whereof " << kVersion << '\n';
        for (const auto& file : embedded_files()) {
            context.out << fmt::format("  {:<44} {:>9} bytes  sha256 {}\n", file.name, file.bytes.size(),
                                       file.sha256.substr(0, 16));
        }
        name_programs(context);
        const bool store_good = check_store(context);
        const bool authorities_good = check_authorities(context);
        return store_good && authorities_good ? kDone : kFound;
    }

  private:
    /// Other programs that whereof runs where they are there; nothing is wrong without them.
    static void name_programs(Context& context) {
        struct Program {
            const char* name;
            const char* install;
            const char* purpose;
        };
        constexpr Program kPrograms[] = {
            {"pandoc", "apt install pandoc citation-style-language-styles, or brew install pandoc",
             "reference lists in any CSL style (export --style)"},
            {"pdftotext", "apt install poppler-utils, or brew install poppler", "articles in PDF"},
        };
        for (const auto& [name, install, purpose] : kPrograms) {
            const auto path = find_program(context, name);
            context.out << (path.empty()
                                ? fmt::format("{}: missing, needed for {}: {}\n", name, purpose, install)
                                : fmt::format("{}: {}\n", name, path));
        }
    }

    bool check_store(Context& context) {
        const auto path = store_path(context, db_);
        if (!std::filesystem::exists(path)) {
            context.out << fmt::format("store: none yet at {}\n", path.string());
            return true;
        }
        const auto store = store::open_store(path);
        const auto faults = store->check_integrity();
        context.out << fmt::format("store: {}, {} articles, {}\n", path.string(), store->articles().size(),
                                   faults.empty() ? "whole" : "damaged");
        for (const auto& fault : faults) {
            context.out << "  " << fault << '\n';
        }
        if (!faults.empty()) {
            context.err << "whereof doctor: the store is damaged; read the articles again with whereof add\n";
        }
        return faults.empty();
    }

    bool check_authorities(Context& context) {
        for (const auto& info : Authorities(context, authorities_).infos()) {
            context.out << fmt::format("authority: {}, {} records, {} editorial events, newest import {}{}\n",
                                       info.name, info.records, info.events,
                                       info.date.empty() ? "unknown" : info.date,
                                       info.sample ? " (the sample that comes with whereof)" : "");
            const auto age = days_since(info.date);
            if (!info.sample && age && *age > kOldAfterDays) {
                context.err << fmt::format(
                    "whereof doctor: {} is {} days old and knows no newer work or retraction: import newer "
                    "files "
                    "(whereof authority import)\n",
                    info.name, *age);
            }
        }
        return true;
    }

    std::string db_;
    std::vector<std::string> authorities_;
};

}  // namespace

std::unique_ptr<Invocation> make_doctor() { return std::make_unique<DoctorInvocation>(); }

}  // namespace whereof::cli
