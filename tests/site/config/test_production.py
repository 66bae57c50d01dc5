"""What an office at work gets, as its settings come to."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse
from tests import factories
from tests.site.access.production import HOST, in_production, production_settings


@pytest.fixture
def office(db):
    return factories.office()


@pytest.fixture
def client():
    with in_production():
        yield Client(headers={"host": HOST}, raise_request_exception=False)


def sign_in(client: Client, office: factories.Office):
    return client.post(
        reverse("account_login"),
        {"login": office.officer.email, "password": factories.PASSWORD},
        secure=True,
    )


class TestSettings:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("ANSWERABLE_SECRET_KEY", "too short"),
            ("ANSWERABLE_HOSTS", "*"),
            ("ANSWERABLE_PUBLIC_ADDRESS", f"http://{HOST}"),
        ],
    )
    def test_refuse_an_unsafe_value_and_say_which(self, name, value):
        with pytest.raises(ImproperlyConfigured, match=name):
            production_settings(**{name: value})

    def test_hash_passwords_with_argon2_alone(self):
        assert production_settings()["PASSWORD_HASHERS"] == [
            "django.contrib.auth.hashers.Argon2PasswordHasher"
        ]

    def test_show_nobody_how_the_site_works(self):
        found = production_settings()
        assert (found["DEBUG"], found["DEMONSTRATION"]) == (False, False)
        installed = " ".join(found["INSTALLED_APPS"])
        assert not [app for app in ("admin", "debug", "admindocs", "flatpages") if app in installed]

    def test_keep_nothing_in_a_cache_outside_the_database(self):
        backends = {one["BACKEND"] for one in production_settings()["CACHES"].values()}
        assert backends == {"django.core.cache.backends.db.DatabaseCache"}


class TestCookies:
    def test_belong_to_the_host_and_go_over_tls_alone(self, client, office):
        client.get(reverse("account_login"), secure=True)
        sign_in(client, office)
        assert {"__Host-session", "__Host-csrf"} <= set(client.cookies)
        for name, cookie in client.cookies.items():
            assert name.startswith("__Host-")
            assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")

    def test_are_read_by_no_script_and_sent_along_by_no_other_site(self, client, office):
        sign_in(client, office)
        for cookie in client.cookies.values():
            assert cookie["httponly"]
            assert cookie["samesite"] in {"Lax", "Strict"}

    def test_that_carry_a_notice_have_the_name_of_the_settings(self, client, office):
        sign_in(client, office)
        client.post(reverse("people:sign_out"), secure=True)
        assert "__Host-notices" in client.cookies


class TestTransport:
    def test_leads_from_http_to_https_at_once(self, client, db):
        found = client.get("/public/?q=bag")
        assert (found.status_code, found["Location"]) == (301, f"https://{HOST}/public/?q=bag")

    def test_refuses_another_host(self, client, db):
        found = client.get("/", secure=True, headers={"host": "elsewhere.example"})
        assert found.status_code == 400
        assert "elsewhere" not in found.content.decode()

    @pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT"])
    def test_answers_no_method_that_repeats_a_request(self, client, office, method):
        found = client.generic(method, "/", secure=True, headers={"x-word": "repeated"})
        assert "repeated" not in found.content.decode()


class TestAForm:
    def test_is_refused_from_another_site(self, db):
        with in_production():
            client = Client(headers={"host": HOST}, enforce_csrf_checks=True)
            found = client.post(
                reverse("account_login"),
                {"login": "a@example.org"},
                secure=True,
                headers={"origin": "https://elsewhere.example"},
            )
        assert found.status_code == 403

    def test_with_too_many_fields_is_refused(self, client, db):
        fields = {f"field_{number}": "" for number in range(1001)}
        assert client.post(reverse("account_login"), fields, secure=True).status_code == 400

    def test_with_too_many_bytes_is_refused(self, client, db):
        large = {"email": "a" * (5 * 1024 * 1024 + 1)}
        found = client.post(
            reverse("account_login"),
            "email=" + large["email"],
            content_type="application/x-www-form-urlencoded",
            secure=True,
        )
        assert found.status_code in {400, 413}


class TestInput:
    def test_is_decoded_once(self, client, db):
        page = client.get("/public/?body=%2527%253Cb%253E", secure=True).content.decode()
        assert "<b>" not in page
        assert "'<b" not in page

    def test_of_a_form_is_not_taken_from_the_address(self, client, office):
        known = f"login={office.officer.email}&password={factories.PASSWORD}"
        client.post(f"{reverse('account_login')}?{known}", {}, secure=True)
        assert client.get(reverse("people:account"), secure=True).status_code == 302


class TestStaticFiles:
    @pytest.mark.parametrize(
        "address", ["/static/", "/static/design/", "/.git/config", "/static/../x"]
    )
    def test_are_served_by_name_alone(self, client, db, settings, tmp_path, address):
        (tmp_path / "design").mkdir()
        (tmp_path / "design" / "start.js").write_text("listed()")
        settings.STATIC_ROOT = tmp_path
        settings.MIDDLEWARE = production_settings()["MIDDLEWARE"]
        found = client.get(address, secure=True)
        assert found.status_code == 404
        assert "start.js" not in found.content.decode().partition("<main")[2]
        by_name = client.get("/static/design/start.js", secure=True)
        assert b"".join(by_name.streaming_content) == b"listed()"
        by_name.close()
