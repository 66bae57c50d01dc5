from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories, factories_responses

from answerable_site.home import operations
from answerable_site.home.queries import calendar_dates, standing_address
from answerable_site.home.rules import DateKind
from answerable_site.publication import operations as press
from answerable_site.register import operations as register
from answerable_site.register.models import ClockMovement
from answerable_site.register.rules import DateSource, InspectionFacts, InspectionKind
from answerable_site.responses import operations as responses

ON = date(2026, 5, 1)


def dates(case, role: str = "officer", **asked):
    return calendar_dates(case.viewer(role), on=ON, **asked)


def correct(case, published_on: date) -> None:
    inspection = case.inspection
    register.correct_inspection(
        by=case.viewer("officer"),
        at=factories_responses.LATER,
        inspection=inspection,
        facts=InspectionFacts(
            title=inspection.title,
            kind=InspectionKind(inspection.kind),
            published_on=published_on,
            date_source=DateSource.DOCUMENT,
            legal_basis=inspection.legal_basis,
            inspectorates=tuple(inspection.inspectorates),
        ),
        bodies=[case.office.body],
        reason="The cover says otherwise.",
    )


class TestCalendarDates:
    def test_hold_the_last_lawful_day_of_what_is_open(self, case):
        (one,) = dates(case)
        assert (one.kind, one.day) == (DateKind.LAST_LAWFUL_DAY, date(2026, 5, 26))

    def test_hold_the_date_that_the_chief_officer_was_given_until_comments_are_in(self, case):
        factories_responses.invited(case)
        assert [one.day for one in dates(case, "chief")] == [date(2026, 5, 26), date(2026, 5, 5)]
        factories_responses.complete(case)
        assert [one.kind for one in dates(case)] == [DateKind.LAST_LAWFUL_DAY]

    def test_hold_nothing_that_is_answered(self, case):
        factories_responses.published(case)
        assert dates(case) == ()

    def test_hold_no_clock_that_an_answer_stopped_although_it_was_withdrawn(self, case):
        press.withdraw_response(
            by=case.viewer("publisher"),
            at=factories_responses.LATER,
            response=factories_responses.published(case),
            reason="A slip.",
        )
        assert dates(case) == ()

    def test_hold_what_is_late_and_open(self, case):
        late = ON + timedelta(days=300)
        assert len(calendar_dates(case.viewer("officer"), on=late)) == 1

    def test_hold_nothing_without_a_clock(self, db):
        assert dates(factories_responses.case(published_on=date(2017, 5, 1))) == ()

    def test_hold_one_body_where_one_is_asked_for(self, case):
        assert len(dates(case, body_id=case.office.body.pk)) == 1
        assert dates(case, body_id=case.office.body.pk + 1000) == ()

    def test_hold_nothing_for_mere_administrators_and_other_offices(self, case):
        assert dates(case, "administrator") == ()
        other = factories.viewer(factories.office("Thornley").officer)
        assert calendar_dates(other, on=ON, body_id=case.office.body.pk) == ()


class TestRevision:
    def test_counts_corrections_of_the_inspection_that_moved_its_date(self, case):
        correct(case, date(2026, 4, 2))
        (one,) = dates(case)
        assert (one.day, one.revision) == (date(2026, 5, 27), 1)
        assert one.changed_at == factories_responses.LATER
        correct(case, date(2026, 4, 1))
        (one,) = dates(case)
        assert (one.day, one.revision) == (date(2026, 5, 26), 2)

    def test_counts_movements_by_a_changed_rule(self, case):
        at = factories_responses.LATER + timedelta(days=1)
        correct(case, date(2026, 4, 2))
        for days in (0, 1):
            ClockMovement.objects.create(
                inspection=case.inspection,
                before=date(2026, 5, 26),
                after=date(2026, 5, 27),
                rules_version="2",
                noted_at=at + timedelta(days=days),
            )
        (one,) = dates(case)
        assert (one.revision, one.changed_at) == (3, at + timedelta(days=1))

    def test_counts_no_correction_of_a_recommendation(self, case):
        found = case.recommendations[0]
        found.corrections.create(
            inspection=case.inspection,
            changes=[],
            reason="A slip.",
            corrected_at=factories_responses.LATER,
            corrected_by=case.office.officer,
        )
        (one,) = dates(case)
        assert (one.revision, one.changed_at) == (0, case.inspection.created_at)

    def test_counts_invitations_of_the_chief_officer(self, case):
        factories_responses.invited(case)
        responses.invite_chief_officer(
            by=case.viewer("officer"),
            at=factories_responses.LATER,
            invited_on=date(2026, 4, 21),
            comments_wanted_by=date(2026, 5, 8),
            **case.about,
        )
        wanted = next(one for one in dates(case) if one.kind is DateKind.COMMENTS_WANTED)
        assert (wanted.day, wanted.revision) == (date(2026, 5, 8), 1)
        assert wanted.changed_at == factories_responses.LATER


class TestStandingAddress:
    @pytest.mark.parametrize("secret", ["", "wrong", "A" * 43])
    def test_is_not_found_by_a_wrong_secret(self, case, secret):
        operations.make_calendar_address(by=case.viewer("officer"), at=factories_responses.AT)
        assert standing_address(secret) is None
