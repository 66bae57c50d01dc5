from __future__ import annotations

import pytest

from answerable.casereviews.questions import shipped_sets
from answerable.casereviews.ratings import Rating
from answerable.casereviews.sizes import UnusableSize
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.rules import (
    MOST_OWN,
    OutOfOrder,
    Sharing,
    asked_of,
    own_questions,
    sizes_wanted,
)

POPULATION = {"cps": 38, "charged": 3}


class TestQuestions:
    def test_keep_on_what_they_depend_within_their_set(self):
        asked = asked_of([shipped_sets()["rape-2021-07/1"]], ["Is it signed?"])
        depending = next(one for one in asked if one.depends_on)
        assert depending.depends_on == "rape-2021-07/1:told_of_right"
        said = {depending.depends_on: Rating.FULLY}
        assert depending.applies(Stratum.CPS, said)
        assert not depending.applies(Stratum.CHARGED, said)

    def test_of_ones_own_are_one_a_line(self):
        assert own_questions(" Is it?\n\nWas it?\n") == ["Is it?", "Was it?"]

    @pytest.mark.parametrize("text", ["a\n" * (MOST_OWN + 1), "a" * 301], ids=["many", "long"])
    def test_of_ones_own_have_limits(self, text):
        with pytest.raises(OutOfOrder):
            own_questions(text)


class TestSizesWanted:
    def test_are_in_proportion_with_two_of_each(self):
        found = sizes_wanted(POPULATION, Sharing.PROPORTIONAL, size=10)
        assert found == {"cps": 8, "charged": 2}

    def test_are_the_same_from_each_as_far_as_there_are_files(self):
        assert sizes_wanted(POPULATION, Sharing.FIXED, each=5) == {"cps": 5, "charged": 3}

    def test_are_two_of_each_at_least(self):
        with pytest.raises(UnusableSize):
            sizes_wanted(POPULATION, Sharing.FIXED, each=1)
