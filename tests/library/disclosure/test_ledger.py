from __future__ import annotations

import os
from datetime import date

import pytest

from answerable.disclosure.ledger import BrokenLedger, LedgerMovedOn, add, read_ledger
from answerable.disclosure.policy import shipped_policy
from answerable.disclosure.protect import protect
from answerable.disclosure.table import CountTable

DAY = date(2026, 12, 1)


def release(*numbers):
    counts = {(f"a{at}",): number for at, number in enumerate(numbers)}
    return protect(CountTable(("a",), counts), shipped_policy()).release


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "ledger"


@pytest.fixture
def ledger(folder):
    first = add(folder, read_ledger(folder), release(20, 31), on=DAY)
    return add(folder, first, release(22, 3, 40), on=DAY)


class TestLedger:
    def test_is_read_as_it_was_written(self, ledger, folder):
        assert read_ledger(folder) == ledger
        assert len(ledger.releases) == 2

    def test_holds_nothing_where_there_is_no_folder_yet(self, tmp_path):
        assert read_ledger(tmp_path / "none").releases == ()

    def test_takes_the_same_release_once(self, ledger, folder):
        assert add(folder, ledger, release(20, 31), on=DAY) == ledger

    @pytest.mark.skipif(os.name == "nt", reason="rights of files are others there")
    def test_lets_its_owner_alone_read_it(self, ledger, folder):
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {one.stat().st_mode & 0o777 for one in folder.iterdir()} == {0o600}

    def test_is_broken_where_a_file_was_changed(self, ledger, folder):
        first = folder / "000001.json"
        first.write_bytes(first.read_bytes().replace(b": 20", b": 25"))
        with pytest.raises(BrokenLedger, match="does not follow"):
            read_ledger(folder)

    def test_is_broken_where_a_file_is_missing(self, ledger, folder):
        (folder / "000001.json").unlink()
        with pytest.raises(BrokenLedger, match=r"000001\.json should be"):
            read_ledger(folder)

    def test_is_broken_where_a_file_is_no_release(self, ledger, folder):
        (folder / "000003.json").write_text("{}")
        with pytest.raises(BrokenLedger, match="no release"):
            read_ledger(folder)

    def test_refuses_a_release_that_was_protected_beside_fewer(self, ledger, folder):
        stale = read_ledger(folder)
        add(folder, stale, release(50, 60), on=DAY)
        with pytest.raises(LedgerMovedOn):
            add(folder, stale, release(70, 80), on=DAY)
        assert len(read_ledger(folder).releases) == 3
