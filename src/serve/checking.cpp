// SPDX-License-Identifier: MIT
#include "serve/checking.hpp"

#include <fmt/format.h>

namespace whereof::serve {

Error Deadline::error(std::size_t done) const {
    return {fmt::format("only {} citations could be checked in {} s: give fewer at once", done,
                        std::chrono::duration_cast<std::chrono::seconds>(patience_).count())};
}

Result<std::vector<finding::Verdict>> verdicts_on(const Desk& desk,
                                                  std::span<const article::ListedReference> references,
                                                  const Deadline& deadline) {
    verify::Verifier verifier(desk.authorities);
    const authority::Reading reading(desk.authorities);
    std::vector<finding::Verdict> out;
    for (const auto& listed : references) {
        if (deadline.is_over()) {
            return deadline.error(out.size());
        }
        out.push_back(verifier.check(listed.reference));
    }
    return out;
}

}  // namespace whereof::serve
