"""The rows of a tracker against what is known: who does what about which recommendation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from answerable_site.followup.rules.closing import CLOSED
from answerable_site.followup.rules.tracker.acting import planned_action
from answerable_site.followup.rules.tracker.agreeing import (
    Key,
    Placed,
    new_key,
    refuse_what_does_not_agree,
    told_of_actions,
    told_of_commitments,
)
from answerable_site.followup.rules.tracker.columns import Column
from answerable_site.followup.rules.tracker.finding import Found, NewRecommendation, Register
from answerable_site.followup.rules.tracker.known import Known, KnownAction, KnownCommitment
from answerable_site.followup.rules.tracker.mapping import Mapping
from answerable_site.followup.rules.tracker.moving import Setting
from answerable_site.followup.rules.tracker.plan import (
    Outcome,
    Plan,
    PlannedAction,
    PlannedCommitment,
    PlannedRow,
)
from answerable_site.followup.rules.tracker.promising import in_a_line, planned_commitment
from answerable_site.followup.rules.tracker.rows import Problem, ReadRow, Told
from answerable_site.register.rules.lists import short, word_key


def planned(rows: Iterable[ReadRow], known: Known, mapping: Mapping, *, as_at: date) -> Plan:
    """What loading these rows over what is known would do.

    Several rows may tell of one commitment, and of one action that serves several: what they tell
    must agree, so that the order of the rows never matters.

    Args:
        as_at: the civil date of which the tracker speaks.
    """
    return _Planning(known, mapping, as_at).of(rows)


class _Planning:
    def __init__(self, known: Known, mapping: Mapping, as_at: date) -> None:
        self._known, self._mapping = known, mapping
        self._register = Register(known, mapping)
        self._setting = Setting(as_at, mapping.whose, known.people)
        self._organisations = {word_key(name): pk for pk, name in known.organisations.items()}
        self._commitments: dict[Key, KnownCommitment] = {
            _commitment_key(one.recommendation_id, one.limb_id, one.organisation_id): one
            for one in known.commitments
        }
        self._closed = {one.pk for one in known.commitments if one.is_closed}
        self._keys = {one.pk: key for key, one in self._commitments.items()}
        self._by_reference: dict[tuple[int, str], list[KnownAction]] = defaultdict(list)
        self._by_title: dict[tuple[Key, str], list[KnownAction]] = defaultdict(list)
        for each in known.actions:
            if each.reference:
                self._by_reference[each.organisation_id, each.reference.casefold()].append(each)
            for served in each.commitments:
                if served in self._keys:
                    self._by_title[self._keys[served], _title_key(each)].append(each)

    def of(self, rows: Iterable[ReadRow]) -> Plan:
        placed = [self._placed(row) for row in rows]
        commitments = told_of_commitments(placed)
        actions = told_of_actions(placed)
        refuse_what_does_not_agree(placed)
        plans: dict[Key, PlannedCommitment] = {}
        for one in placed:
            if one.found is not None and one.commitment not in plans and one.commitment:
                plans[one.commitment] = planned_commitment(
                    commitments[one.commitment],
                    one.found.recommendation,
                    self._commitments.get(one.commitment),
                    limb_id=one.limb_id,
                    organisation_id=one.organisation_id,
                    setting=self._setting,
                )
        positions = {key: position for position, key in enumerate(plans)}
        acts = self._acts(placed, actions, positions, plans)
        return Plan(
            rows=tuple(self._outcomes(placed, plans, acts)),
            commitments=tuple(plans.values()),
            actions=tuple(acts.values()),
        )

    def _placed(self, row: ReadRow) -> Placed:
        one = Placed(row, problems=list(row.problems))
        told = row.told
        found = self._register.find(told)
        if isinstance(found, Problem):
            if not row.problems:  # what cannot be read may be why nothing is found
                one.problems.append(found)
            return one
        organisation = self._organisation(told)
        limb = _limb(found, told)
        for each in (organisation, limb):
            if isinstance(each, Problem):
                one.problems.append(each)
        if isinstance(organisation, Problem) or isinstance(limb, Problem):
            return one
        one.found, one.organisation_id, one.limb_id = found, organisation, limb
        about = found.recommendation
        identity: Any = new_key(about) if isinstance(about, NewRecommendation) else about.pk
        one.commitment = _commitment_key(identity, limb, organisation)
        self._check_held_elsewhere(one)
        one.action = self._action_key(one)
        return one

    def _organisation(self, told: Told) -> int | Problem:
        name = told.get(Column.ORGANISATION)
        held = self._register.held_under(told)
        if name is None:
            own = held.organisation_id if held else self._mapping.organisation_id
            if own is None or own not in self._known.organisations:
                return Problem(
                    "The row does not tell which organisation has to act. Add a column, or choose "
                    "the organisation for all such rows.",
                    Column.ORGANISATION,
                )
            return own
        found = self._organisations.get(word_key(name))
        if found is None:
            names = ", ".join(sorted(self._known.organisations.values())[:8])
            return Problem(
                f"“{short(name)}” is no organisation that acts for this body. Write its full name, "
                f"such as: {names}.",
                Column.ORGANISATION,
            )
        return found

    def _check_held_elsewhere(self, one: Placed) -> None:
        held = self._register.held_under(one.row.told)
        if held is not None and self._keys[held.pk] != one.commitment:
            one.problems.append(
                Problem(
                    f"{held.reference} is held for another organisation or sub-point. Correct the "
                    "reference, or the organisation or sub-point of the row.",
                    Column.REFERENCE,
                )
            )

    def _action_key(self, one: Placed) -> Key:
        reference = one.row.told.get(Column.ACTION_REFERENCE)
        title = one.row.told.get(Column.ACTION)
        if reference is None and title is None:
            if any(column.is_of_an_action for column in one.row.told):
                one.problems.append(
                    Problem(
                        "The row tells of an action, but not of which. Give its title.",
                        Column.ACTION,
                    )
                )
            return ()
        one.known_action = self._known_action(one)
        if one.known_action is not None:
            return ("known", one.known_action.pk)
        if reference is not None:
            return ("reference", one.organisation_id, reference.casefold())
        return ("title", one.commitment, word_key(in_a_line(title or "")))

    def _acts(
        self,
        placed: Iterable[Placed],
        told: dict[Key, Told],
        positions: dict[Key, int],
        plans: dict[Key, PlannedCommitment],
    ) -> dict[Key, PlannedAction]:
        acts: dict[Key, PlannedAction] = {}
        for one in placed:
            if not one.action:
                continue
            if one.action not in acts:
                acts[one.action] = planned_action(
                    told[one.action],
                    one.known_action,
                    organisation_id=one.organisation_id,
                    setting=self._setting,
                )
            act = acts[one.action]
            held = plans[one.commitment].known
            serves = held is not None and act.known and held.pk in act.known.commitments
            if not serves and positions[one.commitment] not in act.serves:
                act.serves.append(positions[one.commitment])
                if held is not None and held.is_closed:
                    act.moves.problems.append(Problem(CLOSED, Column.ACTION))
        for act in acts.values():
            if act.known and act.known.commitments <= self._closed and not act.changes_nothing:
                act.moves.problems.append(Problem(CLOSED, Column.ACTION))
        return acts

    def _known_action(self, one: Placed) -> KnownAction | None:
        reference = one.row.told.get(Column.ACTION_REFERENCE)
        found: list[KnownAction] = []
        if reference is not None:
            found = self._by_reference.get((one.organisation_id, reference.casefold()), [])
        title = one.row.told.get(Column.ACTION)
        if not found and title is not None:
            titled = self._by_title.get((one.commitment, word_key(in_a_line(title))), [])
            # One that is held under another reference is another action.
            found = [each for each in titled if reference is None or not each.reference]
        if len(found) > 1:
            one.problems.append(
                Problem(
                    f"{len(found)} actions are held that this could be. Give each a reference.",
                    Column.ACTION,
                )
            )
        return found[0] if len(found) == 1 else None

    def _outcomes(
        self,
        placed: Iterable[Placed],
        plans: dict[Key, PlannedCommitment],
        acts: dict[Key, PlannedAction],
    ) -> Iterator[PlannedRow]:
        told_already: set[Key] = set()
        for one in placed:
            commitment, action = plans.get(one.commitment), acts.get(one.action)
            parts: list[PlannedCommitment | PlannedAction] = []
            for key, part in ((one.commitment, commitment), (("act", *one.action), action)):
                if part is not None and key not in told_already:
                    told_already.add(key)
                    parts.append(part)
            problems = [*one.problems, *(each for part in parts for each in part.moves.problems)]
            yield PlannedRow(
                number=one.row.number,
                outcome=Outcome.REFUSED if problems else _outcome(parts),
                about=one.found.in_words if one.found else "",
                action=one.row.told.get(Column.ACTION, ""),
                changes=tuple(change for part in parts for change in part.moves.changes),
                problems=tuple(problems),
                notes=(
                    *(one.found.notes if one.found else ()),
                    *(note for part in parts for note in part.moves.notes),
                ),
            )


def _outcome(parts: Iterable[PlannedCommitment | PlannedAction]) -> Outcome:
    changing = [part for part in parts if not part.changes_nothing]
    if any(part.known is None for part in changing):
        return Outcome.ADDED
    return Outcome.UPDATED if changing else Outcome.UNCHANGED


def _limb(found: Found, told: Told) -> int | Problem | None:
    words = told.get(Column.SUB_POINT)
    if words is None:
        return None
    about = found.recommendation
    limbs = () if isinstance(about, NewRecommendation) else about.limbs
    key = word_key(words)
    matching = [pk for pk, label, text in limbs if key in {word_key(label), word_key(text)}]
    if len(matching) == 1:
        return matching[0]
    return Problem(
        f"“{short(words)}” is no sub-point of this recommendation in the register. Write its "
        "letter or number as the register has it.",
        Column.SUB_POINT,
    )


def _commitment_key(recommendation: Any, limb_id: int | None, organisation_id: int) -> Key:
    return (recommendation, limb_id, organisation_id)


def _title_key(action: KnownAction) -> str:
    return word_key(action.title)
