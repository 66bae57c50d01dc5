"""Loads in words: what was read, what it brought, how complete its columns are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from answerable.mappings.profiles import Blank
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.intake.presenters.differing import DifferingCounts, differing_counts
from answerable_site.intake.rules import advice_on, erased_on, title_of

if TYPE_CHECKING:
    from answerable_site.intake.models import Batch

_BLANKS = {
    Blank.NEVER: "empty though it never is",
    Blank.NOT_RECORDED: "not recorded",
    Blank.DID_NOT_HAPPEN: "did not happen",
    Blank.DOES_NOT_APPLY: "does not apply",
}


@dataclass(frozen=True, slots=True)
class LoadLine:
    """A load in the list."""

    pk: int
    title: str
    facts: str
    tag: str
    colour: str
    waiting: int
    """Rows that wait to be corrected or given up."""


@dataclass(frozen=True, slots=True)
class ShownLoad:
    """A load on its page."""

    line: LoadLine
    receipt: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, int], ...]
    """How the rows that were read came out: they add up."""
    brought: tuple[tuple[str, int], ...]
    reasons: tuple[tuple[int, str, str], ...]
    """How many rows the check of the file set aside for each reason, the reason, and what to do."""
    columns: tuple[tuple[str, int, int, str], ...]
    """Heading, cells with a value, doubtful cells, and blanks by what they mean."""
    difference: str
    """What changed in the number of rows since the load before it; empty where there is none."""
    told_otherwise: DifferingCounts | None
    """What it told otherwise than the load that it corrects; None where it corrects none."""
    erased_on: str
    """The day on which rows that still wait are erased; empty where none waits."""
    erased: int
    """Rows that were erased because nobody settled them."""
    undone: str
    """Who undid it, when and why; empty while it stands."""


def load_line(batch: Batch, *, waiting: int) -> LoadLine:
    """A load in a line.

    Args:
        waiting: how many of its rows wait.
    """
    tag, colour = ("Undone", "grey") if batch.undone_at else ("Loaded", "green")
    if batch.undone_at is None and waiting:
        tag, colour = "Rows wait", "yellow"
    return LoadLine(
        pk=batch.pk,
        title=f"{batch.source.name} of {date_in_words(batch.as_at)}",
        facts=(
            f"{batch.organisation.name}. Loaded on {moment_in_words(batch.loaded_at)}: "
            f"{batch.rows_loaded} of {batch.rows_read} rows told something new."
        ),
        tag=tag,
        colour=colour,
        waiting=0 if batch.undone_at else waiting,
    )


def shown_load(batch: Batch, *, waiting: int, erased: int, before: Batch | None) -> ShownLoad:
    """A load with all that is kept of it.

    Args:
        waiting: how many of its rows wait.
        erased: how many were erased because nobody settled them.
        before: the standing load of the same source before it.
    """
    line = load_line(batch, waiting=waiting)
    return ShownLoad(
        line=line,
        receipt=(
            ("File (SHA-256)", batch.sha256),
            ("Size", f"{batch.size:,} bytes"),
            ("Profile", f"{batch.source.name}, version {batch.profile.version}"),
            ("Loaded by", batch.loaded_by.full_name),
            *((("Corrects", f"Load {batch.supersedes_id}"),) if batch.supersedes_id else ()),
            ("Digest of its events", batch.root_digest),
        ),
        rows=(
            ("Read", batch.rows_read),
            ("Loaded", batch.rows_loaded),
            ("Unchanged", batch.rows_unchanged),
            ("Set aside", batch.rows_set_aside),
            ("Blank", batch.rows_blank),
        ),
        brought=(
            ("New cases", batch.cases_added),
            ("Events", batch.events_added),
            ("Events that take the place of earlier ones", batch.events_changed),
            ("Events that a corrected file tells no more", batch.events_withdrawn),
        ),
        reasons=tuple(_reasons(batch.receipt["doubts"])),
        columns=tuple(map(_column, batch.completeness)),
        difference=_difference(batch, before),
        told_otherwise=_told_otherwise(batch),
        erased_on=day_of_erasure(batch) if line.waiting else "",
        erased=erased,
        undone=_undone(batch),
    )


def day_of_erasure(batch: Batch) -> str:
    """The day on which rows that a load set aside are erased if nobody settles them."""
    return date_in_words(erased_on(batch.loaded_at))


def _reasons(doubts: Mapping[str, int]) -> list[tuple[int, str, str]]:
    most_first = sorted(doubts.items(), key=lambda one: -one[1])
    return [(count, title_of(code), advice_on(code)) for code, count in most_first]


def _column(told: Mapping[str, Any]) -> tuple[str, int, int, str]:
    blanks = ", ".join(f"{count} {_BLANKS[Blank(name)]}" for name, count in told["blank"].items())
    return told["heading"], told["filled"], told["doubtful"], blanks


def _difference(batch: Batch, before: Batch | None) -> str:
    if before is None:
        return ""
    more = batch.rows_read - before.rows_read
    length = (
        f"{abs(more)} rows {'more' if more > 0 else 'fewer'} than" if more else "as many rows as"
    )
    return (
        f"The file has {length} the one before it, of {date_in_words(before.as_at)}: "
        f"{batch.rows_loaded} told something new, {batch.rows_unchanged} nothing new."
    )


def _told_otherwise(batch: Batch) -> DifferingCounts | None:
    return None if batch.difference is None else differing_counts(batch.difference)


def _undone(batch: Batch) -> str:
    if batch.undone_at is None or batch.undone_by is None:
        return ""
    return (
        f"Undone by {batch.undone_by.full_name} on {moment_in_words(batch.undone_at)}: "
        f"{batch.undone_why}"
    )
