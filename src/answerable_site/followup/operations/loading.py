"""A plan becomes rows: a few statements for each table, however long the tracker is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Q

from answerable.statute import SECTION_55
from answerable_site.followup import queries, rules
from answerable_site.followup.models import (
    Action,
    Commitment,
    InspectorateStatement,
    Ownership,
    OwnStatement,
    ProgressUpdate,
    TargetDate,
)
from answerable_site.followup.operations.inserting import _insert, _insert_new
from answerable_site.followup.rules import tracker
from answerable_site.people.access import signed_in
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
    _history: dict[Any, list[tuple[Any, ...]]] = field(
        default_factory=lambda: {table: [] for table in _HISTORY}
    )
    """What is appended, table by table, in the order of `_HISTORY`."""

    def __post_init__(self) -> None:
        self._person = signed_in(self.by)
        self._own = {post.organisation_id for post in self.by.posts}
        self._update_days = queries.policy_of(self.body.pk).update_days

    def load(self, plan: tracker.Plan) -> None:
        """Write everything that the plan would do."""
        entered = self._entered(plan.commitments)
        commitments = self._commitments(plan.commitments, entered)
        actions = self._actions(plan.actions)
        self._serve(plan.actions, actions, commitments)
        for table, names in _HISTORY.items():
            _insert(table, (*names, "at", "by"), self._history[table])

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
                self._tell(one, plan.moves)
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
                self._tell(one, plan.moves)
        return written

    def _serve(
        self,
        plans: Iterable[tracker.PlannedAction],
        actions: list[Action | int],
        commitments: list[Commitment | int],
    ) -> None:
        """Link actions with the commitments that they serve; those count as changed."""
        _insert(
            Serving,
            ("action", "commitment"),
            [
                (_key(action), _key(commitments[position]))
                for plan, action in zip(plans, actions, strict=True)
                for position in plan.serves
            ],
        )
        known = [
            action.pk
            for plan, action in zip(plans, actions, strict=True)
            if plan.known is not None and isinstance(action, Action)
        ]
        linked = [
            commitments[position]
            for plan in plans
            if plan.known is None
            for position in plan.serves
        ]
        held = [one for one in linked if isinstance(one, int)]
        for some in range(0, max(len(known), len(held)), MANY):
            changed = Q(actions__in=known[some : some + MANY]) | Q(pk__in=held[some : some + MANY])
            Commitment.objects.filter(changed).update(changed_at=self.at)

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

    def _tell(self, row: Commitment | Action, moves: tracker.Moves) -> None:
        """Append the rows of history that those facts follow from."""
        about = (row.pk, None) if isinstance(row, Commitment) else (None, row.pk)
        if moves.owner_id is not None:
            self._append(Ownership, *about, moves.owner_id, tracker.AS_IMPORTED)
        for target in moves.targets:
            facts = (target.number, target.on, target.whose, target.reason)
            self._append(TargetDate, *about, *facts)
        state = row.state if isinstance(row, Action) else ""
        for one in moves.updates:
            facts_told = (one.on, one.rating or "", one.words, one.state or state)
            self._append(ProgressUpdate, *about, *facts_told)

    def _state(self, row: Commitment, plan: tracker.PlannedCommitment) -> None:
        words = "As the tracker says"
        if plan.own is not None:
            told_to_office = row.organisation_id not in self._own
            self._append(OwnStatement, row.pk, plan.own.view, plan.own.on, words, told_to_office)
        if plan.inspectorate is not None:
            self._append(
                InspectorateStatement, row.pk, plan.inspectorate, self.as_at, words, "", ""
            )

    def _append(self, table: Any, *facts: Any) -> None:
        self._history[table].append((*facts, self.at, self._person))


_HISTORY: Final[dict[Any, tuple[str, ...]]] = {
    Ownership: ("commitment", "action", "owner", "reason"),
    TargetDate: ("commitment", "action", "number", "on", "whose", "reason"),
    ProgressUpdate: ("commitment", "action", "on", "rating", "words", "state"),
    OwnStatement: ("commitment", "view", "on", "words", "told_to_office"),
    InspectorateStatement: (
        *("commitment", "status", "on", "words"),
        *("closure_level", "source_address"),
    ),
}
"""Fields that are told of each table, beside the moment and the person."""


def _write(table: Any, rows: Iterable[Any], fields: Iterable[str]) -> None:
    """Insert what is new and update what is held."""
    new: list[Any] = []
    held: list[Any] = []
    for row in rows:
        (new if row.pk is None else held).append(row)
    _insert_new(new)
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
