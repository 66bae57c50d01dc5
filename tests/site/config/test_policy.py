from __future__ import annotations

from http import HTTPStatus
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory
from django.urls import reverse
from tests import factories
from tests.site.rights import BODY

from answerable_site.config import policy
from answerable_site.config.policy import METHODS, RoutePolicy, RouteWithoutRule, rule_for
from answerable_site.people.access import Refused
from answerable_site.people.rules import ANONYMOUS, Role, Viewer


class TestRuleFor:
    def test_refuses_a_route_that_nobody_wrote_a_rule_for(self):
        with pytest.raises(RouteWithoutRule, match="home:forgotten"):
            rule_for("home:forgotten")


HOLDER, ADMINISTRATOR = BODY.viewer(Role.HOLDER), BODY.viewer(Role.ADMINISTRATOR)
FOR_ADMINISTRATORS, FOR_ALL = "people:people", "people:sign_out"


def asked(route: str | None, by: Viewer, method: str = "GET", **headers: str) -> HttpRequest:
    """A request for a page, as it is when its view is about to be called."""
    request = RequestFactory().generic(method, "/asked/", query_params={"q": "word"}, **headers)
    request.viewer = by
    request.resolver_match = route and SimpleNamespace(view_name=route)
    return request


def answered(request: HttpRequest) -> HttpResponse | None:
    """What the policy answers in place of the view; nothing where the view may."""
    return RoutePolicy(lambda _request: HttpResponse()).process_view(request, None, (), {})


class TestEachRequest:
    @pytest.mark.parametrize("method", METHODS)
    @pytest.mark.parametrize(
        ("route", "by"),
        [(FOR_ADMINISTRATORS, ADMINISTRATOR), (FOR_ALL, HOLDER), (FOR_ALL, ANONYMOUS)],
    )
    def test_is_let_through_by_the_rule_of_its_route(self, route, by, method):
        assert answered(asked(route, by, method)) is None

    def test_is_let_through_where_no_route_was_found(self):
        assert answered(asked(None, ANONYMOUS)) is None

    def test_is_refused_to_somebody_whom_the_rule_does_not_let_through(self):
        with pytest.raises(Refused, match="does not include this page"):
            answered(asked(FOR_ADMINISTRATORS, HOLDER))

    def test_leads_to_signing_in_where_nobody_is(self):
        found = answered(asked(FOR_ADMINISTRATORS, ANONYMOUS))
        assert isinstance(found, HttpResponseRedirect)
        assert found.url.startswith(reverse("account_login"))

    @pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
    def test_is_refused_with_a_method_that_no_page_takes(self, method):
        found = answered(asked(FOR_ADMINISTRATORS, ADMINISTRATOR, method))
        assert found.status_code == HTTPStatus.METHOD_NOT_ALLOWED


class TestTheWayBack:
    """From signing in: where nobody is signed in any more."""

    def back(self, method: str, referer: str) -> str:
        headers = {"headers": {"Referer": referer}} if referer else {}
        found = answered(asked(FOR_ADMINISTRATORS, ANONYMOUS, method, **headers))
        return found.url.partition("?next=")[2]

    def test_of_a_page_is_that_page_without_what_was_searched_for(self):
        assert self.back("GET", "http://testserver/before/") == "/asked/"

    def test_of_a_form_is_the_page_on_which_it_stood(self):
        assert self.back("POST", "http://testserver/before/?q=word") == "/before/"

    @pytest.mark.parametrize(
        "referer",
        [
            "https://elsewhere.example/before/",
            "http://testserver.example/",
            "words",
            "http://[",
            "",
        ],
    )
    def test_of_a_form_that_stood_elsewhere_is_where_it_was_sent(self, referer):
        assert self.back("POST", referer) == "/asked/"


class TestTheLog:
    def told(self, caplog, status: int, route: str | None) -> list[str]:
        def answer(request: HttpRequest) -> HttpResponse:
            request.resolver_match = route and SimpleNamespace(view_name=route)
            return HttpResponse(status=status)

        request = RequestFactory().get("/asked/")
        request.user = AnonymousUser()
        RoutePolicy(answer)(request)
        return [one.getMessage() for one in caplog.records if one.name == policy.__name__]

    @pytest.mark.parametrize("status", [403, 404])
    def test_tells_of_a_refusal(self, caplog, status):
        [line] = self.told(caplog, status, "people:people")
        asked_for = f"Refused with {status}: people:people, asked for by nobody who signed in"
        assert line == asked_for

    @pytest.mark.parametrize("status", [200, 302, 405, 500])
    def test_tells_of_no_other_answer(self, caplog, status):
        assert self.told(caplog, status, "people:people") == []

    def test_tells_of_no_address_that_does_not_exist(self, caplog):
        assert self.told(caplog, 404, None) == []


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
