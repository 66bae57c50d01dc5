"""What a file tells otherwise than the load that it corrects, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from answerable.records.event import Event, Recorded, Side
from answerable.records.file import CaseFile
from answerable.records.kinds import BY_TAG, from_stored
from answerable_site.casework.presenters import facts_in_words, worded_event
from answerable_site.casework.queries import Naming
from answerable_site.casework.rules import is_restricted
from answerable_site.design.dates import date_in_words
from answerable_site.intake.rules import Change, Compared, Differing

HEADINGS: Final = ("What", "Case", "References", "Event", "Fact", "Before", "Now")
NOT_SHOWN: Final = "A characteristic that your role does not read"
_COLOURS = {Change.NEW: "green", Change.CHANGED: "blue", Change.NO_LONGER_TOLD: "grey"}
_NOBODY: Final = Naming()
"""No extract names people or services of the site."""


@dataclass(frozen=True, slots=True)
class DifferingCounts:
    """How much is told otherwise: by kind of event, and of all kinds."""

    kinds: tuple[tuple[str, int, int, int, int], ...]
    """What the kind is called, then how many are new, changed, told no longer, and unchanged."""
    differing: int
    """How many are not as before."""


@dataclass(frozen=True, slots=True)
class ShownDiffering:
    """One event that is told otherwise."""

    what: str
    colour: str
    case_id: int | None
    """None of a case that is not held yet."""
    references: tuple[str, ...]
    """Those that are the viewer’s to read."""
    title: str
    facts: tuple[tuple[str, str, str], ...]
    """Question, answer before and answer now, either of them empty; of a change those alone that
    differ."""


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """Events that are told otherwise, as far as the viewer may know of their cases."""

    events: tuple[ShownDiffering, ...]
    left_out: int
    """How many are of cases of which the viewer may not know."""

    @property
    def remark(self) -> str:
        """That some are left out; empty where none is."""
        return _left_out(self.left_out)


def differing_counts(difference: Iterable[Compared]) -> DifferingCounts:
    """The counts by kind, in words, those with most changes first."""
    by_most = sorted(difference, key=lambda one: (-one.differing, BY_TAG[one.kind].LABEL))
    return DifferingCounts(
        kinds=tuple(
            (
                BY_TAG[one.kind].LABEL,
                *(one.new, one.changed, one.no_longer_told, one.unchanged),
            )
            for one in by_most
        ),
        differing=sum(one.differing for one in by_most),
    )


def shown_differing(
    found: Iterable[Differing],
    references: Mapping[int, Iterable[str]],
    *,
    sees_restricted: bool,
) -> ShownDifference:
    """Events that are told otherwise, in words; those of other held cases are counted alone.

    Args:
        references: of each case of which the viewer may know, those that are theirs to read.
        sees_restricted: whether characteristics that only named roles read are shown.
    """
    told = list(found)
    events = tuple(
        _shown(one, references, sees_restricted=sees_restricted)
        for one in told
        if one.case is None or one.case in references
    )
    return ShownDifference(events, left_out=len(told) - len(events))


def differing_rows(pieces: Iterable[ShownDifference]) -> Iterator[tuple[object, ...]]:
    """The same as rows of a file, one a fact, under `HEADINGS`; last, that some are left out."""
    yield HEADINGS
    left_out = 0
    for piece in pieces:
        left_out += piece.left_out
        for one in piece.events:
            about = (one.what, one.case_id or "", "; ".join(one.references), one.title)
            for fact in one.facts or (("", "", ""),):
                yield (*about, *fact)
    if left_out:
        yield (_left_out(left_out), *[""] * (len(HEADINGS) - 1))


def _left_out(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return "1 event of a case that you may not see is left out here."
    return f"{count:,} events of cases that you may not see are left out here."


def _shown(
    one: Differing, references: Mapping[int, Iterable[str]], *, sees_restricted: bool
) -> ShownDiffering:
    before, after = _event(one.before), _event(one.after)
    there = [event for event in (after, before) if event is not None]
    is_hidden = not sees_restricted and any(map(is_restricted, there))
    own = (one.reference,) if one.case is None else references[one.case]
    return ShownDiffering(
        what=one.change.label,
        colour=_COLOURS[one.change],
        case_id=one.case,
        references=tuple(filter(None, own)),
        title=NOT_SHOWN if is_hidden else worded_event(there[0]),
        facts=() if is_hidden else tuple(_facts(one, before, after)),
    )


def _event(stored: dict[str, Any] | None) -> Event | None:
    return None if stored is None else from_stored(stored)


def _facts(
    one: Differing, before: Event | None, after: Event | None
) -> Iterator[tuple[str, str, str]]:
    was, now = _answers(one, before), _answers(one, after)
    for question in {**was, **now}:
        former, later = was.get(question, ""), now.get(question, "")
        if one.change is not Change.CHANGED or former != later:
            yield question, former, later


def _answers(one: Differing, event: Event | None) -> dict[str, str]:
    if event is None:
        return {}
    file = CaseFile(one.case or 0, event.on, tuple(_named(one)))
    return {"Day": date_in_words(event.on), **dict(facts_in_words(file, event, _NOBODY))}


def _named(one: Differing) -> Iterator[Recorded]:
    """The events that others name; when and for whom they were recorded is nowhere shown."""
    for number, stored in one.named.items():
        yield Recorded(
            number=number,
            event=from_stored(stored),
            recorded_at=datetime.min.replace(tzinfo=UTC),
            side=Side.POLICE,
        )
