from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.register.rules import InspectionKind
from answerable_site.register.rules.lists import (
    EARLIEST,
    CellUnreadable,
    Reading,
    address_in,
    day_read,
    kind_in,
    no_longer,
    note_in,
    text_in,
)

LATEST = date(2199, 12, 31)
MONTH_FIRST = Reading(month_first=True)
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


class TestDayRead:
    @given(day=st.dates(EARLIEST, LATEST), written=st.sampled_from(WRITTEN))
    def test_reads_every_british_way_of_writing_a_day(self, day, written):
        assert day_read(written.format(d=day)) == day

    @given(st.dates(EARLIEST, LATEST))
    def test_takes_a_real_date_as_it_is(self, day):
        assert day_read(day) == day

    def test_never_takes_the_month_first(self):
        assert day_read("9/10/2021") == date(2021, 10, 9)

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
        ],
    )
    def test_refuses_what_is_unclear_and_says_why(self, value, words):
        with pytest.raises(CellUnreadable, match=words):
            day_read(value)

    @given(st.text(max_size=30))
    def test_gives_a_day_or_a_sentence_for_any_text(self, text):
        try:
            day_read(text)
        except CellUnreadable as unclear:
            sentence = str(unclear)
            assert sentence.endswith(".")

    @given(
        day=st.dates(EARLIEST, LATEST),
        written=st.sampled_from(
            (
                "{d.month}/{d.day}/{d.year}",
                "{d:%B} {d.day}, {d.year}",
                "{d:%Y-%m-%d}",
                "{d.day} {d:%B} {d.year}",
            )
        ),
    )
    def test_reads_the_month_first_where_the_list_is_written_so(self, day, written):
        assert day_read(written.format(d=day), MONTH_FIRST) == day

    def test_says_which_order_it_reads_where_that_gives_no_day(self):
        with pytest.raises(CellUnreadable, match="when the month comes first and the day second"):
            day_read("13/9/2021", MONTH_FIRST)

    def test_takes_a_year_of_two_figures_only_where_somebody_says_so(self):
        assert day_read("9/10/21", Reading(short_years=True)) == date(2021, 10, 9)
        with pytest.raises(CellUnreadable, match="four figures"):
            day_read("9/10/021", Reading(short_years=True))


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


class TestKindIn:
    def test_knows_every_kind_by_its_code_and_its_label(self):
        for kind in InspectionKind:
            assert kind_in(kind.value) is kind
            assert kind_in(kind.label.upper()) is kind

    def test_answers_an_unknown_word_with_those_that_are_known(self):
        with pytest.raises(CellUnreadable, match=r"“perhaps” is not understood\. Write "):
            kind_in("perhaps")


class TestNoLonger:
    def test_clips_nothing(self):
        assert no_longer("abc", 3) == "abc"
        with pytest.raises(CellUnreadable, match="4 characters; 3 are the most"):
            no_longer("abcd", 3)


class TestText:
    def test_is_on_one_line_and_without_what_a_database_refuses(self):
        assert text_in(" a\n b\x00 ") == "a b\ufffd"
        assert text_in(12) == "12"

    def test_of_a_note_keeps_its_lines(self):
        assert note_in("a  b\r\n c\n") == "a b\nc"
