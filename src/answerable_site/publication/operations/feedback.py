"""What victims told: prepared by one person, released by another, withdrawn."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from answerable.statute import civil_date
from answerable_site.audit.operations import record
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.publication import access, queries, rules
from answerable_site.publication.models import PublicFeedback
from answerable_site.publication.operations.scanning import _check_no_leak


class FeedbackReleased(ValueError):
    """It is public, or was."""


class FeedbackOutdated(ValueError):
    """A later one was prepared at the same address meanwhile."""


class FeedbackNotPublic(ValueError):
    """It is not public, or is withdrawn already."""


class FeedbackAhead(ValueError):
    """It would tell how things stand on a day to come."""


@transaction.atomic
def prepare_feedback(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    facts: rules.FeedbackFacts,
    before: PublicFeedback | None,
) -> PublicFeedback:
    """Prepare what the public is to read of what victims told; another person releases it.

    Args:
        before: what was prepared before of the same round; it gives the address. None for the
            first.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        FeedbackAhead: the facts are of a day to come.
    """
    access.check_can_prepare(by, body.pk)
    if facts.as_of > civil_date(at):
        raise FeedbackAhead("Choose today or a day in the past.")
    body_slug = before.body_slug if before else body.slug
    slug = before.slug if before else _free_slug(body.slug, facts)
    there = PublicFeedback.objects.select_for_update().filter(body_slug=body_slug, slug=slug)
    prepared = PublicFeedback.objects.create(
        body=before.body if before else body,
        body_slug=body_slug,
        body_name=body.name,
        slug=slug,
        passed_to=before.passed_to if before else None,
        number=len(there) + 1,
        facts=facts.as_json(),
        content_hash=facts.content_hash(),
        prepared_at=at,
        prepared_by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="publication.prepare_feedback",
        subject=f"publication.publicfeedback:{prepared.pk}",
        details={"content_hash": prepared.content_hash},
    )
    return prepared


@transaction.atomic
def release_feedback(*, by: Viewer, at: datetime, feedback: PublicFeedback) -> PublicFeedback:
    """Make it public; it takes the place of the one before at the same address.

    Raises:
        access.Refused: the viewer is no publisher of the body, or no second person beside the one
            who prepared it.
        FeedbackReleased: it is public already.
        FeedbackOutdated: a later one was prepared.
        WouldLeak: it says or holds something that has no place in public.
    """
    held = _locked(feedback)
    access.check_can_release_feedback(by, held)
    if held.released_at:
        raise FeedbackReleased("This is public already.")
    later = PublicFeedback.objects.filter(
        body_slug=held.body_slug, slug=held.slug, number__gt=held.number
    )
    if later.exists():
        raise FeedbackOutdated("A later one was prepared. Release that one.")
    _check_no_leak([queries.feedback_piece(held)], by=by)
    held.released_at, held.released_by_id = at, signed_in(by)
    held.save(update_fields=["released_at", "released_by"])
    record(
        by=by,
        at=at,
        act="publication.release_feedback",
        subject=f"publication.publicfeedback:{held.pk}",
        details={"content_hash": held.content_hash},
    )
    return held


@transaction.atomic
def withdraw_feedback(
    *, by: Viewer, at: datetime, feedback: PublicFeedback, reason: str
) -> PublicFeedback:
    """Take it back. Its page says when and why.

    Raises:
        access.Refused: the viewer is no publisher of the body.
        ReasonMissing: the reason is empty.
        FeedbackNotPublic: it is not public, or was withdrawn before.
    """
    held = _locked(feedback)
    access.check_can_publish(by, held.keeping_body_id)
    because = rules.reason(reason, "Say why this is withdrawn.")
    if held.released_at is None or held.withdrawn_at is not None:
        raise FeedbackNotPublic("This is not public.")
    held.withdrawn_at, held.withdrawn_by_id = at, signed_in(by)
    held.withdrawn_because = because
    held.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    record(
        by=by,
        at=at,
        act="publication.withdraw_feedback",
        subject=f"publication.publicfeedback:{held.pk}",
    )
    return held


def _locked(feedback: PublicFeedback) -> PublicFeedback:
    return PublicFeedback.objects.select_for_update().get(pk=feedback.pk)


def _free_slug(body_slug: str, facts: rules.FeedbackFacts) -> str:
    wanted = f"{facts.asked_until.isoformat()}-{slugify(facts.title)}"[:100].strip("-")
    taken = PublicFeedback.objects.filter(body_slug=body_slug)
    return rules.free_slug(wanted, is_taken=lambda slug: taken.filter(slug=slug).exists())
