"""A commitment or an action while it is changed, and the facts that lists read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from answerable_site.followup import queries, rules
from answerable_site.followup.models import Action, Commitment
from answerable_site.people.access import Refused, signed_in
from answerable_site.people.models import User
from answerable_site.people.rules import Viewer


class OwnerRefused(ValueError):
    """This person cannot own it; the message says why."""


class Held:
    """A commitment or an action, locked until the transaction ends.

    Who may do what is asked of it as it is now: whoever passed it in may have read it before it
    changed hands or was closed.
    """

    def __init__(self, thing: Commitment | Action) -> None:
        # Of itself only: PostgreSQL locks no row that an outer join may lack.
        rows = type(thing).objects.select_for_update(of=("self",))
        rows = rows.select_related("organisation").defer("organisation__logo")
        self.thing: Any = rows.get(pk=thing.pk)
        self.is_commitment = isinstance(thing, Commitment)
        name = "commitment" if self.is_commitment else "action"
        self.about: dict[str, Any] = {name: self.thing}
        """What a row of history is about."""
        self.subject = f"followup.{name}:{self.thing.pk}"
        """As the record of acts names it."""

    def check_independent(self, by: Viewer, *, providers: Iterable[int] = ()) -> None:
        """Raises Refused where the viewer owns the commitment or one of its actions, or did, or
        added evidence that is tested.

        Args:
            providers: who added the evidence.
        """
        owners, tester = queries.owners_ever(self.thing), signed_in(by)
        for provider in (None, *providers):
            problem = rules.Independence(tester, owners, provider).problem
            if problem:
                raise Refused(f"{problem}.")

    def check_open(self) -> None:
        """Raises Refused where the commitment is closed, or every one that the action serves."""
        if self.is_commitment:
            is_open = self.thing.closed_on is None
        else:
            served = self.thing.commitments.select_for_update(of=("self",)).order_by("pk")
            is_open = None in served.values_list("closed_on", flat=True)
        if not is_open:
            raise Refused(rules.CLOSED)

    def check_could_own(self, person: User, *, on: date) -> None:
        """Raises OwnerRefused unless the person has a role in follow-up in the organisation that
        acts, on a civil date."""
        if not queries.owns_still(person.pk, self.thing.organisation_id, on=on):
            raise OwnerRefused("This person has no role in follow-up in that organisation")

    def keep(self, *, at: datetime, **facts: Any) -> None:
        """Write facts as they are from now on; the commitments concerned count as changed."""
        for name, value in facts.items():
            setattr(self.thing, name, value)
        if self.is_commitment:
            self.thing.changed_at = at
            self.thing.save(update_fields=[*facts, "changed_at"])
            return
        if facts:
            self.thing.save(update_fields=list(facts))
        self.thing.commitments.update(changed_at=at)
