from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable_site.intake.rules import Likeness, cases_meant

ALIKE = st.dictionaries(
    st.sampled_from(Likeness), st.sets(st.integers(1, 9), max_size=6), max_size=4
)


class TestCasesMeant:
    def test_have_the_surest_likeness(self):
        alike = {Likeness.ANOTHER: {1, 2}, Likeness.SWAPPED: {2}}
        assert cases_meant(alike) == {2: Likeness.SWAPPED, 1: Likeness.ANOTHER}

    def test_are_none_of_a_likeness_that_too_many_have(self):
        alike = {Likeness.ANOTHER: {1, 2, 3, 4}, Likeness.SWAPPED: {4}}
        assert cases_meant(alike) == {4: Likeness.SWAPPED}

    def test_are_none_where_nothing_is_alike(self):
        assert cases_meant({}) == {}

    @given(ALIKE)
    def test_come_from_references_that_are_alike_and_from_nothing_else(self, alike):
        found = cases_meant(alike)
        assert all(case in alike[likeness] for case, likeness in found.items())
