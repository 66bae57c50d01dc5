"""The invented reports of a demonstration, and each of them as a file that can be uploaded."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from html import escape

from answerable.synthetic.reports.custody_inspection import custody_inspection
from answerable.synthetic.reports.force_assessment import force_assessment
from answerable.synthetic.reports.joint_series import phase_one, phase_two
from answerable.synthetic.reports.model import InventedReport
from answerable.synthetic.reports.national_thematic import national_thematic
from answerable.synthetic.reports.progress_letter import progress_letter
from answerable.writing.html import to_html
from answerable.writing.pdf import to_pdf


class ReportFormat(StrEnum):
    """The kinds of file in which an invented report can be had."""

    PDF = "pdf"
    HTML = "html"


def invented_reports(today: date) -> tuple[InventedReport, ...]:
    """All invented reports, the earliest first.

    On `today`, under section 55 of the Police Act 1996: one was answered in time and one late,
    one was answered in part and is overdue, one is due within a week and two are due later.
    """
    return (
        phase_one(today),
        force_assessment(today),
        phase_two(today),
        national_thematic(today),
        custody_inspection(today),
        progress_letter(today),
    )


def write_report(report: InventedReport, report_format: ReportFormat) -> bytes:
    """The report as a whole file: a tagged PDF or an HTML page."""
    match report_format:
        case ReportFormat.PDF:
            return to_pdf(report.document)
        case ReportFormat.HTML:
            return _page(report).encode()


def _page(report: InventedReport) -> str:
    return (
        f'<!doctype html>\n<html lang="{report.document.language}">\n'
        f'<head><meta charset="utf-8"><title>{escape(report.title)}</title></head>\n'
        f"<body>\n{to_html(report.document)}\n</body>\n</html>\n"
    )
