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
        {"J Orthop Sports Phys Ther", "The Journal of Orthopaedic and Sports Physical Therapy", Agreement::variant},
        {"CVPR", "2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", Agreement::variant},
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

TEST(ComparePublisher, AccusesOnlyBetweenKnownHouses) {
    constexpr Case kCases[] = {
        {"IEEE", "IEEE", Agreement::same},
        {"IEEE", "Institute of Electrical and Electronics Engineers (IEEE)", Agreement::variant},
        {"Academic Press", "Elsevier", Agreement::variant},
        {"Kluwer Academic Publishers", "Springer", Agreement::variant},
        {"Oxford University Press", "Association for Computational Linguistics", Agreement::different},
        {"Springer", "IEEE", Agreement::different},
        {"A Small Press", "Springer", Agreement::absent},
        {"", "Springer", Agreement::absent},
    };
    for (const auto& [cited, found, expected] : kCases) {
        SCOPED_TRACE(std::string(cited) + " / " + found);
        EXPECT_EQ(compare_publisher(cited, found).agreement, expected);
    }
}

TEST(ComparePlace, DiffersOnlyForConferences) {
    const auto at = [](const char* place, bib::ItemType type) {
        bib::Item out;
        out.publisher_place = place;
        out.type = type;
        return out;
    };
    const auto conference = bib::ItemType::paper_conference;
    EXPECT_EQ(compare_place(at("Toronto, Canada", conference), at("Toronto, Canada", conference)).agreement,
              Agreement::same);
    EXPECT_EQ(compare_place(at("Toronto", conference), at("Toronto, Canada", conference)).agreement,
              Agreement::variant);
    EXPECT_EQ(compare_place(at("London, UK", conference), at("Toronto, Canada", conference)).agreement,
              Agreement::different);
    EXPECT_EQ(compare_place(at("New York", bib::ItemType::book), at("Berlin", bib::ItemType::book)).agreement,
              Agreement::absent);
    EXPECT_EQ(compare_place(at("", conference), at("Toronto", conference)).agreement, Agreement::absent);
}

TEST(CompareDOI, KnowsVersionsAndPreprints) {
    constexpr Case kCases[] = {
        {"10.1186/s12891-024-07001-1", "10.1186/S12891-024-07001-1", Agreement::same},
        {"10.1002/14651858.cd001351.pub2", "10.1002/14651858.cd001351.pub3", Agreement::variant},
        {"10.48550/arxiv.2602.12135v1", "10.48550/arxiv.2602.12135", Agreement::variant},
        {"10.1101/2020.01.01.20000001", "10.1038/s41586-020-2012-7", Agreement::variant},
        {"10.7326/m16-2070", "10.7326/m16-2367", Agreement::different},
        {"", "10.7326/m16-2367", Agreement::absent},
        {"10.7326/m16-2367", "", Agreement::absent},
    };
    for (const auto& [cited, found, expected] : kCases) {
        SCOPED_TRACE(std::string(cited) + " / " + found);
        EXPECT_EQ(compare_DOI(cited, found).agreement, expected);
    }
}

TEST(CompareIdentifier, IsEqualOrNot) {
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "1").agreement, Agreement::same);
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "2").agreement, Agreement::different);
    EXPECT_EQ(compare_identifier(bib::Field::PMID, "1", "").agreement, Agreement::absent);
}

}  // namespace
}  // namespace whereof::verify
