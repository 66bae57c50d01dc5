from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from tests import factories
from tests.factories_casereviews import AT, Reviewing

from answerable_site.casereviews import operations, queries
from answerable_site.casereviews.models import Bundle, Sitting
from answerable_site.casereviews.rules import OutOfOrder, PanelScore
from answerable_site.people.access import Refused
from answerable_site.people.models import User
from answerable_site.people.rules import Role, Viewer

FIRST_DAY, SECOND_DAY = date(2026, 6, 30), date(2026, 9, 30)


@dataclass
class Sat:
    """A panel with a sitting, two members, and a bundle that was given to it."""

    reviewing: Reviewing
    office: factories.Office
    sitting: Sitting
    members: tuple[User, User]
    second: User
    bundle: Bundle

    @property
    def officer(self) -> dict[str, object]:
        return {"by": self.viewer(self.office.officer), "at": AT}

    def viewer(self, user: User) -> Viewer:
        return factories.viewer(user, on=AT.date())

    def score(self, member: User, score: PanelScore = PanelScore.CONSISTENT) -> None:
        operations.score_bundle(
            by=self.viewer(member), at=AT, bundle=self.bundle, score=score, words="As it should be."
        )

    def conclude(self, score: PanelScore) -> None:
        operations.conclude(**self.officer, bundle=self.bundle, score=score, words="We agree.")

    def seen(self, user: User) -> list[int]:
        return [one.member_id for one in queries.scores_shown(self.viewer(user), self.bundle)]


@pytest.fixture
def sat(office):
    people = [
        factories.person(f"{name} Reviewer", (office.force, Role.FILE_REVIEWER))
        for name in ("First", "Second")
    ]
    planner, second = (
        factories.person(f"{name} Supervisor", (office.force, Role.SUPERVISOR))
        for name in ("First", "Second")
    )
    reviewing = Reviewing(office.force, planner, tuple(people), second)
    reviewing.add_cases(2)
    [entry, *_] = queries.drawn_entries(reviewing.drawn(reviewing.planned()))
    about = {"by": factories.viewer(office.officer, on=AT.date()), "at": AT}
    panel = operations.convene_panel(**about, body=office.body, title="Panel", remit="Decisions.")
    sitting = operations.plan_sitting(**about, panel=panel, on=FIRST_DAY)
    bundle = operations.write_bundle(
        **reviewing.about,
        entry=entry,
        sitting=sitting,
        title="Bundle 1",
        text="Day 0: Reported",
        asks="Was it right?",
    )
    members = tuple(
        factories.person(f"{name} Member", (office.body, Role.PANEL_MEMBER))
        for name in ("First", "Second")
    )
    return Sat(reviewing, office, sitting, members, second, bundle)


@pytest.fixture
def given(sat):
    sat.bundle = operations.release_bundle(by=sat.viewer(sat.second), at=AT, bundle=sat.bundle)
    return sat


class TestReleaseBundle:
    def test_is_refused_to_whoever_wrote_it(self, sat):
        with pytest.raises(Refused):
            operations.release_bundle(**sat.reviewing.about, bundle=sat.bundle)

    def test_lets_the_panel_read_it(self, sat, given):
        for user in (*given.members, given.office.officer):
            assert queries.bundles_seen_by(given.viewer(user)).exists()


class TestABundle:
    def test_is_read_by_nobody_of_the_panel_until_a_second_person_looked(self, sat):
        for user in (*sat.members, sat.office.officer):
            assert not queries.bundles_seen_by(sat.viewer(user)).exists()

    def test_is_read_by_the_panel_no_longer_once_withdrawn(self, given):
        operations.withdraw_bundle(
            by=given.viewer(given.second), at=AT, bundle=given.bundle, words="A place is named."
        )
        assert not queries.bundles_seen_by(given.viewer(given.members[0])).exists()


class TestScoreBundle:
    def test_is_shown_to_nobody_else_before_the_discussion(self, given):
        first, second = given.members
        given.score(first)
        assert (given.seen(first), given.seen(second)) == ([first.pk], [])
        assert given.seen(given.office.officer) == []

    def test_is_shown_to_the_panel_once_they_talk(self, given):
        first, second = given.members
        given.score(first)
        operations.open_discussion(**given.officer, sitting=given.sitting)
        assert given.seen(second) == given.seen(given.office.officer) == [first.pk]
        assert given.seen(given.second) == []

    def test_stays_as_it_is_from_then_on(self, given):
        operations.open_discussion(**given.officer, sitting=given.sitting)
        given.bundle.refresh_from_db()
        with pytest.raises(OutOfOrder):
            given.score(given.members[0])

    def test_is_refused_to_others(self, given):
        with pytest.raises(Refused):
            given.score(given.second)


class TestConclude:
    def test_is_refused_before_the_discussion(self, given):
        with pytest.raises(OutOfOrder):
            given.conclude(PanelScore.CONSISTENT)

    def test_changes_nothing_in_the_case(self, given):
        events = given.bundle.source.entry.case.events.count()
        operations.open_discussion(**given.officer, sitting=given.sitting)
        given.conclude(PanelScore.INAPPROPRIATE)
        assert given.bundle.source.entry.case.events.count() == events
        [found] = queries.conclusions_of(given.bundle)
        assert found.score == PanelScore.INAPPROPRIATE

    def test_brings_a_bundle_without_one_back_to_the_next_sitting(self, given):
        operations.open_discussion(**given.officer, sitting=given.sitting)
        later = operations.plan_sitting(**given.officer, panel=given.sitting.panel, on=SECOND_DAY)
        given.conclude(PanelScore.NO_CONCLUSION)
        given.bundle.refresh_from_db()
        assert given.bundle.sitting == later
        given.score(given.members[0])

    def test_is_refused_without_one_while_no_further_sitting_is_planned(self, given):
        operations.open_discussion(**given.officer, sitting=given.sitting)
        with pytest.raises(OutOfOrder):
            given.conclude(PanelScore.NO_CONCLUSION)


class TestPlanSitting:
    def test_is_refused_on_a_day_on_which_the_panel_sits_already(self, sat):
        with pytest.raises(OutOfOrder):
            operations.plan_sitting(**sat.officer, panel=sat.sitting.panel, on=FIRST_DAY)
