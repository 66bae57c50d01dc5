from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable_site.casework.rules import ReferenceKind, UnusableReference, canonical_reference


class TestCanonicalReference:
    @pytest.mark.parametrize(
        "typed",
        ["12A/34567/26", " 12a 34567 26 ", "12A-34567-26", "12a.34567_26", "１２A/34567/26"],
    )
    def test_is_one_for_every_way_of_typing_it(self, typed):
        assert canonical_reference(ReferenceKind.CRIME, typed) == "12A3456726"

    @given(st.text(st.sampled_from("0123456789abcXYZ -/._"), max_size=50))
    def test_of_a_canonical_one_is_itself(self, typed):
        try:
            once = canonical_reference(ReferenceKind.CRIME, typed)
        except UnusableReference:
            return
        assert canonical_reference(ReferenceKind.CRIME, once) == once

    @pytest.mark.parametrize("typed", ["", "  ", "--", "12;34", "a" * 61])
    def test_is_refused_for_what_is_none(self, typed):
        with pytest.raises(UnusableReference):
            canonical_reference(ReferenceKind.CRIME, typed)

    def test_takes_60_characters(self):
        assert len(canonical_reference(ReferenceKind.SERVICE, "a" * 60)) == 60

    @pytest.mark.parametrize("typed", ["01ZD0303208", "01 zd 03032 08"])
    def test_of_a_urn_has_its_eleven_characters(self, typed):
        assert canonical_reference(ReferenceKind.URN, typed) == "01ZD0303208"

    @pytest.mark.parametrize("typed", ["01ZD030320", "AAZD0303208", "01ZD03032O8", "01ZD03032081"])
    def test_of_a_urn_is_refused_in_another_form(self, typed):
        with pytest.raises(UnusableReference, match="URN"):
            canonical_reference(ReferenceKind.URN, typed)
