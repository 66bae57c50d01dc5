"""Decisions with each victim and each suspect whom they concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.relations import (
    Prepared,
    beside,
    later,
    table,
    truly,
    with_each,
)
from answerable.measures.subjects.victims import KNOWN_VICTIMS

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, StringValue, Table

_EVENT = ("case_number", "event_number")
_DIGITS = tuple("0123456789")


def _with_victims() -> Table:
    """Each decision with each known victim whom it concerns: those it names, else every one; and
    `since_on`, the day from which they could be told."""
    decisions = table("event_decision").select(*_EVENT, "happened_on", "maker", "made")
    victims = KNOWN_VICTIMS.table().select(
        "case_number", "victim", "known_on", "enhanced_rights", "force", "cps_area"
    )
    pairs = with_each(decisions, victims, "case_number")
    concerned = _those_named(pairs, table("event_decision_victims"), "victim")
    since_on = later(concerned["happened_on"], concerned["known_on"])
    return concerned.mutate(since_on=since_on).drop("known_on")


VICTIMS_OF_DECISIONS = Prepared("victims_of_decisions", _with_victims)


def with_suspects(events: Table, named: str) -> Table:
    """Each event with each suspect whom it concerns: those it names; none named, every suspect
    identified by its day; no row where nobody was.

    Args:
        named: the table of the suspects that events of the kind name.
    """
    names = table(named)
    by_name = with_each(events, names.select(*_EVENT, "suspect"), *_EVENT)
    suspects = table("suspects").select("case_number", "suspect", "identified_on")
    unnamed = beside(events, _count(names, "names"), *_EVENT)
    unnamed = unnamed.filter(unnamed["names"].isnull()).drop("names")
    everybody = with_each(unnamed, suspects, "case_number")
    by_then = everybody.filter(everybody["identified_on"] <= everybody["happened_on"])
    return by_name.union(by_then.drop("identified_on").select(by_name.columns))


def _with_suspects() -> Table:
    decisions = table("event_decision").select(*_EVENT, "happened_on", "maker", "made")
    return with_suspects(decisions, "event_decision_suspects")


SUSPECTS_OF_DECISIONS = Prepared("suspects_of_decisions", _with_suspects)


def _those_named(pairs: Table, names: Table, whom: str) -> Table:
    found = beside(pairs, _count(names, "names"), *_EVENT)
    own = names.select(*_EVENT, whom, is_named=ibis.literal(True))  # noqa: FBT003
    found = beside(found, own, *_EVENT, whom)
    return found.filter(found["names"].isnull() | truly(found["is_named"])).drop(
        "names", "is_named"
    )


def _count(names: Table, name: str) -> Table:
    return names.group_by(list(_EVENT)).aggregate(names.count().name(name))


def is_outcome(code: StringValue, *numbers: int) -> BooleanValue:
    """Whether a code is one of these outcomes, with or without letters of the force; false where
    it is empty."""
    long = [str(one) for one in numbers if one >= len(_DIGITS)]
    short = [str(one) for one in numbers if one < len(_DIGITS)]
    is_short = ~code.substr(1, 1).isin(_DIGITS)
    return truly(code.substr(0, 2).isin(long) | (code.substr(0, 1).isin(short) & is_short))
