"""What no password may be: known to be stolen, or made of words that everybody here would try."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError

from answerable.languages import say
from answerable_site.people import queries

OF_THE_PLACE = ("answerable", "commissioner", "constabulary", "inspectorate", "police", "policing")
"""Words that belong to every installation (OWASP ASVS 5.0, 6.1.2)."""
EVERYDAY = frozenset(
    {
        *("and", "area", "authority", "city", "combined", "county", "east", "for", "national"),
        *("north", "office", "service", "services", "south", "support", "the", "west", "with"),
    }
)
"""Words in names that stand inside many others, such as "city" in "electricity"."""
SHORTEST_WORD = 4
"""In letters: shorter ones stand inside too many others."""

_LONGEST_LINE = 80
"""In bytes: 40 digits, a colon and a count need far fewer."""


class NotStolen:
    """Validator: refuses what stands in the file of `settings.BREACHED_PASSWORDS`, if there is one.

    The file has the format of the "Have I Been Pwned" download: the SHA-1 hash of a password in
    hexadecimal, a colon and a count, one a line, sorted by hash.
    """

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002
        """Raises ValidationError for a password that is known to be stolen."""
        if settings.BREACHED_PASSWORDS and is_in(settings.BREACHED_PASSWORDS, password):
            raise ValidationError(
                say("This password was stolen somewhere before. Choose another."),
                code="password_stolen",
            )

    def get_help_text(self) -> str:
        """What Django lists beside its own rules."""
        return "Your password cannot be one that is known to be stolen."


class NotOfThePlace:
    """Validator: refuses the words of policing, of the product and of the organisations here."""

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002
        """Raises ValidationError for a password that holds one, in any case."""
        typed = password.casefold()
        found = next((word for word in _words_of_the_place() if word in typed), None)
        if found:
            raise ValidationError(
                f"A password here cannot have “{found}” in it: it is among the first that anybody "
                "would try. Choose another.",
                code="password_of_the_place",
            )

    def get_help_text(self) -> str:
        """What Django lists beside its own rules."""
        return "Your password cannot hold the name of an organisation here, or “police”."


def _words_of_the_place() -> list[str]:
    names = " ".join((settings.SITE_ORGANISATION, *queries.names_of_organisations())).casefold()
    own = {word for word in re.findall(r"\w+", names) if len(word) >= SHORTEST_WORD}
    return sorted({*OF_THE_PLACE, *own} - EVERYDAY)


def is_in(path: Path, password: str) -> bool:
    """Whether a file of sorted hashes holds a password; reads some 40 lines of any size of file."""
    # The format of the file decides the algorithm; nothing is protected by it.
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as hashes:
        low, high = 0, os.fstat(hashes.fileno()).st_size
        while low < high:
            middle = (low + high) // 2
            if _hash_at(hashes, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return _hash_at(hashes, low) == wanted


def _hash_at(hashes: BinaryIO, position: int) -> bytes:
    """The hash of the first line that begins at a position or after it; `~` past the last one."""
    hashes.seek(max(position - 1, 0))
    if position:
        hashes.readline(_LONGEST_LINE)
    line = hashes.readline(_LONGEST_LINE)
    return line.partition(b":")[0].strip().upper() if line else b"~"
