"""The choices of a body, and its names for levels."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import AssuranceLevel, BodyPolicy, ClosureLevel
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


@transaction.atomic
def set_policy(*, by: Viewer, at: datetime, body: Organisation, policy: rules.Policy) -> None:
    """Say what a body asks of follow-up from now on; what it asked before is kept.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_decide(by, body.pk)
    BodyPolicy.objects.create(body=body, at=at, by_id=signed_in(by), **asdict(policy))
    record(
        by=by,
        at=at,
        act="followup.set_policy",
        subject=f"people.organisation:{body.pk}",
        details=asdict(policy),
    )


@transaction.atomic
def begin_levels(*, by: Viewer, at: datetime, body: Organisation) -> None:
    """Give a body the levels of assurance that everybody starts from, unless it has some.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_decide(by, body.pk)
    if not queries.assurance_levels_of(body.pk).exists():
        for position, (name, kind) in enumerate(queries.FIRST_LEVELS):
            AssuranceLevel.objects.create(
                body=body, name=name, kind=kind, position=position, at=at, by_id=signed_in(by)
            )
    record(by=by, at=at, act="followup.begin_levels", subject=f"people.organisation:{body.pk}")


@transaction.atomic
def name_level(
    *, by: Viewer, at: datetime, body: Organisation, name: str, kind: rules.AssuranceKind
) -> AssuranceLevel:
    """Add a level of assurance under the name that the body gives it.

    Raises:
        access.Refused: the viewer is no response officer of the body, or the name is in use.
        NothingSaid: there is no name.
    """
    access.check_can_decide(by, body.pk)
    in_use = queries.assurance_levels_of(body.pk)
    name = rules.words_in(name, "Enter the name of the level")
    if in_use.filter(name=name).exists():
        raise Refused("There is a level of this name.")
    level = AssuranceLevel.objects.create(
        body=body,
        name=name,
        kind=kind,
        position=in_use.count(),
        at=at,
        by_id=signed_in(by),
    )
    record(
        by=by,
        at=at,
        act="followup.name_level",
        subject=f"people.organisation:{body.pk}",
        details={"level": level.pk, "kind": kind},
    )
    return level


@transaction.atomic
def end_level(*, by: Viewer, at: datetime, level: AssuranceLevel) -> None:
    """Use a level no longer. What was judged by it stands.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_decide(by, level.body_id)
    kept = AssuranceLevel.objects.select_for_update(of=("self",)).get(pk=level.pk)
    kept.ended_at = kept.ended_at or at
    kept.save(update_fields=["ended_at"])
    record(
        by=by,
        at=at,
        act="followup.end_level",
        subject=f"people.organisation:{level.body_id}",
        details={"level": level.pk},
    )


@transaction.atomic
def name_closure_level(
    *, by: Viewer, at: datetime, body: Organisation, name: str, who: str
) -> ClosureLevel:
    """Write down how the inspectorate calls a level of closure, and who signs off there.

    Raises:
        access.Refused: the viewer is no response officer of the body.
        NothingSaid: name or person is missing.
    """
    access.check_can_decide(by, body.pk)
    ask = "Enter the name of the level and who signs off"
    name, who = rules.words_in(name, ask), rules.words_in(who, ask)
    level = ClosureLevel.objects.create(body=body, name=name, who=who, at=at, by_id=signed_in(by))
    record(
        by=by,
        at=at,
        act="followup.name_closure_level",
        subject=f"people.organisation:{body.pk}",
        details={"level": level.pk},
    )
    return level


@transaction.atomic
def end_closure_level(*, by: Viewer, at: datetime, level: ClosureLevel) -> None:
    """Use a level of closure no longer.

    Raises:
        access.Refused: the viewer is no response officer of the body.
    """
    access.check_can_decide(by, level.body_id)
    kept = ClosureLevel.objects.select_for_update(of=("self",)).get(pk=level.pk)
    kept.ended_at = kept.ended_at or at
    kept.save(update_fields=["ended_at"])
    record(
        by=by,
        at=at,
        act="followup.end_closure_level",
        subject=f"people.organisation:{level.body_id}",
        details={"level": level.pk},
    )
