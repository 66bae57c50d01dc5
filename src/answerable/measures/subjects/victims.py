"""Victims of cases, and each of the nine protected characteristics of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.relations import (
    beside,
    earliest,
    first_day,
    in_its_case,
    later,
    table,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, number
from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.characteristics import Source, State

if TYPE_CHECKING:
    from ibis.expr.types import Table

ANSWERED = tuple(one.value for one in State if one.is_answered)
_VICTIM = ("case_number", "victim")
_NINE = len(Characteristic)
KNOWN = day("known_on", "The case knew of the victim: identified, and not before the report")
RECORDED = day(
    "start_on",
    "The crime was recorded and the case knew of the victim, whichever came last",
    "no recording of the crime is recorded",
)


def known_victims() -> Table:
    """Every victim with the day since which the case knows of them."""
    victims = in_its_case(
        table("victims").select("case_number", "victim", "identified_on", "enhanced_rights"),
        "reported_on",
        "recorded_on",
        "not_a_crime_on",
    )
    known = victims.mutate(known_on=later(victims["identified_on"], victims["reported_on"]))
    return known.mutate(start_on=later(known["recorded_on"], known["known_on"]))


def _victims() -> Table:
    found = known_victims()
    for rows in (_offers(), _referrals(), _nine_answered(), _ethnicity()):
        found = beside(found, rows, *_VICTIM)
    return found.mutate(
        supported_on=earliest(found["offered_on"], found["referred_on"]),
        is_ethnicity_seen=found["observed_on"].notnull() | found["from_others_on"].notnull(),
    )


def _offers() -> Table:
    return first_day(table("event_support_offered"), "offered_on", *_VICTIM)


def _referrals() -> Table:
    return first_day(table("event_support_referred"), "referred_on", *_VICTIM)


def _answers() -> Table:
    """The first answer to each characteristic of each victim."""
    records = table("event_characteristic_recorded")
    answered = records.filter(records["state"].isin(ANSWERED))
    return first_day(answered, "answered_on", *_VICTIM, "characteristic")


def _nine_answered() -> Table:
    """The day on which the last of the nine had an answer, of victims of whom all have one."""
    answers = _answers()
    together = answers.group_by(list(_VICTIM)).aggregate(
        nine_answered_on=answers["answered_on"].max(), answers=answers.count()
    )
    return together.filter(together["answers"] == _NINE).drop("answers")


def _ethnicity() -> Table:
    """Per victim, the first days of what is known of their ethnicity, by whose statement it is."""
    records = table("event_characteristic_recorded")
    of_race = records.filter(records["characteristic"] == Characteristic.RACE.value)
    is_recorded = of_race["state"] == State.RECORDED.value
    is_own = of_race["source"] == Source.SELF.value
    said = of_race.group_by(list(_VICTIM)).aggregate(
        self_defined_on=of_race["happened_on"].min(where=is_recorded & is_own),
        from_others_on=of_race["happened_on"].min(where=is_recorded & ~is_own),
        not_said_on=of_race["happened_on"].min(
            where=of_race["state"] == State.PREFER_NOT_TO_SAY.value
        ),
    )
    seen = first_day(table("event_ethnicity_observed"), "observed_on", *_VICTIM)
    every = table("victims").select(*_VICTIM)
    return beside(beside(every, said, *_VICTIM), seen, *_VICTIM)


def _characteristics() -> Table:
    listed = table("codes")
    nine = listed.filter(listed["code_list"] == "characteristics.characteristic")
    each = known_victims().cross_join(nine.select(characteristic=nine["code"]))
    return beside(each, _answers(), *_VICTIM, "characteristic")


VICTIMS = Subject(
    name="victims",
    one="A victim of a case",
    key=_VICTIM,
    own=(
        number("victim", "The victim within the case"),
        KNOWN,
        RECORDED,
        day("not_a_crime_on", "The case was found to be no recorded crime", "it was not"),
        flag("enhanced_rights", "Whether they have Enhanced Rights, as last recorded"),
        day("supported_on", "Support was first offered, or they were referred", "neither was"),
        day(
            "nine_answered_on",
            "Since when each of the nine characteristics has an answer",
            "one at least has none",
        ),
        day("self_defined_on", "They first said their own ethnicity", "they have not"),
        day("not_said_on", "Asked for their ethnicity, they preferred not to say", "they did not"),
        flag(
            "is_ethnicity_seen", "Whether somebody else said or saw what their ethnicity would be"
        ),
    ),
    relation=lambda: _victims().drop(
        "identified_on",
        "reported_on",
        "recorded_on",
        "offered_on",
        "referred_on",
        "observed_on",
        "from_others_on",
    ),
)
CHARACTERISTICS = Subject(
    name="characteristics",
    one="One of the nine protected characteristics of a victim",
    key=(*_VICTIM, "characteristic"),
    own=(
        number("victim", "The victim within the case"),
        code("characteristic", "Which of the nine", "characteristics.characteristic"),
        RECORDED,
        day("not_a_crime_on", "The case was found to be no recorded crime", "it was not"),
        day("answered_on", "It first had an answer", "it has none"),
    ),
    relation=lambda: _characteristics().drop(
        "identified_on", "reported_on", "recorded_on", "known_on", "enhanced_rights"
    ),
)
