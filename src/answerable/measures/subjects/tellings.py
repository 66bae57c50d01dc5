"""Victims to be told of decisions, and what they were told and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.decisions import VICTIMS_OF_DECISIONS
from answerable.measures.subjects.relations import (
    beside,
    earliest,
    first_day,
    first_of,
    in_its_case,
    table,
    truly,
    with_each,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, more, number
from answerable.records.rules.telling import ENOUGH_ATTEMPTS, TOLD_OF

if TYPE_CHECKING:
    from ibis.expr.types import Table

_TELLING = ("case_number", "event_number", "victim")
_OF_DECISION = ("case_number", "victim", "decision")


def _tellings() -> Table:
    decided = VICTIMS_OF_DECISIONS.table()
    rows = decided.filter(decided["made"].isin(sorted(one.value for one in TOLD_OF)))
    for found in (_told(), _given_up(), _unwilling(rows), _unwilling_since(rows)):
        rows = beside(rows, found, *_TELLING)
    excused = ibis.cases(
        (truly(rows["tell_nothing"]), rows["since_on"]),
        else_=earliest(rows["unwilling_on"], rows["given_up_on"]),
    )
    return rows.mutate(excused_on=excused)


def _told() -> Table:
    return _named(first_day(_about_a_decision("event_told"), "told_on", *_OF_DECISION))


def _given_up() -> Table:
    """When telling was given up after enough attempts."""
    given_up, tried = (
        _about_a_decision(name).select(*_OF_DECISION, "event_number", "happened_on")
        for name in ("event_uncontactable", "event_notice_attempt")
    )
    attempts = tried.select(*_OF_DECISION, tried_on=tried["happened_on"])
    each = with_each(given_up, attempts, *_OF_DECISION)
    before = each.filter(each["tried_on"] <= each["happened_on"])
    counted = before.group_by([*_OF_DECISION, "event_number", "happened_on"]).aggregate(
        attempts=before.count()
    )
    enough = counted.filter(counted["attempts"] >= ENOUGH_ATTEMPTS)
    return _named(first_day(enough, "given_up_on", *_OF_DECISION))


def _unwilling(rows: Table) -> Table:
    """What the victim had said last by the day from which they could be told."""
    each = _wishes(rows)
    by_then = each.filter(each["happened_on"] <= each["since_on"])
    return first_of(by_then, "case_number", "decision", "victim", latest=True).select(
        "case_number", "victim", "tell_nothing", event_number="decision"
    )


def _unwilling_since(rows: Table) -> Table:
    """The first day after that on which they said that they did not want to be told."""
    each = _wishes(rows)
    since = each.filter(each["happened_on"] > each["since_on"], each["tell_nothing"])
    return _named(first_day(since, "unwilling_on", *_OF_DECISION))


def _wishes(rows: Table) -> Table:
    tellings = rows.select("case_number", "victim", "since_on", decision=rows["event_number"])
    wishes = table("event_asked_not_to_be_told").select(
        "case_number", "victim", "event_number", "happened_on", "tell_nothing"
    )
    return with_each(tellings, wishes, "case_number", "victim")


def _about_a_decision(name: str) -> Table:
    """Events that name a decision which stands."""
    rows = table(name)
    return rows.filter(rows["decision"].notnull())


def _named(rows: Table) -> Table:
    """By the number of the decision, as the telling is named."""
    return rows.rename(event_number="decision")


def _notices() -> Table:
    first = first_of(_about_a_decision("event_told"), *_OF_DECISION)
    told = first.select(
        *_TELLING,
        "decision",
        "happened_on",
        "method",
        "teller",
        "explained",
        "support_offered",
        "support_present",
    )
    return in_its_case(told)


def _with_decision(notices: Table) -> Table:
    decisions = table("event_decision")
    named = decisions.select("case_number", "maker", "made", decision=decisions["event_number"])
    return beside(notices, named, "case_number", "decision")


def _with_wishes(notices: Table) -> Table:
    return beside(notices, _wished(notices), *_TELLING)


def _wished(told: Table) -> Table:
    """How the victim wanted to be told, as they had said last by the day of the notice."""
    said = table("event_contact_preference")
    wishes = said.select(
        "case_number",
        "victim",
        wish=said["event_number"],
        wished_on=said["happened_on"],
        wished_method=said["method"],
        wished_teller=said["teller"],
        wished_support=said["support_present"],
    )
    each = with_each(told.select(*_TELLING, "happened_on"), wishes, "case_number", "victim")
    by_then = each.filter(each["wished_on"] <= each["happened_on"])
    latest = ibis.window(
        group_by=[by_then[key] for key in _TELLING],
        order_by=[by_then["wished_on"].desc(), by_then["wish"].desc()],
    )
    placed = by_then.mutate(place=ibis.row_number().over(latest))
    return placed.filter(placed["place"] == 0).select(
        *_TELLING, "wished_method", "wished_teller", "wished_support"
    )


_VICTIM = number("victim", "The victim within the case")
_MAKER = code("maker", "Who decided", "decision.maker")
_MADE = code("made", "What was decided", "decision.what")
TELLINGS = Subject(
    name="tellings",
    one="A decision and a victim who is to be told of it",
    key=_TELLING,
    own=(
        number("event_number", "The decision"),
        _VICTIM,
        day("happened_on", "The day of the decision"),
        _MAKER,
        _MADE,
        flag("enhanced_rights", "Whether they have Enhanced Rights, as last recorded"),
        day("since_on", "The decision was made and the case knew of the victim"),
        day("told_on", "They were first told of it", "they were not"),
        day(
            "excused_on",
            "They did not want to be told, or telling was given up after three attempts",
            "neither",
        ),
    ),
    relation=_tellings,
)
NOTICES = Subject(
    name="notices",
    one="The first time that a victim was told of a decision",
    key=_TELLING,
    own=(
        number("event_number", "The event of telling"),
        _VICTIM,
        number("decision", "The decision"),
        day("happened_on", "The day of telling"),
        code("method", "How they were told", "telling.method"),
        code("teller", "Who told them", "telling.teller"),
        flag("explained", "Whether the reasons were given"),
        flag("support_offered", "Whether support was offered again"),
        flag("support_present", "Whether their support worker was there", "not recorded"),
        _MAKER,
        _MADE,
        code("wished_method", "How they wanted to be told", "telling.method", "nobody had asked"),
        code("wished_teller", "Who was to tell them", "telling.teller", "they did not say"),
        flag("wished_support", "Whether their support worker was to be there", "not said"),
    ),
    relation=_notices,
    more=(
        more(_with_decision, "maker", "made"),
        more(_with_wishes, "wished_method", "wished_teller", "wished_support"),
    ),
)
