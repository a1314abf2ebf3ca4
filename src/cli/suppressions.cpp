// SPDX-License-Identifier: MIT
#include "cli/suppressions.hpp"

#include "base/digest.hpp"
#include "base/io.hpp"
#include "cli/failure.hpp"
#include "cli/paths.hpp"
#include "report/issues.hpp"

#include <filesystem>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

namespace whereof::cli {
namespace {

constexpr std::size_t kLargestBaseline = std::size_t{1} << 30U;

}  // namespace

void Suppressions::take_baseline(const std::string& file) {
    std::error_code error;
    if (const auto status = std::filesystem::status(file, error); !std::filesystem::is_regular_file(status)) {
        const bool is_folder = std::filesystem::is_directory(status);
        throw Refusal({fmt::format("--baseline {}: expected a file with an earlier report, found {}", file,
                                   is_folder                         ? "a folder"
                                   : std::filesystem::exists(status) ? "a device or pipe"
                                                                     : "none"),
                       file,
                       "write one with whereof check --format json -o FILE, or leave --baseline out while "
                       "there is none"});
    }
    auto baseline = report::read_baseline(read_file(file, kLargestBaseline));
    if (!baseline) {
        throw Refusal({fmt::format("--baseline {}: {}", file, baseline.error().what), file, {}});
    }
    baseline_ = std::move(*baseline);
    if (baseline_.lacks_findings()) {
        faults_.push_back(
            fmt::format("--baseline {} has lines on references only, so findings on the text are "
                        "told anew: write it with --format json, or ndjson --what findings",
                        file));
    }
}

void Suppressions::take_acceptances(store::Store& store) {
    for (store::Acceptance& one : store.acceptances()) {
        accepted_[report::fingerprint_of(one.rule, one.fingerprint)] = std::move(one.reason);
    }
}

void Suppressions::take_acceptances(const Context& context, const std::string& db_option) {
    const auto path = store_path(context, db_option);
    if (!std::filesystem::exists(path)) {
        faults_.push_back(
            fmt::format("there is no store at {}: nothing is known to be accepted", path.string()));
        return;
    }
    take_acceptances(*store::open_store_to_read(path));
}

void Suppressions::take_comments(const std::string& path, std::string_view bytes) {
    std::vector<Error> faults;
    auto comments = report::read_ignore_comments(bytes, faults);
    for (const Error& fault : faults) {
        faults_.push_back(fmt::format("{}: {}", path, fault.what));
    }
    if (!comments.empty()) {
        comments_[path] = std::move(comments);
    }
}

void Suppressions::take_comments_of_file(const std::string& path, const std::string& sha256,
                                         std::size_t max_bytes) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        changed_.push_back(path);
        return;
    }
    try {
        const std::string bytes = read_file(path, max_bytes);
        if (sha256_hex(bytes) == sha256) {
            take_comments(path, bytes);
        } else {
            changed_.push_back(path);
        }
    } catch (const IoError& unreadable) {
        faults_.push_back(fmt::format("{}: its comments were not read: {}", path, unreadable.what()));
    }
}

void Suppressions::apply(report::CheckedArticle& checked) const {
    if (const auto found = comments_.find(checked.path); found != comments_.end()) {
        report::apply_ignore_comments(found->second, checked);
    }
    report::apply_accepted(accepted_, checked);
    if (!baseline_.empty()) {
        baseline_.apply(checked);
    }
}

void Suppressions::print(Context& context) const {
    for (const std::string& fault : faults_) {
        context.err << "whereof check: " << report::terminal_safe(fault) << '\n';
    }
    if (!changed_.empty()) {
        context.err << report::terminal_safe(fmt::format(
                           "whereof check: whereof:ignore comments count only while the file is the one that "
                           "was added; not read: {}{}",
                           changed_.front(),
                           changed_.size() > 1 ? fmt::format(" and {} more", changed_.size() - 1) : ""))
                    << '\n';
    }
}

}  // namespace whereof::cli
