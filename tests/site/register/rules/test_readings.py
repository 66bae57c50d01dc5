from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.register.rules import left_behind, page_texts, storable, without_doubts

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


class TestLeftBehind:
    @pytest.mark.parametrize("state", ["waiting", "reading"])
    def test_begins_after_ten_silent_minutes(self, state):
        silent = NOW - timedelta(minutes=10)
        assert not left_behind(state, last_sign_at=silent, now=NOW)
        assert left_behind(state, last_sign_at=silent - timedelta(seconds=1), now=NOW)

    @pytest.mark.parametrize("state", ["read", "refused"])
    def test_never_befalls_what_has_ended(self, state):
        assert not left_behind(state, last_sign_at=NOW - timedelta(days=9), now=NOW)


class TestWithoutDoubts:
    def test_needs_confidence_and_no_doubts(self):
        assert without_doubts(confidence=0.9, doubts=[])
        assert not without_doubts(confidence=0.9, doubts=["Its number occurs twice."])
        assert not without_doubts(confidence=0.2, doubts=[])


class TestStorable:
    @given(st.text())
    def test_keeps_every_length_and_can_be_written(self, text):
        kept = storable({"text": [text + "\x00\ud800"]})["text"][0]
        assert len(kept) == len(text) + 2
        assert "\x00" not in kept
        json.dumps(kept, ensure_ascii=False).encode()


class TestPageTexts:
    def test_cuts_where_pages_begin(self):
        pages = page_texts("one\ntwo\nthree", [(1, 0), (1, 4), (2, 8)])
        assert [(page.page, page.start, page.text) for page in pages] == [
            (1, 0, "one\ntwo\n"),
            (2, 8, "three"),
        ]

    @given(st.lists(st.integers(1, 5), min_size=1, max_size=30))
    def test_loses_no_character_even_out_of_order(self, numbers):
        text = "\n".join("x" * number for number in numbers)
        starts = [sum(n + 1 for n in numbers[:index]) for index in range(len(numbers))]
        pages = page_texts(text, zip(numbers, starts, strict=True))
        assert "".join(page.text for page in pages) == text
        assert [page.page for page in pages] == sorted({page.page for page in pages})
