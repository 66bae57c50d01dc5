from __future__ import annotations

from datetime import date

import pytest

from answerable.disclosure.gate import HIDDEN, Shown
from answerable.disclosure.policy import shipped_policy
from answerable.surveys.bias import Lean
from answerable_site.support.rules import (
    FEWEST_ANSWERS,
    CodingRefused,
    ServiceRefused,
    SurveyRefused,
    SurveyState,
    TellingRefused,
    check_days,
    check_finding,
    check_month,
    check_numbers,
    check_reached,
    checked_quote,
    free_places,
    heard_in_words,
    is_due_for_review,
    is_running,
    takes_answers,
)

FIRST, LAST = date(2026, 5, 1), date(2026, 8, 31)
PASSAGE = "They rang me first. Then a letter came, and I could ask what it meant."


class TestDays:
    @pytest.mark.parametrize(
        ("opens", "closes"),
        [(LAST, FIRST), (FIRST, date(2026, 5, 31)), (FIRST, date(2027, 6, 1))],
        ids=["out of order", "over", "more than a year"],
    )
    def test_of_a_survey_are_refused(self, opens, closes):
        with pytest.raises(SurveyRefused):
            check_days(opens, closes, today=date(2026, 6, 1))

    @pytest.mark.parametrize(
        ("on", "state", "takes"),
        [
            (FIRST, SurveyState.OPEN, True),
            (LAST, SurveyState.OPEN, True),
            (date(2026, 4, 30), SurveyState.OPEN, False),
            (date(2026, 9, 1), SurveyState.OPEN, False),
            (FIRST, SurveyState.CLOSED, False),
        ],
    )
    def test_on_which_answers_are_taken_are_both_inclusive(self, on, state, takes):
        assert takes_answers(state, FIRST, LAST, on=on) is takes

    def test_of_capacity_are_months_that_have_begun(self):
        check_month(date(2026, 6, 1), today=date(2026, 6, 1))
        for month in (date(2026, 7, 1), date(2026, 5, 2)):
            with pytest.raises(ServiceRefused):
                check_month(month, today=date(2026, 6, 1))

    def test_of_a_contract_are_both_inclusive(self):
        assert is_running(FIRST, LAST, on=FIRST)
        assert is_running(FIRST, LAST, on=LAST)
        assert not is_running(FIRST, LAST, on=date(2026, 9, 1))

    def test_of_review_are_due_once_they_are_over(self):
        assert not is_due_for_review(LAST, on=LAST)
        assert is_due_for_review(LAST, on=date(2026, 9, 1))


class TestTheFewestAnswers:
    def test_are_the_threshold_of_disclosure_control(self):
        assert shipped_policy().threshold == FEWEST_ANSWERS


class TestQuotes:
    @pytest.mark.parametrize(
        "words",
        ["They rang me first.", "They rang me first … I could ask", "… a letter  came …"],
    )
    def test_stand_in_the_passage(self, words):
        assert checked_quote(words, PASSAGE)

    @pytest.mark.parametrize(
        "words",
        ["She rang me first.", "a letter came … They rang me", "", "…", "x" * 301],
        ids=["other words", "other order", "nothing", "a gap", "too long"],
    )
    def test_are_refused_otherwise(self, words):
        with pytest.raises(CodingRefused):
            checked_quote(words, PASSAGE)


class TestNumbers:
    def test_are_those_of_figures_or_recommendations(self):
        check_numbers("20 of 30 spoke to recommendation 6", [Shown(20), Shown(30)], also=["6"])
        with pytest.raises(TellingRefused, match="3"):
            check_numbers("3 of 30", [Shown(30), HIDDEN], also=["6"])


class TestFindings:
    @pytest.mark.parametrize(
        ("words", "has_changes", "nothing_yet"),
        [("", True, ""), ("Told late", False, " "), ("Told late", True, "Nothing yet")],
    )
    def test_have_words_and_what_changed_or_why_not(self, words, has_changes, nothing_yet):
        with pytest.raises(TellingRefused):
            check_finding(words, has_changes=has_changes, nothing_yet=nothing_yet)


class TestHeard:
    def test_says_who_is_heard_less_and_never_a_hidden_count(self):
        told = heard_in_words(
            Shown(60),
            HIDDEN,
            HIDDEN,
            [("Age", "Under 25", Lean.LESS), ("Sex", "Male", Lean.ALIKE)],
            shipped_policy(),
        )
        assert told[0] == "People asked: 60. People who answered: not shown."
        assert told[2:] == ("Under 25: heard less than others.",)

    def test_says_so_where_nothing_can_be_said(self):
        told = heard_in_words(
            Shown(60), Shown(30), Shown(50), [("Age", "Under 25", Lean.UNKNOWN)], shipped_policy()
        )
        assert "That is 50% of those asked." in told[0]
        assert told[-1].startswith("For no group")


class TestCapacity:
    def test_is_never_less_than_nought(self):
        assert free_places(40, 36) == 4
        assert free_places(40, 44) == 0

    def test_nobody_reaches_more_than_all(self):
        check_reached(40, 40)
        with pytest.raises(ServiceRefused):
            check_reached(41, 40)
