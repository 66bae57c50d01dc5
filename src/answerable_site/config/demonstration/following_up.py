"""How the invented county follows its joint report up: told in the order of its days, so that the
record of acts never goes back in time here.

Force and CPS Area promise their parts. One commitment is closed and was found to last; one is
late, was re-dated twice, and has gone up.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import date, datetime

from django.utils.crypto import get_random_string

from answerable_site.config.demonstration.acting import moment
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.following_joint_way import (
    begin_joint_way,
    go_on,
    move_date,
)
from answerable_site.config.demonstration.following_training import (
    begin_training,
    close_training,
    train,
)
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.promises import TRAINING, FollowUp, Promises
from answerable_site.config.demonstration.stories import Story
from answerable_site.followup import operations, rules
from answerable_site.followup.operations import Promise
from answerable_site.followup.rules import Whose
from answerable_site.people import operations as people
from answerable_site.people.models import User
from answerable_site.people.rules import PRODUCT, Role
from answerable_site.register.models import Inspection

PHASE_ONE = "side-by-side-phase-one"
"""The report that force and CPS Area follow up together."""
BEGUN = 330
"""Days ago: after the response to the report was published."""


def story_of_follow_up(
    county: InventedCounty,
    office: InventedOffice,
    people_of_force: tuple[User, User],
    known: Mapping[str, Inspection],
    today: date,
) -> Story:
    """The whole story, day by day.

    Args:
        people_of_force: who `add_people_of_follow_up` gave.
        known: the inspections by their key; the one that is followed up stands in it by then.
    """
    story = FollowUp(office, county, *people_of_force, today)
    yield from _choose(story)
    promises = yield from _begin(story, known[PHASE_ONE])
    training = yield from begin_training(story, promises.training)
    way = yield from begin_joint_way(story, promises)
    yield from train(story, promises.training, training)
    yield from move_date(story, promises, way)
    yield from close_training(story, promises.training)
    yield from go_on(story, promises, way)


def add_people_of_follow_up(county: InventedCounty, from_on: date) -> tuple[User, User]:
    """The force’s liaison officer and an action owner."""

    def person(full_name: str, role: Role) -> User:
        return people.set_up_person(
            by=PRODUCT,
            at=moment(from_on, 9, 7),
            email=f"{full_name.split(maxsplit=1)[0].lower()}@{county.force.slug}.example",
            full_name=full_name,
            password=get_random_string(32),
            roles=[(county.force, role)],
            from_on=from_on,
        )

    return (
        person("Linnet Marrowby", Role.FORCE_LIAISON),
        person("Garrick Fenwold", Role.ACTION_OWNER),
    )


def _choose(story: FollowUp) -> Story:
    officer = story.act(story.office.officer, BEGUN, 10)
    yield officer["at"]
    operations.begin_levels(**officer, body=story.office.body)
    operations.set_policy(
        **officer,
        body=story.office.body,
        policy=rules.Policy(revisions_allowed=1, demonstration_days=30),
    )
    liaison = story.act(story.liaison, BEGUN, 11)
    yield liaison["at"]
    levels = (
        ("Force liaison officer", story.liaison),
        ("Chief officer’s office", story.office.chief),
    )
    for position, (title, person) in enumerate(levels):
        operations.name_step(
            **liaison,
            organisation=story.county.force,
            position=position,
            title=title,
            person=person,
        )


def _begin(story: FollowUp, report: Inspection) -> Generator[datetime, None, Promises]:
    force, area = story.county.force, story.county.area
    training, way, contact = (
        report.recommendations.get(number=number) for number in ("1", "2", "3")
    )
    first_limb = way.limbs.all()[0]
    own_date = rules.Target(story.day(-60), Whose.INTERNAL)
    act = story.act(story.office.officer, BEGUN, 12)
    yield act["at"]
    begun = operations.begin_commitments(
        **act,
        on=story.day(BEGUN),
        body=story.office.body,
        promises=[
            Promise(
                training,
                force,
                TRAINING,
                "Sixty-four investigators are trained; sixteen have places.",
            ),
            Promise(
                way,
                force,
                "Agree with prosecutors when early advice is sought",
                "Force and CPS area will sign a joint way of working.",
                limb=first_limb,
            ),
            Promise(way, area, "Agree with the force when early advice is sought", limb=first_limb),
            Promise(contact, force, "Give each victim one named contact", target=own_date),
            Promise(contact, area, "Name one contact in each unit", target=own_date),
        ],
    )
    for commitment in begun:
        of_force = commitment.organisation_id == force.pk
        act = story.act(story.liaison if of_force else story.county.manager, BEGUN, 14)
        yield act["at"]
        operations.assign_owner(
            **act,
            on=story.day(BEGUN),
            thing=commitment,
            owner=story.owner if of_force else story.county.manager,
        )
        commitment.refresh_from_db()
    return Promises(*begun)
