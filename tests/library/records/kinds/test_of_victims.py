"""Kinds about victims ask for every fact in words, and are read back as they were stored."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from answerable.records.codes.withdrawal import Reason
from answerable.records.kinds import (
    UnusableEvent,
    characteristics,
    first_response,
    from_stored,
    support,
    to_stored,
    voice,
    withdrawal,
)
from answerable.records.kinds.voice import Through
from answerable.records.kinds.withdrawal import ContactLost, Withdrawal
from answerable.records.stages import Stage

KINDS = [
    kind
    for module in (characteristics, first_response, support, voice, withdrawal)
    for kind in module.KINDS
]
CHOICES = sorted(
    {
        choice
        for kind in KINDS
        for hint in get_type_hints(kind).values()
        for choice in (hint, *get_args(hint))
        if isinstance(choice, type) and issubclass(choice, StrEnum)
    },
    key=lambda choice: choice.__name__,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind())
class TestAKind:
    def test_asks_for_every_fact(self, kind):
        assert set(kind.QUESTIONS) == set(kind.__struct_fields__)

    def test_helps_only_with_facts_that_it_has(self, kind):
        assert set(kind.HINTS) | set(kind.REFERS) <= set(kind.__struct_fields__)

    def test_has_a_label_and_a_step(self, kind):
        assert kind.LABEL
        assert kind.STEP

    def test_names_the_victim(self, kind):
        assert "victim" in kind.__struct_fields__


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
class TestAChoice:
    def test_has_a_label_of_its_own_for_each(self, choice):
        labels = [one.label for one in choice]
        assert all(labels)
        assert len(labels) == len(set(labels))


class TestStored:
    def test_is_read_back_as_it_was(self):
        event = Withdrawal(
            on=date(2026, 3, 2),
            victim=1,
            victims_words="It takes too long.",
            stage=Stage.WITH_CPS,
            reasons=(Reason.LENGTH, Reason.HEALTH),
            through=Through.SUPPORT_WORKER,
        )
        assert from_stored(to_stored(event)) == event

    @pytest.mark.parametrize("change", [{"reasons": ["unable_to_contact"]}, {"name": "somebody"}])
    def test_is_refused_with_a_fact_that_it_cannot_have(self, change):
        event = Withdrawal(
            on=date(2026, 3, 2), victim=1, stage=Stage.WITH_CPS, through=Through.OFFICER
        )
        with pytest.raises(UnusableEvent):
            from_stored(to_stored(event) | change)

    def test_is_refused_with_fewer_attempts_than_none(self):
        stored = to_stored(ContactLost(on=date(2026, 3, 2), victim=1, attempts=0))
        with pytest.raises(UnusableEvent):
            from_stored(stored | {"attempts": -1})
