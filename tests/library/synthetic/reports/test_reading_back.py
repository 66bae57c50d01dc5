"""Each invented report goes through the real readers and the real extraction."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from answerable.documents import read
from answerable.extraction import read_inspection
from answerable.synthetic.reports import ReportFormat, invented_reports, write_report

REPORTS = {report.key: report for report in invented_reports(date(2026, 11, 23))}


READ_WHOLE = (
    "side-by-side-phase-one",
    "wexmoor-assessment",
    "side-by-side-phase-two",
    "left-waiting",
    "wexmoor-custody",
    "control-room-letter",
)


@cache
def reading_of(key, report_format):
    return read_inspection(read(write_report(REPORTS[key], report_format)))


@pytest.fixture(params=READ_WHOLE)
def report(request):
    return REPORTS[request.param]


@pytest.fixture(params=ReportFormat)
def reading(request, report):
    return reading_of(report.key, request.param)


def bodies(names):
    return {name.casefold().removeprefix("the ") for name in names}


class TestReadingBack:
    def test_finds_every_item_and_no_other(self, report, reading):
        assert [(item.kind, item.text) for item in reading.items] == [
            (item.kind, item.text) for item in report.items
        ]

    def test_keeps_numbers_as_printed(self, report, reading):
        assert [item.number for item in reading.items] == [item.number for item in report.items]

    def test_keeps_sub_points(self, report, reading):
        assert [tuple(point.text for point in item.sub_points) for item in reading.items] == [
            item.sub_points for item in report.items
        ]

    def test_reads_deadlines(self, report, reading):
        assert [item.deadline for item in reading.items] == [item.deadline for item in report.items]

    def test_reads_addressees(self, report, reading):
        assert [bodies(body.name for body in item.addressees) for item in reading.items] == [
            bodies(item.addressees) for item in report.items
        ]

    def test_puts_recommendations_under_their_cause_of_concern(self, report, reading):
        assert [item.parent for item in reading.items] == [item.parent for item in report.items]

    @pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
    def test_reads_what_the_document_is(self, report, reading):
        assert (reading.title, reading.document_kind, set(reading.inspectorates)) == (
            report.title,
            report.document_kind,
            set(report.inspectorates),
        )

    @pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
    def test_reads_when_it_was_published_and_its_type(self, report, reading):
        assert (reading.published, reading.inspection_type) == (
            report.published.isoformat(),
            report.inspection_type,
        )
