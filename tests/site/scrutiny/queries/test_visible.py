from __future__ import annotations

import pytest
from tests import factories_scrutiny
from tests.factories_scrutiny import ON, Scrutinised, moment
from tests.site.rights import Place, roles

from answerable_site.people.rules import ANONYMOUS, TAKES_PART_IN_RESPONSES, Role
from answerable_site.scrutiny import operations, queries
from answerable_site.scrutiny.rules import Presence

pytestmark = pytest.mark.django_db
VISIBLE = {
    "meetings": (queries.meetings_visible_to, "body"),
    "questions": (queries.questions_visible_to, "meeting__body"),
    "packs": (queries.packs_visible_to, "meeting__body"),
}
KEPT = {
    "meetings": (queries.meetings_kept_by, "body"),
    "items": (queries.items_kept_by, "meeting__body"),
    "attendances": (queries.attendances_kept_by, "meeting__body"),
    "series": (queries.series_kept_by, "body"),
}


def full(name: str) -> Scrutinised:
    """A meeting with one of each."""
    about = factories_scrutiny.scrutinised(name)
    by, at, body = about.viewer("officer"), moment(ON), about.followed.office.body
    operations.add_series(
        by=by, at=at, body=body, plan=factories_scrutiny.plan(title="Quarterly"), every_weeks=12
    )
    operations.attend(
        by=by,
        at=at,
        meeting=about.meeting,
        name="A Member",
        office_title="",
        organisation="",
        presence=Presence.PRESENT,
    )
    factories_scrutiny.frozen(about)
    operations.ask(
        by=by,
        at=at,
        meeting=about.meeting,
        words="How many?",
        asked_by="A member",
        put_to=about.followed.office.force,
    )
    return about


@pytest.fixture
def about():
    full("Sallowfen")
    return full("Wexmoor")


@pytest.mark.parametrize(("visible", "whose"), VISIBLE.values(), ids=VISIBLE)
class TestWhatIsVisible:
    @pytest.mark.parametrize("role", ["officer", "holder", "publisher", "chief", "liaison"])
    def test_is_that_of_the_body_for_its_people_and_those_of_its_force(
        self, about, visible, whose, role
    ):
        seen = set(visible(about.viewer(role)).values_list(whose, flat=True))
        assert seen == {about.followed.office.body.pk}

    def test_is_nothing_in_other_roles(self, about, visible, whose):
        found = roles(lambda who: visible(who).exists(), Place.of(about.followed.office.body))
        assert found == TAKES_PART_IN_RESPONSES

    def test_is_nothing_for_the_public(self, about, visible, whose):
        assert not visible(ANONYMOUS)


class TestBeforeThePackIsFrozen:
    @pytest.mark.parametrize(("role", "sees"), [("holder", True), ("chief", False)])
    def test_a_meeting_is_visible_to_the_office_alone(self, role, sees):
        viewer = factories_scrutiny.scrutinised().viewer(role)
        assert queries.meetings_visible_to(viewer).exists() is sees


@pytest.mark.parametrize(("kept", "whose"), KEPT.values(), ids=KEPT)
class TestWhatIsKept:
    def test_is_that_of_the_body_for_its_response_officers(self, about, kept, whose):
        found = set(kept(about.viewer("officer")).values_list(whose, flat=True))
        assert found == {about.followed.office.body.pk}

    def test_is_nothing_in_other_roles(self, about, kept, whose):
        found = roles(lambda who: kept(who).exists(), Place.of(about.followed.office.body))
        assert found == {Role.RESPONSE_OFFICER}
