"""Sets up a new office from the console, where nobody has a role yet."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from answerable_site.people import operations
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role

_PERSON = re.compile(r"(?P<name>[^<>]{1,200}?)\s*<(?P<email>[^<>\s@]+@[^<>\s@]+)>")


class CannotAddOffice(ValueError):
    """What was given does not make an office; the message says what to change."""


def add(
    *,
    body: str,
    holder_title: str,
    force: str,
    chief_officer_title: str,
    administrators: list[str],
    ask_password: Callable[[str], str],
) -> None:
    """Add a local policing body, its force and its administrators, all or nothing.

    Raises:
        CannotAddOffice: fewer than two administrators, an address of the wrong form, a weak
            password, or a name that exists.
    """
    people = [_person(text) for text in administrators]
    if len({email.lower() for _, email in people}) < 2:
        raise CannotAddOffice(
            "Give two different administrators: some roles must be granted by two people."
        )
    passwords = [ask_password(name) for name, _ in people]
    try:
        with transaction.atomic():
            _write(body, holder_title, force, chief_officer_title, people, passwords)
    except ValidationError as problem:
        raise CannotAddOffice(" ".join(problem.messages)) from problem
    except IntegrityError as problem:
        raise CannotAddOffice(
            "An organisation or a person of that name or address exists already."
        ) from problem


def _write(
    body: str,
    holder_title: str,
    force: str,
    chief_officer_title: str,
    people: list[tuple[str, str]],
    passwords: list[str],
) -> None:
    now = timezone.now()
    police_force = operations.add_organisation(
        by=PRODUCT,
        at=now,
        kind=OrganisationKind.POLICE_FORCE,
        name=force,
        slug=slugify(force),
        holder_title=chief_officer_title,
    )
    policing_body = operations.add_organisation(
        by=PRODUCT,
        at=now,
        kind=OrganisationKind.LOCAL_POLICING_BODY,
        name=body,
        slug=slugify(body),
        holder_title=holder_title,
        force=police_force,
    )
    for (name, email), password in zip(people, passwords, strict=True):
        operations.set_up_person(
            by=PRODUCT,
            at=now,
            email=email,
            full_name=name,
            password=password,
            roles=[
                (policing_body, Role.ADMINISTRATOR),
                (police_force, Role.ADMINISTRATOR),
            ],
            from_on=timezone.localdate(now),
        )


def _person(text: str) -> tuple[str, str]:
    match = _PERSON.fullmatch(text.strip())
    if match is None:
        raise CannotAddOffice(f"Write {text!r} as: Full name <name@example.org>")
    return match["name"], match["email"]
