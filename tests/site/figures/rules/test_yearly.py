from __future__ import annotations

from answerable.measures.definitions import DEFINITIONS
from answerable_site.figures.rules import questions_of, yearly


class TestYearly:
    def test_asks_for_every_measure_that_serves_the_recommendation(self):
        for one in yearly():
            serving = [n for n, d in DEFINITIONS.items() if one.recommendation in d.recommendations]
            assert list(one.measures) == serving

    def test_asks_questions_that_can_be_answered(self):
        for one in yearly():
            asked = questions_of(one.measures, one.by, "")
            assert len(asked) == 2 * len(one.measures)

    def test_offers_the_take_up_of_reviews(self):
        [reviews] = [one for one in yearly() if one.recommendation == "7"]
        assert "review_requested" in reviews.measures
