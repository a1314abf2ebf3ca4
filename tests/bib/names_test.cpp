// SPDX-License-Identifier: MIT
#include "bib/names.hpp"

#include "support/data.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::bib {
namespace {

/// "van der|Heijden|G. J.|Jr."; a literal stands in angle brackets.
std::string spell(const Name& name) {
    if (!name.literal.empty()) {
        return "<" + name.literal + ">";
    }
    std::string out = name.non_dropping_particle.empty() ? "" : name.non_dropping_particle + "~";
    out += name.family;
    if (!name.given.empty()) {
        out += "|" + name.given;
    }
    if (!name.suffix.empty()) {
        out += "|" + name.suffix;
    }
    return out;
}

std::string spell(const NameList& list) {
    std::string out = list.repeated ? "= " : "";
    for (const Name& name : list.names) {
        out += (&name == list.names.data() ? "" : "; ") + spell(name);
    }
    return out + (list.elided ? " +" : "");
}

struct Case {
    const char* text;
    const char* expected;
};

constexpr Case kCases[] = {
    // Vancouver
    {"Eddy SR", "Eddy|SR"},
    {"DiFranza JR, Dussault GF", "DiFranza|JR; Dussault|GF"},
    {"Luck SJ et al.", "Luck|SJ +"},
    {"De Vugt M", "De Vugt|M"},
    {"Gutiérrez de Diego J.", "Gutiérrez de Diego|J."},
    {"Pinto Júnior EP", "Pinto Júnior|EP"},
    {"van der Heijden GJ, de la Cruz A", "van der~Heijden|GJ; de la~Cruz|A"},
    {"Smith DL Jr, Verdú JR, Zubarev IV", "Smith|DL|Jr; Verdú|JR; Zubarev|IV"},
    {"Swain PS, Elowitz MB, Siggia ED.", "Swain|PS; Elowitz|MB; Siggia|ED"},
    {"Campana ANNB, Barrett S, Tavares MCGCF.", "Campana|ANNB; Barrett|S; Tavares|MCGCF"},
    {"Reis e Sousa C, Yatim N", "Reis e Sousa|C; Yatim|N"},
    {"Qaseem A, Forciea MA; Clinical Guidelines Committee of the American College of Physicians",
     "Qaseem|A; Forciea|MA; <Clinical Guidelines Committee of the American College of Physicians>"},
    {"Gulick RM, Ribaudo HJ, for the AIDS Clinical Trials Group Study A5095 Team",
     "Gulick|RM; Ribaudo|HJ; <AIDS Clinical Trials Group Study A5095 Team>"},
    {"Almeida MI de, Bezerra FC", "Almeida|MI de; Bezerra|FC"},
    // initials with full stops, family first
    {"Oh H. J., Kim M. J., and Lim D. S.", "Oh|H. J.; Kim|M. J.; Lim|D. S."},
    {"K. , Sabatino", "Sabatino|K."},
    {"Ferić I.,Lamza Posavec V.", "Ferić|I.; Lamza Posavec|V."},
    {"Иванов И.И., Петров П.П.", "Иванов|И.И.; Петров|П.П."},
    // family, given
    {"Klimo, P., Jr.", "Klimo|P.|Jr."},
    {"King, Jr., M. L.", "King|M. L.|Jr."},
    {"Bennett, K. H., Bull, T. and Yang, H", "Bennett|K. H.; Bull|T.; Yang|H"},
    {"Preece, J./Ntseane, P. G.", "Preece|J.; Ntseane|P. G."},
    {"Green, Jeffrey; Sedikides, Constantine & Gregg, Aiden.",
     "Green|Jeffrey; Sedikides|Constantine; Gregg|Aiden"},
    {"S C H E I N, E . H .", "SCHEIN|E. H."},
    {"SILVA, J. A.; SOUZA, M. de", "SILVA|J. A.; SOUZA|M. de"},
    {"ALI, S., KHAN, N., NOUROZ, F. and SHAHID, M.A.,", "ALI|S.; KHAN|N.; NOUROZ|F.; SHAHID|M.A."},
    {"VAN DEN BOSSCHE, P., BUU CHAU, L.", "VAN DEN BOSSCHE|P.; BUU CHAU|L."},
    {"Ortega y Gasset, J.", "Ortega y Gasset|J."},
    {"de Souza e Silva, Adriana", "de~Souza e Silva|Adriana"},
    {"Goethe, Johann Wolfgang von", "Goethe|Johann Wolfgang von"},
    {"Bernardi, Laura, Keim, Sylvia, Klärner, Andreas", "Bernardi|Laura; Keim|Sylvia; Klärner|Andreas"},
    {"Diener, Ed; Sandvik, Ed; Seidlitz, Larry", "Diener|Ed; Sandvik|Ed; Seidlitz|Larry"},
    {"Schmitz, G.; v. Heseler, A.; Birke; M.", "Schmitz|G.; v.~Heseler|A.; Birke|M."},
    {"Smith, A., Jones, B., . . . Zed, Z.", "Smith|A.; Jones|B.; Zed|Z. +"},
    // only the first inverted
    {"Gyorfi, M., A. Rupp, and A. Abd-Elsayed", "Gyorfi|M.; Rupp|A.; Abd-Elsayed|A."},
    {"Berlyne, D. E. , and Crozier J. B..", "Berlyne|D. E.; Crozier|J. B."},
    {"Mason, R. Hal and John C. McKelvey", "Mason|R. Hal; McKelvey|John C."},
    {"P. Noble - L. Polak - C. Isoz", "Noble|P.; Polak|L.; Isoz|C."},
    {"Kingswood C. – Bolton P. – Crawford P.", "Kingswood|C.; Bolton|P.; Crawford|P."},
    {"Smith, John, and Jane Doe", "Smith|John; Doe|Jane"},
    {"Snow, David A., Steven K. Worden and Robert D. Benford",
     "Snow|David A.; Worden|Steven K.; Benford|Robert D."},
    // given first
    {"N. W. Ashcroft and N. D. Mermin", "Ashcroft|N. W.; Mermin|N. D."},
    {"J.L. Amorós Albaro, J. Robert Oppenheimer", "Amorós Albaro|J.L.; Oppenheimer|J. Robert"},
    {"Jutta Allmendinger/Johannes Huinink/Karl Ulrich Mayer",
     "Allmendinger|Jutta; Huinink|Johannes; Mayer|Karl Ulrich"},
    {"Dirk J. Van de Kaa", "Van de Kaa|Dirk J."},
    {"D.F.Hellmann", "Hellmann|D.F."},
    {"J.-P. Serre & C.‐H. Liu", "Serre|J.-P.; Liu|C.‐H."},
    // family first, without commas
    {"GERST Detlef, HARDWIG Thomas", "GERST|Detlef; HARDWIG|Thomas"},
    {"Gintis Herbert, Bowles Samuel", "Gintis|Herbert; Bowles|Samuel"},
    // a second given name behind an initial is none of the family
    {"A. Kim Burton, F. Scott Fitzgerald, J. Paul Getty, and W. Edwards Deming",
     "Burton|A. Kim; Fitzgerald|F. Scott; Getty|J. Paul; Deming|W. Edwards"},
    {"Deming, W. Edwards, J. Robert Oppenheimer, and R. Hal Mason",
     "Deming|W. Edwards; Oppenheimer|J. Robert; Mason|R. Hal"},
    {"G. García Márquez and M. Vargas Llosa Gómez", "García Márquez|G.; Vargas Llosa Gómez|M."},
    // a short name with a stop behind it
    {"Smith B, Wu. X, Li. Y, Lee C.", "Smith|B; Wu|X; Li|Y; Lee|C"},
    {"Li. Y, Smith B", "Li|Y; Smith|B"},
    {"St. Clair A, Smith B, St. John D", "St. Clair|A; Smith|B; St. John|D"},
    // families only
    {"Spannowsky/Runkel/Goppel", "Spannowsky; Runkel; Goppel"},
    {"Smith, Jones & Brown", "Smith; Jones; Brown"},
    // organisations
    {"NASEM", "<NASEM>"},
    {"IBGE.", "<IBGE>"},
    {"Brasil, Ministério da Saúde", "<Brasil, Ministério da Saúde>"},
    {"Ministério da Saúde (BR).", "<Ministério da Saúde (BR)>"},
    {"National Academies of Sciences, Engineering, and Medicine",
     "<National Academies of Sciences, Engineering, and Medicine>"},
    {"Centers for Disease Control and Prevention (CDC)",
     "<Centers for Disease Control and Prevention (CDC)>"},
    {"Wissenschaftlicher Beirat der Bundesregierung (Hg.)",
     "<Wissenschaftlicher Beirat der Bundesregierung>"},
    {"Cochrane Back and Neck Group", "<Cochrane Back and Neck Group>"},
    {"Spine and Pain Working Party", "<Spine and Pain Working Party>"},
    {"Bone and Joint Decade Task Force, Hogg-Johnson S",
     "<Bone and Joint Decade Task Force>; Hogg-Johnson|S"},
    {"Smith J, Jones K, and the START Study Group", "Smith|J; Jones|K; <START Study Group>"},
    // slashes, commas and conjunctions inside a body's name
    {"WHO/UNICEF Joint Committee", "<WHO/UNICEF Joint Committee>"},
    {"Smith J, Lee K, WHO/UNICEF Joint Committee", "Smith|J; Lee|K; <WHO/UNICEF Joint Committee>"},
    {"Joint FAO/WHO Expert Committee on Food Additives",
     "<Joint FAO/WHO Expert Committee on Food Additives>"},
    {"Smith J, ATS/ERS Task Force", "Smith|J; <ATS/ERS Task Force>"},
    {"American Thoracic Society/European Respiratory Society",
     "<American Thoracic Society/European Respiratory Society>"},
    {"Department of Health, Education, and Welfare", "<Department of Health, Education, and Welfare>"},
    {"Smith J, Council on Nutrition, Physical Activity, and Metabolism",
     "Smith|J; <Council on Nutrition, Physical Activity, and Metabolism>"},
    {"GBD 2016 Disease and Injury Incidence and Prevalence Collaborators",
     "<GBD 2016 Disease and Injury Incidence and Prevalence Collaborators>"},
    {"Vos T, GBD 2016 Disease and Injury Incidence and Prevalence Collaborators",
     "Vos|T; <GBD 2016 Disease and Injury Incidence and Prevalence Collaborators>"},
    {"Smith J, Lee K, Voluntary HIV-1 Counselling and Testing Efficacy Study Group",
     "Smith|J; Lee|K; <Voluntary HIV-1 Counselling and Testing Efficacy Study Group>"},
    {"Smith J, Society of Obstetricians and Gynaecologists of Canada, Lee K",
     "Smith|J; <Society of Obstetricians and Gynaecologists of Canada>; Lee|K"},
    {"Smith, J., Lee, K., & World Health Organization", "Smith|J.; Lee|K.; <World Health Organization>"},
    {"Smith, John/World Bank Group", "Smith|John; <World Bank Group>"},
    {"Preece, J./World Bank Group", "Preece|J.; <World Bank Group>"},
    {"StataCorp", "<StataCorp>"},
    {"PEDro", "<PEDro>"},
    {"IQWiG", "<IQWiG>"},
    {"McKay", "McKay"},
    {"DiFranza", "DiFranza"},
    // roles in front
    {"edited by John Smith", "Smith|John"},
    {"ed. John Smith and Ann Roe", "Smith|John; Roe|Ann"},
    {"hrsg. v. J. Winckelmann", "Winckelmann|J."},
    {"eds Main, C. J. & Spanswick, C. C.", "Main|C. J.; Spanswick|C. C."},
    // marks that are no names
    {"———.", "= "},
    {"———, and Karl Marx", "= Marx|Karl"},
    {"Müller, K. u. a.", "Müller|K. +"},
    {"García M y cols.", "García|M +"},
    {"Durand A. & al.", "Durand|A. +"},
    {"Müller A, Schmidt B u. Mitarb.", "Müller|A; Schmidt|B +"},
    {"Pérez, J. y López, M.", "Pérez|J.; López|M."},
    {"Smith, J., and others", "Smith|J. +"},
    {"Alves F (orgs.)", "Alves|F"},
    {"Meyer, H. (Hrsg.)", "Meyer|H."},
    {"Lee K, MD, Park S, PhD", "Lee|K; Park|S"},
    {"山田 太郎、鈴木 一郎", "山田|太郎; 鈴木|一郎"},
    {"", ""},
    {" , ; & ", ""},
};

TEST(Names, ReadsListsOfEveryStyle) {
    for (const auto& [text, expected] : kCases) {
        EXPECT_EQ(spell(parse_names(text)), expected) << text;
    }
}

/// corpus/gold/names.tsv: lists of real references, TAB, their names as spelled here.
TEST(Names, ReadsEveryListOfTheGoldTable) {
    std::ifstream in(test::repository_file("corpus/gold/names.tsv"));
    int lists = 0;
    for (std::string line; std::getline(in, line); ++lists) {
        const std::size_t tab = line.find('\t');
        ASSERT_NE(tab, std::string::npos) << line;
        EXPECT_EQ(spell(parse_names(line.substr(0, tab))), line.substr(tab + 1)) << line;
    }
    EXPECT_GE(lists, 300);
}

TEST(Names, TakeAnyBytesInLinearTime) {
    parse_names(std::string(300'000, ','));
    parse_names(std::string(300'000, 'A'));
    parse_names(std::string(300'000, '('));
    std::string families;
    for (int i = 0; i < 30'000; ++i) {
        families += "Smith, ";
    }
    parse_names(families);
    std::string list;
    for (int i = 0; i < 10'000; ++i) {
        list += "Smith JA, de Souza e Silva, A. y ";
    }
    EXPECT_GE(parse_names(list).names.size(), 20'000U);
    for (int byte = 0; byte < 256; ++byte) {
        const char bytes[] = {'S', static_cast<char>(byte), 'J', static_cast<char>(byte), '\0'};
        parse_names({bytes, sizeof bytes});
    }
}

TEST(Names, SurnameHasItsParticles) {
    EXPECT_EQ(surname(parse_names("van der Heijden GJ").names.at(0)), "van der Heijden");
    EXPECT_EQ(surname(parse_names("World Health Organization").names.at(0)), "World Health Organization");
}

}  // namespace
}  // namespace whereof::bib
