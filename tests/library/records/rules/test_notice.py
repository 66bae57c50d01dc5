"""How victims are told: as they wished on that day, with reasons, with support."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.events_of_decisions import day, decision, due, flagged, told, victim

from answerable.records.kinds.decision import What
from answerable.records.kinds.telling import AskedNotToBeTold, ContactPreference, Method, Teller

ASK, WISH = "ask_how_to_be_told", "tell_as_wished"


def prefers(on: date, method: Method = Method.TELEPHONE, **facts: object) -> ContactPreference:
    return ContactPreference(on=on, victim=1, method=method, **facts)


class TestAskingHow:
    def test_is_due_from_the_first_day_without_a_limit(self):
        assert due(victim(), code=ASK, on=day(0)) == [None]
        assert due(victim(), prefers(day(2)), code=ASK, on=day(2)) == []

    def test_is_not_due_of_who_wants_to_hear_nothing(self):
        wish = AskedNotToBeTold(on=day(0), victim=1)
        assert due(victim(), wish, code=ASK, on=day(0)) == []

    @pytest.mark.parametrize(("said", "breaches"), [(4, []), (5, [(day(4), False)])])
    def test_comes_before_telling_or_on_its_day(self, said, breaches):
        events = victim(), decision(day(4)), told(day(4), 2), prefers(day(said))
        assert flagged(*events, code=ASK, on=day(90)) == breaches


class TestTelling:
    @pytest.mark.parametrize(
        ("wished", "facts"),
        [
            (prefers(day(1), Method.LETTER), {}),
            (prefers(day(1), teller=Teller.SPECIALIST_OFFICER), {}),
            (prefers(day(1), support_present=True), {"support_present": False}),
        ],
    )
    def test_otherwise_than_wished_is_a_breach(self, wished, facts):
        events = victim(), wished, decision(day(4)), told(day(4), 3, **facts)
        assert flagged(*events, code=WISH, on=day(90)) == [(day(4), False)]

    def test_is_measured_by_the_wish_of_that_day(self):
        changed = prefers(day(5), Method.LETTER)
        events = victim(), prefers(day(1)), decision(day(4)), told(day(4), 3), changed
        assert flagged(*events, code=WISH, on=day(90)) == []

    def test_without_the_reasons_is_a_breach(self):
        events = victim(), decision(day(4)), told(day(4), 2, explained=False)
        assert flagged(*events, code="explain_decision", on=day(90)) == [(day(4), False)]

    @pytest.mark.parametrize(
        ("made", "breaches"), [(What.NO_FURTHER_ACTION, [(day(4), False)]), (What.REFER, [])]
    )
    def test_of_an_end_offers_support_again(self, made, breaches):
        events = victim(), decision(day(4), made), told(day(4), 2, support_offered=False)
        assert flagged(*events, code="offer_support_again", on=day(90)) == breaches
