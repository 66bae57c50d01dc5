"""A plan becomes rows: a few statements for each table, however long the tracker is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from answerable.statute import SECTION_55
from answerable_site.followup import access, queries, rules
from answerable_site.followup.models import (
    Action,
    Commitment,
    InspectorateStatement,
    Ownership,
    OwnStatement,
    ProgressUpdate,
    TargetDate,
)
from answerable_site.followup.rules import tracker
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer
from answerable_site.register import operations as register
from answerable_site.register.models import Inspection
from answerable_site.register.rules import DateSource, Draft, InspectionFacts

Serving = Action.commitments.through
MANY: Final = 500
"""Rows in one statement; every database takes as many."""
_TRACKED: Final = (
    *("owner", "original_on", "target_on", "revisions", "whose_date", "done_on"),
    *("updated_on", "rating"),
)
_OF_COMMITMENTS: Final = (
    *_TRACKED,
    *("reference", "summary", "promise", "own_view", "inspectorate", "update_due_on"),
    "changed_at",
)
_OF_ACTIONS: Final = (*_TRACKED, "reference", "title", "words", "kind", "state")


@dataclass
class Loading:
    """One tracker that is loaded, inside the transaction of its caller."""

    by: Viewer
    at: datetime
    on: date
    as_at: date
    body: Organisation
    name: str
    """Of the file."""
    _history: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._person = access.person(self.by)
        self._update_days = queries.policy_of(self.body.pk).update_days

    def load(self, plan: tracker.Plan) -> None:
        """Write everything that the plan would do."""
        entered = self._entered(plan.commitments)
        commitments = self._commitments(plan.commitments, entered)
        actions = self._actions(plan.actions)
        self._serve(plan.actions, actions, commitments)
        tables: tuple[Any, ...] = (TargetDate, Ownership, ProgressUpdate, OwnStatement)
        for table in (*tables, InspectorateStatement):
            rows = [row for row in self._history if type(row) is table]
            table.objects.bulk_create(rows, batch_size=MANY)

    def _entered(
        self, plans: Iterable[tracker.PlannedCommitment]
    ) -> dict[tracker.NewRecommendation, int]:
        """The keys of recommendations that the register did not hold, with their reports."""
        new = dict.fromkeys(
            one.recommendation
            for one in plans
            if isinstance(one.recommendation, tracker.NewRecommendation)
        )
        if not new:
            return {}
        reports = dict.fromkeys(
            one.inspection for one in new if isinstance(one.inspection, tracker.NewInspection)
        )
        made = (
            register.enter_inspections(
                by=self.by, at=self.at, body=self.body, facts=[_facts(one) for one in reports]
            )
            if reports
            else []
        )
        inspections: dict[Any, Inspection] = dict(zip(reports, made, strict=True))
        inspections |= Inspection.objects.in_bulk(
            [one.inspection for one in new if isinstance(one.inspection, int)]
        )
        entered = register.add_recommendations(
            by=self.by,
            at=self.at,
            body=self.body,
            drafts=[(inspections[one.inspection], _draft(one)) for one in new],
            reason=f"Taken from the tracker “{self.name}”.",
        )
        return {one: row.pk for one, row in zip(new, entered, strict=True)}

    def _commitments(
        self,
        plans: Iterable[tracker.PlannedCommitment],
        entered: dict[tracker.NewRecommendation, int],
    ) -> list[Commitment | int]:
        """By position in the plan, the row that was written, or the key of one that stays."""
        plans = list(plans)
        held = Commitment.objects.in_bulk(
            [one.known.pk for one in plans if one.known and not one.changes_nothing]
        )
        written: list[Commitment | int] = []
        for plan in plans:
            if plan.known is not None and plan.changes_nothing:
                written.append(plan.known.pk)
                continue
            row = held[plan.known.pk] if plan.known else self._begun(plan, entered)
            row.changed_at = self.at
            for name, text in plan.texts.items():
                setattr(row, name, text)
            if plan.own is not None:
                row.own_view = plan.own.view
                row.done_on = plan.own.on if plan.own.view is rules.OwnView.COMPLETE else None
            row.inspectorate = plan.inspectorate or row.inspectorate
            self._move(row, plan.moves)
            written.append(row)
        rows = [one for one in written if isinstance(one, Commitment)]
        _write(Commitment, rows, _OF_COMMITMENTS)
        for plan, one in zip(plans, written, strict=True):
            if isinstance(one, Commitment):
                self._tell("commitment", one, plan.moves)
                self._state(one, plan)
        return written

    def _begun(
        self,
        plan: tracker.PlannedCommitment,
        entered: dict[tracker.NewRecommendation, int],
    ) -> Commitment:
        about = plan.recommendation
        return Commitment(
            recommendation_id=(
                entered[about] if isinstance(about, tracker.NewRecommendation) else about.pk
            ),
            limb_id=plan.limb_id,
            organisation_id=plan.organisation_id,
            body=self.body,
            created_at=self.at,
            created_by_id=self._person,
        )

    def _actions(self, plans: Iterable[tracker.PlannedAction]) -> list[Action | int]:
        plans = list(plans)
        held = Action.objects.in_bulk([one.known.pk for one in plans if one.known])
        written: list[Action | int] = []
        for plan in plans:
            if plan.known is not None and plan.changes_nothing:
                written.append(plan.known.pk)
                continue
            row = (
                held[plan.known.pk]
                if plan.known
                else Action(
                    organisation_id=plan.organisation_id,
                    created_at=self.at,
                    created_by_id=self._person,
                )
            )
            for name, text in plan.texts.items():
                setattr(row, name, text)
            if plan.state is not None:
                row.state, row.done_on = plan.state, plan.done_on
            self._move(row, plan.moves)
            written.append(row)
        _write(Action, [one for one in written if isinstance(one, Action)], _OF_ACTIONS)
        for plan, one in zip(plans, written, strict=True):
            if isinstance(one, Action):
                self._tell("action", one, plan.moves)
        return written

    def _serve(
        self,
        plans: Iterable[tracker.PlannedAction],
        actions: list[Action | int],
        commitments: list[Commitment | int],
    ) -> None:
        """Link actions with the commitments that they serve; those count as changed."""
        Serving.objects.bulk_create(
            (
                Serving(action_id=_key(action), commitment_id=_key(commitments[position]))
                for plan, action in zip(plans, actions, strict=True)
                for position in plan.serves
            ),
            batch_size=MANY,
        )
        changed = [one.pk for one in actions if isinstance(one, Action)]
        for some in range(0, len(changed), MANY):
            Commitment.objects.filter(actions__in=changed[some : some + MANY]).update(
                changed_at=self.at
            )

    def _move(self, row: Commitment | Action, moves: tracker.Moves) -> None:
        """Set the facts that lists read."""
        if moves.owner_id is not None:
            row.owner_id = moves.owner_id
        for target in moves.targets:
            row.original_on = row.original_on or target.on
            row.target_on, row.whose_date = target.on, target.whose
            row.revisions = target.number
        for update in moves.updates:
            if row.updated_on is None or update.on >= row.updated_on:
                row.updated_on = update.on
                row.rating = update.rating or row.rating
        if isinstance(row, Commitment) and (moves.updates or row.pk is None):
            row.update_due_on = rules.next_update_on(
                last_on=row.updated_on, began_on=self.on, every_days=self._update_days
            )

    def _tell(self, about: str, row: Commitment | Action, moves: tracker.Moves) -> None:
        """Append the rows of history that those facts follow from."""
        said = {about: row, "at": self.at, "by_id": self._person}
        if moves.owner_id is not None:
            self._history.append(
                Ownership(owner_id=moves.owner_id, reason="As imported from the tracker", **said)
            )
        self._history += [
            TargetDate(number=one.number, on=one.on, whose=one.whose, reason=one.reason, **said)
            for one in moves.targets
        ]
        state = row.state if isinstance(row, Action) else ""
        self._history += [
            ProgressUpdate(
                on=one.on,
                rating=one.rating or "",
                words=one.words,
                state=one.state or state,
                **said,
            )
            for one in moves.updates
        ]

    def _state(self, row: Commitment, plan: tracker.PlannedCommitment) -> None:
        said = {"commitment": row, "at": self.at, "by_id": self._person}
        own = {post.organisation_id for post in self.by.posts}
        if plan.own is not None:
            self._history.append(
                OwnStatement(
                    view=plan.own.view,
                    on=plan.own.on,
                    words="As the tracker says",
                    told_to_office=row.organisation_id not in own,
                    **said,
                )
            )
        if plan.inspectorate is not None:
            self._history.append(
                InspectorateStatement(
                    status=plan.inspectorate, on=self.as_at, words="As the tracker says", **said
                )
            )


def _write(table: Any, rows: Iterable[Any], fields: Iterable[str]) -> None:
    """Insert what is new and update what is held."""
    new: list[Any] = []
    held: list[Any] = []
    for row in rows:
        (new if row.pk is None else held).append(row)
    table.objects.bulk_create(new, batch_size=MANY)
    table.objects.bulk_create(
        held,
        batch_size=MANY,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=list(fields),
    )


def _key(one: Commitment | Action | int) -> int:
    return one if isinstance(one, int) else one.pk


def _facts(report: tracker.NewInspection) -> InspectionFacts:
    return InspectionFacts(
        title=report.title,
        kind=report.kind,
        published_on=report.published_on,
        date_source=DateSource.OTHER,
        legal_basis=SECTION_55.code,
    )


def _draft(new: tracker.NewRecommendation) -> Draft:
    return Draft(kind=new.kind, text=new.text, number=new.number)
