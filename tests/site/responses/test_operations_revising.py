from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests import factories_responses as cases

from answerable_site.people.access import Refused
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicInspection
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Preparation
from answerable_site.responses.rules.states import ResponseState
from answerable_site.responses.rules.words import RevisionKind

LAST_DAY = datetime(2026, 5, 26, 21, tzinfo=UTC)
FIRST_LATE_DAY = datetime(2026, 5, 27, 9, tzinfo=UTC)
MUCH_LATER = datetime(2026, 7, 1, 9, tzinfo=UTC)


def begin(case, kind=RevisionKind.CORRECTED, reason="A date was wrong.", role="officer"):
    return operations.begin_revision(
        by=case.viewer(role), at=MUCH_LATER, kind=kind, reason=reason, **case.about
    )


def write(case, text="We welcome this report, and its date.", at=MUCH_LATER, version=1):
    return operations.write_own_comments(
        by=case.viewer("officer"), at=at, text=text, version=version, **case.about
    )


def publish_again(case, at=MUCH_LATER):
    cases.prepare(case, at)
    cases.sign(case, at)
    return cases.publish(case, at)


def due(case, on=MUCH_LATER):
    (found,) = queries.due_for(case.viewer("officer"), on=on.date())
    return found


@pytest.fixture
def public(case):
    cases.published(case)
    return case


class TestBeginRevision:
    def test_opens_the_response_to_changes_while_the_version_stands(self, public):
        with pytest.raises(operations.ResponsePublished):
            write(public)
        begin(public)
        write(public)
        assert due(public).state is ResponseState.REVISING

    def test_is_refused_before_anything_is_public(self, case):
        cases.signed(case)
        with pytest.raises(operations.NothingToRevise):
            begin(case)

    def test_is_refused_without_a_reason(self, public):
        with pytest.raises(operations.RevisionWithoutReason):
            begin(public, reason=" ")

    def test_is_refused_while_one_is_open(self, public):
        begin(public)
        with pytest.raises(operations.RevisionOpen):
            begin(public)

    @pytest.mark.parametrize("role", ["holder", "publisher", "chief", "approver", "administrator"])
    def test_is_refused_to_everybody_but_response_officers(self, public, role):
        with pytest.raises(Refused):
            begin(public, role=role)


class TestFurtherVersion:
    def test_takes_the_place_of_the_first_and_says_what_changed_and_why(self, public):
        begin(public)
        write(public)
        second = publish_again(public)
        assert (second.version, second.kind, second.because) == (
            2,
            "corrected",
            "A date was wrong.",
        )
        assert [change["part"] for change in second.changes] == [
            "Comments of the Police and Crime Commissioner"
        ]
        assert "This is version 2, corrected." in second.html

    def test_leaves_the_day_of_the_answer_what_it_was(self, public):
        first = due(public).answered_on
        begin(public)
        write(public)
        publish_again(public)
        assert due(public).answered_on == first
        assert due(public).state is ResponseState.PUBLISHED

    def test_keeps_the_first_version_at_its_address(self, public):
        begin(public)
        write(public)
        publish_again(public)
        entry = PublicInspection.objects.get()
        assert [v.withdrawn_at for v in entry.responses.order_by("version")] == [None, None]

    def test_carries_late_comments_of_the_chief_officer(self, public):
        begin(public, RevisionKind.SUPPLEMENTED, "The chief officer wrote again.")
        operations.submit_chief_officer_comments(
            by=public.viewer("chief"),
            at=MUCH_LATER,
            author_name="Robin Ashdown",
            author_title="Chief Constable",
            text="We labelled every bag in every store.",
            version=1,
            **public.about,
        )
        assert publish_again(public).kind == "supplemented"

    def test_needs_a_revision_of_its_own_each_time(self, public):
        begin(public)
        write(public)
        publish_again(public)
        with pytest.raises(operations.ResponsePublished):
            write(public, version=2)

    def test_withdrawn_leaves_nothing_standing(self, public):
        begin(public)
        write(public)
        second = publish_again(public)
        press.withdraw_response(
            by=public.viewer("publisher"), at=MUCH_LATER, response=second, reason="It is wrong."
        )
        assert due(public).state is ResponseState.WITHDRAWN

    def test_can_follow_a_version_that_was_withdrawn_meanwhile(self, public):
        begin(public)
        write(public)
        press.withdraw_response(
            by=public.viewer("publisher"),
            at=MUCH_LATER,
            response=PublicInspection.objects.get().responses.get(),
            reason="It is wrong.",
        )
        assert publish_again(public).version == 2


class TestGiveUpRevision:
    def give_up(self, case, role="officer"):
        return operations.give_up_revision(by=case.viewer(role), at=MUCH_LATER, **case.about)

    def test_closes_the_response_and_voids_what_was_prepared(self, public):
        begin(public)
        write(public)
        cases.prepare(public, MUCH_LATER)
        self.give_up(public)
        assert not Preparation.objects.standing().exists()
        assert due(public).state is ResponseState.PUBLISHED

    def test_is_refused_where_none_is_open(self, public):
        with pytest.raises(operations.NoRevision):
            self.give_up(public)


class TestIncompleteVersion:
    @pytest.fixture
    def partly(self, case):
        """On the last lawful day, without the explanations."""
        cases.said(cases.invited(cases.decided(case)))
        cases.prepare(case, LAST_DAY, incomplete_because="The force is still checking.")
        cases.sign(case, LAST_DAY)
        cases.publish(case, LAST_DAY)
        return case

    def finish(self, case, at):
        operations.begin_revision(
            by=case.viewer("officer"),
            at=at,
            kind=RevisionKind.SUPPLEMENTED,
            reason="The answers are here.",
            **case.about,
        )
        cases.hear_and_explain(case, at)
        return publish_again(case, at)

    def test_is_not_the_answer_that_the_law_asks_for(self, partly):
        found = due(partly, FIRST_LATE_DAY)
        assert found.state is ResponseState.PARTLY_PUBLISHED
        assert found.answered_on is None
        assert found.is_overdue

    def test_says_what_is_missing_on_its_page(self, partly):
        public = PublicInspection.objects.get().responses.get()
        assert not public.is_complete
        assert "There is no explanation for recommendation 1." in public.missing
        assert "The force is still checking." in public.html

    def test_is_answered_in_time_once_the_rest_is_public_in_time(self, partly):
        self.finish(partly, LAST_DAY)
        found = due(partly)
        assert (found.state, found.days_late) == (ResponseState.PUBLISHED, 0)

    def test_is_answered_late_once_the_rest_is_public_a_day_later(self, partly):
        self.finish(partly, FIRST_LATE_DAY)
        assert due(partly).days_late == 1

    def test_counts_as_overdue_in_the_public_register(self, partly):
        assert PublicInspection.objects.overdue(FIRST_LATE_DAY.date()).exists()
        assert not PublicInspection.objects.answered_in_time().exists()
        self.finish(partly, FIRST_LATE_DAY)
        assert PublicInspection.objects.answered_late().exists()
        assert not PublicInspection.objects.overdue(MUCH_LATER.date()).exists()
