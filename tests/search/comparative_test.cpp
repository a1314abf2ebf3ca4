// SPDX-License-Identifier: MIT
#include "search/comparative.hpp"

#include "search/search.hpp"
#include "support/data.hpp"

#include <map>
#include <string>

#include <gtest/gtest.h>

namespace whereof::search {
namespace {

using claim::Direction;

TEST(ReadComparative, RecognisesTwoSides) {
    struct Case {
        const char* query;
        const char* first;
        const char* second;
        Direction asked;
    };
    constexpr Case kCases[] = {
        {"early PT beats delayed PT", "early PT", "delayed PT", Direction::favours_first},
        {"graded activity vs bed rest", "graded activity", "bed rest", Direction::none},
        {"Graded activity versus bed rest: return to work", "Graded activity", "bed rest", Direction::none},
        {"is yoga better than stretching?", "yoga", "stretching", Direction::favours_first},
        {"does starting physical therapy early help more than waiting", "starting physical therapy early",
         "waiting", Direction::favours_first},
        {"surgery is worse than exercise", "surgery", "exercise", Direction::favours_second},
        {"which is better, heat or ice", "heat", "ice", Direction::none},
        {"acupuncture compared with sham year:2019..2023", "acupuncture", "sham", Direction::none},
        {"\"manual therapy\" vs \"usual care\"", "manual therapy", "usual care", Direction::none},
        {"ibuprofen no better than placebo", "ibuprofen", "placebo", Direction::none},
        {"statins vs placebo NOT muscle", "statins", "placebo", Direction::none},
        {"statins vs placebo AND muscle", "statins", "placebo", Direction::none},
        {"statins vs placebo -muscle", "statins", "placebo", Direction::none},
        {"statins vs placebo -\"muscle pain\"", "statins", "placebo", Direction::none},
        {"statins vs placebo year:2020 muscle", "statins", "placebo", Direction::none},
        {"NOT muscle statins vs placebo", "statins", "placebo", Direction::none},
        {"author:\"van Dam\" yoga beats rest", "yoga", "rest", Direction::favours_first},
        {"metformin vs insulin for mortality", "metformin", "insulin", Direction::none},
        {"yoga vs rest in adults", "yoga", "rest", Direction::none},
        {"surgery vs no surgery", "surgery", "no surgery", Direction::none},
        {"acupuncture vs sham acupuncture", "acupuncture", "sham acupuncture", Direction::none},
        {"exercise plus manual therapy vs exercise", "exercise plus manual therapy", "exercise",
         Direction::none},
        {"budesonide with formoterol vs budesonide", "budesonide with formoterol", "budesonide",
         Direction::none},
        {"which is safer, heat or ice", "heat", "ice", Direction::none},
        {"heat or ice, which is better?", "heat", "ice", Direction::none},
        {"metformin against insulin for mortality", "metformin", "insulin", Direction::none},
        {"should I take aspirin rather than warfarin", "aspirin", "warfarin", Direction::none},
    };
    for (const auto& [query, first, second, asked] : kCases) {
        const auto found = read_comparative(query);
        ASSERT_TRUE(found) << query;
        EXPECT_EQ(found->first, first) << query;
        EXPECT_EQ(found->second, second) << query;
        EXPECT_EQ(claim::name(found->asked), claim::name(asked)) << query;
    }
    EXPECT_EQ(read_comparative("Graded activity versus bed rest: return to work")->outcome, "return to work");
    EXPECT_EQ(read_comparative("metformin vs insulin for mortality")->outcome, "mortality");
    EXPECT_EQ(read_comparative("heat vs ice for knee pain")->outcome, "knee pain");
    EXPECT_EQ(read_comparative("yoga vs rest in adults")->outcome, "");
    EXPECT_EQ(read_comparative("metformin vs insulin mortality")->outcome, "");
}

TEST(ReadComparative, LeavesOtherQueriesAlone) {
    for (const char* query :
         {"back pain", "MRI before physical therapy", "pain after more than 12 weeks", "", "vs", "than",
          "PT vs PT", "what is better", "lower back pain", "verdict:retracted", "early PT vs PT",
          "vaccines against measles for children"}) {
        EXPECT_FALSE(read_comparative(query)) << query;
    }
    EXPECT_FALSE(read_comparative(std::string(100'000, 'x') + " vs y"));
    EXPECT_TRUE(has_sides_alike("early PT vs PT"));
    EXPECT_FALSE(has_sides_alike("surgery vs no surgery"));
    EXPECT_FALSE(has_sides_alike("back pain"));
}

article::Article sample() {
    article::Article out;
    out.title = "Care for back pain";
    out.sections = {{"", 0}};
    for (const std::string text : {
             "Physical therapy (PT) started within two weeks gave less pain than waiting.",
             "In one trial delayed PT was better than early PT for cost.",
             "Early PT and delayed PT did not differ in disability.",
             "Early PT versus delayed PT was studied in three trials.",
             "Early PT is common in cities.",
         }) {
        article::Claim claim;
        claim.sentence = static_cast<std::uint32_t>(out.sentences.size());
        claim.text = text;
        claim.cited = true;
        const std::size_t begin = out.text.size();
        out.text += text;
        out.sentences.push_back({{begin, out.text.size()}, 0, article::BlockKind::paragraph});
        out.text += "\n\n";
        out.claims.push_back(claim);
    }
    return out;
}

std::map<std::string, Stance> stances(store::Store& store, std::string_view query) {
    std::map<std::string, Stance> out;
    const auto hits = search(store, query, Options());
    for (const Hit& hit : *hits) {
        out[hit.text.substr(0, 20)] = hit.comparison ? hit.comparison->stance : Stance::unrelated;
    }
    return out;
}

TEST(ComparativeSearch, GroupsClaimsByWhatTheySay) {
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    store->put_article("a.txt", "1", sample());
    const auto forth = stances(*store, "early PT beats delayed PT");
    EXPECT_EQ(forth.at("Physical therapy (PT"), Stance::agrees);
    EXPECT_EQ(forth.at("In one trial delayed"), Stance::disagrees);
    EXPECT_EQ(forth.at("Early PT and delayed"), Stance::no_direction);
    EXPECT_EQ(forth.at("Early PT versus dela"), Stance::no_direction);
    EXPECT_EQ(forth.at("Early PT is common i"), Stance::unrelated);
    const auto question = stances(*store, "does starting physical therapy early help more than waiting");
    EXPECT_EQ(question.at("Physical therapy (PT"), Stance::agrees);
}

TEST(ComparativeReader, WithholdsWhatTheClaimDoesNotSay) {
    struct Case {
        const char* query;
        const char* claim;
        const char* context;
        Stance stance;
    };
    constexpr Case kCases[] = {
        {"early PT beats delayed PT", "Early antibiotics were better than delayed antibiotics.", "Sepsis",
         Stance::unrelated},
        {"early PT beats delayed PT", "Delayed surgery was better than early surgery.", "",
         Stance::unrelated},
        {"early PT beats delayed PT", "Starting early was better than a delayed start.", "PT for backs",
         Stance::agrees},
        {"early PT beats delayed PT", "Early PT was better than delayed PT.", "", Stance::agrees},
        {"high-dose vitamin D vs low-dose vitamin D", "High-dose aspirin was worse than low-dose aspirin.",
         "", Stance::unrelated},
        {"high-dose vitamin D vs low-dose vitamin D",
         "High-dose vitamin D was worse than low-dose vitamin D.", "", Stance::disagrees},
        {"is aspirin better than placebo",
         "Guidelines recommend against the use of aspirin because of the superior efficacy of warfarin.", "",
         Stance::unrelated},
        {"statins vs placebo", "More recently, with statin treatment, cholesterol was reduced.", "",
         Stance::unrelated},
        {"statins vs placebo", "Statins lowered mortality compared with placebo.", "", Stance::agrees},
        {"statins vs placebo", "Mortality was lower with statins than in the control group.", "",
         Stance::agrees},
        {"steroid injection vs saline injection", "Botulinum injection was better than saline injection.", "",
         Stance::unrelated},
        {"steroid injection vs saline injection", "Steroid injection eased pain more than saline injection.",
         "", Stance::agrees},
        {"knee surgery vs exercise", "Cataract surgery improved vision more than exercise.", "",
         Stance::unrelated},
        {"yoga vs stretching", "Patients preferred stretching over yoga.", "", Stance::disagrees},
        {"placebo vs sertraline",
         "Escitalopram was better than sertraline, and both were better than placebo.", "",
         Stance::disagrees},
        {"heat vs tape", "Ice was worse than heat, and both were worse than tape.", "", Stance::disagrees},
        {"yoga vs pilates", "Yoga was better than rest and worse than Pilates.", "", Stance::disagrees},
        {"heat vs tape", "Heat was worse than ice and better than tape.", "", Stance::agrees},
        {"yoga vs rest", "Yoga was better than rest and worse than Pilates.", "", Stance::agrees},
        {"yoga vs pilates", "Yoga was better than rest, and Pilates was better than rest.", "",
         Stance::no_direction},
        {"heat vs tape", "Heat was better than ice, and tape was worse than ice.", "", Stance::no_direction},
        {"zopiclone vs CBT-I", "Zopiclone, not CBT-I, was the more effective treatment.", "", Stance::agrees},
        {"heat vs tape", "Tape, and not heat, was better.", "", Stance::disagrees},
        {"topiramate vs propranolol",
         "Patients given topiramate were more likely to stop treatment because of side effects than those "
         "given propranolol.",
         "", Stance::disagrees},
        {"statins vs control",
         "A 2019 meta-analysis of 28 trials including 186,854 participants found fewer vascular events with "
         "statins than with control.",
         "", Stance::agrees},
        {"yoga vs stretching", "Yoga, unlike stretching, improved function.", "", Stance::agrees},
        {"yoga vs stretching", "Exercise such as yoga and stretching reduced pain.", "",
         Stance::no_direction},
        {"yoga vs stretching", "We aimed to compare yoga with stretching.", "", Stance::no_direction},
        {"yoga vs stretching", "A sample of 120 gives 80 % power to tell yoga from stretching.", "",
         Stance::unrelated},
        {"yoga vs stretching", "At baseline the yoga and stretching groups did not differ.", "",
         Stance::unrelated},
    };
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    for (const auto& [query, claim, context, stance] : kCases) {
        const ComparativeReader reader(*read_comparative(query), store->index(), Synonyms::shipped());
        EXPECT_EQ(name(reader.read(claim, context).stance), name(stance)) << query << ": " << claim;
    }
}

TEST(ComparativeReader, TellsNestedSidesApart) {
    struct Case {
        const char* query;
        const char* claim;
        Stance stance;
    };
    constexpr Case kCases[] = {
        {"acupuncture vs sham acupuncture", "Acupuncture reduced pain more than sham acupuncture.",
         Stance::agrees},
        {"acupuncture vs sham acupuncture", "Sham acupuncture was better than acupuncture.",
         Stance::disagrees},
        {"sham acupuncture vs acupuncture", "Sham acupuncture was better than acupuncture.", Stance::agrees},
        {"acupuncture vs sham acupuncture", "Acupuncture was better than placebo acupuncture.",
         Stance::agrees},
        {"acupuncture vs sham acupuncture", "Acupuncture was better than massage.", Stance::unrelated},
        {"surgery vs no surgery", "Surgery was better than exercise.", Stance::unrelated},
        {"surgery vs no surgery", "Surgery reduced pain more than no surgery.", Stance::agrees},
        {"treatment vs no treatment", "No treatment was better than treatment.", Stance::disagrees},
        {"exercise plus manual therapy vs exercise",
         "Exercise plus manual therapy reduced pain more than exercise alone.", Stance::agrees},
        {"exercise plus manual therapy vs exercise alone",
         "Exercise was better than manual therapy and exercise.", Stance::disagrees},
        {"exercise plus manual therapy vs exercise", "Manual therapy was better than exercise.",
         Stance::unrelated},
        {"exercise plus manual therapy vs exercise", "Manual therapy, and exercise, were better than rest.",
         Stance::unrelated},
    };
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    for (const auto& [query, claim, stance] : kCases) {
        const ComparativeReader reader(*read_comparative(query), store->index(), Synonyms::shipped());
        EXPECT_EQ(name(reader.read(claim, "").stance), name(stance)) << query << ": " << claim;
    }
}

TEST(ComparativeReader, GivesNoDirectionOnAnotherOutcome) {
    struct Case {
        const char* query;
        const char* claim;
        Stance stance;
        bool other;
    };
    constexpr Case kCases[] = {
        {"rosiglitazone vs glyburide for glycaemic control",
         "Heart failure was significantly more frequent with rosiglitazone than with glyburide.",
         Stance::no_direction, true},
        {"rosiglitazone vs glyburide for glycaemic control",
         "Rosiglitazone improved glycaemic control more than glyburide.", Stance::agrees, false},
        {"apixaban vs warfarin for survival",
         "Major bleeding was less frequent with apixaban than with warfarin.", Stance::no_direction, true},
        {"apixaban vs warfarin for bleeding", "Mortality was lower with apixaban than with warfarin.",
         Stance::no_direction, true},
        {"apixaban vs warfarin for survival", "Mortality was lower with apixaban than with warfarin.",
         Stance::agrees, false},
        {"aspirin vs warfarin for pain", "Aspirin was safer than warfarin.", Stance::no_direction, true},
        {"aspirin vs warfarin for pain", "Aspirin was better than warfarin.", Stance::no_direction, false},
        {"yoga vs rest: disability", "Yoga and rest did not differ in pain.", Stance::no_direction, true},
        {"rosiglitazone vs glyburide",
         "Heart failure was more frequent with rosiglitazone than with glyburide.", Stance::disagrees, false},
    };
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    for (const auto& [query, claim, stance, other] : kCases) {
        const ComparativeReader reader(*read_comparative(query), store->index(), Synonyms::shipped());
        const HitComparison found = reader.read(claim, "");
        EXPECT_EQ(name(found.stance), name(stance)) << query << ": " << claim;
        EXPECT_EQ(found.other_outcome, other) << query << ": " << claim;
        if (stance == Stance::no_direction) {
            EXPECT_EQ(claim::name(found.answer.direction), "none") << query << ": " << claim;
            EXPECT_EQ(claim::name(found.answer.change), "none") << query << ": " << claim;
        }
    }
}

TEST(ComparativeReader, TakesAnOutcomeByItsOpposite) {
    struct Case {
        const char* query;
        const char* claim;
        Stance stance;
    };
    constexpr Case kCases[] = {
        {"apixaban vs warfarin for survival", "Mortality was higher with apixaban than with warfarin.",
         Stance::disagrees},
        {"apixaban vs warfarin for survival", "Apixaban lowered mortality compared with warfarin.",
         Stance::agrees},
        {"apixaban vs warfarin for mortality", "Survival was longer with apixaban than with warfarin.",
         Stance::agrees},
        {"apixaban vs warfarin for mortality", "Fewer patients died with apixaban than with warfarin.",
         Stance::agrees},
        {"apixaban vs warfarin for survival", "Mortality did not differ between apixaban and warfarin.",
         Stance::no_direction},
        {"yoga vs rest for adherence", "Dropout was more common with yoga than with rest.",
         Stance::disagrees},
        {"yoga vs rest: dropout", "Adherence was better with yoga than with rest.", Stance::agrees},
        {"lithium vs valproate for remission", "Relapse was less frequent with lithium than with valproate.",
         Stance::agrees},
        {"lithium vs valproate for relapse", "Remission was more frequent with valproate than with lithium.",
         Stance::disagrees},
        {"sling vs training for continence", "Incontinence was less common with a sling than with training.",
         Stance::agrees},
        {"splint vs cast for success", "Treatment failure was less common with a splint than with a cast.",
         Stance::agrees},
        {"which is safer, aspirin or warfarin", "Aspirin caused fewer adverse events than warfarin.",
         Stance::agrees},
        {"which is safer, aspirin or warfarin", "Complications were more common with aspirin than warfarin.",
         Stance::disagrees},
        {"which is safer, aspirin or warfarin", "Aspirin was safer than warfarin.", Stance::agrees},
        {"which is safer, aspirin or warfarin", "Aspirin relieved pain better than warfarin.",
         Stance::no_direction},
        // other outcomes that share a word
        {"splint vs cast for success", "Heart failure was less common with a splint than with a cast.",
         Stance::no_direction},
        {"apixaban vs warfarin for mortality",
         "Disease-free survival was longer with apixaban than with warfarin.", Stance::no_direction},
        {"yoga vs rest for adherence", "Urinary retention was more common with yoga than with rest.",
         Stance::no_direction},
        {"yoga vs rest for adherence", "Completion of the procedure was faster with yoga than with rest.",
         Stance::no_direction},
        {"yoga vs rest for sleep", "Mortality was lower with yoga than with rest.", Stance::no_direction},
    };
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    for (const auto& [query, claim, stance] : kCases) {
        const ComparativeReader reader(*read_comparative(query), store->index(), Synonyms::shipped());
        EXPECT_EQ(name(reader.read(claim, "").stance), name(stance)) << query << ": " << claim;
    }
}

TEST(ComparativeSearch, MirrorsTheReverseQuery) {
    const test::TemporaryFolder folder;
    const auto store = store::open_store(folder / "s.db");
    store->put_article("a.txt", "1", sample());
    for (const auto& [forth_query, back_query] :
         {std::pair("early PT beats delayed PT", "delayed PT beats early PT"),
          std::pair("early PT vs delayed PT", "delayed PT vs early PT")}) {
        const auto forth = stances(*store, forth_query);
        const auto back = stances(*store, back_query);
        ASSERT_EQ(forth.size(), back.size());
        for (const auto& [text, stance] : forth) {
            const Stance mirrored = stance == Stance::agrees      ? Stance::disagrees
                                    : stance == Stance::disagrees ? Stance::agrees
                                                                  : stance;
            EXPECT_EQ(name(back.at(text)), name(mirrored)) << text;
        }
    }
}

}  // namespace
}  // namespace whereof::search
