"""What victims told, as the public reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable.languages import say
from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.presenters.feed import FeedEntry
from answerable_site.publication.rules import FeedbackFacts, xml_text

if TYPE_CHECKING:
    from answerable_site.publication.models import PublicFeedback


@dataclass(frozen=True, slots=True)
class ShownFeedback:
    """One edition of what victims told and what changed."""

    feedback_id: int
    number: int
    title: str
    stage: str
    body_name: str
    href: str
    asked: str
    """From when to when people were asked."""
    as_of: str
    released: str
    """When; empty while it waits."""
    prepared: str
    """By whom and when; for publishers only."""
    withdrawn: str
    """When and why; empty unless it was withdrawn."""
    content_hash: str
    facts: FeedbackFacts


def feedback_entry(feedback: PublicFeedback, *, site: str) -> FeedEntry:
    """What victims told, as the feed tells of it.

    Args:
        site: the public address of the site, without a slash at its end.
    """
    if feedback.released_at is None:
        raise LookupError("Only what was released stands in a feed.")
    happened = "Withdrawn" if feedback.withdrawn_at else "What victims told and what changed"
    return FeedEntry(
        address=f"{site}{feedback.path}#edition-{feedback.number}",
        title=xml_text(f"{happened}: {feedback.told.title}"),
        summary=xml_text(feedback.withdrawn_because or f"As of {date_in_words(feedback.as_of)}."),
        author=xml_text(feedback.body_name),
        published_at=feedback.released_at,
        updated_at=feedback.withdrawn_at or feedback.released_at,
        page=f"{site}{feedback.path}",
    )


def shown_feedback(feedback: PublicFeedback) -> ShownFeedback:
    """One edition."""
    told = feedback.told
    return ShownFeedback(
        feedback_id=feedback.pk,
        number=feedback.number,
        title=told.title,
        stage=told.stage,
        body_name=feedback.body_name,
        href=feedback.path,
        asked=say(
            "{day} to {day2}",
            day=date_in_words(told.asked_from),
            day2=date_in_words(told.asked_until),
        ),
        as_of=date_in_words(told.as_of),
        released=moment_in_words(feedback.released_at) if feedback.released_at else "",
        prepared=f"{feedback.prepared_by.full_name}, {moment_in_words(feedback.prepared_at)}"
        if feedback.released_at is None
        else "",
        withdrawn=say(
            "Withdrawn on {day}. {withdrawn_because}",
            day=date_in_words(feedback.withdrawn_at),
            withdrawn_because=feedback.withdrawn_because,
        )
        if feedback.withdrawn_at
        else "",
        content_hash=feedback.content_hash,
        facts=told,
    )
