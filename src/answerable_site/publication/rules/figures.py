"""What may be said in public of figures: files, addresses, and why there is a further edition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum


class CorrectionNotExplained(ValueError):
    """Figures of that day are public already, and nobody said what these correct."""


class EditionKind(StrEnum):
    """Why an edition of a data set was released."""

    FIRST = "first"
    LATER = "later"
    """It has figures as of a later day."""
    CORRECTED = "corrected"


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
    DataFormat.CSV: "Counts for other programs (CSV)",
    DataFormat.CSVW: "What the CSV file holds (CSV on the Web, JSON)",
    DataFormat.ODS: "Spreadsheet with notes (ODS)",
    DataFormat.JSON: "Everything on this page (JSON)",
    DataFormat.CHART: "The chart (SVG)",
    DataFormat.NARROW_CHART: "The chart for a phone (SVG)",
}


def data_set_slug(measure: str, by: Iterable[str]) -> str:
    """The part of the address that a measure and its breakdowns have in every release."""
    return "-by-".join(name.replace("_", "-") for name in (measure, *by))


def edition_kind(*, as_of: date, latest_as_of: date | None, because: str) -> EditionKind:
    """Why there is an edition.

    Args:
        as_of: of its figures.
        latest_as_of: of the latest edition at its address; None where it is the first.
        because: what it corrects, in words; empty where it corrects nothing.

    Raises:
        CorrectionNotExplained: its figures are no later than those that are public.
    """
    if latest_as_of is None:
        return EditionKind.FIRST
    if because:
        return EditionKind.CORRECTED
    if as_of <= latest_as_of:
        raise CorrectionNotExplained(
            "Figures as of this day or a later one are public already. Say what these correct."
        )
    return EditionKind.LATER
