"""How far a file has come between being offered and being loaded."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class OfferState(StrEnum):
    """A file that somebody offered for loading."""

    WAITING = "waiting"
    CHECKING = "checking"
    CHECKED = "checked"
    CONFIRMED = "confirmed"
    LOADING = "loading"
    LOADED = "loaded"
    REFUSED = "refused"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_over(self) -> bool:
        """Whether nothing more becomes of it."""
        return not NEXT[self]

    @property
    def works(self) -> bool:
        """Whether it goes on by itself, so that its page asks again."""
        return self in _WORKS


_LABELS = {
    OfferState.WAITING: "Waiting to be checked",
    OfferState.CHECKING: "Being checked",
    OfferState.CHECKED: "Checked: confirm to load it",
    OfferState.CONFIRMED: "Waiting to be loaded",
    OfferState.LOADING: "Being loaded",
    OfferState.LOADED: "Loaded",
    OfferState.REFUSED: "Refused",
    OfferState.CANCELLED: "Cancelled",
}
_WORKS: Final = frozenset(
    {
        OfferState.WAITING,
        OfferState.CHECKING,
        OfferState.CONFIRMED,
        OfferState.LOADING,
    }
)
NEXT: Final[Mapping[OfferState, frozenset[OfferState]]] = MappingProxyType(
    {
        OfferState.WAITING: frozenset({OfferState.CHECKING, OfferState.CANCELLED}),
        OfferState.CHECKING: frozenset(
            {OfferState.CHECKED, OfferState.REFUSED, OfferState.CANCELLED}
        ),
        OfferState.CHECKED: frozenset({OfferState.CONFIRMED, OfferState.CANCELLED}),
        OfferState.CONFIRMED: frozenset({OfferState.LOADING, OfferState.CANCELLED}),
        OfferState.LOADING: frozenset(
            {OfferState.LOADED, OfferState.REFUSED, OfferState.CANCELLED}
        ),
        OfferState.LOADED: frozenset(),
        OfferState.REFUSED: frozenset(),
        OfferState.CANCELLED: frozenset(),
    }
)
"""What may become of a file next."""


def may_become(state: OfferState) -> list[OfferState]:
    """The states from which a file may come to a state."""
    return [before for before, after in NEXT.items() if state in after]
