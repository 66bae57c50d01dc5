from __future__ import annotations

import pytest

from answerable.casereviews.questions import UnusableSet, set_from, shipped_sets
from answerable.casereviews.ratings import Rating
from answerable.casereviews.strata import Stratum

HEAD = """
code = "a"
version = 1
title = "A"
recommendation = "1"
report = "A report"
published_on = 2021-07-16
citation = "None"
confidence = "reasoned"
"""
FIRST = '[[questions]]\ncode = "first"\nasks = "Is it?"\nstrata = ["cps"]\n'
SECOND = (
    '[[questions]]\ncode = "second"\nasks = "How?"\n'
    'only_if = { question = "first", rated = ["fully"] }\n'
)


class TestShippedSets:
    def test_ask_about_each_of_the_eight_recommendations(self):
        found = [one.recommendation for one in shipped_sets().values()]
        assert found == ["1", "2", "3", "4", "5", "6", "7", "12"]

    def test_ask_sentences_that_end_with_a_question_mark(self):
        asked = [q.asks for one in shipped_sets().values() for q in one.questions]
        assert [one for one in asked if not one.endswith("?") or len(one) > 300] == []


class TestAQuestion:
    def test_applies_to_files_of_its_strata_alone(self):
        question = set_from(HEAD + FIRST).questions[0]
        assert question.applies(Stratum.CPS, {})
        assert not question.applies(Stratum.CHARGED, {})

    def test_applies_only_after_what_it_depends_on_was_rated_so(self):
        question = set_from(HEAD + FIRST + SECOND).questions[1]
        assert question.applies(Stratum.CPS, {"first": Rating.FULLY})
        assert not question.applies(Stratum.CPS, {"first": Rating.NOT_MET})
        assert not question.applies(Stratum.CPS, {})


class TestASet:
    @pytest.mark.parametrize(
        "questions",
        ["", FIRST + FIRST, SECOND + FIRST, "[[questions]]\ncode = 1\n", "?"],
        ids=["no question", "one code twice", "depends on a later one", "no text", "no TOML"],
    )
    def test_is_refused_where_it_cannot_be_asked(self, questions):
        with pytest.raises(UnusableSet):
            set_from(HEAD + questions)
