from __future__ import annotations

import io

import pytest
from bench.hiding import pictures
from bench.hiding.controls import jpeg, png
from bench.hiding.second_search import holds
from PIL import Image, ImageChops, ImageStat

from answerable.documents import Unreadable
from answerable.leaks import Needle, look_through
from answerable.leaks.remaking.pictures import remade_picture

MARKER = "QZX4711VW9"


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("way", pictures.WAYS, ids=lambda way: way.called)
def test_nothing_hidden_is_left(way):
    made = remade_picture(way.make(MARKER))
    assert not holds(made, MARKER)
    assert look_through("file", made, [Needle("canary", MARKER)]) == []


@pytest.mark.parametrize("picture", [png(), jpeg()])
def test_the_picture_looks_the_same(picture):
    before, after = opened(picture).convert("RGB"), opened(remade_picture(picture)).convert("RGB")
    differing = ImageStat.Stat(ImageChops.difference(before, after))
    assert before.size == after.size
    assert max(differing.mean) <= 3


def test_black_and_white_stay_and_clear_stays_clear():
    picture = Image.new("RGBA", (3, 1), (255, 255, 255, 255))
    picture.putpixel((1, 0), (0, 0, 0, 255))
    picture.putpixel((2, 0), (9, 9, 9, 0))
    file = io.BytesIO()
    picture.save(file, "PNG")
    made = opened(remade_picture(file.getvalue()))
    assert [made.getpixel((at, 0)) for at in range(3)] == [
        (255, 255, 255, 255),
        (0, 0, 0, 255),
        (0, 0, 0, 0),
    ]


def test_it_is_turned_as_it_was_shown():
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(file, "JPEG", exif=exif)
    assert opened(remade_picture(file.getvalue())).size == (20, 40)


@pytest.mark.parametrize("data", [b"", b"GIF89a", png()[:60], b"<svg/>"])
def test_what_is_no_whole_picture_is_refused(data):
    with pytest.raises(Unreadable):
        remade_picture(data)
