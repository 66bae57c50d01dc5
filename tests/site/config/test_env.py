from __future__ import annotations

import secrets
from pathlib import Path
from types import MappingProxyType

import pytest
from django.core.exceptions import ImproperlyConfigured

from answerable_site.config import env


class TestText:
    def test_says_which_variable_to_set(self, monkeypatch):
        monkeypatch.delenv("ANSWERABLE_SECRET_KEY", raising=False)
        with pytest.raises(ImproperlyConfigured, match="ANSWERABLE_SECRET_KEY"):
            env.text("ANSWERABLE_SECRET_KEY")


class TestFlag:
    def test_reads_yes_and_no(self, monkeypatch):
        monkeypatch.setenv("SWITCH", "yes")
        assert env.flag("SWITCH", default=False)
        monkeypatch.setenv("SWITCH", "No")
        assert not env.flag("SWITCH", default=True)

    def test_refuses_anything_else(self, monkeypatch):
        monkeypatch.setenv("SWITCH", "1")
        with pytest.raises(ImproperlyConfigured, match="yes or no"):
            env.flag("SWITCH", default=False)


class TestDatabase:
    def test_reads_a_postgresql_address(self, monkeypatch):
        monkeypatch.setenv("DB", "postgresql://an%40swer:p%2Fw@db.example:5433/name")
        found = env.database("DB", "")
        assert (found["USER"], found["PASSWORD"]) == ("an@swer", "p/w")
        assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example", "5433", "name")

    def test_reads_the_path_of_a_sqlite_file(self, monkeypatch, tmp_path):
        monkeypatch.setenv("DB", f"sqlite:///{tmp_path / 'a.sqlite3'}")
        assert Path(env.database("DB", "")["NAME"]) == tmp_path / "a.sqlite3"

    def test_refuses_another_kind_with_the_two_forms(self, monkeypatch):
        monkeypatch.setenv("DB", "mysql://host/name")
        with pytest.raises(ImproperlyConfigured, match="sqlite:///path"):
            env.database("DB", "")


class TestMail:
    def read(self, monkeypatch, address: str):
        monkeypatch.setenv("MAIL", address)
        return env.mail("MAIL")

    def test_sets_nothing_up_where_nothing_is_named(self, monkeypatch):
        monkeypatch.delenv("MAIL", raising=False)
        assert env.mail("MAIL") == {}

    def test_reads_a_server_with_a_password_under_starttls(self, monkeypatch):
        found = self.read(monkeypatch, "smtp://an%40swer:p%2Fw@mail.example:2525?starttls=yes")
        assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", 2525)
        assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("an@swer", "p/w")
        assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (True, False)

    def test_encrypts_from_the_start_with_smtps(self, monkeypatch):
        found = self.read(monkeypatch, "smtps://answer:pw@mail.example")
        assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (False, True)
        assert found["EMAIL_PORT"] == 465

    @pytest.mark.parametrize(
        ("address", "port"),
        [("smtp://mail.example", 25), ("smtp://mail.example?starttls=yes", 587)],
    )
    def test_knows_the_usual_ports(self, monkeypatch, address, port):
        assert self.read(monkeypatch, address)["EMAIL_PORT"] == port

    def test_writes_files_into_a_folder(self, monkeypatch, tmp_path):
        found = self.read(monkeypatch, f"file://{tmp_path / 'mail'}")
        assert found["EMAIL_FILE_PATH"] == tmp_path / "mail"

    def test_lets_a_password_stay_unencrypted_on_this_machine_alone(self, monkeypatch):
        assert self.read(monkeypatch, "smtp://answer:pw@localhost:1025")["EMAIL_PORT"] == 1025
        with pytest.raises(ImproperlyConfigured, match="unencrypted"):
            self.read(monkeypatch, "smtp://answer:pw@mail.example")

    @pytest.mark.parametrize(
        ("address", "says"),
        [
            ("mail.example:25", "smtps://user"),
            ("smtp://", "smtps://user"),
            ("file://", "file:///folder"),
            ("file://host/folder", "file:///folder"),
            ("smtp://mail.example?starttls=1", "starttls=yes"),
            ("smtp://mail.example?tls=yes", "starttls=yes"),
            ("smtps://mail.example?starttls=yes", "not to both"),
            ("smtp://mail.example:postbox", "number"),
        ],
    )
    def test_refuses_anything_else_with_a_sentence(self, monkeypatch, address, says):
        with pytest.raises(ImproperlyConfigured, match=says):
            self.read(monkeypatch, address)

    def test_keeps_the_password_out_of_its_sentences(self, monkeypatch):
        with pytest.raises(ImproperlyConfigured) as refused:
            self.read(monkeypatch, "smtp://answer:secretword@mail.example?tls=yes")
        assert "secretword" not in str(refused.value)


class TestSender:
    @pytest.mark.parametrize("address", ["office@example.org", "Answerable <office@example.org>"])
    def test_takes_an_address_with_a_name_or_without(self, monkeypatch, address):
        monkeypatch.setenv("SENDER", address)
        assert env.sender("SENDER") == address

    @pytest.mark.parametrize("address", ["office", "@example.org", "Answerable <office>"])
    def test_refuses_what_is_no_address(self, monkeypatch, address):
        monkeypatch.setenv("SENDER", address)
        with pytest.raises(ImproperlyConfigured, match="SENDER"):
            env.sender("SENDER")


class TestFile:
    def test_is_made_absolute(self, monkeypatch, tmp_path):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("A_FILE", "key.pem")
        assert env.file("A_FILE", tmp_path / "other.pem") == tmp_path / "key.pem"

    def test_is_refused_where_a_folder_is(self, monkeypatch, tmp_path):
        monkeypatch.setenv("A_FILE", str(tmp_path))
        with pytest.raises(ImproperlyConfigured, match="is a folder"):
            env.file("A_FILE", tmp_path / "other.pem")


class TestNumber:
    def test_reads_a_whole_number(self, monkeypatch):
        monkeypatch.setenv("MINUTES", "20")
        assert env.number("MINUTES", 15) == 20
        monkeypatch.delenv("MINUTES")
        assert env.number("MINUTES", 15) == 15

    @pytest.mark.parametrize("value", ["", "a few", "-1", "1.5", "0"])
    def test_refuses_anything_else_and_what_makes_no_sense(self, monkeypatch, value):
        monkeypatch.setenv("MINUTES", value)
        with pytest.raises(ImproperlyConfigured, match="whole number of at least 1"):
            env.number("MINUTES", 15, lowest=1)


class TestExistingFile:
    def test_is_there_or_not_set(self, monkeypatch, tmp_path):
        monkeypatch.delenv("HASHES", raising=False)
        assert env.existing_file("HASHES") is None
        (tmp_path / "hashes").touch()
        monkeypatch.setenv("HASHES", str(tmp_path / "hashes"))
        assert env.existing_file("HASHES") == tmp_path / "hashes"

    def test_is_refused_where_it_is_not_there(self, monkeypatch, tmp_path):
        monkeypatch.setenv("HASHES", str(tmp_path / "none"))
        with pytest.raises(ImproperlyConfigured, match="there is none"):
            env.existing_file("HASHES")


class TestSingleSignOn:
    NAMES = MappingProxyType(
        {"address": "SSO", "client": "SSO_CLIENT", "key": "SSO_SECRET", "called": "SSO_NAME"}
    )

    def test_is_off_unless_set(self, monkeypatch):
        monkeypatch.delenv("SSO", raising=False)
        assert env.single_sign_on(**self.NAMES) == {}

    def test_needs_a_client_and_a_secret(self, monkeypatch):
        monkeypatch.setenv("SSO", "https://login.example")
        monkeypatch.delenv("SSO_CLIENT", raising=False)
        with pytest.raises(ImproperlyConfigured, match="SSO_CLIENT"):
            env.single_sign_on(**self.NAMES)

    def test_refuses_an_address_that_anybody_can_listen_to(self, monkeypatch):
        monkeypatch.setenv("SSO", "http://login.example")
        with pytest.raises(ImproperlyConfigured, match="https://"):
            env.single_sign_on(**self.NAMES)

    def test_reads_what_a_provider_needs(self, monkeypatch):
        monkeypatch.setenv("SSO", "https://login.example/office/")
        monkeypatch.setenv("SSO_CLIENT", "answerable")
        monkeypatch.setenv("SSO_SECRET", "a secret")
        found = env.single_sign_on(**self.NAMES)
        assert found["settings"] == {"server_url": "https://login.example/office"}
        assert (found["client_id"], found["secret"]) == ("answerable", "a secret")


class TestSecretKey:
    def test_takes_a_long_random_one(self, monkeypatch):
        key = secrets.token_urlsafe(64)
        monkeypatch.setenv("KEY", key)
        assert env.secret_key("KEY") == key

    @pytest.mark.parametrize(
        ("key", "says"),
        [
            ("short", "has 5 characters"),
            ("ab" * 40, "repeats 2 characters"),
            ("django-insecure-" + "abcdefghijklmnopqrstuvwxyz" * 2, "everybody can read"),
        ],
    )
    def test_refuses_a_weak_one_and_says_how_to_make_another(self, monkeypatch, key, says):
        monkeypatch.setenv("KEY", key)
        with pytest.raises(ImproperlyConfigured, match=says) as refused:
            env.secret_key("KEY")
        assert "token_urlsafe" in str(refused.value)
        assert key not in str(refused.value)

    def test_refuses_the_keys_of_the_other_settings(self, monkeypatch):
        from answerable_site.config.settings import local

        monkeypatch.setenv("KEY", local.SECRET_KEY)
        with pytest.raises(ImproperlyConfigured, match="everybody can read"):
            env.secret_key("KEY")


class TestHosts:
    def test_reads_a_list(self, monkeypatch):
        monkeypatch.setenv("HOSTS", "answers.example.org, 192.0.2.1")
        assert env.hosts("HOSTS") == ["answers.example.org", "192.0.2.1"]

    @pytest.mark.parametrize(
        "hosts", ["", "*", ".example.org", "a.org,*", "https://a.org", "a.org:80"]
    )
    def test_refuses_patterns_and_what_is_no_host(self, monkeypatch, hosts):
        monkeypatch.setenv("HOSTS", hosts)
        with pytest.raises(ImproperlyConfigured, match="HOSTS"):
            env.hosts("HOSTS")


class TestPublicAddress:
    @pytest.mark.parametrize("address", ["https://a.example.org", "https://a.example.org/"])
    def test_is_an_origin_with_tls(self, monkeypatch, address):
        monkeypatch.setenv("ADDRESS", address)
        found = env.public_address("ADDRESS", hosts=["a.example.org"])
        assert found == "https://a.example.org"

    @pytest.mark.parametrize(
        ("address", "says"),
        [
            ("http://a.example.org", "https"),
            ("a.example.org", "https"),
            ("https://", "https"),
            ("https://a.example.org/answers", "nothing behind the host"),
            ("https://a.example.org?x=1", "nothing behind the host"),
            ("https://b.example.org", "does not answer to"),
        ],
    )
    def test_refuses_anything_else(self, monkeypatch, address, says):
        monkeypatch.setenv("ADDRESS", address)
        with pytest.raises(ImproperlyConfigured, match=says):
            env.public_address("ADDRESS", hosts=["a.example.org"])
