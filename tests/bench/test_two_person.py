"""The proof that nobody alone makes anything public fails where somebody can."""

from __future__ import annotations

import pytest
import time_machine
from bench.alone import acts
from bench.alone.__main__ import TODAY, tried, untried
from bench.two_person import holds

from answerable_site.people import access

pytestmark = pytest.mark.django_db

ENTRY = [acts.Entry]


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(TODAY, tick=False):
        yield


class TestTheProof:
    def test_holds_where_every_attempt_is_refused(self):
        assert holds(tried(ENTRY))

    def test_fails_where_accounts_and_roles_that_somebody_gave_count_as_others(self, monkeypatch):
        monkeypatch.setattr(access, "set_up_by", lambda *_, **__: False)
        found = tried(ENTRY)
        assert not holds(found)
        assert {one.rpartition(", ")[0] for one in found["made public by one person"]} == {
            f"an entry, it waits: prepared by {who}"
            for who in (
                "an account that they added for it",
                "an account that they gave every role",
                "a colleague whom they gave the role",
            )
        }

    def test_fails_where_whoever_was_added_counts_beside_who_added_them(self, monkeypatch):
        monkeypatch.setattr(access, "made_by", lambda *_: False)
        found = tried(ENTRY)
        assert not holds(found)
        (one,) = found["made public by one person"]
        assert one.endswith("by themselves, as an account that another administrator confirmed")

    def test_fails_where_nothing_could_have_become_public(self, monkeypatch):
        monkeypatch.setattr(acts.Entry, "release", lambda *_: None)
        assert not holds(tried(ENTRY))

    def test_tries_every_operation_that_publishes(self, monkeypatch):
        assert untried() == []
        monkeypatch.setattr(acts, "OPERATIONS_TRIED", acts.OPERATIONS_TRIED - {"release_entry"})
        assert untried() == ["release_entry"]
