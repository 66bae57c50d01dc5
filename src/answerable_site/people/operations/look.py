"""The colour, logo and e-mail address of an office."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from answerable.documents import Unreadable
from answerable.leaks import remade
from answerable.writing.brand import Logo
from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.operations.locked import _administered, _subject
from answerable_site.people.rules import (
    UnusableLogo,
    Viewer,
    checked_colour,
    checked_logo,
)


@transaction.atomic
def change_look(
    *, by: Viewer, at: datetime, organisation: Organisation, email: str, colour: str
) -> Organisation:
    """Set the e-mail address and the colour of an organisation; empty takes one away.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        rules.UnusableColour: the colour is not "#rrggbb", or too pale to be read on white.
    """
    organisation = _administered(organisation, by=by)
    organisation.email, organisation.colour = email.strip(), checked_colour(colour)
    organisation.save(update_fields=["email", "colour"])
    record(
        by=by,
        at=at,
        act="people.change_look",
        subject=_subject(organisation),
        details={"colour": organisation.colour},
    )
    return organisation


@transaction.atomic
def change_logo(
    *, by: Viewer, at: datetime, organisation: Organisation, png: bytes, alternative: str
) -> Organisation:
    """Set the logo, a PNG picture, with the words for those who do not see it.

    Everybody gets the logo, so it is drawn anew from its pixels: nothing that lay hidden in the
    file, such as colours under what is clear, is kept.

    Raises:
        access.Refused: the viewer does not administer the organisation.
        rules.UnusableLogo: the file is no usable PNG picture, or the words are missing.
    """
    organisation = _administered(organisation, by=by)
    logo = _drawn_anew(checked_logo(png, alternative))
    organisation.logo, organisation.logo_alternative = logo.png, logo.alternative
    organisation.save(update_fields=["logo", "logo_alternative"])
    record(
        by=by,
        at=at,
        act="people.change_logo",
        subject=_subject(organisation),
        details={"sha256": hashlib.sha256(logo.png).hexdigest(), "size": len(logo.png)},
    )
    return organisation


def _drawn_anew(logo: Logo) -> Logo:
    try:
        return checked_logo(remade(logo.png).content, logo.alternative)
    except Unreadable as problem:
        raise UnusableLogo(f"The logo cannot be used: {problem}") from problem


@transaction.atomic
def remove_logo(*, by: Viewer, at: datetime, organisation: Organisation) -> Organisation:
    """Take the logo away. Documents that were published with it keep it.

    Raises:
        access.Refused: the viewer does not administer the organisation.
    """
    organisation = _administered(organisation, by=by)
    organisation.logo, organisation.logo_alternative = None, ""
    organisation.save(update_fields=["logo", "logo_alternative"])
    record(by=by, at=at, act="people.remove_logo", subject=_subject(organisation))
    return organisation
