"""What happened to a response, as a timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.responses.presenters.texts import saved_text
from answerable_site.responses.queries import History

if TYPE_CHECKING:
    from answerable_site.people.models import User
    from answerable_site.publication.models import PublicResponse
    from answerable_site.responses.queries.histories import Text


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One thing that somebody did."""

    at: datetime
    title: str
    by: str
    said: tuple[str, ...] = ()
    """What it came to, a sentence each."""
    text: str = ""
    comparison: tuple[str, int, int] | None = None
    """What to compare it with: kind, the one before, this one."""


def shown_events(history: History) -> tuple[ShownEvent, ...]:
    """Everything that happened, latest first."""
    latest_step_first = reversed(tuple(_events(history)))
    return tuple(sorted(latest_step_first, key=lambda event: event.at, reverse=True))


def _events(history: History) -> Iterator[ShownEvent]:
    for invited in history.invitations:
        dates = (
            f"Invited on {date_in_words(invited.invited_on)}; comments wanted by "
            f"{date_in_words(invited.comments_wanted_by)}."
        )
        title = "Invitation to the chief officer recorded"
        yield _event(invited.recorded_at, title, invited.recorded_by, dates)
    for text in history.texts:
        yield _written(text)
    for before, prepared in zip((None, *history.preparations), history.preparations, strict=False):
        yield ShownEvent(
            at=prepared.prepared_at,
            title="Prepared for signature",
            by=prepared.prepared_by.full_name,
            said=(f"Content hash of the unsigned document: {prepared.content_hash}",),
            comparison=("prepared", before.pk, prepared.pk) if before else None,
        )
    for voided in history.voidings:
        title = "What was prepared or signed no longer counts"
        yield _event(voided.voided_at, title, voided.voided_by, voided.because)
    for signed in history.signatures:
        yield _event(
            signed.signed_at,
            f"Signed as {signed.signed_as}",
            signed.signed_by,
            f"Content hash of the signed document: {signed.content_hash}",
        )
    for published in history.published:
        yield from _published(published)


def _event(at: datetime, title: str, by: User, *said: str) -> ShownEvent:
    return ShownEvent(at=at, title=title, by=by.full_name, said=said)


def _written(text: Text) -> ShownEvent:
    saved = saved_text(text)
    return ShownEvent(
        at=text.written_at,
        title=f"{_TITLES[type(text).__name__]}{_number(text)}, version {text.version}",
        by=text.written_by.full_name,
        said=saved.said,
        text=text.text,
        comparison=(_kind(text), text.version - 1, text.version) if text.version > 1 else None,
    )


def _kind(text: Text) -> str:
    finding = getattr(text, "recommendation_id", None)
    kind = _KINDS[type(text).__name__]
    return f"{kind}-{finding}" if finding else kind


_KINDS = {
    "BodyComments": "own_comments",
    "ChiefOfficerComments": "chief_officer",
    "Explanation": "explanation",
    "Reply": "reply",
}
"""The texts as addresses of comparisons name them."""


_TITLES = {
    "BodyComments": "Own comments",
    "ChiefOfficerComments": "Chief officer’s comments",
    "Explanation": "Explanation",
    "Reply": "Reply to the chief officer",
}


def _number(text: Text) -> str:
    finding = getattr(text, "recommendation", None)
    if finding is None:
        return ""
    kind = finding.kind.replace("_", " ")
    return f" of {kind} {finding.number}" if finding.number else f" of the {kind} without a number"


def _published(published: PublicResponse) -> Iterator[ShownEvent]:
    version = published.version
    yield ShownEvent(
        at=published.published_at,
        title=f"Published as version {version}",
        by=published.published_by.full_name,
        comparison=("published", version - 1, version) if version > 1 else None,
    )
    if published.withdrawn_at and published.withdrawn_by:
        yield _event(
            published.withdrawn_at,
            f"Version {published.version} withdrawn",
            published.withdrawn_by,
            published.withdrawn_because,
        )
