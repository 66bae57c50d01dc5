from __future__ import annotations

from types import SimpleNamespace

from answerable_site.people.rules import Role, made_by, set_up_by

ADMINISTRATOR, OTHER = 1, 2


def given(role: Role, by: int | None) -> SimpleNamespace:
    return SimpleNamespace(role=role, granted_by_id=by)


class TestMadeBy:
    def test_is_whoever_gave_the_first_role(self):
        roles = [given(Role.HOLDER, ADMINISTRATOR), given(Role.APPROVER, OTHER)]
        assert made_by(roles, ADMINISTRATOR)
        assert not made_by(roles, OTHER)

    def test_is_nobody_where_the_account_was_set_up_at_the_console(self):
        roles = [given(Role.HOLDER, None), given(Role.APPROVER, ADMINISTRATOR)]
        assert not made_by(roles, ADMINISTRATOR)

    def test_is_nobody_for_an_account_without_a_role(self):
        assert not made_by([], ADMINISTRATOR)


class TestSetUpBy:
    def test_holds_for_whoever_made_the_account_whatever_role_it_acts_in(self):
        roles = [given(Role.APPROVER, ADMINISTRATOR), given(Role.HOLDER, OTHER)]
        assert set_up_by(roles, ADMINISTRATOR, to_act_as=Role.HOLDER)

    def test_holds_for_whoever_gave_the_role_later(self):
        roles = [given(Role.APPROVER, None), given(Role.HOLDER, ADMINISTRATOR)]
        assert set_up_by(roles, ADMINISTRATOR, to_act_as=Role.HOLDER)

    def test_holds_although_somebody_else_gave_the_role_again(self):
        roles = [
            given(Role.APPROVER, None),
            given(Role.HOLDER, ADMINISTRATOR),
            given(Role.HOLDER, OTHER),
        ]
        assert set_up_by(roles, ADMINISTRATOR, to_act_as=Role.HOLDER)

    def test_is_not_for_whoever_gave_another_role(self):
        roles = [given(Role.HOLDER, OTHER), given(Role.APPROVER, ADMINISTRATOR)]
        assert not set_up_by(roles, ADMINISTRATOR, to_act_as=Role.HOLDER)
