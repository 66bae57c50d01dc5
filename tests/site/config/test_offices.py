from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories import PASSWORD

from answerable_site.config import offices
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import BodyType, OrganisationKind, Role

pytestmark = pytest.mark.django_db


def add(**changed) -> None:
    given = {
        "body": "Office for Policing in Wexmoor",
        "holder_title": "Police and Crime Commissioner",
        "force": "Wexmoor Constabulary",
        "chief_officer_title": "Chief Constable",
        "administrators": ["First Person <first@example.org>", "Second <second@example.org>"],
        "ask_password": lambda _name: PASSWORD,
    }
    offices.add(**(given | changed))


class TestAdd:
    def test_makes_a_body_that_holds_its_force_to_account(self):
        add()
        body = Organisation.objects.get(slug="office-for-policing-in-wexmoor")
        assert body.force.name == "Wexmoor Constabulary"

    def test_lets_both_administrators_sign_in(self, client):
        add()
        answer = client.post(
            reverse("account_login"), {"login": "second@example.org", "password": PASSWORD}
        )
        assert answer.status_code == 302

    def test_refuses_a_single_administrator_given_twice(self):
        with pytest.raises(offices.CannotAddOffice, match="two different"):
            add(administrators=["A <a@example.org>", "B <A@example.org>"])

    def test_refuses_an_address_of_another_form(self):
        with pytest.raises(offices.CannotAddOffice, match="Full name <name@example"):
            add(administrators=["a@example.org", "B <b@example.org>"])

    def test_leaves_nothing_behind_when_a_password_is_weak(self):
        with pytest.raises(offices.CannotAddOffice):
            add(ask_password=lambda _name: "short")
        assert not Organisation.objects.exists()
        assert not User.objects.exists()

    def test_refuses_a_name_that_exists(self):
        add()
        with pytest.raises(offices.CannotAddOffice, match="exists already"):
            add()

    def test_makes_a_commissioner_unless_told(self):
        add()
        add(
            body="Mayor of Sallowfen",
            force="Sallowfen Police",
            body_type=BodyType.MAYOR,
            administrators=["C <c@example.org>", "D <d@example.org>"],
        )
        kinds = Organisation.objects.filter(kind="local_policing_body").order_by("pk")
        assert [body.body_type for body in kinds] == ["commissioner", "mayor"]

    def test_makes_a_body_without_a_force_that_will_succeed_another(self):
        add(force="", chief_officer_title="")
        assert Organisation.objects.get().force is None
        assert User.objects.get(email="first@example.org").assignments.count() == 1

    @pytest.mark.parametrize("missing", ["force", "chief_officer_title"])
    def test_refuses_a_force_without_the_title_of_its_chief_officer(self, missing):
        with pytest.raises(offices.CannotAddOffice, match="or neither"):
            add(**{missing: ""})


def add_organisation(**changed) -> None:
    given = {
        "kind": OrganisationKind.SUPPORT_SERVICE,
        "name": "Wexmoor Support",
        "administrators": ["First Person <first@example.org>", "Second <second@example.org>"],
        "ask_password": lambda _name: PASSWORD,
    }
    offices.add_organisation(**(given | changed))


class TestAddOrganisation:
    @pytest.mark.parametrize(
        "kind", ["cps_area", "inspectorate", "support_service", "national_body"]
    )
    def test_makes_one_of_each_kind_with_its_administrators(self, kind):
        add_organisation(kind=OrganisationKind(kind))
        added = Organisation.objects.get(slug="wexmoor-support")
        roles = {one.role for one in added.assignments.in_force(timezone.localdate())}
        assert (added.kind, roles) == (kind, {Role.ADMINISTRATOR})

    @pytest.mark.parametrize("kind", ["local_policing_body", "police_force"])
    def test_leaves_a_body_and_its_force_to_the_other_command(self, kind):
        with pytest.raises(offices.CannotAddOffice, match="add-office"):
            add_organisation(kind=OrganisationKind(kind))

    def test_refuses_a_single_administrator(self):
        with pytest.raises(offices.CannotAddOffice, match="two different"):
            add_organisation(administrators=["A <a@example.org>"])
        assert not Organisation.objects.exists()
