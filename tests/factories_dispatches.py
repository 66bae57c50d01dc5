"""Copies and notices of a published response, brought as far as a test needs."""

from __future__ import annotations

from datetime import date, datetime

from tests import factories_responses as cases

from answerable.statute import civil_date
from answerable_site.responses import operations, queries
from answerable_site.responses.models import Dispatch
from answerable_site.responses.queries import Dossier, Outgoing
from answerable_site.responses.rules.words import Channel, Purpose

SITE = "https://answers.example.org"
ADDRESS = "copies@inspectorate.example"
PURPOSE = Purpose.COPY_TO_INSPECTORS


def dossier(case: cases.Case) -> Dossier:
    """The response as its officer sees it."""
    found = queries.dossier_visible_to(
        case.viewer("officer"), inspection_id=case.inspection.pk, body_slug=case.office.body.slug
    )
    assert found
    return found


def mail(
    case: cases.Case,
    at: datetime = cases.LATER,
    purpose: Purpose = PURPOSE,
    address: str = ADDRESS,
) -> Outgoing:
    """A copy of the version that stands, as it would go out."""
    held = dossier(case)
    assert held.public_version
    return queries.outgoing_copy(
        held,
        held.public_version,
        purpose=purpose,
        recipient="The Inspectors",
        address=address,
        on=civil_date(at),
        site=SITE,
    )


def on_its_way(case: cases.Case, at: datetime = cases.LATER, **about) -> Dispatch:
    """Confirmed by the officer; the task has still to run."""
    return operations.send_copy(
        by=case.viewer("officer"), at=at, mail=mail(case, at, **about), **case.about
    )


def invitation(case: cases.Case, wanted_by: date, at: datetime = cases.AT) -> Dispatch:
    """An invitation by e-mail, confirmed; the task has still to run."""
    outgoing = queries.outgoing_invitation(
        dossier(case),
        recipient="Chief Constable",
        address="chief@wexmoor.example",
        comments_wanted_by=wanted_by,
        on=civil_date(at),
    )
    return operations.send_invitation(
        by=case.viewer("officer"),
        at=at,
        mail=outgoing,
        comments_wanted_by=wanted_by,
        **case.about,
    )


def recorded(case: cases.Case, at: datetime = cases.LATER, **changes) -> Dispatch:
    """Sent by post and recorded, unless told otherwise."""
    given = {
        "purpose": PURPOSE,
        "version": 1,
        "recipient": "The Inspectors",
        "address": "1 Some Street",
        "channel": Channel.POST,
        "sent_on": civil_date(at),
        "proof": "Recorded delivery 12.",
    } | changes
    return operations.record_dispatch(by=case.viewer("officer"), at=at, **given, **case.about)
