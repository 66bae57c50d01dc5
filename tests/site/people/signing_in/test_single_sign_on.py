"""Single sign-on with a provider that answers in this process: nothing goes over a network."""

from __future__ import annotations

import html
import json
import re
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialToken
from django.urls import reverse
from tests import factories

from answerable_site.audit.models import AuditEntry
from answerable_site.people.models import User

PROVIDER = "https://identity.example"
CLIENT = "answerable-client"
BEGIN = "/people/sign-in/through/office/"
BACK = "/people/sign-in/through/office/back/"


@dataclass
class Provider:
    """What the provider says of the person who signs in there."""

    email: str = "wexmoor-officer@example.org"
    verified: bool = True
    subject: str = "subject-1"
    claims: dict = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def answer(self, _session, method: str, url: str, **_keywords) -> requests.Response:
        """In place of the network."""
        self.asked.append(url)
        person = {"sub": self.subject, "email": self.email, "email_verified": self.verified}
        token = jwt.encode(
            {"iss": PROVIDER, "aud": CLIENT, "exp": time.time() + 300, "iat": time.time()}
            | person
            | self.claims,
            "a key that only this invented provider has",
        )
        content = {
            "/.well-known/openid-configuration": {
                "issuer": PROVIDER,
                "authorization_endpoint": f"{PROVIDER}/authorise",
                "token_endpoint": f"{PROVIDER}/token",
                "userinfo_endpoint": f"{PROVIDER}/userinfo",
                "jwks_uri": f"{PROVIDER}/keys",
            },
            "/token": {"access_token": "a", "token_type": "Bearer", "id_token": token},
            "/userinfo": person,
        }[urlsplit(url).path]
        found = requests.Response()
        found.status_code = 200
        found.headers["Content-Type"] = "application/json"
        found._content = json.dumps(content).encode()
        return found


@pytest.fixture
def provider(settings, monkeypatch) -> Provider:
    settings.SINGLE_SIGN_ON_NAME = "Wexmoor Council"
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "office",
                    "name": "Wexmoor Council",
                    "client_id": CLIENT,
                    "secret": "a secret",
                    "settings": {"server_url": PROVIDER},
                }
            ],
        }
    }
    invented = Provider()
    monkeypatch.setattr(
        requests.Session, "request", lambda *args, **kwargs: invented.answer(*args, **kwargs)
    )
    return invented


def sign_in_through(client, **query):
    """Go to the provider and come back; gives the last answer."""
    begun = client.get(BEGIN, query)
    state = parse_qs(urlsplit(begun["Location"]).query)["state"][0]
    return client.get(BACK, {"code": "a-code", "state": state})


class TestSingleSignOn:
    def test_is_offered_by_its_name(self, client, office, provider):
        page = client.get("/people/sign-in/").content.decode()
        assert "Sign in through Wexmoor Council" in page

    def test_does_not_exist_where_no_provider_is_set(self, client, office):
        assert client.get(BEGIN).status_code == 404
        assert "Sign in through" not in client.get("/people/sign-in/").content.decode()

    def test_sends_people_to_the_provider_with_a_challenge(self, client, office, provider):
        asked = parse_qs(urlsplit(client.get(BEGIN)["Location"]).query)
        assert asked["code_challenge_method"] == ["S256"]
        assert asked["redirect_uri"] == [f"http://testserver{BACK}"]

    def test_lets_in_an_account_with_the_same_verified_address(
        self, client, office, provider, is_signed_in
    ):
        sign_in_through(client)
        assert is_signed_in(client)
        entry = AuditEntry.objects.get(act="people.note_sign_in")
        assert (entry.actor_id, entry.details) == (
            office.officer.pk,
            {"methods": ["socialaccount"]},
        )

    def test_returns_to_the_page_that_was_asked_for(self, client, office, provider):
        assert sign_in_through(client, next="/register/")["Location"] == "/register/"

    @pytest.mark.parametrize(
        "what",
        [{"verified": False}, {"email": "nobody@example.org"}],
        ids=["not verified", "unknown"],
    )
    def test_lets_in_nobody_else_and_makes_no_account(
        self, client, office, provider, is_signed_in, what
    ):
        for name, value in what.items():
            setattr(provider, name, value)
        before = User.objects.count()
        answer = sign_in_through(client)
        assert answer.status_code == 403
        assert "You have no account here" in answer.content.decode()
        assert not is_signed_in(client)
        assert User.objects.count() == before

    def test_lets_in_no_account_that_is_off(self, client, office, provider, is_signed_in):
        sign_in_through(client)
        client.post(reverse("people:sign_out"))
        User.objects.filter(pk=office.officer.pk).update(is_active=False)
        assert sign_in_through(client).status_code == 403
        assert not is_signed_in(client)

    def test_takes_no_answer_that_was_not_asked_for(self, client, office, provider, is_signed_in):
        client.get(BACK, {"code": "a-code", "state": "made-up"})
        assert not is_signed_in(client)

    def test_is_another_proof_only_if_the_provider_says_when_it_asked(
        self, client, office, provider, settings
    ):
        from datetime import timedelta

        settings.CONFIRM_WITHIN = timedelta(minutes=15)
        provider.email = office.administrator.email
        address = reverse("people:add", args=[office.body.pk])
        sign_in_through(client)
        assert client.get(address).status_code == 302
        provider.claims = {"auth_time": int(time.time()) - 60}
        sign_in_through(client)
        assert client.get(address).status_code == 200
        provider.claims = {"auth_time": int(time.time()) - 16 * 60}
        sign_in_through(client)
        assert client.get(address).status_code == 302

    def test_is_offered_as_a_way_to_confirm_and_asks_the_provider_to_ask_afresh(
        self, client, office, provider
    ):
        sign_in_through(client)
        page = client.get("/people/confirm/?next=/register/").content.decode()
        link = html.unescape(re.search(r'href="([^"]*through[^"]*)"', page)[1])
        asked = parse_qs(urlsplit(client.get(link)["Location"]).query)
        assert (asked["prompt"], asked["max_age"]) == (["login"], ["0"])
        answer = client.get(BACK, {"code": "a-code", "state": asked["state"][0]})
        assert answer["Location"] == "/register/"


class TestItsToken:
    @pytest.mark.parametrize(
        "claims",
        [{"aud": "another-client"}, {"iss": "https://elsewhere.example"}, {"exp": 1_000_000_000}],
        ids=["for somebody else", "of another provider", "expired"],
    )
    def test_is_refused_unless_it_is_the_providers_for_this_site_and_of_today(
        self, client, office, provider, is_signed_in, claims
    ):
        provider.claims = claims
        sign_in_through(client)
        assert not is_signed_in(client)
        assert not office.officer.socialaccount_set.exists()

    def test_knows_a_person_again_by_what_the_provider_gives_to_nobody_else(
        self, client, office, provider
    ):
        sign_in_through(client)
        client.post(reverse("people:sign_out"))
        provider.email = office.holder.email
        sign_in_through(client)
        assert "Wexmoor Officer" in client.get(reverse("people:account")).content.decode()

    def test_is_not_kept(self, client, office, provider):
        sign_in_through(client)
        assert not SocialToken.objects.exists()
        kept = str(dict(client.session)) + str(office.officer.socialaccount_set.values())
        assert "access_token" not in kept
        assert "eyJ" not in kept


class TestItsSecondFactor:
    @pytest.fixture(autouse=True)
    def _required(self, settings) -> None:
        settings.SECOND_FACTOR_REQUIRED = True
        settings.SINGLE_SIGN_ON_SECOND_FACTOR = ["mfa", "urn:example:two-factors"]

    @pytest.mark.parametrize(
        ("claims", "status"),
        [
            ({"amr": ["pwd", "mfa"]}, 200),
            ({"acr": "urn:example:two-factors"}, 200),
            ({"amr": ["pwd"], "acr": "1"}, 302),
            ({}, 302),
        ],
        ids=["amr", "acr", "another", "none"],
    )
    def test_counts_if_the_provider_asserts_it(self, client, office, provider, claims, status):
        provider.claims = claims
        sign_in_through(client)
        assert client.get(reverse("home:due")).status_code == status

    def test_counts_for_nothing_unless_the_installation_says_so(
        self, client, office, provider, settings
    ):
        settings.SINGLE_SIGN_ON_SECOND_FACTOR = []
        provider.claims = {"amr": ["mfa"], "acr": ""}
        sign_in_through(client)
        assert client.get(reverse("home:due"))["Location"] == "/people/second-factor/"

    def test_of_another_session_does_not_count_in_this_one(self, client, office, provider, sign_in):
        provider.claims = {"amr": ["mfa"]}
        sign_in_through(client)
        client.post(reverse("people:sign_out"))
        sign_in(client, office.officer.email, factories.PASSWORD)
        assert client.get(reverse("home:due")).status_code == 302
