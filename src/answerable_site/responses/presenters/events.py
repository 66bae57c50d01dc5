"""What happened to a response, as a timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words
from answerable_site.responses.presenters.dispatches import TITLES, evidence_lines
from answerable_site.responses.presenters.texts import saved_text
from answerable_site.responses.queries import History
from answerable_site.responses.rules.binding import RULES
from answerable_site.responses.rules.words import BindingGround, Channel, Purpose

if TYPE_CHECKING:
    from answerable_site.people.models import User
    from answerable_site.publication.models import PublicResponse
    from answerable_site.responses.models import Dispatch
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
    yield from _decided(history)
    for before, prepared in zip((None, *history.preparations), history.preparations, strict=False):
        yield ShownEvent(
            at=prepared.prepared_at,
            title="Prepared for signature",
            by=prepared.prepared_by.full_name,
            said=(f"Content hash of the unsigned document: {prepared.content_hash}",),
            comparison=("prepared", before.pk, prepared.pk) if before else None,
        )
    for approved in history.approvals:
        yield _event(
            approved.approved_at,
            f"Approved: {approved.step.title}",
            approved.approved_by,
            f"Content hash of the unsigned document: {approved.content_hash}",
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
    for passed in history.hand_overs:
        title = f"Passed from {passed.from_body.name} to {passed.to_body.name}"
        since = f"Their first day is {date_in_words(passed.handed_over_on)}."
        yield _event(passed.recorded_at, title, passed.recorded_by, since)
    for published in history.published:
        yield from _published(published)
    for dispatch in history.dispatches:
        yield _dispatched(dispatch)


def _dispatched(dispatch: Dispatch) -> ShownEvent:
    how = "put on its way" if dispatch.channel == Channel.FROM_HERE else "recorded as sent"
    version = f", version {dispatch.public_version.version}" if dispatch.public_version else ""
    return _event(
        dispatch.recorded_at,
        f"{TITLES[Purpose(dispatch.purpose)]}{version}: {how}",
        dispatch.recorded_by,
        *evidence_lines(dispatch, at=dispatch.recorded_at),
    )


def _decided(history: History) -> Iterator[ShownEvent]:
    for decision in history.binding_decisions:
        yield _event(
            decision.decided_at,
            "Duty decided",
            decision.decided_by,
            RULES[BindingGround(decision.ground)].label,
            decision.reason,
        )
    for excluded in history.exclusions:
        yield _event(
            excluded.decided_at,
            "A passage was left out",
            excluded.decided_by,
            excluded.public_reason,
        )
        if excluded.lifted_at and excluded.lifted_by:
            yield _event(
                excluded.lifted_at,
                "A passage that was left out is published after all",
                excluded.lifted_by,
                excluded.lifted_because,
            )
    for revision in history.revisions:
        yield _event(
            revision.begun_at, "A further version was begun", revision.begun_by, revision.reason
        )
        if revision.given_up_at and revision.given_up_by:
            yield _event(
                revision.given_up_at, "The further version was given up", revision.given_up_by
            )


def _event(at: datetime, title: str, by: User, *said: str) -> ShownEvent:
    return ShownEvent(at=at, title=title, by=by.full_name, said=said)


def _written(text: Text) -> ShownEvent:
    saved = saved_text(text)
    return ShownEvent(
        at=text.written_at,
        title=f"{_TITLES[type(text).__name__]}{_number(text)}, version {text.version}",
        by=text.written_by.full_name,
        said=saved.said,
        text=saved.in_both,
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
