"""Owners and dates in words: the original date first, and never without the one worked to now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.naming import NOBODY
from answerable_site.followup.presenters.parts import Act, Entry, Section, Tag, newest_first, said
from answerable_site.followup.rules import Whose

if TYPE_CHECKING:
    from answerable_site.followup.models import Action, Commitment

NO_DATE = "No date is set"
_TIMELINESS = {
    rules.Timeliness.NO_DATE: "grey",
    rules.Timeliness.RUNNING: "blue",
    rules.Timeliness.LATE: "red",
    rules.Timeliness.SAID_IN_TIME: "yellow",
    rules.Timeliness.SAID_LATE: "red",
    rules.Timeliness.DONE_IN_TIME: "green",
    rules.Timeliness.DONE_LATE: "orange",
    rules.Timeliness.DROPPED: "grey",
}


def timeliness_tag(thing: Commitment | Action, *, on: date) -> Tag:
    """In time or late, against the original date."""
    state = rules.timeliness(thing.dates, on=on)
    return Tag(rules.in_words(thing.dates, on=on), _TIMELINESS[state])


def original_in_words(thing: Commitment | Action) -> str:
    """The first date that was ever set, and whose it was."""
    first = next(iter(thing.targets.all()), None)
    if first is None:
        return NO_DATE
    return f"{date_in_words(first.on)}. {Whose(first.whose).label}"


def current_in_words(thing: Commitment | Action) -> str:
    """The date that is worked to now, how often it moved, by how much, and whose it is."""
    if thing.target_on is None:
        return NO_DATE
    if not thing.revisions:
        return "The original date. It never moved"
    return (
        f"{date_in_words(thing.target_on)}. {Whose(thing.whose_date).label}. "
        f"Moved {times(thing.revisions)}, {_shift(thing)}"
    )


def in_time_or_late(thing: Commitment | Action, *, on: date) -> str:
    """A sentence on how it stands against its original date."""
    words = rules.in_words(thing.dates, on=on)
    return words if thing.original_on is None else f"{words}, counted from the original date"


def times(count: int) -> str:
    """How often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def dates_section(thing: Commitment | Action, acts: tuple[Act, ...]) -> Section:
    """Every date that was ever set, with its reason."""
    return Section(
        "dates",
        "Dates",
        intro=("In time or late is always counted from the original date.",),
        entries=tuple(_target(row) for row in thing.targets.all()),
        empty=NO_DATE + ".",
        acts=acts,
    )


def owners_section(thing: Commitment | Action, acts: tuple[Act, ...]) -> Section:
    """Who owns it, and who owned it before."""
    rows = newest_first(thing.ownerships.all())
    return Section(
        "owner",
        "Owner",
        entries=(Entry(thing.owner.full_name if thing.owner else NOBODY, facts=_named(rows)),),
        acts=acts,
        folded="Who owned it before" if len(rows) > 1 else "",
        earlier=tuple(_owner(row) for row in rows[1:]),
    )


def _shift(thing: Any) -> str:
    moved = rules.days_moved(thing.original_on, thing.target_on)
    if moved == 0:
        return "back to the original date"
    days = "1 day" if abs(moved) == 1 else f"{abs(moved)} days"
    return f"{days} {'later' if moved > 0 else 'earlier'} than the original date"


def _target(row: Any) -> Entry:
    name = "Original date" if row.number == 0 else f"Moved for the {_ordinal(row.number)} time"
    return Entry(
        f"{name}: {date_in_words(row.on)}",
        facts=(Whose(row.whose).label, said(row.by, row.at)),
        words=row.reason,
    )


def _ordinal(number: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(number, f"{number}th")


def _named(rows: list[Any]) -> tuple[str, ...]:
    return (f"Named by {said(rows[0].by, rows[0].at)}",) if rows else ()


def _owner(row: Any) -> Entry:
    name = row.owner.full_name if row.owner else NOBODY
    return Entry(name, facts=(said(row.by, row.at),), words=row.reason)
