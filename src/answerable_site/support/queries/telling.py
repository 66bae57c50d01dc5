"""What is told of a survey: findings, what changed, and all of it as facts for the press."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Prefetch, QuerySet

from answerable.disclosure.gate import Shown, count
from answerable.disclosure.rounding import whole_percent
from answerable.disclosure.table import ALL
from answerable.surveys.bias import Lean
from answerable.surveys.groups import GROUPS, Channel
from answerable.surveys.themes import BOOKS
from answerable_site.followup import rules as promises
from answerable_site.followup.models import Commitment, PublicWording
from answerable_site.followup.queries import commitments_visible_to
from answerable_site.people.rules import Viewer
from answerable_site.publication.models import PublicFeedback
from answerable_site.publication.rules import (
    Changed,
    FeedbackFacts,
    FeedbackFinding,
    FeedbackTable,
)
from answerable_site.register.models import Recommendation
from answerable_site.register.rules import RecommendationKind
from answerable_site.support.access import kept_by
from answerable_site.support.models import Finding, HandedOver, Survey
from answerable_site.support.queries.coding import whole_agreement
from answerable_site.support.queries.figures import ANSWERED, SurveyFigures
from answerable_site.support.queries.surveys import instrument_of
from answerable_site.support.rules import heard_in_words, method_in_words


def findings_visible_to(viewer: Viewer) -> QuerySet[Finding]:
    """Findings of surveys that a viewer keeps, without those that were dropped."""
    return Finding.objects.filter(
        survey__body__in=kept_by(viewer), dropped_at__isnull=True
    ).select_related("survey__body", "recommendation__inspection")


def findings_of(survey: Survey) -> QuerySet[Finding]:
    """The findings of a survey that stand, in the order in which they were written."""
    wordings = PublicWording.objects.filter(approved_at__isnull=False).order_by("-at", "-pk")
    commitments = (
        Commitment.objects.select_related("organisation")
        .defer("organisation__logo")
        .prefetch_related(Prefetch("public_wordings", wordings))
        .order_by("organisation__name", "pk")
    )
    return (
        Finding.objects.filter(survey=survey, dropped_at__isnull=True)
        .select_related("recommendation__inspection")
        .prefetch_related(Prefetch("commitments", commitments), "quotes")
        .order_by("at", "pk")
    )


def commitments_to_choose(viewer: Viewer, survey: Survey) -> QuerySet[Commitment]:
    """What is done about the recommendations of a survey, for its body."""
    return (
        commitments_visible_to(viewer)
        .filter(recommendation__in=survey.recommendations.all(), body=survey.body_id)
        .select_related("organisation", "recommendation")
        .defer("organisation__logo")
        .order_by("recommendation__position", "organisation__name", "pk")
    )


def recommendations_of(survey: Survey) -> QuerySet[Recommendation]:
    """The recommendations to which a survey speaks."""
    return survey.recommendations.select_related("inspection").order_by(
        "inspection__published_on", "inspection_id", "position"
    )


def called(recommendation: Recommendation) -> str:
    """Such as "Recommendation 6 of “A joint thematic inspection”"."""
    kind = RecommendationKind(recommendation.kind).label
    number = f"{kind} {recommendation.number}".strip()
    return f"{number} of “{recommendation.inspection.title}”"


def handed_over_before(survey: Survey) -> PublicFeedback | None:
    """What was handed to the press last of a survey; None where nothing was."""
    last = (
        HandedOver.objects.filter(survey=survey).select_related("feedback").order_by("-at", "-pk")
    )
    found = last.first()
    return found.feedback if found else None


def shown_numbers(figures: SurveyFigures) -> list[Shown]:
    """Every number of a survey that may be shown."""
    tables = [*figures.answers.values(), figures.channels]
    tables += [one.answered for one in figures.groups]
    tables += [one.asked for one in figures.groups if one.asked]
    tables += [figures.themes] if figures.themes else []
    shown = [count(table, labels) for table in tables for labels in table.shown]
    return [figures.response, *shown]


def feedback_facts(survey: Survey, figures: SurveyFigures, *, on: date) -> FeedbackFacts:
    """All that the public may read of a survey, with what changed as it stands on a day.

    Args:
        survey: with its `closes_on`.
        on: the civil date of the facts, today.
    """
    asked = instrument_of(survey)
    return FeedbackFacts(
        as_of=on,
        title=survey.title,
        stage=asked.stage.label,
        asked_from=survey.opens_on,
        asked_until=survey.closes_on,  # type: ignore[attr-defined]
        heard=heard_in_words(
            figures.asked, figures.everybody, figures.response, _leans(figures), figures.policy
        ),
        findings=tuple(_finding(one, on) for one in findings_of(survey)),
        answers=tuple(_answers(survey, figures)),
        bias=tuple(_bias(figures)),
        method=method_in_words(
            coders=figures.themes is not None, agreement=agreement_in_words(survey)
        ),
    )


def agreement_in_words(survey: Survey) -> str:
    """The share of passages that both coders saw alike; empty where nothing was coded."""
    share = whole_agreement(survey).share
    return "" if share is None else f"{whole_percent(float(share))}%"


def _leans(figures: SurveyFigures) -> Iterator[tuple[str, str, Lean]]:
    for one in figures.groups:
        for group, label in GROUPS[one.characteristic].items():
            yield one.characteristic.label, label, one.leaning(group)


def _finding(finding: Finding, on: date) -> FeedbackFinding:
    return FeedbackFinding(
        words=finding.words,
        quotes=tuple(one.words for one in finding.quotes.all() if one.approved_at),
        recommendation=called(finding.recommendation) if finding.recommendation else "",
        recommendation_id=finding.recommendation_id,
        changes=tuple(_changed(one, on) for one in finding.commitments.all()),
        nothing_yet=finding.nothing_yet,
    )


def _changed(commitment: Commitment, on: date) -> Changed:
    wordings = list(commitment.public_wordings.all())
    return Changed(
        organisation=commitment.organisation.name,
        summary=commitment.summary,
        words=wordings[0].words if wordings else "",
        standing=promises.in_words(commitment.dates, on=on),
    )


def _answers(survey: Survey, figures: SurveyFigures) -> Iterator[FeedbackTable]:
    for question in instrument_of(survey).choices:
        rows = {one.label: [(one.key,)] for one in question.options}
        table = figures.answers[question.key]
        yield FeedbackTable.of(
            question.text, ("Answer", "People"), table, {**rows, "All who answered it": [(ALL,)]}
        )
    if figures.themes is not None:
        rows = {one.label: [(one.key,)] for one in BOOKS[survey.book].themes}
        yield FeedbackTable.of(
            "What people wrote about", ("Theme", "Passages"), figures.themes, rows
        )


def _bias(figures: SurveyFigures) -> Iterator[FeedbackTable]:
    channels = {one.label: [(one.value, ALL), (one.value, ANSWERED)] for one in Channel}
    yield FeedbackTable.of(
        "How people were asked",
        ("How", "Asked", "Answered"),
        figures.channels,
        {**channels, "All": [(ALL, ALL), (ALL, ANSWERED)]},
    )
    for one in figures.groups:
        rows = {label: [(group,)] for group, label in GROUPS[one.characteristic].items()}
        rows["All who told, or were counted"] = [(ALL,)]
        answered = FeedbackTable.of(
            one.characteristic.label, ("Group", "Answered"), one.answered, rows
        )
        asked = (
            [row[1] for row in FeedbackTable.of("", ("", ""), one.asked, rows).rows]
            if one.asked
            else ["not counted"] * len(rows)
        )
        yield FeedbackTable(
            one.characteristic.label,
            ("Group", "Asked", "Answered"),
            tuple(
                (label, before, now)
                for (label, now), before in zip(answered.rows, asked, strict=True)
            ),
        )
