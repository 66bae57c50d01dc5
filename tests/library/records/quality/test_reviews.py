"""Judgements about reviews have a reason, requests have a right, disagreements a decision."""

from __future__ import annotations

from datetime import date

from tests.library.records.files_of_events import LIMITS, MONDAY, case_file, victim

from answerable.records.event import Side
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.disagreement import DisagreementRaised, Subject
from answerable.records.kinds.people import Status, SuspectIdentified, SuspectStatus
from answerable.records.kinds.review import EntitlementOverridden, ReviewRequested
from answerable.records.quality import reviews

SUSPECT = SuspectIdentified(on=MONDAY, suspect=1)
INTERVIEWED = SuspectStatus(on=MONDAY, suspect=1, status=Status.INTERVIEWED)
DECISION = Decision(on=MONDAY, maker=Maker.POLICE, made=What.NO_FURTHER_ACTION)


def judged(*, is_entitled: bool, reason: str) -> EntitlementOverridden:
    return EntitlementOverridden(
        on=MONDAY, victim=1, decision=3, is_entitled=is_entitled, reason=reason
    )


def asked(decision: int) -> ReviewRequested:
    return ReviewRequested(on=date(2026, 3, 9), victim=1, decision=decision)


def found(*events) -> list[str]:
    file = case_file(victim(), *events)
    return [one.check.code for one in reviews.findings(file, LIMITS, date(2026, 4, 1))]


class TestAJudgement:
    def test_is_found_without_a_reason(self):
        codes = found(SUSPECT, DECISION, judged(is_entitled=True, reason=" "))
        assert codes == ["entitlement_overridden_without_reason"]

    def test_is_not_found_with_one(self):
        assert found(SUSPECT, DECISION, judged(is_entitled=True, reason="As agreed.")) == []


class TestARequest:
    def test_is_found_where_the_decision_gives_no_right(self):
        assert found(SUSPECT, DECISION, asked(3)) == ["review_of_other_decision"]

    def test_is_not_found_where_it_does(self):
        assert found(SUSPECT, INTERVIEWED, DECISION, asked(4)) == []

    def test_is_not_found_where_a_person_said_so_with_a_reason(self):
        by_person = judged(is_entitled=True, reason="Spoken to at home.")
        assert found(SUSPECT, DECISION, by_person, asked(3)) == []


class TestADisagreement:
    def test_about_a_decision_names_it(self):
        raised = DisagreementRaised(on=MONDAY, raised_by=Side.POLICE)
        assert found(raised) == ["disagreement_without_decision"]

    def test_about_something_else_need_not(self):
        raised = DisagreementRaised(on=MONDAY, raised_by=Side.POLICE, subject=Subject.FILE)
        assert found(raised) == []
