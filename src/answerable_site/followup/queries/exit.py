"""Everything that an office put in about follow-up, table by table, as plain rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Prefetch, Q, QuerySet

from answerable_site.followup import models as held
from answerable_site.followup.models import Action, Commitment, Evidence
from answerable_site.followup.queries.visible import actions_visible_to, commitments_visible_to
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import Role, Viewer


@dataclass(frozen=True, slots=True)
class ExitColumn:
    """A column of a table that is taken out."""

    name: str
    lookup: str
    datatype: str
    """As CSV on the Web names it."""


@dataclass(frozen=True, slots=True)
class ExitTable:
    """A table that is taken out: one CSV file."""

    name: str
    columns: tuple[ExitColumn, ...]
    found: QuerySet[Any]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Its rows, fetched as they are sent."""
        lookups = [column.lookup for column in self.columns]
        yield from self.found.order_by("pk").values_list(*lookups).iterator(chunk_size=500)


def exit_tables(viewer: Viewer, body: Organisation) -> tuple[ExitTable, ...]:
    """Every table with the rows that belong to a body and that the viewer may see.

    Saved filters are not among them: they belong to people, not to the office.
    """
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        return ()
    commitments = commitments_visible_to(viewer).filter(body=body)
    actions = actions_visible_to(viewer).filter(commitments__in=commitments)
    of_either = Q(commitment__in=commitments) | Q(action__in=actions)
    of_commitment = Q(commitment__in=commitments)
    of_body = Q(body=body)
    found: list[tuple[Any, Q]] = [
        (Commitment, Q(pk__in=commitments)),
        (Action, Q(pk__in=actions)),
        (Action.commitments.through, of_commitment),
        (held.Dependency, Q(action__in=actions)),
        *((table, of_either) for table in (held.TargetDate, held.Ownership, held.Pause)),
        *((table, of_either) for table in (held.ProgressUpdate, held.Escalation)),
        *((table, of_commitment) for table in (held.PublicWording, held.OwnStatement)),
        *((table, of_commitment) for table in (held.Assurance, held.InspectorateStatement)),
        *((table, of_commitment) for table in (held.Evidence, held.Criterion, held.Closure)),
        *((table, of_commitment) for table in (held.Review, held.Risk, held.BodyChange)),
        (held.EvidenceJudgement, Q(evidence__commitment__in=commitments)),
        (held.CriterionTest, Q(criterion__commitment__in=commitments)),
        (held.CriterionTest.evidence.through, Q(criteriontest__criterion__commitment__body=body)),
        *((table, of_body) for table in (held.AssuranceLevel, held.ClosureLevel)),
        *((table, of_body) for table in (held.BodyPolicy, held.PracticeReview)),
        *((table, of_body) for table in (held.TrackerMapping, held.TrackerImport)),
        (held.PracticeReview.commitments.through, Q(practicereview__body=body)),
        (held.LadderStep, Q(organisation__in=[body.pk, body.force_id])),
    ]
    return tuple(
        ExitTable(_name(table), _columns(table), table.objects.filter(which).distinct())
        for table, which in found
    )


def tracker_of(viewer: Viewer, body: Organisation) -> QuerySet[Commitment]:
    """Commitments of a body with what a tracker tells of them and of their actions."""
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        return Commitment.objects.none()
    told = ("owner", "organisation")
    return (
        commitments_visible_to(viewer)
        .filter(body=body)
        .select_related("recommendation__inspection", "limb", *told)
        .defer("organisation__logo")
        .prefetch_related(
            "targets",
            "updates",
            Prefetch(
                "actions",
                Action.objects.select_related("owner")
                .prefetch_related("targets", "updates")
                .order_by("pk"),
            ),
        )
        .order_by("pk")
    )


def evidence_files_of(viewer: Viewer, body: Organisation) -> QuerySet[Evidence]:
    """Evidence of a body that is a file."""
    if not viewer.holds_in(body.pk, Role.RESPONSE_OFFICER):
        return Evidence.objects.none()
    commitments = commitments_visible_to(viewer).filter(body=body)
    return Evidence.objects.filter(commitment__in=commitments).exclude(stored_as="").order_by("pk")


def _name(table: Any) -> str:
    return str(table._meta.model_name)  # noqa: SLF001 - Django documents it under this name


def _columns(table: Any) -> tuple[ExitColumn, ...]:
    """Every field that there is, so that none is forgotten; people and organisations by name."""
    return tuple(
        ExitColumn(field.name, _lookup(field), _datatype(field))
        for field in table._meta.concrete_fields  # noqa: SLF001 - as above
        if field.name != "stored_as"
    )


def _lookup(field: models.Field[Any, Any]) -> str:
    if field.related_model is User:
        return f"{field.name}__full_name"
    if field.related_model is Organisation:
        return f"{field.name}__name"
    return str(field.attname)


def _datatype(field: models.Field[Any, Any]) -> str:
    if field.related_model in {User, Organisation}:
        return "string"
    for kind, datatype in (
        (models.DateTimeField, "dateTime"),
        (models.DateField, "date"),
        (models.BooleanField, "boolean"),
        (models.JSONField, "json"),
        (models.IntegerField, "integer"),
        (models.ForeignKey, "integer"),
    ):
        if isinstance(field, kind):
            return datatype
    return "string"
