"""What victims told, as the public reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from answerable_site.design.dates import date_in_words, moment_in_words
from answerable_site.publication.rules import FeedbackFacts

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
        asked=f"{date_in_words(told.asked_from)} to {date_in_words(told.asked_until)}",
        as_of=date_in_words(told.as_of),
        released=moment_in_words(feedback.released_at) if feedback.released_at else "",
        prepared=f"{feedback.prepared_by.full_name}, {moment_in_words(feedback.prepared_at)}"
        if feedback.released_at is None
        else "",
        withdrawn=f"Withdrawn on {date_in_words(feedback.withdrawn_at)}. "
        f"{feedback.withdrawn_because}"
        if feedback.withdrawn_at
        else "",
        content_hash=feedback.content_hash,
        facts=told,
    )
