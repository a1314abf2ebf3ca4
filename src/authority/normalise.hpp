// SPDX-License-Identifier: MIT
#pragma once

#include "authority/say.hpp"

#include <string>

namespace whereof::authority {

/// Takes out of a record what says nothing of the work, and notes it in `flags`: tags and entities, capitals,
/// the brackets of a translated title, numbers of namesakes, "on behalf of", "et al." among the authors,
/// "RETRACTED:" before the title, "Abstract" before the abstract, given and family name the wrong way round,
/// white space. normalise twice is normalise once.
void normalise(Say& say);

/// The abstract's part of it. Of markup in it no flag tells: a row is the same with an abstract and without.
void normalise_abstract(std::string& abstract);

}  // namespace whereof::authority
