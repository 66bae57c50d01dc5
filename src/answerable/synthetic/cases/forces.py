"""Invented forces: their names, their codes, and how many of all reports each has.

No name is a real force, place or person. Codes are `X01` to `X43`: no real list begins so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

AREAS_FROM = 200
"""The pseudonym of the prosecutors’ Area of a force is the force’s number and this."""


class Forces(StrEnum):
    """How many invented forces there are."""

    SMALL = "small"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Force:
    """One invented force."""

    number: int
    """From 1; the pseudonym of the organisation in a cut."""
    name: str
    share: float
    """Of all reports of the invented forces; the shares add to 1."""

    @property
    def code(self) -> str:
        """As crime references and extracts name it, such as X01."""
        return f"X{self.number:02d}"

    @property
    def urn_letters(self) -> str:
        """The first two characters of the references of prosecutors: no real force has them."""
        first, second = divmod(self.number - 1, len(_SECOND_LETTERS))
        return f"{_FIRST_LETTERS[first]}{_SECOND_LETTERS[second]}"


_FIRST_LETTERS, _SECOND_LETTERS = "YZ", "123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_NAMES = (
    *("Wexmoor", "Aldermarsh", "Brackenvale", "Calderthwick", "Dunmerrow", "Eastwold Fen"),
    *("Fallowshire", "Greyhollow", "Harrowmere", "Inglebeck", "Jessamy Vale", "Kestrelmoor"),
    *("Larchwater", "Marrowdale", "Netherquay", "Oakenfirth", "Pellingshaw", "Quillmarsh"),
    *("Ravenholt", "Saltermoor", "Tarnwick Edge", "Underfell", "Vellacombe", "Wyndlesea"),
    *("Yarrowdene", "Ambersett", "Birchenlow", "Copperlea", "Drakesmere", "Elmscarth"),
    *("Fernhithe", "Gorsebury Vale", "Hollinreach", "Ironwell", "Juniper Coast", "Kilnbarrow"),
    *("Lintonmere", "Mossgarth", "Northwold Reach", "Ottersby", "Plumbridge", "Rookhaven"),
    "Sedgewater",
)
_SMALLEST = 1.0
_STEP = 1.06
"""Each force has 6% more reports than the one before it: the last has eleven times the first."""


def invented(forces: Forces) -> tuple[Force, ...]:
    """One small force, or 43 of which the first is that one and the others are larger."""
    names = _NAMES[:1] if forces is Forces.SMALL else _NAMES
    sizes = [_SMALLEST * _STEP**place for place in range(len(names))]
    return tuple(
        Force(place + 1, f"{name} Police", size / sum(sizes))
        for place, (name, size) in enumerate(zip(names, sizes, strict=True))
    )
