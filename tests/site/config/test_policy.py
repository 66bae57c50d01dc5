from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse
from tests import factories

from answerable_site.config import policy
from answerable_site.config.policy import RouteWithoutRule, rule_for


class TestRuleFor:
    def test_refuses_a_route_that_nobody_wrote_a_rule_for(self):
        with pytest.raises(RouteWithoutRule, match="home:forgotten"):
            rule_for("home:forgotten")


@pytest.mark.django_db
class TestRefusals:
    """One line for whoever watches the log, without a word that somebody typed."""

    @pytest.fixture
    def office(self):
        return factories.office()

    def refusals(self, caplog) -> list[str]:
        return [one.getMessage() for one in caplog.records if one.name == policy.__name__]

    def test_of_a_page_are_logged_with_who_asked(self, client, office, caplog):
        client.force_login(office.holder)
        assert client.get(reverse("people:people"), {"q": "words"}).status_code == 403
        user = f"user {office.holder.pk}"
        assert self.refusals(caplog) == [f"Refused with 403: people:people, asked for by {user}"]

    def test_of_somebody_else_s_record_are_logged_too(self, client, office, caplog):
        foreign = factories.office("Sallowfen")
        client.force_login(office.administrator)
        client.get(reverse("people:person", args=[foreign.officer.pk]))
        [line] = self.refusals(caplog)
        assert line.startswith("Refused with 404: people:person")

    def test_are_not_made_of_addresses_that_do_not_exist(self, client, caplog):
        client.get("/no-such-page/")
        assert self.refusals(caplog) == []


@pytest.mark.django_db
class TestHeaders:
    @pytest.fixture
    def headers(self, client):
        return client.get(reverse("home:start")).headers

    def test_allow_no_inline_script_or_style(self, headers):
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("X-Frame-Options", "DENY"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ],
    )
    def test_keep_browsers_strict(self, headers, name, value):
        assert headers[name] == value


@pytest.mark.django_db
class TestErrorPages:
    def test_say_in_plain_words_that_a_page_does_not_exist(self, client):
        response = client.get("/no-such-page/")
        assert response.status_code == 404
        assert "Traceback" not in response.content.decode()

    def test_answer_a_forged_form_with_a_page(self, db):
        from django.test import Client

        response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {})
        assert response.status_code == 403
        assert "<h1" in response.content.decode()

    def test_answer_an_unexpected_fault_without_any_detail(self, client, monkeypatch):
        from answerable_site.people import queries

        def fail(*_args, **_keywords):
            raise RuntimeError("a secret detail")

        monkeypatch.setattr(queries, "demonstration_accounts", fail)
        monkeypatch.setattr(settings, "DEMONSTRATION", True)
        client.raise_request_exception = False
        response = client.get(reverse("account_login"))
        assert response.status_code == 500
        assert "secret" not in response.content.decode()
        assert "<h1" in response.content.decode()


class TestSettings:
    def test_use_our_own_people_from_the_first_migration(self):
        assert settings.AUTH_USER_MODEL == "people.User"
