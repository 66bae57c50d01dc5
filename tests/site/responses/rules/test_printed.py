from __future__ import annotations

import pytest

from answerable_site.responses.rules.past import Explained, PastAnswer
from answerable_site.responses.rules.printed import proposed


class TestProposed:
    @pytest.mark.parametrize(
        ("explained", "numbers", "expected"),
        [
            ((), (), Explained.NOT_KNOWN),
            (("1",), (), Explained.NOT_KNOWN),
            (("1", "2"), ("1", "2"), Explained.ALL),
            (("1",), ("1", "2"), Explained.SOME),
            (("9",), ("1", "2"), Explained.NONE),
        ],
    )
    def test_counts_what_the_document_explains(self, explained, numbers, expected):
        found = proposed(chief_officer="", explained=explained, numbers=numbers, not_before="")
        assert found.answer == PastAnswer(explained=expected)

    def test_says_before_when_it_cannot_have_been_published(self):
        found = proposed(chief_officer="x", explained=(), numbers=(), not_before="October 2021")
        assert "It speaks of October 2021, so it was not published before." in found.doubts
