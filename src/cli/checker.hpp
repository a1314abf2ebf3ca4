// SPDX-License-Identifier: MIT
#pragma once

#include "cli/asking.hpp"
#include "cli/command.hpp"
#include "cli/online_session.hpp"
#include "cli/progress.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace whereof::cli {

/// Asks the authorities of one run of check: the local indexes in several threads, the services of the
/// network too where they are wanted, all at once. Shows how far it is.
class Checker {
  public:
    /// `jobs`: how many citations are checked at once, 0 for as many as there are processors. `context`,
    /// `authorities` and `online` outlive it.
    Checker(Context& context, const std::vector<std::string>& authorities, std::size_t jobs,
            const OnlineOptions& online, bool quiet);

    /// In order.
    std::vector<finding::Verdict> verdicts_on(std::span<const bib::Reference* const> references);
    /// Fills the verdicts of every article.
    void fill_verdicts(std::vector<report::CheckedArticle>& checked);

    /// The authorities that are asked, as reports name them.
    [[nodiscard]] std::vector<authority::AuthorityInfo> infos() const;
    /// A digest of what the local ones hold.
    [[nodiscard]] std::string state() const { return askings_.front()->authorities.state(); }
    [[nodiscard]] const Askings& askings() const noexcept { return askings_; }
    /// nullptr when the network is not to be asked.
    [[nodiscard]] OnlineSession* session() const noexcept { return session_.get(); }
    [[nodiscard]] Progress& progress() noexcept { return progress_; }

  private:
    std::unique_ptr<OnlineSession> session_;  ///< askings_ uses it
    Askings askings_;
    Progress progress_;
};

/// The references of an article's list, in order.
std::vector<const bib::Reference*> references_of(const article::Article& article);

}  // namespace whereof::cli
