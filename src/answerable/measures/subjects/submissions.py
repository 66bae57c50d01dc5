"""Submissions for a charging decision, each for itself, in the early advice pilot or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from answerable.measures.subjects.decisions import with_suspects
from answerable.measures.subjects.endings import charging
from answerable.measures.subjects.relations import (
    beside,
    first_day,
    in_its_case,
    table,
    truly,
    with_each,
    with_each_or_none,
)
from answerable.measures.subjects.subject import Subject, code, day, flag, number
from answerable.records.submissions import CHARGING_DECISIONS

if TYPE_CHECKING:
    from ibis.expr.types import Table

_EVENT = ("case_number", "event_number")


def _submissions() -> Table:
    rows = table("event_submitted").select(*_EVENT, "happened_on", "purpose", "track", "in_custody")
    for found in (_full_file(), _decided(rows), _enrolled(rows)):
        rows = beside(rows, found, *_EVENT)
    return in_its_case(rows.mutate(is_enrolled=rows["enrolments"].notnull()).drop("enrolments"))


def _full_file() -> Table:
    rows = table("event_submission_triaged")
    accepted = rows.filter(rows["is_accepted"], rows["is_full_file"], rows["submission"].notnull())
    days = first_day(accepted, "full_file_on", "case_number", "submission")
    return days.rename(event_number="submission")


def _decided(rows: Table) -> Table:
    """The day on which the prosecutors had decided for the last of its suspects, if they have."""
    sent = rows.select(*_EVENT, "happened_on")
    suspects = with_suspects(sent, "event_submitted_suspects")
    concerned = with_each_or_none(sent, suspects.select(*_EVENT, "suspect"), *_EVENT)
    decisions = charging(*sorted(CHARGING_DECISIONS))
    made = decisions.select(
        "case_number", decision=decisions["event_number"], decided_on=decisions["happened_on"]
    )
    each = with_each(concerned, made, "case_number")
    about = _about_the_suspect(each.filter(each["decided_on"] >= each["happened_on"]))
    keys = [*_EVENT, "place"]
    placed = about.mutate(place=about["suspect"].fill_null(0))
    first = placed.group_by(keys).aggregate(decided_on=placed["decided_on"].min())
    wanted = concerned.mutate(place=concerned["suspect"].fill_null(0))
    every = beside(wanted.select(*keys), first, *keys)
    together = every.group_by(list(_EVENT)).aggregate(
        last_on=every["decided_on"].max(), asked=every.count(), decided=every["decided_on"].count()
    )
    return together.select(
        *_EVENT,
        decided_on=ibis.cases((together["asked"] == together["decided"], together["last_on"])),
    )


def _about_the_suspect(rows: Table) -> Table:
    """Those whose decision names nobody, or the suspect; where nobody is identified, every one."""
    names = table("event_decision_suspects")
    own = names.select("case_number", "suspect", decision=names["event_number"])
    counted = own.group_by("case_number", "decision").aggregate(names=own.count())
    named = own.mutate(is_named=ibis.literal(True))  # noqa: FBT003
    found = beside(rows, counted, "case_number", "decision")
    found = beside(found, named, "case_number", "decision", "suspect")
    return found.filter(
        found["names"].isnull() | found["suspect"].isnull() | truly(found["is_named"])
    ).drop("names", "is_named")


def _enrolled(rows: Table) -> Table:
    """Submissions that were made while their case was in the pilot: the day of enrolment counts,
    that of leaving does not."""
    enrolled, left = table("event_pilot_enrolled"), table("event_pilot_left")
    ends = first_day(
        left.filter(left["enrolment"].notnull()), "left_on", "case_number", "enrolment"
    )
    spells = beside(
        enrolled.select("case_number", "event_number", joined_on=enrolled["happened_on"]),
        ends.rename(event_number="enrolment"),
        *_EVENT,
    )
    each = with_each(
        rows.select(*_EVENT, "happened_on"), spells.drop("event_number"), "case_number"
    )
    during = each.filter(
        each["joined_on"] <= each["happened_on"],
        each["left_on"].isnull() | (each["happened_on"] < each["left_on"]),
    )
    return during.group_by(list(_EVENT)).aggregate(enrolments=during.count())


SUBMISSIONS = Subject(
    name="submissions",
    one="A submission for a charging decision",
    key=_EVENT,
    own=(
        number("event_number", "The event within the case"),
        day("happened_on", "The day on which it was sent"),
        code("purpose", "What is asked for", "submission.purpose"),
        code("track", "Within how many days the decision is due", "submission.track"),
        flag("in_custody", "Whether a suspect is held in custody"),
        day("full_file_on", "It was first accepted as a full file", "it was not"),
        day(
            "decided_on",
            "The prosecutors had decided for the last of its suspects",
            "one at least is pending",
        ),
        flag("is_enrolled", "Whether the case was in the early advice pilot on that day"),
    ),
    relation=_submissions,
)
