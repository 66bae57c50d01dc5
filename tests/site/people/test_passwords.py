from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from tests import factories

from answerable_site.people import passwords
from answerable_site.people.checks import stolen_passwords
from answerable_site.people.passwords import is_in
from answerable_site.people.rules import OrganisationKind

COUNT = 3000


def hashed(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


def written(path: Path, passwords: list[str], *, line_end: str = "\n", last: str = "\n") -> Path:
    """A file in the format of the download: sorted, with counts of different lengths."""
    chance = random.Random(7)
    lines = sorted(f"{hashed(word)}:{chance.choice([1, 37, 123456])}" for word in passwords)
    path.write_bytes((line_end.join(lines) + last).encode())
    return path


@pytest.fixture(scope="module")
def stolen(tmp_path_factory) -> list[str]:
    return [f"stolen password {number}" for number in range(COUNT)]


class TestIsIn:
    @pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
    @pytest.mark.parametrize("last", ["\n", ""], ids=["ended", "not ended"])
    def test_finds_every_one_and_no_other(self, tmp_path, stolen, line_end, last):
        file = written(tmp_path / "hashes", stolen, line_end=line_end, last=last)
        assert all(is_in(file, password) for password in stolen)
        assert not any(is_in(file, f"another {number}") for number in range(COUNT))

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_works_in_a_file_of_few_lines(self, tmp_path, stolen, count):
        file = written(tmp_path / "hashes", stolen[:count])
        assert all(is_in(file, password) for password in stolen[:count])
        assert not is_in(file, stolen[count])

    def test_finds_nothing_in_an_empty_file(self, tmp_path):
        (tmp_path / "hashes").write_bytes(b"")
        assert not is_in(tmp_path / "hashes", "anything")

    def test_reads_a_few_lines_of_a_large_file(self, tmp_path, stolen, monkeypatch):
        file = written(tmp_path / "hashes", stolen)
        lines = 0
        from answerable_site.people import passwords

        real = passwords._hash_at

        def counted(*args):
            nonlocal lines
            lines += 1
            return real(*args)

        monkeypatch.setattr(passwords, "_hash_at", counted)
        assert is_in(file, stolen[1234])
        assert lines < 25


@pytest.mark.django_db
class TestNotStolen:
    def test_refuses_one_of_the_file_with_a_sentence(self, tmp_path, settings):
        settings.BREACHED_PASSWORDS = written(tmp_path / "hashes", ["a long stolen phrase"])
        with pytest.raises(ValidationError, match="was stolen somewhere before"):
            validate_password("a long stolen phrase")
        validate_password("a long invented phrase")

    def test_asks_nothing_where_there_is_no_file(self, settings):
        settings.BREACHED_PASSWORDS = None
        validate_password("a long stolen phrase")


class TestTheCheckOfAnInstallation:
    def test_says_so_where_there_is_no_file_and_no_louder_than_that(self, settings):
        settings.BREACHED_PASSWORDS = None
        (said,) = stolen_passwords()
        assert said.id == "people.I001"
        assert not said.is_serious()

    def test_says_nothing_where_there_is_one(self, tmp_path, settings):
        settings.BREACHED_PASSWORDS = written(tmp_path / "hashes", ["a long stolen phrase"])
        assert stolen_passwords() == []


@pytest.mark.django_db
class TestNotOfThePlace:
    @pytest.fixture(autouse=True)
    def _office(self):
        factories.office("Wexmoor")

    def check(self, password: str) -> None:
        passwords.NotOfThePlace().validate(password)

    @pytest.mark.parametrize("word", passwords.OF_THE_PLACE)
    def test_refuses_each_word_of_the_list_and_says_which(self, word):
        with pytest.raises(ValidationError, match=f"“{word}”"):
            self.check(f"seven {word.upper()} lamps")

    @pytest.mark.parametrize("password", ["in wexmoor at night", "WEXMOOR-2026-05-20"])
    def test_refuses_the_name_of_an_organisation_here(self, password):
        with pytest.raises(ValidationError, match="“wexmoor”"):
            self.check(password)

    def test_refuses_the_name_of_the_office_that_runs_the_site(self, settings):
        settings.SITE_ORGANISATION = "Sallowfen Oversight"
        with pytest.raises(ValidationError, match="“sallowfen”"):
            self.check("two sallowfens apart")

    @pytest.mark.parametrize("password", ["electricity for western towns", "the office is closed"])
    def test_allows_everyday_words(self, password):
        factories.organisation("West City Support Services", OrganisationKind.SUPPORT_SERVICE, "")
        self.check(password)

    def test_is_asked_wherever_a_password_is_chosen(self):
        with pytest.raises(ValidationError, match="among the first"):
            validate_password("a wexmoor phrase of words")
