"""A tracker is kept while somebody looks at it, and loaded whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from django.core.files import File
from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, queries
from answerable_site.followup.models import Action, Commitment, TrackerImport, TrackerMapping
from answerable_site.followup.operations.loading import Loading
from answerable_site.followup.rules import tracker
from answerable_site.people.access import signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register.operations import KeptList

FOLDER: Final = "trackers"


class PlanChanged(ValueError):
    """Loading the tracker would do something else than what was shown."""


class NothingToLoad(ValueError):
    """The tracker has mistakes, or tells nothing new."""


class MappingUnnamed(ValueError):
    """What is kept for the next time needs a name."""


@transaction.atomic
def keep_tracker(
    *, by: Viewer, at: datetime, body: Organisation, name: str, content: File[Any]
) -> KeptList:
    """Keep a tracker byte for byte until somebody confirms what loading it would do.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_decide(by, body.pk)
    kept = KeptList.of(content, name=name, folder=FOLDER, at=at)
    record(
        by=by,
        at=at,
        act="followup.keep_tracker",
        subject=f"people.organisation:{body.pk}",
        details={"sha256": kept.sha256},
    )
    return kept


@transaction.atomic
def keep_mapping(
    *, by: Viewer, at: datetime, body: Organisation, name: str, mapping: tracker.Mapping
) -> TrackerMapping:
    """Keep how a body’s tracker is read, under a name; the same again keeps nothing new.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        MappingUnnamed: it has no name.
    """
    access.check_can_decide(by, body.pk)
    if not name.strip():
        raise MappingUnnamed("Give these choices a name, such as: Force tracker")
    held = queries.latest_mappings(by, body.pk).get(name.strip())
    if held is not None and held.told == mapping.as_json():
        return held
    kept = TrackerMapping.objects.create(
        body=body, name=name.strip(), told=mapping.as_json(), at=at, by_id=signed_in(by)
    )
    record(
        by=by,
        at=at,
        act="followup.keep_mapping",
        subject=f"followup.trackermapping:{kept.pk}",
        details={"body": body.pk},
    )
    return kept


@transaction.atomic
def load_tracker(
    *,
    by: Viewer,
    at: datetime,
    on: date,
    as_at: date,
    body: Organisation,
    kept: KeptList,
    mapping: TrackerMapping,
    rows: Sequence[tracker.ReadRow],
    digest: str,
) -> TrackerImport:
    """Load every row of a tracker that was shown to the viewer before, or none of them.

    A target date that is held stays; another one is appended to it. A recommendation that the
    register does not hold is entered there. The file is deleted afterwards, and one entry of the
    record holds the counts and the digest.

    Args:
        by: a response officer of the body.
        on: the civil date.
        as_at: the civil date of which the tracker speaks.
        kept: the tracker.
        mapping: how it is read.
        rows: what it tells, read again.
        digest: of the plan that was shown.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        PlanChanged: loading would do something else than was shown.
        NothingToLoad: a row is refused, or none changes anything.
    """
    access.check_can_decide(by, body.pk)
    body = Organisation.objects.select_for_update(of=("self",)).get(pk=body.pk)  # one at a time
    _hold(body)
    told = tracker.Mapping.from_json(mapping.told)
    known = queries.known_to_trackers(by, body, on=on)
    plan = tracker.planned(rows, known, told, as_at=as_at)
    if plan.digest != digest:
        raise PlanChanged(
            "What is held was changed since you looked at the tracker. Look at what would happen "
            "now, and load it then."
        )
    if not plan.may_be_loaded:
        raise NothingToLoad("There is nothing to load: correct the rows that are refused first.")
    Loading(by=by, at=at, on=on, as_at=as_at, body=body, name=kept.name).load(plan)
    loaded = _loaded(by, at, as_at, body, kept, mapping, plan)
    record(
        by=by,
        at=at,
        act="followup.load_tracker",
        subject=f"followup.trackerimport:{loaded.pk}",
        details={
            "body": body.pk,
            "sha256": kept.sha256,
            "rows": loaded.rows,
            "added": loaded.added,
            "changed": loaded.changed,
            "unchanged": loaded.unchanged,
        },
    )
    kept.drop_once_committed()
    return loaded


def _hold(body: Organisation) -> None:
    """Nobody writes to what the tracker may be about between the plan and the loading."""
    held = Commitment.objects.select_for_update(of=("self",)).filter(body=body).order_by("pk")
    list(held.values_list("pk", flat=True))
    serving = Action.objects.filter(commitments__body=body).values("pk")
    actions = Action.objects.select_for_update(of=("self",)).filter(pk__in=serving).order_by("pk")
    list(actions.values_list("pk", flat=True))


def _loaded(
    by: Viewer,
    at: datetime,
    as_at: date,
    body: Organisation,
    kept: KeptList,
    mapping: TrackerMapping,
    plan: tracker.Plan,
) -> TrackerImport:
    counts = plan.counts
    return TrackerImport.objects.create(
        body=body,
        name=kept.name,
        sha256=kept.sha256,
        mapping=mapping,
        as_at_on=as_at,
        rows=len(plan.rows),
        added=counts[tracker.Outcome.ADDED],
        changed=counts[tracker.Outcome.UPDATED],
        unchanged=counts[tracker.Outcome.UNCHANGED],
        at=at,
        by_id=signed_in(by),
    )
