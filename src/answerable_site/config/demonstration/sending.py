"""Where the invented office sends copies, and which it sent, with what shows it.

One is missing on purpose, so that a visitor sees what the product says then.
"""

from __future__ import annotations

from datetime import date, timedelta

from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.config.demonstration.stories import Story
from answerable_site.publication.models import PublicResponse
from answerable_site.register.models import Inspection
from answerable_site.responses import operations
from answerable_site.responses.rules.words import Channel, Purpose

RECIPIENTS = {
    Purpose.COPY_TO_INSPECTORS: ("Inspectors of constabulary", "inspectors@copies.example"),
    Purpose.COPY_TO_SECRETARY: ("Office of the Secretary of State", "secretary@copies.example"),
    Purpose.PANEL_TOLD: ("Wexmoor Police and Crime Panel", "panel@wexmoor.example"),
}


def keep_recipients(office: InventedOffice, *, on: date) -> None:
    """Enter where copies and notices go."""
    for purpose, (name, email) in RECIPIENTS.items():
        operations.keep_recipient(
            **Act(office.officer, on, 12).alone,
            body=office.body,
            purpose=purpose,
            name=name,
            email=email,
        )


def send_copies(public: PublicResponse, inspection: Inspection, office: InventedOffice) -> Story:
    """Record what of a published version went out on the next day.

    A further version went to the inspectors alone: the Secretary of State's copy of it is missing.
    """
    yield from _to_the_inspectors(public, inspection, office)
    if public.version == 1:
        yield from _to_the_secretary(public, inspection, office)


def _to_the_inspectors(
    public: PublicResponse, inspection: Inspection, office: InventedOffice
) -> Story:
    sent_on = public.published_on + timedelta(days=1)
    officer = Act(office.officer, sent_on, 9)
    yield officer.at
    name, _ = RECIPIENTS[Purpose.COPY_TO_INSPECTORS]
    receipt = f"Received from {office.body.name}: 1 file, {sent_on.isoformat()}.\n"
    operations.record_dispatch(
        **officer.on(inspection, office),
        purpose=Purpose.COPY_TO_INSPECTORS,
        version=public.version,
        recipient=name,
        address="The inspectorate’s portal",
        channel=Channel.PORTAL,
        sent_on=sent_on,
        proof="",
        file=operations.ReceivedFile(name="receipt.txt", content=receipt.encode()),
    )


def _to_the_secretary(
    public: PublicResponse, inspection: Inspection, office: InventedOffice
) -> Story:
    sent_on = public.published_on + timedelta(days=1)
    officer = Act(office.officer, sent_on, 10)
    yield officer.at
    name, _ = RECIPIENTS[Purpose.COPY_TO_SECRETARY]
    operations.record_dispatch(
        **officer.on(inspection, office),
        purpose=Purpose.COPY_TO_SECRETARY,
        version=public.version,
        recipient=name,
        address="",
        channel=Channel.POST,
        sent_on=sent_on,
        proof="Sent by recorded delivery; the slip is in the post book.",
    )
