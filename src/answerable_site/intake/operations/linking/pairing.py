"""Cases of one force that bear the same URN: whether they go together is for two people to say."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations

from django.db import transaction

from answerable_site.audit.operations import record
from answerable_site.audit.rules import Processing
from answerable_site.casework import wall
from answerable_site.intake import access, queries
from answerable_site.intake.models import Link
from answerable_site.intake.rules import Likeness, LinkState
from answerable_site.people.models import Organisation
from answerable_site.people.rules import Viewer


@transaction.atomic
def propose_pairs(*, by: Viewer, at: datetime, force: Organisation) -> int:
    """Look for cases of a force that bear the same URN, and propose that each two of them go
    together; how many were not proposed before. Where many bear it, it tells nothing of any two.

    Raises:
        access.Refused: the viewer does not load extracts of the force.
    """
    access.check_can_load(by, force)
    with wall.lifted_for(by):
        Organisation.objects.select_for_update(no_key=True).get(pk=force.pk)
        before = Link.objects.filter(force=force, other__isnull=False)
        for link in before.filter(state=LinkState.PROPOSED):
            if queries.urn_of_both(link) is None:
                link.delete()
        pairs = {
            pair
            for cases in queries.cases_by_shared_urn(force.pk)
            for pair in combinations(cases, 2)
        }
        known = set(before.values_list("case", "other"))
        new = [
            Link(
                organisation=force,
                force=force,
                case_id=case,
                other_id=other,
                likeness=Likeness.BOTH_BEAR_URN,
                proposed_at=at,
            )
            for case, other in sorted(pairs - known)
        ]
        Link.objects.bulk_create(new)
    record(
        by=by,
        at=at,
        act="intake.propose_pairs",
        kind=Processing.COMBINATION,
        subject=f"people.organisation:{force.pk}",
        details={"proposed": len(new)},
    )
    return len(new)
