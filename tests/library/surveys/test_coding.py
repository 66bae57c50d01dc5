from __future__ import annotations

from fractions import Fraction

import pytest

from answerable.surveys.coding import UnknownTheme, agreement_of, checked_codes
from answerable.surveys.themes import BOOKS, CURRENT

BOOK = BOOKS[CURRENT]


def codes(*keys):
    return checked_codes(keys, BOOK)


class TestCheckedCodes:
    def test_are_refused_where_the_book_has_no_such_theme(self):
        with pytest.raises(UnknownTheme):
            codes("waiting", "weather")


class TestAgreementOf:
    def test_counts_whole_passages_and_each_theme(self):
        found = agreement_of(
            [
                (codes("waiting"), codes("waiting")),
                (codes("waiting", "support"), codes("waiting")),
                (codes(), codes()),
                (codes("reasons"), codes("review")),
            ],
            BOOK,
        )
        assert found.whole.share == Fraction(2, 4)
        assert found.by_theme["waiting"].share == 1
        assert found.by_theme["support"].share == Fraction(3, 4)
        assert found.by_theme["reasons"].share == Fraction(3, 4)

    def test_has_no_share_of_nothing(self):
        assert agreement_of([], BOOK).whole.share is None


class TestTheBook:
    def test_has_themes_that_differ(self):
        keys = [one.key for one in BOOK.themes]
        assert len(keys) == len(set(keys))
        assert BOOK.theme("review").recommendations == ("7",)
