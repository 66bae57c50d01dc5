from __future__ import annotations

from datetime import date

import pytest

from answerable_site.people.rules import (
    ANONYMOUS,
    NEEDS_TWO_PEOPLE,
    ROLES_BY_KIND,
    OrganisationKind,
    Post,
    Role,
    Viewer,
    in_force,
)

DAY = date(2026, 6, 1)


READS_RESPONSES = {
    *("response_officer", "holder", "publisher", "approver"),
    *("chief_officers_office", "force_liaison"),
}


class TestRoles:
    def test_all_belong_to_some_kind_of_organisation(self):
        assert {role for roles in ROLES_BY_KIND.values() for role in roles} == set(Role)

    def test_every_kind_can_be_administered(self):
        assert all(Role.ADMINISTRATOR in ROLES_BY_KIND[kind] for kind in OrganisationKind)

    def test_of_a_policing_body_never_include_one_that_reads_cases(self):
        reads_cases = {
            *(Role.INVESTIGATOR, Role.SUPERVISOR, Role.GATEKEEPER, Role.PROSECUTOR),
            *(Role.CPS_MANAGER, Role.SUPPORT_WORKER, Role.FILE_REVIEWER),
        }
        assert not reads_cases & set(ROLES_BY_KIND[OrganisationKind.LOCAL_POLICING_BODY])

    def test_three_need_two_people(self):
        assert {"publisher", "figure_checker", "administrator"} == NEEDS_TWO_PEOPLE


class TestInForce:
    @pytest.mark.parametrize(
        ("from_on", "to_on", "expected"),
        [
            (date(2026, 6, 1), None, True),
            (date(2026, 6, 2), None, False),
            (date(2026, 1, 1), date(2026, 6, 1), True),
            (date(2026, 1, 1), date(2026, 5, 31), False),
        ],
    )
    def test_counts_both_days(self, from_on, to_on, expected):
        found = in_force(from_on=from_on, to_on=to_on, confirmed=False, role=Role.HOLDER, on=DAY)
        assert found is expected

    @pytest.mark.parametrize(
        ("from_on", "to_on", "was_ended", "expected"),
        [
            (DAY, DAY, False, True),
            (DAY, DAY, True, False),
            (DAY, date(2026, 6, 2), False, True),
            (DAY, date(2026, 6, 2), True, True),
            (date(2026, 5, 31), DAY, True, False),
            (date(2026, 5, 1), date(2026, 5, 31), False, False),
            (date(2026, 5, 1), date(2026, 5, 31), True, False),
            (date(2026, 6, 2), date(2026, 6, 3), False, False),
        ],
    )
    def test_ends_at_once_where_somebody_ended_it_on_its_last_day(
        self, from_on, to_on, was_ended, expected
    ):
        found = in_force(
            from_on=from_on,
            to_on=to_on,
            was_ended=was_ended,
            confirmed=False,
            role=Role.HOLDER,
            on=DAY,
        )
        assert found is expected

    @pytest.mark.parametrize("role", [Role.PUBLISHER, Role.FIGURE_CHECKER, Role.ADMINISTRATOR])
    def test_waits_for_a_second_person_where_two_are_needed(self, role):
        assert not in_force(from_on=DAY, to_on=None, confirmed=False, role=role, on=DAY)
        assert in_force(from_on=DAY, to_on=None, confirmed=True, role=role, on=DAY)


class TestViewer:
    def test_of_the_public_takes_part_in_nothing(self):
        assert not ANONYMOUS.is_signed_in
        assert ANONYMOUS.policing_body_ids == frozenset()

    def test_who_only_administers_takes_part_in_no_work(self):
        viewer = Viewer(1, "A", (Post(Role.ADMINISTRATOR, 7, "Body", 7),))
        assert viewer.policing_body_ids == frozenset()

    def test_of_a_force_takes_part_in_the_work_of_its_policing_body(self):
        viewer = Viewer(1, "A", (Post(Role.CHIEF_OFFICERS_OFFICE, 8, "Force", 7),))
        assert viewer.policing_body_ids == frozenset({7})

    @pytest.mark.parametrize("role", list(Role))
    def test_takes_part_in_responses_in_six_roles_only(self, role):
        viewer = Viewer(1, "A", (Post(role, 8, "Force", 7),))
        assert bool(viewer.policing_body_ids) == (role in READS_RESPONSES)

    def test_holds_a_role_only_where_it_was_granted(self):
        viewer = Viewer(1, "A", (Post(Role.HOLDER, 7, "Body", 7),))
        assert viewer.holds_in(7, Role.HOLDER)
        assert not viewer.holds_in(9, Role.HOLDER)

    def test_acts_as_what_it_holds(self):
        viewer = Viewer(1, "A", (Post(Role.HOLDER, 7, "Body", 7),))
        assert viewer.acting_as == "Holder or delegate, Body"

    def test_holds_a_role_in_one_post_among_others(self):
        posts = (Post(Role.PUBLISHER, 9, "Other", 9), Post(Role.HOLDER, 7, "Body", 7))
        viewer = Viewer(1, "A", posts)
        assert viewer.is_signed_in
        assert viewer.holds(Role.HOLDER)
        assert viewer.holds(Role.APPROVER, Role.PUBLISHER)
        assert not viewer.holds(Role.APPROVER)
        assert viewer.holds_in(7, Role.HOLDER)
        assert not viewer.holds_in(7, Role.PUBLISHER)
        assert viewer.organisations_where(Role.HOLDER) == {7}
        assert viewer.policing_body_ids == {7, 9}

    def test_of_a_force_without_a_policing_body_takes_part_in_nothing(self):
        viewer = Viewer(1, "A", (Post(Role.CHIEF_OFFICERS_OFFICE, 8, "Force", None),))
        assert viewer.policing_body_ids == frozenset()
