"""References by which organisations know a case, in one spelling each."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

from answerable_site.people.rules import OrganisationKind

LONGEST: Final = 60
_SEPARATORS = re.compile(r"[\s/\\._-]+")
_URN = re.compile(r"[0-9]{2}[A-Z0-9]{2}[0-9]{5}[0-9]{2}")


class ReferenceKind(StrEnum):
    """Whose system a reference comes from."""

    CRIME = "crime"
    URN = "urn"
    SERVICE = "service"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def belongs_to(self) -> OrganisationKind:
        """The kind of organisation that gives the reference."""
        return _BELONGS_TO[self]


_LABELS = {
    ReferenceKind.CRIME: "Crime reference",
    ReferenceKind.URN: "Unique reference number (URN)",
    ReferenceKind.SERVICE: "The support service’s own reference",
}
_BELONGS_TO = {
    ReferenceKind.CRIME: OrganisationKind.POLICE_FORCE,
    ReferenceKind.URN: OrganisationKind.POLICE_FORCE,
    ReferenceKind.SERVICE: OrganisationKind.SUPPORT_SERVICE,
}


class UnusableReference(ValueError):
    """What was typed is no reference of that kind; the message says what it looks like."""


def canonical_reference(kind: ReferenceKind, typed: str) -> str:
    """A reference in the spelling under which it is found again.

    Case, spaces, slashes, dots, hyphens and underscores make no difference: "12a/345-67" and
    "12A 34567" are one reference.

    Args:
        kind: a URN must be two digits for the force, two letters or digits for the unit, five for
            the sequence and two for the year (the police national format, 11 characters).
        typed: as a person typed it.

    Raises:
        UnusableReference: nothing is left, it is too long, or it is no URN.
    """
    plain = plain_reference(typed)
    if kind is ReferenceKind.URN and not _URN.fullmatch(plain):
        raise UnusableReference("Enter a URN of 11 characters, such as 01ZD0303208")
    return plain


def plain_reference(typed: str) -> str:
    """A reference of any kind in that spelling. Whoever describes a source of references says there
    what shape they have.

    Raises:
        UnusableReference: nothing is left, or it is too long.
    """
    plain = _SEPARATORS.sub("", unicodedata.normalize("NFKC", typed)).upper()
    if not plain or not plain.isalnum():
        raise UnusableReference("Enter a reference of letters and digits")
    if len(plain) > LONGEST:
        raise UnusableReference(f"The reference must be {LONGEST} characters or fewer")
    return plain
