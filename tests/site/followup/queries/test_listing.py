"""Which rows a list holds, for whom, in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories, factories_followup
from tests.factories_followup import AT, DUE, TODAY

from answerable_site.followup import operations, queries, rules
from answerable_site.followup.models import Commitment
from answerable_site.followup.queries import ANY, NOBODY, UNSAID, Order, Standing, Wanted
from answerable_site.people.rules import ANONYMOUS, Role
from answerable_site.register.models import Theme

pytestmark = pytest.mark.django_db
EVERYTHING = Wanted(standing=Standing.ALL)


@pytest.fixture
def followed():
    return factories_followup.followed_up()


def listed(followed, wanted=Wanted(), role="officer", on=TODAY) -> list[str]:  # noqa: B008
    found = queries.listed_commitments(followed.viewer(role), wanted, on=on)
    lines = list(found)
    assert found.count() == len(lines)
    assert found[: len(lines)] == lines
    return [line.summary for line in lines]


def further(followed, summary, due_on=DUE, organisation=None):
    return factories_followup.promised(
        followed.office,
        followed.recommendations[1],
        organisation or followed.office.force,
        due_on=due_on,
        summary=summary,
    )


FIRST = "Write down every withdrawal with its reason"


class TestListedCommitments:
    @pytest.mark.parametrize("role", ["officer", "holder", "chief", "liaison", "owner"])
    def test_are_all_of_the_body_for_its_people_and_its_force(self, followed, role):
        assert listed(followed, role=role) == [FIRST]

    def test_are_those_beside_one_s_own_for_others(self, followed):
        assert listed(followed, role="cps_owner") == []
        factories_followup.promised(
            followed.office, followed.recommendations[0], followed.cps, summary="Say it early"
        )
        further(followed, "Not theirs")
        assert listed(followed, role="cps_owner") == [FIRST, "Say it early"]

    def test_are_none_of_another_office_and_none_for_the_public(self, followed):
        other = factories_followup.followed_up("Thornley")
        assert listed(followed) == [FIRST]
        assert [
            one.body_id
            for one in queries.listed_commitments(other.viewer("officer"), EVERYTHING, on=TODAY)
        ] == [other.office.body.pk]
        assert list(queries.listed_commitments(ANONYMOUS, EVERYTHING, on=TODAY)) == []

    def test_are_seen_in_every_body_of_somebody_who_works_for_two(self, followed):
        other = factories_followup.followed_up("Thornley")
        both = factories.viewer(
            factories.person(
                "Both",
                (followed.office.body, Role.RESPONSE_OFFICER),
                (other.cps, Role.ACTION_OWNER),
            )
        )
        factories_followup.promised(
            other.office, other.recommendations[0], other.cps, summary="Beside"
        )
        found = queries.listed_commitments(both, Wanted(), on=TODAY)
        assert found.count() == 3

    def test_come_with_the_soonest_original_date_first_and_none_last(self, followed):
        further(followed, "Later", date(2027, 1, 1))
        further(followed, "Never", None, followed.office.body)
        assert listed(followed) == [FIRST, "Later", "Never"]

    def test_keep_their_place_when_a_date_moves(self, followed):
        further(followed, "Later", date(2026, 10, 1))
        moved(followed)
        assert listed(followed) == [FIRST, "Later"]

    def test_come_with_the_latest_change_first(self, followed):
        further(followed, "Later")
        moved(followed)
        assert listed(followed, Wanted(order=Order.LATEST_CHANGE)) == [FIRST, "Later"]

    def test_take_as_many_queries_for_many_as_for_few(self, followed):
        with CaptureQueriesContext(connection) as few:
            listed(followed)
        further(followed, "Later")
        further(followed, "Another", organisation=followed.office.body)
        with CaptureQueriesContext(connection) as many:
            listed(followed)
        assert len(few) == len(many)


def moved(followed, to=date(2027, 9, 1), role="officer"):
    operations.set_target(
        by=followed.viewer(role),
        at=datetime(2026, 6, 2, 9, tzinfo=UTC),
        thing=followed.commitment,
        target=rules.Target(to, rules.Whose.INTERNAL, "The trainer fell ill"),
    )


class TestFilters:
    @pytest.fixture(autouse=True)
    def others(self, followed):
        """One more, with nothing in common with the first but the body."""
        factories_followup.owned(followed)
        self.second = further(followed, "Later", date(2027, 1, 1), followed.office.body)

    @pytest.mark.parametrize(
        "wanted",
        [
            Wanted(words="withdrawal"),
            Wanted(timeliness=rules.Timeliness.LATE),
            Wanted(timeliness=ANY),
            Wanted(exception=rules.Why.LATE),
            Wanted(own_view=rules.OwnView.AT_RISK),
            Wanted(assurance=rules.AssuranceKind.PARTIAL),
            Wanted(inspectorate=rules.InspectorateStatus.IN_PROGRESS),
            Wanted(whose=rules.Whose.INTERNAL),
        ],
    )
    def test_leave_what_fits(self, followed, wanted):
        Commitment.objects.filter(pk=followed.commitment.pk).update(
            own_view="at_risk", assurance="partial", inspectorate="in_progress"
        )
        Commitment.objects.filter(pk=followed.commitment.pk).update(whose_date="internal")
        assert listed(followed, wanted, on=date(2026, 10, 1)) == [FIRST]

    def test_leave_what_nobody_owns_or_somebody_does(self, followed):
        assert listed(followed, Wanted(owner=NOBODY)) == ["Later"]
        assert listed(followed, Wanted(owner=str(followed.owner.pk))) == [FIRST]

    def test_leave_an_organisation_a_body_a_report(self, followed):
        assert listed(followed, Wanted(organisation_id=followed.office.force.pk)) == [FIRST]
        assert len(listed(followed, Wanted(body_id=followed.office.body.pk))) == 2
        assert listed(followed, Wanted(body_id=followed.office.force.pk)) == []
        assert len(listed(followed, Wanted(inspection_id=followed.inspection.pk))) == 2
        assert listed(followed, Wanted(inspection_id=0)) == []

    def test_leave_a_theme(self, followed):
        theme = Theme.objects.create(held_by=followed.office.body, name="Bags")
        theme.recommendations.add(followed.recommendations[0])
        assert listed(followed, Wanted(theme_id=theme.pk)) == [FIRST]

    def test_find_the_words_of_the_recommendation_too(self, followed):
        number = followed.recommendations[1].number
        word = followed.recommendations[1].text.split()[-1]
        assert "Later" in listed(followed, Wanted(words=f"{number} {word}"))

    def test_leave_what_says_nothing_yet(self, followed):
        Commitment.objects.filter(pk=self.second.pk).update(own_view="on_track")
        assert listed(followed, Wanted(own_view=UNSAID)) == [FIRST]

    def test_leave_what_changed_since(self, followed):
        moved(followed)
        since = datetime(2026, 6, 2, 9, tzinfo=UTC)
        assert listed(followed, Wanted(changed_since=since)) == [FIRST]

    def test_leave_what_is_open_closed_or_both(self, followed):
        Commitment.objects.filter(pk=self.second.pk).update(done_on=TODAY, closed_on=TODAY)
        assert listed(followed) == [FIRST]
        assert listed(followed, Wanted(standing=Standing.CLOSED)) == ["Later"]
        assert len(listed(followed, EVERYTHING)) == 2

    def test_hold_together(self, followed):
        narrow = Wanted(words="withdrawal", owner=NOBODY)
        assert listed(followed, narrow) == []
        assert listed(followed, replace(narrow, owner="")) == [FIRST]


class TestListedActions:
    def test_are_those_that_serve_a_visible_commitment(self, followed):
        action = factories_followup.action(followed)
        other = factories_followup.followed_up("Thornley")
        factories_followup.action(other)
        found = queries.listed_actions(followed.viewer("chief"), Wanted(), on=TODAY)
        assert [line.id for line in found] == [action.pk]
        assert list(queries.listed_actions(followed.viewer("cps_owner"), Wanted(), on=TODAY)) == []

    @pytest.mark.parametrize(
        ("wanted", "count"),
        [
            (Wanted(words="brief"), 1),
            (Wanted(words="nonesuch"), 0),
            (Wanted(timeliness=rules.Timeliness.LATE), 1),
            (Wanted(timeliness=rules.Timeliness.RUNNING), 0),
            (Wanted(exception=ANY), 1),
            (Wanted(exception=rules.Why.NO_OWNER), 0),
            (Wanted(standing=Standing.CLOSED), 0),
            (Wanted(owner=NOBODY), 0),
        ],
    )
    def test_are_narrowed(self, followed, wanted, count):
        factories_followup.action(followed)
        found = queries.listed_actions(followed.viewer("officer"), wanted, on=date(2026, 10, 1))
        assert found.count() == count == len(found[:10])


class TestChangesOf:
    def test_say_what_when_and_by_whom(self, followed):
        factories_followup.action(followed)
        moved(followed)
        viewer = followed.viewer("officer")
        lines = queries.changed_commitments(viewer, since=AT)[:5]
        (changed,) = queries.changes_of(lines, since=AT)
        told = [(one.what, one.by, one.action) for one in changed.changes]
        assert told[0] == (queries.Happened.DATED, followed.office.officer.full_name, None)
        liaison = followed.liaison.full_name
        assert (queries.Happened.ACTION_ADDED, liaison, "Brief every supervisor") in told
        assert (queries.Happened.BEGUN, followed.office.officer.full_name, None) in told

    def test_leave_out_what_was_before(self, followed):
        moved(followed)
        since = datetime(2026, 6, 2, tzinfo=UTC)
        lines = queries.changed_commitments(followed.viewer("officer"), since=since)[:5]
        (changed,) = queries.changes_of(lines, since=since)
        assert [one.what for one in changed.changes] == [queries.Happened.DATED]


class TestWorkOf:
    def test_is_what_somebody_owns(self, followed):
        factories_followup.owned(followed)
        factories_followup.action(followed)
        work = queries.work_of(followed.viewer("owner"), on=TODAY)
        assert [len(part) for part in (work.commitments, work.actions, work.to_judge)] == [1, 1, 0]

    def test_is_for_the_office_what_is_claimed_and_what_is_to_be_closed(self, followed):
        factories_followup.evidence(followed)
        operations.state_own_view(
            by=followed.viewer("liaison"),
            at=AT,
            today=TODAY,
            commitment=followed.commitment,
            view=rules.OwnView.COMPLETE,
            on=TODAY,
            words="All were briefed",
        )
        assert len(queries.work_of(followed.viewer("officer"), on=TODAY).to_judge) == 1
        assert len(queries.work_of(followed.viewer("liaison"), on=TODAY).to_judge) == 0
        Commitment.objects.update(assurance=rules.AssuranceKind.COMPLETE)
        work = queries.work_of(followed.viewer("holder"), on=TODAY)
        assert (len(work.to_judge), len(work.to_close)) == (0, 1)

    def test_is_what_others_wrote_to_be_agreed_or_approved(self, followed):
        operations.add_update(
            by=followed.viewer("liaison"),
            at=AT,
            on=TODAY,
            thing=followed.commitment,
            rating=rules.Rating.GREEN,
            words="Half were briefed",
        )
        operations.propose_wording(
            by=followed.viewer("liaison"), at=AT, commitment=followed.commitment, words="We do it"
        )
        chief, officer, liaison = (
            queries.work_of(followed.viewer(role), on=TODAY)
            for role in ("chief", "officer", "liaison")
        )
        assert (len(chief.to_agree), len(officer.to_approve)) == (1, 1)
        assert (len(liaison.to_agree), len(chief.to_approve)) == (0, 0)
