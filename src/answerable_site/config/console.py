"""Who acts at the console, and for whom: found as a command names them."""

from __future__ import annotations

from datetime import date

from answerable_site.people.models import Organisation, User
from answerable_site.people.queries import viewer_for
from answerable_site.people.rules import Viewer


class CannotBeDone(ValueError):
    """What a command asked for; the message says what to change. Nothing was changed."""


def acting(email: str, *, on: date) -> Viewer:
    """Whoever signs in with an address, with the roles of a day.

    Raises:
        CannotBeDone: nobody does, or not any more.
    """
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        raise CannotBeDone(f"Nobody signs in as {email!r}.")
    return viewer_for(user, on=on)


def organisation(slug: str) -> Organisation:
    """The organisation that the addresses of the site name so, with its force where it has one.

    Raises:
        CannotBeDone: there is none.
    """
    found = Organisation.objects.select_related("force").filter(slug=slug).first()
    if found is None:
        raise CannotBeDone(
            f"No organisation has the address {slug!r}. Its page under People shows the address."
        )
    return found
