// SPDX-License-Identifier: MIT
#include "verify/compare.hpp"

#include <string>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

struct Case {
    const char* cited;
    const char* found;
    Agreement expected;
};

bib::Item in(const char* container) {
    bib::Item out;
    out.container_title = container;
    return out;
}

TEST(CompareContainer, KnowsJournalsAndConferences) {
    constexpr Case kCases[] = {
        {"BMC Musculoskeletal Disorders", "BMC musculoskeletal disorders", Agreement::same},
        {"BMC Musculoskelet Disord", "BMC Musculoskeletal Disorders", Agreement::variant},
        {"J Orthop Sports Phys Ther", "The Journal of Orthopaedic and Sports Physical Therapy",
         Agreement::variant},
        {"CVPR", "2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",
         Agreement::variant},
        {"EMNLP", "Proceedings of the 2021 Conference on Empirical Methods in Natural Language Processing",
         Agreement::variant},
        {"Proc. AAAI Conference on Artificial Intelligence",
         "Proceedings of the AAAI Conference on Artificial Intelligence", Agreement::variant},
        {"NIPS", "NeurIPS", Agreement::variant},
        {"Advances in Neural Information Processing Systems", "NeurIPS", Agreement::variant},
        {"ICML", "NeurIPS", Agreement::different},
        {"Symposium on Regularization Techniques", "ICML", Agreement::different},
        {"Spinal Cord", "European Journal of Endocrinology", Agreement::different},
        {"Pain Medicine", "Pain", Agreement::different},
        {"", "Pain", Agreement::absent},
        {"Pain", "", Agreement::absent},
    };
    for (const auto& [cited, found, expected] : kCases) {
        SCOPED_TRACE(std::string(cited) + " / " + found);
        EXPECT_EQ(compare_container(in(cited), in(found)).agreement, expected);
        EXPECT_EQ(compare_container(in(found), in(cited)).agreement, expected);
    }
}

}  // namespace
}  // namespace whereof::verify
