"""An action as its own page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from answerable_site.design.dates import date_in_words
from answerable_site.followup import rules
from answerable_site.followup.presenters.dating import (
    current_in_words,
    dates_section,
    in_time_or_late,
    original_in_words,
    owners_section,
    timeliness_tag,
)
from answerable_site.followup.presenters.first import first_of_action
from answerable_site.followup.presenters.naming import NOBODY, caption_of
from answerable_site.followup.presenters.parts import (
    Act,
    Entry,
    Section,
    Tag,
    act,
    acts,
    newest_first,
    said,
)
from answerable_site.followup.presenters.powers import Powers
from answerable_site.followup.presenters.proof import shown_evidence
from answerable_site.followup.presenters.watching import escalations_section, pauses_section
from answerable_site.followup.presenters.work import (
    RATINGS,
    listed_action,
    state_tag,
    updates_section,
)

if TYPE_CHECKING:
    from answerable_site.followup.models import Action


@dataclass(frozen=True, slots=True)
class ShownAction:
    """Everything that the page of an action shows."""

    id: int
    caption: str
    title: str
    tags: tuple[Tag, ...]
    first: tuple[Act, ...]
    rows: tuple[tuple[str, str], ...]
    words: str
    sections: tuple[Section, ...]
    may_update: bool


def shown_action(action: Action, *, powers: Powers, on: date) -> ShownAction:
    """An action from `queries.whole_actions`."""
    return ShownAction(
        id=action.pk,
        caption=f"{rules.ActionKind(action.kind).label} of {action.organisation.name}",
        title=action.title,
        tags=tuple(_tags(action, on)),
        first=first_of_action(action, powers, on=on),
        rows=tuple(_rows(action, on)),
        words=action.words,
        sections=_sections(action, powers, on),
        may_update=powers.works_on,
    )


def _tags(action: Action, on: date) -> Iterable[Tag]:
    yield state_tag(action)
    yield timeliness_tag(action, on=on)
    if action.paused_until is not None and on <= action.paused_until:
        yield Tag(f"Paused until {date_in_words(action.paused_until)}")
    if action.rating:
        rating = rules.Rating(action.rating)
        yield Tag(rating.label, RATINGS[rating])


def _rows(action: Action, on: date) -> Iterable[tuple[str, str]]:
    yield "Owner", action.owner.full_name if action.owner else NOBODY
    yield "Original date", original_in_words(action)
    yield "Worked to now", current_in_words(action)
    yield "In time or late", in_time_or_late(action, on=on)
    if action.done_on:
        yield "Done on", date_in_words(action.done_on)
    if action.reference:
        yield "Reference", action.reference


def _sections(action: Action, powers: Powers, on: date) -> tuple[Section, ...]:
    key = action.pk
    moves = "Move the date" if action.original_on else "Set a date"
    return (
        _serves(action, powers, on),
        updates_section(action, powers, add="update_action"),
        Section(
            "evidence",
            "Evidence added with it",
            entries=tuple(
                shown_evidence(one, powers) for one in newest_first(action.evidence.all())
            ),
            empty="None yet. It is added together with a progress update.",
        ),
        _tasks(action, powers, on),
        _dependencies(action, powers),
        dates_section(
            action, acts(act(moves, "set_action_target", key) if powers.works_on else None)
        ),
        owners_section(
            action,
            acts(act("Say who owns it", "assign_action_owner", key) if powers.manages else None),
        ),
        escalations_section(action, powers),
        pauses_section(
            action,
            acts(act("Pause escalation", "pause_action", key) if powers.plans else None),
            on=on,
        ),
    )


def _serves(action: Action, powers: Powers, on: date) -> Section:
    served = list(action.commitments.all())
    return Section(
        "serves",
        "What it serves",
        entries=tuple(
            Entry(
                one.summary,
                href=reverse("followup:commitment", args=[one.pk]),
                tags=(timeliness_tag(one, on=on),),
                facts=(caption_of(one),),
            )
            for one in served
        ),
        acts=acts(
            act("Say which commitments it serves", "link_action", action.pk)
            if powers.manages
            else None
        ),
    )


def _tasks(action: Action, powers: Powers, on: date) -> Section:
    parent = action.parent
    intro = (f"This is a task of “{parent.title}”.",) if parent else ()
    return Section(
        "tasks",
        "Tasks",
        intro=intro,
        entries=tuple(listed_action(one, on=on) for one in action.tasks.all()),
        empty="None.",
        acts=acts(
            act("Add a task", "add_task", action.pk) if powers.plans and not parent else None
        ),
    )


def _dependencies(action: Action, powers: Powers) -> Section:
    return Section(
        "waits",
        "What it waits for, and what waits for it",
        entries=(
            *(_waits(row, powers) for row in action.waits_for.all()),
            *(_awaited(row) for row in action.awaited_by.all()),
        ),
        empty="It waits for nothing, and nothing waits for it.",
        acts=acts(
            act("Say what it waits for", "add_dependency", action.pk) if powers.works_on else None
        ),
    )


def _waits(row: Any, powers: Powers) -> Entry:
    return Entry(
        f"Waits for: {row.needed.title}",
        href=reverse("followup:action", args=[row.needed_id]),
        tags=(state_tag(row.needed),),
        facts=(said(row.by, row.at),),
        words=row.reason,
        acts=acts(
            act(
                "It waits no longer",
                "end_dependency",
                row.pk,
                about=f"for {row.needed.title}",
                at_once=True,
            )
            if powers.works_on
            else None
        ),
    )


def _awaited(row: Any) -> Entry:
    return Entry(
        f"Is waited for by: {row.action.title}",
        href=reverse("followup:action", args=[row.action_id]),
        words=row.reason,
    )
