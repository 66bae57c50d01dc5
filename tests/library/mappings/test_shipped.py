"""The profiles that come with the product do what their samples say, and read invented extracts."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from answerable.mappings import check_file, check_profile, shipped_names, shipped_profile
from answerable.mappings.doubts import PROPAGATED
from answerable.synthetic.cases.forces import Forces, invented
from answerable.synthetic.cases.invent import Invention
from answerable.synthetic.extracts.dirt import Dirt
from answerable.synthetic.extracts.write import write_extracts

AS_AT = date(2026, 3, 31)
FILES = {
    "larkspur": ("SYNTHETIC-larkspur-crimes.csv", "larkspur-crimes"),
    "quayside": ("SYNTHETIC-quayside-submissions.xlsx", "quayside-submissions"),
    "thornbook": ("SYNTHETIC-thornbook-entries.parquet", "thornbook-entries"),
}
CASES = 250


def extracts(folder: Path, dirt: Dirt) -> Path:
    write_extracts(folder, Invention(invented(Forces.SMALL), CASES, 7, AS_AT), dirt)
    return folder


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return extracts(tmp_path_factory.mktemp("clean"), Dirt.NONE)


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return extracts(tmp_path_factory.mktemp("dirty"), Dirt.HEAVY)


def truth(folder: Path, system: str) -> dict[int, list[dict[str, str]]]:
    """What each row of a system truly was, by its number under the headings."""
    rows: dict[int, list[dict[str, str]]] = defaultdict(list)
    with (folder / "truth.csv").open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            if line["system"] == system:
                rows[int(line["row"])].append(line)
    return rows


@pytest.mark.parametrize("name", shipped_names())
def test_every_sample_of_a_profile_becomes_what_it_says(name):
    for result in check_profile(shipped_profile(name)):
        assert result.holds, (result.sample.says, result.missing, result.unexpected)


@pytest.mark.parametrize("system", FILES)
class TestInventedExtracts:
    def test_without_dirt_go_on_whole(self, clean: Path, system: str):
        file, name = FILES[system]
        with check_file(clean / file, shipped_profile(name), as_at=AS_AT) as outcome:
            assert outcome.receipt.doubts == {}
            assert outcome.receipt.rows.accepted == len(truth(clean, system))

    def test_lose_no_row_whose_truth_is_lost_to_the_rows_that_go_on(self, dirty: Path, system: str):
        file, name = FILES[system]
        with check_file(dirty / file, shipped_profile(name), as_at=AS_AT) as outcome:
            aside = {one.row - 1 for one in outcome.set_aside()}
        lost = {
            row
            for row, lines in truth(dirty, system).items()
            if any(one["loses"] == "yes" or one["dirt"] == "row_twice" for one in lines)
        }
        assert lost <= aside

    def test_set_no_row_aside_for_dirt_that_loses_nothing(self, dirty: Path, system: str):
        file, name = FILES[system]
        with check_file(dirty / file, shipped_profile(name), as_at=AS_AT) as outcome:
            doubts = list(outcome.doubts())
        waiting = {*PROPAGATED, "contradicts_row", "no_such_entry"}
        aside = {one.row - 1 for one in doubts if one.code not in waiting}
        harmless = {
            row
            for row, lines in truth(dirty, system).items()
            if all(one["loses"] == "no" and one["dirt"] != "row_twice" for one in lines)
        }
        assert not harmless & aside
