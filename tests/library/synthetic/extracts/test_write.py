from __future__ import annotations

from collections import Counter

import pytest
from tests.library.synthetic.cases.inventing import invention, part
from tests.library.synthetic.extracts import reading_back as back

from answerable.synthetic.cases.files import case_files
from answerable.synthetic.extracts.dirt import KINDS, Dirt
from answerable.synthetic.extracts.write import write_extracts

CASES = 600
SAID = {
    "larkspur": back.larkspur_says,
    "quayside": back.quayside_says,
    "thornbook": back.thornbook_says,
}
READ = {
    "larkspur": back.larkspur_rows,
    "quayside": back.quayside_rows,
    "thornbook": back.thornbook_rows,
}
each_system = pytest.mark.parametrize("system", SAID)
each_dirt = pytest.mark.parametrize("dirt", Dirt)
REFERENCES = {
    "larkspur": "Crime.Ref",
    "quayside": "Police Reference",
    "thornbook": "crime_ref",
}


class Extracts:
    """The extracts with each amount of dirt, written when first asked for."""

    def __init__(self, folder):
        self._folder, self._written = folder, {}

    def planted(self, dirt):
        self(dirt)
        return sum(self._written[dirt].planted.values())

    def __call__(self, dirt):
        folder = self._folder / dirt
        if not folder.exists():
            folder.mkdir()
            self._written[dirt] = write_extracts(folder, invention(CASES), dirt)
        return folder


@pytest.fixture(scope="module")
def extracts(tmp_path_factory):
    return Extracts(tmp_path_factory.mktemp("extracts"))


def files():
    return case_files(part(CASES), first=1, last=CASES)


class TestCleanExtracts:
    @pytest.mark.parametrize("system", ["larkspur", "quayside"])
    def test_say_exactly_what_the_cases_say(self, extracts, system):
        assert SAID[system](extracts(Dirt.NONE)) == set(back.cases_say(system, files()))

    def test_say_each_entry_exactly_once(self, extracts):
        said = Counter(back.thornbook_says(extracts(Dirt.NONE)))
        assert said == Counter(back.cases_say("thornbook", files()))

    def test_have_an_entry_for_what_each_entry_follows(self, extracts):
        rows = back.thornbook_rows(extracts(Dirt.NONE))
        refs = {row["entry_id"]: row["crime_ref"] for row in rows}
        following = [row for row in rows if row["follows"] is not None]
        assert all(refs[row["follows"]] == row["crime_ref"] for row in following)

    def test_have_a_row_for_each_victim_with_each_suspect(self, extracts):
        counted = Counter(
            back.case_of(row["Crime.Ref"]) for row in back.larkspur_rows(extracts(Dirt.NONE))
        )
        expected = {}
        for file in files():
            kinds = Counter(one.event.kind() for one in file.recorded)
            if kinds["victim_identified"]:
                expected[file.case] = kinds["victim_identified"] * max(
                    kinds["suspect_identified"], 1
                )
        assert counted == expected

    def test_call_one_row_of_a_crime_the_original(self, extracts):
        rows = back.larkspur_rows(extracts(Dirt.NONE))
        originals = [row["Crime.Ref"] for row in rows if row["Duplicate.Crime.Ref"] == "Original"]
        assert sorted(originals) == sorted({row["Crime.Ref"] for row in rows})

    def test_give_a_case_one_reference_of_the_prosecutors_of_eleven_characters(self, extracts):
        rows = back.quayside_rows(extracts(Dirt.NONE))
        pairs = {(row["Police Reference"], row["URN"]) for row in rows}
        assert len(pairs) == len({case for case, _ in pairs}) == len({urn for _, urn in pairs})
        assert all(len(urn) == 11 for _, urn in pairs)


class TestStamp:
    @each_dirt
    @each_system
    def test_stands_in_every_row(self, extracts, system, dirt):
        for row in READ[system](extracts(dirt)):
            assert "SYNTHETIC" in {row.get(name) for name in STAMPS}

    @each_dirt
    def test_stands_in_every_line_of_the_truth(self, extracts, dirt):
        assert {row["marking"] for row in back.truth_rows(extracts(dirt))} == {"SYNTHETIC"}

    def test_stands_in_the_name_of_every_extract(self, extracts):
        names = {one.name for one in extracts(Dirt.SOME).iterdir()} - {"truth.csv"}
        assert len(names) == 3
        assert all(name.startswith("SYNTHETIC-") for name in names)


STAMPS = ("Extract.Marking", "Marking", "marking")


class TestTruth:
    @each_dirt
    @each_system
    def test_explains_every_row(self, extracts, system, dirt):
        explained = {
            int(row["row"]) for row in back.truth_rows(extracts(dirt)) if row["system"] == system
        }
        assert explained == set(range(1, len(READ[system](extracts(dirt))) + 1))

    def test_knows_of_no_dirt_where_none_is_planted(self, extracts):
        assert {row["dirt"] for row in back.truth_rows(extracts(Dirt.NONE))} == {""}

    @each_system
    def test_gives_the_clean_extract_back(self, extracts, system):
        rows = READ[system](extracts(Dirt.HEAVY))
        twice = set()
        for line in back.truth_rows(extracts(Dirt.HEAVY)):
            if line["system"] == system and line["dirt"] == "row_twice":
                twice.add(int(line["row"]))
            elif line["system"] == system and line["dirt"]:
                found = rows[int(line["row"]) - 1][line["column"]]
                assert (found or "") == line["written"]
                rows[int(line["row"]) - 1][line["column"]] = line["true"]
        restored = [row for place, row in enumerate(rows, start=1) if place not in twice]
        assert restored == READ[system](extracts(Dirt.NONE))

    @each_system
    def test_names_the_case_of_every_row(self, extracts, system):
        rows = READ[system](extracts(Dirt.NONE))
        for line in back.truth_rows(extracts(Dirt.NONE)):
            if line["system"] == system:
                reference = rows[int(line["row"]) - 1][REFERENCES[system]]
                assert back.case_of(reference) == int(line["case"])

    def test_names_the_event_of_every_entry(self, extracts):
        entries = [
            (int(line["case"]), int(line["event"]), line["kind"])
            for line in back.truth_rows(extracts(Dirt.NONE))
            if line["system"] == "thornbook"
        ]
        events = {
            (file.case, one.number, one.event.kind()) for file in files() for one in file.recorded
        }
        assert set(entries) <= events
        assert len(entries) == len(set(entries))


class TestDirt:
    @each_system
    def test_every_kind_is_planted_and_written_down(self, extracts, system):
        found = {
            line["dirt"]
            for line in back.truth_rows(extracts(Dirt.HEAVY))
            if line["system"] == system
        }
        assert {one.dirt for one in KINDS[system]} | {"row_twice"} <= found

    def test_heavy_is_more_than_some(self, extracts):
        some, heavy = (extracts.planted(dirt) for dirt in (Dirt.SOME, Dirt.HEAVY))
        assert heavy > 3 * some > 0

    def test_goes_into_a_cell_once(self, extracts):
        cells = [
            (line["system"], line["row"], line["column"])
            for line in back.truth_rows(extracts(Dirt.HEAVY))
            if line["column"]
        ]
        assert len(cells) == len(set(cells))

    @pytest.mark.parametrize("name", [back.LARKSPUR, back.QUAYSIDE, back.THORNBOOK, "truth.csv"])
    def test_the_same_seed_plants_the_same_bytes(self, extracts, name, tmp_path):
        write_extracts(tmp_path, invention(CASES), Dirt.HEAVY)
        assert (tmp_path / name).read_bytes() == (extracts(Dirt.HEAVY) / name).read_bytes()
