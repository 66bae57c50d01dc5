"""Victims of cases, and each of the nine protected characteristics of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from answerable.measures.subjects.relations import (
    Prepared,
    beside,
    first_day,
    in_its_case,
    later,
    latest_of_all,
    spread,
    table,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, more, number
from answerable.records.codes.characteristics import Characteristic
from answerable.records.kinds.characteristics import Source, State

if TYPE_CHECKING:
    from ibis.expr.types import Table

ANSWERED = tuple(one.value for one in State if one.is_answered)
_VICTIM = ("case_number", "victim")
MILESTONES = (
    "arrested_on",
    "interviewed_on",
    "submitted_on",
    "charged_on",
    "plea_hearing_on",
    "trial_on",
)
"""Of the spine: what tells which stages a case reached."""
KNOWN = day("known_on", "The case knew of the victim: identified, and not before the report")
RECORDED = day(
    "start_on",
    "The crime was recorded and the case knew of the victim, whichever came last",
    "no recording of the crime is recorded",
)


def _known() -> Table:
    """Every victim with the day since which the case knows of them, and how far their case came."""
    victims = in_its_case(
        table("victims").select("case_number", "victim", "identified_on", "enhanced_rights"),
        "reported_on",
        "recorded_on",
        "not_a_crime_on",
        *MILESTONES,
    )
    known = victims.mutate(known_on=later(victims["identified_on"], victims["reported_on"]))
    return known.mutate(start_on=later(known["recorded_on"], known["known_on"])).drop(
        "identified_on", "recorded_on"
    )


KNOWN_VICTIMS = Prepared("known_victims", _known)


def _answers() -> Table:
    """Per victim the first day of an answer to each characteristic, and of what is known of their
    ethnicity, by whose statement it is."""
    records = table("event_characteristic_recorded")
    on, named, state = records["happened_on"], records["characteristic"], records["state"]
    is_answered = state.isin(ANSWERED)
    is_recorded = (named == Characteristic.RACE.value) & (state == State.RECORDED.value)
    is_own = records["source"] == Source.SELF.value
    is_not_said = (named == Characteristic.RACE.value) & (state == State.PREFER_NOT_TO_SAY.value)
    return records.group_by(list(_VICTIM)).aggregate(
        **{_DAYS[one]: on.min(where=is_answered & (named == one.value)) for one in Characteristic},
        self_defined_on=on.min(where=is_recorded & is_own),
        from_others_on=on.min(where=is_recorded & ~is_own),
        not_said_on=on.min(where=is_not_said),
    )


_DAYS = {one: f"{one.value}_on" for one in Characteristic}


ANSWERS = Prepared("answers_of_victims", _answers)


def _with_answers(victims: Table) -> Table:
    seen = first_day(table("event_ethnicity_observed"), "observed_on", *_VICTIM)
    found = beside(beside(victims, ANSWERS.table(), *_VICTIM), seen, *_VICTIM)
    return found.mutate(
        nine_answered_on=latest_of_all(*(found[one] for one in _DAYS.values())),
        is_ethnicity_seen=found["observed_on"].notnull() | found["from_others_on"].notnull(),
    )


def _with_support(victims: Table) -> Table:
    offered, referred = (
        table(name).select(*_VICTIM, "happened_on")
        for name in ("event_support_offered", "event_support_referred")
    )
    first = first_day(offered.union(referred), "supported_on", *_VICTIM)
    return beside(victims, first, *_VICTIM)


_ASKED = (*_VICTIM, "start_on", "not_a_crime_on", "force", "cps_area")
CHARACTERISTICS_OF_VICTIMS = Prepared(
    "characteristics_of_victims",
    lambda: beside(KNOWN_VICTIMS.table().select(*_ASKED), ANSWERS.table(), *_VICTIM),
)


def _characteristics() -> Table:
    answered = {one.value: {"answered_on": on} for one, on in _DAYS.items()}
    return spread(CHARACTERISTICS_OF_VICTIMS.table(), "characteristic", answered, *_ASKED)


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
    relation=KNOWN_VICTIMS.table,
    more=(
        more(_with_support, "supported_on"),
        more(
            _with_answers,
            "nine_answered_on",
            "self_defined_on",
            "not_said_on",
            "is_ethnicity_seen",
        ),
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
    relation=_characteristics,
)
