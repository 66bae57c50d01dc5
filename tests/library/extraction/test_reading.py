from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.extraction.papers import paper

from answerable.documents.model import Block, BlockKind, Cell, Document, MediaType, Page, place
from answerable.documents.readers.text import read
from answerable.extraction import read_inspection
from answerable.extraction.model import InspectionType, Item, Reading

FOUNDING = Path(__file__).parents[4] / "shared" / "seeds" / "000_cd99ce74394680ee.txt"


@pytest.fixture(scope="module")
def founding() -> Reading:
    if not FOUNDING.exists():
        pytest.skip("The founding document is kept outside the repository and is not here.")
    return read_inspection(read(FOUNDING.read_bytes()))


def kinds(item: Item) -> list[str]:
    return [addressee.kind for addressee in item.addressees]


class TestFoundingDocument:
    def test_has_eight_recommendations_with_a_gap(self, founding: Reading) -> None:
        assert [item.number for item in founding.items] == ["1", "2", "3", "4", "5", "6", "7", "12"]
        assert "The numbers jump from 7 to 12." in founding.warnings

    def test_has_four_sub_points_on_the_fifth(self, founding: Reading) -> None:
        assert [len(item.sub_points) for item in founding.items] == [0, 0, 0, 0, 4, 0, 0, 0]

    def test_says_immediately_on_the_first_and_fourth(self, founding: Reading) -> None:
        deadlines = {item.number: item.deadline for item in founding.items if item.deadline}
        assert deadlines == {"1": "immediately", "4": "immediately"}

    def test_names_its_addressees(self, founding: Reading) -> None:
        by_number = {item.number: kinds(item) for item in founding.items}
        assert by_number["3"] == ["forces", "home_office"]
        assert by_number["4"] == ["forces", "cps", "national_lead", "national_lead"]
        assert by_number["12"] == ["college_of_policing", "national_lead", "forces"]

    def test_shows_its_facts(self, founding: Reading) -> None:
        assert founding.published == "2021-07-16"
        assert founding.inspection_type is InspectionType.NATIONAL
        assert set(founding.inspectorates) == {"HMICFRS", "HMCPSI"}
        assert founding.key_findings

    def test_keeps_the_two_responses_apart(self, founding: Reading) -> None:
        assert founding.response.policing_body
        assert founding.response.chief_officer
        assert founding.response.chief_officer not in founding.response.policing_body

    def test_explains_nothing_individually_and_speaks_late(self, founding: Reading) -> None:
        assert founding.response.individually_explained == ()
        assert founding.response.latest_mention == "2021-10"


FRAGMENTS = """
Recommendation 1: Recommendations Area for improvement cause of concern should Forces the force by
May 2026 within three months immediately • (a) 1. 2.3 we recommend that Home Office Response
Contents Appendix Dear Chief Constable Status: closed - : . “ ” 7 Published 16/07/2021 yr heddlu
dylai Good
"""
WORDS = st.sampled_from([*FRAGMENTS.split(), "\n", "\t"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks = []
    for number, text in enumerate(draw(st.lists(TEXTS, max_size=14))):
        kind = draw(st.sampled_from(BlockKind))
        level = draw(st.sampled_from([None, 1, 2, 3]))
        cell = Cell(0, number // 3, number % 3) if kind is BlockKind.TABLE_CELL else None
        blocks.append(Block(kind, text, 1 + number // 5, 0, level=level, cell=cell))
    return Document(MediaType.TEXT, (Page(1), Page(2), Page(3)), place(blocks))


class TestAnyText:
    @given(documents())
    def test_is_read_without_an_error_and_every_quote_is_in_the_text(
        self, document: Document
    ) -> None:
        found = read_inspection(document)
        places = [
            place
            for item in found.items
            for place in (item.place, *item.other_places, *(p.place for p in item.sub_points))
        ]
        places += [finding.place for finding in found.key_findings]
        places += [judgement.place for judgement in found.judgements]
        for spot in places:
            assert 0 <= spot.start <= spot.end <= len(document.text)
            assert spot.quote == document.text[spot.start : spot.end]

    @given(documents())
    def test_is_read_the_same_way_every_time(self, document: Document) -> None:
        assert read_inspection(document) == read_inspection(document)

    @given(documents())
    def test_has_parents_that_come_before_and_are_causes_of_concern(
        self, document: Document
    ) -> None:
        items = read_inspection(document).items
        for item in items:
            if item.parent is not None:
                assert items[item.parent].kind == "cause_of_concern"


class TestSpan:
    def test_runs_from_the_label_to_the_last_bullet(self) -> None:
        document = paper(
            """
            # Recommendations
            1. Forces should:
            • buy kennels;
            • paint them.
            2. Forces should rest.
            """
        )
        quote = read_inspection(document).items[0].place.quote
        assert quote == "1. Forces should:\n• buy kennels;\n• paint them."
