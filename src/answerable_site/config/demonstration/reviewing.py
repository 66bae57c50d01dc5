"""A review of the invented force’s case files, and a scrutiny panel, left for a visitor.

Every file is scored; two reviewers differ about one, and nobody has decided. A bundle is with the
panel, whose members have not said anything yet.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from typing import Final

from django.utils.crypto import get_random_string

from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews import operations, queries
from answerable_site.casereviews.models import FileReview, Programme
from answerable_site.casereviews.operations import NewProgramme, Said
from answerable_site.config.demonstration.acting import Act, moment
from answerable_site.config.demonstration.county import InventedCounty
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.stories import Story
from answerable_site.people import operations as people
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, Role

PLANNED, SCORED, CONVENED, LOOKED_AT = 30, 20, 16, 14
"""Days ago: the review is planned and drawn, files are scored, the panel begins, reads a bundle."""
SITS_IN = timedelta(days=21)
SEED: Final = "demonstration"
_SAYS: Final = (Rating.FULLY, Rating.PARTLY, Rating.FULLY, Rating.NOT_EVIDENCED, Rating.NOT_MET)


@dataclass(frozen=True, slots=True)
class Reviewers:
    """Who scores files, who looks at bundles, and who sits on the panel."""

    reviewers: tuple[User, User]
    second_supervisor: User
    member: User


def add_people_of_reviews(
    county: InventedCounty, office: InventedOffice, from_on: date
) -> Reviewers:
    """Two reviewers of case files, a further supervisor, and a member of a panel."""

    def person(full_name: str, organisation: Organisation, role: Role) -> User:
        return people.set_up_person(
            by=PRODUCT,
            at=moment(from_on, 9, 9),
            email=f"{full_name.split(maxsplit=1)[0].lower()}@{organisation.slug}.example",
            full_name=full_name,
            password=get_random_string(32),
            roles=[(organisation, role)],
            from_on=from_on,
        )

    return Reviewers(
        reviewers=(
            person("Clemency Hargrave-Moss", county.force, Role.FILE_REVIEWER),
            person("Wystan Applethwaite", county.force, Role.FILE_REVIEWER),
        ),
        second_supervisor=person("Thessaly Rookwood", county.force, Role.SUPERVISOR),
        member=person("Perpetua Winslade", office.body, Role.PANEL_MEMBER),
    )


def story_of_reviews(
    county: InventedCounty, office: InventedOffice, taking_part: Reviewers, today: date
) -> Story:
    """A review is planned, drawn and scored; a panel is given a bundle of one of its files."""
    programme = yield from _drawn(county, taking_part, today - timedelta(days=PLANNED))
    yield from _scored(programme, today - timedelta(days=SCORED))
    yield from _panel(county, office, taking_part, programme, today)


def _drawn(
    county: InventedCounty, taking_part: Reviewers, on: date
) -> Generator[datetime, None, Programme]:
    supervisor = Act(county.supervisor, on, 10)
    yield supervisor.at
    programme = operations.plan_programme(
        **supervisor.alone,
        force=county.force,
        new=NewProgramme(
            title="Support and one team: a look into case files",
            purpose="To see whether recommendations 2 and 5 can be seen in case files.",
            sets=("rape-2021-02/1", "rape-2021-05/1"),
            own=("Is it clear who decided what, and when?",),
            reported_from=on - timedelta(days=365),
            reported_to=on,
            strata=tuple(Stratum),
            precision=10,
        ),
    )
    programme = operations.freeze_frame(**supervisor.alone, today=on, programme=programme)
    programme = operations.draw_sample(
        **supervisor.alone, programme=programme, sizes=programme.population, seed=SEED
    )
    operations.assign_reviewers(
        **supervisor.alone,
        today=on,
        programme=programme,
        reviewers=[one.pk for one in taking_part.reviewers],
    )
    return programme


def _scored(programme: Programme, on: date) -> Story:
    says = cycle(_SAYS)
    for entry in queries.drawn_entries(programme):
        for review in entry.reviews.all():
            reviewer = Act(review.reviewer, on, 14)
            yield reviewer.at
            operations.lock_review(**reviewer.alone, review=review, said=_said(review, next(says)))


def _said(review: FileReview, rating: Rating) -> dict[str, Said]:
    asked = review.entry.programme.asked_of(review.entry.stratum)
    return {one.key: Said(rating, "As the log of the case shows.") for one in asked}


def _panel(
    county: InventedCounty,
    office: InventedOffice,
    taking_part: Reviewers,
    programme: Programme,
    today: date,
) -> Story:
    officer = Act(office.officer, today - timedelta(days=CONVENED), 11)
    writes = Act(county.supervisor, today - timedelta(days=CONVENED), 15)
    looks = Act(taking_part.second_supervisor, today - timedelta(days=LOOKED_AT), 10)
    yield officer.at
    panel = operations.convene_panel(
        **officer.alone,
        body=office.body,
        title="Independent scrutiny panel on violence against women and girls",
        remit="Whether decisions not to go on were explained, and the victim was heard.",
    )
    sitting = operations.plan_sitting(**officer.alone, panel=panel, on=today + SITS_IN)
    yield writes.at
    bundle = operations.write_bundle(
        **writes.alone,
        entry=queries.drawn_entries(programme)[0],
        sitting=sitting,
        title="Bundle 1",
        text="Day 0: Reported\nDay 2: Support offered, and accepted\nDay 39: Decision: no further "
        "action\nDay 44: The victim was told by letter",
        asks="Was the victim told in a way that suited them?",
    )
    yield looks.at
    operations.release_bundle(**looks.alone, bundle=bundle)
