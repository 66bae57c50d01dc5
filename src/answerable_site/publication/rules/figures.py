"""What may be said in public of figures: files, addresses, and why there is a further edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.languages import message


class CorrectionNotExplained(ValueError):
    """Figures of that day are public already, and nobody said what these correct."""


class EditionKind(StrEnum):
    """Why an edition of a data set was released."""

    FIRST = "first"
    LATER = "later"
    """It has figures as of a later day."""
    CORRECTED = "corrected"
    REPEATED = "repeated"
    """It says what the one before it says, word for word."""
    AFTER_WITHDRAWAL = "after_withdrawal"


@dataclass(frozen=True, slots=True)
class Before:
    """The last edition at an address, before another follows."""

    as_of: date
    content_hash: str
    is_withdrawn: bool


class DataFormat(StrEnum):
    """The files of an edition, by what their names end in."""

    CSV = "csv"
    CSVW = "csv-metadata.json"
    ODS = "ods"
    JSON = "json"
    CHART = "svg"
    NARROW_CHART = "narrow.svg"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]

    @property
    def label(self) -> str:
        return _LABELS[self]


_MEDIA_TYPES = {
    DataFormat.CSV: "text/csv",
    DataFormat.CSVW: "application/csvm+json",
    DataFormat.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    DataFormat.JSON: "application/json",
    DataFormat.CHART: "image/svg+xml",
    DataFormat.NARROW_CHART: "image/svg+xml",
}
_LABELS = {
    DataFormat.CSV: message("Counts for other programs (CSV)"),
    DataFormat.CSVW: message("What the CSV file holds (CSV on the Web, JSON)"),
    DataFormat.ODS: message("Spreadsheet with notes (ODS)"),
    DataFormat.JSON: message("Everything on this page (JSON)"),
    DataFormat.CHART: message("The chart (SVG)"),
    DataFormat.NARROW_CHART: message("The chart for a phone (SVG)"),
}


def data_set_slug(measure: str, by: Iterable[str]) -> str:
    """The part of the address that a measure and its breakdowns have in every release."""
    return "-by-".join(name.replace("_", "-") for name in (measure, *by))


def edition_kind(
    before: Before | None, *, as_of: date, content_hash: str, because: str
) -> EditionKind:
    """Why there is an edition.

    Args:
        before: the last one at its address; None where it is the first.
        as_of: of its figures.
        content_hash: of what it says.
        because: what it corrects, in words; empty where it corrects nothing.

    Raises:
        CorrectionNotExplained: it says otherwise what is public, of the same day or an earlier one.
    """
    if before is None:
        return EditionKind.FIRST
    if before.is_withdrawn:
        return EditionKind.AFTER_WITHDRAWAL
    if because:
        return EditionKind.CORRECTED
    if as_of > before.as_of:
        return EditionKind.LATER
    if content_hash == before.content_hash:
        return EditionKind.REPEATED
    raise CorrectionNotExplained(
        "Other figures as of this day or a later one are public already. Say what these correct."
    )
