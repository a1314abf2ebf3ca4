// SPDX-License-Identifier: MIT
#include "field_cases.hpp"
#include "verify/compare.hpp"

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

bib::Item in(const char* container) {
    bib::Item out;
    out.container_title = container;
    return out;
}

TEST(CompareContainer, KnowsJournalsAndConferences) {
    constexpr FieldCase kCases[] = {
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
    expect_each(kCases,
                [](const char* cited, const char* found) { return compare_container(in(cited), in(found)); });
    expect_each(kCases,
                [](const char* cited, const char* found) { return compare_container(in(found), in(cited)); });
}

TEST(CompareContainer, WhereAWorkWasReadIsNoJournal) {
    constexpr FieldCase kCases[] = {
        {"PubMed", "Spine", Agreement::absent},
        {"PubMed Central (PMC)", "Spine", Agreement::absent},
        {"www.sciencedirect.com", "Spine", Agreement::absent},
        {"Taylor & Francis Online", "Disability and Rehabilitation", Agreement::absent},
        {"Spine", "PubMed", Agreement::different},
        {"Wiley", "Wiley", Agreement::same},
    };
    expect_each(kCases,
                [](const char* cited, const char* found) { return compare_container(in(cited), in(found)); });
}

}  // namespace
}  // namespace whereof::verify
