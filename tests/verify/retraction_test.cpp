// SPDX-License-Identifier: MIT
#include "verify/retraction.hpp"

#include "authority/local_index.hpp"
#include "verify/verify.hpp"
#include "verify/works.hpp"

#include <array>
#include <vector>

#include <gtest/gtest.h>

namespace whereof::verify {
namespace {

using authority::EventKind;
using authority::StatusEvent;
using finding::Status;

StatusEvent event(EventKind kind, const char* date) {
    StatusEvent out;
    out.kind = kind;
    out.date = date;
    out.notice_DOI = "10.1000/notice";
    out.source = "crossref";
    return out;
}

TEST(Standing, IsToldByEverySide) {
    const authority::Record plain;
    EXPECT_EQ(standing_of(plain, {}, "").status, Status::current);

    authority::Record typed;
    typed.publication_types = {"Journal Article", "Retracted Publication"};
    EXPECT_EQ(standing_of(typed, {}, "").status, Status::retracted);

    authority::Record titled;
    titled.item.title = "RETRACTED: Ileal hyperplasia in children";
    EXPECT_EQ(standing_of(titled, {}, "").status, Status::retracted);

    const std::array retraction{event(EventKind::retraction, "2010-02-06")};
    const auto standing = standing_of(plain, retraction, "");
    EXPECT_EQ(standing.status, Status::retracted);
    EXPECT_EQ(standing.retracted_on, "2010-02-06");
    ASSERT_EQ(standing.notices.size(), 1U);
    EXPECT_NE(standing.notices[0].find("10.1000/notice"), std::string::npos);

    authority::Record own;
    own.events = {event(EventKind::concern, "2009")};
    EXPECT_EQ(standing_of(own, {}, "").status, Status::concern);
}

TEST(Standing, AWorkAboutRetractionsIsNotRetracted) {
    for (const char* title : {"Retracted articles in surgery journals: what are surgeons doing wrong?",
                              "Retraction of scientific articles for data falsification",
                              "Retraction notices: who writes them?", "Withdrawn: life after work"}) {
        authority::Record record;
        record.item.title = title;
        EXPECT_EQ(standing_of(record, {}, title).status, Status::current) << title;
    }
}

TEST(Standing, TheNoticeIsNotTheArticle) {
    authority::Record notice;
    notice.item.title = "Retraction: Ileal hyperplasia in children";
    notice.events = {event(EventKind::retraction, "2010")};
    EXPECT_EQ(standing_of(notice, {}, "").status, Status::retraction_notice);
    authority::Record flagged;
    flagged.is_retraction_notice = true;
    EXPECT_EQ(standing_of(flagged, {}, "").status, Status::retraction_notice);
}

TEST(Standing, ALaterReinstatementLiftsARetraction) {
    const std::vector<StatusEvent> lifted{event(EventKind::reinstatement, "2012-05"),
                                          event(EventKind::retraction, "2010-02")};
    EXPECT_EQ(standing_of({}, lifted, "").status, Status::corrected);
    const std::vector<StatusEvent> again{event(EventKind::reinstatement, "2012-05"),
                                         event(EventKind::retraction, "2013-02")};
    EXPECT_EQ(standing_of({}, again, "").status, Status::retracted);
}

TEST(Standing, AReplacementIsNoRetractedWork) {
    const std::vector<StatusEvent> replaced{event(EventKind::retraction, "2016-09-20"),
                                            event(EventKind::replacement, "2016-09-20")};
    const auto standing = standing_of({}, replaced, "");
    EXPECT_EQ(standing.status, Status::corrected);
    EXPECT_EQ(standing.retracted_on, "");
    ASSERT_EQ(standing.notices.size(), 1U);
    EXPECT_NE(standing.notices.front().find("Retracted and replaced"), std::string::npos);
    authority::Record typed;
    typed.publication_types = {"Retracted Publication"};
    const std::array undated{event(EventKind::replacement, "")};
    EXPECT_EQ(standing_of(typed, undated, "").status, Status::corrected);
    std::vector<StatusEvent> again{event(EventKind::replacement, "2016-09-20"),
                                   event(EventKind::retraction, "2018-01-01")};
    again.back().notice_DOI = "10.1000/another-notice";
    EXPECT_EQ(standing_of({}, again, "").status, Status::retracted) << "the replacement was retracted too";
}

TEST(Standing, NamesLesserEvents) {
    const std::array correction{event(EventKind::correction, "2011")};
    EXPECT_EQ(standing_of({}, correction, "").status, Status::corrected);
    const std::array version{event(EventKind::new_version, "2011")};
    EXPECT_EQ(standing_of({}, version, "").status, Status::superseded);
}

/// Holds no record, but knows of one DOI that it was retracted.
class ListOfNotices final : public Posing {
  public:
    ListOfNotices(authority::Authority& whole, std::string DOI)
        : Posing(whole, false, 0), DOI_(std::move(DOI)) {
        count_event();
    }
    std::vector<StatusEvent> events(std::string_view DOI, std::string_view) override {
        return DOI == DOI_ ? std::vector{event(EventKind::retraction, "2019-01-02")}
                           : std::vector<StatusEvent>{};
    }

  private:
    std::string DOI_;
};

TEST(Verifier, CatchesARetractedIdentifierOfWhichNoRecordIsHeld) {
    const auto index = index_of({});
    ListOfNotices list(*index, chou().DOI);
    Verifier verifier({&list});
    const auto verdict = verifier.check(as_reference(chou()));
    EXPECT_EQ(verdict.headline, finding::Headline::retracted) << verdict.reason;
    EXPECT_EQ(verdict.retracted_on, "2019-01-02");
    EXPECT_NE(verdict.reason.find("nobody asked holds the work"), std::string::npos) << verdict.reason;
    EXPECT_EQ(verifier.check(as_reference(maher())).headline, finding::Headline::undecidable);
}

TEST(Verifier, CatchesARetractedWorkCitedWithoutIdentifiers) {
    authority::Record record;
    record.item = maher();
    record.events = {event(EventKind::retraction, "2019-01-02")};
    const std::vector<authority::Record> records{record};
    const auto index = authority::index_in_memory(std::span<const authority::Record>(records));
    Verifier verifier({index.get()});
    auto cited = maher();
    cited.DOI.clear();
    cited.PMID.clear();
    const auto verdict = verifier.check(as_reference(cited));
    EXPECT_EQ(verdict.headline, finding::Headline::retracted) << verdict.reason;
    EXPECT_EQ(verdict.retracted_on, "2019-01-02");
    EXPECT_FALSE(verdict.notices.empty());
}

}  // namespace
}  // namespace whereof::verify
