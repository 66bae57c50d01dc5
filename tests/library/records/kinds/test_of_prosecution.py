"""Kinds about police and prosecutors ask for every fact in words, and keep no contact."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from answerable.records.event import Side
from answerable.records.kinds import (
    BY_TAG,
    advice,
    communication,
    disagreement,
    from_stored,
    meeting,
    pilot,
    plan,
    submission,
    supervision,
    to_stored,
)
from answerable.records.kinds.communication import Communicated, Direction, Form
from answerable.records.kinds.meeting import Mode
from answerable.records.kinds.plan import Answer, ItemSet, Plan

MODULES = (
    advice,
    communication,
    disagreement,
    meeting,
    pilot,
    plan,
    submission,
    supervision,
)
KINDS = [kind for module in MODULES for kind in module.KINDS]
CHOICES = sorted(
    {
        choice
        for kind in KINDS
        for hint in get_type_hints(kind).values()
        for choice in (hint, *get_args(hint))
        if isinstance(choice, type) and issubclass(choice, StrEnum) and choice is not Side
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

    def test_is_recorded_by_the_police_or_the_prosecutors_alone(self, kind):
        assert {Side.POLICE, Side.CPS} >= kind.RECORDED_BY

    def test_may_be_held_by_a_case(self, kind):
        assert BY_TAG[kind.kind()] is kind


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
class TestAChoice:
    def test_has_a_label_of_its_own_for_each(self, choice):
        labels = [one.label for one in choice]
        assert all(labels)
        assert len(labels) == len(set(labels))


class TestCommunicated:
    def test_holds_of_each_detail_only_whether_it_was_there(self):
        hints = get_type_hints(Communicated)
        details = [name for name in hints if name.startswith(("investigator", "prosecutor"))]
        assert len(details) == 6
        assert {hints[name] for name in details} == {bool}

    def test_says_in_words_what_it_lacked(self):
        sent = Communicated(
            on=date(2026, 3, 2),
            direction=Direction.POLICE_TO_CPS,
            form=Form.EMAIL,
            investigator_named=True,
            investigator_telephone=True,
            investigator_email=True,
            prosecutor_named=True,
        )
        assert list(sent.lacked()) == [
            "the prosecutor’s direct telephone number",
            "the prosecutor’s direct e-mail address",
        ]

    @pytest.mark.parametrize(
        ("form", "is_written"),
        [
            (Form.LETTER, True),
            (Form.EMAIL, True),
            (Form.SYSTEM_MESSAGE, True),
            (Form.TELEPHONE, False),
            (Form.IN_PERSON, False),
        ],
    )
    def test_is_written_unless_it_was_spoken(self, form, is_written):
        assert form.is_written is is_written


class TestAMode:
    def test_of_meeting_is_in_person_or_by_video(self):
        assert {mode for mode in Mode if mode.is_a_meeting} == {
            Mode.IN_PERSON,
            Mode.VIRTUAL,
            Mode.HYBRID,
        }


class TestAnAnswer:
    def test_in_part_leaves_the_item_open(self):
        assert {answer for answer in Answer if not answer.ends_the_item} == {Answer.IN_PART}


class TestStored:
    def test_is_read_back_as_it_was(self):
        event = ItemSet(
            on=date(2026, 3, 2),
            plan=Plan.ACTION,
            asked="Ask for the download",
            suspects=(1, 2),
            owner=71,
            target_on=date(2026, 3, 30),
        )
        assert from_stored(to_stored(event)) == event
