"""A public register: an entry for each inspection, of which two in three are answered.

Import this once Django is set up.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import transaction

from answerable.statute import SECTION_55
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import OrganisationKind
from answerable_site.publication.models import PublicInspection, PublicResponse
from answerable_site.register.models import Inspection

BODIES = 43
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
PERIOD_DAYS = 56


def fill() -> list[str]:
    """Enter every inspection that has a clock; answers the slugs of the bodies."""
    bodies = [_body(number) for number in range(BODIES)]
    preparer, releaser, signer = (_person(word) for word in ("preparer", "releaser", "signer"))
    with transaction.atomic():
        entries = PublicInspection.objects.bulk_create(
            [
                _entry(number, one, bodies[number % BODIES], preparer, releaser)
                for number, one in enumerate(
                    Inspection.objects.filter(last_lawful_day__isnull=False)
                )
            ],
            batch_size=1000,
        )
        PublicResponse.objects.bulk_create(
            [_response(one, signer, releaser) for at, one in enumerate(entries) if at % 3],
            batch_size=1000,
        )
    return [one.slug for one in bodies]


def _body(number: int) -> Organisation:
    return Organisation.objects.create(
        kind=OrganisationKind.LOCAL_POLICING_BODY,
        name=f"Office for Policing in County {number:02}",
        slug=f"county-{number:02}",
        holder_title="Police and Crime Commissioner",
    )


def _person(word: str) -> User:
    return User.objects.create(email=f"{word}@example.org", full_name=f"The {word}")


def _entry(
    number: int, inspection: Inspection, body: Organisation, preparer: User, releaser: User
) -> PublicInspection:
    return PublicInspection(
        body=body,
        body_name=body.name,
        body_slug=body.slug,
        slug=f"inspection-{number}",
        title=inspection.title,
        published_on=inspection.published_on,
        last_lawful_day=inspection.last_lawful_day,
        period_days=PERIOD_DAYS,
        basis_name=SECTION_55.name,
        basis_citation=SECTION_55.citation,
        inspectorates=inspection.inspectorates,
        prepared_at=AT,
        prepared_by=preparer,
        released_at=AT,
        released_by=releaser,
    )


def _response(entry: PublicInspection, signer: User, publisher: User) -> PublicResponse:
    """Published ten days before the last lawful day, or ten days after it for one in seven."""
    on = entry.last_lawful_day + timedelta(days=10 if entry.pk % 7 == 0 else -10)
    return PublicResponse(
        inspection=entry,
        version=1,
        document={},
        content_hash="0" * 64,
        html="<p>What the office answers.</p>",
        signed_by=signer,
        signer_name=signer.full_name,
        signed_as="Police and Crime Commissioner",
        signed_on=on,
        published_at=datetime.combine(on, AT.timetz()),
        published_on=on,
        published_by=publisher,
    )
