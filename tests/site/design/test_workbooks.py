"""Workbooks read back: what was a text is a text, what was a date is a date."""

from __future__ import annotations

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from answerable_site.design.workbooks import to_ods, to_xlsx

ROWS = [
    ("Title", "On", "Times"),
    ("=HYPERLINK(“x”)", date(2026, 9, 30), 3),
    ("Two\nlines & <more>\x01", None, 0),
]


@pytest.mark.parametrize("written", [to_ods, to_xlsx])
class TestWorkbooks:
    def read(self, written):
        book = CalamineWorkbook.from_filelike(io.BytesIO(written(iter(ROWS), sheet="Commitments")))
        assert book.sheet_names == ["Commitments"]
        return book.get_sheet_by_name("Commitments").to_python()

    def test_hold_each_cell_as_what_it_is(self, written):
        header, first, second = self.read(written)
        assert header == ["Title", "On", "Times"]
        assert first == ["=HYPERLINK(“x”)", date(2026, 9, 30), 3]
        assert second[0].startswith("Two\nlines & <more>")
        assert second[1:] == ["", 0]
