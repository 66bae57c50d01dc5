from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.leaks import Detail, clues
from answerable.records.identity import SignKind


def told(text: str) -> dict[str, str]:
    return {one.kind: one.words for one in clues(text)}


class TestPassages:
    @pytest.mark.parametrize(
        ("kind", "text", "words"),
        [
            (Detail.DATE, "It happened on 3 May 2026 and was reported.", "3 May 2026"),
            (Detail.DATE, "She wrote on 03/05/2026 about it.", "03/05/2026"),
            (Detail.DATE, "They met last Friday night in town.", "last Friday night"),
            (Detail.DATE, "It was Christmas Eve then.", "Christmas Eve"),
            (Detail.AGE, "The complainant, aged 17, said so.", "aged 17"),
            (Detail.AGE, "a 34-year-old resident", "34-year-old"),
            (Detail.AGE, "who was in her late seventies", "in her late seventies"),
            (Detail.TIME, "They left at 11:40pm by bus.", "11:40pm"),
            (Detail.PLACE, "pupils of Ashdown Green Academy were told", "Ashdown Green Academy"),
            (Detail.PLACE, "at the local supermarket", "the local supermarket"),
            (Detail.OCCUPATION, "The suspect is a midwife.", "a midwife"),
            (Detail.RELATION, "reported by her stepfather", "her stepfather"),
            (Detail.RELATION, "who has four children", "four children"),
            (Detail.CONDITION, "She was pregnant at the time.", "pregnant"),
            (Detail.ORIGIN, "an Eritrean interpreter was found", "Eritrean"),
            (Detail.SINGULAR, "the case was widely reported", "widely reported"),
            (SignKind.TELEPHONE, "Call 07700 900123 for more.", "07700 900123"),
            (SignKind.POSTCODE, "near ZD3 4QX in the county", "ZD3 4QX"),
            (SignKind.EMAIL, "write to a.person@example.org today", "a.person@example.org"),
            (SignKind.URN, "under 01ZD0303226 it was", "01ZD0303226"),
        ],
    )
    def test_tell_what_may_say_who_somebody_is(self, kind, text, words):
        assert words in told(text).get(kind, "")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Every bag in the store was labelled and every shelf was counted.",
            "The force will train all officers and report the result to the public.",
            "We accept this recommendation and will publish what becomes of it.",
        ],
    )
    def test_tell_nothing_of_words_about_nobody(self, text):
        assert clues(text) == []

    def test_say_why_and_show_what_stands_around(self):
        (one,) = [
            one
            for one in clues("In that year the suspect, a midwife, was told.")
            if one.kind == Detail.OCCUPATION
        ]
        assert one.because == "What somebody does narrows down who is meant"
        assert (one.before, one.after) == ("In that year the suspect, ", ", was told.")

    @given(st.text(max_size=200))
    @settings(max_examples=80)
    def test_stand_in_order_and_share_no_character(self, text):
        found = clues(text)
        for one, following in pairwise(found):
            assert one.end <= following.start
        for one in found:
            assert text[one.start : one.end] == one.words
