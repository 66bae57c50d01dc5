"""All signs of identity in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from answerable.records.identity import (
    accounts,
    birth,
    contact,
    internet,
    names,
    numbers,
    places,
    references,
    vehicles,
)
from answerable.records.identity.folding import folded
from answerable.records.identity.sign import Sign, SignKind

Finder = Callable[[str], Iterable[tuple[int, int]]]
"""The spans of one kind in a text of plain spelling."""

# Where two kinds claim the same characters, the earlier one has them.
_FINDERS: Final[tuple[tuple[SignKind, Finder], ...]] = (
    (SignKind.EMAIL, contact.emails),
    (SignKind.SOCIAL_MEDIA, internet.social_media),
    (SignKind.IP_ADDRESS, internet.ip_addresses),
    (SignKind.BANK, accounts.bank_accounts),
    (SignKind.CARD, accounts.cards),
    (SignKind.BIRTH, birth.births),
    (SignKind.URN, references.urns),
    (SignKind.CRIME_REFERENCE, references.crime_references),
    (SignKind.NATIONAL_INSURANCE, numbers.national_insurance),
    (SignKind.NHS_NUMBER, numbers.nhs_numbers),
    (SignKind.TELEPHONE, contact.telephones),
    (SignKind.POSTCODE, places.postcodes),
    (SignKind.VEHICLE, vehicles.registrations),
    (SignKind.ADDRESS, places.address_lines),
    (SignKind.NAME, names.possible_names),
)


def signs(text: str) -> list[Sign]:
    """What in a text may say who somebody is: every sign is a warning, and a person decides.

    It finds what has a shape, such as a telephone number, in the spellings in which people write
    or hide it, and words that may be names. It cannot find a description that only those who know
    somebody understand.

    Args:
        text: anything that a person typed. Time grows with its length, whatever it says.

    Returns:
        the signs in the order of the text; no two share a character.
    """
    plain = folded(text)
    taken = bytearray(len(plain.text))
    found = []
    for kind, finder in _FINDERS:
        for start, end in finder(plain.text):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(Sign(kind, *plain.span(start, end)))
    return sorted(found, key=lambda sign: sign.start)
