"""What somebody typed, understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.fulltext.asked import LONGEST, LONGEST_WORD, MOST_WORDS, Term, understood


def wanted(typed: str) -> list[tuple[str, ...]]:
    return [term.words for term in understood(typed).wanted]


def unwanted(typed: str) -> list[tuple[str, ...]]:
    return [term.words for term in understood(typed).unwanted]


class TestUnderstood:
    def test_takes_every_word(self):
        assert wanted("custody records") == [("custody",), ("records",)]

    def test_takes_words_in_quotation_marks_together(self):
        assert wanted('"custody records" monthly') == [("custody", "records"), ("monthly",)]

    @pytest.mark.parametrize("typed", ["“custody records”", "«custody records»"])
    def test_knows_printed_quotation_marks(self, typed):
        assert wanted(typed) == [("custody", "records")]

    def test_leaves_out_what_has_a_minus_sign(self):
        assert (wanted("records -custody"), unwanted("records -custody")) == (
            [("records",)],
            [("custody",)],
        )

    def test_leaves_out_a_phrase_with_a_minus_sign(self):
        assert unwanted('records -"custody suite"') == [("custody", "suite")]

    def test_takes_a_hyphen_within_a_word_for_no_minus(self):
        assert wanted("section fifty-six") == [("section",), ("fifty",), ("six",)]
        assert unwanted("section fifty-six") == []

    def test_leaves_out_a_word_with_a_hyphen_as_it_stands(self):
        assert unwanted("records -fifty-six") == [("fifty", "six")]

    def test_drops_words_that_stand_everywhere_but_not_in_phrases(self):
        assert wanted('the police "duty of care"') == [("police",), ("duty", "of", "care")]

    @pytest.mark.parametrize("typed", ["the", "of the", '"to be"'])
    def test_says_that_only_such_words_were_typed(self, typed):
        asked = understood(typed)
        assert (bool(asked), asked.was_common) == (False, True)

    @pytest.mark.parametrize("typed", ["", "   ", "-", '"', '""', "!?*", "_", "\x00", "- -"])
    def test_finds_no_word_in_signs(self, typed):
        assert not understood(typed)

    def test_asks_for_nothing_where_something_is_only_left_out(self):
        asked = understood("-custody")
        assert (bool(asked), asked.unwanted) == (False, (Term(("custody",)),))

    @pytest.mark.parametrize(
        ("typed", "may_go_on"),
        [
            ("custody rec", [False, True]),
            ('"custody" rec', [False, True]),
            ('rec "custody"', [False, False]),
            ("custody r", [False, False]),
            ("custody -rec", [False]),
            ("custody the", [False]),
        ],
    )
    def test_lets_the_last_word_be_the_beginning_of_one(self, typed, may_go_on):
        assert [term.may_go_on for term in understood(typed).wanted] == may_go_on

    def test_takes_an_unbalanced_mark_for_none(self):
        assert wanted('custody "records of') == [("custody",), ("records",)]

    def test_reads_so_much_and_no_more(self):
        assert len(wanted("custody " * 5000)) == MOST_WORDS
        assert len(wanted("x" * 10_000)[0][0]) == LONGEST_WORD
        assert wanted(f"{' ' * LONGEST}late") == []

    def test_puts_composed_letters_together(self):
        assert wanted("dw\u0302r") == [("dŵr",)]

    @given(st.text(max_size=600))
    def test_makes_words_of_letters_and_digits_alone(self, typed):
        asked = understood(typed)
        words = [word for term in (*asked.wanted, *asked.unwanted) for word in term.words]
        assert len(words) <= MOST_WORDS
        assert all(word.isalnum() and len(word) <= LONGEST_WORD for word in words)
