"""Words hidden in pictures."""

from __future__ import annotations

import io
import zlib

from bench.hiding.controls import jpeg, packed, png
from bench.hiding.way import Way, ways_of

_HEADER_ENDS = 33
"""Where the first chunk of a PNG ends, its signature before it."""


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + name + content + checksum


def _with_chunk(name: bytes, content: bytes) -> bytes:
    whole = png()
    return whole[:_HEADER_ENDS] + _chunk(name, content) + whole[_HEADER_ENDS:]


def _exif(marker: str) -> bytes:
    from PIL import Image

    exif = Image.Exif()
    exif[0x010E] = marker
    exif[0x9C9C] = f"{marker}\0".encode("utf-16-le")
    return exif.tobytes()


def jpeg_with_exif(marker: str) -> bytes:
    """A photograph that says where it was taken."""
    return _with_segment(0xE1, _exif(marker))


def _with_segment(marker: int, content: bytes) -> bytes:
    whole = jpeg()
    length = (len(content) + 2).to_bytes(2, "big")
    return whole[:2] + bytes((0xFF, marker)) + length + content + whole[2:]


def _behind_the_pixels(marker: str) -> bytes:
    """The marker in the chunk of pixels, behind the end of their stream."""
    whole = png()
    at = whole.index(b"IDAT")
    length = int.from_bytes(whole[at - 4 : at], "big")
    pixels = whole[at + 4 : at + 4 + length]
    return whole[: at - 4] + _chunk(b"IDAT", pixels + marker.encode()) + whole[at + 8 + length :]


def _saved(picture: object, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG", **options)  # type: ignore[attr-defined]
    return file.getvalue()


def _under_what_is_clear(marker: str) -> bytes:
    from PIL import Image

    words = marker.encode().ljust(90, b" ")
    picture = Image.new("RGBA", (30, 20), (18, 67, 109, 255))
    for at in range(30):
        picture.putpixel((at, 0), (*words[at * 3 : at * 3 + 3], 0))
    return _saved(picture)


def _in_the_lowest_bits(marker: str) -> bytes:
    from PIL import Image

    bits = "".join(f"{byte:08b}" for byte in marker.encode())
    picture = Image.new("L", (len(bits), 16), 200)
    for at, bit in enumerate(bits):
        picture.putpixel((at, 0), 200 + int(bit))
    return _saved(picture)


def _in_the_palette(marker: str) -> bytes:
    from PIL import Image

    words = marker.encode().ljust(30, b" ")
    picture = Image.new("P", (30, 20), 0)
    picture.putpalette(bytes((18, 67, 109)) + words)
    picture.putpixel((0, 0), 1)
    return _saved(picture)


WAYS: list[Way] = [
    *ways_of(
        "png",
        {
            "a remark": lambda marker: _with_chunk(b"tEXt", b"Author\0" + marker.encode()),
            "a packed remark": lambda marker: _with_chunk(b"zTXt", b"Author\0\0" + packed(marker)),
            "XMP": lambda marker: _with_chunk(
                b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + packed(f"<x>{marker}</x>")
            ),
            "EXIF": lambda marker: _with_chunk(b"eXIf", _exif(marker)[6:]),
            "a profile of colours": lambda marker: _with_chunk(
                b"iCCP", b"profile\0\0" + packed(f"{'x' * 128}{marker}")
            ),
            "a chunk of its own": lambda marker: _with_chunk(b"maRk", marker[::-1].encode()),
            "bytes behind the end": lambda marker: png() + marker.encode(),
            "bytes behind the pixels": _behind_the_pixels,
            "colours under what is clear": _under_what_is_clear,
            "colours that no pixel has": _in_the_palette,
            "the lowest bits of the pixels": _in_the_lowest_bits,
        },
    ),
    *ways_of(
        "jpeg",
        {
            "a remark": lambda marker: _with_segment(0xFE, marker.encode()),
            "EXIF": jpeg_with_exif,
            "XMP": lambda marker: _with_segment(
                0xE1, f"http://ns.adobe.com/xap/1.0/\0<x>{marker}</x>".encode()
            ),
            "IPTC": lambda marker: _with_segment(
                0xED, b"Photoshop 3.0\x008BIM\x04\x04" + marker.encode()
            ),
            "a profile of colours": lambda marker: _with_segment(
                0xE2, b"ICC_PROFILE\0\1\1" + marker.encode("utf-16-be")
            ),
            "a small picture in EXIF": lambda marker: _with_segment(
                0xE1, b"Exif\0\0" + jpeg() + marker.encode()
            ),
            "an archive behind the end": lambda marker: jpeg() + _archive(marker),
        },
    ),
]


def _archive(marker: str) -> bytes:
    from bench.hiding.packages import package_of

    return package_of({"first": b"", "kept.txt": f"{marker} {marker} {marker}".encode()})
