"""The measurement of misuse is fair: who plants knows no rule, and sizes stay near what is real."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from bench.insiders.habits import ordinary_looks
from bench.insiders.misuses import SIZES, Misuse, planted
from bench.insiders.offices import DAYS, RUN_IN, drawn, moment

from answerable_site.accessreview.rules.looks import Act

INSIDERS = sorted((Path(__file__).parents[2] / "bench/insiders").glob("*.py"))


@pytest.fixture(scope="module")
def month():
    """Offices, ordinary looks and misuses of one seed."""
    chance = Random(7)
    office = drawn(chance)
    ordinary = ordinary_looks(office, chance)
    return office, ordinary, planted(office, ordinary, chance)


class TestInsiders:
    @pytest.mark.parametrize("path", INSIDERS, ids=lambda path: path.name)
    def test_know_of_the_rules_only_what_a_look_is(self, path):
        imported = {
            node.module
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and node.module
        }
        rules = {name for name in imported if name.startswith("answerable_site")}
        assert rules <= {"answerable_site.accessreview.rules.looks"}


class TestTheMonth:
    def test_has_fifty_people_and_ten_thousand_look_ups(self, month):
        office, ordinary, _ = month
        reviewed = [one for one in ordinary if one.at >= moment(RUN_IN, 0)]
        assert len(office.people) == 50
        assert sum(one.shows_the_record for one in reviewed) >= 10_000

    def test_has_four_misuses_of_each_of_five_kinds(self, month):
        assert Counter(one.kind for one in month[2]) == dict.fromkeys(SIZES, 4)

    def test_has_misuses_of_their_size_in_the_reviewed_days_without_work(self, month):
        for misuse in month[2]:
            people = {one.person for one in misuse.looks}
            count = len(people) if misuse.kind is Misuse.FAMOUS_CASE else len(misuse.looks)
            assert count == misuse.size
            assert all(moment(RUN_IN, 0) <= one.at < moment(DAYS, 0) for one in misuse.looks)
            assert all(one.act is not Act.RECORDED for one in misuse.looks)

    def test_is_the_same_for_the_same_seed(self, month):
        chance = Random(7)
        office = drawn(chance)
        assert ordinary_looks(office, chance) == month[1]
