from __future__ import annotations

from answerable.measures.definitions import DEFINITIONS
from answerable_site.figures.rules import YEARLY, questions_of


class TestYearly:
    def test_asks_for_every_measure_that_serves_the_recommendation(self):
        for one in YEARLY:
            serving = [n for n, d in DEFINITIONS.items() if one.recommendation in d.recommendations]
            assert list(one.measures) == serving

    def test_asks_questions_that_can_be_answered(self):
        for one in YEARLY:
            asked = questions_of(one.measures, one.by, "")
            assert len(asked) == len(one.by) * len(one.measures)

    def test_offers_the_take_up_of_reviews(self):
        [reviews] = [one for one in YEARLY if one.recommendation == "7"]
        assert "review_requested" in reviews.measures

    def test_asks_for_those_in_post_month_by_month(self):
        [training] = [one for one in YEARLY if one.recommendation == "12"]
        assert set(training.measures) == {"investigators_qualified", "investigators_trained"}
        assert training.by == ("month",)

    def test_says_by_what_each_is_broken_down(self):
        said = {one.recommendation: one.by_in_words for one in YEARLY}
        assert said == {"7": "all together and by financial year", "12": "month by month"}
