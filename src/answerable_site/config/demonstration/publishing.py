"""Three people let an answer out: one prepares it, the holder signs, another publishes."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, datetime, timedelta

from answerable.statute import civil_date
from answerable.writing.canonical import content_hash
from answerable_site.config.demonstration.acting import Act
from answerable_site.config.demonstration.office import InventedOffice
from answerable_site.publication.models import PublicResponse
from answerable_site.register.models import Inspection
from answerable_site.responses import operations, queries
from answerable_site.responses.rules.composition import compose
from answerable_site.responses.rules.facts import SignatoryFacts


def publish(
    inspection: Inspection, office: InventedOffice, *, on: date, incomplete_because: str = ""
) -> Generator[datetime, None, PublicResponse]:
    """Prepare two days before, sign the day before, publish on the day.

    Args:
        incomplete_because: why it goes out although something is missing.
    """
    officer = Act(office.officer, on - timedelta(days=2), 16)
    yield officer.at
    operations.prepare_response(
        **officer.on(inspection, office), incomplete_because=incomplete_because
    )
    holder = Act(office.holder, on - timedelta(days=1), 11)
    yield holder.at
    operations.sign_response(
        **holder.on(inspection, office),
        signed_as=office.body.holder_title,
        content_hash=_hash_shown(holder, inspection, office),
    )
    publisher = Act(office.publisher, on, 10)
    yield publisher.at
    return operations.publish_response(**publisher.on(inspection, office))


def _hash_shown(holder: Act, inspection: Inspection, office: InventedOffice) -> str:
    """The hash of the document as the holder sees it before signing."""
    held = queries.dossier_visible_to(
        holder.viewer, inspection_id=inspection.pk, body_slug=office.body.slug
    )
    if held is None:
        raise LookupError("The holder cannot see the response.")
    signatory = SignatoryFacts(
        name=office.holder.full_name,
        title=office.body.holder_title,
        signed_on=civil_date(holder.at),
    )
    return content_hash(compose(held.facts, signatory=signatory))
