from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.library.writing.pictures import END, SIGNATURE, chunk, header, pixels, png

from answerable.writing.png import UnusablePicture, picture_in

REMARKS = chunk(b"tEXt", b"Author\x00A. Person") + chunk(b"tIME", b"\x07\xea\x01\x01\x00\x00\x00")


def drawn(mode: str, size: tuple[int, int] = (20, 17)) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size).save(file, "PNG")
    return file.getvalue()


class TestPictureIn:
    def test_tells_the_size(self):
        picture = picture_in(png(300, 80))
        assert (picture.width, picture.height) == (300, 80)

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
    def test_knows_every_kind_of_pixel(self, mode):
        assert picture_in(drawn(mode)).width == 20

    def test_leaves_out_remarks_and_keeps_the_picture(self):
        picture = picture_in(png(remarks=REMARKS))
        assert picture.without_remarks == png()

    def test_leaves_out_what_hangs_behind_the_end(self):
        assert picture_in(png() + b"<script>").without_remarks == png()

    @pytest.mark.parametrize(
        "file",
        [
            b"",
            b"GIF89a",
            b"\xff\xd8\xff\xe0JFIF",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            SIGNATURE,
            SIGNATURE + END,
            SIGNATURE + header(2, 2) + END,
            SIGNATURE + pixels(b"\x00" * 6, 2) + header(2, 2) + END,
            SIGNATURE + header(2, 2) + pixels(b"\x00" * 6, 2),
            SIGNATURE + header(2, 2) + pixels(b"\x00" * 6, 1) + END,
            SIGNATURE + header(2, 2) + pixels(b"\x00" * 6, 3) + END,
            SIGNATURE + header(2, 2) + chunk(b"IDAT", b"no zlib") + END,
            SIGNATURE + header(2, 2, kind=5) + pixels(b"\x00" * 6, 2) + END,
            SIGNATURE + header(2, 2, depth=4) + pixels(b"\x00" * 6, 2) + END,
            SIGNATURE + header(2, 2, kind=3) + pixels(b"\x00" * 2, 2) + END,
            SIGNATURE + header(2, 2, interlaced=1) + pixels(b"\x00" * 6, 2) + END,
            SIGNATURE + header(0, 2) + pixels(b"", 2) + END,
            SIGNATURE + header(2**31 - 1, 2**31 - 1) + pixels(b"\x00", 1) + END,
        ],
    )
    def test_refuses_what_is_no_whole_picture(self, file):
        with pytest.raises(UnusablePicture):
            picture_in(file)

    @given(st.data())
    def test_refuses_a_file_that_was_changed_anywhere(self, data):
        file = bytearray(png(16, 16))
        at = data.draw(st.integers(0, len(file) - 1))
        file[at] ^= data.draw(st.integers(1, 255))
        with pytest.raises(UnusablePicture):
            picture_in(bytes(file))

    @given(st.integers(0, len(png(16, 16)) - 1))
    def test_refuses_a_file_that_was_cut_anywhere(self, length):
        with pytest.raises(UnusablePicture):
            picture_in(png(16, 16)[:length])
