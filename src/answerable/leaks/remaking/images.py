"""Pictures inside a PDF: their pixels, and nothing in front of them, behind them or beside them."""

from __future__ import annotations

from typing import Any, Final

from answerable.documents.refusal import Reason, Unreadable
from answerable.leaks.remaking.jpeg import without_remarks

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
    if not filters or not filters & {"/DCTDecode", "/JPXDecode", *_OF_PIXELS_ALONE}:
        stream.write(stream.read_bytes()[: _length(stream)])
    elif filters == {"/DCTDecode"}:
        bare = without_remarks(stream.read_raw_bytes())
        stream.write(bare, filter=pikepdf.Name.DCTDecode)
    elif len(filters) > 1 or not filters <= _OF_PIXELS_ALONE:
        raise Unreadable(
            Reason.UNKNOWN_TYPE,
            "The PDF has a picture of a kind that is not made anew (JPEG 2000, or coded twice). "
            "Save the pictures as JPEG or PNG and make the PDF again.",
        )


def _filters(stream: Any) -> set[str]:
    import pikepdf

    told = stream.get("/Filter")
    if told is None:
        return set()
    return {str(one) for one in told} if isinstance(told, pikepdf.Array) else {str(told)}


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
