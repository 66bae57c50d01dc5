"""What cannot be is said by the rules of records, and no case that they speak against escapes."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.mappings.making import CELLS, checked, profile, told

from answerable.records.rules import why_impossible

FIRST = date(2024, 3, 1)
DECIDED = {**CELLS, "decided": "10/03/2024", "method": "Phone", "explained": "Y"}
DAYS = st.none() | st.integers(-2, 3).map(lambda days: f"{FIRST + timedelta(days):%d/%m/%Y}")
ROWS = st.fixed_dictionaries(
    {
        "victim": st.sampled_from("ab"),
        "suspect": st.sampled_from(["", "s", "t"]),
        "found": DAYS,
        "decided": DAYS,
        "told": DAYS,
    }
)
APART = profile(
    **{f"columns__{name}__of": "row" for name in ("found", "decided", "told")},
    grain__goes_on_together=False,
    grain__unique=["ref"],
)


class TestWhatCannotBe:
    def test_is_told_before_it_was_decided(self):
        assert told([{**DECIDED, "told": "09/03/2024"}]) == ["1 cannot_be told"]

    def test_can_be_on_the_same_day(self):
        assert told([{**DECIDED, "told": "10/03/2024"}]) == []

    def test_is_decided_before_it_was_reported(self):
        assert told([{**CELLS, "decided": "29/02/2024"}]) == ["1 cannot_be decided"]

    def test_is_said_in_the_words_of_the_rule(self):
        with checked([{**CELLS, "decided": "29/02/2024"}]) as outcome:
            (doubt,) = outcome.doubts()
        assert doubt.sentence == "This day is before the report to the police. Check both days."
        assert doubt.cell == "29/02/2024"

    @settings(max_examples=12)
    @given(st.lists(ROWS, min_size=1, max_size=40))
    def test_never_escapes_the_question_that_finds_cases_to_ask_about(self, rows):
        cells = [
            {**CELLS, **row, "ref": f"X/{number:03}", "method": "Phone", "explained": "Y"}
            for number, row in enumerate(rows)
        ]
        cells = [{name: cell or "" for name, cell in row.items()} for row in cells]
        with checked(cells, APART) as outcome:
            for key, file in outcome.case_files():
                for one in file.recorded:
                    assert why_impossible(file.without(one.number), one) == [], key


class TestAnEventThatContradictsItself:
    def test_is_found_by_its_facts_alone(self):
        sex = {
            "name": "sex",
            "kind": "characteristic_recorded",
            "each": "victim",
            "on": "told",
            "facts": {
                "characteristic": {"value": "sex"},
                "state": {
                    "column": "method",
                    "meanings": {"letter": "asked_prefer_not_to_say"},
                    "otherwise": "recorded",
                },
                "value": {"column": "words"},
            },
        }
        answers = [("Phone", "female"), ("Post", "female"), ("Phone", ""), ("Post", "")]
        rows = [
            {**CELLS, "ref": f"X/00{n}", "told": "02/03/2024", "method": method, "words": words}
            for n, (method, words) in enumerate(answers)
        ]
        assert told(rows, profile(events=[sex])) == ["2 cannot_be told", "3 cannot_be told"]


class TestWhatOtherSourcesTell:
    def test_is_not_held_against_this_one(self):
        withdrawal = {
            "name": "withdrawal",
            "kind": "withdrawal",
            "each": "victim",
            "on": "told",
            "facts": {"stage": {"value": "with_cps"}, "through": {"value": "themselves"}},
        }
        rows = [{**CELLS, "told": "02/03/2024"}]
        assert told(rows, profile(events=[withdrawal])) == []
