// SPDX-License-Identifier: MIT
#include "serve/pages.hpp"
#include "serve/site.hpp"

#include <array>

namespace whereof::serve {
namespace {

// A new page: one file page_<name>.cpp with its data and its HTML, and one row here.
constexpr std::array kRoutes{
    Route{"GET", "/", false, false, overview_page, write_overview},
    Route{"GET", "/search", true, false, search_page, write_search},
    Route{"GET", "/articles", true, false, articles_page, write_articles},
    Route{"GET", "/article/", true, false, article_page, write_article},
    Route{"GET", "/claim/", true, false, claim_page, write_claim},
    Route{"GET", "/reference/", true, false, reference_page, write_reference},
    Route{"GET", "/work/", true, false, work_page, write_work},
    Route{"GET", "/works", true, false, works_page, write_works},
    Route{"GET", "/conflicts", true, false, conflicts_page, write_conflicts},
    Route{"GET", "/export", true, false, export_page, nullptr},
    Route{"GET", "/check", false, false, check_form_page, write_check_form},
    Route{"POST", "/check", false, false, check_page, write_check},
    Route{"POST", "/accept", true, true, accept_page, nullptr},
    Route{"POST", "/withdraw", true, true, withdraw_page, nullptr},
};

}  // namespace

std::span<const Route> routes() noexcept { return kRoutes; }

}  // namespace whereof::serve
