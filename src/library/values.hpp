// SPDX-License-Identifier: MIT
#pragma once

#include "article/article.hpp"
#include "bib/reference.hpp"
#include "finding/verdict.hpp"
#include "report/report.hpp"
#include "search/search.hpp"
#include "whereof.hpp"

#include <exception>
#include <new>
#include <string>
#include <vector>

namespace whereof::library {

/// The rooms' values as those of the library's header, and back.

Item given(const bib::Item& item);
Reference given(const bib::Reference& reference);
Verdict given(const finding::Verdict& verdict);
Hit given(const search::Hit& hit);
Problem given(const Error& error, std::string_view name);

CheckedArticle given(const report::CheckedArticle& checked);

/// What programs fill in may be written in any way: identifiers become canonical, pages expanded.
bib::Item taken(const Item& item);
bib::Reference taken(const Reference& reference);

/// What `act` gives; whatever it throws leaves the library as a Failure, but for memory that is used up.
template <typename Act>
auto guarded(Act act) {
    try {
        return act();
    } catch (const Failure&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        throw Failure(error.what());
    }
}

}  // namespace whereof::library
