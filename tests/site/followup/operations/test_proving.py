from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from tests import factories, factories_followup
from tests.factories_followup import AT, TODAY

from answerable_site.followup import operations
from answerable_site.followup.operations import DayRefused, EvidenceMissing, NewEvidence
from answerable_site.followup.rules import EvidenceKind
from answerable_site.people.access import Refused
from answerable_site.people.rules import Role


def add(followed, role="liaison", **about):
    given = {"kind": EvidenceKind.LINK, "title": "Audit", "on": TODAY} | about
    return operations.add_evidence(
        by=followed.viewer(role),
        at=AT,
        today=TODAY,
        commitment=followed.commitment,
        evidence=NewEvidence(**given),
    )


def criterion(followed):
    return operations.write_criterion(
        by=followed.viewer("officer"),
        at=AT,
        commitment=followed.commitment,
        words="Nine of ten records hold the reason",
    )


def judge(followed, criterion, evidence, role="holder", *, is_met=True):
    operations.judge_criterion(
        by=followed.viewer(role),
        at=AT,
        criterion=criterion,
        is_met=is_met,
        words="Thirty-eight of forty",
        evidence=evidence,
    )


class TestAddEvidence:
    def test_keeps_a_file_byte_for_byte(self, followed):
        added = add(
            followed,
            kind=EvidenceKind.FILE,
            file=ContentFile(b"An audit"),
            file_name="audit.txt",
        )
        assert (added.file_name, added.file_size) == ("audit.txt", 8)
        assert len(added.file_sha256) == 64

    def test_asks_for_a_file_or_an_address(self, followed):
        with pytest.raises(EvidenceMissing, match="Give an address"):
            add(followed)
        with pytest.raises(EvidenceMissing, match="Give a file or an address"):
            add(followed, kind=EvidenceKind.MINUTES)

    def test_remembers_the_newest_day_that_evidence_speaks_to(self, followed):
        factories_followup.evidence(followed, TODAY)
        add(followed, address="https://example.org/old", on=TODAY - timedelta(days=30))
        followed.commitment.refresh_from_db()
        assert followed.commitment.evidence_on == TODAY

    def test_is_refused_for_a_day_ahead(self, followed):
        with pytest.raises(DayRefused):
            add(followed, address="https://example.org/", on=TODAY + timedelta(days=1))

    def test_is_refused_to_another_organisation(self, followed):
        with pytest.raises(Refused):
            add(followed, role="cps_owner", address="https://example.org/")


class TestJudgeEvidence:
    def test_is_refused_to_who_added_it(self, followed):
        own = add(followed, role="officer", address="https://example.org/")
        with pytest.raises(Refused, match="added this evidence yourself"):
            operations.judge_evidence(
                by=followed.viewer("officer"),
                at=AT,
                evidence=own,
                is_sufficient=True,
                words="Fine",
            )

    def test_is_kept_each_time(self, followed):
        shown = factories_followup.evidence(followed)
        for is_sufficient in (False, True):
            operations.judge_evidence(
                by=followed.viewer("holder"),
                at=AT,
                evidence=shown,
                is_sufficient=is_sufficient,
                words="As the audit says",
            )
        assert [one.is_sufficient for one in shown.judgements.all()] == [False, True]


class TestJudgeCriterion:
    def test_is_met_on_evidence_only(self, followed):
        with pytest.raises(Refused, match="Choose the evidence"):
            judge(followed, criterion(followed), [])

    def test_may_be_not_met_without_any(self, followed):
        wanted = criterion(followed)
        judge(followed, wanted, [], is_met=False)
        assert not wanted.tests.get().is_met

    def test_is_refused_on_what_the_tester_added(self, followed):
        own = add(followed, role="officer", address="https://example.org/")
        with pytest.raises(Refused, match="yourself"):
            judge(followed, criterion(followed), [own], role="officer")

    def test_is_refused_to_the_force(self, followed):
        shown = factories_followup.evidence(followed)
        with pytest.raises(Refused):
            judge(followed, criterion(followed), [shown], role="liaison")

    def test_is_refused_to_somebody_who_once_owned_it(self, followed):

        wanderer = factories.person(
            "A Wanderer",
            (followed.office.force, Role.ACTION_OWNER),
            (followed.office.body, Role.RESPONSE_OFFICER),
        )
        for owner, reason in ((wanderer, ""), (followed.owner, "Went to the office")):
            operations.assign_owner(
                by=followed.viewer("liaison"),
                at=AT,
                on=TODAY,
                thing=followed.commitment,
                owner=owner,
                reason=reason,
            )
        with pytest.raises(Refused, match="You own this work, or owned it"):
            operations.judge_criterion(
                by=factories.viewer(wanderer, on=TODAY),
                at=AT,
                criterion=criterion(followed),
                is_met=False,
                words="Not yet",
                evidence=[],
            )


class TestDropCriterion:
    def test_keeps_it_in_view_with_the_reason(self, followed):
        wanted = criterion(followed)
        operations.drop_criterion(
            by=followed.viewer("officer"), at=AT, criterion=wanted, reason="Asked twice"
        )
        wanted.refresh_from_db()
        assert wanted.dropped_because == "Asked twice"
