from __future__ import annotations

from datetime import date

import pytest

from answerable.records.codes.characteristics import Characteristic, characteristic_restricted
from answerable.records.file import CaseFile
from answerable.records.kinds.decision import Decision, Maker, What
from answerable.records.kinds.people import Status, SuspectStatus
from answerable.records.kinds.plan import ItemSet, Plan
from answerable.records.kinds.telling import Method, Teller, ToldOfStep
from answerable_site.casework import presenters, queries
from answerable_site.casework.rules import SHOWN_TO_SUPPORT

DAY = date(2026, 6, 1)


class TestWordedEvent:
    @pytest.mark.parametrize(
        ("event", "words"),
        [
            (
                Decision(on=DAY, maker=Maker.CPS, made=What.NO_FURTHER_ACTION),
                "Decision: no further action",
            ),
            (
                SuspectStatus(on=DAY, suspect=2, status=Status.ARRESTED),
                "Suspect’s status: suspect 2, arrested",
            ),
            (
                ItemSet(on=DAY, plan=Plan.ACTION, asked="Ask the taxi rank"),
                "Item of a plan: Ask the taxi rank",
            ),
            (
                ToldOfStep(
                    on=DAY,
                    victim=1,
                    status=7,
                    method=Method.VIDEO,
                    teller=Teller.SUPERVISOR,
                ),
                "Victim told of a suspect’s step: victim 1",
            ),
        ],
        ids=["decision", "status", "item", "a number of another event"],
    )
    def test_tells_events_of_a_kind_apart(self, event, words):
        assert presenters.worded_event(event) == words

    def test_cuts_what_is_long(self):
        item = ItemSet(on=DAY, plan=Plan.ACTION, asked="Ask again and again. " * 20)
        assert len(presenters.worded_event(item)) < 120


class TestFactsInWords:
    def test_name_no_victim_whom_the_viewer_does_not_see(self):
        decided = Decision(on=DAY, maker=Maker.CPS, made=What.CHARGE, victims=(1, 2))
        facts = presenters.facts_in_words(CaseFile(1, DAY), decided, queries.Naming(), victims={2})
        assert dict(facts)[Decision.QUESTIONS["victims"]] == "2"

    def test_stand_in_the_order_of_asking(self):
        decided = Decision(on=DAY, maker=Maker.CPS, made=What.CHARGE, rationale="Both stages.")
        asked = [
            question
            for question, _ in presenters.facts_in_words(
                CaseFile(1, DAY), decided, queries.Naming()
            )
        ]
        order = list(Decision.QUESTIONS.values())
        assert asked == sorted(asked, key=order.index)


class TestShownSides:
    def test_name_every_part_once(self):
        sees, not_seen = presenters.shown_sides()[0].sees[1:3]
        for step in SHOWN_TO_SUPPORT:
            assert step.label.lower() in sees
            assert step.label.lower() not in not_seen

    def test_name_what_is_restricted(self):
        words = " ".join(presenters.shown_sides()[1].sees)
        for one in Characteristic:
            assert (one.label.lower() in words) is characteristic_restricted(one)
