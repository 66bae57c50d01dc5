from __future__ import annotations

from datetime import date

import pytest

from answerable.writing.blocks import WrittenDocument
from answerable.writing.words import (
    date_in_words,
    day_of_making,
    language_and_country,
    origin,
    page_of,
)


def document(day, language="en-GB"):
    return WrittenDocument("Title", language, "Office", (), date=day)


class TestDateInWords:
    @pytest.mark.parametrize(
        ("language", "words"), [("en-GB", "9 September 2021"), ("cy", "9 Medi 2021")]
    )
    def test_is_day_month_and_year(self, language, words):
        assert date_in_words(date(2021, 9, 9), language) == words


class TestPageOf:
    @pytest.mark.parametrize(
        ("language", "words"), [("en", "Page 1 of 3"), ("cy-GB", "Tudalen 1 o 3")]
    )
    def test_counts_in_the_language(self, language, words):
        assert page_of(language).format(page=1, total=3) == words


class TestOrigin:
    @pytest.mark.parametrize(
        ("written", "words"),
        [
            (document(date(2021, 9, 9)), "Office, 9 September 2021"),
            (document(date(2021, 9, 9), "cy"), "Office, 9 Medi 2021"),
            (document(None), "Office"),
        ],
    )
    def test_is_the_author_and_the_day(self, written, words):
        assert origin(written) == words


class TestDayOfMaking:
    @pytest.mark.parametrize(
        ("day", "stated"), [(date(2021, 9, 9), date(2021, 9, 9)), (None, date(1970, 1, 1))]
    )
    def test_is_never_taken_from_the_clock(self, day, stated):
        assert day_of_making(document(day)) == stated


class TestLanguageAndCountry:
    @pytest.mark.parametrize(
        ("tag", "parts"),
        [
            ("cy", ("cy", "GB")),
            ("cy-GB", ("cy", "GB")),
            ("en", ("en", "GB")),
            ("en-IE", ("en", "IE")),
            ("pl", ("pl", None)),
        ],
    )
    def test_take_welsh_and_english_as_those_of_britain(self, tag, parts):
        assert language_and_country(tag) == parts
