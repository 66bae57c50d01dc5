"""Every text has a plain spelling, and every plain character a place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.records.identity.folding import folded


class TestFolded:
    @pytest.mark.parametrize(
        ("text", "plain"),
        [
            ("plain", "plain"),
            ("０７‑7\u00a0x", "07-7 x"),
            ("٠٧", "07"),
            ("zero\u200bwidth\u00ad", "zerowidth"),
            ("José", "Jose"),
            ("Jose\u0301", "Jose"),
            ("O’Neill", "O'Neill"),
            ("ﬁne", "fine"),
            ("\ufdfa", "\ufdfa"),
        ],
    )
    def test_is_the_plain_spelling(self, text, plain):
        assert folded(text).text == plain

    @given(st.text())
    def test_changes_nothing_the_second_time(self, text):
        once = folded(text).text
        assert folded(once).text == once

    @given(st.text(min_size=1))
    def test_leads_back_into_the_text(self, text):
        plain = folded(text)
        for place in range(len(plain.text)):
            start, end = plain.span(place, place + 1)
            assert 0 <= start < end <= len(text)
