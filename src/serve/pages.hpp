// SPDX-License-Identifier: MIT
#pragma once

#include "serve/given_articles.hpp"
#include "serve/page.hpp"

#include <string>
#include <string_view>

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

PageData works_page(Visit& visit);
void write_works(const PageData& page, const Visit& visit, std::string& out);

PageData conflicts_page(Visit& visit);
void write_conflicts(const PageData& page, const Visit& visit, std::string& out);

PageData check_form_page(Visit& visit);
void write_check_form(const PageData& page, const Visit& visit, std::string& out);
PageData check_page(Visit& visit);
void write_check(const PageData& page, const Visit& visit, std::string& out);

inline constexpr std::string_view kAddedFormat = "whereof-added-1";
/// Puts what was read into the store, with the abstracts of sources that an authority keeps, all of it or
/// nothing: below "dropped/", each under a name of its own.
/// Leads to the page of an article that is the only one and new; otherwise tells what became of each, and
/// what was skipped.
PageData added_page(Visit& visit, GivenArticles given);
void write_added(const PageData& page, std::string& out);

// These show nothing themselves: they give a file, or change the store and lead back.
PageData export_page(Visit& visit);
PageData accept_page(Visit& visit);
PageData withdraw_page(Visit& visit);

}  // namespace whereof::serve
