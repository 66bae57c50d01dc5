"""Cuts in words: what each holds, where it is from, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from answerable.cuts.built import TABLES
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.figures.presenters.counting import held_in_words

if TYPE_CHECKING:
    from answerable_site.figures.models import DataCut, Erasure


@dataclass(frozen=True, slots=True)
class CutLine:
    """A cut in the list."""

    pk: int
    title: str
    facts: str
    tag: str
    colour: str


@dataclass(frozen=True, slots=True)
class ShownCut:
    """A cut on its page."""

    line: CutLine
    name: str
    facts: tuple[tuple[str, str], ...]
    receipts: tuple[tuple[str, str, int], ...]
    """Each load that its rows came from: its profile, the digest of its file, and its rows."""
    tables: tuple[tuple[str, str, int], ...]
    """Each table with rows: its name, what a row is, and how many there are."""
    plan: tuple[tuple[str, str], ...]
    """Each day until which it was to be kept, the first one first: who planned it when, and why;
    nothing where it was planned once."""
    compared_with: int | None
    changes: tuple[tuple[str, int], ...]
    changed_tables: tuple[tuple[str, int, int, int, int], ...]
    """Each with rows added, late among them, gone and changed."""
    not_changed: str
    """Why nothing is shown as changed; empty where something is."""
    is_there: bool
    """Whether its files can be opened."""


def cut_line(cut: DataCut, erasure: Erasure | None, *, on: date) -> CutLine:
    """A cut in a line.

    Args:
        erasure: that of it which nobody called off.
    """
    tag, colour = _tag(cut, erasure, on)
    return CutLine(
        pk=cut.pk,
        title=f"{cut.force.name}, as of {date_in_words(cut.as_of)}",
        facts=(
            f"{held_in_words(cut)}. Made on {moment_in_words(cut.made_at)} by "
            f"{cut.made_by.full_name}. Needed until {date_in_words(cut.needed_until)}."
        ),
        tag=tag,
        colour=colour,
    )


def shown_cut(cut: DataCut, erasure: Erasure | None, *, on: date) -> ShownCut:
    """A cut with all that is kept of it."""
    changes = cut.changes or {}
    return ShownCut(
        line=cut_line(cut, erasure, on=on),
        name=cut.name,
        facts=tuple(_facts(cut)),
        receipts=tuple(
            (one["profile"], one["sha256"], one["rows"]) for one in cut.manifest["receipts"]
        ),
        tables=tuple(
            (name, TABLES[name].about if name in TABLES else "", table["rows"])
            for name, table in cut.manifest["tables"].items()
            if table["rows"]
        ),
        plan=tuple(_plan(cut)),
        compared_with=cut.compared_with_id,
        changes=tuple(_changes(changes)),
        changed_tables=tuple(
            (one["table"], one["added"], one["late"], one["gone"], one["changed"])
            for one in changes.get("tables", ())
        ),
        not_changed=_not_changed(cut),
        is_there=erasure is None or erasure.confirmed_at is None,
    )


def verified_in_words(cut: DataCut, problems: Sequence[str]) -> str:
    """What came of verifying a cut."""
    if problems:
        return " ".join(problems)
    return f"{cut.name} is whole and unchanged: every file is as its manifest says."


def _tag(cut: DataCut, erasure: Erasure | None, on: date) -> tuple[str, str]:
    if erasure is not None:
        if erasure.erased_at is not None:
            return "Erased", "grey"
        if erasure.confirmed_at is not None:
            return "In quarantine", "orange"
        return "Erasure to be confirmed", "yellow"
    return ("Past its last day", "red") if cut.needed_until < on else ("Kept", "green")


def _facts(cut: DataCut) -> Iterator[tuple[str, str]]:
    yield "As of", date_in_words(cut.as_of)
    recorded_to = cut.manifest["recorded_to"]
    if recorded_to:
        yield "Recorded until", date_in_words(date.fromisoformat(recorded_to))
    yield "Cases", f"{cut.cases:,}"
    yield "Events that stand", f"{cut.events:,}"
    yield "Needed until", date_in_words(cut.needed_until)
    yield "Digest of its manifest", cut.digest
    yield "Version of its tables", str(cut.manifest["schema"])
    yield "Written with", cut.manifest["written_with"]
    yield "Folder", cut.name


def _plan(cut: DataCut) -> Iterator[tuple[str, str]]:
    replanned = cut.replannings.all()
    if replanned:
        made = f"{moment_in_words(cut.made_at)}, {cut.made_by.full_name}"
        yield date_in_words(cut.last_day), f"{made}, when it was made."
    for one in replanned:
        told = f"{moment_in_words(one.planned_at)}, {one.planned_by.full_name}: {one.why}"
        yield date_in_words(one.last_day), told


def _changes(changes: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    if changes:
        yield "New cases", changes["cases_added"]
        yield "Cases that are gone", changes["cases_gone"]
        yield "Cases of both in which something changed", changes["cases_changed"]
        yield "Put right since, of what had happened before", changes["late_corrections"]


def _not_changed(cut: DataCut) -> str:
    if cut.compared_with_id is None:
        return cut.not_compared or "There was no cut before it to compare it with."
    return "" if cut.changes and cut.changes["tables"] else "Nothing changed."
