from __future__ import annotations

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from answerable_site.register.operations import StoredFile


class TestStoredFile:
    @pytest.mark.parametrize("content", [b"", b"x", b"x" * 200_000])
    def test_keeps_every_byte_under_a_name_that_tells_nothing(self, content):
        stored = StoredFile.of(ContentFile(content), name="../letter.pdf", folder="proof")
        with default_storage.open(stored.stored_as) as kept:
            assert kept.read() == content
        assert stored.size == len(content)
        assert stored.sha256 == hashlib.sha256(content).hexdigest()
        assert stored.stored_as.startswith("proof/")
        assert "letter" not in stored.stored_as

    def test_has_a_name_even_for_what_has_none(self):
        assert StoredFile.of(ContentFile(b"x"), name="", folder="proof").name == "unnamed"
