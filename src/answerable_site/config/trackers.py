"""A tracker from the console: looked at row by row, or loaded whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from answerable.documents import Unreadable
from answerable.documents.tables import read_table
from answerable_site.config.console import CannotBeDone, acting
from answerable_site.followup import operations, presenters, queries
from answerable_site.followup.models import TrackerImport
from answerable_site.followup.rules import tracker as rules
from answerable_site.people.access import Refused
from answerable_site.people.models import Organisation
from answerable_site.people.queries import policing_bodies
from answerable_site.people.rules import Role, Viewer


@dataclass(frozen=True, slots=True)
class Report:
    """What loading a tracker would do, or did."""

    plan: rules.Plan
    columns: rules.Columns
    loaded: TrackerImport | None

    def as_json(self) -> dict[str, Any]:
        """Plain data: counts, and every row with its sentences."""
        return {
            "loaded": self.loaded is not None,
            **{one.value: self.plan.counts[one] for one in rules.Outcome},
            "digest": self.plan.digest,
            "rows": [
                {
                    "row": row.number,
                    "outcome": row.outcome.value,
                    "about": row.about,
                    "action": row.action,
                    "says": list(presenters.sentences(row, self.columns)),
                }
                for row in self.plan.rows
            ],
        }

    def lines(self) -> Iterator[str]:
        """For people: rows that are refused or change something, then the counts."""
        for row in self.plan.rows:
            if row.outcome is not rules.Outcome.UNCHANGED:
                told = " ".join(presenters.sentences(row, self.columns))
                yield f"Row {row.number}: {row.outcome.value}. {told}"
        yield ", ".join(
            f"{words.lower()}: {n}" for words, n in presenters.tracker_counts(self.plan)
        )
        yield "Loaded." if self.loaded else "Nothing was changed."


def take(
    file: Path,
    *,
    mapping: str,
    body: str,
    by_email: str,
    as_at: date | None = None,
    sheet: str | None = None,
    load: bool = False,
) -> Report:
    """Look at a tracker, and load it where that is asked for and no row is refused.

    Args:
        mapping: the name of choices that were kept for the body.
        body: slug of the local policing body.
        by_email: the address of one of its response officers; the record names this person.
        as_at: the civil date of which the tracker speaks; None for today.
        sheet: of a workbook with several.

    Raises:
        CannotBeDone: file, body, person or mapping are unknown, or the file cannot be read.
    """
    organisation, by = _body(body), _officer(by_email, body)
    held = queries.latest_mappings(by, organisation.pk).get(mapping)
    if held is None:
        raise CannotBeDone(
            f"No choices are kept under {mapping!r}. Send the tracker once on its page, and keep "
            "how it is read under this name."
        )
    content = _content(file)
    told = rules.Mapping.from_json(held.told)
    try:
        table = read_table(content, sheet=sheet)
    except Unreadable as refusal:
        raise CannotBeDone(str(refusal)) from refusal
    if table.read is None:
        names = ", ".join(repr(one.name) for one in table.sheets)
        raise CannotBeDone(f"The workbook has several sheets. Name one with --sheet: {names}.")
    columns = rules.columns_of(table.rows, told)
    if columns.problems:
        raise CannotBeDone(" ".join(columns.problems))
    now, today = timezone.now(), timezone.localdate()
    rows = tuple(rules.rows_of(table.rows, columns, told, today=today))
    known = queries.known_to_trackers(by, organisation, on=today)
    plan = rules.planned(rows, known, told, as_at=as_at or today)
    if not load or not plan.may_be_loaded:
        return Report(plan, columns, None)
    kept = operations.keep_tracker(
        by=by, at=now, body=organisation, name=file.name, content=ContentFile(content)
    )
    try:
        loaded = operations.load_tracker(
            by=by,
            at=now,
            on=today,
            as_at=as_at or today,
            body=organisation,
            kept=kept,
            mapping=held,
            rows=rows,
            digest=plan.digest,
        )
    except (Refused, operations.PlanChanged) as problem:
        raise CannotBeDone(str(problem)) from problem
    return Report(plan, columns, loaded)


def _body(slug: str) -> Organisation:
    found = policing_bodies().filter(slug=slug).first()
    if found is None:
        raise CannotBeDone(f"No local policing body has the address {slug!r}.")
    return found


def _officer(email: str, slug: str) -> Viewer:
    viewer = acting(email, on=timezone.localdate())
    if not viewer.holds_in(_body(slug).pk, Role.RESPONSE_OFFICER):
        raise CannotBeDone(f"{email} is no response officer of {slug}.")
    return viewer


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise CannotBeDone(f"{file} cannot be opened: {problem.strerror}.") from problem
