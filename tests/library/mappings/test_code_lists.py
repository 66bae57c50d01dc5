"""The pattern by which codes of many rows are checked says the same as the list itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.mappings.code_lists import ACCEPTED

EVERY = sorted({code for one in ACCEPTED.values() for code in one.examples})
CODES = (
    st.sampled_from(EVERY)
    | st.from_regex(r"\A[0-9]{1,3}[A-Z]{0,3}\Z")
    | st.from_regex(r"\A[A-Z]{2}[0-9]{4,6}[A-Z]?\Z")
    | st.text("0123456789ABCIXabc_/ ", max_size=9)
)


@pytest.mark.parametrize("name", ACCEPTED)
class TestAnAcceptedList:
    @given(code=CODES)
    def test_takes_by_its_pattern_what_it_takes_by_its_question(self, name, code):
        accepted = ACCEPTED[name]
        assert bool(re.fullmatch(accepted.pattern, code)) == accepted.has(code)

    def test_takes_its_own_examples(self, name):
        assert all(map(ACCEPTED[name].has, ACCEPTED[name].examples))
