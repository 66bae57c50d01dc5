"""Panels sit, read bundles by themselves, talk, and conclude. Nothing here touches a case."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casereviews import access, queries
from answerable_site.casereviews.models import (
    Bundle,
    BundleSource,
    Conclusion,
    FrameEntry,
    MemberScore,
    Panel,
    Sitting,
)
from answerable_site.casereviews.rules import OutOfOrder, PanelScore
from answerable_site.casework.subjects import subject_of
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer

_NOT_WITH_PANEL = "This bundle is not with the panel."


@transaction.atomic
def convene_panel(*, by: Viewer, at: datetime, body: Organisation, title: str, remit: str) -> Panel:
    """Begin a scrutiny panel of a policing body.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_convene(by, body.pk)
    begun = Panel.objects.create(
        body=body, title=title.strip(), remit=remit.strip(), begun_at=at, begun_by_id=signed_in(by)
    )
    record(by=by, at=at, act="casereviews.convene_panel", subject=_subject(begun))
    return begun


@transaction.atomic
def plan_sitting(*, by: Viewer, at: datetime, panel: Panel, on: date) -> Sitting:
    """Plan a day on which a panel talks.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        OutOfOrder: it sits on that day already.
    """
    access.check_can_convene(by, panel.body_id)
    if panel.sittings.filter(on=on).exists():
        raise OutOfOrder("The panel sits on this day already")
    planned = Sitting.objects.create(panel=panel, on=on, planned_at=at, planned_by_id=signed_in(by))
    record(
        by=by,
        at=at,
        act="casereviews.plan_sitting",
        subject=_subject(panel),
        details={"sitting": planned.pk, "on": on.isoformat()},
    )
    return planned


@transaction.atomic
def write_bundle(
    *,
    by: Viewer,
    at: datetime,
    entry: FrameEntry,
    sitting: Sitting,
    title: str,
    text: str,
    asks: str,
) -> Bundle:
    """Write what a panel is to read of a drawn file. The panel reads it once somebody else looked.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: the panel is another body’s, or its discussion has begun.
    """
    force = entry.programme.force
    access.check_can_plan(by, force.pk)
    if sitting.panel.body.force_id != force.pk or sitting.opened_at is not None:
        raise OutOfOrder("Choose a sitting of a panel of this force’s body that has not begun")
    written = Bundle.objects.create(
        force=force,
        sitting=sitting,
        title=title.strip(),
        text=text.strip(),
        asks=asks.strip(),
        written_at=at,
        written_by_id=signed_in(by),
    )
    BundleSource.objects.create(bundle=written, entry=entry)
    record(
        by=by,
        at=at,
        act="casereviews.write_bundle",
        kind=Processing.ALTERATION,
        subject=_bundle(written),
        details={"sitting": sitting.pk},
        records=[subject_of(entry.case)],
    )
    return written


@transaction.atomic
def release_bundle(*, by: Viewer, at: datetime, bundle: Bundle) -> Bundle:
    """Give a bundle to the panel: by another supervisor than the one who wrote it.

    Raises:
        access.Refused: the viewer does not supervise in the force, or is no second person.
        OutOfOrder: it was given or withdrawn already.
    """
    held = _held(bundle)
    access.check_can_release_bundle(by, held)
    if held.released_at is not None or held.withdrawn_at is not None:
        raise OutOfOrder("This bundle was given to the panel or withdrawn already.")
    held.released_at, held.released_by_id = at, signed_in(by)
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.release_bundle",
        kind=Processing.DISCLOSURE,
        subject=_bundle(held),
        recipients=[held.sitting.panel.title],
        records=[subject_of(held.source.entry.case)],
    )
    return held


@transaction.atomic
def withdraw_bundle(*, by: Viewer, at: datetime, bundle: Bundle, words: str) -> Bundle:
    """Take a bundle back from the panel, such as for a clue that was overlooked.

    Raises:
        access.Refused: the viewer does not supervise in the force.
        OutOfOrder: it was withdrawn already, or nothing is said.
    """
    held = _held(bundle)
    access.check_can_plan(by, held.force_id)
    if held.withdrawn_at is not None:
        raise OutOfOrder("This bundle was withdrawn already.")
    if not words.strip():
        raise OutOfOrder("Say why it is withdrawn")
    held.withdrawn_at, held.withdrawn_because = at, words.strip()
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.withdraw_bundle",
        subject=_bundle(held),
        reason=held.withdrawn_because,
    )
    return held


@transaction.atomic
def score_bundle(
    *, by: Viewer, at: datetime, bundle: Bundle, score: PanelScore, words: str
) -> MemberScore:
    """Say what a member thinks of a bundle, before the discussion; it can be changed until then.

    Raises:
        access.Refused: the viewer does not sit on the panel.
        OutOfOrder: the bundle is not with the panel, or the discussion has begun.
    """
    held = _held(bundle)
    access.check_can_score_bundle(by, held)
    _check_is_with_panel(held)
    if held.sitting.opened_at is not None:
        raise OutOfOrder("The discussion has begun: scores stay as they are.")
    said, _ = MemberScore.objects.update_or_create(
        bundle=held,
        sitting=held.sitting,
        member_id=signed_in(by),
        defaults={"score": score.value, "words": words.strip(), "at": at},
    )
    record(
        by=by,
        at=at,
        act="casereviews.score_bundle",
        subject=_bundle(held),
        details={"sitting": held.sitting_id},
    )
    return said


@transaction.atomic
def open_discussion(*, by: Viewer, at: datetime, sitting: Sitting) -> Sitting:
    """Begin the discussion: members see what the others said, and nobody changes a score any more.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        OutOfOrder: it has begun.
    """
    held = (
        Sitting.objects.select_for_update(of=("self",)).select_related("panel").get(pk=sitting.pk)
    )
    access.check_can_convene(by, held.panel.body_id)
    if held.opened_at is not None:
        raise OutOfOrder("The discussion has begun already.")
    held.opened_at, held.opened_by_id = at, signed_in(by)
    held.save()
    record(
        by=by,
        at=at,
        act="casereviews.open_discussion",
        subject=_subject(held.panel),
        details={"sitting": held.pk},
    )
    return held


@transaction.atomic
def conclude(
    *, by: Viewer, at: datetime, bundle: Bundle, score: PanelScore, words: str
) -> Conclusion:
    """Record what a sitting came to. Without a conclusion the bundle comes back to the next one.

    It cannot reopen a case: it is read by the force, and changes nothing in the case.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        OutOfOrder: the bundle is not with the panel, the discussion has not begun, it was concluded
            already, or no further sitting is planned to which it could come back.
    """
    held = _held(bundle)
    access.check_can_convene(by, held.sitting.panel.body_id)
    _check_is_with_panel(held)
    if held.sitting.opened_at is None:
        raise OutOfOrder("Begin the discussion first.")
    if held.conclusions.filter(sitting=held.sitting).exists():
        raise OutOfOrder("The panel has concluded about this bundle already.")
    concluded = Conclusion.objects.create(
        bundle=held,
        sitting=held.sitting,
        score=score.value,
        words=words.strip(),
        at=at,
        by_id=signed_in(by),
    )
    if score is PanelScore.NO_CONCLUSION:
        later = queries.next_sitting(held.sitting)
        if later is None:
            raise OutOfOrder("Plan a further sitting first, to which the bundle comes back.")
        held.sitting = later
        held.save()
    record(
        by=by,
        at=at,
        act="casereviews.conclude",
        subject=_bundle(held),
        details={"sitting": concluded.sitting_id, "score": score.value},
    )
    return concluded


def _held(bundle: Bundle) -> Bundle:
    return (
        Bundle.objects.select_for_update(of=("self",))
        .select_related("sitting__panel__body", "force")
        .get(pk=bundle.pk)
    )


def _check_is_with_panel(bundle: Bundle) -> None:
    if bundle.released_at is None or bundle.withdrawn_at is not None:
        raise OutOfOrder(_NOT_WITH_PANEL)


def _subject(panel: Panel) -> str:
    return f"casereviews.panel:{panel.pk}"


def _bundle(bundle: Bundle) -> str:
    return f"casereviews.bundle:{bundle.pk}"
