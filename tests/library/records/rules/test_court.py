"""Court: nothing before the charge, no sentence before a conviction."""

from __future__ import annotations

from datetime import date

import pytest
from tests.library.records.events_of_decisions import day, suspect, victim, why

from answerable.records.kinds.correction import RecordedInError
from answerable.records.kinds.court import (
    Because,
    Charged,
    CourtResult,
    HearingAdjourned,
    HearingHeld,
    HearingKind,
    HearingListed,
    Plea,
    PleaOf,
    Sentenced,
    SentenceKind,
    Verdict,
)

CHARGED = (victim(), suspect(1), suspect(2), Charged(on=day(5), suspect=1))


def held(on: date, *suspects: int) -> HearingHeld:
    return HearingHeld(on=on, hearing=HearingKind.FIRST, suspects=suspects)


def sentenced(on: date, number: int = 1) -> Sentenced:
    return Sentenced(on=on, suspect=number, sentence=SentenceKind.COMMUNITY)


def result(on: date, verdict: Verdict, number: int = 1) -> CourtResult:
    return CourtResult(on=on, suspect=number, verdict=verdict)


@pytest.mark.parametrize(
    "event",
    [
        held(day(4), 1),
        held(day(4)),
        held(day(6), 1, 2),
        Plea(on=day(4), suspect=1, plea=PleaOf.GUILTY),
        Plea(on=day(6), suspect=2, plea=PleaOf.GUILTY),
        result(day(4), Verdict.ACQUITTED),
        HearingListed(on=day(4), hearing=HearingKind.TRIAL, listed_for=day(90)),
    ],
)
def test_nothing_happens_in_court_before_the_charge(event):
    assert "charge" in why(CHARGED, event)


@pytest.mark.parametrize("event", [held(day(5), 1), held(day(5)), result(day(5), Verdict.STAYED)])
def test_it_may_on_the_day_of_the_charge(event):
    assert why(CHARGED, event) == ""


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_sentence_follows_a_conviction_alone(verdict):
    events = *CHARGED, result(day(9), verdict)
    assert (why(events, sentenced(day(9))) == "") is verdict.is_conviction


def test_a_sentence_does_not_come_before_the_conviction():
    events = *CHARGED, result(day(9), Verdict.CONVICTED)
    assert "convicted" in why(events, sentenced(day(8)))


def test_a_sentence_is_of_the_suspect_who_was_convicted():
    events = *CHARGED, Charged(on=day(5), suspect=2), result(day(9), Verdict.CONVICTED)
    assert "Suspect 2 had not been convicted" in why(events, sentenced(day(9), 2))


def test_a_conviction_on_which_a_sentence_rests_was_no_error():
    events = *CHARGED, result(day(9), Verdict.CONVICTED), sentenced(day(9))
    error = RecordedInError(on=day(10), reason="Of another case.")
    assert "“Sentence” of 11 March 2026" in why(events, error, replaces=5)


def test_a_charge_on_which_the_rest_rests_is_not_put_to_a_later_day():
    events = *CHARGED, held(day(6), 1)
    assert "Put that right first" in why(events, Charged(on=day(7), suspect=1), replaces=4)


def test_a_hearing_is_not_listed_or_put_off_to_a_day_that_is_past():
    listed = HearingListed(on=day(6), hearing=HearingKind.TRIAL, listed_for=day(90))
    wrong = HearingListed(on=day(6), hearing=HearingKind.TRIAL, listed_for=day(5))
    off = HearingAdjourned(on=day(90), listing=5, until=day(89), because=Because.COURT_TIME)
    assert "before the day on which it was listed" in why(CHARGED, wrong)
    assert "a day that was past" in why((*CHARGED, listed), off)
