"""Which roles read cases, and in which of three ways."""

from __future__ import annotations

from answerable_site.people.rules import OrganisationKind, Role

SEES_EVERY_CASE = frozenset({Role.SUPERVISOR, Role.GATEKEEPER, Role.CPS_MANAGER})
"""See that every case of their organisation exists, and open one with a reason.

A case is an organisation's own where the organisation is its force, or where it was shared with it.
"""
ASSIGNABLE = frozenset(
    {Role.INVESTIGATOR, Role.PROSECUTOR, Role.SUPPORT_WORKER, Role.FILE_REVIEWER}
)
"""Read the cases that are assigned to them. The assignment is the reason."""
READS_CASES = SEES_EVERY_CASE | ASSIGNABLE
ASSIGNS = frozenset({Role.SUPERVISOR, Role.CPS_MANAGER})
"""Say who of their organisation works on a case. A support service is assigned by its force."""
SHARES_WITH = frozenset(
    {
        OrganisationKind.CPS_AREA,
        OrganisationKind.SUPPORT_SERVICE,
        OrganisationKind.INSPECTORATE,
    }
)
"""The kinds of organisation that a force may share a case with."""
