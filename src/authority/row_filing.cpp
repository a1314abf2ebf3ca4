// SPDX-License-Identifier: MIT
#include "authority/row_filing.hpp"

#include "authority/index_words.hpp"

namespace whereof::authority {
namespace {

constexpr std::size_t kBatchesWaiting = 4;

}  // namespace

RowFiling::RowFiling(KeyRuns& runs)
    : runs_(runs), given_(kBatchesWaiting), done_(kBatchesWaiting), thread_([this] { work(); }) {}

RowFiling::~RowFiling() {
    given_.close();
    done_.close();
    thread_.join();
}

RowFiling::Filings RowFiling::take() {
    auto filings = done_.pop();
    if (!filings) {
        std::rethrow_exception(failure_);
    }
    return std::move(*filings);
}

void RowFiling::work() {
    try {
        while (auto rows = given_.pop()) {
            Filings filings;
            filings.reserve(rows->size());
            for (const SayReader::Row& row : *rows) {
                auto& [id, filing] = filings.emplace_back(row.id, filing_of(row.say, journal_of(row)));
                for (const auto& [key, role] : filing.keys) {
                    runs_.add({key, id, role});
                }
            }
            done_.push(std::move(filings));
        }
    } catch (...) {
        failure_ = std::current_exception();
        given_.close();
    }
    done_.close();
}

const std::string& RowFiling::journal_of(const SayReader::Row& row) {
    constexpr std::size_t kMostKept = 500'000;
    if (journals_.size() > kMostKept) {
        journals_.clear();
    }
    const auto [at, fresh] = journals_.try_emplace(row.container);
    if (fresh && row.container != 0) {
        at->second = journal_fact(row.say.item);
    }
    return at->second;
}

}  // namespace whereof::authority
