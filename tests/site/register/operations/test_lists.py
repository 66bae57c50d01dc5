"""Lists that wait to be confirmed: those that nobody confirmed go when another comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from answerable_site.register.operations import KEPT_FOR, KeptList

AT = datetime(2026, 6, 2, 9, tzinfo=UTC)
LATER = AT + KEPT_FOR + timedelta(minutes=1)
FOLDER = "waiting"


@pytest.fixture(autouse=True)
def stored(settings):
    """A storage of its own, which goes by the clock of the test."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage", "OPTIONS": {}},
    }


def kept(at: datetime) -> KeptList:
    with time_machine.travel(at, tick=False):
        return KeptList.of(ContentFile(b"x"), name="list.csv", folder=FOLDER, at=at)


def names() -> set[str]:
    return {f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]}


class TestKeptList:
    def test_goes_with_its_name_when_another_comes_too_late_for_it(self):
        kept(AT)
        last = kept(LATER)
        assert names() == {last.stored_as, f"{last.stored_as}.name"}

    def test_stays_until_then(self):
        first = kept(AT)
        kept(AT + KEPT_FOR)
        assert first.stored_as in names()

    def test_that_is_gone_meanwhile_is_no_fault(self, monkeypatch):
        """Somebody else deletes it between the listing and the look at it."""
        first = kept(AT)
        listed = default_storage.listdir(FOLDER)
        default_storage.delete(first.stored_as)
        monkeypatch.setattr(default_storage, "listdir", lambda _: listed)
        last = kept(LATER)
        monkeypatch.undo()
        assert names() == {last.stored_as, f"{last.stored_as}.name"}

    def test_beside_others_lets_them_be(self):
        first = kept(AT)
        with time_machine.travel(LATER, tick=False):
            KeptList.beside_others(ContentFile(b"x"), name="list.csv", folder=FOLDER)
        assert first.stored_as in names()
