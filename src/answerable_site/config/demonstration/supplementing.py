"""The chief officer's comments come after publication: a second version adds them."""

from __future__ import annotations

from datetime import date, timedelta

from answerable.synthetic.reports import InventedAnswer
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.publishing import publish
from answerable_site.config.demonstration.sending import send_copies
from answerable_site.config.demonstration.stories import Story
from answerable_site.register.models import Inspection
from answerable_site.responses import operations
from answerable_site.responses.rules.words import RevisionKind

DAYS_TO_A_SECOND_VERSION = 7


def supplement(
    told: InventedAnswer, came_on: date, inspection: Inspection, office: InventedOffice
) -> Story:
    """Enter the comments from a letter, reply, publish the second version and send copies.

    Args:
        came_on: the day on which the letter arrived.
    """
    officer = Act(office.officer, came_on, 14)
    yield officer.at
    operations.begin_revision(
        **officer.on(inspection, office),
        kind=RevisionKind.SUPPLEMENTED,
        reason="The Chief Constable’s comments arrived after publication. They are added here.",
    )
    operations.enter_chief_officer_comments(
        **officer.on(inspection, office),
        received_on=came_on,
        author_name=office.chief.full_name,
        author_title="Chief Constable",
        text=told.chief_officer_comments,
        version=1,
        letter=operations.ReceivedFile(
            name="letter-of-the-chief-constable.txt",
            content=f"{told.chief_officer_comments}\n\n{office.chief.full_name}\n".encode(),
        ),
    )
    operations.write_reply(**officer.on(inspection, office), text=told.reply, version=0)
    public = yield from publish(
        inspection, office, on=came_on + timedelta(days=DAYS_TO_A_SECOND_VERSION)
    )
    yield from send_copies(public, inspection, office)
