from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

import odfdo
import pytest
import python_calamine
from lxml import etree
from tests.library.opendata.publishing import EDITION, NAMES, all_together, data_set

from answerable.opendata.dataset import Edition
from answerable.opendata.spreadsheet import to_ods

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@dataclass(frozen=True)
class Sheets:
    """A workbook as two readers that know nothing of one another find it."""

    calamine: dict[str, list[list[object]]]
    odfdo: dict[str, list[list[object]]]


def read(content: bytes) -> Sheets:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    document = odfdo.Document(io.BytesIO(content))
    return Sheets(
        {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names},
        {table.name: [list(row) for row in table.iter_values()] for table in document.body.tables},
    )


@pytest.fixture(scope="module")
def content(told):
    return to_ods(told, EDITION)


@pytest.fixture(scope="module")
def sheets(content):
    return read(content)


def below(rows, header):
    """The rows of the table below its header, without blanks at their ends."""
    at = next(i for i, row in enumerate(rows) if row[: len(header)] == header)
    return [row[: len(header)] for row in rows[at + 1 :]]


def part(content, name):
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


class TestToOds:
    def test_has_a_cover_notes_and_one_table_a_sheet(self, sheets):
        assert list(sheets.calamine) == list(sheets.odfdo) == ["Cover", "Notes", "Shares", "Counts"]

    def test_has_every_count_as_a_number_and_every_hidden_one_as_words(self, told, sheets):
        wanted = [
            ["All" if label == "*" else label for label in row.labels] + [row.shown]
            for row in told.rows
        ]
        for reader in (sheets.calamine, sheets.odfdo):
            found = below(reader["Counts"], ["Decision", "Answer", "Count"])
            assert found == wanted
            assert {type(row[2]) for row in found if row[2] != "[c]"} <= {int, float}

    def test_has_the_shares(self, sheets):
        header = ["Decision", "Met", "Asked", "Per cent"]
        for reader in (sheets.calamine, sheets.odfdo):
            assert [NAMES["nfa"], 60, 90, 67] in below(reader["Shares"], header)

    def test_says_where_it_is_from_and_what_it_corrects(self, sheets):
        cover = [row[0] for row in sheets.calamine["Cover"]]
        assert cover[0] == "Victims told of decisions in time, by decision"
        assert "As of 31 March 2026." in cover
        assert "Published by Wexmoor Constabulary on 20 April 2026. Edition 2." in cover
        assert any("An area was counted twice." in line for line in cover)
        assert any(EDITION.address in line for line in cover)
        assert any("Open Government Licence" in line for line in cover)

    def test_explains_its_symbols(self, sheets):
        notes = dict(row[:2] for row in below(sheets.calamine["Notes"], ["About", "Note"]))
        assert notes["[c]"].startswith("Confidential")

    def test_stamps_invented_people_on_the_cover(self):
        cover = read(to_ods(data_set(is_synthetic=True), EDITION)).calamine["Cover"]
        assert cover[1][0].startswith("SYNTHETIC")

    def test_holds_a_figure_without_breakdown(self):
        found = read(to_ods(data_set(all_together()), EDITION)).calamine
        assert below(found["Shares"], ["Met", "Asked", "Per cent"]) == [[120, 160, 75]]

    def test_is_the_same_each_time(self, content):
        assert to_ods(data_set(), EDITION) == content


class TestAccessibility:
    def test_marks_each_table_exactly(self, content, sheets):
        body = etree.fromstring(part(content, "content.xml"))
        ranges = {
            one.get(f"{TABLE}name"): one.get(f"{TABLE}target-range-address")
            for one in body.iter(f"{TABLE}database-range")
        }
        rows = len(sheets.calamine["Counts"])
        assert ranges["Counts_table"] == f"Counts.A3:Counts.C{rows}"
        assert set(ranges) == {"Notes_table", "Shares_table", "Counts_table"}

    def test_merges_hides_and_leaves_blank_no_cell(self, content):
        body = etree.fromstring(part(content, "content.xml"))
        names = {name for element in body.iter() for name in element.attrib}
        assert not [name for name in names if re.search(r"spanned|visibility|display$", name)]
        cells = list(body.iter(f"{TABLE}table-cell"))
        assert all("".join(cell.itertext()).strip() for cell in cells)
        assert not list(body.iter(f"{TABLE}covered-table-cell"))


class TestPackage:
    def test_names_no_machine_no_person_and_no_time_of_making(self, content):
        package = zipfile.ZipFile(io.BytesIO(content))
        assert package.namelist()[0] == "mimetype"
        assert set(package.namelist()) == {
            *("mimetype", "META-INF/manifest.xml", "content.xml", "meta.xml", "styles.xml")
        }
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        meta = etree.fromstring(package.read("meta.xml"))
        told = {etree.QName(one).localname: one.text for one in meta[0]}
        assert told == {
            "title": "Victims told of decisions in time, by decision",
            "creator": "Wexmoor Constabulary",
            "language": "en-GB",
            "date": "2026-04-20T00:00:00Z",
        }

    def test_holds_no_formula_and_leads_nowhere(self, content):
        body = part(content, "content.xml")
        assert b"table:formula" not in body
        assert b"xlink:href" not in body

    def test_holds_words_that_would_be_markup(self, told):
        hostile = Edition(
            number=1,
            name="a",
            address="https://a.example/?a=1&b=<2>",
            publisher='A & B "C" <D>',
            published_on=EDITION.published_on,
        )
        cover = read(to_ods(told, hostile)).calamine["Cover"]
        assert any('A & B "C" <D>' in row[0] for row in cover)
