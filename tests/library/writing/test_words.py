from __future__ import annotations

from datetime import date

import pytest

from answerable.writing.words import date_in_words, page_of


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
