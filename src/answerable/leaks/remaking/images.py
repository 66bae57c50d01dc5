"""Pictures inside a PDF: their pixels, and nothing in front of them, behind them or beside them."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from typing import Any, Final

from answerable.documents.refusal import Reason, Unreadable
from answerable.leaks.remaking.jpeg import without_remarks

_UNPACKED_BY: Final[dict[str, Callable[[bytes], bytes]]] = {
    "/ASCII85Decode": lambda data: base64.a85decode(data.strip().removesuffix(b"~>")),
    "/ASCIIHexDecode": lambda data: bytes.fromhex(data.strip().removesuffix(b">").decode()),
    "/FlateDecode": zlib.decompress,
}
"""What may be wound around a JPEG."""
_CHANNELS: Final = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
_OF_PIXELS_ALONE: Final = {"/JBIG2Decode", "/CCITTFaxDecode"}
"""Codes of black and white pictures that hold no remark."""


def clean_picture(stream: Any) -> None:
    """Write a picture anew in its place.

    Raises:
        Unreadable: it is coded in a way that can hold remarks and that nothing here opens.
    """
    import pikepdf

    filters = _filters(stream)
    *around, code = filters or [""]
    if code == "/DCTDecode" and set(around) <= _UNPACKED_BY.keys():
        packed = stream.read_raw_bytes()
        for one in around:
            packed = _UNPACKED_BY[one](packed)
        stream.write(without_remarks(packed), filter=pikepdf.Name.DCTDecode)
    elif not {"/DCTDecode", "/JPXDecode"}.isdisjoint(filters) or (
        code in _OF_PIXELS_ALONE and around
    ):
        raise Unreadable(
            Reason.UNKNOWN_TYPE,
            "The PDF has a picture that is coded in a way that is not made anew, such as JPEG "
            "2000. Save its pictures as JPEG or PNG and make the PDF again.",
        )
    elif code not in _OF_PIXELS_ALONE:
        stream.write(stream.read_bytes()[: _length(stream)])


def _filters(stream: Any) -> list[str]:
    import pikepdf

    told = stream.get("/Filter")
    if told is None:
        return []
    return [str(one) for one in told] if isinstance(told, pikepdf.Array) else [str(told)]


def _length(stream: Any) -> int | None:
    """Bytes of the pixels, where the colours are of a kind that says so."""
    import pikepdf

    colours = stream.get("/ColorSpace")
    if stream.get("/ImageMask"):
        channels: int | None = 1
    elif isinstance(colours, pikepdf.Array):
        channels = 1 if str(colours[0]) in ("/Indexed", "/Separation", "/CalGray") else None
    else:
        channels = _CHANNELS.get(str(colours))
    if channels is None:
        return None
    bits = channels * int(stream.get("/BitsPerComponent", 1)) * int(stream["/Width"])
    return (bits + 7) // 8 * int(stream["/Height"])
