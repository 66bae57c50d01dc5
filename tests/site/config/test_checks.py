from __future__ import annotations

import pytest

from answerable.disclosure.policy import shipped_text
from answerable_site.config import checks, policy


def ids(found) -> list[str]:
    return [message.id for message in found]


class TestRoutesHaveRules:
    def test_says_nothing_of_the_site_as_it_is(self):
        assert checks.routes_have_rules() == []

    def test_names_a_route_without_a_rule(self, monkeypatch):
        rules = dict(policy.all_rules())
        del rules["home:start"]
        monkeypatch.setattr(policy, "all_rules", lambda: rules)
        [found] = checks.routes_have_rules()
        assert (found.id, "home:start" in found.msg) == ("answerable.E001", True)

    def test_names_a_rule_without_a_route(self, monkeypatch):
        rules = policy.all_rules() | {"home:gone": policy.all_rules()["home:start"]}
        monkeypatch.setattr(policy, "all_rules", lambda: rules)
        [found] = checks.routes_have_rules()
        assert (found.id, "home:gone" in found.msg) == ("answerable.E002", True)


class TestDemonstrationIsOff:
    @pytest.mark.parametrize(("on", "found"), [(True, ["answerable.E003"]), (False, [])])
    def test_refuses_the_account_switcher(self, settings, on, found):
        settings.DEMONSTRATION = on
        assert ids(checks.demonstration_is_off()) == found


class TestFiguresCanBeProtected:
    @pytest.fixture
    def own(self, settings, tmp_path):
        settings.DISCLOSURE_POLICY = tmp_path / "figures.toml"

        def write(text):
            settings.DISCLOSURE_POLICY.write_text(text, encoding="utf-8")

        return write

    def test_asks_nothing_where_the_shipped_policy_applies(self):
        assert checks.figures_can_be_protected() == []

    def test_is_content_with_a_policy_that_has_a_name_of_its_own(self, own):
        own(shipped_text().replace('name = "answerable"', 'name = "wexmoor"'))
        assert checks.figures_can_be_protected() == []

    def test_names_what_is_wrong_with_it(self, own):
        own("threshold = 5")
        assert ids(checks.figures_can_be_protected()) == ["answerable.E009"]

    def test_wants_every_profile(self, own):
        text = shipped_text().replace('name = "answerable"', 'name = "wexmoor"')
        own(text.replace("[profiles.scrutiny_meeting]", "[profiles.meeting]"))
        [found] = checks.figures_can_be_protected()
        assert "scrutiny_meeting" in found.msg

    def test_wants_a_name_that_is_not_that_of_the_product(self, own):
        own(shipped_text())
        assert ids(checks.figures_can_be_protected()) == ["answerable.E010"]


class TestCookiesBelongToTheHost:
    def test_names_every_cookie_that_does_not(self, settings):
        settings.SESSION_COOKIE_NAME = "__Host-session"
        assert ids(checks.cookies_belong_to_the_host()) == ["answerable.W004"] * 2


class TestPagesRunNoForeignCode:
    def test_is_content_with_the_policy_as_it_is(self):
        assert checks.pages_run_no_foreign_code() == []

    @pytest.mark.parametrize("source", ["'unsafe-inline'", "https://scripts.example", "*"])
    def test_names_a_source_that_is_too_wide(self, settings, source):
        settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"script-src": ["'self'", source]}}
        assert ids(checks.pages_run_no_foreign_code()) == ["answerable.W005"]


class TestDatabaseIsReachedSafely:
    @pytest.mark.parametrize(
        ("database", "found"),
        [
            ({"NAME": "a.sqlite3"}, []),
            ({"HOST": "127.0.0.1"}, []),
            ({"HOST": "/run/postgresql"}, []),
            ({"HOST": "db.example"}, ["answerable.W006"]),
            ({"HOST": "db.example", "OPTIONS": {"sslmode": "require"}}, ["answerable.W006"]),
            ({"HOST": "db.example", "OPTIONS": {"sslmode": "verify-full"}}, []),
        ],
    )
    def test_asks_another_machine_for_its_certificate(self, monkeypatch, settings, database, found):
        monkeypatch.setitem(settings.DATABASES, "default", database)
        assert ids(checks.database_is_reached_safely()) == found


class TestMailIsEncrypted:
    @pytest.mark.parametrize(
        ("host", "tls", "found"),
        [
            ("localhost", False, []),
            ("mail.example", True, []),
            ("mail.example", False, ["answerable.W007"]),
        ],
    )
    def test_on_its_way_to_another_machine(self, settings, host, tls, found):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_USE_TLS = host, tls
        assert ids(checks.mail_is_encrypted()) == found


class TestDataIsClosedToOthers:
    @pytest.mark.parametrize(("mode", "found"), [(0o700, []), (0o755, ["answerable.W008"])])
    def test_looks_at_the_folder(self, settings, tmp_path, mode, found):
        tmp_path.chmod(mode)
        settings.DATA = tmp_path
        assert ids(checks.data_is_closed_to_others()) == found

    def test_says_nothing_of_a_folder_that_is_still_to_be_made(self, settings, tmp_path):
        settings.DATA = tmp_path / "none"
        assert checks.data_is_closed_to_others() == []
