from __future__ import annotations

from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum
from answerable_site.casereviews.rules import (
    Asked,
    Scored,
    completed,
    differing,
    final_ratings,
    unanswered,
    unexplained,
    unreconciled,
)

FIRST = Asked("a:first", "Is it?", "", "A", "1")
SECOND = Asked(
    "a:second", "How?", "", "A", "1", depends_on="a:first", rated=(Rating.FULLY, Rating.PARTLY)
)
OF_CPS = Asked("a:cps", "And they?", "", "A", "1", strata=(Stratum.CPS,))
ASKED = [FIRST, SECOND, OF_CPS]
FULLY, NOT_MET = {"a:first": Rating.FULLY}, {"a:first": Rating.NOT_MET}


def scored(*reviews, **reconciled):
    decided = {key.replace("_", ":"): rating for key, rating in reconciled.items()}
    return Scored(Stratum.OPEN, reviews, decided)


class TestAReview:
    def test_is_completed_with_what_does_not_apply(self):
        assert completed(ASKED, Stratum.OPEN, NOT_MET) == {
            "a:first": Rating.NOT_MET,
            "a:second": Rating.NOT_APPLICABLE,
            "a:cps": Rating.NOT_APPLICABLE,
        }

    def test_lacks_every_question_that_applies_and_has_no_rating(self):
        assert unanswered(ASKED, Stratum.CPS, FULLY) == [SECOND, OF_CPS]
        assert unanswered(ASKED, Stratum.OPEN, {}) == [FIRST]

    def test_says_why_where_a_question_that_applies_is_called_not_applicable(self):
        said = {"a:first": Rating.NOT_APPLICABLE}
        assert unexplained(ASKED, Stratum.OPEN, said, {}) == [FIRST]
        assert unexplained(ASKED, Stratum.OPEN, said, {"a:first": "It was no crime."}) == []


class TestTwoReviews:
    def test_differ_where_they_say_different_things(self):
        assert differing(ASKED, scored(FULLY, NOT_MET)) == [FIRST]
        assert differing(ASKED, scored(FULLY, FULLY)) == []

    def test_do_not_differ_where_one_could_not_find_the_file(self):
        assert differing(ASKED, scored(FULLY, None)) == []

    def test_wait_for_a_decision_until_there_is_one(self):
        assert unreconciled(ASKED, scored(FULLY, NOT_MET)) == [FIRST]
        assert unreconciled(ASKED, scored(FULLY, NOT_MET, a_first=Rating.PARTLY)) == []

    def test_count_as_decided_where_they_differ(self):
        decided = scored(FULLY, NOT_MET, a_first=Rating.PARTLY)
        assert final_ratings(ASKED, decided) == {"a:first": Rating.PARTLY}

    def test_count_nothing_while_nobody_decided(self):
        assert final_ratings(ASKED, scored(FULLY, NOT_MET)) == {}


class TestAFile:
    def test_is_missing_if_nobody_could_find_it(self):
        assert scored(None, None).is_missing
        assert not scored(FULLY, None).is_missing

    def test_that_one_found_counts_as_that_one_said(self):
        assert final_ratings(ASKED, scored(None, FULLY)) == FULLY
