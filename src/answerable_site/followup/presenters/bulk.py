"""One change for many commitments or actions, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.operations import NewOwner, NewTarget
from answerable_site.followup.presenters.listing import commitment_heading, shown_dates
from answerable_site.followup.queries import ActionLine

if TYPE_CHECKING:
    from answerable_site.followup.operations import Change, Preview
    from answerable_site.followup.queries import Line


@dataclass(frozen=True, slots=True)
class ShownTrial:
    """What the change would do to one commitment or action."""

    title: str
    facts: str
    original: str
    before: str
    after: str
    refusal: str


def change_in_words(change: Change) -> str:
    """What changes, for the heading of the preview."""
    match change:
        case NewOwner(owner=owner):
            return f"New owner: {owner.full_name if owner else 'nobody'}"
        case NewTarget(target=target):
            whose = rules.Whose(target.whose).label.lower()
            return f"New date to work to: {date_in_words(target.on)} ({whose})"
        case _:
            return f"Review by {date_in_words(change.due_on)}"


def shown_preview(
    preview: Preview, change: Change, lines: Sequence[Line | ActionLine], *, on: date
) -> list[ShownTrial]:
    """Each before and after, or why nothing is done, in the order of the list."""
    tried = {one.thing.pk: one for one in preview.tried}
    return [
        ShownTrial(
            title=line.title if isinstance(line, ActionLine) else line.summary,
            facts=_facts(line),
            original=shown_dates(line, on=on).original,
            before=_value(change, tried[line.id].before, line),
            after=_value(change, tried[line.id].after, line),
            refusal=tried[line.id].refusal,
        )
        for line in lines
        if line.id in tried
    ]


def made_in_words(made: Preview, name: str) -> str:
    """What was done, and what was not.

    Args:
        name: "commitment" or "action".
    """
    count, refused = len(made.can_be_made), len(made.tried) - len(made.can_be_made)
    changed = f"1 {name} was" if count == 1 else f"{count} {name}s were"
    rest = f" {refused} stayed as before." if refused else ""
    return f"{changed} changed.{rest}"


def _facts(line: Line | ActionLine) -> str:
    if isinstance(line, ActionLine):
        return line.organisation
    return f"{line.organisation}. {commitment_heading(line)}"


def _value(change: Change, value: str, line: Line | ActionLine) -> str:
    match change:
        case NewOwner(owner=owner):
            if owner is not None and value == str(owner.pk):
                return owner.full_name
            return (line.owner or "Nobody") if value else "Nobody"
        case NewTarget():
            return date_in_words(date.fromisoformat(value)) if value else "No date"
        case _:
            return date_in_words(date.fromisoformat(value)) if value else "No review planned"
