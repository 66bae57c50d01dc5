"""Who says whether the reason of a look that was drawn is known."""

from __future__ import annotations

from answerable_site.casework.rules import ASSIGNS, READS_CASES
from answerable_site.people.rules import ROLES_BY_KIND, OrganisationKind, Role


def confirming_roles(kind: OrganisationKind) -> frozenset[Role]:
    """Roles that answer for looks by people of an organisation of a kind; none where nobody there
    reads cases.

    Whoever says who works on cases knows most. A support service and an inspectorate have no such
    role: there those who audit access answer, who read no case and may ask.
    """
    there = frozenset(ROLES_BY_KIND[kind])
    if not there & READS_CASES:
        return frozenset()
    return there & ASSIGNS or there & {Role.ACCESS_AUDITOR}
