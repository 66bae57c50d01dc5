from __future__ import annotations

import html
import json
import re

import pytest
from django.urls import reverse
from tests import factories_signing_in

from answerable_site.audit.models import AuditEntry

ADD = "/people/second-factor/passkeys/add/"


def options(page: str) -> dict:
    """What a page asks the browser for."""
    return json.loads(html.unescape(re.search(r'data-passkey-options="([^"]+)"', page)[1]))


def with_passkey(client, office, sign_in) -> factories_signing_in.Passkey:
    """A passkey of the officer, who is signed out again."""
    passkey = factories_signing_in.Passkey()
    sign_in(client, office.officer.email)
    credential = passkey.made(options(client.get(ADD).content.decode()))
    client.post(ADD, {"name": "Laptop", "credential": credential, "passwordless": "on"})
    client.post(reverse("people:sign_out"))
    return passkey


@pytest.mark.usefixtures("office")
class TestAPasskey:
    def test_is_added_under_its_name_with_one_entry(self, client, office, sign_in):
        with_passkey(client, office, sign_in)
        entry = AuditEntry.objects.get(act="people.note_second_factor")
        assert entry.details == {"kind": "webauthn", "what": "set up"}

    def test_signs_in_without_a_password(self, client, office, sign_in, is_signed_in):
        passkey = with_passkey(client, office, sign_in)
        address = reverse("mfa_login_webauthn")
        asked = client.get(address, headers={"accept": "application/json"}).json()
        client.post(address, {"credential": passkey.used(asked["request_options"])})
        assert is_signed_in(client)

    def test_is_the_second_factor_after_a_password(self, client, office, sign_in, is_signed_in):
        passkey = with_passkey(client, office, sign_in)
        asked = sign_in(client, office.officer.email, follow=True)["Location"]
        assert not is_signed_in(client)
        credential = passkey.used(options(client.get(asked).content.decode()))
        client.post(asked, {"credential": credential})
        assert is_signed_in(client)

    def test_of_somebody_else_does_not_sign_in(self, client, office, sign_in, is_signed_in):
        passkey = with_passkey(client, office, sign_in)
        stranger = factories_signing_in.Passkey(owner=passkey.owner, identity=passkey.identity)
        address = reverse("mfa_login_webauthn")
        asked = client.get(address, headers={"accept": "application/json"}).json()
        client.post(address, {"credential": stranger.used(asked["request_options"])})
        assert not is_signed_in(client)

    def test_answers_one_request_once(self, client, office, sign_in, is_signed_in):
        passkey = with_passkey(client, office, sign_in)
        address = reverse("mfa_login_webauthn")
        asked = client.get(address, headers={"accept": "application/json"}).json()
        credential = passkey.used(asked["request_options"])
        client.post(address, {"credential": credential})
        client.post(reverse("people:sign_out"))
        client.post(address, {"credential": credential})
        assert not is_signed_in(client)

    def test_is_removed_with_an_entry(self, client, office, sign_in):
        passkey = with_passkey(client, office, sign_in)
        address = reverse("mfa_login_webauthn")
        asked = client.get(address, headers={"accept": "application/json"}).json()
        client.post(address, {"credential": passkey.used(asked["request_options"])})
        key = office.officer.authenticator_set.get(type="webauthn")
        client.post(reverse("mfa_remove_webauthn", args=[key.pk]))
        assert not office.officer.authenticator_set.exists()
        last = AuditEntry.objects.filter(act="people.note_second_factor").last()
        assert last.details == {"kind": "webauthn", "what": "removed"}

    def test_is_explained_where_there_is_no_javascript(self, client, office, sign_in):
        assert "A passkey needs JavaScript" in client.get("/people/sign-in/").content.decode()
        sign_in(client, office.officer.email)
        assert "A passkey needs JavaScript" in client.get(ADD).content.decode()

    @pytest.mark.parametrize("answer", ["[" * 60_000, "x" * 70_000, "{}", "[]", "null"])
    def test_that_is_no_answer_of_a_browser_signs_nobody_in(self, client, answer, is_signed_in):
        found = client.post(reverse("mfa_login_webauthn"), {"credential": answer})
        assert found.status_code < 500
        assert not is_signed_in(client)
