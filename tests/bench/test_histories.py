"""The histories of `case-states`: the second judgement knows every reference; a few are lived."""

from __future__ import annotations

import pytest
from bench.histories import lawful_cases, random_cases
from bench.histories.planting import PLANTS
from tests.reference.second_order import NAMES, wrong

from answerable.records.kinds import KINDS
from answerable.records.rules import RULES


def test_the_second_judgement_knows_what_each_kind_names():
    named = {
        kind.kind(): {name: other.kind() for name, other in kind.REFERS.items()}
        for kind in KINDS
        if kind.REFERS
    }
    assert named == NAMES


def test_a_plant_is_of_a_rule_that_exists():
    assert {plant.removeprefix("late ") for plant in PLANTS} <= {rule.code for rule in RULES}


def test_random_cases_are_judged_alike():
    assert random_cases.run(20).histories >= 20


def test_lawful_cases_have_no_breach_and_plants_are_flagged():
    lived = lawful_cases.run(4, 12)
    assert lived.lawful >= 4
    assert lived.unanswered == set()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"kind": "crime_recorded", "on": "2026-03-01"}, "before the report"),
        ({"kind": "plea", "on": "2026-03-03", "suspect": 1}, "a suspect that the case does not"),
        ({"kind": "told", "on": "2026-03-03", "decision": 7}, "names nothing of the kind"),
        ({"kind": "recorded_in_error", "on": "2026-03-03"}, "nothing was in error"),
    ],
)
def test_the_second_judgement_finds_what_cannot_be(facts, words):
    facts = {"told_at": None} | facts
    assert any(words in one for one in wrong("2026-03-02", [(1, None, facts)]))
