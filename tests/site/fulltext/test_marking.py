"""Texts marked where they answer, the same on both databases."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable_site.fulltext import mark, understood
from answerable_site.fulltext.marking import Marked, Piece

pytestmark = pytest.mark.django_db
QUICKLY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def marks(text: str, typed: str, *, has_welsh: bool = False) -> list[str]:
    (marked,) = mark([text], understood(typed), has_welsh=has_welsh)
    return [piece.text for piece in marked.whole() if piece.is_marked]


class TestMark:
    @pytest.mark.parametrize(
        ("text", "typed", "expected"),
        [
            ("They reviewed every record.", "review", ["reviewed"]),
            ("A record of reviews", "records reviewing", ["record", "reviews"]),
            ("Supervision by supervisors", "superv", ["Supervision", "supervisors"]),
            ("Crown/Police, and follow-up", "police followed", ["Police", "follow"]),
            ("Siân and Sian", "sian", ["Siân", "Sian"]),
            ("<b>Custody</b> & custody", "custody", ["Custody", "custody"]),
            ("Nothing of it", "custody", []),
            ("Custody alone", "custody record", ["Custody"]),
            ("", "custody", []),
            ("Custody", "-custody", []),
        ],
    )
    def test_marks_words_by_their_stems(self, text, typed, expected):
        assert marks(text, typed) == expected

    def test_marks_welsh_by_beginnings_in_any_mutation(self):
        text = "Mae’r heddlu yn gwrando ar ddioddefwyr, a dioddefwyr eraill."
        assert marks(text, "dioddefwyr", has_welsh=True) == ["ddioddefwyr", "dioddefwyr"]
        assert marks("Dŵr a ddŵr", "dwr", has_welsh=True) == ["Dŵr"]

    def test_leaves_welsh_alone_where_there_is_none(self):
        assert marks("of ddioddefwyr", "dioddefwyr") == []

    def test_keeps_each_text_in_its_place(self):
        first, second, third = mark(["custody", "nothing", "a custody"], understood("custody"))
        assert [len(one.spans) for one in (first, second, third)] == [1, 0, 1]

    def test_takes_away_the_signs_that_it_marks_with(self):
        assert marks("a\ue000b\ue001 custody \x00", "custody") == ["custody"]

    @QUICKLY
    @given(st.lists(st.text(max_size=120), max_size=4), st.text(max_size=60))
    def test_changes_no_text_and_never_fails(self, texts, typed):
        signs = str.maketrans({"\ue000": " ", "\ue001": " ", "\x00": " "})
        marked = mark(texts, understood(typed), has_welsh=True)
        shown = ["".join(piece.text for piece in one.whole()) for one in marked]
        assert shown == [text.translate(signs) for text in texts]

    @QUICKLY
    @given(st.sampled_from(("records", "police", "reviewed")), st.text(max_size=80))
    def test_marks_a_word_wherever_it_stands(self, word, around):
        assert word in marks(f"{around} {word} {around}", word)


class TestExcerpt:
    def test_is_all_of_a_short_text(self):
        assert Marked("Custody", ((0, 7),)).excerpt(100) == (Piece("Custody", is_marked=True),)

    def test_is_the_stretch_around_the_first_mark(self):
        text = f"{'before ' * 60}custody{' after' * 60}"
        begin = text.index("custody")
        pieces = Marked(text, ((begin, begin + 7),)).excerpt(120)
        said = "".join(piece.text for piece in pieces)
        assert said.startswith("… before ")
        assert said.endswith("after …")
        assert [piece.text for piece in pieces if piece.is_marked] == ["custody"]
        assert len(said) < 130

    def test_is_the_beginning_where_nothing_is_marked(self):
        said = "".join(piece.text for piece in Marked("word " * 100).excerpt(50))
        assert said == f"{'word ' * 9}word …"

    @given(st.text(min_size=1, max_size=400), st.data())
    def test_holds_the_first_mark_whatever_stands_around(self, text, data):
        begin = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(begin + 1, min(len(text), begin + 30)))
        pieces = Marked(text, ((begin, end),)).excerpt(60)
        assert "".join(piece.text for piece in pieces if piece.is_marked) == text[begin:end]
