"""Opening a cut: every table to ask, and nothing to change or reach beyond it."""

from __future__ import annotations

from contextlib import closing

import duckdb
import pytest
from tests.library.cuts import written
from tests.library.cuts.caseloads import caseload

from answerable.cuts.opening import CutNotWhole, open_cut


@pytest.fixture(scope="module")
def cut(tmp_path_factory):
    folder = tmp_path_factory.mktemp("opened") / "cut"
    written.write(folder, caseload(4))
    return folder


@pytest.fixture
def database(cut):
    with closing(open_cut(cut)) as opened:
        yield opened


class TestAnOpenedCut:
    def test_answers_what_is_asked_across_its_tables(self, database):
        asked = "SELECT count(*) FROM spine JOIN cases USING (case_number)"
        assert database.execute(asked).fetchall() == [(12,)]

    @pytest.mark.parametrize(
        "statement",
        [
            "COPY (SELECT 1) TO '{cut}/more.parquet'",
            "COPY (SELECT 1) TO '{cut}/spine.parquet'",
            "COPY (SELECT 1) TO '{cut}.csv'",
            "SELECT * FROM read_text('{cut}/manifest.json')",
            "SET enable_external_access = true",
            "INSTALL httpfs",
        ],
    )
    def test_neither_writes_nor_reaches_anything_else(self, cut, database, statement):
        before = written.bytes_of(cut)
        with pytest.raises(duckdb.Error):
            database.execute(statement.format(cut=cut))
        assert written.bytes_of(cut) == before

    def test_is_refused_if_it_is_not_that_which_was_noted(self, cut):
        with pytest.raises(CutNotWhole, match="It is another cut"):
            open_cut(cut, "0" * 64)
