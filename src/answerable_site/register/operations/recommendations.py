"""Recommendations: entered by hand, corrected, dated, linked, grouped; what addressees said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register import access, rules
from answerable_site.register.models import (
    Addressee,
    AddresseeStatement,
    Candidate,
    Correction,
    Inspection,
    Recommendation,
    Theme,
    WorkingDeadline,
)
from answerable_site.register.operations.entering import _write
from answerable_site.register.operations.relations import _link_recommendations
from answerable_site.register.operations.rewriting import AddresseeHasStatements, _rewrite
from answerable_site.register.rules import AddresseeStatus, Draft, RecommendationLinkKind

__all__ = [
    "AddresseeHasStatements",
    "add_recommendation",
    "choose_themes",
    "correct_recommendation",
    "link_recommendations",
    "record_statement",
    "set_working_deadline",
]


@transaction.atomic
def add_recommendation(
    *,
    by: Viewer,
    at: datetime,
    inspection: Inspection,
    draft: Draft,
    page: int | None,
    reason: str,
    parent: Recommendation | None = None,
) -> Recommendation:
    """Enter a recommendation by hand, with the reason why it was not found.

    Args:
        by: a response officer of the body that keeps the inspection.
        at: when.
        inspection: the report that holds it.
        draft: its words.
        page: where it is printed, counted from 1; None if there is no document or page.
        reason: why it is entered by hand.
        parent: the cause of concern it stands under.

    Raises:
        access.Refused: the viewer may not change this inspection.
    """
    access.check_can_decide(by, inspection)
    placed = list(inspection.recommendations.values_list("page", "position"))
    placed += Candidate.objects.filter(reading__document=inspection.document_id).values_list(
        "page", "position"
    )
    recommendation = Recommendation(
        inspection=inspection,
        position=rules.free_position(
            rules.position_by_hand(page, placed), [position for _, position in placed]
        ),
        parent=parent,
        page=page,
        entry_reason=reason,
    )
    _write(by=by, at=at, recommendation=recommendation, draft=draft)
    _record(by, at, "register.add_recommendation", recommendation, page=page)
    return recommendation


@transaction.atomic
def correct_recommendation(
    *,
    by: Viewer,
    at: datetime,
    recommendation: Recommendation,
    draft: Draft,
    parent: Recommendation | None,
    reason: str,
) -> list[str]:
    """Correct the facts of a recommendation; what stood before stays in its history.

    Returns:
        What changed, as named in the history; empty if nothing did.

    Raises:
        access.Refused: the viewer may not change this inspection.
        AddresseeHasStatements: an addressee would disappear about whom something is recorded.
    """
    access.check_can_decide(by, recommendation.inspection)
    changes = _rewrite(recommendation, draft, parent)
    if changes:
        Correction.objects.create(
            inspection=recommendation.inspection,
            recommendation=recommendation,
            changes=changes,
            reason=reason,
            corrected_at=at,
            corrected_by_id=access.person_id(by),
        )
    changed = [change["what"] for change in changes]
    _record(by, at, "register.correct_recommendation", recommendation, changed=changed)
    return changed


@transaction.atomic
def set_working_deadline(
    *, by: Viewer, at: datetime, recommendation: Recommendation, on: date, reason: str
) -> WorkingDeadline:
    """Set the date that the office works to, with its reason. Dates set before stay as they were.

    Raises:
        access.Refused: the viewer may not change this inspection.
    """
    access.check_can_decide(by, recommendation.inspection)
    deadline = WorkingDeadline.objects.create(
        recommendation=recommendation,
        on=on,
        reason=reason,
        set_at=at,
        set_by_id=access.person_id(by),
    )
    recommendation.expected_on = on
    recommendation.save()
    _record(by, at, "register.set_working_deadline", recommendation, on=on.isoformat())
    return deadline


@transaction.atomic
def record_statement(
    *,
    by: Viewer,
    at: datetime,
    addressee: Addressee,
    status: AddresseeStatus,
    known_on: date,
    note: str,
) -> AddresseeStatement:
    """Record what an addressee is known to have said or done about a recommendation.

    Args:
        by: a response officer of the body that keeps the inspection.
        at: when it is recorded.
        addressee: of whom it is known.
        status: what is known.
        known_on: the day of the statement or of the news.
        note: what it says, and where.

    Raises:
        access.Refused: the viewer may not change this inspection.
    """
    access.check_can_decide(by, addressee.recommendation.inspection)
    statement = AddresseeStatement.objects.create(
        addressee=addressee,
        status=status,
        known_on=known_on,
        note=note,
        recorded_at=at,
        recorded_by_id=access.person_id(by),
    )
    _record(
        by,
        at,
        "register.record_statement",
        addressee.recommendation,
        addressee=addressee.pk,
        status=status,
    )
    return statement


@transaction.atomic
def link_recommendations(
    *,
    by: Viewer,
    at: datetime,
    recommendation: Recommendation,
    earlier: Recommendation,
    kind: RecommendationLinkKind,
    reason: str,
) -> None:
    """Record how a recommendation relates to an earlier one. Neither is changed.

    Raises:
        access.Refused: the viewer may not change this inspection.
        AlreadyLinked: the two are linked in this way, or are one and the same.
    """
    access.check_can_decide(by, recommendation.inspection)
    _link_recommendations(by, at, recommendation, earlier, kind, reason)
    _record(
        by,
        at,
        "register.link_recommendations",
        recommendation,
        earlier=earlier.pk,
        kind=kind,
    )


@transaction.atomic
def choose_themes(
    *,
    by: Viewer,
    at: datetime,
    body: Organisation,
    recommendation: Recommendation,
    names: Sequence[str],
) -> None:
    """Group a recommendation under an office's own themes; those not named no longer hold it.

    Args:
        by: a response officer of the body.
        at: when.
        body: the local policing body whose themes they are.
        recommendation: of a report that the body keeps or that concerns it.
        names: of themes; one that the office does not have yet is made.

    Raises:
        access.Refused: the viewer is not a response officer of the body, or the report is not
            the body's.
    """
    access.check_can_group(by, body, recommendation.inspection)
    for theme in recommendation.themes.filter(held_by=body).exclude(name__in=names):
        theme.recommendations.remove(recommendation)
    for name in names:
        theme, _ = Theme.objects.get_or_create(held_by=body, name=name)
        theme.recommendations.add(recommendation)
    _record(by, at, "register.choose_themes", recommendation, themes=list(names))


def _record(
    by: Viewer,
    at: datetime,
    act: str,
    recommendation: Recommendation,
    **details: int | str | list[str] | None,
) -> None:
    record(
        by=by,
        at=at,
        act=act,
        subject=f"register.recommendation:{recommendation.pk}",
        details=details,
    )
