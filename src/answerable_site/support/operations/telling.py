"""What was found in a survey, and handing it to the press."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup.models import Commitment
from answerable_site.people.access import signed_in
from answerable_site.people.rules import Viewer
from answerable_site.publication import operations as press
from answerable_site.publication.models import PublicFeedback
from answerable_site.register.models import Recommendation
from answerable_site.support import access, queries
from answerable_site.support.models import Finding, HandedOver, Quote, Survey
from answerable_site.support.rules import (
    SurveyState,
    TellingRefused,
    check_finding,
    check_numbers,
)


@dataclass(frozen=True, slots=True)
class NewFinding:
    """What victims told on one matter, and what changed."""

    words: str
    recommendation: Recommendation | None = None
    commitments: Collection[Commitment] = ()
    nothing_yet: str = ""
    quotes: Collection[Quote] = ()


@transaction.atomic
def add_finding(*, by: Viewer, at: datetime, survey: Survey, new: NewFinding) -> Finding:
    """Write down what victims told on one matter.

    Numbers in it must be those of figures that may be shown.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        TellingRefused: the survey is not closed, something is missing, a quote is not approved, or
            a number stands in no figure.
        answerable.disclosure.protect.NotSafe: nothing of the survey may be shown.
    """
    held = _closed(survey, by)
    check_finding(new.words, has_changes=bool(new.commitments), nothing_yet=new.nothing_yet)
    approved = set(queries.approved_quotes(held).values_list("pk", flat=True))
    if any(quote.pk not in approved for quote in new.quotes):
        raise TellingRefused("Quote only what both coders found safe")
    shown = queries.shown_numbers(queries.figures_of(held))
    numbers = [one.number for one in queries.recommendations_of(held)]
    for words in (new.words, new.nothing_yet):
        check_numbers(words, shown, also=numbers)
    finding = Finding.objects.create(
        survey=held,
        words=new.words.strip(),
        recommendation=new.recommendation,
        nothing_yet=new.nothing_yet.strip(),
        at=at,
        by_id=signed_in(by),
    )
    finding.commitments.set(new.commitments)
    finding.quotes.set(new.quotes)
    record(
        by=by,
        at=at,
        act="support.add_finding",
        subject=held.subject,
        details={"finding": finding.pk},
    )
    return finding


@transaction.atomic
def drop_finding(*, by: Viewer, at: datetime, finding: Finding) -> Finding:
    """Leave a finding out of what is told from now on. What was released stays as it is.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        TellingRefused: it was dropped already.
    """
    held = (
        Finding.objects.select_for_update(of=("self",)).select_related("survey").get(pk=finding.pk)
    )
    access.check_can_keep(by, held.survey.body_id)
    if held.dropped_at is not None:
        raise TellingRefused("It was dropped already.")
    held.dropped_at, held.dropped_by_id = at, signed_in(by)
    held.save(update_fields=["dropped_at", "dropped_by"])
    record(
        by=by,
        at=at,
        act="support.drop_finding",
        subject=held.survey.subject,
        details={"finding": held.pk},
    )
    return held


@transaction.atomic
def hand_over(*, by: Viewer, at: datetime, today: date, survey: Survey) -> PublicFeedback:
    """Hand what victims told and what changed to the press, where a publisher releases it.

    Args:
        today: the civil date as of which it is told what changed.

    Raises:
        access.Refused: the viewer keeps no surveys of the body.
        TellingRefused: the survey is not closed, nothing was found, or the coding is not settled.
        answerable.disclosure.protect.NotSafe: nothing of the survey may be shown.
    """
    held = _closed(survey, by)
    if not queries.findings_of(held).exists():
        raise TellingRefused("Write first what victims told you, and what changed.")
    progress = queries.coding_progress(held)
    if progress.passages and not progress.is_settled:
        raise TellingRefused("Two people have to code what was written first, and to settle it.")
    whole = queries.surveys_kept_by(by).get(pk=held.pk)
    feedback = press.prepare_feedback(
        by=by,
        at=at,
        body=held.body,
        facts=queries.feedback_facts(whole, queries.figures_of(held), on=today),
        before=queries.handed_over_before(held),
    )
    HandedOver.objects.create(survey=held, feedback=feedback, at=at, by_id=signed_in(by))
    record(
        by=by,
        at=at,
        act="support.hand_over",
        subject=held.subject,
        details={"feedback": feedback.pk, "content_hash": feedback.content_hash},
    )
    return feedback


def _closed(survey: Survey, by: Viewer) -> Survey:
    held = Survey.objects.select_for_update(of=("self",)).select_related("body").get(pk=survey.pk)
    access.check_can_keep(by, held.body_id)
    if held.state != SurveyState.CLOSED:
        raise TellingRefused("Nothing is told before the survey is closed.")
    return held
