"""An extract that waits is read from a copy that is there only as long as it is read."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from answerable_site.intake import queries

CONTENT = b"Ref,Reported\r\nX/001,01/03/2024\r\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }


@pytest.fixture
def extract() -> str:
    return default_storage.save("extracts/7c1e", ContentFile(CONTENT))


def beside() -> list[str]:
    return default_storage.listdir("extracts")[1]


class TestSentFile:
    def test_is_a_copy_beside_the_extract(self, extract):
        with queries.sent_file(extract, sha256=SHA256) as file:
            assert file.read_bytes() == CONTENT
            assert sorted(beside()) == ["7c1e", file.name]
            assert file.name.startswith("7c1e.")

    def test_is_gone_once_it_was_read(self, extract):
        with queries.sent_file(extract, sha256=SHA256):
            pass
        assert beside() == ["7c1e"]

    def test_is_gone_where_reading_it_fails(self, extract):
        with pytest.raises(ZeroDivisionError), queries.sent_file(extract, sha256=SHA256):
            raise ZeroDivisionError
        assert beside() == ["7c1e"]

    def test_is_none_of_what_is_not_as_it_was_sent(self, extract):
        with queries.sent_file(extract, sha256="0" * 64) as file:
            assert file is None
        assert beside() == ["7c1e"]

    def test_is_none_where_nothing_was_ever_kept(self):
        with queries.sent_file("extracts/7c1e", sha256=SHA256) as file:
            assert file is None

    def test_is_kept_elsewhere_where_the_storage_is_on_no_disk(self, settings):
        settings.STORAGES = {
            **settings.STORAGES,
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        }
        extract = default_storage.save("extracts/7c1e", ContentFile(CONTENT))
        with queries.sent_file(extract, sha256=SHA256) as file:
            assert file.read_bytes() == CONTENT
        assert not file.exists()
