from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from tests.factories import PASSWORD

from answerable_site.config import offices
from answerable_site.people.models import Organisation, User
from answerable_site.people.rules import BodyType, OrganisationKind, Role
from answerable_site.publication.rules import WORDS_BELOW_A_BODY

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

    def test_makes_both_change_the_password_that_was_typed_for_them(self):
        add()
        assert all(user.must_change_password for user in User.objects.all())

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


def public_routes() -> list[list[str]]:
    """Every address below /public/, part by part."""
    (public,) = (one for one in get_resolver().url_patterns if str(one.pattern) == "public/")
    assert all(isinstance(route, URLPattern) for route in public.url_patterns)
    return [str(route.pattern).split("/") for route in public.url_patterns]


def is_a_word(part: str) -> bool:
    """Whether a part of a route is fixed and could be the address of a body or a report."""
    try:
        validate_slug(part)
    except ValidationError:
        return False
    return True


class TestReservedWords:
    def test_hold_every_fixed_word_at_the_place_of_a_body(self):
        fixed = {parts[0] for parts in public_routes() if is_a_word(parts[0])}
        assert "record" in fixed
        assert fixed <= offices.reserved_words()

    def test_are_kept_at_the_place_of_a_report_too(self):
        # The address of a report is made from its title: a fixed word there would hide one.
        below_a_body = [parts for parts in public_routes() if parts[0].startswith("<")]
        fixed = {parts[1] for parts in below_a_body if len(parts) > 1 and is_a_word(parts[1])}
        assert fixed == WORDS_BELOW_A_BODY

    @pytest.mark.parametrize("given", ["body", "force"])
    def test_are_no_address_of_a_body_or_of_its_force(self, given):
        for word in filter(is_a_word, offices.reserved_words()):
            with pytest.raises(offices.CannotAddOffice, match=f"address “{word}”"):
                add(**{given: word.capitalize()})
        assert not Organisation.objects.exists()

    def test_are_no_address_of_another_organisation(self):
        with pytest.raises(offices.CannotAddOffice, match="Office for"):
            offices.add_organisation(
                kind=OrganisationKind.INSPECTORATE,
                name="Record",
                administrators=["First Person <first@example.org>", "Second <s@example.org>"],
                ask_password=lambda _name: PASSWORD,
            )
