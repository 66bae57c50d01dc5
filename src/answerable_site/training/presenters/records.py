"""Training records in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.training.presenters.words import (
    OUTCOME_COLOURS,
    days_of,
    duration_in_words,
    from_to,
    standing_in_words,
)
from answerable_site.training.queries import place_of
from answerable_site.training.rules import Duty, Outcome, Standing

if TYPE_CHECKING:
    from answerable_site.training.models import (
        Booking,
        Development,
        Entry,
        Posting,
        Qualification,
        TrainingRecord,
    )


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A posting, a certificate or a piece of development."""

    id: int
    kind: str
    """As the address of striking it out names it."""
    title: str
    text: str
    is_running: bool
    struck: str
    """Who struck it out and why; empty where nobody did."""


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place on an event."""

    id: int
    event: int
    course: str
    where: str
    who: str
    tag: str
    colour: str
    decided: str
    """On which day; empty where nothing is."""
    earlier: tuple[str, ...]
    """Results that were recorded before the one that counts."""


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A training record as its page shows it."""

    id: int
    name: str
    organisation: str
    tag: str
    colour: str
    sentence: str
    postings: tuple[ShownEntry, ...]
    places: tuple[ShownPlace, ...]
    qualifications: tuple[ShownEntry, ...]
    developments: tuple[ShownEntry, ...]
    developed: str
    """How long all development took together; empty where there is none."""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A training record as a line of a list."""

    id: int
    name: str
    tag: str
    colour: str
    sentence: str
    in_post: str


def shown_record(
    record: TrainingRecord, standing: Standing, bookings: Iterable[Booking]
) -> ShownRecord:
    """One training record.

    Args:
        record: from `queries.records_visible_to` or `queries.own_records`.
        bookings: its places, from `queries.with_results`.
    """
    tag, colour, sentence = standing_in_words(standing)
    developments = list(record.developments.all())
    minutes = sum(one.minutes for one in developments if not one.is_struck)
    return ShownRecord(
        id=record.pk,
        name=record.user.full_name,
        organisation=record.organisation.name,
        tag=tag,
        colour=colour,
        sentence=sentence,
        postings=tuple(_posting(one) for one in record.postings.all()),
        places=tuple(shown_place(one) for one in bookings),
        qualifications=tuple(_qualification(one) for one in record.qualifications.all()),
        developments=tuple(_development(one) for one in developments),
        developed=duration_in_words(minutes) if minutes else "",
    )


def shown_place(booking: Booking) -> ShownPlace:
    """One place, from `queries.with_results`."""
    facts, event = place_of(booking), booking.event
    results = list(booking.results.all())
    return ShownPlace(
        id=booking.pk,
        event=event.pk,
        course=event.version.name,
        where=f"{event.place}, {days_of(event.first_day, event.last_day)}",
        who=booking.record.user.full_name,
        tag=facts.outcome.label,
        colour=OUTCOME_COLOURS[facts.outcome],
        decided=date_in_words(facts.result_on) if results else "",
        earlier=tuple(
            f"Before: {_label(one.outcome)}, {date_in_words(one.on)}, recorded by "
            f"{one.recorded_by.full_name}"
            for one in results[:-1]
        ),
    )


def listed_people(
    names: Mapping[int, str], standings: Mapping[int, tuple[Standing, bool]]
) -> list[ListedPerson]:
    """Everybody, in the order of the names."""
    return [
        _listed(record, name, standings[record][0], is_in_post=standings[record][1])
        for record, name in names.items()
    ]


def _listed(record: int, name: str, standing: Standing, *, is_in_post: bool) -> ListedPerson:
    tag, colour, sentence = standing_in_words(standing)
    in_post = "In post today" if is_in_post else "Not in post today"
    return ListedPerson(record, name, tag, colour, sentence, in_post)


def _label(outcome: str) -> str:
    return Outcome(outcome).label


def _posting(one: Posting) -> ShownEntry:
    title = f"{Duty(one.duty).label}, {one.unit}"
    return _entry(
        one, "posting", title, from_to(one.from_on, one.to_on), is_running=one.to_on is None
    )


def _qualification(one: Qualification) -> ShownEntry:
    text = f"{from_to(one.from_on, one.to_on)}. {one.evidence}"
    return _entry(one, "qualification", f"Certificate: {one.version.name}", text)


def _development(one: Development) -> ShownEntry:
    text = f"{date_in_words(one.on)}, {duration_in_words(one.minutes)}"
    return _entry(one, "development", one.what, text)


def _entry(one: Entry, kind: str, title: str, text: str, *, is_running: bool = False) -> ShownEntry:
    return ShownEntry(
        one.pk, kind, title, text, is_running and not one.is_struck, struck_in_words(one)
    )


def struck_in_words(entry: Entry) -> str:
    """Who struck an entry out, when and why; empty where nobody did."""
    if entry.struck_at is None or entry.struck_by is None:
        return ""
    when = date_in_words(entry.struck_at)
    return f"Struck out by {entry.struck_by.full_name} on {when}: {entry.struck_because}"
