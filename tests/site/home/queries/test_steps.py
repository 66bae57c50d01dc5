from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import factories, factories_responses

from answerable_site.home.queries import own_acts, waiting_for
from answerable_site.home.rules import Act
from answerable_site.people.rules import Role
from answerable_site.publication import operations as press
from answerable_site.responses import operations
from answerable_site.responses.models import Approval, ApprovalStep, Preparation
from answerable_site.responses.queries import due_for
from answerable_site.responses.rules.words import RevisionKind

ON = date(2026, 5, 12)
WANTED_BY = date(2026, 5, 5)


def acts(case, role: str) -> list[Act]:
    return [waiting.act for waiting in waiting_for(case.viewer(role), on=ON)]


def told(case) -> dict[str, list[Act]]:
    """What waits for whom, for everybody of the office for whom something does."""
    everybody = ("officer", "holder", "publisher", "chief", "administrator")
    return {role: found for role in everybody if (found := acts(case, role))}


def publish_incomplete(case) -> None:
    factories_responses.said(factories_responses.decided(case))
    factories_responses.prepare(case, incomplete_because="Comments are awaited.")
    factories_responses.sign(case)
    factories_responses.publish(case)


def revise(case) -> None:
    operations.begin_revision(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        kind=RevisionKind.SUPPLEMENTED,
        reason="More came.",
        **case.about,
    )


class TestWaitingFor:
    def test_a_response_that_nobody_began_waits_for_the_officer(self, case):
        assert told(case) == {"officer": [Act.BEGIN]}

    def test_comments_wait_for_the_chief_officers_office_by_the_date_given(self, case):
        factories_responses.invited(case)
        assert told(case) == {"officer": [Act.DRAFT], "chief": [Act.COMMENT]}
        (waiting,) = waiting_for(case.viewer("chief"), on=ON)
        assert (waiting.by, waiting.days_left) == (WANTED_BY, -7)
        assert waiting.invited_on == date(2026, 4, 20)

    def test_comments_that_are_in_wait_for_nobody(self, case):
        factories_responses.complete(case)
        assert told(case) == {"officer": [Act.DRAFT]}

    def test_comments_that_did_not_come_wait_for_nobody_once_that_is_recorded(self, case):
        factories_responses.invited(case)
        operations.record_no_comments(
            by=case.viewer("officer"), at=factories_responses.LATER, version=0, **case.about
        )
        assert told(case) == {"officer": [Act.DRAFT]}

    def test_a_prepared_response_waits_for_the_holder(self, case):
        factories_responses.complete(case)
        factories_responses.prepare(case)
        assert told(case) == {"holder": [Act.SIGN]}

    def test_a_signed_response_waits_for_the_publisher(self, case):
        factories_responses.signed(case)
        assert told(case) == {"publisher": [Act.PUBLISH]}

    def test_a_published_response_waits_for_nobody(self, case):
        factories_responses.published(case)
        assert told(case) == {}

    def test_what_was_published_incomplete_waits_for_the_officer(self, case):
        publish_incomplete(case)
        assert told(case) == {"officer": [Act.DRAFT]}

    def test_so_does_the_version_that_completes_it(self, case):
        publish_incomplete(case)
        revise(case)
        assert told(case) == {"officer": [Act.DRAFT]}

    def test_a_further_version_of_a_whole_answer_waits_for_nobody_by_a_date(self, case):
        factories_responses.published(case)
        revise(case)
        assert told(case) == {}
        factories_responses.prepare(case)
        assert told(case) == {}
        factories_responses.sign(case)
        assert told(case) == {}

    def test_a_withdrawn_response_waits_for_the_officer_again(self, case):
        public = factories_responses.published(case)
        press.withdraw_response(
            by=case.viewer("publisher"),
            at=factories_responses.LATER,
            response=public,
            reason="A slip.",
        )
        assert told(case) == {"officer": [Act.DRAFT]}

    def test_an_entry_waits_for_a_publisher(self, case):
        operations.prepare_public_entry(
            by=case.viewer("officer"), at=factories_responses.LATER, **case.about
        )
        assert told(case) == {"officer": [Act.DRAFT], "publisher": [Act.RELEASE]}
        (waiting,) = waiting_for(case.viewer("publisher"), on=ON)
        assert waiting.by == factories_responses.LAST_DAY

    def test_an_entry_that_publishing_releases_is_not_asked_for_twice(self, case):
        operations.prepare_public_entry(
            by=case.viewer("officer"), at=factories_responses.LATER, **case.about
        )
        factories_responses.signed(case)
        assert told(case) == {"publisher": [Act.PUBLISH]}

    def test_nothing_waits_where_no_clock_runs(self, db):
        case = factories_responses.case(published_on=date(2017, 5, 1))
        assert told(case) == {}

    def test_nothing_waits_for_another_office(self, case):
        other = factories.office("Thornley")
        for user in other.people.values():
            assert waiting_for(factories.viewer(user), on=ON) == ()

    def test_no_query_more_for_more_responses(self, case):
        officer = case.viewer("officer")
        factories_responses.invited(case)
        with CaptureQueriesContext(connection) as one:
            waiting_for(officer, on=ON)
        for number in range(5):
            report = factories_responses.inspection(case.office, title=f"Report {number}")
            factories_responses.invited(factories_responses.Case(case.office, report, []))
        with CaptureQueriesContext(connection) as six:
            assert len(waiting_for(officer, on=ON)) == 6
        assert len(six) == len(one)


class TestThoseWhoMayNot:
    """A step waits only for somebody who could do it."""

    def test_a_signature_does_not_wait_for_whoever_prepared(self, case):
        both = factories.person(
            "Both Ends",
            (case.office.body, Role.HOLDER),
            (case.office.body, Role.RESPONSE_OFFICER),
        )
        factories_responses.complete(case)
        operations.prepare_response(
            by=factories.viewer(both), at=factories_responses.LATER, **case.about
        )
        assert waiting_for(factories.viewer(both), on=ON) == ()
        assert acts(case, "holder") == [Act.SIGN]

    def test_a_publication_does_not_wait_for_whoever_signed(self, case):
        factories_responses.signed(case)
        assert Preparation.objects.get().signature.signed_by == case.office.holder
        office = case.office
        for role in (Role.PUBLISHER, Role.RESPONSE_OFFICER):
            office.holder.assignments.create(
                organisation=office.body,
                role=role,
                from_on=date(2020, 1, 1),
                granted_at=factories_responses.AT,
                confirmed_by=office.administrator,
                confirmed_at=factories_responses.AT,
            )
        assert acts(case, "holder") == []

    def test_a_release_does_not_wait_for_whoever_prepared_the_entry(self, case):
        both = factories.person(
            "Both Ends",
            (case.office.body, Role.PUBLISHER),
            (case.office.body, Role.RESPONSE_OFFICER),
        )
        operations.prepare_public_entry(
            by=factories.viewer(both), at=factories_responses.LATER, **case.about
        )
        found = [waiting.act for waiting in waiting_for(factories.viewer(both), on=ON)]
        assert found == [Act.DRAFT]


class TestApprovals:
    @pytest.fixture
    def approver(self, case):
        return factories.person("Approver", (case.office.force, Role.APPROVER))

    @pytest.fixture
    def step(self, case, approver):
        return ApprovalStep.objects.create(
            body=case.office.body,
            organisation=case.office.force,
            title="Chief constable",
            position=1,
            from_at=datetime(2026, 1, 1, tzinfo=UTC),
            from_by=case.office.administrator,
        )

    @pytest.fixture
    def prepared(self, case, step):
        factories_responses.complete(case)
        return factories_responses.prepare(case)

    def test_wait_for_the_approver_before_the_holder(self, case, approver, prepared):
        (waiting,) = waiting_for(factories.viewer(approver), on=ON)
        assert waiting.act is Act.APPROVE
        assert acts(case, "holder") == []

    def test_stand_on_the_page_of_what_is_due_before_the_signature(
        self, case, approver, prepared, client
    ):
        def shown(person) -> str:
            client.force_login(person)
            return client.get(reverse("home:due")).content.decode()

        assert "Approve the response" in shown(approver)
        assert "Sign the response" not in shown(case.office.holder)

    def test_give_way_to_the_signature_once_given(self, case, approver, step, prepared):
        Approval.objects.create(
            preparation=prepared,
            step=step,
            content_hash=prepared.content_hash,
            approved_at=factories_responses.LATER,
            approved_by=approver,
        )
        assert waiting_for(factories.viewer(approver), on=ON) == ()
        assert acts(case, "holder") == [Act.SIGN]


class TestOwnActs:
    def acts(self, case, role):
        viewer = case.viewer(role)
        dues = due_for(viewer, on=factories_responses.LATER.date())
        return [act for act, _ in own_acts(viewer, dues)]

    def test_wait_for_the_signer_once_it_is_prepared(self, case):
        factories_responses.prepare(factories_responses.complete(case))
        assert self.acts(case, "holder") == [Act.SIGN]
        assert self.acts(case, "officer") == []

    def test_wait_for_the_approver_before_the_signer(self, case):
        operations.add_approval_step(
            by=case.viewer("administrator"),
            at=factories_responses.AT,
            body=case.office.body,
            organisation=case.office.body,
            title="Monitoring officer",
        )
        factories_responses.prepare(factories_responses.complete(case))
        assert self.acts(case, "approver") == [Act.APPROVE]
        assert self.acts(case, "holder") == []

    def test_wait_where_no_clock_runs_too(self, db):
        case = factories_responses.case(legal_basis="none")
        factories_responses.prepare(factories_responses.complete(case))
        assert self.acts(case, "holder") == [Act.SIGN]

    def test_end_with_the_publication(self, case):
        factories_responses.published(case)
        assert self.acts(case, "publisher") == []
