from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests import factories
from tests import factories_responses as cases

from answerable_site.audit.models import AuditEntry
from answerable_site.people.access import Refused
from answerable_site.responses import operations
from answerable_site.responses.models import ChiefOfficerComments, Response

AFTER_THE_DATE = datetime(2026, 5, 6, 9, tzinfo=UTC)
COMMENTS = {"author_name": "Robin Ashdown", "author_title": "Chief Constable", "text": "We agree."}


class TestInviteChiefOfficer:
    def test_begins_the_response(self, case):
        cases.invited(case)
        assert Response.objects.get().begun_by == case.office.officer

    def test_leaves_one_entry(self, case):
        before = AuditEntry.objects.count()
        cases.invited(case)
        entry = AuditEntry.objects.last()
        assert AuditEntry.objects.count() == before + 1
        assert entry.act == "responses.invite_chief_officer"

    def test_keeps_earlier_invitations(self, case):
        cases.invited(cases.invited(case))
        assert Response.objects.get().invitations.count() == 2

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "administrator"])
    def test_is_refused_to_everybody_but_response_officers(self, case, role):
        with pytest.raises(Refused):
            operations.invite_chief_officer(
                by=case.viewer(role),
                at=cases.AT,
                invited_on=cases.AT.date(),
                comments_wanted_by=cases.LAST_DAY,
                **case.about,
            )

    def test_is_refused_to_officers_of_another_body(self, case):
        other = factories.office("Thornley")
        with pytest.raises(Refused):
            operations.invite_chief_officer(
                by=factories.viewer(other.officer),
                at=cases.AT,
                invited_on=cases.AT.date(),
                comments_wanted_by=cases.LAST_DAY,
                **case.about,
            )

    def test_is_refused_for_a_body_that_is_not_concerned(self, case):
        other = factories.office("Thornley")
        with pytest.raises(operations.NotConcerned):
            operations.invite_chief_officer(
                by=factories.viewer(other.officer),
                at=cases.AT,
                inspection=case.inspection,
                body=other.body,
                invited_on=cases.AT.date(),
                comments_wanted_by=cases.LAST_DAY,
            )

    @pytest.mark.parametrize(
        ("invited_on", "wanted_by"),
        [(date(2026, 4, 21), date(2026, 5, 5)), (date(2026, 4, 20), date(2026, 4, 19))],
    )
    def test_is_refused_with_dates_that_cannot_be(self, case, invited_on, wanted_by):
        with pytest.raises(operations.DatesOutOfOrder):
            operations.invite_chief_officer(
                by=case.viewer("officer"),
                at=cases.AT,
                invited_on=invited_on,
                comments_wanted_by=wanted_by,
                **case.about,
            )


class TestSubmitChiefOfficerComments:
    def submit(self, case, role="chief", **chosen):
        given = {"at": cases.AT, "version": 0, **COMMENTS} | chosen
        return operations.submit_chief_officer_comments(by=case.viewer(role), **given, **case.about)

    def test_are_received_on_the_day_they_are_sent(self, case):
        late_at_night = datetime(2026, 5, 11, 23, 30, tzinfo=UTC)
        saved = self.submit(case, at=late_at_night)
        assert (saved.received_on, saved.submitted_here) == (date(2026, 5, 12), True)

    @pytest.mark.parametrize("role", ["officer", "holder", "publisher"])
    def test_are_refused_from_anybody_else(self, case, role):
        with pytest.raises(Refused):
            self.submit(case, role)

    def test_are_refused_from_the_chief_officer_of_another_force(self, case):
        other = factories.office("Thornley")
        with pytest.raises(Refused):
            operations.submit_chief_officer_comments(
                by=factories.viewer(other.chief), at=cases.AT, version=0, **COMMENTS, **case.about
            )

    def test_are_refused_without_words(self, case):
        with pytest.raises(operations.NothingWritten):
            self.submit(case, text=" \n")

    def test_become_a_further_version(self, case):
        self.submit(case)
        self.submit(case, text="We disagree.", version=1)
        assert list(ChiefOfficerComments.objects.values_list("version", "text")) == [
            (1, "We agree."),
            (2, "We disagree."),
        ]

    def test_never_overwrite_what_somebody_saved_meanwhile(self, case):
        self.submit(case)
        with pytest.raises(operations.ChangedMeanwhile):
            self.submit(case, text="We disagree.")
        assert ChiefOfficerComments.objects.get().text == "We agree."


class TestEnterChiefOfficerComments:
    def test_keep_the_day_on_the_letter(self, case):
        saved = operations.enter_chief_officer_comments(
            by=case.viewer("officer"),
            at=cases.AT,
            received_on=date(2026, 4, 17),
            version=0,
            **COMMENTS,
            **case.about,
        )
        assert (saved.received_on, saved.submitted_here) == (date(2026, 4, 17), False)

    def test_are_refused_with_a_day_to_come(self, case):
        with pytest.raises(operations.DatesOutOfOrder):
            operations.enter_chief_officer_comments(
                by=case.viewer("officer"),
                at=cases.AT,
                received_on=date(2026, 4, 21),
                version=0,
                **COMMENTS,
                **case.about,
            )


class TestRecordNoComments:
    def record(self, case, at):
        return operations.record_no_comments(
            by=case.viewer("officer"), at=at, version=0, **case.about
        )

    def test_names_the_date_that_passed(self, case):
        cases.invited(case)
        assert self.record(case, AFTER_THE_DATE).none_received_by == date(2026, 5, 5)

    def test_is_refused_on_the_date_itself(self, case):
        cases.invited(case)
        with pytest.raises(operations.CommentsStillWanted):
            self.record(case, datetime(2026, 5, 5, 22, 59, tzinfo=UTC))

    def test_is_refused_without_an_invitation(self, case):
        with pytest.raises(operations.NotInvited):
            self.record(case, AFTER_THE_DATE)
