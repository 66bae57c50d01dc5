"""Two versions beside each other: what was removed and what was added, in words as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.writing.outline import lines_of
from answerable_site.publication.models import PublicResponse
from answerable_site.responses.models import Preparation
from answerable_site.responses.presenters.texts import by_whom, saved_text
from answerable_site.responses.queries import Dossier, TwoDocuments, TwoTexts
from answerable_site.responses.rules import comparing, facts
from answerable_site.responses.rules.comparing import Change, ComparedLine, Line

if TYPE_CHECKING:
    from answerable.writing.blocks import WrittenDocument
    from answerable_site.responses.presenters.texts import Saved


@dataclass(frozen=True, slots=True)
class ShownRun:
    """Words that share one fate."""

    text: str
    is_added: bool
    is_removed: bool


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line or a paragraph; `is_heading` where the document has a heading there."""

    runs: tuple[ShownRun, ...]
    is_heading: bool = False
    passed_over: int = 0
    """How many lines that did not change are left out before it."""


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """What differs, with the two that were compared."""

    before: str
    """Which version, by whom, when; empty where there was none."""
    after: str
    said: tuple[ShownLine, ...]
    """What it says besides the text, a sentence each."""
    lines: tuple[ShownLine, ...]
    differs: bool


def compared_versions(before: Saved | None, after: Saved) -> ShownComparison:
    """Two versions of one text; without an earlier one, all of the later is added."""
    old, new = saved_text(before) if before else None, saved_text(after)
    said = comparing.compared_lines(
        [Line("sentence", sentence) for sentence in (old.said if old else ())],
        [Line("sentence", sentence) for sentence in new.said],
    )
    runs = comparing.compared(old.in_both if old else "", new.in_both)
    return ShownComparison(
        before=f"Version {old.version}, {old.by}" if old else "",
        after=f"Version {new.version}, {new.by}",
        said=tuple(_line(line) for line in said),
        lines=tuple(ShownLine(_runs(paragraph)) for paragraph in comparing.paragraphs(runs)),
        differs=comparing.differs(runs) or any(comparing.differs(line.runs) for line in said),
    )


def compared_pair(pair: TwoTexts | TwoDocuments) -> ShownComparison:
    """Two versions of a text, or two documents of which lines far from a change are left out."""
    if isinstance(pair, TwoTexts):
        return compared_versions(pair.before, pair.after)
    before, after = pair.documents
    lines = comparing.compared_lines(_lines(before), _lines(after))
    return ShownComparison(
        before=_document_words(pair.before),
        after=_document_words(pair.after),
        said=(),
        lines=tuple(_around_changes(lines)),
        differs=any(comparing.differs(line.runs) for line in lines),
    )


def _document_words(row: Preparation | PublicResponse) -> str:
    if isinstance(row, Preparation):
        return f"Prepared by {by_whom(row.prepared_by, row.prepared_at)}"
    return f"Published as version {row.version} by {by_whom(row.published_by, row.published_at)}"


def _around_changes(lines: Iterable[ComparedLine]) -> Iterator[ShownLine]:
    """Changed lines, each after the heading under which it stands."""
    heading: ComparedLine | None = None
    passed_over = 0
    for line in lines:
        if not comparing.differs(line.runs):
            passed_over += 1
            if line.role == "heading":
                heading = line
            continue
        if heading is not None:
            yield _line(heading, passed_over=passed_over - 1)
            heading, passed_over = None, 0
        yield _line(line, passed_over=passed_over)
        passed_over = 0


def _line(line: ComparedLine, *, passed_over: int = 0) -> ShownLine:
    return ShownLine(_runs(line.runs), is_heading=line.role == "heading", passed_over=passed_over)


def _runs(runs: Iterable[comparing.Run]) -> tuple[ShownRun, ...]:
    return tuple(
        ShownRun(
            run.text,
            is_added=run.change is Change.ADDED,
            is_removed=run.change is Change.REMOVED,
        )
        for run in runs
    )


def compared_title(held: Dossier, kind: str) -> str:
    """What is compared, as the heading of the page."""
    title, finding_id = _TITLES[kind.partition("-")[0]], kind.partition("-")[2]
    of_it = (facts.heading_of(f) for f in held.facts.report.findings if str(f.id) == finding_id)
    return next((f"{title}: {heading}" for heading in of_it), title)


_TITLES = {
    "own_comments": "Own comments",
    "reply": "Reply to the chief officer",
    "chief_officer": "Chief officer’s comments",
    "explanation": "Explanation",
    "prepared": "The response as prepared",
    "published": "The response as published",
}


def _lines(document: WrittenDocument) -> tuple[Line, ...]:
    return tuple(Line(line.kind, line.text) for line in lines_of(document))
