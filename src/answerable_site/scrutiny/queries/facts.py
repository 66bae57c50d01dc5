"""The facts of a pack, as they stand on a day: read in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeAlias

from django.conf import settings
from django.urls import reverse

from answerable.disclosure.policy import PUBLIC
from answerable.measures.definitions import DEFINITIONS
from answerable.statute import civil_date
from answerable_site.design.dates import date_in_words
from answerable_site.figures.queries.standing import standing_figures
from answerable_site.figures.rules import Recommended, Standing, measures_serving, told_measure
from answerable_site.followup import queries as followup
from answerable_site.followup import rules as promises
from answerable_site.followup.models import Action, Commitment
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicFeedback
from answerable_site.publication.queries import findings_by_recommendation
from answerable_site.publication.rules import FeedbackFinding
from answerable_site.register.models import Recommendation
from answerable_site.register.rules import RecommendationKind
from answerable_site.scrutiny import rules
from answerable_site.scrutiny.models import AgendaItem, Decision, Meeting, Question
from answerable_site.scrutiny.queries.meetings import items_of, meetings_visible_to

Told: TypeAlias = dict[int, list[tuple[PublicFeedback, FeedbackFinding]]]
"""What is public of what victims told, by recommendation."""


def facts_of(viewer: Viewer, meeting: Meeting, *, on: date) -> rules.PackFacts:
    """Everything that the pack of a meeting is made from, in the order of its agenda.

    Args:
        on: the civil date (Europe/London) of the freeze; what is late is late on it.
    """
    items = list(items_of(meeting))
    commitments = {
        one.pk: one
        for one in followup.whole_commitments(viewer)
        .filter(pk__in=[item.commitment_id for item in items if item.commitment_id])
        .prefetch_related("recommendation__limbs")
    }
    earlier = _earlier(viewer, meeting, commitments)
    standing = _standing(viewer, meeting, commitments.values())
    heard = findings_by_recommendation()
    return rules.PackFacts(
        body=meeting.body.name,
        title=meeting.title,
        kind=rules.MeetingKind(meeting.kind).label,
        openness=rules.Openness(meeting.openness).label,
        on=meeting.on,
        place=meeting.place,
        frozen_on=on,
        items=tuple(_item(item, commitments, earlier, standing, heard, on) for item in items),
    )


def called(recommendation: Recommendation) -> str:
    """What a recommendation is called, such as "Recommendation 3"."""
    kind = RecommendationKind(recommendation.kind).label
    return f"{kind} {recommendation.number}".strip()


def _item(
    item: AgendaItem,
    commitments: dict[int, Commitment],
    earlier: dict[int, list[rules.Earlier]],
    standing: dict[str, Standing],
    heard: Told,
    on: date,
) -> rules.ItemFacts:
    commitment = commitments.get(item.commitment_id) if item.commitment_id else None
    return rules.ItemFacts(
        item_id=item.pk,
        title=item.title,
        why=item.why,
        is_public=item.is_public,
        commitment=_commitment(commitment, earlier, standing, heard, on) if commitment else None,
    )


def _commitment(
    commitment: Commitment,
    earlier: dict[int, list[rules.Earlier]],
    standing: dict[str, Standing],
    heard: Told,
    on: date,
) -> rules.CommitmentFacts:
    recommendation = commitment.recommendation
    measures = _measures(commitment)
    limbs = [commitment.limb] if commitment.limb else list(recommendation.limbs.all())
    points = "".join(f"\n- {_point(one.label)}{one.text}" for one in limbs)
    return rules.CommitmentFacts(
        report=recommendation.inspection.title,
        report_on=recommendation.published_on,
        recommendation=called(recommendation),
        text=f"{recommendation.text}\n{points}",
        organisation=commitment.organisation.name,
        summary=commitment.summary,
        promise=commitment.promise,
        own_view=_view(followup.own_view_of(commitment)),
        assurance=_view(followup.assurance_of(commitment)),
        inspectorate=_view(followup.inspectorate_of(commitment)),
        original_on=commitment.original_on,
        target_on=commitment.target_on,
        standing=promises.in_words(commitment.dates, on=on),
        is_late=promises.timeliness(commitment.dates, on=on).is_late,
        moves=tuple(
            rules.Move(
                on=row.on,
                whose=promises.Whose(row.whose).label,
                reason=row.reason,
                set_on=_day(row.at),
                set_by=row.by.full_name,
            )
            for row in commitment.targets.all()
        ),
        proofs=_proofs(commitment),
        steps=tuple(_step(action, on) for action in commitment.actions.all()),
        dangers=tuple(
            rules.Danger(row.words, promises.RiskRating(row.rating).label, row.mitigation)
            for row in commitment.risks.all()
            if row.ended_at is None
        ),
        earlier=tuple(earlier.get(commitment.pk, ())),
        told_the_public=_told(commitment),
        measured=tuple(_measured(standing[name]) for name in measures if name in standing),
        unmeasured=tuple(DEFINITIONS[name].title for name in measures if name not in standing),
        heard=tuple(_heard(*one) for one in heard.get(recommendation.pk, ())),
    )


def _measures(commitment: Commitment) -> tuple[str, ...]:
    """The measures that serve what a commitment is about."""
    recommendation = commitment.recommendation
    inspection = recommendation.inspection
    return measures_serving(
        Recommended(
            recommendation.number, recommendation.published_on, tuple(inspection.inspectorates)
        ),
        handed=(row.measure for row in commitment.evidence.all()),
    )


def _standing(
    viewer: Viewer, meeting: Meeting, commitments: Iterable[Commitment]
) -> dict[str, Standing]:
    """What was released last of all their measures. At a meeting that the public may follow, that
    is what is for everybody."""
    force, closed = meeting.body.force_id, meeting.openness == rules.Openness.CLOSED
    if force is None:
        return {}
    return standing_figures(
        viewer,
        force_id=force,
        measures={name for one in commitments for name in _measures(one)},
        profiles=None if closed else (PUBLIC,),
    )


def _measured(standing: Standing) -> rules.Measured:
    told = told_measure(standing)
    return rules.Measured(
        title=told.title,
        share=told.share,
        sentence=told.sentence,
        as_of=told.as_of,
        trend=told.trend,
        signal=told.signal,
        marking=told.marking,
        address=f"{settings.PUBLIC_ADDRESS}{reverse('figures:released', args=[told.released_id])}",
        released_id=told.released_id,
        is_invented=told.is_invented,
    )


def _heard(feedback: PublicFeedback, finding: FeedbackFinding) -> rules.Heard:
    return rules.Heard(
        title=f"{feedback.told.title}, {feedback.body_name}",
        words=finding.words,
        as_of=feedback.as_of,
        address=f"{settings.PUBLIC_ADDRESS}{feedback.path}",
    )


def _point(label: str) -> str:
    return f"({label}) " if label else ""


def _view(stated: followup.Stated) -> rules.View:
    return rules.View(stated.state, stated.on, stated.words)


def _proofs(commitment: Commitment) -> tuple[rules.Proof, ...]:
    found = []
    for row in commitment.evidence.all():
        judgements = list(row.judgements.all())
        latest = judgements[-1] if judgements else None
        found.append(
            rules.Proof(
                title=row.title,
                kind=promises.EvidenceKind(row.kind).label,
                on=row.on,
                judged=latest.is_sufficient if latest else None,
                judged_words=latest.words if latest else "",
            )
        )
    return tuple(found)


def _step(action: Action, on: date) -> rules.Step:
    return rules.Step(
        title=action.title,
        state=promises.ActionState(action.state).label,
        owner=action.owner.full_name if action.owner else "",
        original_on=action.original_on,
        target_on=action.target_on,
        moved=action.revisions,
        standing=promises.in_words(action.dates, on=on),
    )


def _told(commitment: Commitment) -> str:
    approved = [row for row in commitment.public_wordings.all() if row.approved_at]
    return approved[-1].words if approved else ""


def _earlier(
    viewer: Viewer, meeting: Meeting, commitments: Iterable[int]
) -> dict[int, list[rules.Earlier]]:
    """What was asked and decided at earlier meetings about each commitment, oldest first."""
    before = meetings_visible_to(viewer).filter(body=meeting.body_id, on__lt=meeting.on)
    about = {"item__commitment__in": list(commitments), "meeting__in": before}
    found: dict[int, list[rules.Earlier]] = defaultdict(list)
    questions = Question.objects.filter(**about).select_related("item", "meeting")
    for question in questions.prefetch_related("answers").order_by("meeting__on", "pk"):
        answers = [f"{one.answered_by}: {one.words}" for one in question.answers.all()]
        found[_commitment_of(question)].append(
            rules.Earlier(
                meeting=question.meeting.title,
                on=question.meeting.on,
                said=f"{question.asked_by} asked: {question.words}",
                became=" ".join(answers) or _not_answered(question.answer_due_on),
                is_public=_was_public(question),
            )
        )
    decisions = Decision.objects.filter(**about).select_related("item", "meeting", "action")
    for decision in decisions.order_by("meeting__on", "pk"):
        found[_commitment_of(decision)].append(
            rules.Earlier(
                meeting=decision.meeting.title,
                on=decision.meeting.on,
                said=f"It was decided: {decision.words}",
                became=_became(decision),
                is_public=_was_public(decision),
            )
        )
    return found


def _commitment_of(said: Question | Decision) -> int:
    return (said.item.commitment_id if said.item else None) or 0


def _was_public(said: Question | Decision) -> bool:
    closed = said.meeting.openness == rules.Openness.CLOSED
    return said.is_public and not closed and said.item is not None and said.item.is_public


def _not_answered(due_on: date | None) -> str:
    due = f" An answer in writing was due by {date_in_words(due_on)}." if due_on else ""
    return f"Not answered.{due}"


def _became(decision: Decision) -> str:
    if decision.action is None:
        return ""
    state = promises.ActionState(decision.action.state)
    return f"The action “{decision.action.title}” is now: {state.label.lower()}."


def _day(moment: datetime) -> date:
    return civil_date(moment)
