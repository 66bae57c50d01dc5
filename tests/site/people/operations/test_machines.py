"""Machine accounts: let in by two people, with tokens that expire and are revoked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import factories, factories_machines
from tests.factories_machines import AT

from answerable_site.audit.models import AuditEntry
from answerable_site.people import operations, queries
from answerable_site.people.access import Refused
from answerable_site.people.models import MachineToken
from answerable_site.people.rules import (
    ANONYMOUS,
    LONGEST,
    ExpiresTooLate,
    NotAScopeHere,
    Role,
    Scope,
)
from answerable_site.people.signing_in import tokens

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


@pytest.fixture
def machine(office) -> factories_machines.Machine:
    return factories_machines.machine(office.force, at=AT)


def acts() -> list[str]:
    return list(AuditEntry.objects.order_by("sequence").values_list("act", flat=True))


class TestSetUpMachine:
    def test_is_refused_to_whoever_does_not_administer_the_organisation(self, office):
        stranger = factories.viewer(office.administrator)
        with pytest.raises(Refused):
            factories_machines.account(office.force, by=stranger)

    def test_gives_no_scope_that_people_of_such_an_organisation_have_not(self, office):
        with pytest.raises(NotAScopeHere):
            factories_machines.account(office.force, Scope.SEND_TRACKERS)

    def test_makes_an_account_as_which_nobody_can_sign_in(self, office):
        account, _ = factories_machines.account(office.force)
        assert not account.user.is_active
        assert not account.user.has_usable_password()
        assert queries.account_of(account.user.email) is None

    def test_lets_it_do_nothing_before_somebody_else_confirms_it(self, office):
        account, _ = factories_machines.account(office.force)
        assert queries.viewer_for(account.user, on=TODAY) == ANONYMOUS


class TestConfirmMachine:
    def test_is_refused_to_the_one_who_set_it_up(self, office):
        account, (first, _) = factories_machines.account(office.force)
        with pytest.raises(Refused):
            operations.confirm_machine(by=first, at=AT, account=account)

    def test_is_refused_to_somebody_whose_account_the_first_one_made(self, office):
        account, (first, _) = factories_machines.account(office.force)
        made = operations.add_person(
            by=first,
            at=AT,
            organisation=office.force,
            email="second.self@example.org",
            full_name="Second Self",
            password=factories.PASSWORD,
            role=Role.ADMINISTRATOR,
        )
        other = factories.viewer(
            factories.person("Third Keeper", (office.force, Role.ADMINISTRATOR))
        )
        operations.change_password(
            by=queries.viewer_for(made, on=TODAY), at=AT, user=made, password="another invented one"
        )
        operations.confirm_role(by=other, at=AT, assignment=made.assignments.get())
        with pytest.raises(Refused):
            operations.confirm_machine(by=factories.viewer(made), at=AT, account=account)

    def test_lets_it_act_in_the_roles_that_its_scopes_need(self, machine, office):
        viewer = queries.viewer_for(machine.account.user, on=TODAY)
        assert viewer.holds_in(office.force.pk, Role.SUPERVISOR)
        assert len(viewer.posts) == 1

    def test_happens_once(self, machine):
        with pytest.raises(operations.MachineNotThere):
            operations.confirm_machine(by=machine.administrators[1], at=AT, account=machine.account)


class TestMakeToken:
    def make(self, machine, **changed):
        told = {
            "by": machine.administrators[0],
            "at": AT,
            "account": machine.account,
            "scopes": [Scope.READ_LOADS],
            "expires_on": TODAY,
        }
        return operations.make_token(**(told | changed))

    def test_keeps_no_secret(self, machine):
        token, text = self.make(machine)
        secret = text.rpartition("_")[2]
        kept = MachineToken.objects.filter(pk=token.pk).values().get()
        assert not [value for value in kept.values() if secret in str(value)]
        assert secret not in "".join(entry.content or "" for entry in AuditEntry.objects.all())

    @pytest.mark.parametrize("days", [-1, LONGEST.days + 1])
    def test_gives_none_that_is_over_or_lasts_longer_than_a_year(self, machine, days):
        with pytest.raises(ExpiresTooLate):
            self.make(machine, expires_on=TODAY + timedelta(days=days))

    def test_gives_none_for_more_than_the_account_may(self, office):
        machine = factories_machines.machine(office.force, Scope.READ_LOADS, at=AT)
        with pytest.raises(NotAScopeHere):
            self.make(machine, scopes=[Scope.SEND_EXTRACTS])

    def test_gives_none_while_the_account_waits(self, office):
        account, (first, _) = factories_machines.account(office.force)
        with pytest.raises(operations.MachineNotThere):
            operations.make_token(
                by=first, at=AT, account=account, scopes=account.allowed, expires_on=TODAY
            )

    def test_is_refused_to_whoever_does_not_administer_the_organisation(self, machine, office):
        with pytest.raises(Refused):
            self.make(machine, by=factories.viewer(office.administrator))


class TestTokens:
    def viewer(self, machine, *, days: int = 0, text: str = ""):
        return tokens.viewer_of(f"Bearer {text or machine.text}", at=AT + timedelta(days=days))

    def test_stand_for_their_account(self, machine):
        viewer = self.viewer(machine)
        assert viewer.user_id == machine.account.user_id
        assert viewer.machine.scopes == {Scope.SEND_EXTRACTS, Scope.READ_LOADS}

    def test_name_in_the_record_who_answers_for_them(self, machine):
        viewer = self.viewer(machine)
        first, second = machine.administrators
        assert f"set up by {first.name}, confirmed by {second.name}" in viewer.acting_as

    def test_count_to_the_end_of_their_last_day(self, machine):
        assert self.viewer(machine, days=30).is_signed_in
        assert not self.viewer(machine, days=31).is_signed_in

    def test_count_no_longer_once_revoked(self, machine):
        operations.revoke_token(by=machine.administrators[1], at=AT, token=machine.token)
        assert self.viewer(machine) == ANONYMOUS

    def test_count_no_longer_once_their_account_has_ended(self, machine):
        operations.end_machine(by=machine.administrators[1], at=AT, account=machine.account)
        assert self.viewer(machine) == ANONYMOUS
        assert queries.viewer_for(machine.account.user, on=TODAY) == ANONYMOUS

    @pytest.mark.parametrize(
        "change",
        [
            lambda text: text[:-1] + ("A" if text[-1] != "A" else "B"),
            lambda text: text + "A",
            lambda text: text.upper(),
            lambda text: text.replace("answerable", "other"),
            lambda _: "",
        ],
    )
    def test_count_as_they_are_alone(self, machine, change):
        assert self.viewer(machine, text=change(machine.text) or "none") == ANONYMOUS

    def test_count_under_a_former_key_of_the_installation(self, machine, settings):
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "a new one"
        assert self.viewer(machine).is_signed_in

    def test_do_not_count_under_a_foreign_key(self, machine, settings):
        settings.SECRET_KEY = "of another installation"
        assert not self.viewer(machine).is_signed_in

    def test_note_once_a_day_that_they_are_used(self, machine):
        for _ in range(2):
            self.viewer(machine)
        assert acts().count("people.note_token_used") == 1
        machine.token.refresh_from_db()
        assert machine.token.last_used_on == TODAY

    def test_are_narrower_than_their_account_where_they_were_made_so(self, office):
        machine = factories_machines.machine(office.force, at=AT)
        _, text = operations.make_token(
            by=machine.administrators[0],
            at=AT,
            account=machine.account,
            scopes=[Scope.READ_LOADS],
            expires_on=TODAY,
        )
        assert self.viewer(machine, text=text).machine.scopes == {Scope.READ_LOADS}


class TestRevokeToken:
    def test_is_refused_to_whoever_does_not_administer_the_organisation(self, machine, office):
        with pytest.raises(Refused):
            operations.revoke_token(
                by=factories.viewer(office.administrator), at=AT, token=machine.token
            )

    def test_happens_once(self, machine):
        operations.revoke_token(by=machine.administrators[0], at=AT, token=machine.token)
        with pytest.raises(operations.TokenRevoked):
            operations.revoke_token(by=machine.administrators[0], at=AT, token=machine.token)
