from __future__ import annotations

import pytest
from tests import factories, factories_followup
from tests.factories_followup import TODAY
from tests.site.rights import Place, roles

from answerable_site.followup import queries
from answerable_site.followup.access import MANAGES
from answerable_site.followup.models import Action
from answerable_site.followup.rules import ActionState
from answerable_site.people.rules import (
    OrganisationKind,
    Role,
)


class TestOrganisationsThatAct:
    def test_are_others_of_kinds_that_are_shared_by_all(self, followed):
        for kind in OrganisationKind:
            factories.organisation(f"Another {kind}", kind, "")
        found = queries.organisations_that_act(followed.viewer("officer"), followed.office.body)
        others = {one.kind for one in found if one.name.startswith("Another")}
        assert others == set(OrganisationKind) - {
            OrganisationKind.LOCAL_POLICING_BODY,
            OrganisationKind.POLICE_FORCE,
        }

    def test_are_offered_to_response_officers_alone(self, followed):
        body = followed.office.body
        found = roles(
            lambda who: queries.organisations_that_act(who, body).exists(), Place.of(body)
        )
        assert found == {Role.RESPONSE_OFFICER}


class TestBodiesDecidedFor:
    def test_are_those_where_the_viewer_is_a_response_officer(self, followed):
        factories.office("Sallowfen")
        found = queries.bodies_decided_for(followed.viewer("officer"))
        assert list(found) == [followed.office.body]

    def test_are_none_in_other_roles(self, followed):
        there = Place.of(followed.office.body)
        found = roles(lambda who: queries.bodies_decided_for(who).exists(), there)
        assert found == {Role.RESPONSE_OFFICER}


class TestOrganisationsManagedBy:
    @pytest.mark.parametrize("place", ["body", "force", "cps"])
    def test_are_those_where_the_viewer_says_what_is_done(self, followed, place):
        there = Place.of(getattr(followed, place, None) or getattr(followed.office, place))
        found = roles(lambda who: queries.organisations_managed_by(who).exists(), there)
        assert found == set(MANAGES[there.kind])

    def test_are_no_others(self, followed):
        found = queries.organisations_managed_by(followed.viewer("liaison"))
        assert list(found) == [followed.office.force]


class TestOrganisationsWithChoices:
    @pytest.mark.parametrize(
        ("role", "names"),
        [
            ("liaison", {"Office for Policing in Wexmoor", "Wexmoor Constabulary"}),
            ("holder", {"Office for Policing in Wexmoor"}),
            ("owner", {"Office for Policing in Wexmoor"}),
            ("cps_owner", {"CPS Wexmoor Area"}),
            ("administrator", set()),
        ],
    )
    def test_are_those_managed_and_the_bodies_that_are_followed(self, followed, role, names):
        factories.office("Sallowfen")
        found = queries.organisations_with_choices(followed.viewer(role))
        assert {one.name for one in found} == names


class TestCommitmentsToServe:
    def test_are_visible_ones_of_the_organisation_that_acts(self, followed):
        other = factories_followup.followed_up("Sallowfen")
        factories_followup.promised(other.office, other.recommendations[1], followed.cps)
        own = factories_followup.promised(
            followed.office, followed.recommendations[1], followed.cps
        )
        action = Action(organisation=followed.cps)
        assert list(queries.commitments_to_serve(followed.viewer("officer"), action)) == [own]


class TestActionsToWaitFor:
    def test_are_other_visible_ones_that_are_open(self, followed):
        action = factories_followup.action(followed)
        needed = factories_followup.action(followed, "Write the brief")
        done = factories_followup.action(followed, "Book the room")
        Action.objects.filter(pk=done.pk).update(state=ActionState.DONE, done_on=TODAY)
        factories_followup.action(factories_followup.followed_up("Sallowfen"))
        found = queries.actions_to_wait_for(followed.viewer("officer"), action)
        assert list(found) == [needed]
