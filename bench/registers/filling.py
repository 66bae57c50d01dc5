"""A database with an office, a person and as many recommendations as wanted.

Import this once Django is set up.
"""

from __future__ import annotations

import itertools
import random
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from answerable.statute import SECTION_55, clock_for
from answerable_site.people import operations as people
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role
from answerable_site.register.models import Addressee, Inspection, Limb, Recommendation

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
PER_INSPECTION = 20
ASKED = (
    ("Police forces", "forces"),
    ("the College of Policing", "college_of_policing"),
    ("the Home Office", "home_office"),
    ("chief constables", "chief_constables"),
)
KINDS = ("recommendation", "recommendation", "recommendation", "area_for_improvement")
SUBJECTS = (
    "custody",
    "records",
    "supervisor",
    "review",
    "victims",
    "evidence",
    "training",
    "callers",
    "incident",
    "response",
    "audit",
    "analyst",
    "officer",
    "vetting",
    "strategy",
    "neighbourhood",
    "stalking",
    "disclosure",
    "property",
    "storage",
    "digital",
    "device",
    "queue",
    "interpreter",
    "detention",
    "safeguarding",
    "burglary",
    "assessment",
    "referral",
    "partnership",
)
WORDS = tuple(SUBJECTS) + tuple(f"{one[:3]}{other}" for one in SUBJECTS[:14] for other in SUBJECTS)
"""So many that a word stands in about one text of twelve, as it does in reports."""


def fill(recommendations: int) -> str:
    """Make the database and fill it; answers the session cookie of a response officer."""
    chance = random.Random(1)
    body, officer = _office()
    with transaction.atomic():
        inspections = Inspection.objects.bulk_create(
            _inspection(number, body, officer, chance)
            for number in range(recommendations // PER_INSPECTION)
        )
        body.inspections_concerning.add(*inspections)
        made = Recommendation.objects.bulk_create(
            _recommendation(inspection, number, officer, chance)
            for inspection, number in itertools.product(inspections, range(PER_INSPECTION))
        )
        Addressee.objects.bulk_create(_addressees(made, chance))
        Limb.objects.bulk_create(
            Limb(recommendation=one, position=1, text=_sentence(chance)) for one in made[::5]
        )
    return session_of(officer)


def queries(cookie: str, address: str) -> int:
    """How many database queries a page takes."""
    client = Client(headers={"host": "127.0.0.1"})
    name, _, value = cookie.partition("=")
    client.cookies[name] = value
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def _office() -> tuple[Organisation, User]:
    body = people.add_organisation(
        by=PRODUCT,
        at=AT,
        kind=OrganisationKind.LOCAL_POLICING_BODY,
        name="Office for Policing in Wexmoor",
        slug="wexmoor",
        holder_title="Police and Crime Commissioner",
    )
    officer = people.set_up_person(
        by=PRODUCT,
        at=AT,
        email="officer@example.org",
        full_name="An Officer",
        password="not used to sign in",
        roles=[(body, Role.RESPONSE_OFFICER)],
        from_on=AT.date(),
    )
    return body, officer


def session_of(user: User) -> str:
    """The cookie of somebody who has just signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    # A session that does not say when it began has ended.
    session["signed_in_at"] = timezone.now().timestamp()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def settle() -> None:
    """Let the database know what it holds, as it does by itself in an office."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _inspection(
    number: int, body: Organisation, officer: User, chance: random.Random
) -> Inspection:
    published = date(2018, 1, 1) + timedelta(days=chance.randrange(3000))
    clock = clock_for(published, SECTION_55)
    return Inspection(
        title=f"Inspection {number} of {' and '.join(chance.sample(SUBJECTS, 2))}",
        kind=chance.choice(("national", "force", "joint")),
        published_on=published,
        date_source="document",
        legal_basis=SECTION_55.code,
        last_lawful_day=clock.last_lawful_day if clock else None,
        inspectorates=["HMICFRS"],
        kept_by=body,
        created_at=AT,
        created_by=officer,
    )


def _recommendation(
    inspection: Inspection, number: int, officer: User, chance: random.Random
) -> Recommendation:
    text = " ".join(_sentence(chance) for _ in range(chance.randrange(1, 5)))
    due_on = (
        inspection.published_on + timedelta(days=chance.randrange(30, 900))
        if chance.random() < 0.6
        else None
    )
    return Recommendation(
        inspection=inspection,
        position=(number + 1) * 1000,
        published_on=inspection.published_on,
        kind=chance.choice(KINDS),
        number=str(number + 1),
        text=text,
        quote=text,
        deadline=due_on.isoformat() if due_on else "",
        due_on=due_on,
        expected_on=due_on,
        created_at=AT,
        created_by=officer,
    )


def _addressees(made: list[Recommendation], chance: random.Random) -> list[Addressee]:
    return [
        Addressee(recommendation=one, name=name, kind=kind)
        for one in made
        for name, kind in chance.sample(ASKED, chance.randrange(1, 3))
    ]


def _sentence(chance: random.Random) -> str:
    return f"Forces should improve {' '.join(chance.choices(WORDS, k=14))}."
