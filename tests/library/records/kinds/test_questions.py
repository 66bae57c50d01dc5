"""What every kind asks, in which order, and what it asks only with some answers."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest
from msgspec import inspect

from answerable.records.kinds import KINDS

ASKED_WITH = [
    pytest.param(kind, name, asker, answers, id=f"{kind.kind()}.{name}")
    for kind in KINDS
    for name, (asker, answers) in kind.MATTERS_FOR.items()
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind())
class TestQuestions:
    def test_are_one_for_each_fact(self, kind):
        assert set(kind.QUESTIONS) == set(kind.__struct_fields__)

    def test_ask_the_time_right_after_the_day(self, kind):
        hints = get_type_hints(kind)
        times = [name for name in kind.QUESTIONS if datetime in get_args(hints[name])]
        asked = list(kind.QUESTIONS)
        assert all(asked[asked.index(name) - 1] == "on" for name in times)

    def test_are_wanted_only_where_they_may_be_left_empty(self, kind):
        optional = {one.name for one in inspect.type_info(kind).fields if not one.required}
        assert optional >= kind.WANTED


@pytest.mark.parametrize(("kind", "name", "asker", "answers"), ASKED_WITH)
class TestAFactThatMattersForSomeAnswers:
    def test_is_asked_after_the_question_with_these_answers(self, kind, name, asker, answers):
        asked = list(kind.QUESTIONS)
        assert asked.index(asker) < asked.index(name)

    def test_names_answers_that_the_question_has(self, kind, name, asker, answers):
        chosen = get_type_hints(kind)[asker]
        assert all(isinstance(one, chosen) for one in answers)
        assert issubclass(chosen, bool | StrEnum)

    def test_is_not_required(self, kind, name, asker, answers):
        facts = {one.name: one for one in inspect.type_info(kind).fields}
        assert not facts[name].required
