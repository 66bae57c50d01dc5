"""Sets up new organisations from the console, where nobody has a role yet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import URLResolver, get_resolver
from django.utils import timezone
from django.utils.text import slugify

from answerable_site.people import operations
from answerable_site.people.models import Organisation
from answerable_site.people.rules import PRODUCT, BodyType, OrganisationKind, Role

PUBLIC_PAGES = "publication"
_PERSON = re.compile(r"(?P<name>[^<>]{1,200}?)\s*<(?P<email>[^<>\s@]+@[^<>\s@]+)>")


class CannotAddOffice(ValueError):
    """What was given does not make an organisation; the message says what to change."""


def add(
    *,
    body: str,
    holder_title: str,
    administrators: list[str],
    ask_password: Callable[[str], str],
    force: str = "",
    chief_officer_title: str = "",
    body_type: BodyType = BodyType.COMMISSIONER,
) -> None:
    """Add a local policing body, its force and its administrators, all or nothing.

    Args:
        force: empty for a body that takes over the force of another when it succeeds that one.
        chief_officer_title: given where a force is.

    Raises:
        CannotAddOffice: fewer than two administrators, an address of the wrong form, a weak
            password, a name that exists or whose address is taken by other public pages, or a
            force without the title of its chief officer.
    """
    if bool(force) != bool(chief_officer_title):
        raise CannotAddOffice(
            "Give the force together with the title of its chief officer, or neither for a body "
            "that takes over the force of another."
        )
    with _all_or_nothing():
        added = _add_body(body, holder_title, body_type, _add_force(force, chief_officer_title))
        places = [added, added.force] if added.force else [added]
        _add_administrators(places, administrators, ask_password)


def add_organisation(
    *,
    kind: OrganisationKind,
    name: str,
    administrators: list[str],
    ask_password: Callable[[str], str],
) -> None:
    """Add an organisation that is neither a policing body nor its force, all or nothing.

    Args:
        kind: a CPS Area, an inspectorate, a support service or a national body.

    Raises:
        CannotAddOffice: fewer than two administrators, an address of the wrong form, a weak
            password, a name that exists or whose address is taken by other public pages, or a
            kind that `add` is for.
    """
    if kind in {OrganisationKind.LOCAL_POLICING_BODY, OrganisationKind.POLICE_FORCE}:
        raise CannotAddOffice(
            "A local policing body and its force are added together: use “answerable add-office”."
        )
    with _all_or_nothing():
        added = operations.add_organisation(
            by=PRODUCT,
            at=timezone.now(),
            kind=kind,
            name=name,
            slug=_address_of(name),
            holder_title="",
        )
        _add_administrators([added], administrators, ask_password)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except ValidationError as problem:
        raise CannotAddOffice(" ".join(problem.messages)) from problem
    except (IntegrityError, operations.NameTaken) as problem:
        raise CannotAddOffice(
            "An organisation or a person of that name or address exists already."
        ) from problem


def _address_of(name: str) -> str:
    """The word that stands for an organisation in addresses.

    Raises:
        CannotAddOffice: other public pages have it already.
    """
    slug = slugify(name)
    if slug in reserved_words():
        raise CannotAddOffice(
            f"The name “{name}” gives the address “{slug}”, which other public pages have. Give "
            "the name in full, such as “Office for …”."
        )
    return slug


def reserved_words() -> frozenset[str]:
    """First words of public addresses that lead elsewhere than to a body."""
    first_words = {
        str(route.pattern).split("/", maxsplit=1)[0]
        for app in get_resolver().url_patterns
        if isinstance(app, URLResolver) and app.app_name == PUBLIC_PAGES
        for route in app.url_patterns
    }
    return frozenset(word for word in first_words if word and "<" not in word)


def _add_force(name: str, chief_officer_title: str) -> Organisation | None:
    if not name:
        return None
    return operations.add_organisation(
        by=PRODUCT,
        at=timezone.now(),
        kind=OrganisationKind.POLICE_FORCE,
        name=name,
        slug=_address_of(name),
        holder_title=chief_officer_title,
    )


def _add_body(
    name: str, holder_title: str, body_type: BodyType, force: Organisation | None
) -> Organisation:
    return operations.add_organisation(
        by=PRODUCT,
        at=timezone.now(),
        kind=OrganisationKind.LOCAL_POLICING_BODY,
        name=name,
        slug=_address_of(name),
        holder_title=holder_title,
        force=force,
        body_type=body_type,
    )


def _add_administrators(
    places: list[Organisation], administrators: list[str], ask_password: Callable[[str], str]
) -> None:
    """The same two people or more in every place."""
    people = [_person(text) for text in administrators]
    if len({email.lower() for _, email in people}) < 2:
        raise CannotAddOffice(
            "Give two different administrators: some roles must be granted by two people."
        )
    now = timezone.now()
    for name, email in people:
        operations.set_up_person(
            by=PRODUCT,
            at=now,
            email=email,
            full_name=name,
            password=ask_password(name),
            roles=[(place, Role.ADMINISTRATOR) for place in places],
            from_on=timezone.localdate(now),
            must_change_password=True,
        )


def _person(text: str) -> tuple[str, str]:
    match = _PERSON.fullmatch(text.strip())
    if match is None:
        raise CannotAddOffice(f"Write {text!r} as: Full name <name@example.org>")
    return match["name"], match["email"]
