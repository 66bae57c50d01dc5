"""Invented inspection reports: what they say, and what a reader should find in them."""

from answerable.synthetic.reports.collection import ReportFormat, invented_reports, write_report
from answerable.synthetic.reports.model import (
    FORCE,
    NEIGHBOUR,
    POLICING_BODY,
    SYNTHETIC,
    Course,
    InventedAnswer,
    InventedExplanation,
    InventedItem,
    InventedPriority,
    InventedReport,
    Repeat,
)

__all__ = [
    "FORCE",
    "NEIGHBOUR",
    "POLICING_BODY",
    "SYNTHETIC",
    "Course",
    "InventedAnswer",
    "InventedExplanation",
    "InventedItem",
    "InventedPriority",
    "InventedReport",
    "Repeat",
    "ReportFormat",
    "invented_reports",
    "write_report",
]
