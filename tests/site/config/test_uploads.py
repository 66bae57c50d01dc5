"""Nothing is kept of a file that is larger than any page takes."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadhandler import load_handler
from django.http.multipartparser import MultiPartParser
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart


@pytest.fixture
def received(settings, tmp_path, rf):
    """What a form gets of a file of so many bytes."""
    settings.MAX_EXTRACT_BYTES = 100_000
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0

    def of(size: int):
        file = BytesIO(b"x" * size)
        file.name = "long.csv"
        body = encode_multipart(BOUNDARY, {"word": "kept", "file": file})
        meta = {"CONTENT_TYPE": MULTIPART_CONTENT, "CONTENT_LENGTH": len(body)}
        handlers = [load_handler(one, None) for one in settings.FILE_UPLOAD_HANDLERS]
        return MultiPartParser(meta, BytesIO(body), handlers).parse()

    return of


class TestAFile:
    def test_is_received_whole_up_to_the_limit(self, received):
        words, files = received(100_000)
        assert files["file"].read() == b"x" * 100_000
        assert words["word"] == "kept"

    def test_beyond_it_arrives_empty_with_its_size(self, received):
        words, files = received(100_001)
        assert (files["file"].size, files["file"].read()) == (100_001, b"")
        assert words["word"] == "kept"

    def test_beyond_it_is_never_whole_on_the_disk(self, received, tmp_path):
        _, files = received(1_000_000)
        assert files["file"].name == "long.csv"
        assert sum(one.stat().st_size for one in tmp_path.iterdir()) <= 100_000
