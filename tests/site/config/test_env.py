from __future__ import annotations

from pathlib import Path

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
