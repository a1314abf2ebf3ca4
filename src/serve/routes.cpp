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
};

}  // namespace

std::span<const Route> routes() noexcept { return kRoutes; }

}  // namespace whereof::serve
