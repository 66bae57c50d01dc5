from __future__ import annotations

from pathlib import Path

import pytest

from answerable.synthetic.cases.parameters import (
    PARAMETERS,
    Mark,
    UnknownParameter,
    answers,
    number,
)

PACKAGE = Path(__file__).parents[4] / "src/answerable/synthetic/cases"
SOURCES = "".join(
    file.read_text(encoding="utf-8")
    for file in PACKAGE.rglob("*.py")
    if file.name != "parameters.py"
)
CONDITIONAL = "interviewed"
"""Holds a share for each way of ending, not shares of one whole."""
several = pytest.mark.parametrize(
    "parameter",
    [one for one in PARAMETERS.values() if not isinstance(one.value, int | float)],
    ids=lambda one: one.name,
)


class TestParameters:
    @several
    def test_shares_of_several_answers_add_to_one(self, parameter):
        if parameter.name != CONDITIONAL:
            assert sum(parameter.value.values()) == pytest.approx(1)

    @pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=lambda one: one.name)
    def test_each_has_a_source_or_says_that_it_is_assumed_or_chosen(self, parameter):
        cited = parameter.mark in {Mark.CONFIRMED, Mark.SECONDARY}
        assert parameter.source.startswith("http") or not cited

    @pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=lambda one: one.name)
    def test_shares_lie_between_nothing_and_all(self, parameter):
        if parameter.unit == "share":
            assert 0 <= parameter.value <= 1

    def test_none_is_there_that_nothing_follows(self):
        used_by_rule = {f"{name}_spread" for name in PARAMETERS if f'"{name}"' in SOURCES}
        idle = {name for name in PARAMETERS if f'"{name}"' not in SOURCES} - used_by_rule
        assert idle == {"reports_a_year"}

    def test_an_unknown_name_is_refused(self):
        with pytest.raises(UnknownParameter):
            number("nothing_of_the_kind")

    def test_one_number_is_not_several_answers(self):
        with pytest.raises(UnknownParameter):
            answers("adult")

    def test_several_answers_are_not_one_number(self):
        with pytest.raises(UnknownParameter):
            number("ending")
