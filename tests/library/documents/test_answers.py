from __future__ import annotations

import pytest

from answerable.documents import Unreadable
from answerable.documents.answers import DEEPEST, data_in


class TestDataIn:
    def test_takes_what_is_nested_as_deep_as_it_may_be(self):
        data_in(b"[" * DEEPEST + b"]" * DEEPEST)

    @pytest.mark.parametrize("depth", [DEEPEST + 1, 100_000])
    def test_refuses_what_is_nested_deeper(self, depth):
        with pytest.raises(Unreadable):
            data_in(b"[" * depth + b"]" * depth)

    def test_does_not_count_brackets_in_words(self):
        words = "[" * 500 + '\\"' + "{" * 500
        assert data_in(b'{"text": "%s"}' % words.encode())["text"] == words.replace("\\", "")

    @pytest.mark.parametrize("answer", [b"", b"{", b"no answer", b"\xff"])
    def test_refuses_what_is_no_json(self, answer):
        with pytest.raises(Unreadable):
            data_in(answer)
