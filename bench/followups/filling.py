"""A database in which an office follows up as many recommendations as wanted.

Import this once Django is set up. Rows are inserted in bulk: what operations write is tested
elsewhere; here only their number matters.
"""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from answerable_site.followup import rules
from answerable_site.followup.models import (
    Action,
    Assurance,
    AssuranceLevel,
    Commitment,
    Evidence,
    Ownership,
    OwnStatement,
    ProgressUpdate,
    TargetDate,
)
from answerable_site.people import operations as people
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import PRODUCT, OrganisationKind, Role
from answerable_site.register.models import Recommendation
from bench.registers import filling as registers

ACTIONS_EACH = 6
OWNERS = 40
BATCH = 5000


def fill(recommendations: int, *, with_history: bool = True) -> tuple[str, dict[str, int]]:
    """Make the database and fill it; answers the cookie of a response officer and what was made.

    Args:
        with_history: the actions and the rows of history too, which take longest.
    """
    cookie = registers.fill(recommendations)
    with transaction.atomic():
        counts = _Filling(random.Random(2)).fill(with_history=with_history)
    return cookie, counts


class _Filling:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.today = timezone.localdate()
        self.body = Organisation.objects.get(kind=OrganisationKind.LOCAL_POLICING_BODY)
        self.officer = User.objects.get(email="officer@example.org")
        self.force = people.add_organisation(
            by=PRODUCT,
            at=registers.AT,
            kind=OrganisationKind.POLICE_FORCE,
            name="Wexmoor Constabulary",
            slug="wexmoor-constabulary",
            holder_title="Chief Constable",
        )
        Organisation.objects.filter(pk=self.body.pk).update(force=self.force)
        self.owners = [
            people.set_up_person(
                by=PRODUCT,
                at=registers.AT,
                email=f"owner-{number}@example.org",
                full_name=f"Owner {number:02}",
                password="not used to sign in",
                roles=[(self.force, Role.ACTION_OWNER)],
                from_on=registers.AT.date(),
            )
            for number in range(OWNERS)
        ]

    def fill(self, *, with_history: bool) -> dict[str, int]:
        found = list(Recommendation.objects.order_by("pk"))
        commitments = Commitment.objects.bulk_create(
            [self._commitment(one) for one in found], batch_size=BATCH
        )
        if not with_history:
            return {"commitments": len(commitments)}
        actions = Action.objects.bulk_create(
            [self._action(number) for number in range(len(found) * ACTIONS_EACH)],
            batch_size=BATCH,
        )
        Action.commitments.through.objects.bulk_create(
            [
                Action.commitments.through(
                    action=one, commitment=commitments[number // ACTIONS_EACH]
                )
                for number, one in enumerate(actions)
            ],
            batch_size=BATCH,
        )
        history = self._history(commitments, actions)
        return {
            "recommendations": len(found),
            "commitments": len(commitments),
            "actions": len(actions),
            "rows of history": history,
        }

    def _commitment(self, recommendation: Recommendation) -> Commitment:
        tracked = self._tracked(is_done=self.chance.random() < 0.35)
        done_on = tracked["done_on"]
        is_closed = done_on is not None and self.chance.random() < 0.6
        closed_on = done_on + timedelta(days=20) if done_on and is_closed else None
        claimed = (
            rules.OwnView.COMPLETE if done_on else self.chance.choice(tuple(rules.OwnView)[:4])
        )
        assured = rules.AssuranceKind.COMPLETE if is_closed else self.chance.choice(_ASSURANCES)
        return Commitment(
            recommendation=recommendation,
            organisation=self.force if self.chance.random() < 0.8 else self.body,
            body=self.body,
            summary=f"Improve {self.chance.choice(registers.SUBJECTS)} as promised",
            promise=" ".join(self.chance.choices(registers.WORDS, k=80)),
            own_view=claimed,
            assurance=assured,
            assurance_name=assured and assured.label,
            inspectorate=self.chance.choice(("", *rules.InspectorateStatus)),
            review_due_on=self._day(-10, 200),
            update_due_on=self._day(-3, 28),
            evidence_on=self._day(-380, 0) if self.chance.random() < 0.7 else None,
            closed_on=closed_on,
            check_due_on=closed_on + timedelta(days=180) if closed_on else None,
            changed_at=self._moment(365),
            **tracked,
        )

    def _action(self, number: int) -> Action:
        is_done = self.chance.random() < 0.4
        return Action(
            organisation=self.force,
            title=f"{self.chance.choice(registers.SUBJECTS).capitalize()}: step {number}",
            words=" ".join(self.chance.choices(registers.WORDS, k=30)),
            state=rules.ActionState.DONE
            if is_done
            else self.chance.choice((rules.ActionState.NOT_STARTED, rules.ActionState.IN_PROGRESS)),
            **self._tracked(is_done=is_done),
        )

    def _tracked(self, *, is_done: bool) -> dict:
        original = self._day(-400, 500) if self.chance.random() < 0.95 else None
        revisions = self.chance.choice((0, 0, 0, 0, 1, 1, 2, 3)) if original else 0
        return {
            "owner": self.chance.choice(self.owners) if self.chance.random() < 0.97 else None,
            "original_on": original,
            "target_on": original + timedelta(days=60 * revisions) if original else None,
            "revisions": revisions,
            "whose_date": self.chance.choice(tuple(rules.Whose)) if original else "",
            "done_on": self._day(-380, 0) if is_done else None,
            "updated_on": self._day(-60, 0),
            "rating": self.chance.choice(tuple(rules.Rating)),
            "created_at": registers.AT,
            "created_by": self.officer,
        }

    def _history(self, commitments: list[Commitment], actions: list[Action]) -> int:
        things = [("commitment", one) for one in commitments] + [("action", one) for one in actions]
        level = AssuranceLevel.objects.create(
            body=self.body, name="Assured", kind="complete", position=0, **self._said()
        )
        rows: dict = {
            Ownership: [
                Ownership(**{name: one}, owner=one.owner, **self._said()) for name, one in things
            ],
            TargetDate: [row for name, one in things for row in self._targets(name, one)],
            ProgressUpdate: [self._update(name, one) for name, one in [*things, *things[::3]]],
            OwnStatement: [
                OwnStatement(
                    commitment=one,
                    view=one.own_view,
                    on=self.today,
                    words="As said",
                    **self._said(),
                )
                for one in commitments
            ],
            Assurance: [
                Assurance(
                    commitment=one,
                    level=level,
                    kind=level.kind,
                    on=self.today,
                    words="As seen",
                    **self._said(),
                )
                for one in commitments
            ],
            Evidence: [
                Evidence(
                    commitment=one,
                    kind=rules.EvidenceKind.LINK,
                    title="An audit of forty records",
                    on=self.today,
                    address="https://example.org/audit",
                    **self._said(),
                )
                for one in commitments
            ],
        }
        for model, made in rows.items():
            model.objects.bulk_create(made, batch_size=BATCH)
        return sum(len(made) for made in rows.values())

    def _targets(self, name: str, one: Commitment | Action) -> list[TargetDate]:
        if one.original_on is None:
            return []
        return [
            TargetDate(
                **{name: one},
                number=number,
                on=one.original_on + timedelta(days=60 * number),
                whose=one.whose_date,
                reason="The trainer fell ill" if number else "",
                **self._said(),
            )
            for number in range(one.revisions + 1)
        ]

    def _update(self, name: str, one: Commitment | Action) -> ProgressUpdate:
        # Most updates were agreed to; some wait.
        said = self._said()
        agreed = (
            {}
            if self.chance.random() < 0.05
            else {
                "agreed_at": said["at"],
                "agreed_by": self.officer,
            }
        )
        return ProgressUpdate(
            **{name: one},
            on=self.today,
            rating=one.rating,
            words=" ".join(self.chance.choices(registers.WORDS, k=20)),
            by=self.chance.choice(self.owners),
            at=said["at"],
            **agreed,
        )

    def _said(self) -> dict:
        return {"at": self._moment(700), "by": self.officer}

    def _day(self, first: int, last: int) -> date:
        return self.today + timedelta(days=self.chance.randint(first, last))

    def _moment(self, days: int) -> datetime:
        return timezone.now() - timedelta(minutes=self.chance.randrange(days * 24 * 60))


_ASSURANCES = ("", *rules.AssuranceKind)
