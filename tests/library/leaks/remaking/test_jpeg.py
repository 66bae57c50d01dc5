from __future__ import annotations

import io

import pytest
from bench.hiding import pictures
from bench.hiding.controls import jpeg
from bench.hiding.second_search import holds
from PIL import Image, ImageChops

from answerable.documents import Unreadable
from answerable.leaks.remaking.jpeg import without_remarks

MARKER = "QZX4711VW9"


def saved(**options: object) -> bytes:
    file = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(file, "JPEG", **options)
    return file.getvalue()


@pytest.mark.parametrize(
    "way", [way for way in pictures.WAYS if way.kind == "jpeg"], ids=lambda way: way.called
)
def test_no_remark_is_left(way):
    assert not holds(without_remarks(way.make(MARKER)), MARKER)


@pytest.mark.parametrize(
    "picture", [jpeg(), saved(progressive=True), saved(restart_marker_blocks=2), saved(quality=5)]
)
def test_no_pixel_is_changed(picture):
    with (
        Image.open(io.BytesIO(picture)) as before,
        Image.open(io.BytesIO(without_remarks(picture))) as after,
    ):
        assert ImageChops.difference(before, after).getbbox() is None


@pytest.mark.parametrize("data", [b"", jpeg()[:40], jpeg()[:-2], b"\xff\xd8\x00\x00\x00\x00"])
def test_what_is_damaged_is_refused(data):
    with pytest.raises(Unreadable):
        without_remarks(data)
