"""What became of recommendations, as the public reads it and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.http import urlencode

from answerable.languages import say, say_count
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.presenters.addresses import href
from answerable_site.publication.presenters.feed import FeedEntry
from answerable_site.publication.rules import (
    ProgressFacts,
    PublicCommitment,
    PublicRecommendation,
    PublicView,
    xml_text,
)

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicInspection, PublicProgress

PROGRESS_HEADER = (
    "Body",
    "Inspection",
    "As at",
    "Number",
    "Recommendation",
    "Organisation",
    "Sub-point",
    "What it does",
    "Original date",
    "Whose date",
    "Date worked to now",
    "Times moved",
    "How it stands against the original date",
    "Days late",
    "Said to be done since",
    "Closed on",
    "Own view",
    "Assurance of the policing body",
    "Status given by the inspectorate",
    "Words for the public",
)


@dataclass(frozen=True, slots=True)
class ShownCommitment:
    """What one organisation has to do, in finished words."""

    organisation: str
    limb: str
    summary: str
    words: str
    tag: str
    tag_classes: str
    timeliness: str
    rows: list[dict[str, Any]]
    """Dates and the three views, for a summary list."""
    moves: tuple[str, ...]
    """A sentence for each time its date moved."""


@dataclass(frozen=True, slots=True)
class ShownRecommendation:
    """A recommendation and everybody’s commitments about it."""

    heading: str
    text: str
    commitments: tuple[ShownCommitment, ...]


@dataclass(frozen=True, slots=True)
class ShownSlip:
    """A commitment that is late or whose date moved, in a list of such."""

    inspection: str
    href: str
    recommendation: str
    organisation: str
    summary: str
    timeliness: str
    original_on: date | None
    target_on: date | None
    moves: tuple[str, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class ProgressInWords:
    """How all recommendations of an inspection stood on a day."""

    as_of: date
    counts: tuple[str, ...]
    recommendations: tuple[ShownRecommendation, ...]


@dataclass(frozen=True, slots=True)
class ShownSnapshot:
    """A snapshot as pages name it, without what it says."""

    snapshot_id: int
    number: int
    title: str
    body: str
    body_href: str
    href: str
    inspection_href: str
    as_of: date
    released: str
    prepared: str
    """By whom and when; for publishers only."""
    withdrawn: str
    """When and why; empty unless it was withdrawn."""
    content_hash: str


def shown_snapshot(snapshot: PublicProgress) -> ShownSnapshot:
    """A snapshot with its `entry`; what it says is `progress_in_words` of what it told."""
    entry = snapshot.entry
    return ShownSnapshot(
        snapshot_id=snapshot.pk,
        number=snapshot.number,
        title=entry.title,
        body=entry.passed_to_name or entry.body_name,
        body_href=reverse("publication:body_progress", args=[entry.body_slug]),
        href=href(entry, "progress"),
        inspection_href=href(entry),
        as_of=snapshot.as_of,
        released=moment_in_words(snapshot.released_at) if snapshot.released_at else "",
        prepared=""
        if snapshot.released_at
        else f"{snapshot.prepared_by.full_name}, {moment_in_words(snapshot.prepared_at)}",
        withdrawn=_withdrawn(snapshot),
        content_hash=snapshot.content_hash,
    )


def progress_in_words(told: ProgressFacts) -> ProgressInWords:
    """Facts in words, whether they are public or not."""
    return ProgressInWords(
        as_of=told.as_of,
        counts=tuple(_counts(told)),
        recommendations=tuple(_recommendation(one) for one in told.recommendations),
    )


def slips(snapshots: Iterable[PublicProgress]) -> tuple[ShownSlip, ...]:
    """Commitments that are late or were moved, in the order of the snapshots."""
    return tuple(
        ShownSlip(
            inspection=snapshot.entry.title,
            href=href(snapshot.entry, "progress"),
            recommendation=_heading(recommendation),
            organisation=one.organisation,
            summary=one.summary,
            timeliness=one.timeliness,
            original_on=one.original_on,
            target_on=one.target_on,
            moves=_moves(one),
            as_of=snapshot.as_of,
        )
        for snapshot in snapshots
        for recommendation, one in snapshot.told.slipped()
    )


def progress_rows(snapshot: PublicProgress) -> Iterator[tuple[object, ...]]:
    """A row for each commitment, in the order of `PROGRESS_HEADER`; one for a recommendation that
    nobody follows up."""
    for recommendation in snapshot.told.recommendations:
        about = (
            snapshot.entry.body_name,
            snapshot.entry.title,
            snapshot.as_of.isoformat(),
            recommendation.number,
            recommendation.text,
        )
        if not recommendation.commitments:
            yield (*about, *[""] * (len(PROGRESS_HEADER) - len(about)))
        for one in recommendation.commitments:
            yield (
                *about,
                one.organisation,
                one.limb,
                one.summary,
                _iso(one.original_on),
                one.whose,
                _iso(one.target_on),
                len(one.moves),
                one.timeliness,
                one.days_late,
                _iso(one.done_on),
                _iso(one.closed_on),
                one.own_view.words,
                one.assurance.words,
                one.inspectorate.words,
                one.words,
            )


def progress_entry(snapshot: PublicProgress, *, site: str) -> FeedEntry:
    """A released snapshot as the feed tells of it.

    Args:
        site: the public address of the site, without a slash at its end.
    """
    if snapshot.released_at is None or snapshot.released_on is None:
        raise LookupError("Only what was released stands in a feed.")
    entry = snapshot.entry
    page = f"{site}{href(entry, 'progress')}"
    happened = "Progress withdrawn" if snapshot.withdrawn_at else "Progress published"
    told = snapshot.withdrawn_because or say("As at {day}.", day=date_in_words(snapshot.as_of))
    return FeedEntry(
        address=f"{page}#snapshot-{snapshot.number}",
        title=xml_text(f"{happened}: {entry.title}"),
        summary=xml_text(told),
        author=xml_text(entry.body_name),
        published_at=snapshot.released_at,
        updated_at=snapshot.withdrawn_at or snapshot.released_at,
        page=f"{page}?{urlencode({'as_at': snapshot.released_on.isoformat()})}",
    )


def progress_link(entry: PublicInspection, snapshot: PublicProgress) -> dict[str, str]:
    """The way from the page of an inspection to its progress."""
    return {
        "href": href(entry, "progress"),
        "text": say(
            "What became of the recommendations, as at {day}", day=date_in_words(snapshot.as_of)
        ),
    }


def _counts(told: ProgressFacts) -> Iterator[str]:
    """What the snapshot comes to, a sentence each."""
    count = len(told.recommendations)
    yield say_count("{count} recommendation", "{count} recommendations", count)
    followed = len(told.commitments)
    yield say_count(
        "{count} commitment of organisations", "{count} commitments of organisations", followed
    )
    yield say("{closed} closed on evidence", closed=told.closed)
    yield say("{late} missed the original date", late=told.late)
    yield say("{moved} moved to another date at least once", moved=told.moved)


def _recommendation(one: PublicRecommendation) -> ShownRecommendation:
    return ShownRecommendation(
        heading=_heading(one),
        text=one.text,
        commitments=tuple(_commitment(each) for each in one.commitments),
    )


def _heading(one: PublicRecommendation) -> str:
    return f"{one.kind} {one.number}".strip()


def _commitment(one: PublicCommitment) -> ShownCommitment:
    tag, classes = _tag(one)
    return ShownCommitment(
        organisation=one.organisation,
        limb=one.limb,
        summary=one.summary,
        words=one.words,
        tag=tag,
        tag_classes=classes,
        timeliness=one.timeliness,
        rows=[{"key": {"text": key}, "value": {"text": value}} for key, value in _facts(one)],
        moves=_moves(one),
    )


def _tag(one: PublicCommitment) -> tuple[str, str]:
    if one.is_late:
        return say("Late"), "govuk-tag--red"
    if one.closed_on is not None:
        return say("Closed"), "govuk-tag--green"
    return (
        (say("Date moved"), "govuk-tag--yellow")
        if one.was_moved
        else (say("Open"), "govuk-tag--blue")
    )


def _facts(one: PublicCommitment) -> Iterator[tuple[str, str]]:
    original = date_in_words(one.original_on) if one.original_on else say("None was set")
    if one.original_on:
        original = say("{day} ({whose})", day=original, whose=one.whose.lower())
    yield say("Original date"), original
    if one.was_moved and one.target_on:
        yield say("Date worked to now"), date_in_words(one.target_on)
    yield say("Against the original date"), one.timeliness
    yield say("{organisation} says", organisation=one.organisation), _said(one.own_view)
    yield say("The policing body’s assurance"), _said(one.assurance)
    yield say("The inspectorate says"), _said(one.inspectorate)
    if one.closed_on:
        yield say("Closed by the policing body"), date_in_words(one.closed_on)


def _said(view: PublicView) -> str:
    if not view.words:
        return say("Nothing yet")
    return (
        say("{words} (since {day})", words=view.words, day=date_in_words(view.on))
        if view.on
        else view.words
    )


def _moves(one: PublicCommitment) -> tuple[str, ...]:
    return tuple(
        say(
            "Moved from {day} to {day2} on {day3}: {reason}",
            day=date_in_words(move.before_on),
            day2=date_in_words(move.after_on),
            day3=date_in_words(move.told_on),
            reason=move.reason,
        )
        for move in one.moves
    )


def _withdrawn(snapshot: PublicProgress) -> str:
    if snapshot.withdrawn_at is None:
        return ""
    return say(
        "Withdrawn on {day}. {withdrawn_because}",
        day=date_in_words(snapshot.withdrawn_at),
        withdrawn_because=snapshot.withdrawn_because,
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
