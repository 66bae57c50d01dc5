from __future__ import annotations

import pytest
from django.urls import reverse
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> factories.Office:
    return factories.office()


def sign_in(client, email: str, password: str = factories.PASSWORD, **extra):
    return client.post(reverse("account_login"), {"login": email, "password": password, **extra})


class TestSignIn:
    def test_accepts_the_address_in_any_case_and_leaves_an_entry(self, client, office):
        before = AuditEntry.objects.count()
        response = sign_in(client, "WEXMOOR-officer@example.org")
        assert response.status_code == 302
        assert AuditEntry.objects.count() == before + 1

    def test_says_the_same_of_a_wrong_password_and_an_unknown_address(self, client, office):
        wrong = sign_in(client, office.officer.email, "not the password")
        unknown = sign_in(client, "nobody@example.org")
        sentence = "The email address or the password is not right"
        assert sentence in wrong.content.decode()
        assert sentence in unknown.content.decode()

    def test_returns_to_the_page_that_was_asked_for(self, client, office):
        response = sign_in(client, office.officer.email, next="/register/")
        assert response["Location"] == "/register/"

    @pytest.mark.parametrize("target", ["https://elsewhere.example", "//elsewhere.example"])
    def test_never_leads_to_another_site(self, client, office, target):
        assert sign_in(client, office.officer.email, next=target)["Location"] == "/"

    def test_refuses_somebody_who_was_switched_off(self, client, office):
        User.objects.filter(pk=office.officer.pk).update(is_active=False)
        assert sign_in(client, office.officer.email).status_code == 200


class TestSignInAs:
    def test_does_not_exist_outside_the_demonstration(self, client, office):
        response = client.post(reverse("people:sign_in_as", args=[office.holder.pk]))
        assert response.status_code == 404

    def test_makes_a_visitor_somebody_in_the_demonstration(self, client, office, settings):
        settings.DEMONSTRATION = True
        client.post(reverse("people:sign_in_as", args=[office.holder.pk]))
        assert "Wexmoor Holder" in client.get(reverse("people:account")).content.decode()


class TestSignOut:
    def test_needs_a_form_not_a_link(self, client, office):
        assert client.get(reverse("people:sign_out")).status_code == 405


class TestPeople:
    def test_shows_only_those_of_organisations_that_the_viewer_administers(self, client, office):
        factories.office("Sallowfen")
        client.force_login(office.administrator)
        page = client.get(reverse("people:people")).content.decode()
        assert "Wexmoor Holder" in page
        assert "Sallowfen" not in page

    def test_walks_from_adding_a_publisher_to_a_second_persons_confirmation(self, client, office):
        client.force_login(office.administrator)
        client.post(
            reverse("people:add", args=[office.body.pk]),
            {
                "full_name": "New Publisher",
                "email": "new@example.org",
                "password": factories.PASSWORD,
                "role": "publisher",
            },
        )
        user = User.objects.get(email="new@example.org")
        address = reverse("people:person", args=[user.pk])
        assert "To be confirmed" in client.get(address).content.decode()
        client.force_login(office.second_administrator)
        confirm = reverse("people:confirm", args=[user.assignments.get().pk])
        page = client.post(confirm, follow=True).content.decode()
        assert "New Publisher has not signed in and chosen a password yet." in page
        assert "To be confirmed" in page
        user.set_password(factories.PASSWORD)
        user.save()
        client.post(confirm)
        assert "To be confirmed" not in client.get(address).content.decode()
