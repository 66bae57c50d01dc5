"""Why a row is set aside is said in words, with what to do."""

from __future__ import annotations

import pytest

from answerable.mappings import KINDS
from answerable_site.intake.rules import (
    REASONS,
    advice_on,
    reasons_met,
    title_of,
    what_to_do,
    words_for,
)


class TestAReason:
    def test_is_none_of_those_for_which_a_file_is_doubted(self):
        assert not REASONS.keys() & KINDS.keys()

    @pytest.mark.parametrize("code", [*REASONS, *KINDS])
    def test_is_said_in_sentences_without_a_gap(self, code):
        about = {"heading": "Told", "cell": "x", "more": "7"}
        for words in (words_for(code, **about), what_to_do(code, **about)):
            assert words
            assert "{" not in words

    def test_says_what_was_found_as_it_was_found(self):
        assert "{cell}" in words_for("unknown_code", heading="Told", cell="{cell}")

    def test_is_advised_about_once(self):
        told = reasons_met([["case_not_known"], ["case_not_known", "blank"]])
        assert [one.split(".")[0] for one in told] == [
            "Case that is not held",
            "Empty cell that is always filled",
        ]

    @pytest.mark.parametrize("code", [*REASONS, *KINDS])
    def test_is_advised_about_without_what_stands_in_a_row(self, code):
        assert title_of(code)
        assert "{" not in advice_on(code)

    def test_names_another_row_as_such_where_its_number_is_not_told(self):
        assert "Correct the other row" in advice_on("waits_for_row")
