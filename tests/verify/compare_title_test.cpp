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

constexpr Case kCases[] = {
    {"Low back pain", "Low back pain.", Agreement::same},
    {"Low-Back Pain", "low back pain", Agreement::same},
    {"<i>In vivo</i> imaging of mice &amp; men", "In vivo imaging of mice & men", Agreement::same},
    {"RETRACTED: Ileal hyperplasia in children", "Ileal hyperplasia in children", Agreement::same},
    {"Endoskopische Sphinkterotomie der Papilla Vateri",
     "[Endoskopische Sphinkterotomie der Papilla Vateri].", Agreement::same},
    {"Endoskopische Sphinkterotomie der Papilla Vateri [German]",
     "Endoskopische Sphinkterotomie der Papilla Vateri", Agreement::same},
    {"[Rates with (2)H2O and [2-(13)C]glycerol]", "Rates with (2)H2O and [2-(13)C]glycerol", Agreement::same},
    {"Management of edema in randomized trials", "Management of oedema in randomised trials",
     Agreement::variant},
    {"Fiber and colorectal tumor", "Fibre and colorectal tumour", Agreement::variant},
    {"Prevention and treatment of low back pain",
     "Prevention and treatment of low back pain: evidence, challenges, and promising directions",
     Agreement::variant},
    {"Particle therapy toxicity outcomes: a systematic review", "Particle therapy toxicity outcomes",
     Agreement::variant},
    {"Variation in the content of curcuminoids",
     "Studies on curcumin. Variation in the content of curcuminoids", Agreement::variant},
    {"Does Irno Deficiency Affect the Heart in Children?",
     "Does Iron Deficiency Affect the Heart in Children?", Agreement::variant},
    {"Effect of the exercise on pain", "Effect of exercise on pain", Agreement::variant},
    {"Back ground noise and hearing of children", "Background noise and hearing of children",
     Agreement::same},
    // one content word exchanged: another title, however near
    {"Aggregating binary judgments new by accuracy", "Aggregating binary judgments ranked by accuracy",
     Agreement::different},
    {"Effects of hypotension on the outcome", "Effects of hypertension on the outcome", Agreement::different},
    {"Studies of the knee, part 1", "Studies of the knee, part 2", Agreement::different},
    {"A phase 2 trial of aspirin", "A phase 3 trial of aspirin", Agreement::different},
    {"Falls in Parkinson's disease", "Prospective assessment of falls in Parkinson's disease",
     Agreement::different},
    {"Autologe Chondrozytentransplantation", "stretch italian", Agreement::different},
    // symbols and numbers: one value, many forms
    {"Loss of beta-cell mass in type 2 diabetes", "Loss of β-cell mass in type 2 diabetes",
     Agreement::variant},
    {"TNF-alpha blockade in sciatica", "TNFα blockade in sciatica", Agreement::variant},
    {"TNFa blockade in sciatica", "TNFα blockade in sciatica", Agreement::variant},
    {"IL-1b and IL-6 in discs", "IL-1β and IL-6 in discs", Agreement::variant},
    {"TGF-ß1 in tendon repair of rats", "TGF-β1 in tendon repair of rats", Agreement::same},
    {"Integrin a11b1 is a receptor for collagen XIII", "Integrin α11β1 is a receptor for collagen XIII",
     Agreement::variant},
    {"a-Terpineol in wound repair", "α-Terpineol in wound repair", Agreement::variant},
    {"ug doses of D-Lactate", "µg doses of D-Lactate", Agreement::variant},
    {"Activation of PPAR- by fatty acids", "Activation of PPAR-γ by fatty acids", Agreement::variant},
    {"TGF1 in tendon repair of rats", "TGFβ1 in tendon repair of rats", Agreement::variant},
    {"Interferon alpha in hepatitis", "Interferon β in hepatitis", Agreement::different},
    {"Interferon-α in hepatitis", "Interferon-β in hepatitis", Agreement::different},
    {"A phase 2 trial of aspirin", "A phase II trial of aspirin", Agreement::variant},
    {"A phase 1/2 trial of aspirin", "A phase I/II trial of aspirin", Agreement::variant},
    {"Grade 3 and 4 sprains", "Grade III and IV sprains", Agreement::variant},
    {"Studies of the knee, part 1", "Studies of the knee, part I", Agreement::variant},
    {"Factor 8 inhibitors", "Factor VIII inhibitors", Agreement::variant},
    {"A phase II trial of aspirin", "A phase III trial of aspirin", Agreement::different},
    {"Studies of the knee, part 1", "Studies of the knee, part II", Agreement::different},
    {"A 2-year follow-up of fusion", "A two-year follow-up of fusion", Agreement::variant},
    {"A three-year follow-up of fusion", "A 2-year follow-up of fusion", Agreement::different},
    // '&'
    {"Diagnosis & treatment & prevention of pain", "Diagnosis and treatment and prevention of pain",
     Agreement::same},
    {"Diagnostik & Therapie & Prognose", "Diagnostik und Therapie und Prognose", Agreement::variant},
    // another word is no slip
    {"Imaging of asymptomatic adults", "Imaging of symptomatic adults", Agreement::different},
    {"Fluoxetine in chronic pain", "Duloxetine in chronic pain", Agreement::different},
    {"Hip abduction strength in runners", "Hip adduction strength in runners", Agreement::different},
    {"Preoperative education before fusion", "Perioperative education before fusion", Agreement::different},
    {"Hypercapnia in sleeping infants", "Hypocapnia in sleeping infants", Agreement::different},
    // a slip is a word that nobody else uses, or the same word bent
    {"Imaging of symptomatc adults", "Imaging of symptomatic adults", Agreement::variant},
    {"A controlled trail of aspirin in back pain", "A controlled trial of aspirin in back pain",
     Agreement::variant},
    {"Carisoprodol as a drug fo abuse", "Carisoprodol as a drug of abuse", Agreement::variant},
    {"Te views of medical students on teaching", "The views of medical students on teaching",
     Agreement::variant},
    {"Responses of T cells to surgical trauma", "Responses of B cells to surgical trauma",
     Agreement::different},
    {"Lumbar disk herniation in athletes", "Lumbar disc herniation in athletes", Agreement::variant},
    {"Screening women with back pain", "Screening woman with back pain", Agreement::variant},
    {"Risk factor for stroke in adults", "Risk factors for stroke in adults", Agreement::variant},
    // a cut that is owned up to
    {"Effectiveness of a nurse delivered home…",
     "Effectiveness of a nurse delivered home exercise programme to prevent falls", Agreement::variant},
    {"Effectiveness of a nurse delivered home exer...",
     "Effectiveness of a nurse delivered home exercise programme to prevent falls", Agreement::variant},
    {"Effectiveness of a nurse delivered home [...]",
     "Effectiveness of a nurse delivered home exercise programme to prevent falls", Agreement::variant},
    {"Effectiveness of a nurse delivered hospital…",
     "Effectiveness of a nurse delivered home exercise programme to prevent falls", Agreement::different},
    {"Effectiveness of a …", "Effectiveness of a nurse delivered home exercise programme to prevent falls",
     Agreement::different},
    {"Effectiveness of a nurse delivered home",
     "Effectiveness of a nurse delivered home exercise programme to prevent falls", Agreement::different},
    {"", "Low back pain", Agreement::absent},
    {"Low back pain", "", Agreement::absent},
    {"!!!", "Low back pain", Agreement::absent},
};

TEST(CompareTitle, KnowsWhatIsTheSameTitle) {
    for (const auto& [cited, found, expected] : kCases) {
        SCOPED_TRACE(std::string(cited) + " / " + found);
        EXPECT_EQ(compare_title(cited, found).agreement, expected);
    }
}

TEST(CompareTitle, IsSymmetricInWhetherTheTitlesAgree) {
    for (const auto& [cited, found, expected] : kCases) {
        SCOPED_TRACE(std::string(cited) + " / " + found);
        EXPECT_EQ(compare_title(found, cited).agreement, expected);
    }
}

TEST(CompareTitle, SaysHowNearADifferentTitleIs) {
    const auto near = compare_title("Aggregating binary judgments new by accuracy",
                                    "Aggregating binary judgments ranked by accuracy");
    const auto far = compare_title("Aggregating binary judgments", "Management of low back pain");
    EXPECT_GT(near.closeness, 0.6);
    EXPECT_EQ(far.closeness, 0.0);
}

TEST(CompareTitle, BearsHostileInput) {
    const std::string longest(200'000, 'a');
    std::string many;
    for (int i = 0; i < 50'000; ++i) {
        many += "word" + std::to_string(i) + " ";
    }
    EXPECT_EQ(compare_title(longest, "a").agreement, Agreement::different);
    EXPECT_EQ(compare_title(many, "some words of a title").agreement, Agreement::different);
    EXPECT_EQ(compare_title("<<<<&&&&;;;[[[(((", "a title").agreement, Agreement::absent);
    EXPECT_EQ(compare_title("\xff\xfe bad \xc3", "a title").agreement, Agreement::different);
}

}  // namespace
}  // namespace whereof::verify
