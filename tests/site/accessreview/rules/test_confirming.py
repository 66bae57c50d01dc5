from __future__ import annotations

import pytest

from answerable_site.accessreview.rules.confirming import confirming_roles
from answerable_site.people.rules import OrganisationKind, Role


class TestConfirmingRoles:
    @pytest.mark.parametrize(
        ("kind", "roles"),
        [
            (OrganisationKind.POLICE_FORCE, {Role.SUPERVISOR}),
            (OrganisationKind.CPS_AREA, {Role.CPS_MANAGER}),
            (OrganisationKind.SUPPORT_SERVICE, {Role.ACCESS_AUDITOR}),
            (OrganisationKind.INSPECTORATE, {Role.ACCESS_AUDITOR}),
            (OrganisationKind.LOCAL_POLICING_BODY, set()),
            (OrganisationKind.NATIONAL_BODY, set()),
        ],
    )
    def test_are_those_who_know_most_about_work_on_cases(self, kind, roles):
        assert confirming_roles(kind) == roles
