from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories
from tests import factories_responses as cases

from answerable_site.people.rules import ANONYMOUS
from answerable_site.responses import operations, queries
from answerable_site.responses.rules.states import ResponseState
from answerable_site.responses.rules.words import BindingGround, RevisionKind

ON = date(2026, 5, 18)


@pytest.fixture
def other(db):
    return factories.office("Thornley")


@pytest.fixture
def further(case):
    """A later report that concerns the same body."""
    return cases.Case(case.office, cases.inspection(case.office, "Guard dogs"), [])


def state(case) -> ResponseState:
    """As the list tells it, and the page of the response too."""
    viewer = case.viewer("officer")
    (due,) = queries.due_for(viewer, on=ON)
    held = queries.dossier_visible_to(
        viewer, inspection_id=case.inspection.pk, body_slug=case.office.body.slug
    )
    assert (held.state, held.answered_on) == (due.state, due.answered_on)
    assert (held.facts.clock, held.facts.why_no_clock) == (due.clock, due.why_no_clock)
    return due.state


class TestDueFor:
    def test_needs_nobody_to_open_anything(self, case):
        (due,) = queries.due_for(case.viewer("officer"), on=ON)
        assert (due.state, due.days_left) == (ResponseState.NOT_BEGUN, 8)

    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief"])
    def test_shows_everybody_who_takes_part(self, case, role):
        assert len(queries.due_for(case.viewer(role), on=ON)) == 1

    def test_shows_an_administrator_nothing(self, case):
        assert queries.due_for(case.viewer("administrator"), on=ON) == ()

    def test_shows_another_office_nothing(self, case):
        other = factories.office("Thornley")
        assert queries.due_for(factories.viewer(other.officer), on=ON) == ()

    def test_shows_the_public_nothing(self, case):
        assert queries.due_for(ANONYMOUS, on=ON) == ()

    def test_shows_each_body_its_own_response(self, case):
        other = factories.office("Thornley")
        case.inspection.bodies_concerned.add(other.body)
        cases.published(case)
        (theirs,) = queries.due_for(factories.viewer(other.officer), on=ON)
        assert (theirs.body_name, theirs.state) == (other.body.name, ResponseState.NOT_BEGUN)

    def test_follows_a_response_on_its_way(self, case):
        seen = [state(case)]
        cases.complete(case)
        seen.append(state(case))
        cases.prepare(case)
        seen.append(state(case))
        cases.sign(case)
        seen.append(state(case))
        cases.publish(case)
        seen.append(state(case))
        assert seen == [
            ResponseState.NOT_BEGUN,
            ResponseState.DRAFTING,
            ResponseState.PREPARED,
            ResponseState.SIGNED,
            ResponseState.PUBLISHED,
        ]

    def test_goes_back_to_drafting_when_something_signed_is_changed(self, case):
        cases.signed(case)
        operations.write_reply(
            by=case.viewer("officer"), at=cases.LATER, text="Thank you.", version=0, **case.about
        )
        assert state(case) is ResponseState.DRAFTING

    def test_follows_a_further_version(self, case):
        cases.said(cases.decided(case))
        cases.prepare(case, incomplete_because="An answer is awaited.")
        cases.sign(case)
        cases.publish(case)
        seen = [state(case)]
        operations.begin_revision(
            by=case.viewer("officer"),
            at=cases.LATER,
            kind=RevisionKind.SUPPLEMENTED,
            reason="More came.",
            **case.about,
        )
        seen.append(state(case))
        assert seen == [ResponseState.PARTLY_PUBLISHED, ResponseState.REVISING]

    def test_tells_where_nothing_is_owed(self, case):
        operations.decide_binding(
            by=case.viewer("officer"),
            at=cases.AT,
            ground=BindingGround.NOT_THE_SUBJECT,
            reason="It is about another force.",
            **case.about,
        )
        assert state(case) is ResponseState.NOT_OWED

    def test_asks_two_queries_however_many_there_are(self, case):
        for number in range(5):
            row = cases.inspection(case.office, f"Report {number}")
            operations.prepare_public_entry(
                by=case.viewer("officer"), at=cases.AT, inspection=row, body=case.office.body
            )
        viewer = case.viewer("officer")
        with CaptureQueriesContext(connection) as asked:
            found = queries.due_for(viewer, on=ON)
        assert (len(found), len(asked)) == (6, 2)


class TestDutyVisibleTo:
    def duty(self, viewer, case, **asked):
        given = {"inspection_id": case.inspection.pk, "body_slug": case.office.body.slug} | asked
        return queries.duty_visible_to(viewer, **given)

    def test_is_none_of_another_body(self, case, other):
        assert self.duty(factories.viewer(other.officer), case) is None

    def test_is_none_under_the_address_of_a_body_that_the_report_does_not_concern(
        self, case, other
    ):
        assert self.duty(case.viewer("officer"), case, body_slug=other.body.slug) is None

    def test_is_about_the_report_asked_for(self, case, further):
        found = [self.duty(case.viewer("officer"), one).inspection for one in (case, further)]
        assert found == [case.inspection, further.inspection]

    def test_has_no_response_where_only_another_report_is_answered(self, case, further):
        cases.said(case)
        assert self.duty(case.viewer("officer"), further).response is None

    def test_has_no_response_where_only_another_body_answers(self, case, other):
        case.inspection.bodies_concerned.add(other.body)
        cases.said(case)
        theirs = self.duty(factories.viewer(other.officer), case, body_slug=other.body.slug)
        assert theirs.response is None
