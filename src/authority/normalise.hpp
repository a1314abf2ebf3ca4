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

}  // namespace whereof::authority
