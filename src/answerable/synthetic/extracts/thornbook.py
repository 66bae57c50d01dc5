"""Thornbook, an invented log of case management: one row an entry, in Parquet."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.records.event import Event
from answerable.records.file import CaseFile
from answerable.records.kinds.advice import AdviceAnswered, AdviceGiven, AdviceRequested
from answerable.records.kinds.plan import Answer as Done
from answerable.records.kinds.plan import ItemAnswered, ItemEscalated, ItemMoved, ItemSet, Plan
from answerable.records.kinds.supervision import SupervisorReviewed
from answerable.records.kinds.support import (
    Answer,
    SupportContact,
    SupportEnded,
    SupportOffered,
    SupportReferred,
    WhyEnded,
)
from answerable.records.stages import Stage
from answerable.synthetic.cases.forces import Force
from answerable.synthetic.extracts.references import crime_reference
from answerable.synthetic.extracts.row import SYNTHETIC, Cell, Row

FILE = f"{SYNTHETIC}-thornbook-entries.parquet"
SYSTEM = "thornbook"

TYPES = {
    "marking": "VARCHAR",
    "entry_id": "BIGINT",
    "crime_ref": "VARCHAR",
    "client_no": "INTEGER",
    "entry_type": "VARCHAR",
    "entry_date": "DATE",
    "follows": "BIGINT",
    "answer": "VARCHAR",
    "stage": "INTEGER",
    "service_no": "INTEGER",
    "is_yes": "BOOLEAN",
    "target_date": "DATE",
    "text_1": "VARCHAR",
    "text_2": "VARCHAR",
}
"""Every column with its type."""
COLUMNS = tuple(TYPES)
TEXTS = ("text_1", "text_2")

_OFFERS = dict(zip(Answer, ("ACC", "DEC", "DEF", "HAS", "NOA"), strict=True))
_ENDINGS = dict(zip(WhyEnded, ("NEED", "VICT", "SERV", "LOST", "STOP"), strict=True))
_PLANS = {Plan.INVESTIGATION: "INV", Plan.ACTION: "ACT"}
_DONE = {Done.DONE: "DONE", Done.CANNOT_BE_DONE: "CANT", Done.NO_LONGER_NEEDED: "OFF"}
_STAGES = {stage: place for place, stage in enumerate(Stage, start=1)}


def rows(force: Force, file: CaseFile, first_entry: int) -> Iterator[Row]:
    """The entries of one case, in the order of their days.

    Args:
        first_entry: the id of the first; the others follow.
    """
    entries: dict[int, int] = {}
    for one in file.standing:
        cells = _cells(one.event)
        if cells is None:
            continue
        entries[one.number] = first_entry + len(entries)
        follows = cells.get("follows")
        victim = getattr(one.event, "victim", None)
        yield Row(
            dict.fromkeys(COLUMNS, None)
            | cells
            | {
                "marking": SYNTHETIC,
                "entry_id": entries[one.number],
                "crime_ref": crime_reference(force, file.case, file.reported_on),
                "client_no": victim,
                "entry_date": one.event.on,
                "follows": entries[follows] if isinstance(follows, int) else None,
            },
            file.case,
            victim=victim,
            kind=one.event.kind(),
            event=one.number,
        )


def _cells(event: Event) -> dict[str, Cell] | None:
    """What an entry says of an event; None where this system does not keep such events."""
    match event:
        case SupportOffered() | SupportReferred() | SupportContact() | SupportEnded():
            return _of_support(event)
        case ItemSet() | ItemMoved() | ItemAnswered() | ItemEscalated():
            return _of_plan(event)
        case SupervisorReviewed():
            return {"entry_type": "REVIEW", "text_1": event.words}
        case AdviceRequested() | AdviceAnswered() | AdviceGiven():
            return _of_advice(event)
        case _:
            return None


def _of_support(
    event: SupportOffered | SupportReferred | SupportContact | SupportEnded,
) -> dict[str, Cell]:
    match event:
        case SupportOffered():
            return {
                "entry_type": "SUP-OFFER",
                "answer": _OFFERS[event.answer],
                "stage": _STAGES[event.stage],
                "service_no": event.service,
            }
        case SupportReferred():
            return {
                "entry_type": "SUP-REFER",
                "follows": event.offer,
                "service_no": event.service,
                "is_yes": event.has_consent,
            }
        case SupportContact():
            return {"entry_type": "SUP-CONTACT", "follows": event.referral}
        case SupportEnded():
            return {
                "entry_type": "SUP-END",
                "follows": event.referral,
                "answer": _ENDINGS[event.why],
            }


def _of_plan(event: ItemSet | ItemMoved | ItemAnswered | ItemEscalated) -> dict[str, Cell]:
    match event:
        case ItemSet():
            return {
                "entry_type": "ITEM",
                "answer": _PLANS[event.plan],
                "text_1": event.asked,
                "target_date": event.target_on,
            }
        case ItemMoved():
            return {
                "entry_type": "ITEM-MOVE",
                "follows": event.item,
                "target_date": event.target_on,
                "text_1": event.reason,
            }
        case ItemAnswered():
            return {
                "entry_type": "ITEM-DONE",
                "follows": event.item,
                "answer": _DONE[event.answer],
            }
        case ItemEscalated():
            return {"entry_type": "ITEM-UP", "follows": event.item, "text_1": event.reason}


def _of_advice(event: AdviceRequested | AdviceAnswered | AdviceGiven) -> dict[str, Cell]:
    match event:
        case AdviceRequested():
            return {"entry_type": "EA-REQUEST", "text_1": event.question or None}
        case AdviceAnswered():
            return {
                "entry_type": "EA-ANSWER",
                "follows": event.request,
                "is_yes": event.is_accepted,
                "text_1": event.reason or None,
            }
        case AdviceGiven():
            return {
                "entry_type": "EA-GIVEN",
                "follows": event.request,
                "text_1": event.parameters or None,
                "text_2": event.strategy or None,
            }
