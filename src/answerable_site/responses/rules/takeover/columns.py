"""The columns of a list of past responses, and the names by which offices call them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeAlias

from answerable.documents.tables import Value
from answerable_site.register.rules import lists
from answerable_site.register.rules.lists import LEAVE_OUT, header_key, headers_in


class Column(StrEnum):
    """What a column of the list tells of a response or of its report."""

    TITLE = "title"
    REPORT_PUBLISHED = "report_published"
    KIND = "kind"
    LEGAL_BASIS = "legal_basis"
    INSPECTORATES = "inspectorates"
    REPORT_ADDRESS = "report_address"
    PUBLISHED = "response_published"
    ADDRESS = "response_address"
    INVITED = "invited"
    COMMENTS_RECEIVED = "comments_received"
    EXPLAINED = "explained"
    COPIED_TO_INSPECTORS = "copied_to_inspectors"
    COPIED_TO_SECRETARY = "copied_to_secretary"
    REFERENCE = "reference"
    NOTE = "note"

    @property
    def label(self) -> str:
        """Its header in the template."""
        return NAMES[self][0]

    @property
    def is_required(self) -> bool:
        return self in {Column.TITLE, Column.REPORT_PUBLISHED}


NAMES: Final[dict[Column, tuple[str, ...]]] = {
    Column.TITLE: (
        *("Report title", "Title", "Title of report", "Report", "Report name", "Name of report"),
        *("Inspection", "Inspection title", "Inspection report", "Name of inspection"),
    ),
    Column.REPORT_PUBLISHED: (
        *("Report published", "Report published on", "Report publication date", "Date of report"),
        *("Report date", "Date published", "Publication date", "Date report published"),
        *("Inspection published", "Published by HMICFRS", "HMICFRS publication date"),
    ),
    Column.KIND: (
        *("Kind", "Kind of inspection", "Type", "Type of inspection", "Inspection type"),
        *("Report type", "Type of report"),
    ),
    Column.LEGAL_BASIS: ("Legal basis", "Basis", "Duty", "Statutory basis", "Law"),
    Column.INSPECTORATES: (
        *("Inspectorates", "Inspectorate", "Inspected by", "Published by", "Inspecting body"),
    ),
    Column.REPORT_ADDRESS: (
        *("Report address", "Link to report", "Report link", "Report URL", "URL of report"),
        *("Report web address", "Web address of report"),
    ),
    Column.PUBLISHED: (
        *("Response published", "Response published on", "Response date", "Date of response"),
        *("Date response published", "Response publication date", "Published response date"),
        *("PCC response published", "PCC response date", "Date of PCC response", "Answered on"),
    ),
    Column.ADDRESS: (
        *("Response address", "Link to response", "Response link", "Response URL"),
        *("URL of response", "PCC response link", "Response web address", "Published at"),
    ),
    Column.INVITED: (
        *("Chief officer invited", "Invited", "Invited on", "Chief constable invited"),
        *("Comments requested", "Comments requested on", "Date invited", "Invitation sent"),
    ),
    Column.COMMENTS_RECEIVED: (
        *("Comments received", "Comments received on", "Chief constable comments received"),
        *("Chief officer comments received", "Date comments received", "CC comments received"),
    ),
    Column.EXPLAINED: (
        *("Explains every recommendation", "Every recommendation explained"),
        *("All recommendations explained", "Recommendations explained", "Explained"),
        *("All recommendations answered", "Every recommendation answered"),
    ),
    Column.COPIED_TO_INSPECTORS: (
        *("Copy to inspectors", "Copy to inspectors on", "Copied to inspectors"),
        *("Sent to HMICFRS", "Copy to HMICFRS", "Copied to HMICFRS", "Date sent to HMICFRS"),
    ),
    Column.COPIED_TO_SECRETARY: (
        *("Copy to Secretary of State", "Copy to Secretary of State on"),
        *("Copied to Secretary of State", "Sent to Home Secretary", "Copy to Home Secretary"),
        *("Sent to Home Office", "Copied to Home Secretary", "Date sent to Home Secretary"),
    ),
    Column.REFERENCE: (
        *("Our reference", "Reference", "Ref", "Ref no", "Reference number", "Office reference"),
        *("Our ref", "ID", "No", "Number"),
    ),
    Column.NOTE: ("Note", "Notes", "Remarks", "Comment", "Other information"),
}


_BY_NAME: Final = {header_key(name): column for column, names in NAMES.items() for name in names}
Columns: TypeAlias = lists.Columns[Column]


def columns_of(rows: Sequence[Sequence[Value]], chosen: Mapping[int, str]) -> Columns:
    """What each column tells: as a person chose, else by its header.

    Args:
        rows: of the file; the first that holds anything names the columns.
        chosen: by position, the value of a `Column` or `LEAVE_OUT`.
    """
    told = [
        _told(header, chosen.get(position, "")) for position, header in enumerate(headers_in(rows))
    ]
    return lists.told_columns(rows, told, list(Column))


def _told(header: str, choice: str) -> Column | None:
    if choice == LEAVE_OUT:
        return None
    if choice in set(Column):
        return Column(choice)
    return _BY_NAME.get(header_key(header))
