"""Pictures decoded and encoded anew: pixels, and nothing beside them."""

from __future__ import annotations

import io
from typing import Any, Final

from answerable.documents.refusal import Reason, Unreadable

_MOST_PIXELS: Final = 50_000_000
_QUALITY: Final = 90
_WITHOUT_LAST_BIT: Final = [(level >> 1) * 255 // 127 for level in range(256)]
"""The lowest bit of a level cannot be seen, and can carry a text; black and white stay."""


def remade_picture(data: bytes) -> bytes:
    """A JPEG of a JPEG and a PNG of any other picture, of its first frame, turned as it is shown.

    What lies under full transparency is made black, and the lowest bit of every level is lost.

    Raises:
        Unreadable: it is no picture that can be decoded, or is too large.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Unreadable(
                    Reason.TOO_LARGE, "The picture has too many pixels. Save it smaller."
                )
            is_jpeg = opened.format == "JPEG"
            shown = ImageOps.exif_transpose(opened)
            if is_jpeg:
                return _written(_bare(shown.convert("RGB")), "JPEG", quality=_QUALITY)
            return _written(_bare(_flat(shown)), "PNG")
    except (OSError, SyntaxError, ValueError) as error:
        raise Unreadable(Reason.DAMAGED) from error


def _flat(picture: Any) -> Any:
    """The picture without palette, unseen colours and lowest bits."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB").point(_WITHOUT_LAST_BIT * 3)
    whole = picture.convert("RGBA")
    seen = whole.getchannel("A").point(_WITHOUT_LAST_BIT)
    colours = whole.convert("RGB").point(_WITHOUT_LAST_BIT * 3)
    black = Image.new("RGB", whole.size)
    flat = Image.composite(colours, black, seen.point([0] + [255] * 255))
    flat.putalpha(seen)
    return flat


def _bare(picture: Any) -> Any:
    """The pixels alone: a new picture has none of the remarks of the one it came from."""
    from PIL import Image

    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _written(picture: Any, kind: str, **options: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
