"""Corrected rows become a file as their source would write it."""

from __future__ import annotations

from tests.factories_loads import REPORTED, checked, profile

from answerable_site.intake.rules import as_file


class TestAFileOfCorrections:
    def test_goes_on_like_a_file_of_the_source(self):
        described = profile()
        with checked(as_file(described, [REPORTED, {**REPORTED, "ref": "X/002"}]), described) as it:
            assert it.receipt.rows.accepted == 2

    def test_keeps_separators_and_lines_within_a_cell(self):
        described = profile()
        words = 'He said "no", then\nleft'
        file = as_file(described, [{**REPORTED, "words": words}])
        with checked(file, described) as it:
            assert it.cells_of([2])[2]["words"] == words
