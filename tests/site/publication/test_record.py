from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.site.audit.acts import Office

from answerable_site.audit.rules import read_all


@pytest.fixture
def audited(db, tmp_path, settings):
    """An office with a key that has acted."""
    office = Office(tmp_path)
    settings.AUDIT_KEY, settings.AUDIT_HEADS = office.key, office.file.parent
    office.begin_heads()
    office.act(3)
    return office


def page() -> str:
    return unescape(Client().get(reverse("publication:record")).content.decode())


class TestThePage:
    def test_shows_size_root_key_and_signature_without_signing_in(self, audited):
        head = audited.sign()
        shown = page()
        assert ">3<" in "".join(shown.split())
        assert all(part in shown for part in (head.root, head.key, head.signature))

    def test_shows_the_ten_latest_newest_first(self, audited):
        for _ in range(12):
            audited.sign()
        shown = page()
        assert shown.index("Head 12<") < shown.index("Head 3<")
        assert "Head 2<" not in shown

    def test_tells_of_a_new_key(self, audited):
        head = audited.rotate()
        assert head.next_key in page()

    def test_tells_of_a_key_that_was_lost(self, audited):
        audited.sign()
        lost = audited.lose_key()
        audited.go_on_without()
        assert f"which the office lost {lost}" in " ".join(re.sub("<[^>]*>", " ", page()).split())

    def test_says_that_there_is_no_head_yet(self, audited):
        assert "No head has been signed yet." in page()

    def test_shows_nothing_of_the_entries(self, audited):
        audited.sign()
        assert "casework" not in page()

    def test_is_found_from_the_public_register(self, db):
        answer = Client().get(reverse("publication:register"))
        assert reverse("publication:record") in answer.content.decode()


class TestTheFile:
    def test_holds_every_head_as_it_was_written(self, audited):
        heads = [audited.sign() for _ in range(12)]
        answer = Client().get(reverse("publication:heads_file"))
        assert answer["Content-Type"] == "application/jsonl"
        assert read_all(answer.content.decode().splitlines()) == (heads, [])

    def test_is_empty_before_the_first_head(self, audited):
        assert Client().get(reverse("publication:heads_file")).content == b""
