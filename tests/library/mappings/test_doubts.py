"""Every reason for setting a row aside says what is doubtful and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

import answerable.mappings
from answerable.mappings import KINDS, Doubt
from answerable.mappings.doubts import PROPAGATED

CHECKING = Path(answerable.mappings.__file__).parent / "checking"
SOURCE = "".join(path.read_text(encoding="utf-8") for path in CHECKING.glob("*.py"))
OF_THE_READER = {"too_few_cells", "too_many_cells", "mixed_encoding"}


@pytest.mark.parametrize("code", KINDS)
class TestADoubt:
    def test_is_worded_in_whole_sentences(self, code):
        doubt = Doubt(2, code, "age", "Age", "130", "row 3 says so.")
        for words in (doubt.sentence, doubt.what_to_do):
            assert words
            assert "{" not in words
        assert doubt.what_to_do.endswith(".")

    def test_is_one_that_somebody_raises(self, code):
        assert code in OF_THE_READER or f"'{code}'" in SOURCE or f'"{code}"' in SOURCE


def test_what_waits_is_put_down_to_another_row():
    assert set(PROPAGATED) <= set(KINDS)
