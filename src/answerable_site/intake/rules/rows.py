"""What becomes of a row that was set aside."""

from __future__ import annotations

from enum import StrEnum


class RowState(StrEnum):
    """How far a row has come since it was set aside."""

    WAITING = "waiting"
    TAKEN = "taken"
    GIVEN_UP = "given_up"
    SENT_AGAIN = "sent_again"
    ERASED = "erased"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    RowState.WAITING: "Waiting",
    RowState.TAKEN: "Corrected and taken",
    RowState.GIVEN_UP: "Given up",
    RowState.SENT_AGAIN: "Sent again in a later file",
    RowState.ERASED: "Erased, for nobody settled it in time",
}
