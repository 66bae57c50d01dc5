"""A JPEG without remarks: its segments taken apart and put together (ISO/IEC 10918-1, annex B)."""

from __future__ import annotations

from typing import Final

from answerable.documents.refusal import Reason, Unreadable

_START: Final = b"\xff\xd8"
_END: Final = b"\xff\xd9"
_SCAN: Final = 0xDA
_PIXELS: Final = {0, *range(0xD0, 0xD8)}
"""What follows FF inside pixels: a stuffed zero, or a mark where decoding may begin again."""
_ADOBE: Final = 0xEE
_ADOBE_LENGTH: Final = 12
_REMARKS: Final = {*range(0xE0, 0xF0), 0xFE} - {_ADOBE}


def without_remarks(data: bytes) -> bytes:
    """The same pixels, without application segments, remarks and what stands behind the end.

    Of Adobe’s segment, which says how colours are meant, its twelve bytes stay.

    Raises:
        Unreadable: the picture is damaged.
    """
    if not data.startswith(_START):
        raise Unreadable(Reason.DAMAGED)
    kept, at = [_START], 2
    while data[at : at + 2] != _END:
        marker, end = data[at + 1 : at + 2], _end_of_segment(data, at)
        code = marker[0]
        if code == _ADOBE:
            length = (_ADOBE_LENGTH + 2).to_bytes(2, "big")
            kept.append(b"\xff\xee" + length + data[at + 4 : at + 4 + _ADOBE_LENGTH])
        elif code not in _REMARKS:
            kept.append(data[at:end])
        at = end
        if code == _SCAN:
            end = _end_of_pixels(data, at)
            kept.append(data[at:end])
            at = end
    return b"".join((*kept, _END))


def _end_of_segment(data: bytes, at: int) -> int:
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    end = at + 2 + length
    if data[at : at + 1] != b"\xff" or length < 2 or end > len(data):
        raise Unreadable(Reason.DAMAGED)
    return end


def _end_of_pixels(data: bytes, at: int) -> int:
    at = data.find(b"\xff", at)
    while at >= 0 and at + 1 < len(data) and data[at + 1] in _PIXELS:
        at = data.find(b"\xff", at + 2)
    if at < 0 or at + 1 >= len(data):
        raise Unreadable(Reason.DAMAGED)
    return at
