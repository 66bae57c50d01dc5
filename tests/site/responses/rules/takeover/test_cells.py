from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.register.rules import InspectionKind
from answerable_site.responses.rules.past import Explained
from answerable_site.responses.rules.takeover import CellUnreadable, day_in
from answerable_site.responses.rules.takeover.cells import (
    EARLIEST,
    address_in,
    basis_in,
    explained_in,
    kind_in,
    note_in,
    text_in,
)

TODAY = date(2026, 5, 12)
WRITTEN = (
    "{d.day}/{d.month}/{d.year}",
    "{d:%d/%m/%Y}",
    "{d.day}.{d.month}.{d.year}",
    "{d.day}-{d.month}-{d.year}",
    "{d:%Y-%m-%d}",
    "{d:%Y-%m-%d} 00:00:00",
    "{d.day} {d:%B} {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d.day}-{d:%b}-{d.year}",
    "{d.day}th of {d:%B}, {d.year}",
    "{d:%A} {d.day} {d:%B} {d.year}",
    "{d:%A}, {d.day} {d:%B} {d.year}",
    "  {d.day} {d:%B} {d.year} ",
)


class TestDayIn:
    @given(day=st.dates(EARLIEST, TODAY), written=st.sampled_from(WRITTEN))
    def test_reads_every_british_way_of_writing_a_day(self, day, written):
        assert day_in(written.format(d=day), today=TODAY) == day

    @given(st.dates(EARLIEST, TODAY))
    def test_takes_a_real_date_as_it_is(self, day):
        assert day_in(day, today=TODAY) == day

    def test_never_takes_the_month_first(self):
        assert day_in("9/10/2021", today=TODAY) == date(2021, 10, 9)

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            ("9/13/2021", "when the day comes first and the month second"),
            ("September 9, 2021", "begins with the month"),
            ("Sept 9 2021", "begins with the month"),
            ("9/9/21", "with four figures"),
            ("9 September 21", "with four figures"),
            ("30/2/2021", "is no day"),
            ("29 February 2023", "is no day"),
            ("2021-02-30", "is no day"),
            ("September 2021", "is no day"),
            ("9/9-2021", "is no day"),
            ("9 Octember 2021", "names no month"),
            ("summer", "is no day"),
            ("TBC", "is no day"),
            ("9/9/2021 and 10/9/2021", "is no day"),
            ("Friday 9 September 2021", "was a Thursday"),
            (44448, "is a number, not a date"),
            (44448.5, "is a number, not a date"),
            (date(1899, 12, 30), "too long ago"),
            ("13/5/2026", "in the future"),
            (date(2026, 5, 13), "in the future"),
        ],
    )
    def test_refuses_what_is_unclear_and_says_why(self, value, words):
        with pytest.raises(CellUnreadable, match=words):
            day_in(value, today=TODAY)

    @given(st.text(max_size=30))
    def test_gives_a_day_or_a_sentence_for_any_text(self, text):
        try:
            day_in(text, today=TODAY)
        except CellUnreadable as unclear:
            sentence = str(unclear)
            assert sentence.endswith(".")


class TestAddressIn:
    @pytest.mark.parametrize(
        ("value", "address"),
        [
            ("https://office.example/a?b=1", "https://office.example/a?b=1"),
            (" http://office.example ", "http://office.example"),
            ("www.office.example/a", "https://www.office.example/a"),
        ],
    )
    def test_reads_an_address_of_the_web(self, value, address):
        assert address_in(value) == address

    @pytest.mark.parametrize(
        "value",
        [
            *("javascript:alert(1)", "ftp://office.example", "on our website", "https://", "//x.y"),
            *("https://a b.example", "https://[x", 12, "https://office.example/" + "a" * 500),
        ],
    )
    def test_refuses_everything_else(self, value):
        with pytest.raises(CellUnreadable):
            address_in(value)


class TestChoices:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            *((word, Explained.ALL) for word in ("yes", "Y", "All", "TRUE", " yes ")),
            *((word, Explained.SOME) for word in ("some", "Partly", "in part")),
            *((word, Explained.NONE) for word in ("no", "None", "FALSE")),
            ("not known", Explained.NOT_KNOWN),
        ],
    )
    def test_explained_is_yes_some_or_no(self, value, expected):
        assert explained_in(value) is expected

    def test_every_kind_is_known_by_its_code_and_its_label(self):
        for kind in InspectionKind:
            assert kind_in(kind.value) is kind
            assert kind_in(kind.label.upper()) is kind

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            ("s.55", "police_act_1996_s55"),
            ("Section 55", "police_act_1996_s55"),
            ("police_act_1996_s55", "police_act_1996_s55"),
            ("Super-complaint", "police_super_complaint"),
            ("No statutory duty", "none"),
        ],
    )
    def test_a_basis_is_known_by_several_names(self, value, code):
        assert basis_in(value) == code

    @pytest.mark.parametrize("read", [explained_in, kind_in, basis_in])
    def test_an_unknown_word_is_answered_with_those_that_are_known(self, read):
        with pytest.raises(CellUnreadable, match=r"“perhaps” is not understood\. Write "):
            read("perhaps")


class TestText:
    def test_is_on_one_line_and_without_what_a_database_refuses(self):
        assert text_in(" a\n b\x00 ") == "a b\ufffd"
        assert text_in(12) == "12"

    def test_of_a_note_keeps_its_lines(self):
        assert note_in("a  b\r\n c\n") == "a b\nc"
