"""How events of a case are worded: a line in the timeline, each fact beside its question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.utils.text import Truncator

from answerable.records.codes.characteristics import Characteristic, characteristic_restricted
from answerable.records.event import Event, Recorded
from answerable.records.file import CaseFile
from answerable.records.identity import signs
from answerable.records.kinds.characteristics import CharacteristicRecorded
from answerable.records.kinds.correction import RecordedInError
from answerable.records.stages import Step
from answerable.statute import LONDON
from answerable_site.casework.queries import Naming
from answerable_site.casework.rules import PEOPLE, SERVICES, written_in
from answerable_site.design.dates import date_in_words, moment_in_words


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event as the timeline shows it."""

    number: int
    title: str
    step: str
    on: date
    facts: tuple[tuple[str, str], ...]
    recorded: str
    why_in_breach: str
    replaces: int | None
    is_replaced: bool
    can_put_right: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A step with the kinds of event that may be recorded under it: end of address and label."""

    code: str
    step: str
    kinds: tuple[tuple[str, str], ...]


def choices_of_kinds(kinds: Iterable[type[Event]], *, sees_restricted: bool) -> list[Choice]:
    """Kinds of event by step, in the order of the journey.

    Args:
        sees_restricted: whether characteristics that only named roles read are offered.
    """
    by_step: dict[Step, list[tuple[str, str]]] = {step: [] for step in Step}
    for kind in kinds:
        by_step[Step(kind.STEP)] += _ways_to_record(kind, sees_restricted=sees_restricted)
    return [Choice(step, step.label, tuple(found)) for step, found in by_step.items() if found]


def _ways_to_record(kind: type[Event], *, sees_restricted: bool) -> list[tuple[str, str]]:
    if kind is RecordedInError:
        return []
    if kind is CharacteristicRecorded:
        return [
            (f"{kind.kind()}/?characteristic={one}", one.label)
            for one in Characteristic
            if sees_restricted or not characteristic_restricted(one)
        ]
    return [(f"{kind.kind()}/", kind.LABEL)]


def shown_events(
    file: CaseFile,
    recorded: Iterable[Recorded],
    naming: Naming,
    *,
    hidden: frozenset[tuple[str, str]] = frozenset(),
    victims: Collection[int] | None = None,
    can_put_right: frozenset[str] = frozenset(),
) -> list[ShownEvent]:
    """Events of a file for its timeline, latest first.

    Args:
        recorded: those of the file that the viewer sees.
        hidden: facts that the viewer does not see, as tag and field.
        victims: those whom the viewer sees, by number; None for all.
        can_put_right: the tags of kinds that the viewer may record.
    """
    standing = {one.number for one in file.standing}
    shown = [
        ShownEvent(
            number=one.number,
            title=worded_event(one.event),
            step=Step(one.event.STEP).label,
            on=one.event.on,
            facts=tuple(facts_in_words(file, one.event, naming, hidden=hidden, victims=victims)),
            recorded=f"Recorded {moment_in_words(one.recorded_at)}, {one.side.label}",
            why_in_breach=one.why_in_breach,
            replaces=one.replaces,
            is_replaced=one.number not in standing,
            can_put_right=one.number in standing and one.event.kind() in can_put_right,
            kind=one.event.kind(),
        )
        for one in recorded
    ]
    return sorted(shown, key=lambda one: (one.on, one.number), reverse=True)


_TELLS_APART = ("made", "status", "characteristic", "hearing", "asked")
"""Facts by which one of several events of a kind is known; where they name another event by its
number, they do not."""
_LONGEST_IN_TITLE = 80
_IN_TITLE = ("on", "victim", "suspect")
"""Facts that stand in the title of an event, or beside it."""


def worded_event(event: Event) -> str:
    """What an event is called, with whom it concerns and what tells it from others of its kind."""
    about = [
        f"{name} {number}"
        for name in ("victim", "suspect")
        if (number := getattr(event, name, None)) is not None
    ]
    about += [_in_title(getattr(event, name)) for name in _TELLS_APART if hasattr(event, name)]
    about = [words for words in about if words]
    return f"{event.LABEL}: {', '.join(about)}" if about else event.LABEL


def facts_in_words(
    file: CaseFile,
    event: Event,
    naming: Naming,
    *,
    hidden: frozenset[tuple[str, str]] = frozenset(),
    victims: Collection[int] | None = None,
) -> Iterator[tuple[str, str]]:
    """Each fact of an event that was given and that its title does not say, beside its question,
    in the order of asking.

    Args:
        hidden, victims: as `shown_events` takes them.
    """
    for name in event.QUESTIONS:
        value = getattr(event, name)
        if name == "victims" and victims is not None:
            value = tuple(one for one in value if one in victims)
        if name in _IN_TITLE or (event.kind(), name) in hidden or value in (None, "", ()):
            continue
        yield event.QUESTIONS[name], _in_words(file, event, name, value, naming)


def _in_title(value: object) -> str:
    match value:
        case StrEnum():
            return str(getattr(value, "label", value)).lower()
        case str():
            return Truncator(value).chars(_LONGEST_IN_TITLE)
    return ""


def choices_of_events(
    recorded: Iterable[Recorded], file: CaseFile, kind: type[Event]
) -> list[tuple[int, str]]:
    """Events of a kind that a form offers, by number: those that stand."""
    standing = {one.number for one in file.standing}
    return [
        (one.number, f"{worded_event(one.event)}, {date_in_words(one.event.on)}")
        for one in recorded
        if isinstance(one.event, kind) and one.number in standing
    ]


def _in_words(file: CaseFile, event: Event, name: str, value: Any, naming: Naming) -> str:
    match value:
        case bool():
            return "Yes" if value else "No"
        case StrEnum():
            return str(getattr(value, "label", value))
        case tuple():
            return ", ".join(_in_words(file, event, name, one, naming) for one in value)
        case datetime():
            return f"{value.astimezone(LONDON):%H:%M}"
        case date():
            return date_in_words(value)
        case int() if name in PEOPLE:
            return str(naming.people.get(value, "Somebody whose name is not kept any more"))
        case int() if name in SERVICES:
            return str(naming.services.get(value, "A service that is not kept any more"))
        case int() if name in event.REFERS:
            return _named(file, value)
    return str(value)


def _named(file: CaseFile, number: int) -> str:
    named = file.named(number, Event)
    if named is None:
        return f"Event {number}"
    return f"{worded_event(named)}, {date_in_words(named.on)}"


def warnings_of(event: Event) -> list[str]:
    """A sentence for each sign of an identity in what was written. A person decides about it."""
    return [
        warning
        for name, text in written_in(event).items()
        for warning in warnings_in(text, event.QUESTIONS[name])
    ]


def warnings_in(text: str, question: str) -> list[str]:
    """A sentence for each sign of an identity in an answer to a question."""
    return [
        f"{sign.sentence} “{text[sign.start : sign.end]}” in “{question}”" for sign in signs(text)
    ]
