// SPDX-License-Identifier: MIT
#pragma once

#include "serve/page.hpp"

#include <string>

namespace whereof::serve {

// The pages. What each makes and shows: src/serve/routes.cpp names the path, page_<name>.cpp has the pair.

PageData overview_page(Visit& visit);
void write_overview(const PageData& page, const Visit& visit, std::string& out);

PageData search_page(Visit& visit);
void write_search(const PageData& page, const Visit& visit, std::string& out);

PageData articles_page(Visit& visit);
void write_articles(const PageData& page, const Visit& visit, std::string& out);

PageData article_page(Visit& visit);
void write_article(const PageData& page, const Visit& visit, std::string& out);

PageData claim_page(Visit& visit);
void write_claim(const PageData& page, const Visit& visit, std::string& out);

PageData reference_page(Visit& visit);
void write_reference(const PageData& page, const Visit& visit, std::string& out);

PageData work_page(Visit& visit);
void write_work(const PageData& page, const Visit& visit, std::string& out);

}  // namespace whereof::serve
